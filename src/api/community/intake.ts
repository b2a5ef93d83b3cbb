/** Stores posts and comments, each with its review item in the same transaction. Used by members, the import and the demo alike. */
import { uuidv7 } from 'uuidv7'
import type { PostIntent } from '#contract/review'
import type { RiskScore } from '#contract/risk'
import type { Scorer } from '#risk'
import type { Tx } from '../db/database'
import { statement, type Sql } from '../db/sql'
import { appendItems, type NewItem } from '../review/items'
import { intakeOf } from '../review/intake'
import { placeInQueue } from '../review/rank'

export type Entry = {
  id: string
  /** A `message` is to the Guides alone: it is an `ask` in the queue. */
  kind: 'post' | 'comment' | 'message'
  thread: string
  topic: string
  author: string
  title: string | null
  intent: PostIntent | null
  text: string
  at: Date
  /** When it enters the queue; the level's clock runs from here. */
  queuedAt: Date
  sourceKey: string | null
  score: RiskScore
}

const insertPosts = statement<{ id: string }>(
  'post_insert',
  `insert into post (id, kind, thread_id, topic_id, author_id, title, intent, text, state, why_reason, created_at, last_at, source_key)
   select x.id, x.kind, x.thread_id, x.topic_id, x.author_id, x.title, x.intent, x.text, x.state, x.why_reason, x.created_at, x.created_at, x.source_key
   from jsonb_to_recordset($1::jsonb) as x (id uuid, kind text, thread_id uuid, topic_id uuid, author_id uuid, title text, intent text, text text,
     state text, why_reason text, created_at timestamptz, source_key text)
   on conflict (source_key) do nothing returning id`,
)
const touchThreads = statement(
  'post_touch_threads',
  `update post p set last_at = greatest(p.last_at, x.at) from jsonb_to_recordset($1::jsonb) as x (id uuid, at timestamptz) where p.id = x.id`,
)
const historyOf = statement<{ text: string; at: Date }>(
  'post_history',
  'select text, created_at as at from post where author_id = $1 order by created_at desc, id desc limit 50',
)

/** Title and text are read as one. */
export const scoredText = (entry: { title: string | null; text: string }): string => (entry.title ? `${entry.title}\n${entry.text}` : entry.text)

export async function scoreEntry(sql: Sql, scorer: Scorer, entry: { title: string | null; text: string; author: string; country: string | null }): Promise<RiskScore> {
  const rows = await sql.query(historyOf, [entry.author])
  const history = rows.reverse().map(({ text, at }) => ({ text, at: at.toISOString() }))
  return scorer.score(scoredText(entry), { history, ...(entry.country !== null && { country: entry.country }) })
}

/**
 * Stores the entries and their review items, announces them and commits: nothing may follow in this transaction; first posts have to stand before their comments. Gives the
 * ids that were new: an entry whose `sourceKey` is known already is left out, with its item.
 */
export async function storeEntries(tx: Tx, entries: readonly Entry[]): Promise<Set<string>> {
  const rows = entries.map((entry) => {
    // Nobody but Guides sees a message: there is nothing to hold back, and it is read in any case.
    const { state, reason } = entry.kind === 'message' ? { state: 'reading', reason: null } : intakeOf(entry.score)
    return {
      id: entry.id,
      kind: entry.kind,
      thread_id: entry.thread,
      topic_id: entry.topic,
      author_id: entry.author,
      title: entry.title,
      intent: entry.intent,
      text: entry.text,
      state,
      why_reason: reason,
      created_at: entry.at,
      source_key: entry.sourceKey,
    }
  })
  const stored = new Set((await tx.query(insertPosts, [JSON.stringify(rows)])).map((row) => row.id))
  const fresh = entries.filter((entry) => stored.has(entry.id))
  if (fresh.length === 0) return stored

  const touched = new Map<string, Date>()
  for (const entry of fresh) {
    if (entry.kind === 'comment' && entry.at > (touched.get(entry.thread) ?? new Date(0))) touched.set(entry.thread, entry.at)
  }
  if (touched.size > 0) await tx.query(touchThreads, [JSON.stringify([...touched].map(([id, at]) => ({ id, at })))])

  const items = fresh.map((entry): NewItem => {
    const kind = entry.kind === 'message' ? 'ask' : 'content'
    return {
      id: uuidv7(),
      kind,
      postId: entry.id,
      authorId: entry.author,
      level: entry.score.level,
      packVersion: entry.score.packVersion,
      audience: 0,
      queuedAt: entry.queuedAt,
      ...placeInQueue(kind, entry.score.level, entry.queuedAt),
      origin: null,
    }
  })
  // A notification has a size limit; past it, a hint that something changed is enough.
  const threads = [...new Set(fresh.filter((entry) => entry.kind !== 'message').map((entry) => entry.thread))]
  const members = [...new Set(fresh.filter((entry) => entry.kind === 'message').map((entry) => entry.author))]
  const hints = [...threads.map((thread) => ({ thread, member: null, message: false })), ...members.map((member) => ({ thread: null, member, message: true }))]
  await appendItems(tx, items, hints.length <= 20 ? hints : [])
  return stored
}
