/** A promise to a member becomes work that is due: for whoever made it, at the hour that was named. */
import { uuidv7 } from 'uuidv7'
import type { DecisionSummary, PromiseMade } from '#contract/review'
import type { NewItem } from './items'
import { placeInQueue } from './rank'

export type Promised = { id: string; post_id: string; author_id: string; pack_version: string; audience: number }

/**
 * `queuedAt` is the hour that was named, usually in the future: until then the item is in nobody's open list. Its level is green:
 * what was written was judged with the decision that made the promise, and keeping it is no new finding.
 */
export function promiseItem(item: Promised, promise: PromiseMade, summary: DecisionSummary): NewItem {
  const due = new Date(promise.due)
  return {
    id: uuidv7(),
    kind: 'promise',
    postId: item.post_id,
    authorId: item.author_id,
    level: 'green',
    packVersion: item.pack_version,
    audience: item.audience,
    queuedAt: due,
    ...placeInQueue('promise', 'green', due),
    origin: { ...summary, itemId: item.id as NonNullable<NewItem['origin']>['itemId'], detail: promise.what },
    about: { of: 'promise', what: promise.what, due: promise.due, by: summary.name },
    assignee: { id: summary.by, name: summary.name },
  }
}
