/** Carries out the effects of a decision inside its transaction; the head's lock comes last. */
import { uuidv7 } from 'uuidv7'
import type { DecisionSummary } from '#contract/review'
import type { Tx } from '../db/database'
import { statement } from '../db/sql'
import { clean } from '../community/text'
import { widensAt } from '../people/escalations'
import { signposted } from '../review/directory'
import type { Effects } from '../review/effects'
import { addedBy, insertingItems, itemRows, type NewItem } from '../review/items'
import { promiseItem } from '../review/promises'
import { placeInQueue, rankOf } from '../review/rank'
import { answerSecond, secondReading } from '../second-review/sample'
import { summaryOf, type Command, type LockedItem } from './decide'
import { announcing, drawing, type Hint } from './head'

const updatePost = statement(
  'apply_post',
  `update post set state = $2, visible_text = $3, redactions = $4::jsonb, content_note = $5, why_reason = $6, why_words = $7, why_rule = $8,
     revision = revision + case when visible_text is distinct from $3 or content_note is distinct from $5 then 1 else 0 end
   where id = $1`,
)
const insertReply = statement(
  'apply_reply',
  `insert into post (id, kind, thread_id, topic_id, staff_id, text, state, created_at, last_at)
   values ($1, 'comment', $2, $3, $4, $5, 'live', $6, $6)`,
)
export const touchThread = statement('thread_touch', 'update post set last_at = greatest(last_at, $2) where id = $1')
const insertMessage = statement(
  'apply_message',
  `insert into message (id, member_id, staff_id, body, services, about_post, decision_id, created_at)
   values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)`,
)
const watchMember = statement('apply_watch', 'update member set watched = true where id = $1')
const restrictMember = statement(
  'apply_restrict',
  'update member set restricted_until = greatest(coalesce(restricted_until, $2), $2), restricted_rule = $3 where id = $1',
)

// Everything that needs the new numbers, in one statement: the head is locked for as short as can be.
const finish = statement<{ seq: number }>(
  'apply_finish',
  `with ${drawing}, own as (
     update item set seq = h.base + 1, version = version + 1, status = 'decided', decision = $6::jsonb,
       lease_user = null, lease_name = null, lease_device = null, lease_until = null, lease_held = null
     from h where item.id = $5
   ), sibling as (
     update item set seq = h.base + 1 + g.n, version = version + case when status = 'open' and post_id = $16 then 1 else 0 end
     from h, unnest($7::uuid[]) with ordinality as g(id, n) where item.id = g.id
   ), ledger as (
     insert into decision (id, item_id, staff_id, device_id, hash, payload, outcome, effective, received_at)
     select $8, $5, $9, $10, $11, $12, '{"kind":"applied","seq":' || (h.base + 1) || '}', true, $13 from h
   ), follow as (${insertingItems('$15', '1 + cardinality($7::uuid[])')})
   select h.base + 1 as seq, ${announcing('$14')} from h`,
)

/** Returns the item's new number. `rows` are the locked items of the same post (or, for a watch, of the same author). */
export async function apply(tx: Tx, command: Command, item: LockedItem, effects: Effects, rows: readonly LockedItem[], to: Receiver = null): Promise<number> {
  const { staff, decision, received } = command
  const at = received.at
  const hints: Hint[] = []
  const effectsDone: Promise<unknown>[] = []
  const before = item
  const after = effects.post
  const postChanged =
    before.state !== after.state ||
    before.content_note !== after.contentNote ||
    (before.redactions?.length ?? 0) !== after.redactions.length ||
    decision.action.verdict === 'redact' ||
    before.why_reason !== after.why.reason ||
    before.why_rule !== after.why.rule

  if (postChanged) {
    const redactions = after.redactions.length > 0 ? JSON.stringify(after.redactions) : null
    const { reason, words, rule } = after.why
    effectsDone.push(tx.query(updatePost, [item.post_id, after.state, after.visibleText, redactions, after.contentNote, reason, words, rule]))
  }
  if (effects.reply !== null) {
    effectsDone.push(tx.query(insertReply, [uuidv7(), item.thread_id, item.topic_id, staff.id, clean(effects.reply), at]), tx.query(touchThread, [item.thread_id, at]))
  }
  if (effects.message !== null) {
    const services = JSON.stringify(signposted(effects.message.services))
    effectsDone.push(tx.query(insertMessage, [uuidv7(), item.author_id, staff.id, clean(effects.message.body), services, item.post_id, decision.id, at]))
  }
  if (effects.watch) effectsDone.push(tx.query(watchMember, [item.author_id]))
  if (effects.restrict !== null) {
    effectsDone.push(tx.query(restrictMember, [item.author_id, new Date(at.getTime() + effects.restrict.days * 86_400_000), effects.restrict.rule]))
  }
  // Who reported a post sees that it was decided, whatever was decided; a message concerns nobody but its writer.
  const shown = postChanged || effects.reply !== null || item.about?.of === 'report'
  if (shown) hints.push(item.post_kind === 'message' ? { thread: null, member: item.author_id, message: true } : { thread: item.thread_id, member: null, message: false })
  if (effects.message !== null || effects.restrict !== null) hints.push({ thread: null, member: item.author_id, message: true })

  const second = item.kind === 'second-review'
  // What was kept from a second reader comes to them with their answer.
  const shows = (row: LockedItem) => postChanged || effects.watch || (second && row.post_id === item.post_id && row.status === 'decided')
  const siblings = rows.filter((row) => row.id !== item.id && !row.removed && shows(row)).map((row) => row.id)
  const summary = summaryOf(staff, decision, at)
  const difference = second ? await answerSecond(tx, item.id, decision, at) : null
  const weighed = difference === null ? item : { ...item, level: difference.level }
  const alone = rows.every((row) => row.id === item.id || row.post_id !== item.post_id)
  const reading = command.sampling === undefined || second ? null : await secondReading(tx, command.sampling, item, decision, { staff: staff.id, at, alone })
  const followUps = [
    ...(effects.followUp === null ? [] : [followUpItem(weighed, effects.followUp, summary, at, to)]),
    ...(difference === null || effects.followUp !== null ? [] : [followUpItem(weighed, { kind: 'question', audience: rankOf.lead, detail: difference.detail, to: null }, summary, at)]),
    ...(reading === null ? [] : [reading]),
    ...(decision.promise === undefined || second ? [] : [promiseItem(item, decision.promise, summary)]),
  ]
  const count = 1 + siblings.length + followUps.length
  const finished = tx.last(finish, [
    count,
    ...addedBy(followUps),
    item.id,
    JSON.stringify(summary),
    siblings,
    decision.id,
    staff.id,
    received.device,
    received.hash,
    received.payload,
    at,
    JSON.stringify(hints),
    itemRows(followUps),
    item.post_id,
  ])
  // Sent together and carried out in this order; one that fails takes all of them back.
  const [, [row]] = await Promise.all([Promise.all(effectsDone), finished])
  if (row === undefined) throw new Error('A decision was applied without a number')
  return row.seq
}

// New work beside an item that stays as it is: the ledger entry and the work, with one number.
const finishBeside = statement<{ seq: number }>(
  'apply_beside',
  `with ${drawing}, ledger as (
     insert into decision (id, item_id, staff_id, device_id, hash, payload, outcome, effective, received_at)
     select $5, $6, $7, $8, $9, $10, '{"kind":"applied","seq":' || (h.base + 1) || '}', false, $11 from h
   ), follow as (${insertingItems('$12', '0')})
   select h.base + 1 as seq, ${announcing('$13')} from h`,
)

/** Carries out a decision that takes nothing: the item stays open, held or decided as it is. */
export async function applyBeside(tx: Tx, command: Command, item: LockedItem, effects: Effects, to: Receiver): Promise<number> {
  const { staff, decision, received } = command
  const summary = summaryOf(staff, decision, received.at)
  const work = effects.followUp === null ? [] : [followUpItem(item, effects.followUp, summary, received.at, to)]
  const [row] = await tx.last(finishBeside, [work.length, ...addedBy(work), decision.id, item.id, staff.id, received.device, received.hash, received.payload, received.at, itemRows(work), '[]'])
  if (row === undefined) throw new Error('A decision was applied without a number')
  return row.seq
}

/** The colleague whom new work is for by name. */
export type Receiver = { id: string; name: string } | null

export function followUpItem(item: LockedItem, followUp: NonNullable<Effects['followUp']>, summary: DecisionSummary, at: Date, to: Receiver = null): NewItem {
  return {
    id: uuidv7(),
    kind: followUp.kind,
    postId: item.post_id,
    authorId: item.author_id,
    level: item.level,
    packVersion: item.pack_version,
    audience: followUp.audience,
    queuedAt: at,
    ...placeInQueue(followUp.kind, item.level, at),
    origin: { ...summary, itemId: item.id as NonNullable<NewItem['origin']>['itemId'], detail: followUp.detail },
    // A second review stays blind, and what follows from it is no second review any more.
    about: item.about?.of === 'second-review' ? null : item.about,
    assignee: to,
    widensAt: followUp.kind === 'escalation' && to !== null ? widensAt(item.level, at) : null,
  }
}
