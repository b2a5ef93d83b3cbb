/** Taking items out of the log: tombstones first, then, when every desk had time to see them, the purge behind the horizon. */
import type { Database } from '../db/database'
import { one, statement } from '../db/sql'
import { announce, drawSeq, tenant } from './head'

const lock = statement<{ id: string; audience: number }>(
  'removal_lock',
  'select id, audience from item where id = any($1::uuid[]) and not removed order by id for update',
)
const bury = statement(
  'removal_bury',
  `update item set removed = true, seq = $2::bigint + g.n - 1, version = version + 1, lease_user = null, lease_name = null, lease_device = null, lease_until = null, lease_held = null,
     status = case when status = 'open' then 'withdrawn' else status end
   from unnest($1::uuid[]) with ordinality as g(id, n) where item.id = g.id`,
)
const purge = statement<{ gone: number; horizon: number }>(
  'removal_purge',
  `with gone as (delete from item where removed and seq <= $1 returning seq),
   h as (update sync_head set horizon = greatest(horizon, (select max(seq) from gone)) where tenant = '${tenant}' and exists (select 1 from gone) returning horizon)
   select (select count(*)::int from gone) as gone, coalesce((select horizon from h), (select horizon from sync_head where tenant = '${tenant}')) as horizon`,
)

/** Gives how many items became tombstones. Ledger entries and posts stay. */
export function removeItems(database: Database, ids: readonly string[]): Promise<number> {
  return database.transaction(async (tx) => {
    const rows = await tx.query(lock, [ids])
    if (rows.length === 0) return 0
    const per = (audience: number) => -rows.filter((row) => row.audience === audience).length
    const first = await drawSeq(tx, rows.length, [per(0), per(1), per(2)])
    await tx.query(bury, [rows.map((row) => row.id), first])
    await announce(tx, { seq: first + rows.length - 1, hints: [] })
    return rows.length
  })
}

/** Deletes tombstones numbered up to `upTo` and raises the horizon with them, in one statement. */
export const purgeTombstones = (database: Database, upTo: number): Promise<{ gone: number; horizon: number }> => one(database, purge, [upTo])
