/**
 * The whole system as a model plays with it: the real API on a real database, real desk workers with encrypted files that are
 * ended in the middle of their work, and lines that lose, double, hold and turn round what they carry.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect } from 'vitest'
import type { BridgeAnswer, CallName, CallOutput, RecordedOutcome } from '../../../../src/contract/bridge'
import type { Viewer } from '../../../../src/contract/community'
import type { Action, ReviewItem } from '../../../../src/contract/review'
import { head } from '../../../../src/api/sync/head'
import { purgeTombstones, removeItems } from '../../../../src/api/sync/removal'
import { statement } from '../../../../src/api/db/sql'
import { demoStaff } from '../../../../src/api/demo/people'
import { insertStaff, prepareStaff } from '../../../../src/api/identity/staff-accounts'
import type { FromWorker, ToWorker, WorkerStart } from '../../../../src/main/desk/messages'
import { startTestApi, type TestApi } from '../../support/api'
import { makeMember, makeTopic, wordScorer, write } from '../../support/people'
import { ask, cheapScrypt, openVault, passphrase, temporaryFolder, until, type Caller } from '../support/desk'
import { FaultLine } from './fault-line'

export const people = ['robin', 'ash'] as const

const allItems = statement<{ id: string; version: number; status: string; audience: number }>(
  'whole_items',
  'select id, version, status, audience from item where not removed',
)
const ledger = statement<{ id: string; item_id: string; staff_id: string; effective: boolean; payload: string; outcome: string }>(
  'whole_ledger',
  'select id, item_id, staff_id, effective, payload, outcome from decision',
)
const replies = statement<{ text: string; n: number }>('whole_replies', 'select text, count(*)::int as n from post where staff_id is not null group by text')
const questions = statement<{ of: string }>('whole_questions', `select origin ->> 'itemId' as of from item where kind = 'question'`)

/** A desk worker of its own, ended without a goodbye when it is told to. */
class WorkerUnderTest implements Caller {
  readonly #worker: Worker
  readonly #waiting = new Map<number, (answer: BridgeAnswer<CallName>) => void>()
  #number = 0

  constructor(file: string, start: WorkerStart) {
    this.#worker = new Worker(file, { workerData: start })
    this.#worker.on('message', (message: FromWorker) => {
      if (message.kind !== 'answer') return
      this.#waiting.get(message.number)?.(message.answer)
      this.#waiting.delete(message.number)
    })
  }

  call(name: string, input: unknown): Promise<BridgeAnswer<CallName>> {
    return new Promise((resolve) => {
      const message: ToWorker = { kind: 'call', number: ++this.#number, name, input }
      this.#waiting.set(message.number, resolve)
      this.#worker.postMessage(message)
    })
  }

  /** Whatever it was asked and had not answered stays unanswered. */
  async kill() {
    await this.#worker.terminate()
    for (const answer of this.#waiting.values()) answer({ ok: false, error: { code: 'internal', message: 'ended' } })
    this.#waiting.clear()
  }

  async close() {
    const asked: ToWorker = { kind: 'close' }
    this.#worker.postMessage(asked)
    await once(this.#worker, 'exit')
  }
}

export type ModelDesk = {
  who: string
  line: FaultLine
  folder: ReturnType<typeof temporaryFolder>
  worker: WorkerUnderTest
  profile: string
  /** Decisions that the desk said were made and that were not taken back. */
  made: Map<string, { item: string; body: string | null; action: Action['verdict'] }>
}

export class Whole {
  readonly api: TestApi
  readonly desks: ModelDesk[] = []
  readonly #file: string
  #writer: Viewer | null = null
  #replies = 0
  /** Nobody gives a lease back here, so that each holds until its end or until the item is decided. */
  readonly #leases = new Map<string, { who: string; until: number }>()

  private constructor(api: TestApi, file: string) {
    this.api = api
    this.#file = file
  }

  static async open(file: string): Promise<Whole> {
    const api = await startTestApi({ demo: false, scorer: wordScorer })
    const whole = new Whole(api, file)
    await makeTopic(api)
    whole.#writer = await makeMember(api)
    for (const who of people) {
      const staff = demoStaff.find((one) => one.username === who)
      if (staff) await insertStaff(api.database, await prepareStaff(api.secret, staff, new Date()))
      await whole.#addDesk(who)
    }
    return whole
  }

  async #addDesk(who: string) {
    const line = await FaultLine.to(this.api.url)
    const folder = temporaryFolder()
    const worker = this.#start(line, folder.path, null)
    const state = await openVault(worker, this.api, who)
    this.desks.push({ who, line, folder, worker, profile: state.profile?.id ?? '', made: new Map() })
  }

  #start(line: FaultLine, dataDir: string, profile: string | null): WorkerUnderTest {
    return new WorkerUnderTest(this.#file, { dataDir, apiUrl: line.url, host: 'loopback', version: 'test', undoMs: 60, scryptCost: cheapScrypt, profile })
  }

  desk(number: number): ModelDesk {
    const desk = this.desks[number % this.desks.length]
    if (!desk) throw new Error('No such desk')
    return desk
  }

  async post(level: string) {
    if (this.#writer) await write(this.api, this.#writer, `A synthetic post. #${level}`)
  }

  async remove(index: number) {
    const rows = await this.api.database.query(allItems, [])
    const row = rows[index % Math.max(1, rows.length)]
    if (row) await removeItems(this.api.database, [row.id])
  }

  async purge() {
    await purgeTombstones(this.api.database, (await head(this.api.database)).seq)
  }

  async #pick(desk: ModelDesk, index: number): Promise<ReviewItem | null> {
    const { view } = await ask(desk.worker, 'queue.open', { filter: {} })
    const { rows } = await ask(desk.worker, 'queue.rows', { view, start: 0, count: 200 })
    const open = rows.filter((row) => row.status === 'open' && row.pending === null)
    const row = open[index % Math.max(1, open.length)]
    if (!row) return null
    const opened = await desk.worker.call('item.open', { item: row.id })
    return opened.ok ? (opened.value as { item: ReviewItem }).item : null
  }

  async decide(number: number, index: number, verdict: 'no_action' | 'support_reply' | 'hide') {
    const desk = this.desk(number)
    const item = await this.#pick(desk, index)
    if (!item) return
    const body = verdict === 'support_reply' ? `Reply number ${++this.#replies}.` : null
    const action: Action = body === null ? { verdict: verdict === 'hide' ? 'hide' : 'no_action' } : { verdict: 'support_reply', body }
    const reason = verdict === 'hide' ? 'unkind' : verdict === 'support_reply' ? 'support' : 'routine'
    const answer = await desk.worker.call('decision.make', { item: item.id, itemVersion: item.version, action, reason, note: 'Read.' })
    if (answer.ok) desk.made.set((answer.value as { decision: string }).decision, { item: item.id, body, action: action.verdict })
  }

  async undo(number: number) {
    const desk = this.desk(number)
    const { entries } = await ask(desk.worker, 'outbox.list', {})
    const held = entries.findLast((entry) => entry.state === 'held')
    if (!held) return
    const answer = await desk.worker.call('decision.undo', { decision: held.decision.id })
    if (answer.ok) desk.made.delete(held.decision.id)
  }

  /** Invariant I5: two desks never both hold a live lease. */
  async claim(number: number, index: number) {
    const desk = this.desk(number)
    const item = await this.#pick(desk, index)
    if (!item) return
    const answer = await desk.worker.call('item.claim', { item: item.id })
    const result = answer.ok ? (answer.value as CallOutput<'item.claim'>) : null
    if (result?.kind !== 'granted') return
    const other = this.#leases.get(item.id)
    const taken = other !== undefined && other.who !== desk.who && other.until > Date.now()
    expect(taken, `I5: ${desk.who} was granted the lease that ${other?.who} holds`).toBe(false)
    this.#leases.set(item.id, { who: desk.who, until: Date.parse(result.until ?? '') })
  }

  async kill(number: number) {
    const desk = this.desk(number)
    await desk.worker.kill()
    desk.worker = this.#start(desk.line, desk.folder.path, desk.profile)
    await ask(desk.worker, 'vault.unlock', { passphrase })
  }

  /** The lines heal, everything is sent, and what must then be true is looked at. */
  async atRest() {
    for (const desk of this.desks) desk.line.heal()
    for (const desk of this.desks) {
      await until(
        async () => {
          await desk.worker.call('sync.now', {})
          return ask(desk.worker, 'sync.status', {})
        },
        (status) => status.pending === 0 && status.network === 'online' && status.progress === null && status.needs === 'nothing',
        `${desk.who} has sent everything`,
        30_000,
      )
    }
    // Once more, so that each has seen what the other did last.
    for (const desk of this.desks) await ask(desk.worker, 'sync.now', {})
    await this.#checkLedger()
    await this.#checkSecondOpinions()
    for (const desk of this.desks) await this.#checkShadow(desk)
  }

  async #checkLedger() {
    const entries = await this.api.database.query(ledger, [])
    const known = new Map(entries.map((entry) => [entry.id, entry]))
    for (const { who, made } of this.desks) for (const id of made.keys()) expect(known.has(id), `I1: a decision of ${who} never reached the ledger`).toBe(true)
    const effective = entries.filter((entry) => entry.effective).map((entry) => entry.item_id)
    expect(effective.length, 'I2: an item has more than one effective decision').toBe(new Set(effective).size)
    for (const { text, n } of await this.api.database.query(replies, [])) expect(n, `I2: “${text}” was said more than once`).toBe(1)
    for (const { made } of this.desks) {
      for (const [id, { body }] of made) {
        if (body === null || !known.get(id)?.effective) continue
        expect((await this.api.database.query(replies, [])).some((row) => row.text === body), `I2: an effective reply was never said`).toBe(true)
      }
    }
  }

  /** I6: whoever came too late is told, keeps a second opinion, and a Lead looks at it when it was the more protective one. */
  async #checkSecondOpinions() {
    const entries = await this.api.database.query(ledger, [])
    const asked = new Set((await this.api.database.query(questions, [])).map((row) => row.of))
    for (const desk of this.desks) {
      const { outcomes } = await ask(desk.worker, 'outcomes.list', { onlyUnacknowledged: false })
      const met = new Map<string, RecordedOutcome>(outcomes.map((one) => [one.decision.id, one]))
      for (const [id, made] of desk.made) {
        const entry = entries.find((one) => one.id === id)
        const told = met.get(id)
        expect(told, `${desk.who} was never told what became of a decision`).toBeDefined()
        expect(told?.outcome, `${desk.who} was told something else than the ledger says`).toEqual(JSON.parse(entry?.outcome ?? 'null'))
        const outcome = told?.outcome
        if (outcome?.kind !== 'superseded') continue
        expect(told?.needsAttention, 'I6: a second opinion was not shown').toBe(true)
        const item = entries.find((one) => one.item_id === made.item && one.effective)
        const removed = item === undefined
        if (!removed && made.action === 'hide' && (outcome.verdict === 'no_action' || outcome.verdict === 'support_reply')) {
          expect(asked.has(made.item), 'I6: no Lead was asked about a more protective second opinion').toBe(true)
        }
      }
    }
  }

  /** I3 and I4: the desk shows every item that the server has for it, in the server's version, and no other. */
  async #checkShadow(desk: ModelDesk) {
    const rows = (await this.api.database.query(allItems, [])).filter((row) => row.audience === 0)
    const shown: { id: string; version: number; status: string }[] = []
    for (const show of ['open', 'decided'] as const) {
      const { view, total } = await ask(desk.worker, 'queue.open', { filter: { show } })
      for (let start = 0; start < total; start += 200) {
        for (const row of (await ask(desk.worker, 'queue.rows', { view, start, count: 200 })).rows) {
          const { item } = await ask(desk.worker, 'item.open', { item: row.id })
          shown.push({ id: item.id, version: item.version, status: item.status })
        }
      }
    }
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(shown.sort(byId), `I3: ${desk.who} does not show what the server has`).toEqual(rows.map(({ id, version, status }) => ({ id, version, status })).sort(byId))
  }

  async close() {
    for (const desk of this.desks) {
      await desk.line.close()
      await desk.worker.kill()
      desk.folder.remove()
    }
    await this.api.close()
  }
}
