/** The ranked list. */
import { z } from 'zod'
import { DecisionId, Instant, ItemId } from '../ids'
import { ReviewItem, Verdict } from '../review'
import { Level } from '../risk'
import { define } from './call'

export const QueueFilter = z.object({
  level: Level.optional(),
  topic: z.string().optional(),
  text: z.string().max(200).optional(),
  show: z.enum(['open', 'mine', 'watched', 'decided']).default('open'),
})
export type QueueFilter = z.infer<typeof QueueFilter>

export const QueueRow = z.object({
  id: ItemId,
  level: Level,
  abstained: z.boolean(),
  kind: ReviewItem.shape.kind,
  topic: z.string(),
  /** Themes found by the scorer, most weighty first: what the row forewarns of. */
  themes: z.array(z.string()),
  /** At most 160 characters of the text, evidence-free: the row forewarns by theme, the text opens on intent. */
  preview: z.string(),
  author: z.string(),
  queuedAt: Instant,
  dueAt: Instant,
  status: ReviewItem.shape.status,
  /** `mine`: a lease of this staff member; `other`: somebody else's, with their name. */
  lease: z.object({ who: z.enum(['mine', 'other']), name: z.string(), until: Instant }).nullable(),
  pending: z.object({ decision: DecisionId, verdict: Verdict, undoUntil: Instant.nullable() }).nullable(),
  watched: z.boolean(),
})
export type QueueRow = z.infer<typeof QueueRow>

export const LevelCounts = z.record(Level, z.int())

export const queueCalls = define({
  /** Ranks now and freezes that order as a view, so that nothing jumps under the cursor. The last 4 views are kept. */
  'queue.open': { input: z.object({ filter: QueueFilter }), output: z.object({ view: z.int(), total: z.int(), counts: LevelCounts, topics: z.array(z.string()) }) },
  /** Rows of a frozen view with their present state. `count` ≤ 200. */
  'queue.rows': { input: z.object({ view: z.int(), start: z.int().nonnegative(), count: z.int().min(1).max(200) }), output: z.object({ rows: z.array(QueueRow) }) },
  /** How many items rank in this filter but are not in the view, and the most urgent level among them. */
  'queue.arrivals': { input: z.object({ view: z.int() }), output: z.object({ count: z.int(), top: Level.nullable() }) },
})
