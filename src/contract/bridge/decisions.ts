/** Deciding, taking back, what waits to go out, and what became of it. */
import { z } from 'zod'
import { DecisionId, Instant, ItemId } from '../ids'
import { Action, ClinicalNote, Decision, Outcome, PromiseMade, ReasonCode, ReviewItem } from '../review'
import { Level } from '../risk'
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
      batch: z.uuid().optional(),
    }),
    output: z.object({ decision: DecisionId, undoUntil: Instant }),
  },
  'decision.undo': { input: z.object({ decision: DecisionId }), output: ok },

  'outbox.list': { input: none, output: z.object({ entries: z.array(OutboxEntry) }) },
  'outcomes.list': { input: z.object({ onlyUnacknowledged: z.boolean().default(true) }), output: z.object({ outcomes: z.array(RecordedOutcome) }) },
  'outcomes.acknowledge': { input: z.object({ decision: DecisionId }), output: ok },
})
