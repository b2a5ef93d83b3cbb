/** What desks read of episodes: all open ones and those closed lately, then what changes, in commit order. */
import { briefOf, type Episode, type EpisodeChanges, type EpisodeRow } from '#contract/episode'
import type { ClinicalRole } from '#contract/staff'
import { statement, type Sql } from '../db/sql'
import { rankOf } from '../review/rank'
import { cursorOf, epochFor, placeOf } from '../sync/cursor'
import { tenant } from '../sync/head'

/** A desk keeps what was closed within so many milliseconds; the record itself stays on the server. */
export const keptClosedMs = 90 * 86_400_000

type Row = { epoch: string; head_seq: number; seq: number | null; doc: Episode | null }
const after = statement<Row>(
  'episode_feed',
  `select h.epoch, h.seq as head_seq, e.seq, e.doc from sync_head h left join lateral (
     select seq, doc from episode where seq > $1 and (closed_at is null or closed_at > $2) order by seq limit $3
   ) e on true where h.tenant = '${tenant}' order by e.seq`,
)

const rowFor = (role: ClinicalRole, seq: number, episode: Episode): EpisodeRow =>
  role === 'guide' ? { view: 'brief', seq, episode: briefOf(episode) } : { view: 'full', seq, episode }

type Bare = Omit<EpisodeChanges, 'serverTime' | 'deviceState'>

/** Without a cursor, or with one of another log or another role, it begins anew and says so. */
export async function episodeChanges(sql: Sql, role: ClinicalRole, cursor: EpisodeChanges['next'] | undefined, limit: number, now: Date): Promise<Bare> {
  const from = cursor === undefined ? null : placeOf(cursor)
  const read = (seq: number) => sql.query(after, [seq, new Date(now.getTime() - keptClosedMs), limit + 1])
  let rows = await read(from?.seq ?? 0)
  const first = rows[0]
  if (first === undefined) throw new Error('The head of the log is missing')
  const epoch = epochFor(first.epoch, rankOf[role])
  const reset = from === null || from.epoch !== epoch || from.seq > first.head_seq
  if (reset && from !== null) rows = await read(0)
  const found = rows.flatMap(({ seq, doc }) => (seq === null || doc === null ? [] : [{ seq, doc }]))
  const more = found.length > limit
  const page = found.slice(0, limit)
  const head = rows[0]?.head_seq ?? first.head_seq
  return {
    rows: page.map(({ seq, doc }) => rowFor(role, seq, doc)),
    next: cursorOf({ epoch, seq: more ? (page.at(-1)?.seq ?? 0) : head }),
    more,
    reset,
  }
}
