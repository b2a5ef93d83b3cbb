/** What a second reader is shown, and when: their own level comes before the desk's score (docs/decisions/0018). */
import type { ItemView } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import type { ReviewItem } from '#contract/review'
import { Level, type RiskScore } from '#contract/risk'
import type { Cache } from '../cache/open'
import type { ShadowReads } from '../cache/shadow'
import type { Clock } from '../clock'
import type { OpenHandlers } from '../dispatch'
import { DeskError } from '../errors'
import { gone } from '../item/view'
import type { ApiClient } from '../sync/api-client'
import { troubleWords } from '../sync/words'

/** To be judged afresh by whoever is at this desk. */
export const isBlind = ({ kind, status }: Pick<ReviewItem, 'kind' | 'status'>): boolean => kind === 'second-review' && status === 'open'

/** Says nothing of the text. Its level is one that stays covered until it is opened, because nothing forewarns of it. */
const nothing = (packVersion: string): RiskScore => ({ level: 'red', p: { flag: 0, urgent: 0, crisis: 0 }, categories: [], spans: [], pii: [], abstained: false, abstainReason: '', packVersion })

export type SecondReview = ReturnType<typeof openSecondReview>

export function openSecondReview({ cache, clock, shadow, api, changed }: { cache: Cache; clock: Clock; shadow: ShadowReads; api: () => ApiClient; changed: (items: ItemId[]) => void }) {
  const find = cache.write.db.prepare<[string], string>('select level from own_level where item = ?').pluck()
  const keep = cache.write.db.prepare<[string, string, number]>('insert into own_level (item, level, at) values (?, ?, ?) on conflict do nothing')
  const levelOf = (item: ItemId): Level | null => Level.safeParse(find.get(item)).data ?? null

  const calls: Pick<OpenHandlers, 'item.chooseLevel' | 'agreement.read'> = {
    'item.chooseLevel': ({ item, level }) => {
      const held = shadow.find(item)
      if (held === null) throw gone()
      if (!isBlind(held.item)) throw new DeskError('not-allowed', 'This item does not ask for a level of your own. Nothing was changed.')
      keep.run(item, level, clock.now())
      changed([item])
      return { level: levelOf(item) ?? level }
    },
    'agreement.read': async () => {
      const answer = await api().call('agreement', {})
      if (answer.ok) return answer.value
      throw new DeskError(answer.trouble.kind === 'refused' ? 'not-allowed' : 'offline', troubleWords(answer.trouble))
    },
  }
  return {
    calls,
    levelOf,
    /** The view with what this reader may see of it now. */
    veil(view: ItemView): ItemView {
      const { item } = view
      if (item.about?.of !== 'second-review' && item.kind !== 'second-review') return view
      const ownLevel = levelOf(item.id)
      const first = item.status === 'open' || item.about?.of !== 'second-review' ? null : (shadow.find(item.about.first)?.item.decision ?? null)
      return { ...view, score: isBlind(item) && ownLevel === null ? nothing(view.score.packVersion) : view.score, secondReading: { ownLevel, first } }
    },
  }
}
