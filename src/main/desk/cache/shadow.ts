/** The shadow of the server's items: the only place that writes `item`, used by sync and by rescoring. */
import type { ReviewItem } from '#contract/review'
import { levels, type Level } from '#contract/risk'
import { rankKey } from '../rank/key'
import type { Standing } from '../score/score'
import { itemColumns, itemOf, itemValues, type Received } from './item-row'
import type { ReadHandle, WriteHandle } from './open'

/** A row that was removed. Frozen views may still point at its number. */
export type Gone = { rid: number; id: string }

export type Place = { era: number; mark: number }

/** Whether a row of the server is newer than the one that is held. A sequence number only speaks for its own era. */
const newer = 'excluded.era > item.era or excluded.seq > item.seq'

export function shadowWrites(write: WriteHandle, options: { newerOnly: boolean } = { newerOnly: true }) {
  const { db } = write
  const updated = itemColumns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`)
  const upsert = db.prepare(
    `insert into item (${itemColumns.join(', ')}) values (${itemColumns.map(() => '?').join(', ')})
     on conflict (id) do update set ${updated.join(', ')} ${options.newerOnly ? `where ${newer}` : ''}`,
  )
  const mark = db.prepare<[number, string]>('update item set mark = ? where id = ?')
  const older = options.newerOnly ? '(era < ? or seq < ?)' : '(? >= 0 or ? >= 0)'
  const drop = db.prepare<[string, number, number], Gone>(`delete from item where id = ? and ${older} returning rid, id`)
  const sweepable = db.prepare<[number, number, number], { gone: number; held: number }>(
    'select count(*) filter (where mark <> ? and (era < ? or seq <= ?)) as gone, count(*) as held from item',
  )
  const sweep = db.prepare<[number, number, number], Gone>('delete from item where mark <> ? and (era < ? or seq <= ?) returning rid, id')
  const restand = db.prepare(
    'update item set level = ?, abstained = ?, themes = ?, pack_version = ?, band = ?, rank_at = ?, due_at = ? where rid = ?',
  )
  return {
    /** True when the row was new or newer. A row that is held already is marked all the same. */
    put: (received: Received, place: Place, at: Standing): boolean => {
      if (upsert.run(...itemValues(received, place, at)).changes > 0) return true
      mark.run(place.mark, received.item.id)
      return false
    },
    /** Carries out a tombstone. */
    remove: (id: string, seq: number, era: number): Gone | null => drop.get(id, era, seq) ?? null,
    /** What a sweep after snapshot `mark` would remove, and how many rows there are. */
    sweepable: (mark: number, era: number, seq: number) => sweepable.get(mark, era, seq) ?? { gone: 0, held: 0 },
    sweep: (mark: number, era: number, seq: number): Gone[] => sweep.all(mark, era, seq),
    restand: (rid: number, item: ReviewItem, at: Standing) => {
      const queuedAt = Date.parse(item.queuedAt)
      const key = rankKey(item.kind, at.level, queuedAt, item.id)
      restand.run(levels.indexOf(at.level), at.abstained ? 1 : 0, JSON.stringify(at.themes), at.packVersion, key.band, key.at, key.at, rid)
    },
  }
}
export type ShadowWrites = ReturnType<typeof shadowWrites>

export type Held = { rid: number; seq: number; level: Level; item: ReviewItem }

export function shadowReads(read: ReadHandle) {
  const { db } = read
  type Row = { rid: number; seq: number; level: number; payload: string }
  const columns = 'rid, seq, level, payload'
  const byId = db.prepare<[string], Row>(`select ${columns} from item where id = ?`)
  const byThread = db.prepare<[string], Row>(`select ${columns} from item where thread = ? order by rid limit 500`)
  const byAuthor = db.prepare<[string], Row>(`select ${columns} from item where author = ? order by queued_at desc limit 60`)
  const otherPack = db.prepare<[number, string, number], Row>(`select ${columns} from item where rid > ? and pack_version <> ? order by rid limit ?`)
  const ridOf = db.prepare<[string], number>('select rid from item where id = ?').pluck()
  const count = db.prepare<[], number>('select count(*) from item').pluck()
  const held = (row: Row): Held => ({ rid: row.rid, seq: row.seq, level: levels[row.level] ?? 'amber', item: itemOf(row.payload) })
  return {
    find: (id: string): Held | null => {
      const row = byId.get(id)
      return row === undefined ? null : held(row)
    },
    rid: (id: string): number | null => ridOf.get(id) ?? null,
    inThread: (thread: string): Held[] => byThread.all(thread).map(held),
    byAuthor: (author: string): Held[] => byAuthor.all(author).map(held),
    /** Items whose score is from another pack, from `rid` on. */
    otherPack: (after: number, packVersion: string, limit: number): Held[] => otherPack.all(after, packVersion, limit).map(held),
    count: (): number => count.get() ?? 0,
  }
}
export type ShadowReads = ReturnType<typeof shadowReads>
