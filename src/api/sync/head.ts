/**
 * Head of the log. Rule S1: every transaction that changes an item takes this row's lock last and draws its numbers there, so
 * that numbers are in commit order and no reader ever sees a gap.
 */
import type { Database, Tx } from '../db/database'
import { one, statement, type Sql } from '../db/sql'

export const tenant = 'community'
export const channel = 'wallguide'

export type Head = { epoch: string; seq: number; horizon: number }

const readHead = statement<Head>('head_read', `select epoch, seq, horizon from sync_head where tenant = '${tenant}'`)
const makeHead = statement(
  'head_make',
  `insert into sync_head (tenant, epoch, seq, horizon) values ('${tenant}', gen_random_uuid(), 0, 0) on conflict do nothing`,
)
const draw = statement<{ seq: number }>(
  'head_draw',
  `update sync_head set seq = seq + $1, items_guide = items_guide + $2, items_lead = items_lead + $3, items_senior = items_senior + $4
   where tenant = '${tenant}' returning seq`,
)
const notify = statement('head_notify', `select pg_notify('${channel}', $1)`)

export const head = (sql: Sql): Promise<Head> => one(sql, readHead)
export const ensureHead = (database: Database) => database.query(makeHead)

/** How many items were added (or, negative, taken away) per audience: guide, lead, senior. */
export type Added = readonly [number, number, number]

/**
 * Draws `count` numbers and returns the first. Call it as the last lock of the transaction. `count` must be above zero.
 */
export async function drawSeq(tx: Tx, count: number, added: Added = [0, 0, 0]): Promise<number> {
  const { seq } = await one(tx, draw, [count, ...added])
  return seq - count + 1
}

/**
 * For statements that draw numbers and use them at once: `h.base` is the number before the first, `h.top` the last. Takes $1
 * how many, and $2 to $4 as `Added`.
 */
export const drawing = `h as (
  update sync_head set seq = seq + $1::int, items_guide = items_guide + $2, items_lead = items_lead + $3, items_senior = items_senior + $4
  where tenant = '${tenant}' returning seq - $1::int as base, seq as top)`

/** Announces `h.top` with the hints (JSON) in the given parameter; for the select list of a statement with `drawing`. */
export const announcing = (hints: `$${number}`) => `pg_notify('${channel}', '{"seq":' || h.top || ',"hints":' || ${hints}::text || '}')`

/** Something members' pages may want to fetch afresh. `member` alone sees it when given. */
export type Hint = { thread: string | null; member: string | null; message: boolean }

/** Ids and numbers only: no text, no name. */
export type Announcement = { seq: number | null; hints: Hint[] }

/** Delivered to every API process when, and only when, the transaction commits. */
export async function announce(tx: Sql, announcement: Announcement): Promise<void> {
  await tx.query(notify, [JSON.stringify(announcement)])
}

/** Null for a payload that is not ours. An empty payload means that the line was broken: something may have been missed. */
export function parseAnnouncement(payload: string): Announcement | null {
  if (payload === '') return { seq: null, hints: [] }
  try {
    return JSON.parse(payload) as Announcement
  } catch {
    return null
  }
}
