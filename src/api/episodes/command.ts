/** One command, one transaction, one outcome: whatever it is, it is in the ledger when this answers. */
import { applyCommand, type Actor, type Episode, type EpisodeCommand, type EpisodeOutcome, type Snapshot } from '#contract/episode'
import type { Staff } from '#contract/staff'
import type { Database, Tx } from '../db/database'
import { statement } from '../db/sql'
import { rankOf } from '../review/rank'
import { registrationExpired, type Decider } from '../sync/decide'
import { announcing, drawing } from '../sync/head'
import { findCommand, link, recordCommand, repeated, type Received } from './ledger'

type Locked = { doc: Episode; chain: string }
const lock = statement<Locked>(
  'episode_lock',
  `select e.doc, (select c.chain from episode_command c where c.episode_id = e.id and c.place = e.version) as chain from episode e where e.id = $1 for update`,
)
const openOf = statement<{ id: string; doc: Episode }>('episode_open_of', `select id, doc from episode where member_id = $1 and state <> 'closed'`)

type Quoted = {
  id: string
  kind: string
  status: string
  level: Snapshot['intakeLevel']
  post_id: string
  text: string
  title: string | null
  revision: number
  state: string
  created_at: Date
  topic: string
  member_id: string
  pseudonym: string
  country: string | null
  partner: string | null
}
const quote = statement<Quoted>(
  'episode_quote',
  `select i.id, i.kind, i.status, i.level, p.id as post_id, p.text, p.title, p.revision, p.state, p.created_at, t.name as topic,
     m.id as member_id, m.pseudonym, m.country, o.name as partner
   from item i join post p on p.id = i.post_id join topic t on t.id = p.topic_id join member m on m.id = i.author_id left join partner o on o.id = m.partner_id
   where i.id = $1 and i.audience <= $2`,
)
const put = statement<{ seq: number }>(
  'episode_put',
  `with ${drawing}, kept as (
     insert into episode (id, version, seq, member_id, state, opened_at, due_at, closed_at, doc)
     select $5, $6, h.top, $7, $8, $9, $10, $11, $12::jsonb from h
     on conflict (id) do update set version = excluded.version, seq = excluded.seq, state = excluded.state, due_at = excluded.due_at, closed_at = excluded.closed_at, doc = excluded.doc
   ) select h.top as seq, ${announcing('$13')} from h`,
)

export type Commanding = { staff: Staff & { role: Decider['role'] }; command: EpisodeCommand; received: Received }

export const actorOf = (staff: Commanding['staff']): Actor => ({ id: staff.id, name: staff.pseudonym, role: staff.role })

/** The post as it stands now, with its member: what the evidence of an episode is (E2). Null when this role does not see the item. */
async function snapshotOf(tx: Tx, item: string, staff: Commanding['staff']): Promise<Snapshot | null> {
  const [row] = await tx.query(quote, [item, rankOf[staff.role]])
  if (row === undefined) return null
  return {
    item: row.id,
    post: row.post_id,
    text: row.text,
    title: row.title,
    revision: row.revision,
    postState: row.state,
    writtenAt: row.created_at.toISOString(),
    topic: row.topic,
    intakeLevel: row.level,
    member: { id: row.member_id, pseudonym: row.pseudonym, country: row.country, partner: row.partner },
  } as Snapshot
}

/** Throws only what the database throws. */
export function carryOut(database: Database, { staff, command, received }: Commanding): Promise<EpisodeOutcome> {
  const { what } = command
  return database.transaction(async (tx) => {
    const [locked] = await tx.query(lock, [command.episode])
    const known = await findCommand(tx, command.id)
    if (known) return repeated(known, received.hash)
    const refuse = (outcome: EpisodeOutcome) => recordCommand(tx, received, outcome)
    if (registrationExpired(staff, received.at)) {
      return refuse({ kind: 'refused', code: 'registration_expired', why: 'Your professional registration has expired, so nothing was changed. An administrator can renew it.' })
    }
    const snapshot = what.do === 'open' || what.do === 'evidence' ? await snapshotOf(tx, what.item, staff) : null
    const applied = applyCommand(locked?.doc ?? null, command, { by: received.actor, received: received.at.toISOString(), snapshot })
    if (!applied.ok) return refuse(applied.outcome)
    const { episode } = applied
    if (what.do === 'open') {
      const [other] = await tx.query(openOf, [episode.member.id])
      if (other) return refuse(openAlready(other.doc))
    }
    await keep(tx, received, episode, snapshot, locked?.chain ?? '')
    return { kind: 'applied', version: episode.version }
  })
}

function openAlready({ id, opened, owner }: Episode): EpisodeOutcome {
  const who = owner ?? opened
  return { kind: 'refused', code: 'exists', episode: id, why: `${opened.name} has opened an episode for this member already, and ${who.name} looks after it. No second one was opened; add this there as evidence.` }
}

/** The ledger first, then the episode with its number: the head of the log is locked last. */
async function keep(tx: Tx, received: Received, episode: Episode, snapshot: Snapshot | null, before: string): Promise<void> {
  const place = episode.version
  const quoted = snapshot === null ? null : JSON.stringify(snapshot)
  const chain = link(before, { id: received.id, payload: received.payload, actor: JSON.stringify(received.actor), receivedAt: received.at.toISOString(), place, snapshot: quoted })
  await recordCommand(tx, received, { kind: 'applied', version: place }, { place, snapshot: quoted, chain })
  const closedAt = episode.state === 'closed' ? received.at : null
  await tx.last(put, [1, 0, 0, 0, episode.id, place, episode.member.id, episode.state, episode.opened.at, episode.dueAt, closedAt, JSON.stringify(episode), '[]'])
}
