/** What a desk reads: changes after a cursor, snapshot pages, and the most urgent open items. */
import type { z } from 'zod'
import type { ItemId } from '#contract/ids'
import type { ChangesPage, QueueTop, ResyncNeeded, SnapshotPage } from '#contract/sync'
import type { ClinicalRole } from '#contract/staff'
import { one, statement, type Sql } from '../db/sql'
import { itemColumns, itemJoins, toItem, type ItemRow } from '../review/items'
import { blindTo, seenBy } from '../second-review/sample'
import { rankOf } from '../review/rank'
import { cursorOf, epochFor, placeOf } from './cursor'
import { tenant, type Head } from './head'

// Head and rows in one statement see one state of the database: no purge and no commit can come between them.
const changesAfter = statement<Head & Partial<ItemRow> & { head_seq: number }>(
  'feed_changes',
  `select h.epoch, h.horizon, h.seq as head_seq, r.* from sync_head h left join lateral (
     select ${itemColumns}, ${blindTo('$4')} as blind from item i ${itemJoins} where i.seq > $1 and i.audience <= $2 and ${seenBy('$4')} order by i.seq limit $3
   ) r on true where h.tenant = '${tenant}' order by r.seq`,
)

type Totals = Head & { total: number }
const totals = statement<Totals>(
  'feed_totals',
  `select epoch, seq, horizon,
     items_guide + case when $1::int >= 1 then items_lead else 0 end + case when $1::int >= 2 then items_senior else 0 end as total
   from sync_head where tenant = '${tenant}'`,
)
const snapshotAfter = statement<ItemRow>(
  'feed_snapshot',
  `select ${itemColumns}, ${blindTo('$4')} as blind from item i ${itemJoins}
   where i.id > $1 and i.audience <= $2 and not i.removed and ${seenBy('$4')} order by i.id limit $3`,
)

// One ordered index scan per audience, cut at the limit: the cost does not depend on how many items are open. What is not due yet
// (a promise) is left out.
const topOf = (audience: number) =>
  `(select id, band, due_at from item where audience = ${audience} and status = 'open' and not removed and queued_at <= $2 order by band, due_at, id limit $1)`
const top = (rank: number) =>
  statement<ItemRow>(
    `feed_top_${rank}`,
    `select ${itemColumns}, ${blindTo('$3')} as blind from (
       select * from (${Array.from({ length: rank + 1 }, (_, audience) => topOf(audience)).join(' union all ')}) u order by band, due_at, id limit $1
     ) first join item i on i.id = first.id ${itemJoins} where ${seenBy('$3')} order by first.band, first.due_at, first.id`,
  )
const topByRank = [top(0), top(1), top(2)] as const

/** Who reads; what somebody is to read a second time is not told them before they have. */
export type Viewer = { id: string; role: ClinicalRole }

/** Decided work about a post that this viewer is to judge afresh is not there for them until they have. */
const hidden = (row: ItemRow): boolean => row.blind === true && row.status === 'decided'

type Bare<T> = Omit<T, 'serverTime' | 'deviceState'>

/** One changes page, or why the cursor cannot be continued. `limit` is a ceiling. */
export async function changes(sql: Sql, { id, role }: Viewer, cursor: ChangesPage['next'], limit: number): Promise<Bare<ChangesPage> | z.infer<typeof ResyncNeeded>> {
  const rank = rankOf[role]
  const from = placeOf(cursor)
  const rows = await sql.query(changesAfter, [from.seq, rank, limit + 1, id])
  const first = rows[0]
  if (first === undefined) throw new Error('The head of the log is missing')
  const epoch = epochFor(first.epoch, rank)
  // A cursor beyond the head comes from a database that was since put back to an older state.
  if (from.epoch !== epoch || from.seq > first.head_seq) return { code: 'resync', why: 'epoch' }
  if (from.seq < first.horizon) return { code: 'resync', why: 'horizon' }
  const found = rows.filter((row): row is Head & ItemRow & { head_seq: number } => row.id !== null && row.id !== undefined)
  const more = found.length > limit
  const page = more ? found.slice(0, limit) : found
  const last = page.at(-1)?.seq ?? from.seq
  return {
    changes: page.map((row) =>
      row.removed || hidden(row) ? { seq: row.seq, id: row.id as ItemId, removed: true } : { seq: row.seq, id: row.id as ItemId, item: toItem(row, role) },
    ),
    // At the end the cursor moves on to the head, past items that this role does not see.
    next: cursorOf({ epoch, seq: more ? last : Math.max(last, first.head_seq) }),
    more,
  }
}

const lowest = '00000000-0000-0000-0000-000000000000'

/** Keyset pages by id. The head is read before the rows: what changes in between comes again with the log. */
export async function snapshot(sql: Sql, { id, role }: Viewer, after: string | undefined, limit: number): Promise<Bare<SnapshotPage>> {
  const rank = rankOf[role]
  const now = await one(sql, totals, [rank])
  const rows = await sql.query(snapshotAfter, [after ?? lowest, rank, limit + 1, id])
  const more = rows.length > limit
  const page = more ? rows.slice(0, limit) : rows
  return {
    items: page.filter((row) => !hidden(row)).map((row) => ({ seq: row.seq, item: toItem(row, role) })),
    last: (page.at(-1)?.id as ItemId | undefined) ?? null,
    more,
    asOf: cursorOf({ epoch: epochFor(now.epoch, rank), seq: now.seq }),
    total: now.total,
  }
}

export async function queueTop(sql: Sql, { id, role }: Viewer, limit: number, now: Date): Promise<Bare<QueueTop>> {
  const rows = await sql.query(topByRank[rankOf[role] as 0 | 1 | 2], [limit, now, id])
  return { items: rows.map((row) => ({ seq: row.seq, item: toItem(row, role) })) }
}
