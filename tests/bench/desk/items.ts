/** Synthetic items for measuring: gentle sentences of about 80 words, in the levels' usual proportions. */
import type { ReviewItem } from '../../../src/contract/review'
import { uuidv7obj } from 'uuidv7'
import { modelItem, uuid } from '../../property/desk/model-server'

const words =
  'today I walked by the river with my sister and we talked about the garden and how the light comes back in spring it has been a long week at work but the evenings are calm and I cook soup and read a little before sleep thank you all for listening it helps to write things down here when the house is quiet and nobody else is awake'.split(' ')

/** The same number gives the same item. */
export function benchItem(number: number, now: number): ReviewItem {
  let state = number * 2654435761 + 1
  const next = (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822507) + 0x9e3779b9) >>> 0
    return state % below
  }
  const at = now - next(7 * 86_400_000)
  const base = modelItem(uuidv7obj().toString(), number, at)
  const text = Array.from({ length: 80 }, () => words[next(words.length)] ?? 'and').join(' ')
  const level = (['amber', 'green', 'green', 'green', 'green', 'green', 'amber', 'red'] as const)[next(8)] ?? 'green'
  return {
    ...base,
    post: { ...base.post, id: uuid('bench-post', number) as never, thread: uuid('bench-post', number - (number % 4)) as never, text, topic: { ...base.post.topic, name: `Topic ${next(12)}` } },
    author: { ...base.author, id: uuid('bench-member', next(20_000)) as never, pseudonym: `member-${next(20_000)}` },
    intake: { level, packVersion: 'bench' },
  }
}
