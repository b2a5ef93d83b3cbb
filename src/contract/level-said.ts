/** What a decision says of the level that an item has, for comparing with the scorer. */
import type { ReasonCode, Verdict } from './review'
import { levels, type Level } from './risk'

const dangers: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['risk-to-self', 'risk-to-other', 'risk-from-other', 'safeguarding'])

/** Somebody is at risk, as the clinician saw it: passed up, or with a reason that says so. */
export const foundUrgent = (verdict: Verdict, reason: ReasonCode): boolean => verdict === 'escalate' || dangers.has(reason)

/**
 * The levels that go with a decision, most urgent first; null where it says nothing of risk. Wide on purpose: a Guide who leaves an amber
 * post as it is did not find the scorer wrong. Our own proposal (docs/decisions/0017).
 */
export function levelsSaid(verdict: Verdict, reason: ReasonCode, ownLevel?: Level): readonly Level[] | null {
  if (ownLevel !== undefined) return [ownLevel]
  if (foundUrgent(verdict, reason)) return ['crisis', 'red']
  if (verdict === 'no_action') return ['amber', 'green']
  if (verdict === 'support_reply' || verdict === 'message' || verdict === 'signpost' || verdict === 'watch') return ['red', 'amber', 'green']
  return null
}

/** The nearest of the levels that go with a decision. */
export const nearestSaid = (said: readonly Level[], scored: Level): Level =>
  said.includes(scored) ? scored : [...said].sort((a, b) => Math.abs(levels.indexOf(a) - levels.indexOf(scored)) - Math.abs(levels.indexOf(b) - levels.indexOf(scored)))[0] ?? scored
