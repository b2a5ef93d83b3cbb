/** What members report. Who reported is stored here alone: the review item, and with it every desk, never learns it. */
import { uuidv7 } from 'uuidv7'
import { maxReportLength, type NewReport, type PostView, type ReportView, type Reportable, type Refusal, type Result, type Viewer } from '#contract/community'
import type { PostId } from '#contract/ids'
import { ReportReason, type About, type PostState } from '#contract/review'
import type { Level } from '#contract/risk'
import type { Tx } from '../db/database'
import { troubleOf } from '../db/errors'
import { statement, type Sql } from '../db/sql'
import { limits } from '../identity/limits'
import { appendItems } from '../review/items'
import { placeInQueue } from '../review/rank'
import { announcing, drawing } from '../sync/head'
import { clean } from './text'
import { postColumns, postJoins, toPostView, uuidForm, visible, type PostRow } from './views'
import { limited, type WritingDeps } from './writing'

type Found = PostRow & { revision: number; reported: boolean }
const findPost = statement<Found>(
  'report_post',
  `select ${postColumns}, p.revision, exists (
     select 1 from report r join item i on i.id = r.item_id where r.post_id = p.id and r.member_id = $1 and i.status = 'open' and not i.removed
   ) as reported
   from post p ${postJoins} where p.id = $2 and p.kind in ('post', 'comment') and (${visible} or p.state = 'removed')`,
)

const whyNot = (row: Found, view: PostView): Reportable['why'] =>
  view.author.mine ? 'own' : row.author_id === null ? 'guide' : row.state === 'removed' ? 'removed' : row.reported ? 'reported' : null

const find = async (sql: Sql, viewer: Viewer, id: string): Promise<{ row: Found; about: Reportable } | null> => {
  if (!uuidForm.test(id)) return null
  const [row] = await sql.query(findPost, [viewer.id, id])
  if (row === undefined) return null
  const post = toPostView(row, viewer.id)
  return { row, about: { post, why: whyNot(row, post) } }
}

/** The post as this member sees it, and why it cannot be reported, if so. */
export const reportable = async (sql: Sql, viewer: Viewer, id: PostId): Promise<Reportable | null> => (await find(sql, viewer, id))?.about ?? null

const refuse = (field: string | null, code: string, message: string): Refusal => ({ ok: false, field, code, message })
const refusals: Record<Exclude<Reportable['why'], null | 'reported'>, Refusal> = {
  own: refuse(null, 'own', 'This is your own post, so it was not reported. If you are worried about what you wrote, you can ask a Wall Guide.'),
  guide: refuse(null, 'guide', 'A Guide wrote this, so it was not reported here. If something about it is not right, please say so under Ask a Wall Guide.'),
  removed: refuse(null, 'removed', 'A Guide has taken this down already, so there is nothing more to report. Thank you for looking out.'),
}

/** Two members at once, or a desk that decides meanwhile: looked at again. */
const tries = 4

export async function report(deps: WritingDeps, viewer: Viewer, input: NewReport): Promise<Result<{ already: boolean }>> {
  const reason = ReportReason.safeParse(input.reason)
  const words = clean(input.words).trim()
  if (!reason.success) return refuse('reason', 'no_reason', 'Please choose what it is about. Nothing was sent yet.')
  if (words.length > maxReportLength) return refuse('words', 'too_long', `This can have at most ${maxReportLength.toLocaleString('en-GB')} characters. Nothing was sent yet; what you wrote is still here.`)
  const found = await find(deps.database, viewer, input.post)
  if (found === null) return refuse(null, 'gone', 'This is no longer there, so there is nothing to report.')
  if (found.about.why === 'reported') return { ok: true, already: true }
  if (found.about.why !== null) return refusals[found.about.why]
  const wait = await limited(deps, limits.reportMember, viewer)
  if (wait) return wait
  const filed = { ...input, reason: reason.data, words, at: deps.now() }
  for (let attempt = 1; ; attempt++) {
    try {
      return { ok: true, already: await deps.database.transaction((tx) => file(tx, viewer, found.row, filed)) }
    } catch (error) {
      const trouble = troubleOf(error)
      if ((trouble !== 'duplicate' && trouble !== 'conflict') || attempt >= tries) throw error
    }
  }
}

type Open = { id: string; about: Extract<About, { of: 'report' }>; mine: boolean }
const openReport = statement<Open>(
  'report_open',
  `select i.id, i.about, exists (select 1 from report r where r.item_id = i.id and r.member_id = $2) as mine
   from item i where i.post_id = $1 and i.kind = 'report' and i.status = 'open' and not i.removed for update of i`,
)
const insertReport = statement(
  'report_insert',
  `insert into report (id, post_id, member_id, item_id, reason, words, snapshot, post_state, post_revision, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)
const levelOf = statement<{ level: Level; pack_version: string }>(
  'report_level',
  `select level, pack_version from item where post_id = $1 order by (kind = 'content') desc, queued_at desc limit 1`,
)
// Whoever is reading the item sees that there is more to it: its version moves on.
const join = statement(
  'report_join',
  `with ${drawing}, joined as (update item set seq = h.base + 1, version = version + 1, about = $6::jsonb from h where item.id = $5)
   select ${announcing('$7')} from h`,
)

/** As many later reports are told word by word; the others are counted. */
const told = 12

/** True when this member had reported it already. */
async function file(tx: Tx, viewer: Viewer, post: Found, { reason, words, at }: { reason: ReportReason; words: string; at: Date }): Promise<boolean> {
  const [open] = await tx.query(openReport, [post.id, viewer.id])
  if (open?.mine) return true
  const seen = post.visible_text ?? post.text
  const snapshot = post.title === null ? seen : `${post.title}\n${seen}`
  const item = open?.id ?? uuidv7()
  await tx.query(insertReport, [uuidv7(), post.id, viewer.id, item, reason, words, snapshot, post.state, post.revision, at])
  const hints = [{ thread: null, member: viewer.id, message: false }]
  const own = { reason, words, at: at.toISOString() }
  if (open) {
    const { count = 1, more = [] } = open.about
    const about = { ...open.about, count: count + 1, more: [...more, own].slice(0, told) }
    await tx.last(join, [1, 0, 0, 0, item, JSON.stringify(about), JSON.stringify(hints)])
    return false
  }
  const [known] = await tx.query(levelOf, [post.id])
  const level = known?.level ?? 'amber'
  const about: Open['about'] = { of: 'report', ...own, snapshot, count: 1, more: [] }
  const authorId = post.author_id
  if (authorId === null) throw new Error('A post of a Guide was to be reported')
  const place = placeInQueue('report', level, at)
  await appendItems(
    tx,
    [{ id: item, kind: 'report', postId: post.id, authorId, level, packVersion: known?.pack_version ?? '', audience: 0, queuedAt: at, ...place, origin: null, about }],
    hints,
  )
  return false
}

type OwnRow = {
  id: string
  at: Date
  reason: ReportReason
  words: string
  post_id: string
  thread_id: string
  kind: 'post' | 'comment'
  state: PostState
  revision: number
  then_state: PostState
  then_revision: number
  slug: string
  name: string
  open: boolean
}
// Follow-up work keeps what it is about: as long as any of it is open, the report is being read.
const ownReports = statement<OwnRow>(
  'report_own',
  `select r.id, r.created_at as at, r.reason, r.words, p.id as post_id, p.thread_id, p.kind, p.state, p.revision,
     r.post_state as then_state, r.post_revision as then_revision, t.slug, t.name,
     exists (select 1 from item i where i.post_id = r.post_id and i.status = 'open' and not i.removed and i.about ->> 'of' = 'report') as open
   from report r join post p on p.id = r.post_id join topic t on t.id = p.topic_id where r.member_id = $1 order by r.created_at desc, r.id desc limit 100`,
)

const changed = (row: OwnRow): boolean =>
  ((row.state === 'held' || row.state === 'removed' || row.state === 'changed') && row.state !== row.then_state) || row.revision > row.then_revision

/** Newest first; what was decided, without who or why. */
export async function myReports(sql: Sql, viewer: Viewer): Promise<ReportView[]> {
  const rows = await sql.query(ownReports, [viewer.id])
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    reason: row.reason,
    words: row.words,
    status: row.open ? 'reading' : changed(row) ? 'changed' : 'left',
    kind: row.kind,
    topic: { slug: row.slug, name: row.name },
    thread: row.state === 'held' || row.state === 'removed' ? null : (row.thread_id as PostId),
    post: row.post_id as PostId,
  }))
}
