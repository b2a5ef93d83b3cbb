/** The ranked list. */
import { z } from 'zod'
import { DecisionId, Instant, ItemId } from '../ids'
import { ItemKind, ReviewItem, Verdict } from '../review'
import { Category, Level } from '../risk'
import { define, none } from './call'

export const QueueFilter = z.object({
  level: Level.optional(),
  topic: z.string().optional(),
  kind: ItemKind.optional(),
  /** A theme that the scorer found. */
  theme: Category.optional(),
  /** Name of the partner organisation by which the member joined. */
  partner: z.string().max(200).optional(),
  country: z.string().max(40).optional(),
  text: z.string().max(200).optional(),
  /** `mine`: claimed by this clinician, or meant for them by name. */
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

/** The facts behind a "next one", for the words that say why it is this one. */
export const NextOne = z.object({
  item: ItemId,
  level: Level,
  kind: ItemKind,
  /** Since when it waits. */
  queuedAt: Instant,
  late: z.boolean(),
  /** It is meant for this clinician by name, or claimed by them already. */
  mine: z.boolean(),
  watched: z.boolean(),
  /** How many that rank above it were passed over, and why. */
  passed: z.object({ held: z.int(), leftOut: z.int(), notAllowed: z.int() }),
})
export type NextOne = z.infer<typeof NextOne>

export const queueCalls = define({
  /** Ranks now and freezes that order as a view, so that nothing jumps under the cursor. The last 4 views are kept. */
  'queue.open': {
    input: z.object({ filter: QueueFilter }),
    output: z.object({
      view: z.int(),
      total: z.int(),
      counts: LevelCounts,
      /** Open crisis and red items that this filter does not list: a filter never hides danger silently. */
      outside: z.object({ crisis: z.int(), red: z.int() }),
      topics: z.array(z.string()),
    }),
  },
  /** Rows of a frozen view with their present state. `count` ≤ 200. */
  'queue.rows': { input: z.object({ view: z.int(), start: z.int().nonnegative(), count: z.int().min(1).max(200) }), output: z.object({ rows: z.array(QueueRow) }) },
  /** What partners and countries there are to filter by, of what is held on this desk. */
  'queue.facets': { input: none, output: z.object({ partners: z.array(z.string()), countries: z.array(z.string()) }) },
  /** The most urgent open item that this clinician may take now; `not` are those just found to be taken. */
  'queue.next': { input: z.object({ not: z.array(ItemId).max(50) }), output: z.object({ next: NextOne.nullable() }) },
  /** How many items rank in this filter but are not in the view, and the most urgent level among them. */
  'queue.arrivals': { input: z.object({ view: z.int() }), output: z.object({ count: z.int(), top: Level.nullable() }) },
})
