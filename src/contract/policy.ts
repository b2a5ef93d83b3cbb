/**
 * The rules of a decision that desk and API share: which reasons go with which verdict, and when a note is required. The
 * desk offers only what is here; the API enforces it. Our own proposal, configurable per deployment later (M2, M3).
 */
import type { ItemKind, ReasonCode, Verdict } from './review'
import type { Level } from './risk'

const concerns = ['risk-to-self', 'risk-to-other', 'risk-from-other', 'safeguarding'] as const satisfies readonly ReasonCode[]
const content = ['identifying-detail', 'method-detail', 'unkind', 'off-topic-or-spam'] as const satisfies readonly ReasonCode[]

/** Reasons that may be given with a verdict; the first is the usual one. */
export const reasonsFor: Record<Verdict, readonly ReasonCode[]> = {
  no_action: ['routine', 'support', ...concerns, ...content],
  support_reply: ['support', 'routine', ...concerns, 'unkind', 'off-topic-or-spam'],
  message: ['support', 'routine', ...concerns, ...content],
  signpost: ['support', 'routine', ...concerns],
  content_note: ['method-detail', 'support', 'routine', ...concerns],
  redact: ['method-detail', 'identifying-detail', 'unkind', ...concerns],
  hide: ['unkind', 'identifying-detail', 'method-detail', 'off-topic-or-spam', ...concerns, 'needs-second-look'],
  watch: ['support', 'routine', ...concerns, 'unkind', 'needs-second-look'],
  ask_lead: ['needs-second-look', ...concerns, ...content],
  propose_removal: ['unkind', 'identifying-detail', 'method-detail', 'off-topic-or-spam', ...concerns, 'needs-second-look'],
  propose_restriction: ['unkind', 'identifying-detail', 'off-topic-or-spam', 'method-detail', ...concerns, 'needs-second-look'],
  escalate: ['risk-to-self', 'risk-to-other', 'risk-from-other', 'safeguarding', 'needs-second-look'],
  hand_on: ['handing-on', 'needs-second-look'],
  remove: ['unkind', 'identifying-detail', 'method-detail', 'off-topic-or-spam', ...concerns],
  reopen: ['needs-second-look', 'support', ...concerns, ...content],
}

/**
 * How far each action goes into what a member wrote, lightest first (M3: "monitor, observe and intervene only when needed,
 * and as lightly as possible", white paper). 0 nothing · 1 words to them · 2 their words changed, still read by all ·
 * 3 taken out of sight · 4 taken away. Watching, asking and passing on touch nothing and stand beside the ladder.
 */
export const rungs: Record<Verdict, 0 | 1 | 2 | 3 | 4 | null> = {
  no_action: 0,
  support_reply: 1,
  message: 1,
  signpost: 1,
  content_note: 2,
  redact: 2,
  hide: 3,
  watch: null,
  ask_lead: null,
  propose_removal: 4,
  propose_restriction: 4,
  escalate: null,
  hand_on: null,
  remove: 4,
  reopen: null,
}

/** From this rung on, an item of level green or amber asks why nothing lighter would do (M3). */
const longStep = 3

/**
 * A note in clinical shape (concern, risk, action, justification) is required to escalate, and to leave a post of level
 * crisis or red without any action: the next clinician acts on it (peers §4.10; CPOMS and I-PASS use such shapes).
 */
export function clinicalRequired(verdict: Verdict, intakeLevel: Level): boolean {
  return verdict === 'escalate' || (verdict === 'no_action' && (intakeLevel === 'crisis' || intakeLevel === 'red'))
}

/** Where the clinical shape is offered in place of a free note, required or not. */
export function clinicalOffered(verdict: Verdict, intakeLevel: Level): boolean {
  return clinicalRequired(verdict, intakeLevel) || verdict === 'remove' || verdict === 'propose_removal' || verdict === 'propose_restriction'
}

/**
 * Words of the clinician's own, free or in clinical shape, are required to remove, to propose a removal or a restriction, for
 * every step of several rungs on a green or amber item (M3), and wherever the clinical shape is. Handing on never asks for
 * one (staff care, domain §11).
 */
export function noteRequired(verdict: Verdict, intakeLevel: Level): boolean {
  if (verdict === 'remove' || verdict === 'propose_removal' || verdict === 'propose_restriction') return true
  if (clinicalRequired(verdict, intakeLevel)) return true
  return (intakeLevel === 'green' || intakeLevel === 'amber') && (rungs[verdict] ?? 0) >= longStep
}

export type Missing = 'clinical' | 'note'

/** What a decision still lacks of what policy asks for; null when nothing. Desk and server both ask this. */
export function missingWords(decision: { verdict: Verdict; note: string; clinical?: object | undefined }, intakeLevel: Level): Missing | null {
  if (decision.clinical !== undefined) return null
  if (clinicalRequired(decision.verdict, intakeLevel)) return 'clinical'
  return decision.note.trim() === '' && noteRequired(decision.verdict, intakeLevel) ? 'note' : null
}

/** Actions that may be taken on several items at once, the lightest first (M3). None of them writes to a member. */
export const batchVerdicts = ['no_action', 'hand_on', 'hide'] as const satisfies readonly Verdict[]
/** Items of one batch, at most: as many as fit on one screen with their first words. */
export const batchMost = 20
const batchKinds: ReadonlySet<ItemKind> = new Set(['content', 'newcomer'])

/**
 * Why an item cannot be a part of a batch; null when it can. Never one of level crisis or red, and never one that asks something of
 * the person who reads it: those are read and decided one by one (M3; our own proposal, docs/decisions/0019). Desk and server both ask this.
 */
export function batchRefusal(verdict: Verdict, reason: ReasonCode, item: { kind: ItemKind; level: Level }): string | null {
  if (item.level === 'crisis' || item.level === 'red') return 'A crisis or red item is decided by itself.'
  if (!batchKinds.has(item.kind)) return 'This kind of item is decided by itself.'
  if (!(batchVerdicts as readonly Verdict[]).includes(verdict)) return 'This action is taken on one item at a time.'
  if (verdict === 'hide' && reason !== 'off-topic-or-spam') return 'Several posts can be hidden at once only as spam.'
  return null
}
