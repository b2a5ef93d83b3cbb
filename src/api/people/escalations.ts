/**
 * An escalation leaves nobody alone (E3, E8): the person asked accepts it, and whoever escalated sees who and when. What nobody
 * accepts in its time is everybody's of that role. Each step shows on the escalation and on the item it came from.
 */
import type { EscalationAnswer } from '#contract/people'
import { widensAfter } from '#contract/review'
import type { Level } from '#contract/risk'
import type { ClinicalRole, Staff } from '#contract/staff'
import type { Database, Tx } from '../db/database'
import { statement } from '../db/sql'
import { rankOf } from '../review/rank'
import { every } from '../review/every'
import { announcing, drawing } from '../sync/head'

type Row = { id: string; audience: number; status: string; removed: boolean; level: Level; assignee: string | null; assignee_name: string | null; accepted_at: Date | null; origin_item: string | null }

const columns = `id, audience, status, removed, level, assignee, assignee_name, accepted_at, (origin ->> 'itemId')::uuid as origin_item`
// With the item it came from, in the order of ids like every lock on items.
const lock = statement<Row & { kind: string }>(
  'escalation_lock',
  `select ${columns}, kind from item where id = $1 or id = (select (origin ->> 'itemId')::uuid from item where id = $1) order by id for update`,
)
const unaccepted = statement<Row>(
  'escalation_unaccepted',
  `select ${columns} from item where widens_at <= $1 and status = 'open' and accepted_at is null and widens_at is not null and not removed
   order by id limit 50 for update skip locked`,
)
const setOwner = statement(
  'escalation_set_owner',
  `with ${drawing}, owned as (
     update item set seq = h.base + g.n, assignee = $6, assignee_name = $7, accepted_at = $8, widens_at = $9
     from h, unnest($5::uuid[]) with ordinality as g(id, n) where item.id = g.id
   ) select ${announcing('$10')} from h`,
)

type Owner = { id: string; name: string } | null
const own = (tx: Tx, ids: readonly string[], owner: Owner, acceptedAt: Date | null, widensAt: Date | null) =>
  tx.last(setOwner, [ids.length, 0, 0, 0, ids, owner?.id ?? null, owner?.name ?? null, acceptedAt, widensAt, '[]'])

/** Takes an escalation, or says that one cannot: then it is everybody's at once. Offline there is no receipt, so this needs the network. */
export function answerEscalation(database: Database, staff: Staff & { role: ClinicalRole }, item: string, answer: 'accept' | 'decline', now: Date): Promise<EscalationAnswer> {
  return database.transaction(async (tx) => {
    const rows = await tx.query(lock, [item])
    const row = rows.find((one) => one.id === item)
    if (row === undefined || row.kind !== 'escalation' || row.removed || row.status !== 'open' || row.audience > rankOf[staff.role]) return { kind: 'gone' }
    if (row.accepted_at !== null && row.assignee !== staff.id) return { kind: 'taken', by: row.assignee_name ?? '', at: row.accepted_at.toISOString() }
    const ids = rows.map((one) => one.id)
    if (answer === 'decline') {
      await own(tx, ids, null, null, null)
      return { kind: 'declined' }
    }
    const at = row.accepted_at ?? now
    if (row.accepted_at === null) await own(tx, ids, { id: staff.id, name: staff.pseudonym }, at, null)
    return { kind: 'accepted', at: at.toISOString() }
  })
}

/** When an escalation that names somebody becomes everybody's. */
export const widensAt = (level: Level, at: Date): Date => new Date(at.getTime() + widensAfter[level])

/** One look at what nobody has accepted in time. Safe when two API processes look at once. */
export function widenEscalations(database: Database, now: Date): Promise<number> {
  return database.transaction(async (tx) => {
    const rows = await tx.query(unaccepted, [now])
    if (rows.length === 0) return 0
    const origins = rows.flatMap((row) => (row.origin_item === null ? [] : [row.origin_item]))
    await own(tx, [...new Set([...rows.map((row) => row.id), ...origins])].sort(), null, null, null)
    return rows.length
  })
}

/** Looks every few seconds until it is stopped; one look never overlaps the next. */
export function escalationWatch(database: Database, options: { now: () => Date; everyMs?: number; onError: (error: unknown) => void }): () => Promise<void> {
  return every(options.everyMs ?? 15_000, () => widenEscalations(database, options.now()), options.onError)
}
