/** Pushing, in two halves as well. C3: an outcome is recorded and its decision leaves the outbox in one transaction. */
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { Outcome, type Decision } from '#contract/review'
import { DeviceState } from '#contract/sync'
import { Instant, type DecisionId } from '#contract/ids'
import type { Recorded } from '../cache/outcomes'
import { needsAttention } from '../cache/outcomes'
import { fullJitter } from './backoff'
import type { ApiAnswer } from './api-client'
import type { SyncStore } from './store'

export const batchLimit = 50

/** Outcomes are looked at one by one: a kind that this version does not know must not hide the others. */
export const PatientPushResponse = z.object({
  results: z.array(z.object({ id: z.string(), outcome: z.unknown() })),
  serverTime: Instant,
  deviceState: DeviceState,
  maxOfflineHours: z.int().positive().nullable().optional(),
})
export type PatientPushResponse = z.infer<typeof PatientPushResponse>

export type Batch = { decisions: Decision[]; attempts: Map<string, number> }

/** Decisions that are due, marked as on their way; null when there are none. */
export function beginPush(store: SyncStore, now: number, limit: number = batchLimit): Batch | null {
  return store.atomically(() => {
    const due = store.outbox.due(now, limit)
    if (due.length === 0) return null
    const decisions = due.map(({ decision }) => {
      if (store.rules.keepUntilOutcome) store.outbox.markSending(decision.id)
      else store.outbox.remove(decision.id)
      return store.rules.sameIdAgain ? decision : { ...decision, id: uuidv7() as DecisionId }
    })
    return { decisions, attempts: new Map(due.map((row) => [row.decisionId, row.attempts + 1])) }
  })
}

export type Pushed = { outcomes: Recorded[]; /** Delivered or answered at all: the server was there. */ reached: boolean }

const unknownKind = 'The server answered in a way that this version of the desk does not know. The decision is kept; update the desk.'
const busy = (message: string | null) => message ?? 'The server is busy. The decision is kept and sent again.'

export function finishPush(store: SyncStore, batch: Batch, answer: ApiAnswer<PatientPushResponse>, now: number, random: () => number): Pushed {
  const later = (id: string, at: number, words: string | null) => store.outbox.retryAt(id, at, words)
  const jitter = (id: string) => fullJitter(batch.attempts.get(id) ?? 1, random)
  return store.atomically(() => {
    const waiting = batch.decisions.filter(({ id }) => !store.rules.sameIdAgain || store.outbox.find(id) !== null)
    if (!answer.ok) {
      const { trouble } = answer
      for (const { id } of waiting) {
        if (trouble.kind === 'unauthorised') later(id, now, null)
        else if (trouble.kind === 'busy') later(id, now + Math.max(trouble.retryAfterMs ?? 0, jitter(id)), busy(trouble.message))
        else if (trouble.kind === 'refused') later(id, now + jitter(id), trouble.message ?? `The server refused the request (${trouble.status}). The decision is kept.`)
        else later(id, now + jitter(id), null)
      }
      return { outcomes: [], reached: trouble.kind !== 'unreachable' }
    }
    const given = new Map(answer.value.results.map((result) => [result.id, result.outcome]))
    const outcomes: Recorded[] = []
    for (const decision of waiting) {
      const { id } = decision
      if (!store.rules.outcomePerDecision) {
        store.outbox.remove(id)
        continue
      }
      if (!given.has(id)) {
        later(id, now + jitter(id), 'The server did not say what became of it. The decision is sent again.')
        continue
      }
      const outcome = Outcome.safeParse(given.get(id))
      if (!outcome.success) store.outbox.keepForUpdate(id, unknownKind)
      else if (outcome.data.kind === 'retry') later(id, now + Math.max(outcome.data.after, jitter(id)), 'The server asked to send it again a little later.')
      else {
        store.outcomes.record(decision, outcome.data, now)
        store.outbox.remove(id)
        outcomes.push({ decision, outcome: outcome.data, at: now, needsAttention: needsAttention(outcome.data.kind), acknowledgedAt: null })
      }
    }
    return { outcomes, reached: true }
  })
}
