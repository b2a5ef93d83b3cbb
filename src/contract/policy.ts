/**
 * The rules of a decision that desk and API share: which reasons go with which verdict, and when a note is required. The
 * desk offers only what is here; the API enforces it. Our own proposal, configurable per deployment later (M2, M3).
 */
import type { ReasonCode, Verdict } from './review'
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
}

/**
 * A note in the clinician's own words is required to remove, to propose a removal or a restriction, to escalate, and to
 * leave a post of level crisis or red without any action. Handing on never asks for one (staff care, domain §11).
 */
export function noteRequired(verdict: Verdict, intakeLevel: Level): boolean {
  if (verdict === 'remove' || verdict === 'propose_removal' || verdict === 'propose_restriction' || verdict === 'escalate') return true
  return verdict === 'no_action' && (intakeLevel === 'crisis' || intakeLevel === 'red')
}
