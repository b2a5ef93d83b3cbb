/** Items that read like this one, and what was decided about them. */
import { z } from 'zod'
import { Instant, ItemId } from '../ids'
import { ReviewItem } from '../review'
import { Level } from '../risk'
import { define } from './call'

export const SimilarItem = z.object({
  item: ItemId,
  at: Instant,
  topic: z.string(),
  level: Level,
  /** First words. */
  preview: z.string(),
  /** The last decision about it; null when it waits. */
  decision: ReviewItem.shape.decision,
  /** Rare words that both have: why it is here. */
  words: z.array(z.string()),
  themes: z.array(z.string()),
})
export type SimilarItem = z.infer<typeof SimilarItem>

export const similarCalls = define({
  /** By other members, best first, at most 5; from what this desk holds, so without a network, too. */
  'item.similar': { input: z.object({ item: ItemId }), output: z.object({ similar: z.array(SimilarItem) }) },
})
