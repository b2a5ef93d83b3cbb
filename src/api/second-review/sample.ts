/** Which decisions are read a second time, by whom, and what follows from the second reading (docs/decisions/0018). */
import { createHmac } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { levelsSaid, nearestSaid } from '#contract/level-said'
import type { Decision, ReviewItem, Verdict } from '#contract/review'
import { levels, type Level } from '#contract/risk'
import { statement, type Sql } from '../db/sql'
import type { NewItem } from '../review/items'
import { moreProtective } from '../review/protect'
import { moreUrgent, placeInQueue } from '../review/rank'

/** `share` of decisions, 0 to 1; `key` makes the choice reproducible here and unforeseeable elsewhere. */
export type Sampling = { share: number; key: string }

const hash = (key: string, text: string): number => createHmac('sha256', key).update(`second-review ${text}`).digest().readUIntBE(0, 6) / 2 ** 48

/** By the item alone: who decided it, and what, has no part in it. */
export const isSampled = ({ share, key }: Sampling, item: string): boolean => hash(key, item) < share

/** Decisions that end the matter. What is passed on is read by a second person anyway; the watch mark shows on all of a member's items. */
const ending: ReadonlySet<Verdict> = new Set<Verdict>(['no_action', 'support_reply', 'message', 'signpost', 'content_note', 'redact', 'hide', 'remove'])

/** The same for every sampled item, so that neither its place in the list nor what is asked for tells what anybody found. */
export const blindLevel: Level = 'green'

type Decided = { id: string; kind: ReviewItem['kind']; level: Level; pack_version: string; audience: number; post_id: string; author_id: string }

// Somebody else, who has never sent a decision on it, may decide it, and has been at a desk lately.
const readers = statement<{ id: string; pseudonym: string }>(
  'second_review_readers',
  `select f.id, f.pseudonym from staff f
   where f.active and f.role = any($1::text[]) and (f.registration_expires is null or f.registration_expires >= $2::date) and f.id <> $3
     and not exists (select 1 from decision d where d.item_id = $4 and d.staff_id = f.id)
     and exists (select 1 from device d where d.staff_id = f.id and d.state = 'ok' and d.last_seen > $2::timestamptz - interval '14 days')`,
)
const insert = statement(
  'second_review_insert',
  'insert into second_review (item, first, post_id, assignee, first_verdict, first_level) values ($1, $2, $3, $4, $5, $6)',
)

/** Writes down what was first decided, beside the second reading `id`. */
export async function noteSecond(sql: Sql, of: { id: string; first: string; post: string; assignee: string; verdict: Verdict; level: Level }): Promise<void> {
  await sql.query(insert, [of.id, of.first, of.post, of.assignee, of.verdict, of.level])
}

/**
 * The work of a second reader, written down with whom it is for; null where there is none: not sampled, not ended by this decision,
 * more than this one item about the post (others would tell), or nobody else to read it.
 */
export async function secondReading(sql: Sql, sampling: Sampling, item: Decided, decision: Decision, { staff, at, alone }: { staff: string; at: Date; alone: boolean }): Promise<NewItem | null> {
  if (item.kind !== 'content' || !alone || !ending.has(decision.action.verdict) || !isSampled(sampling, item.id)) return null
  const roles = ['guide', 'lead', 'senior'].slice(item.audience)
  const found = await sql.query(readers, [roles, at, staff, item.id])
  const [reader] = found.map((row) => ({ ...row, place: hash(sampling.key, `${item.id} ${row.id}`) })).sort((a, b) => a.place - b.place)
  if (reader === undefined) return null
  const id = uuidv7()
  const said = levelsSaid(decision.action.verdict, decision.reason, decision.ownLevel)
  await noteSecond(sql, { id, first: item.id, post: item.post_id, assignee: reader.id, verdict: decision.action.verdict, level: said === null ? item.level : nearestSaid(said, item.level) })
  return {
    id,
    kind: 'second-review',
    postId: item.post_id,
    authorId: item.author_id,
    level: blindLevel,
    packVersion: item.pack_version,
    audience: item.audience,
    queuedAt: at,
    ...placeInQueue('second-review', blindLevel, at),
    origin: null,
    about: { of: 'second-review', first: item.id as ReviewItem['id'] },
    assignee: { id: reader.id, name: reader.pseudonym },
  }
}

const answer = statement<{ first_verdict: Verdict; first_level: Level }>(
  'second_review_answer',
  `update second_review set verdict = $2, own_level = $3, answered_at = $4 where item = $1 and answered_at is null returning first_verdict, first_level`,
)

export type Difference = { level: Level; detail: string }

/** True when the second reader saw danger, or would have protected, where the first did neither. Our own rule. */
export const firstWasLessSafe = (first: { verdict: Verdict; level: Level }, second: { verdict: Verdict; level: Level }): boolean =>
  moreProtective(second.verdict, first.verdict) || (levels.indexOf(second.level) <= levels.indexOf('red') && levels.indexOf(second.level) < levels.indexOf(first.level))

/** Writes the second reading down. Gives what a Lead is asked to look at, or null. */
export async function answerSecond(sql: Sql, item: string, decision: Decision, at: Date): Promise<Difference | null> {
  const [first] = await sql.query(answer, [item, decision.action.verdict, decision.ownLevel ?? null, at])
  if (first === undefined || decision.ownLevel === undefined || decision.action.verdict === 'hand_on') return null
  const second = { verdict: decision.action.verdict, level: decision.ownLevel }
  if (!firstWasLessSafe({ verdict: first.first_verdict, level: first.first_level }, second)) return null
  return {
    level: moreUrgent(second.level, first.first_level),
    detail: `A blind second reading found more: ${second.verdict} and ${second.level}, where the first was ${first.first_verdict} and ${first.first_level}. Nothing has been changed.`,
  }
}

/** For `where`: this viewer is to read the post of `i` a second time, and has not answered yet. */
export const blindTo = (viewer: `$${number}`) =>
  `exists (select 1 from second_review s join item j on j.id = s.item where s.assignee = ${viewer} and s.answered_at is null and s.post_id = i.post_id
     and s.item <> i.id and j.status = 'open' and not j.removed)`

/** For `where`: a second reading is for its reader alone. */
export const seenBy = (viewer: `$${number}`) => `(i.kind <> 'second-review' or i.assignee is null or i.assignee = ${viewer})`

const blind = statement<{ blind: boolean }>('second_review_blind', `select ${blindTo('$1')} as blind from item i where i.id = $2`)

export const isBlind = async (sql: Sql, staff: string, item: string): Promise<boolean> => (await sql.query(blind, [staff, item]))[0]?.blind === true
