/** The ledger of episodes: every command that was ever received, and for those carried out a chain of hashes over all before. */
import { createHash } from 'node:crypto'
import { applyCommand, EpisodeCommand, type Actor, type Episode, type EpisodeOutcome, type Snapshot } from '#contract/episode'
import { statement, type Sql } from '../db/sql'

export type Entry = { hash: string; outcome: string }
export type Received = { id: string; episode: string; staff: string; device: string; hash: string; payload: string; actor: Actor; at: Date }
export type Placed = { place: number; snapshot: string | null; chain: string }

const find = statement<Entry>('episode_ledger_find', 'select hash, outcome from episode_command where id = $1')
const record = statement(
  'episode_ledger_record',
  `insert into episode_command (id, episode_id, staff_id, device_id, hash, payload, actor, outcome, received_at, place, snapshot, chain)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)
type Row = { id: string; payload: string; actor: string; received_at: Date; place: number; snapshot: string | null; chain: string }
const carriedOut = statement<Row>(
  'episode_ledger_all',
  'select id, payload, actor, received_at, place, snapshot, chain from episode_command where episode_id = $1 and place is not null order by place',
)

export const findCommand = async (sql: Sql, id: string): Promise<Entry | undefined> => (await sql.query(find, [id]))[0]

/** A repeat gets the stored outcome; other content under the same id is refused. */
export function repeated(entry: Entry, hash: string): EpisodeOutcome {
  if (entry.hash === hash) return JSON.parse(entry.outcome) as EpisodeOutcome
  return { kind: 'refused', code: 'key_reuse', why: 'This number was used before for something else. Nothing was changed; do it anew.' }
}

/** Fails with `duplicate` when the id is there already. */
export async function recordCommand(sql: Sql, of: Received, outcome: EpisodeOutcome, placed: Placed | null = null): Promise<EpisodeOutcome> {
  const { id, episode, staff, device, hash, payload, actor, at } = of
  await sql.query(record, [id, episode, staff, device, hash, payload, JSON.stringify(actor), JSON.stringify(outcome), at, placed?.place ?? null, placed?.snapshot ?? null, placed?.chain ?? null])
  return outcome
}

/** One link: whatever was changed, left out or put in between breaks every later one. */
export const link = (before: string, of: { id: string; payload: string; actor: string; receivedAt: string; place: number; snapshot: string | null }): string =>
  createHash('sha256').update([before, of.id, of.place, of.receivedAt, of.actor, of.payload, of.snapshot ?? ''].join('\n')).digest('hex')

export type Replay = { entries: number; intact: boolean; episode: Episode | null }

/** Reads an episode's record from its beginning: checks the chain and makes the episode once more from its commands alone. */
export async function replay(sql: Sql, id: string): Promise<Replay> {
  const rows = await sql.query(carriedOut, [id])
  let before = ''
  let episode: Episode | null = null
  let intact = true
  for (const [at, row] of rows.entries()) {
    const receivedAt = row.received_at.toISOString()
    const expected = link(before, { id: row.id, payload: row.payload, actor: row.actor, receivedAt, place: row.place, snapshot: row.snapshot })
    const command = EpisodeCommand.parse(JSON.parse(row.payload))
    const snapshot = row.snapshot === null ? null : (JSON.parse(row.snapshot) as Snapshot)
    const applied = applyCommand(episode, command, { by: JSON.parse(row.actor) as Actor, received: receivedAt, snapshot })
    intact &&= row.chain === expected && row.place === at + 1 && applied.ok
    if (applied.ok) episode = applied.episode
    before = row.chain
  }
  return { entries: rows.length, intact, episode }
}
