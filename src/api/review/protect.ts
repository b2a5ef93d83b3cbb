/**
 * How strongly a verdict protects, for one question only: was a decision that came too late more protective than the one in
 * force? Then a Lead has to see it (invariant I6).
 */
import type { Verdict } from '#contract/review'

const protection: Record<Verdict, number> = {
  no_action: 0,
  hand_on: 0,
  support_reply: 1,
  message: 1,
  signpost: 1,
  watch: 1,
  content_note: 2,
  redact: 3,
  ask_lead: 3,
  hide: 4,
  propose_removal: 4,
  propose_restriction: 4,
  remove: 5,
  escalate: 6,
  reopen: 0,
}

/** True when the late one would have hidden, changed or passed upwards what the effective one did not. */
export const moreProtective = (late: Verdict, effective: Verdict): boolean => protection[late] >= 3 && protection[late] > protection[effective]
