/** One push and one pull, each from question to applied answer. When they run is the loop's business. */
import type { ItemId } from '#contract/ids'
import type { DeviceState } from '#contract/sync'
import type { Recorded } from '../cache/outcomes'
import type { Gone } from '../cache/shadow'
import type { ApiClient, Trouble } from './api-client'
import { type Applied, applyChanges, applySeeds, applySnapshot, beginPull, beginResync, pageLimit } from './pull'
import { PatientPushResponse, batchLimit, beginPush, finishPush } from './push'
import type { SyncStore } from './store'

export type EngineDeps = { store: SyncStore; api: ApiClient; device: string; now: () => number; random: () => number }

/** What every authenticated answer carries. */
export type Greeting = { serverTime: string; deviceState: DeviceState; maxOfflineHours?: number | null | undefined }

export type PushStep = { kind: 'nothing' } | { kind: 'answered'; outcomes: Recorded[]; greeting: Greeting } | { kind: 'trouble'; trouble: Trouble }
export type PullStep =
  | { kind: 'waits' }
  | { kind: 'applied'; changed: ItemId[]; gone: Gone[]; more: boolean; greeting: Greeting }
  | { kind: 'resync' }
  | { kind: 'trouble'; trouble: Trouble }

export class SyncEngine {
  readonly #deps: EngineDeps
  #limit = batchLimit

  constructor(deps: EngineDeps) {
    this.#deps = deps
  }

  async push(): Promise<PushStep> {
    const { store, api, device, now, random } = this.#deps
    const batch = beginPush(store, now(), this.#limit)
    if (batch === null) return { kind: 'nothing' }
    const answer = await api.ask('decide', { body: { device, decisions: batch.decisions } }, PatientPushResponse)
    // A batch that is refused as a whole goes again one by one, so that a bad decision cannot hold up the others.
    if (answer.ok) this.#limit = batchLimit
    else if (answer.trouble.kind === 'refused') this.#limit = 1
    const { outcomes } = finishPush(store, batch, answer, now(), random)
    return answer.ok ? { kind: 'answered', outcomes, greeting: answer.value } : { kind: 'trouble', trouble: answer.trouble }
  }

  async pull(): Promise<PullStep> {
    const { store, api } = this.#deps
    const ticket = beginPull(store)
    if (ticket.kind === 'wait') return { kind: 'waits' }
    if (ticket.kind === 'changes') {
      const answer = await api.call('changes', { query: { cursor: ticket.cursor, limit: pageLimit } })
      if (answer.ok) return { ...applied(applyChanges(store, ticket, answer.value, answer.raw)), greeting: answer.value }
      if (answer.trouble.kind !== 'resync') return { kind: 'trouble', trouble: answer.trouble }
      beginResync(store, ticket)
      return { kind: 'resync' }
    }
    const { after } = ticket.state
    const answer = await api.call('snapshot', { query: { limit: pageLimit, ...(after === null ? {} : { after: after as ItemId }) } })
    if (!answer.ok) return { kind: 'trouble', trouble: answer.trouble }
    return { ...applied(applySnapshot(store, ticket, answer.value, answer.raw)), greeting: answer.value }
  }

  /** Before a first snapshot: the most urgent items, so that work can begin at once. Null when there is nothing to seed. */
  async seed(): Promise<PullStep | null> {
    const { store, api } = this.#deps
    const ticket = beginPull(store)
    if (ticket.kind !== 'snapshot' || ticket.state.cursor !== null || ticket.state.asOf !== null) return null
    const answer = await api.call('queueTop', { query: { limit: 200 } })
    if (!answer.ok) return { kind: 'trouble', trouble: answer.trouble }
    return { ...applied(applySeeds(store, ticket, answer.value, answer.raw)), greeting: answer.value }
  }
}

const applied = ({ changed, gone, more }: Applied) => ({ kind: 'applied' as const, changed: changed as ItemId[], gone, more })
