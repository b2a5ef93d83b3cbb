/** How long open items have waited, level by level. Read from an index alone, so that 100,000 items cost little. */
import { clocks } from '#contract/review'
import { levels, type Level } from '#contract/risk'
import { openStatus } from '../cache/item-row'
import type { ReadHandle } from '../cache/open'

export type Ages = { open: number; oldestMs: number | null; medianMs: number | null; clockMs: number; late: number }

export function ageReads({ db }: ReadHandle) {
  // What this desk has decided waits no longer, whether the server knows it yet or not; a promise waits from when it is due.
  const open = `from item indexed by item_age where status = ${openStatus} and level = ? and queued_at <= ? and id not in (select item_id from outbox)`
  const count = db.prepare<[number, number], number>(`select count(*) ${open}`).pluck()
  // Past the clock of level and kind, as the queue counts it; its index covers this, too.
  const late = db.prepare<[number, number], { level: number; n: number }>(
    `select level, count(*) as n from item where status = ${openStatus} and band = ? and rank_at < ? and id not in (select item_id from outbox) group by level`,
  )
  const nth = db.prepare<[number, number, number], number>(`select queued_at ${open} order by queued_at limit 1 offset ?`).pluck()
  return (serverNow: number): Record<Level, Ages> => {
    const lateOf = new Map<number, number>()
    for (const band of levels.keys()) for (const { level, n } of late.all(band, serverNow)) lateOf.set(level, (lateOf.get(level) ?? 0) + n)
    const of = (level: Level): Ages => {
      const place = levels.indexOf(level)
      const many = count.get(place, serverNow) ?? 0
      const ageOf = (at: number | undefined) => (at === undefined ? null : Math.max(0, serverNow - at))
      return {
        open: many,
        oldestMs: ageOf(nth.get(place, serverNow, 0)),
        medianMs: ageOf(nth.get(place, serverNow, Math.floor(many / 2))),
        clockMs: clocks[level],
        late: lateOf.get(place) ?? 0,
      }
    }
    return Object.fromEntries(levels.map((level) => [level, of(level)])) as Record<Level, Ages>
  }
}
