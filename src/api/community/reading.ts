/** What members read: topics, threads, their own posts, messages. */
import { z } from 'zod'
import type { MessageView, PostView, TopicView, Viewer } from '#contract/community'
import { SignpostedService } from '#contract/directory'
import type { PostId } from '#contract/ids'
import { statement, type Sql } from '../db/sql'
import { privateTopics } from './private-topics'
import { parsePlace, placeAt, postColumns, postJoins, toPostView, toTopicView, uuidForm, visible, type PostRow, type TopicRow } from './views'

const threadsPerPage = 20
const commentsPerPage = 50
const start = { at: new Date(8.64e15), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
/** PostgreSQL's own end of time for "no place yet". */
const place = (before: string | null) => (before === null ? start : parsePlace(before))
const atParam = (at: Date): Date | string => (at.getTime() === start.at.getTime() ? 'infinity' : at)

const topicColumns = `t.id, t.slug, t.name, t.description,
  (select p.last_at from post p where p.topic_id = t.id and p.kind = 'post' order by p.last_at desc, p.id desc limit 1) as last_at`
const allTopics = statement<TopicRow>('topics_all', `select ${topicColumns} from topic t where not t.hidden order by t.position, t.name`)
const topicBySlug = statement<TopicRow>('topic_by_slug', `select ${topicColumns} from topic t where t.slug = $1 and not t.hidden`)

const threadsOf = statement<PostRow>(
  'threads_of_topic',
  `select ${postColumns} from post p ${postJoins}
   where p.topic_id = $2 and p.kind = 'post' and (p.last_at, p.id) < ($3::timestamptz, $4::uuid) and ${visible}
   order by p.last_at desc, p.id desc limit ${threadsPerPage + 1}`,
)
const firstPost = statement<PostRow>(
  'thread_first',
  `select ${postColumns} from post p ${postJoins} where p.id = $2 and p.kind = 'post' and (p.state <> 'held' or p.author_id = $1)`,
)
const commentsOf = statement<PostRow>(
  'thread_comments',
  `select ${postColumns} from post p ${postJoins}
   where p.thread_id = $2 and p.kind = 'comment' and ${visible} order by p.created_at, p.id limit ${commentsPerPage} offset $3`,
)
const ownPosts = statement<PostRow>(
  'posts_own',
  `select ${postColumns} from post p ${postJoins}
   where p.author_id = $1 and p.kind in ('post', 'comment') and (p.created_at, p.id) < ($2::timestamptz, $3::uuid) order by p.created_at desc, p.id desc limit ${threadsPerPage + 1}`,
)
const byId = statement<PostRow>('post_by_id', `select ${postColumns} from post p ${postJoins} where p.id = $2`)

type MessageRow = { id: string; pseudonym: string | null; body: string; at: Date; read_at: Date | null; about_post: string | null; from_staff: boolean; services: unknown; waiting: boolean }
// Both sides: what Guides wrote, and what the member wrote to them.
const messagesOf = statement<MessageRow>(
  'messages_of',
  `select g.id, f.pseudonym, g.body, g.created_at as at, g.read_at, g.staff_id is not null as from_staff, g.services, false as waiting,
     (select p.thread_id from post p where p.id = g.about_post and p.kind in ('post', 'comment')) as about_post
   from message g left join staff f on f.id = g.staff_id where g.member_id = $1
   union all
   select p.id, null, p.text, p.created_at, p.created_at, false, '[]'::jsonb,
     exists (select 1 from item i where i.post_id = p.id and i.status = 'open' and not i.removed and i.kind <> 'promise'), null
   from post p join topic t on t.id = p.topic_id where p.author_id = $1 and p.kind = 'message' and t.slug = '${privateTopics.ask.slug}'
   order by at desc, id desc limit 200`,
)
const markRead = statement('messages_mark_read', 'update message set read_at = $2 where member_id = $1 and read_at is null')
const unread = statement<{ count: number }>('messages_unread', 'select count(*)::int as count from message where member_id = $1 and read_at is null')

export const topics = async (sql: Sql): Promise<TopicView[]> => (await sql.query(allTopics)).map(toTopicView)

export const topic = async (sql: Sql, slug: string): Promise<TopicView | null> => {
  const [row] = await sql.query(topicBySlug, [slug])
  return row ? toTopicView(row) : null
}

export async function threads(sql: Sql, viewer: Viewer, slug: string, before: string | null) {
  const found = await topic(sql, slug)
  const from = place(before)
  if (found === null || from === null) return null
  const rows = await sql.query(threadsOf, [viewer.id, found.id, atParam(from.at), from.id])
  const page = rows.slice(0, threadsPerPage)
  const last = page.at(-1)
  return {
    topic: found,
    posts: page.map((row) => toPostView(row, viewer.id)),
    next: rows.length > threadsPerPage && last ? placeAt(last.last_at, last.id) : null,
  }
}

/** Pages count from 1; a page that does not exist is the nearest that does. */
export async function thread(sql: Sql, viewer: Viewer, id: PostId, page: number) {
  if (!uuidForm.test(id)) return null
  const [row] = await sql.query(firstPost, [viewer.id, id])
  if (row === undefined) return null
  const first = toPostView(row, viewer.id)
  const pages = Math.max(1, Math.ceil(first.comments / commentsPerPage))
  const shown = Math.min(Math.max(1, Number.isFinite(page) ? Math.trunc(page) : 1), pages)
  const comments = await sql.query(commentsOf, [viewer.id, id, (shown - 1) * commentsPerPage])
  return { first, comments: comments.map((comment) => toPostView(comment, viewer.id)), page: shown, pages }
}

export async function myPosts(sql: Sql, viewer: Viewer, before: string | null): Promise<{ posts: PostView[]; next: string | null }> {
  const from = place(before) ?? start
  const rows = await sql.query(ownPosts, [viewer.id, atParam(from.at), from.id])
  const page = rows.slice(0, threadsPerPage)
  const last = page.at(-1)
  return {
    posts: page.map((row) => toPostView(row, viewer.id)),
    next: rows.length > threadsPerPage && last ? placeAt(last.created_at, last.id) : null,
  }
}

export async function postById(sql: Sql, viewer: Viewer, id: string): Promise<PostView | null> {
  const [row] = await sql.query(byId, [viewer.id, id])
  return row ? toPostView(row, viewer.id) : null
}

const Shown = z.array(SignpostedService)
/** What an older version kept, a name alone, stands in the Guide's own words as well. */
const shownServices = (kept: unknown): SignpostedService[] => Shown.safeParse(kept).data ?? []

export async function messages(sql: Sql, viewer: Viewer): Promise<MessageView[]> {
  const rows = await sql.query(messagesOf, [viewer.id])
  return rows.map((row) => ({
    id: row.id,
    from: row.pseudonym ?? viewer.pseudonym,
    fromStaff: row.from_staff,
    body: row.body,
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    about: row.about_post as PostId | null,
    services: shownServices(row.services),
    ...(!row.from_staff && { own: { waiting: row.waiting } }),
  }))
}
export const markMessagesRead = (sql: Sql, viewer: Viewer, now: Date) => sql.query(markRead, [viewer.id, now])
export const unreadMessages = async (sql: Sql, viewer: Viewer): Promise<number> => (await sql.query(unread, [viewer.id]))[0]?.count ?? 0
