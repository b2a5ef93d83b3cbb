/** Where this desk stands in the server's log. Every change is a compare-and-set: an answer to an old question changes nothing. */
import type { ReadHandle, WriteHandle } from './open'

export type SyncState = {
  /** Null until the first snapshot has ended. */
  cursor: string | null
  generation: number
  era: number
  /** Number of the snapshot under way or due; 0 when none. */
  snapshot: number
  lastSnapshot: number
  asOf: string | null
  after: string | null
  done: number
  total: number
  sweep: 'no' | 'stopped' | 'approved'
  lastSyncedAt: number | null
}

const sweeps = ['no', 'stopped', 'approved'] as const

type Row = Omit<SyncState, 'sweep' | 'lastSnapshot' | 'asOf' | 'lastSyncedAt'> & { last_snapshot: number; as_of: string | null; sweep: number; last_synced_at: number | null }

export function syncStateReads({ db }: ReadHandle) {
  const read = db.prepare<[], Row>('select * from sync_state')
  return (): SyncState => {
    const row = read.get()
    if (row === undefined) throw new Error('The cache has no sync state')
    return {
      cursor: row.cursor,
      generation: row.generation,
      era: row.era,
      snapshot: row.snapshot,
      lastSnapshot: row.last_snapshot,
      asOf: row.as_of,
      after: row.after,
      done: row.done,
      total: row.total,
      sweep: sweeps[row.sweep] ?? 'no',
      lastSyncedAt: row.last_synced_at,
    }
  }
}

export function syncStateWrites({ db }: WriteHandle) {
  const advance = db.prepare<[string, string, number]>('update sync_state set cursor = ? where cursor = ? and generation = ? and snapshot = 0')
  const force = db.prepare<[string]>('update sync_state set cursor = ?')
  const begin = db.prepare<[string | null, number]>(
    `update sync_state set last_snapshot = last_snapshot + 1, snapshot = last_snapshot + 1, as_of = null, after = null, done = 0, total = 0, sweep = 0,
       generation = generation + 1 where cursor is ? and generation = ?`,
  )
  const page = db.prepare<[string, string | null, number, number, number, string | null]>(
    'update sync_state set as_of = ?, after = ?, done = done + ?, total = ? where snapshot = ? and after is ?',
  )
  const end = db.prepare<[string]>(
    'update sync_state set cursor = ?, snapshot = 0, as_of = null, after = null, sweep = 0, generation = generation + 1',
  )
  const era = db.prepare('update sync_state set era = era + 1')
  const sweep = db.prepare<[number]>('update sync_state set sweep = ?')
  const synced = db.prepare<[number]>('update sync_state set last_synced_at = ?')
  return {
    /** C2: false when the cursor or the generation is no longer the one that the request was made with. */
    advance: (from: string, generation: number, to: string): boolean => advance.run(to, from, generation).changes === 1,
    /** Without comparing. Only a removed rule of the model test calls it. */
    force: (to: string) => force.run(to),
    /** A snapshot from the beginning. False when somebody began one already. */
    beginSnapshot: (cursor: string | null, generation: number): boolean => begin.run(cursor, generation).changes === 1,
    /** False when that page was applied already, or belongs to another snapshot. */
    snapshotPage: (state: SyncState, asOf: string, last: string | null, count: number, total: number): boolean =>
      page.run(asOf, last, count, total, state.snapshot, state.after).changes === 1,
    endSnapshot: (cursor: string) => end.run(cursor),
    newEra: () => era.run(),
    setSweep: (value: SyncState['sweep']) => sweep.run(sweeps.indexOf(value)),
    setSynced: (now: number) => synced.run(now),
  }
}
export type SyncStateWrites = ReturnType<typeof syncStateWrites>
