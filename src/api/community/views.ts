/** Posts as a member may see them: one set of columns, one mapping. */
import type { PostView, TopicView } from '#contract/community'
import type { PostState, ReasonCode } from '#contract/review'

export type PostRow = {
  id: string
  thread_id: string
  kind: 'post' | 'comment'
  title: string | null
  text: string
  visible_text: string | null
  intent: PostView['intent']
  state: PostState
  why_reason: ReasonCode | null
  why_words: string | null
  why_rule: string | null
  content_note: string | null
  created_at: Date
  edited_at: Date | null
  last_at: Date
  author_id: string | null
  pseudonym: string
  topic_slug: string
  topic_name: string
  comments: number
}

/** `$1` has to be the viewer's id. Only what the viewer may see counts as a comment. */
export const postColumns = `
  p.id, p.thread_id, p.kind, p.title, p.text, p.visible_text, p.intent, p.state, p.why_reason, p.why_words, p.why_rule, p.content_note,
  p.created_at, p.edited_at, p.last_at, p.author_id, coalesce(m.pseudonym, f.pseudonym, '') as pseudonym,
  t.slug as topic_slug, t.name as topic_name,
  case when p.kind = 'post' then (
    select count(*)::int from post c where c.thread_id = p.id and c.kind = 'comment' and (c.state in ('live', 'reading', 'changed') or c.author_id = $1)
  ) else 0 end as comments`

export const postJoins = 'join topic t on t.id = p.topic_id left join member m on m.id = p.author_id left join staff f on f.id = p.staff_id'

/** What others may see; an author always sees what is their own. */
export const visible = `(p.state in ('live', 'reading', 'changed') or p.author_id = $1)`

export function toPostView(row: PostRow, viewerId: string): PostView {
  const mine = row.author_id === viewerId
  const hidden = row.state === 'removed' && !mine
  return {
    id: row.id,
    thread: row.thread_id,
    kind: row.kind,
    title: hidden ? null : row.title,
    text: hidden ? '' : (row.visible_text ?? row.text),
    intent: row.intent,
    at: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    author: { pseudonym: row.pseudonym, staff: row.author_id === null, mine },
    state: mine || row.state !== 'reading' ? row.state : 'live',
    contentNote: row.content_note,
    why: mine && row.why_reason !== null ? { reason: row.why_reason, words: row.why_words, rule: row.why_rule } : null,
    topic: { slug: row.topic_slug, name: row.topic_name },
    comments: row.comments,
  } as PostView
}

export type TopicRow = { id: string; slug: string; name: string; description: string; last_at: Date | null }
export const toTopicView = (row: TopicRow): TopicView =>
  ({ id: row.id, slug: row.slug, name: row.name, description: row.description, lastAt: row.last_at?.toISOString() ?? null }) as TopicView

export const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Place in a list that runs from new to old. Null when the text is not one of ours. */
export function parsePlace(before: string): { at: Date; id: string } | null {
  const match = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(before)
  return match?.[1] !== undefined && match[2] !== undefined ? { at: new Date(Number(match[1])), id: match[2] } : null
}
export const placeAt = (at: Date, id: string): string => `${at.getTime()}.${id}`
