/** One item: its text, thread, history, claim and draft. */
import { z } from 'zod'
import { Instant, ItemId, PostId } from '../ids'
import { DecisionSummary, PostState, ReviewItem, Verdict } from '../review'
import { Level, RiskScore } from '../risk'
import { define, ok } from './call'
import { QueueRow } from './queue'

export const ThreadPost = z.object({
  post: PostId,
  author: z.string(),
  authorIsSubject: z.boolean(),
  at: Instant,
  text: z.string(),
  title: z.string().nullable(),
  state: PostState,
  level: Level,
  item: ItemId,
  current: z.boolean(),
})
export type ThreadPost = z.infer<typeof ThreadPost>

export const ItemView = z.object({
  item: ReviewItem,
  score: RiskScore,
  dueAt: Instant,
  lease: QueueRow.shape.lease,
  pending: QueueRow.shape.pending,
  /** What the clinician may do now; empty while a decision is pending or the item is closed. */
  allowed: z.array(Verdict),
  /** The thread as far as this desk holds it, oldest first. */
  thread: z.array(ThreadPost),
  /** The author's earlier posts and what was decided, newest first, at most 20. */
  history: z.array(z.object({ item: ItemId, at: Instant, topic: z.string(), preview: z.string(), level: Level, decision: DecisionSummary.nullable() })),
  draft: z.string(),
  /** Of a second reading: the reader’s own level (until it is there, `score` says nothing), and afterwards what the first reader decided. */
  secondReading: z.object({ ownLevel: Level.nullable(), first: DecisionSummary.nullable() }).optional(),
})
export type ItemView = z.infer<typeof ItemView>

export const itemCalls = define({
  /** Peek: reads from the cache, claims nothing. */
  'item.open': { input: z.object({ item: ItemId }), output: ItemView },
  /** Takes or renews the lease when online; offline it says so and work goes on. */
  'item.claim': { input: z.object({ item: ItemId }), output: z.object({ kind: z.enum(['granted', 'held', 'gone', 'offline']), by: z.string().optional(), until: Instant.optional() }) },
  'item.release': { input: z.object({ item: ItemId }), output: ok },
  'item.saveDraft': { input: z.object({ item: ItemId, draft: z.string().max(100_000) }), output: ok },
})
