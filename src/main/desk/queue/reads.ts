/** Reads of the queue. The rank index covers every list, so that listing 100,000 items never touches their texts. */
import type { LevelCounts, QueueFilter } from '#contract/bridge'
import { levels, type Level } from '#contract/risk'
import type { z } from 'zod'
import type { ReadHandle } from '../cache/open'
import { openStatus } from '../cache/item-row'
import { shareOut } from '../rank/shares'
import { facetColumns, facetReads, fits, isNarrowed, type FacetColumns, type FacetPick } from './facets'
import { searchReads } from '../search/search'
import type { Row } from './row'

type Filter = z.output<typeof QueueFilter>
type Counts = z.output<typeof LevelCounts>
const none: Counts = { crisis: 0, red: 0, amber: 0, green: 0 }
type Now = { staff: string; serverNow: number }
type Present = FacetColumns & {
  assignee: string | null
  rid: number
  level: number
  topic: string
  status: number
  watched: number
  leaseBy: string | null
  leaseUntil: number | null
  decidedAt: number | null
  promise: 0 | 1
  queuedAt: number
  pending: 0 | 1
}
export type RankContext = Now & { pending: readonly string[] }
type Ranked = { rids: number[]; counts: z.output<typeof LevelCounts>; outside: { crisis: number; red: number }; topics: string[] }

const rowColumns = `i.rid, i.id, i.level, i.abstained, i.kind, i.topic, i.themes, i.preview, i.author_name as authorName, i.queued_at as queuedAt,
  i.due_at as dueAt, i.status, i.lease_by as leaseBy, i.lease_name as leaseName, i.lease_until as leaseUntil, i.watched`

export function queueReads(handle: ReadHandle) {
  const { db } = handle
  const order = 'order by band, rank_at, level, id'
  // One scan per level, in the order of the index; with a topic the index still covers it.
  const openOf = db.prepare<[number], number>(`select rid from item where status = ${openStatus} and band = ? order by rank_at, level, id`).pluck()
  const openOfTopic = db
    .prepare<[number, string], number>(`select rid from item where status = ${openStatus} and band = ? and topic = ? order by rank_at, level, id`)
    .pluck()
  // A kind with a short clock stands in a band above its level's: a level is looked for in its own band and in those above.
  const levelOf = db
    .prepare<[number, number], number>(`select rid from item where status = ${openStatus} and band = ? and level = ? order by rank_at, level, id`)
    .pluck()
  const levelOfTopic = db
    .prepare<[number, number, string], number>(`select rid from item where status = ${openStatus} and band = ? and level = ? and topic = ? order by rank_at, level, id`)
    .pluck()
  const lateOf = db.prepare<[number, number], number>(`select count(*) from item where status = ${openStatus} and band = ? and rank_at < ?`).pluck()
  const lateOfTopic = db
    .prepare<[number, string, number], number>(`select count(*) from item where status = ${openStatus} and band = ? and topic = ? and rank_at < ?`)
    .pluck()
  const openGroups = db.prepare<[], { level: number; topic: string; n: number }>(
    `select level, topic, count(*) as n from item indexed by item_rank where status = ${openStatus} group by level, topic`,
  )
  type Pick = FacetPick & FacetColumns
  const picked = `rid, level, topic, ${facetColumns}`
  const mine = db.prepare<[string, number, string], Pick>(
    `select ${picked} from item where ((lease_by = ? and lease_until > ?) or assignee = ?) and status = ${openStatus} ${order}`,
  )
  const watched = db.prepare<[], Pick>(`select ${picked} from item indexed by item_watched where watched = 1 and status = ${openStatus} ${order}`)
  const decided = db.prepare<[], Pick>(`select ${picked} from item where decided_at is not null order by decided_at desc, id`)
  const openPicks = db.prepare<[], Pick>(`select ${picked} from item where status = ${openStatus} ${order}`)
  const byId = db.prepare<[string], Pick & { status: number }>(`select ${picked}, status from item where id = ?`)
  // A promise is held before it is due, so that it comes without a network, too. Until then no list but "decided" shows it.
  const notDue = db.prepare<[number], Pick & { queuedAt: number }>(
    `select ${picked}, queued_at as queuedAt from item indexed by item_age
     where status = ${openStatus} and level in (0, 1, 2, 3) and queued_at > ? and kind = 'promise'`,
  )
  const level = db.prepare<[number], number>('select level from item where rid = ?').pluck()
  const present = db.prepare<[string], Present>(
    `select i.rid, i.level, i.topic, ${facetColumns}, i.assignee, i.status, i.watched, i.lease_by as leaseBy, i.lease_until as leaseUntil, i.decided_at as decidedAt,
       i.kind = 'promise' as promise, i.queued_at as queuedAt, o.decision_id is not null as pending from item i left join outbox o on o.item_id = i.id where i.id = ?`,
  )
  const row = db.prepare<[number], Row>(
    `select ${rowColumns}, o.decision_id as decision, json_extract(o.payload, '$.action.verdict') as verdict,
       case when o.state = 'held' then o.undo_until end as undoUntil
     from item i left join outbox o on o.item_id = i.id where i.rid = ?`,
  )
  const search = searchReads(db)
  const facets = facetReads(handle)

  const shows = (show: Filter['show'], item: Present, { staff, serverNow }: Now): boolean => {
    if (show === 'decided') return item.decidedAt !== null || (item.pending === 1 && item.status === openStatus)
    if (item.status !== openStatus || item.pending === 1) return false
    if (item.promise === 1 && item.queuedAt > serverNow) return false
    if (show === 'mine') return item.assignee === staff || (item.leaseBy === staff && (item.leaseUntil ?? 0) > serverNow)
    return show === 'open' || item.watched === 1
  }

  /** Rows by show, without the filters of level, topic and text. */
  const shown = (show: Filter['show'], { staff, serverNow, pending }: RankContext): Pick[] => {
    const waiting = pending.flatMap((id) => byId.get(id) ?? [])
    if (show === 'decided') {
      const own = waiting.filter((item) => item.status === openStatus)
      return [...own, ...decided.all()]
    }
    const hidden = new Set([...waiting, ...notDue.all(serverNow)].map((item) => item.rid))
    const rows = show === 'mine' ? mine.all(staff, serverNow, staff) : show === 'watched' ? watched.all() : openPicks.all()
    return rows.filter((item) => !hidden.has(item.rid))
  }

  /** Rows that are open but not listed as such (decided here, not due yet), and how many of the others there are. */
  const openNow = ({ pending, serverNow }: RankContext) => {
    const waiting = pending.flatMap((id) => byId.get(id) ?? []).filter((item) => item.status === openStatus)
    const aside = [...new Map([...waiting, ...notDue.all(serverNow)].map((item) => [item.rid, item])).values()]
    const groups = new Map<string, { level: number; topic: string; n: number }>()
    for (const group of [...openGroups.all(), ...aside.map(({ level: at, topic }) => ({ level: at, topic, n: -1 }))]) {
      const key = `${group.level} ${group.topic}`
      groups.set(key, { ...group, n: group.n + (groups.get(key)?.n ?? 0) })
    }
    return { hidden: new Set(aside.map((item) => item.rid)), groups: [...groups.values()] }
  }

  const countsOf = (groups: Iterable<{ level: number; topic: string; n: number }>, topic: string | undefined) => {
    const counts = { crisis: 0, red: 0, amber: 0, green: 0 }
    const topics = new Set<string>()
    for (const group of groups) {
      const name = levels[group.level]
      if (name === undefined || group.n <= 0) continue
      topics.add(group.topic)
      if (topic === undefined || topic === group.topic) counts[name] += group.n
    }
    return { counts, topics: [...topics].sort((a, b) => a.localeCompare(b)) }
  }

  /** Open crisis and red items that a list leaves out. */
  const outsideOf = (whole: Counts, listed: Counts, wanted: number) => {
    const out = (level: 'crisis' | 'red') => whole[level] - (wanted < 0 || levels[wanted] === level ? listed[level] : 0)
    return { crisis: out('crisis'), red: out('red') }
  }

  const openOfLevel = (wanted: number, topic: string | undefined, hidden: ReadonlySet<number>): number[] =>
    levels
      .slice(0, wanted + 1)
      .flatMap((_, band) => (topic === undefined ? levelOf.all(band, wanted) : levelOfTopic.all(band, wanted, topic)))
      .filter((rid) => !hidden.has(rid))

  /** Open items of the wanted level, or of all, in the order in which they should be read. */
  const openInOrder = (wanted: number, topic: string | undefined, hidden: ReadonlySet<number>, now: number): number[] => {
    if (wanted >= 0) return openOfLevel(wanted, topic, hidden)
    const of = (level: Level) => {
      const band = levels.indexOf(level)
      const all = topic === undefined ? openOf.all(band) : openOfTopic.all(band, topic)
      const late = (topic === undefined ? lateOf.get(band, now) : lateOfTopic.get(band, topic, now)) ?? 0
      if (hidden.size === 0) return { rids: all, late }
      const shownRids = all.filter((rid) => !hidden.has(rid))
      return { rids: shownRids, late: all.slice(0, late).filter((rid) => !hidden.has(rid)).length }
    }
    const [crisis, red, amber, green] = [of('crisis'), of('red'), of('amber'), of('green')]
    return shareOut({ crisis: crisis.rids, red: red.rids, amber: amber.rids, green: green.rids, amberLate: amber.late, greenLate: green.late })
  }

  return {
    /** Counts are of the filter without its level, so that each level tells what choosing it would show. */
    rank: (filter: Filter, context: RankContext): Ranked => {
      const wanted = filter.level === undefined ? -1 : levels.indexOf(filter.level)
      const matches = filter.text === undefined || filter.text.trim() === '' ? null : search.all(filter.text)
      const { hidden, groups } = openNow(context)
      const whole = countsOf(groups, undefined).counts
      if (filter.show === 'open') {
        const inOrder = openInOrder(wanted, filter.topic, hidden, context.serverNow)
        if (matches === null && !isNarrowed(filter)) {
          const listed = countsOf(groups, filter.topic)
          return { rids: inOrder, ...listed, outside: outsideOf(whole, listed.counts, wanted) }
        }
        const within = facets.open(filter).filter((item) => !hidden.has(item.rid) && (matches === null || matches.has(item.rid)))
        const rids = new Set(within.map((item) => item.rid))
        const listed = countsOf(within.map((item) => ({ ...item, n: 1 })), filter.topic)
        return { rids: inOrder.filter((rid) => rids.has(rid)), ...listed, outside: outsideOf(whole, listed.counts, wanted) }
      }
      const rows = shown(filter.show, context)
      const found = rows.filter((item) => (matches === null || matches.has(item.rid)) && fits(filter, item))
      const rids = found.filter((item) => (wanted < 0 || item.level === wanted) && (filter.topic === undefined || item.topic === filter.topic)).map((item) => item.rid)
      const listed = countsOf(found.map((item) => ({ ...item, n: 1 })), filter.topic)
      return { rids, ...listed, outside: outsideOf(whole, filter.show === 'decided' ? none : listed.counts, wanted) }
    },
    facets: () => facets.known(),
    /** When the next promise is due that no list shows yet, in milliseconds of the server's clock; null when there is none. */
    nextDue: (serverNow: number): number | null => notDue.all(serverNow).reduce<number | null>((next, { queuedAt }) => Math.min(next ?? queuedAt, queuedAt), null),
    row: (rid: number): Row | null => row.get(rid) ?? null,
    /** Where one item stands with a filter now; null when it is not held. */
    stand: (filter: Filter, id: string, now: Now): { rid: number; level: number; listed: boolean } | null => {
      const item = present.get(id)
      if (item === undefined) return null
      const listed =
        shows(filter.show, item, now) &&
        fits(filter, item) &&
        (filter.level === undefined || levels[item.level] === filter.level) &&
        (filter.topic === undefined || item.topic === filter.topic) &&
        (filter.text === undefined || filter.text.trim() === '' || search.matches(filter.text, item.rid))
      return { rid: item.rid, level: item.level, listed }
    },
    level: (rid: number): number => level.get(rid) ?? levels.length,
  }
}
