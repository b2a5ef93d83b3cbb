/** Who else works here, as a colleague may know it: pseudonym, role and whether they may decide just now. */
import type { Colleague } from '#contract/people'
import type { StaffId } from '#contract/ids'
import type { ClinicalRole } from '#contract/staff'
import { rankOf } from '../review/rank'
import { statement, type Sql } from '../db/sql'

const clinical = `f.active and f.role in ('guide', 'lead', 'senior')`
const valid = `(f.registration_expires is null or f.registration_expires >= $1::date)`

type Row = { id: string; pseudonym: string; role: ClinicalRole; valid: boolean; seen: Date | null }
const all = statement<Row>(
  'colleagues_all',
  `select f.id, f.pseudonym, f.role, ${valid} as valid, (select max(d.last_seen) from device d where d.staff_id = f.id) as seen from staff f where ${clinical} order by f.pseudonym`,
)
const named = statement<Row>('colleagues_named', `select f.id, f.pseudonym, f.role, ${valid} as valid, null::timestamptz as seen from staff f where ${clinical} and f.id = $2`)
export async function colleagues(sql: Sql, now: Date): Promise<Colleague[]> {
  const rows = await sql.query(all, [now])
  return rows.map(({ id, pseudonym, role, valid: mayDecide, seen }) => ({ id: id as StaffId, name: pseudonym, role, mayDecide, lastSeen: seen?.toISOString() ?? null }))
}

export type Named = { ok: true; colleague: { id: string; name: string } } | { ok: false; why: string }

/** The colleague of that id, if work of this audience can go to them. Our rule: nothing goes to somebody whose registration has expired (S2). */
export async function namedColleague(sql: Sql, id: string, audience: number, now: Date): Promise<Named> {
  const [row] = await sql.query(named, [now, id])
  if (row === undefined) return { ok: false, why: 'The colleague who was named does not work here any more. Choose somebody else, or nobody.' }
  if (!row.valid) return { ok: false, why: `The registration of ${row.pseudonym} has expired, so nothing can be given to them. Choose somebody else, or nobody.` }
  if (rankOf[row.role] < audience) return { ok: false, why: `${row.pseudonym} cannot see work of this kind. Choose somebody else, or nobody.` }
  return { ok: true, colleague: { id: row.id, name: row.pseudonym } }
}
