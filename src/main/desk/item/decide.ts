/** Making and undoing a decision. C1: it is in the outbox, on the disk, before anybody is told that it is done. */
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { CallOutput } from '#contract/bridge'
import type { decisionCalls } from '#contract/bridge/decisions'
import type { DecisionId, Instant, ItemId } from '#contract/ids'
import { batchRefusal, missingWords, reasonsFor } from '#contract/policy'
import { unfilled } from '#contract/templates'
import { beside, policyVersion, type Decision } from '#contract/review'
import type { Scorer } from '#risk'
import { previewOf } from '../cache/item-row'
import type { OutboxReads, OutboxWrites } from '../cache/outbox'
import type { OutcomeReads } from '../cache/outcomes'
import type { ShadowReads } from '../cache/shadow'
import { instant } from '../clock'
import { DeskError } from '../errors'
import { moreUrgent } from '../rank/key'
import type { Journal } from '../vault/journal'
import { gone } from './view'

export type DecideParts = {
  shadow: ShadowReads
  outbox: OutboxReads & OutboxWrites
  outcomes: OutcomeReads
  journal: Journal
  scorer: Scorer
  /** Who is at this desk. */
  staff: () => string
  undoMs: number
  /** A second copy could not be written; the decision itself is safe in the cache. */
  journalFailed: (error: unknown) => void
}

type Made = Pick<Decision, 'item' | 'itemVersion' | 'action' | 'reason' | 'note' | 'clinical' | 'promise' | 'ownLevel' | 'batch'>

type BatchMade = z.output<(typeof decisionCalls)['decision.makeBatch']['input']>

/**
 * Checks only what the desk can know. Whether the item has changed meanwhile is for the server to say: its outcome shows both
 * sides, where a refusal here would lose the clinician's work.
 */
export function makeDecision(parts: DecideParts, made: Made, now: number): CallOutput<'decision.make'> {
  const decision = checked(parts, made, now)
  const undoUntil = keep(parts, [decision], now)
  return { decision: decision.id, undoUntil }
}

/** One action on several items: all of them are kept, or none. Refused when one of them is to be decided by itself. */
export function makeBatch(parts: DecideParts, { items, action, reason, note }: BatchMade, now: number): CallOutput<'decision.makeBatch'> {
  const batch = uuidv7()
  const alone = items.flatMap(({ item }) => {
    const held = parts.shadow.find(item)
    if (!held) return []
    const level = moreUrgent(held.level, held.item.intake.level)
    const leased = held.item.lease !== null && Date.parse(held.item.lease.until) > now && held.item.lease.by !== parts.staff()
    const why = leased ? `${held.item.lease?.name ?? 'A colleague'} has it.` : batchRefusal(action.verdict, reason, { kind: held.item.kind, level })
    return why === null ? [] : [`“${previewOf(held.item.post.text).slice(0, 60)}”: ${why}`]
  })
  if (alone.length > 0) throw new DeskError('not-allowed', `Nothing was decided, because of ${alone.length === 1 ? 'one item' : `${alone.length} items`}. ${alone.join(' ')} Take ${alone.length === 1 ? 'it' : 'them'} out and decide again.`)
  const decisions = items.map(({ item, itemVersion }) => checked(parts, { item, itemVersion, action, reason, note, batch }, now))
  const undoUntil = keep(parts, decisions, now)
  return { decisions: decisions.map(({ item, id }) => ({ item, decision: id })), undoUntil }
}

function keep(parts: DecideParts, decisions: readonly Decision[], now: number): Instant {
  const undoUntil = now + parts.undoMs
  parts.outbox.hold(decisions, undoUntil)
  try {
    for (const decision of decisions) parts.journal.made(decision)
  } catch (error) {
    parts.journalFailed(error)
  }
  return instant(undoUntil)
}

function checked(parts: DecideParts, made: Made, now: number): Decision {
  const held = parts.shadow.find(made.item)
  if (!held) throw gone()
  const { item } = held
  if (parts.outbox.forItem(made.item) !== null) {
    throw new DeskError('already-decided', 'You have decided this item already; your decision is on its way. Undo it first if you want to change it.')
  }
  if (item.status === 'withdrawn') throw new DeskError('already-decided', 'This item has been withdrawn meanwhile. Nothing was sent; choose another one.')
  if (item.kind === 'second-review' && item.status === 'open' && made.ownLevel === undefined) {
    throw new DeskError('invalid', 'A second reading asks for your own level first. Nothing was sent; open it, choose a level and decide again.')
  }
  const { verdict } = made.action
  // Decided by somebody else while this clinician was writing: it goes out all the same, is kept as a second opinion, and a
  // Lead is told if it was the more protective one.
  if ((item.status === 'open' || beside.has(verdict)) && !item.allowed.includes(verdict)) throw new DeskError('not-allowed', 'The server does not offer this action to you on this item. Nothing was sent; choose another action.')
  if (!reasonsFor[verdict].includes(made.reason)) throw new DeskError('invalid', 'That reason does not go with this action. Nothing was sent; choose another reason.')
  const missing = missingWords({ ...made, verdict }, item.intake.level)
  if (missing === 'clinical') {
    throw new DeskError('invalid', 'This action needs a note in clinical shape: concern, risk, action and justification. Nothing was sent; add it and decide again.')
  }
  if (missing === 'note') throw new DeskError('invalid', 'This action needs a note in your own words. Nothing was sent; add the note and decide again.')
  const open = 'body' in made.action ? unfilled(made.action.body)[0] : 'contentNote' in made.action ? unfilled(made.action.contentNote)[0] : undefined
  if (open) throw new DeskError('invalid', `The text still holds {${open.name}}. Nothing was sent; fill it in and decide again.`)
  if (made.action.verdict === 'redact' && made.action.spans.some(({ start, end }) => start >= end || end > item.post.text.length)) {
    throw new DeskError('invalid', 'A marked stretch lies outside the text. Nothing was sent; mark it again.')
  }
  return {
    ...made,
    id: uuidv7() as DecisionId,
    policyVersion,
    scoreVersion: parts.scorer.packVersion.slice(0, 40),
    decidedAt: instant(now),
  }
}

/** Only while it is held: what may have left can be reversed by a new decision, not undone. With it goes the rest of its batch. */
export function undoDecision(parts: DecideParts, id: DecisionId, now: number): { decision: DecisionId; item: ItemId }[] {
  const waiting = parts.outbox.find(id)
  const late = () => new DeskError('undo-too-late', 'This decision has been sent already. It can be reversed by a new decision.')
  if (!waiting) throw parts.outcomes.find(id) ? late() : new DeskError('not-found', 'There is no such decision on this desk. Nothing was changed.')
  if (waiting.state !== 'held' || waiting.undoUntil <= now) throw late()
  const { batch } = waiting.decision
  const together = batch === undefined ? [waiting] : parts.outbox.all().filter((row) => row.decision.batch === batch && row.state === 'held')
  // First the journal: should the desk crash in between, the decision is still in the outbox and can be undone again.
  for (const row of together) parts.journal.undone(row.decision.id)
  const undone = together.filter((row) => parts.outbox.undo(row.decision.id))
  if (undone.length === 0) throw late()
  return undone.map(({ decision }) => ({ decision: decision.id, item: decision.item }))
}
