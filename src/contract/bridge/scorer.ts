/** What scores on this desk, how it does, and where clinicians saw it otherwise. */
import { z } from 'zod'
import { Instant, ItemId } from '../ids'
import { Verdict } from '../review'
import { Level } from '../risk'
import { define, none } from './call'

export const PackStatus = z.object({
  version: z.string(),
  /** `program`: it came with the desk; `community`: it was fetched and its signature was checked. */
  from: z.enum(['program', 'community']),
  since: Instant.nullable(),
  checkedAt: Instant.nullable(),
  /** Why the pack that the community offered last is not used. */
  refused: z.string().nullable(),
})
export type PackStatus = z.infer<typeof PackStatus>

export const ScorerMiss = z.object({
  item: ItemId,
  at: Instant,
  topic: z.string(),
  verdict: Verdict,
  scored: Level,
  /** The nearest level that goes with what was decided. */
  decided: Level,
  /** Levels between the two; above zero where the clinician saw more. */
  steps: z.int(),
})
export type ScorerMiss = z.infer<typeof ScorerMiss>

const share = z.number().min(0).max(1)

export const ScorerReport = z.object({
  pack: PackStatus,
  /** Decisions on this desk that say something of the level. */
  judged: z.int(),
  missed: z.object({ sawMore: z.int(), sawLess: z.int() }),
  /** Those where the clinician saw more first, the farthest apart first; at most 50. */
  misses: z.array(ScorerMiss),
  /** Against the items before the last seven days. Null where there are too few to say. */
  drift: z.object({ psi: z.number(), alarm: z.boolean(), reasons: z.array(z.string()), recent: z.int(), reference: z.int() }).nullable(),
  /** Share of each level among the items of the last seven days and of those before. */
  mix: z.array(z.object({ level: Level, recent: share, before: share })),
  /** Of the decided items: what was predicted as urgent, and what clinicians found urgent, in steps of the prediction. */
  calibration: z.array(z.object({ predicted: share, found: share, n: z.int() })),
})
export type ScorerReport = z.infer<typeof ScorerReport>

export const scorerCalls = define({
  'scorer.report': { input: none, output: ScorerReport },
  /** Every disagreement as one JSON object a line, for retraining. Without texts and names unless `withText` is asked for; never with who decided. */
  'scorer.export': { input: z.object({ withText: z.boolean() }), output: z.object({ file: z.string(), text: z.string(), count: z.int() }) },
})
