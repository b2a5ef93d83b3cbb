/** What members write. Every post and comment gets its review item in the same transaction. */
import { uuidv7 } from 'uuidv7'
import { maxPostLength, maxTitleLength, type NewComment, type NewPost, type PostView, type Refusal, type Result, type Viewer } from '#contract/community'
import type { Scorer } from '#risk'
import type { Database } from '../db/database'
import { troubleOf } from '../db/errors'
import { statement } from '../db/sql'
import { limits, takeTry, waitSentence, type Limit } from '../identity/limits'
import { scoreEntry, storeEntries, type Entry } from './intake'
import { postById, thread, topic } from './reading'
import { clean } from './text'

export type WritingDeps = { database: Database; scorer: Scorer; now: () => Date }

const bySource = statement<{ id: string }>('post_by_source', 'select id from post where source_key = $1')

const refuse = (field: string | null, code: string, message: string): Refusal => ({ ok: false, field, code, message })

export function textProblem(text: string): Refusal | null {
  if (text.trim() === '') return refuse('text', 'empty', 'There is no text yet. Write something, however short.')
  if (text.length > maxPostLength) {
    const by = (text.length - maxPostLength).toLocaleString('en-GB')
    return refuse(
      'text',
      'too_long',
      `This text is ${by} characters longer than the ${maxPostLength.toLocaleString('en-GB')} that fit. Nothing was posted and your text is still here: please shorten it or share it in parts.`,
    )
  }
  return null
}

async function mayWrite(deps: WritingDeps, viewer: Viewer): Promise<Refusal | null> {
  if (viewer.restrictedUntil !== null && new Date(viewer.restrictedUntil) > deps.now()) {
    return refuse(null, 'restricted', 'You can read but not write at the moment. Your text was not posted. The page shows until when, and why.')
  }
  return limited(deps, limits.postMember, viewer)
}

/** Counts one try of this member; a refusal when there were too many. */
export async function limited(deps: WritingDeps, limit: Limit, viewer: Viewer): Promise<Refusal | null> {
  const wait = await takeTry(deps.database, limit, viewer.id, deps.now())
  return wait && { ...refuse(null, 'too_many', waitSentence(wait.waitMs)), retryAfterMs: wait.waitMs }
}

export async function post(deps: WritingDeps, viewer: Viewer, input: NewPost): Promise<Result<{ post: PostView }>> {
  const title = clean(input.title).replace(/\s+/g, ' ').trim()
  const text = clean(input.text).trim()
  const problem = textProblem(text)
  if (problem) return problem
  if (title.length > maxTitleLength) return refuse('title', 'too_long', `A title can have at most ${maxTitleLength} characters.`)
  const found = await topic(deps.database, input.topic)
  if (found === null) return refuse('topic', 'unknown_topic', 'Choose a topic from the list. Your text is still here.')
  const id = uuidv7()
  return store(deps, viewer, input.key, { id, kind: 'post', thread: id, topic: found.id, title: title === '' ? null : title, intent: input.intent, text }, () => mayWrite(deps, viewer))
}

const topicOfThread = statement<{ topic_id: string }>('thread_topic', 'select topic_id from post where id = $1')

export async function comment(deps: WritingDeps, viewer: Viewer, input: NewComment): Promise<Result<{ post: PostView }>> {
  const text = clean(input.text).trim()
  const problem = textProblem(text)
  if (problem) return problem
  const open = await thread(deps.database, viewer, input.thread, 1)
  if (open === null || open.first.state === 'removed') {
    return refuse(null, 'thread_gone', 'This thread is not open any more. Your comment was not posted; your text is still here.')
  }
  const [row] = await deps.database.query(topicOfThread, [input.thread])
  if (row === undefined) return refuse(null, 'thread_gone', 'This thread is not open any more. Your comment was not posted; your text is still here.')
  return store(deps, viewer, input.key, { id: uuidv7(), kind: 'comment', thread: input.thread, topic: row.topic_id, title: null, intent: null, text }, () => mayWrite(deps, viewer))
}

const notStored = {
  storage_full: 'The server has no space left, so this could not be posted. Your text is still here: please keep a copy and try again later.',
  unavailable: 'This could not be posted because the server cannot be reached at the moment. Your text is still here: please try again in a little while.',
  conflict: 'This could not be posted because the server is very busy. Your text is still here: please try again.',
} as const

type Draft = Pick<Entry, 'id' | 'kind' | 'thread' | 'topic' | 'title' | 'intent' | 'text'>

/** `mayStore` is asked only for what was not stored already. */
export async function store(deps: WritingDeps, viewer: Viewer, key: string, draft: Draft, mayStore: () => Promise<Refusal | null>): Promise<Result<{ post: PostView }>> {
  const { database, scorer } = deps
  if (!/^[\w-]{8,80}$/.test(key)) return refuse(null, 'no_key', 'This form is out of date. Your text is still here: please reload the page and send it again.')
  // By member and form: nobody can find out another's keys, and a double click makes one post.
  const sourceKey = `form:${viewer.id}:${key}`
  const again = async () => {
    const [row] = await database.query(bySource, [sourceKey])
    const view = row && (await postById(database, viewer, row.id))
    return view ? ({ ok: true, post: view } as const) : null
  }
  const known = await again()
  if (known) return known
  const refusal = await mayStore()
  if (refusal) return refusal

  const score = await scoreEntry(database, scorer, { ...draft, author: viewer.id, country: viewer.country })
  const at = deps.now()
  const entry: Entry = { ...draft, author: viewer.id, at, queuedAt: at, sourceKey, score }
  const stored = await database.transaction((tx) => storeEntries(tx, [entry])).catch((error: unknown) => {
    const trouble = troubleOf(error)
    if (trouble === 'storage_full' || trouble === 'unavailable' || trouble === 'conflict') return trouble
    throw error
  })
  if (typeof stored === 'string') return refuse(null, stored, notStored[stored])
  if (!stored.has(entry.id)) {
    const other = await again()
    if (other) return other
  }
  const view = await postById(database, viewer, entry.id)
  if (view === null) throw new Error('A stored post was not found')
  return { ok: true, post: view }
}
