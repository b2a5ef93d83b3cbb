/** Deciding, taking back, what waits to go out, and what became of it. */
import { z } from 'zod'
import { DecisionId, Instant, ItemId } from '../ids'
import { Action, ClinicalNote, Decision, Outcome, PromiseMade, ReasonCode, ReviewItem } from '../review'
import { Level } from '../risk'
import { batchMost } from '../policy'
import { define, none, ok } from './call'

export const OutboxEntry = z.object({
  decision: Decision,
  state: z.enum(['held', 'ready', 'sending', 'needs-update']),
  attempts: z.int(),
  nextAt: Instant.nullable(),
  undoUntil: Instant.nullable(),
  lastAnswer: z.string().nullable(),
})
export type OutboxEntry = z.infer<typeof OutboxEntry>

export const RecordedOutcome = z.object({
  decision: Decision,
  outcome: Outcome,
  at: Instant,
  needsAttention: z.boolean(),
  acknowledgedAt: Instant.nullable(),
  /** The item as it stands now, for the comparison; null when it is gone. */
  item: ReviewItem.nullable(),
})
export type RecordedOutcome = z.infer<typeof RecordedOutcome>

export const decisionCalls = define({
  /** Durable on this desk when it answers. Held for undo, then pushed. */
  'decision.make': {
    input: z.object({
      item: ItemId,
      itemVersion: z.int().positive(),
      action: Action,
      reason: ReasonCode,
      note: z.string().max(10_000).default(''),
      clinical: ClinicalNote.optional(),
      promise: PromiseMade.optional(),
      ownLevel: Level.optional(),
    }),
    output: z.object({ decision: DecisionId, undoUntil: Instant }),
  },
  /** The same for several items, all or none. Refused with the first words of each item that cannot be a part of it. */
  'decision.makeBatch': {
    input: z.object({
      items: z.array(z.object({ item: ItemId, itemVersion: z.int().positive() })).min(1).max(batchMost),
      action: z.discriminatedUnion('verdict', [z.object({ verdict: z.literal('no_action') }), z.object({ verdict: z.literal('hand_on') }), z.object({ verdict: z.literal('hide') })]),
      reason: ReasonCode,
      note: z.string().max(10_000).default(''),
    }),
    output: z.object({ decisions: z.array(z.object({ item: ItemId, decision: DecisionId })), undoUntil: Instant }),
  },
  /** Of a batch all that are still here are taken back. Answers which items. */
  'decision.undo': { input: z.object({ decision: DecisionId }), output: z.object({ items: z.array(ItemId) }) },

  'outbox.list': { input: none, output: z.object({ entries: z.array(OutboxEntry) }) },
  'outcomes.list': { input: z.object({ onlyUnacknowledged: z.boolean().default(true) }), output: z.object({ outcomes: z.array(RecordedOutcome) }) },
  'outcomes.acknowledge': { input: z.object({ decision: DecisionId }), output: ok },
})
