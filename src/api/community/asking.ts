/** Ask a Wall Guide: what a member writes to the Guides, and an honest word on how long the line is. */
import { uuidv7 } from 'uuidv7'
import type { AskingView, NewAsk, Result, Viewer } from '#contract/community'
import { statement, one, type Sql } from '../db/sql'
import { limits } from '../identity/limits'
import { privateTopic } from './private-topics'
import { clean } from './text'
import { limited, store, textProblem, type WritingDeps } from './writing'

const conversation = statement<{ thread_id: string }>(
  'ask_thread',
  `select thread_id from post where author_id = $1 and kind = 'message' and topic_id = $2 order by created_at, id limit 1`,
)

/** A restriction is about the community: asking for help is never restricted. */
export async function ask(deps: WritingDeps, viewer: Viewer, input: NewAsk): Promise<Result<{ id: string }>> {
  const text = clean(input.text).trim()
  const problem = textProblem(text)
  if (problem) return problem
  const topic = await privateTopic(deps.database, 'ask')
  const id = uuidv7()
  const [earlier] = await deps.database.query(conversation, [viewer.id, topic])
  const draft = { id, kind: 'message', thread: earlier?.thread_id ?? id, topic, title: null, intent: null, text } as const
  const stored = await store(deps, viewer, input.key, draft, () => limited(deps, limits.askMember, viewer))
  return stored.ok ? { ok: true, id: stored.post.id } : stored
}

// Whoever has several messages in the line stands in it once, with the first of them. What was read and passed on waits, too, but
// stands in no line any more.
const line = statement<{ waiting: boolean; before: number; guide_seen: boolean }>(
  'ask_line',
  `with line as (
     select distinct on (author_id) author_id, band, due_at from item
     where kind = 'ask' and status = 'open' and not removed order by author_id, band, due_at
   ), own as (
     select l.band, l.due_at, exists (
       select 1 from item i join post p on p.id = i.post_id
       where i.author_id = $1 and i.status = 'open' and not i.removed and i.kind <> 'promise' and p.kind = 'message' and p.topic_id = $3
     ) as waiting from (select 1) always left join line l on l.author_id = $1
   )
   select own.waiting,
     (select count(*)::int from line l where l.author_id <> $1
        and (not own.waiting or (own.band is not null and (l.band, l.due_at) < (own.band, own.due_at)))) as before,
     (exists (select 1 from decision where received_at > $2) or exists (select 1 from device where last_seen > $2)) as guide_seen
   from own`,
)

/** How long ago a desk may have been at work for "somebody is here" to be true. */
const recentMs = 30 * 60_000

export async function asking(sql: Sql, viewer: Viewer, now: Date): Promise<AskingView> {
  const topic = await privateTopic(sql, 'ask')
  const { waiting, before, guide_seen: guideSeen } = await one(sql, line, [viewer.id, new Date(now.getTime() - recentMs), topic])
  return { waiting, before, guideSeen }
}
