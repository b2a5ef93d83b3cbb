/**
 * The newcomer radar (domain C12, M5, M13): whoever wrote here for the first time and was answered by nobody within two hours is
 * shown to the Guides, once. Our own proposal; the first experience decides whether people come back (Gordon 2021).
 */
import { uuidv7 } from 'uuidv7'
import type { Level } from '#contract/risk'
import type { Database } from '../db/database'
import { troubleOf } from '../db/errors'
import { statement } from '../db/sql'
import { announcing, drawing } from '../sync/head'
import { every } from './every'
import { appendItems } from './items'
import { placeInQueue } from './rank'

/** How long others have time to answer before a Guide is asked to. */
export const unansweredAfterMs = 2 * 3_600_000
/** An older first post is no newcomer's any more, e.g. after the API stood still for long. */
const forgottenAfterMs = 7 * 86_400_000
/** Of one look. */
const atMost = 50

/** Another API process is looking: there is nothing to do for this one. */
const lock = statement<{ mine: boolean }>('newcomer_lock', 'select pg_try_advisory_xact_lock(7302013) as mine')

/** A reply by somebody else that others can read. `p` is the first post. */
const answered = `exists (
  select 1 from post c where c.thread_id = p.thread_id and c.kind = 'comment' and c.state in ('live', 'reading', 'changed')
    and c.author_id is distinct from p.author_id)`

type Unanswered = { id: string; author_id: string; joined_at: Date; level: Level; pack_version: string }
const unanswered = statement<Unanswered>(
  'newcomer_unanswered',
  `select p.id, p.author_id, m.joined_at, l.level, l.pack_version
   from post p join member m on m.id = p.author_id
   cross join lateral (select i.level, i.pack_version from item i where i.post_id = p.id order by (i.kind = 'content') desc, i.queued_at desc limit 1) l
   where p.kind = 'post' and p.created_at <= $1 and p.created_at > $2 and p.state in ('live', 'reading', 'changed') and m.source <> 'import'
     and not exists (select 1 from post e where e.author_id = p.author_id and e.kind in ('post', 'comment') and (e.created_at, e.id) < (p.created_at, p.id))
     and not exists (select 1 from item i where i.author_id = p.author_id and i.kind = 'newcomer')
     and not ${answered}
   order by p.created_at limit ${atMost}`,
)
// Somebody at a desk may be writing the welcome at this moment: an item under a lease stays.
const settled = statement<{ id: string }>(
  'newcomer_settled',
  `select i.id from item i join post p on p.id = i.post_id
   where i.kind = 'newcomer' and i.status = 'open' and not i.removed and (i.lease_until is null or i.lease_until <= $1) and ${answered}
   order by i.id limit ${atMost} for update of i`,
)
const withdraw = statement(
  'newcomer_withdraw',
  `with ${drawing}, gone as (
     update item set status = 'withdrawn', seq = h.base + g.n, version = version + 1, lease_user = null, lease_name = null, lease_device = null,
       lease_until = null, lease_held = null
     from h, unnest($5::uuid[]) with ordinality as g(id, n) where item.id = g.id
   ) select ${announcing('$6')} from h`,
)

export type Looked = { raised: number; withdrawn: number }

/** One look: withdraws what somebody answered meanwhile, raises what nobody has. Safe when two API processes look at once. */
export async function watchNewcomers(database: Database, now: Date): Promise<Looked> {
  const withdrawn = await database.transaction(async (tx) => {
    const ids = (await tx.query(settled, [now])).map((row) => row.id)
    if (ids.length > 0) await tx.last(withdraw, [ids.length, 0, 0, 0, ids, '[]'])
    return ids.length
  })
  const raised = await database
    .transaction(async (tx) => {
      const [held] = await tx.query(lock)
      if (held?.mine !== true) return 0
      const rows = await tx.query(unanswered, [new Date(now.getTime() - unansweredAfterMs), new Date(now.getTime() - forgottenAfterMs)])
      const items = rows.map((row) => ({
        id: uuidv7(),
        kind: 'newcomer' as const,
        postId: row.id,
        authorId: row.author_id,
        level: row.level,
        packVersion: row.pack_version,
        audience: 0,
        queuedAt: now,
        ...placeInQueue('newcomer', row.level, now),
        origin: null,
        about: { of: 'newcomer' as const, joinedAt: row.joined_at.toISOString() },
      }))
      if (items.length > 0) await appendItems(tx, items, [])
      return items.length
    })
    .catch((error: unknown) => {
      // The unique index is the last word on "once per member".
      if (troubleOf(error) === 'duplicate') return 0
      throw error
    })
  return { raised, withdrawn }
}

/** Looks now and then until it is stopped. */
export function newcomerWatch(database: Database, options: { now: () => Date; everyMs?: number; onError: (error: unknown) => void }): () => Promise<void> {
  return every(options.everyMs ?? 60_000, () => watchNewcomers(database, options.now()), options.onError)
}
