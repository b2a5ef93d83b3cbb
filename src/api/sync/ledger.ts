/** The permanent ledger: every decision that was ever received, with what became of it. Nothing here updates or deletes. */
import { Decision, type Outcome } from '#contract/review'
import { statement, type Sql } from '../db/sql'

export type Entry = { hash: string; outcome: string; payload: string; staff_id: string }

const find = statement<Entry>('ledger_find', 'select hash, outcome, payload, staff_id from decision where id = $1')
const record = statement(
  'ledger_record',
  `insert into decision (id, item_id, staff_id, device_id, hash, payload, outcome, effective, received_at)
   values ($1, $2, $3, $4, $5, $6, $7, false, $8)`,
)

export type Received = { id: string; item: string | null; staff: string; device: string; hash: string; payload: string; at: Date }

export const findEntry = async (sql: Sql, id: string): Promise<Entry | undefined> => (await sql.query(find, [id]))[0]

/** A repeat of the same decision gets the stored outcome; other content under the same id is refused. */
export function repeated(entry: Pick<Entry, 'hash' | 'outcome'>, hash: string): Outcome {
  if (entry.hash === hash) return JSON.parse(entry.outcome) as Outcome
  return { kind: 'rejected', code: 'key_reuse', why: 'This decision number was used before for something else. Make the decision anew.' }
}

/** For outcomes that change no item. Fails with `duplicate` when the id is there already. */
export async function recordOnly(sql: Sql, of: Received, outcome: Outcome): Promise<Outcome> {
  await sql.query(record, [of.id, of.item, of.staff, of.device, of.hash, of.payload, JSON.stringify(outcome), of.at])
  return outcome
}

/** The decision as it was recorded, or null when there is none, or it was too malformed to be one. */
export async function recorded(sql: Sql, id: string): Promise<{ staff: string; decision: Decision; outcome: Outcome } | null> {
  const entry = await findEntry(sql, id)
  if (entry === undefined) return null
  const decision = Decision.safeParse(JSON.parse(entry.payload))
  return decision.success ? { staff: entry.staff_id, decision: decision.data, outcome: JSON.parse(entry.outcome) as Outcome } : null
}
