/**
 * The deciding transaction. The order of the checks is the protocol's (docs/decisions/0002); each ends in an outcome that is
 * written to the ledger in the same transaction.
 */
import type { Decision, DecisionSummary, Outcome, RedactionSpan, ReviewItem } from '#contract/review'
import type { Level } from '#contract/risk'
import type { ClinicalRole, Staff } from '#contract/staff'
import type { Database, Tx } from '../db/database'
import { statement } from '../db/sql'
import { checkDecision } from '../review/allowed'
import { appendItems } from '../review/items'
import { effectsOf, type Effects, type PostNow } from '../review/effects'
import { moreProtective } from '../review/protect'
import { rankOf } from '../review/rank'
import { isBlind, type Sampling } from '../second-review/sample'
import { serviceIds } from '../review/directory'
import { houseRuleIds } from '../review/rules'
import { namedColleague, type Named } from '../people/colleagues'
import { apply, applyBeside, followUpItem } from './apply'
import { findEntry, recordOnly, repeated, type Received } from './ledger'

export type Decider = Staff & { role: ClinicalRole }
export type Command = { staff: Decider; decision: Decision; received: Received; /** Which decisions are read a second time; default: none. */ sampling?: Sampling }

export type LockedItem = {
  id: string
  version: number
  removed: boolean
  kind: ReviewItem['kind']
  status: ReviewItem['status']
  level: Level
  pack_version: string
  audience: number
  assignee: string | null
  origin: ReviewItem['origin']
  about: ReviewItem['about']
  post_kind: ReviewItem['post']['kind']
  lease_user: string | null
  lease_name: string | null
  lease_device: string | null
  lease_until: Date | null
  decision: DecisionSummary | null
  author_id: string
  post_id: string
  thread_id: string
  topic_id: string
  text: string
  redactions: RedactionSpan[] | null
  state: PostNow['state']
  content_note: string | null
  why_reason: PostNow['why']['reason']
  why_words: string | null
  why_rule: string | null
  known_hash: string | null
  known_outcome: string | null
}

const locked = `
  select i.id, i.version, i.removed, i.kind, i.status, i.level, i.pack_version, i.audience, i.assignee, i.origin, i.about, p.kind as post_kind,
    i.lease_user, i.lease_name, i.lease_device, i.lease_until, i.decision, i.author_id, i.post_id,
    p.thread_id, p.topic_id, p.text, p.redactions, p.state, p.content_note, p.why_reason, p.why_words, p.why_rule,
    (select d.hash from decision d where d.id = $2) as known_hash, (select d.outcome from decision d where d.id = $2) as known_outcome
  from item i join post p on p.id = i.post_id`

// The item and its siblings: what happens to a post shows on every item about it. In the order of ids, like every lock on items.
const lockPost = statement<LockedItem>(
  'decide_lock_post',
  `${locked} where i.post_id = (select post_id from item where id = $1) order by i.id for update of i, p`,
)
// Watching a member shows on every item of that member.
const lockAuthor = statement<LockedItem>(
  'decide_lock_author',
  `${locked} where i.author_id = (select author_id from item where id = $1) order by i.id for update of i, p`,
)

/** True when the registration's last day is over, in UTC. */
export const registrationExpired = (staff: Staff, now: Date): boolean =>
  staff.registration !== null && staff.registration.expires < now.toISOString().slice(0, 10)

/** Throws only what the database throws; `push` decides what to do about it. */
export function decide(database: Database, command: Command): Promise<Outcome> {
  const { decision, received, staff } = command
  const now = received.at
  return database.transaction(async (tx) => {
    const rows = await tx.query(decision.action.verdict === 'watch' ? lockAuthor : lockPost, [decision.item, decision.id])
    const item = rows.find((row) => row.id === decision.item)
    const known = item
      ? item.known_hash !== null && item.known_outcome !== null && { hash: item.known_hash, outcome: item.known_outcome }
      : await findEntry(tx, decision.id)
    if (known) return repeated(known, received.hash)
    // Decided by this very command while we waited for the lock.
    if (item?.decision?.id === decision.id) {
      const entry = await findEntry(tx, decision.id)
      if (entry) return repeated(entry, received.hash)
    }
    const record = (outcome: Outcome) => recordOnly(tx, received, outcome)
    const goesBeside = item !== undefined && !item.removed && item.status !== 'withdrawn' && takesNothing(decision, item, received, now)

    if (registrationExpired(staff, now)) {
      return record({ kind: 'rejected', code: 'registration_expired', why: 'Your professional registration has expired. An administrator can renew it.' })
    }
    if (item === undefined || item.removed || item.status === 'withdrawn') return record({ kind: 'gone' })
    if (item.audience > rankOf[staff.role]) return record({ kind: 'rejected', code: 'not_allowed', why: 'This item is not in your queue.' })
    if (item.kind === 'second-review' && item.assignee !== null && item.assignee !== staff.id) {
      return record({ kind: 'rejected', code: 'not_allowed', why: 'This second reading is for a colleague. Nothing was changed; choose another item.' })
    }
    if (item.decision !== null && !goesBeside) return superseded(tx, command, item, item.decision, rows)
    if (goesBeside) return beside(tx, command, item, rows)
    if (item.version !== decision.itemVersion) return record({ kind: 'stale', version: item.version })
    const live = item.lease_until !== null && item.lease_until > now
    if (live && (item.lease_user !== staff.id || item.lease_device !== received.device)) {
      return record({ kind: 'lease_lost', holder: item.lease_name ?? '', until: (item.lease_until ?? now).toISOString() })
    }
    const check = checkDecision(staff, { ...item, textLength: item.text.length }, decision, { rules: houseRuleIds, services: serviceIds })
    if (!check.ok) return record({ kind: 'rejected', code: check.code, why: check.why })

    const effects = effectsOf(decision.action, decision.reason, staff.role, item, postNow(item))
    const to = await receiverOf(tx, effects, now)
    if (!to.ok) return record({ kind: 'rejected', code: 'invalid', why: to.why })
    const seq = await apply(tx, command, item, effects, rows, to.colleague)
    return { kind: 'applied', seq }
  })
}

/**
 * An escalation is possible from any state: of a decided item, and of one that somebody else holds. It then makes the new work and
 * leaves the item as it is; so does reading a decided item again.
 */
function takesNothing({ action }: Decision, item: LockedItem, received: Received, now: Date): boolean {
  if (action.verdict === 'reopen') return item.decision !== null
  if (action.verdict !== 'escalate') return false
  const heldByOther = item.lease_until !== null && item.lease_until > now && (item.lease_user !== received.staff || item.lease_device !== received.device)
  return item.decision !== null || heldByOther
}

async function beside(tx: Tx, command: Command, item: LockedItem, rows: readonly LockedItem[]): Promise<Outcome> {
  const { staff, decision, received } = command
  const record = (outcome: Outcome) => recordOnly(tx, received, outcome)
  const check = checkDecision(staff, { ...item, textLength: item.text.length }, decision, { rules: houseRuleIds, services: serviceIds })
  // What an older desk sends without its note is still a second opinion, and a Lead is told.
  if (!check.ok && item.decision !== null && decision.action.verdict === 'escalate') return superseded(tx, command, item, item.decision, rows)
  if (!check.ok) return record({ kind: 'rejected', code: check.code, why: check.why })
  if (decision.action.verdict === 'reopen' && rows.some((row) => row.kind === 'reopened' && row.status === 'open' && !row.removed)) {
    return record({ kind: 'rejected', code: 'not_allowed', why: 'This item has been opened again already. You find it in the queue.' })
  }
  const effects = effectsOf(decision.action, decision.reason, staff.role, item, postNow(item))
  const to = await receiverOf(tx, effects, received.at)
  if (!to.ok) return record({ kind: 'rejected', code: 'invalid', why: to.why })
  return { kind: 'applied', seq: await applyBeside(tx, command, item, effects, to.colleague) }
}

const receiverOf = async (tx: Tx, { followUp }: Effects, now: Date): Promise<Named | { ok: true; colleague: null }> =>
  followUp?.to ? namedColleague(tx, followUp.to, followUp.audience, now) : { ok: true, colleague: null }

const postNow = (item: LockedItem): PostNow => ({
  state: item.state,
  text: item.text,
  redactions: item.redactions ?? [],
  contentNote: item.content_note,
  why: { reason: item.why_reason, words: item.why_words, rule: item.why_rule },
})

/** Too late: kept as a second opinion. If it was the more protective one, a Lead is asked to look (invariant I6). */
async function superseded(tx: Tx, command: Command, item: LockedItem, by: DecisionSummary, rows: readonly LockedItem[]): Promise<Outcome> {
  // Whoever is to judge it afresh is not told what was decided; their late decision is kept and weighed all the same.
  const outcome: Outcome = (await isBlind(tx, command.staff.id, item.id)) ? { kind: 'gone' } : { kind: 'superseded', by: by.name, verdict: by.verdict, at: by.at }
  await recordOnly(tx, command.received, outcome)
  const openAlready = rows.some((row) => row.status === 'open' && !row.removed)
  const { staff, decision, received } = command
  if (by.by !== staff.id && !openAlready && item.state !== 'removed' && moreProtective(decision.action.verdict, by.verdict)) {
    const followUp: NonNullable<Effects['followUp']> = {
      kind: 'question',
      to: null,
      audience: rankOf.lead,
      detail: `A second opinion that came later was more protective: ${decision.action.verdict} instead of ${by.verdict}.`,
    }
    await appendItems(tx, [followUpItem(item, followUp, summaryOf(staff, decision, received.at), received.at)], [])
  }
  return outcome
}

export const summaryOf = (staff: Decider, decision: Decision, at: Date): DecisionSummary => ({
  id: decision.id,
  verdict: decision.action.verdict,
  reason: decision.reason,
  by: staff.id,
  name: staff.pseudonym,
  at: at.toISOString(),
  note: decision.note,
  ...(decision.clinical && { clinical: decision.clinical }),
})
