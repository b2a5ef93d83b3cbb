/** Second readings: one's own level before the scorer's, and how far readers agree. */
import { z } from 'zod'
import { Agreement } from '../agreement'
import { ItemId } from '../ids'
import { Level } from '../risk'
import { define, none } from './call'

export const secondReviewCalls = define({
  /** Once, before the score is shown; a second choice is answered with the first. */
  'item.chooseLevel': { input: z.object({ item: ItemId, level: Level }), output: z.object({ level: Level }) },
  /** Asked of the community; refused without a connection, and to Guides. */
  'agreement.read': { input: none, output: Agreement },
})
