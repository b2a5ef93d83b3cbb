/** Rate limits that all API processes share. Keys are hashed: the table holds no pseudonym and no address in clear. */
import { createHash } from 'node:crypto'
import { statement, type Sql } from '../db/sql'

export type Limit = { name: string; max: number; windowMs: number }

export const limits = {
  signInAccount: { name: 'sign-in-account', max: 10, windowMs: 15 * 60_000 },
  signInAddress: { name: 'sign-in-address', max: 60, windowMs: 15 * 60_000 },
  joinAddress: { name: 'join-address', max: 20, windowMs: 60 * 60_000 },
  codeAddress: { name: 'code-address', max: 30, windowMs: 15 * 60_000 },
  postMember: { name: 'post-member', max: 60, windowMs: 60 * 60_000 },
  askMember: { name: 'ask-member', max: 30, windowMs: 60 * 60_000 },
  reportMember: { name: 'report-member', max: 20, windowMs: 60 * 60_000 },
} as const satisfies Record<string, Limit>

const take = statement<{ count: number; reset_at: Date }>(
  'limit_take',
  `insert into rate_limit (key, count, reset_at) values ($1, 1, $3)
   on conflict (key) do update set
     count = case when rate_limit.reset_at <= $2 then 1 else rate_limit.count + 1 end,
     reset_at = case when rate_limit.reset_at <= $2 then $3 else rate_limit.reset_at end
   returning count, reset_at`,
)
const give = statement('limit_give', 'update rate_limit set count = greatest(count - 1, 0) where key = $1')
const forget = statement('limit_forget', 'delete from rate_limit where key = $1')
const sweep = statement('limit_sweep', 'delete from rate_limit where reset_at < $1')

const keyOf = (limit: Limit, who: string): string => `${limit.name}:${createHash('sha256').update(who).digest('base64url').slice(0, 27)}`

/** Counts one try before it is made, so that many at once cannot slip through. Gives how long to wait, or null to go on. */
export async function takeTry(sql: Sql, limit: Limit, who: string, now: Date): Promise<{ waitMs: number } | null> {
  const [row] = await sql.query(take, [keyOf(limit, who), now, new Date(now.getTime() + limit.windowMs)])
  return row !== undefined && row.count > limit.max ? { waitMs: Math.max(1_000, row.reset_at.getTime() - now.getTime()) } : null
}

/** A try that succeeded does not count. */
export const giveTryBack = (sql: Sql, limit: Limit, who: string) => sql.query(give, [keyOf(limit, who)])
export const forgetTries = (sql: Sql, limit: Limit, who: string) => sql.query(forget, [keyOf(limit, who)])
export const sweepTries = (sql: Sql, now: Date) => sql.query(sweep, [now])

export const waitSentence = (waitMs: number): string => {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000))
  return `There were too many tries. Nothing was changed. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`
}
