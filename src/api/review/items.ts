/** Review items in the database: their columns, and how they become what a desk sees. */
import type { DecisionSummary, PostState, ReviewItem } from '#contract/review'
import type { Level } from '#contract/risk'
import type { ClinicalRole } from '#contract/staff'
import type { Tx } from '../db/database'
import { statement } from '../db/sql'
import { announcing, drawing, type Added, type Hint } from '../sync/head'
import { allowedVerdicts } from './allowed'
import { audiences } from './rank'

export type ItemRow = {
  id: string
  version: number
  seq: number
  removed: boolean
  kind: ReviewItem['kind']
  status: ReviewItem['status']
  level: Level
  pack_version: string
  audience: number
  queued_at: Date
  origin: ReviewItem['origin']
  lease_user: string | null
  lease_name: string | null
  lease_device: string | null
  lease_until: Date | null
  lease_held: string | null
  about: ReviewItem['about']
  assignee: string | null
  assignee_name: string | null
  accepted_at: Date | null
  widens_at: Date | null
  decision: DecisionSummary | null
  post_id: string
  post_kind: ReviewItem['post']['kind']
  thread_id: string
  title: string | null
  intent: ReviewItem['post']['intent']
  text: string
  revision: number
  state: PostState
  post_at: Date
  topic_id: string
  topic_name: string
  author_id: string
  pseudonym: string
  since: Date
  country: string | null
  partner: string | null
  watched: boolean
  /** The viewer is to judge its post afresh: nothing of what others made of it may show. */
  blind?: boolean
}

/** For the select list of every statement that reads whole items as `i`. */
export const itemColumns = `
  i.id, i.version, i.seq, i.removed, i.kind, i.status, i.level, i.pack_version, i.audience, i.queued_at, i.origin,
  i.lease_user, i.lease_name, i.lease_device, i.lease_until, i.lease_held, i.decision,
  i.about, i.assignee, i.assignee_name, i.accepted_at, i.widens_at,
  p.id as post_id, p.kind as post_kind, p.thread_id, p.title, p.intent, p.text, p.revision, p.state, p.created_at as post_at,
  t.id as topic_id, t.name as topic_name,
  m.id as author_id, m.pseudonym, m.joined_at as since, m.country, m.watched, o.name as partner`

export const itemJoins = 'join post p on p.id = i.post_id join topic t on t.id = p.topic_id join member m on m.id = i.author_id left join partner o on o.id = m.partner_id'

/** The ids come from our own uuid columns: branding them is not a guess. */
export function toItem(row: ItemRow, role: ClinicalRole): ReviewItem {
  const veiled = row.blind === true || (row.kind === 'second-review' && row.status === 'open')
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    status: row.status,
    post: {
      id: row.post_id,
      kind: row.post_kind,
      thread: row.thread_id,
      topic: { id: row.topic_id, name: row.topic_name },
      title: row.title,
      intent: row.intent,
      text: row.text,
      revision: veiled ? 1 : row.revision,
      state: veiled ? 'reading' : row.state,
      at: row.post_at.toISOString(),
    },
    author: { id: row.author_id, pseudonym: row.pseudonym, since: row.since.toISOString(), country: row.country, partner: row.partner },
    queuedAt: row.queued_at.toISOString(),
    intake: { level: row.level, packVersion: row.pack_version },
    audience: audiences[row.audience] ?? 'senior',
    origin: row.blind === true ? null : row.origin,
    lease:
      row.lease_user !== null && row.lease_device !== null && row.lease_until !== null
        ? { by: row.lease_user, name: row.lease_name ?? '', device: row.lease_device, until: row.lease_until.toISOString(), held: row.lease_held === null ? null : { why: row.lease_held } }
        : null,
    about: row.about,
    assignee: row.assignee === null ? null : { id: row.assignee, name: row.assignee_name ?? '' },
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    widensAt: row.widens_at?.toISOString() ?? null,
    decision: row.decision,
    allowed: allowedVerdicts(role, row.kind, row.status, row.audience, row.post_kind),
    watched: row.watched,
  } as ReviewItem
}

export type NewItem = {
  id: string
  kind: ReviewItem['kind']
  postId: string
  authorId: string
  level: Level
  packVersion: string
  audience: number
  queuedAt: Date
  band: number
  dueAt: Date
  origin: ReviewItem['origin']
  about?: ReviewItem['about']
  assignee?: { id: string; name: string } | null
  widensAt?: Date | null
}

/** Inserts the items of the JSON in `rows` (see `itemRows`) with the numbers from `h.base` + `after` + 1, in their order. */
export const insertingItems = (rows: `$${number}`, after: string) => `
  insert into item (id, seq, kind, post_id, author_id, level, pack_version, audience, queued_at, band, due_at, origin, about, assignee, assignee_name, widens_at)
  select i.id, h.base + ${after} + i.ordinality, i.kind, i.post_id, i.author_id, i.level, i.pack_version, i.audience, i.queued_at, i.band, i.due_at, i.origin,
    i.about, i.assignee, i.assignee_name, i.widens_at
  from h, rows from (jsonb_to_recordset(${rows}::jsonb) as (id uuid, kind text, post_id uuid, author_id uuid, level text, pack_version text,
    audience smallint, queued_at timestamptz, band smallint, due_at timestamptz, origin jsonb,
    about jsonb, assignee uuid, assignee_name text, widens_at timestamptz)) with ordinality as i`

const append = statement<{ seq: number }>(
  'item_append',
  `with ${drawing}, added as (${insertingItems('$5', '0')}) select h.base + 1 as seq, ${announcing('$6')} from h`,
)

/** Ends the transaction with new items, numbered in their order and announced. */
export async function appendItems(tx: Tx, items: readonly NewItem[], hints: readonly Hint[]): Promise<void> {
  await tx.last(append, [items.length, ...addedBy(items), itemRows(items), JSON.stringify(hints)])
}

export const addedBy = (items: readonly Pick<NewItem, 'audience'>[]): Added => {
  const of = (audience: number) => items.filter((item) => item.audience === audience).length
  return [of(0), of(1), of(2)]
}

/** Items as the parameter of `insertingItems`. */
export function itemRows(items: readonly NewItem[]): string {
  const rows = items.map((i) => ({
    id: i.id,
    kind: i.kind,
    post_id: i.postId,
    author_id: i.authorId,
    level: i.level,
    pack_version: i.packVersion,
    audience: i.audience,
    queued_at: i.queuedAt,
    band: i.band,
    due_at: i.dueAt,
    origin: i.origin,
    about: i.about ?? null,
    assignee: i.assignee?.id ?? null,
    assignee_name: i.assignee?.name ?? null,
    widens_at: i.widensAt ?? null,
  }))
  return JSON.stringify(rows)
}
