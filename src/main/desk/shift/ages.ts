/** How long open items have waited, level by level. Read from an index alone, so that 100,000 items cost little. */
import { clocks } from '#contract/review'
import { levels, type Level } from '#contract/risk'
import { openStatus } from '../cache/item-row'
import type { ReadHandle } from '../cache/open'

export type Ages = { open: number; oldestMs: number | null; medianMs: number | null; clockMs: number; late: number }

export function ageReads({ db }: ReadHandle) {
  // What this desk has decided waits no longer, whether the server knows it yet or not.
  const open = `from item indexed by item_age where status = ${openStatus} and level = ? and id not in (select item_id from outbox)`
  const count = db.prepare<[number], number>(`select count(*) ${open}`).pluck()
  const late = db.prepare<[number, number], number>(`select count(*) ${open} and queued_at < ?`).pluck()
  const nth = db.prepare<[number, number], number>(`select queued_at ${open} order by queued_at limit 1 offset ?`).pluck()
  return (serverNow: number): Record<Level, Ages> => {
    const of = (level: Level): Ages => {
      const place = levels.indexOf(level)
      const many = count.get(place) ?? 0
      const ageOf = (at: number | undefined) => (at === undefined ? null : Math.max(0, serverNow - at))
      return {
        open: many,
        oldestMs: ageOf(nth.get(place, 0)),
        medianMs: ageOf(nth.get(place, Math.floor(many / 2))),
        clockMs: clocks[level],
        late: late.get(place, serverNow - clocks[level]) ?? 0,
      }
    }
    return Object.fromEntries(levels.map((level) => [level, of(level)])) as Record<Level, Ages>
  }
}
