/** What each verdict asks of the clinician before it can be sent. The server says which are allowed; this says what they need. */
import { reasonsFor } from '#contract/policy'
import type { ReasonCode, RedactionSpan, Verdict } from '#contract/review'
import type { RiskScore } from '#contract/risk'

export type Needs = 'nothing' | 'reason' | 'body' | 'services' | 'contentNote' | 'spans' | 'question' | 'rule' | 'restriction'

export type VerdictForm = {
  verdict: Verdict
  /** On the action bar. */
  short: string
  /** Heading of the composer. */
  title: string
  /** What happens, in one sentence. */
  does: string
  needs: Needs
  /** Reasons that may be given, most usual first. */
  reasons: readonly ReasonCode[]
}

const forms = {
  no_action: { short: 'None', title: 'No action needed', does: 'Records that you read it and that it stands.', needs: 'nothing' },
  support_reply: { short: 'Reply', title: 'Reply in the thread', does: 'Everyone in the thread reads it, under your Guide name.', needs: 'body' },
  message: { short: 'Message', title: 'Message the member', does: 'Only this member reads it, under your Guide name.', needs: 'body' },
  signpost: { short: 'Signpost', title: 'Signpost to a service', does: 'Only this member reads it, with the services you choose.', needs: 'services' },
  content_note: { short: 'Note', title: 'Add a content note', does: 'Readers see the note first and choose whether to open the post.', needs: 'contentNote' },
  redact: { short: 'Redact', title: 'Redact parts', does: 'The marked words are covered for everyone; the rest stays.', needs: 'spans' },
  hide: { short: 'Hide', title: 'Hide the post', does: 'Only its author sees it, and is told why.', needs: 'reason' },
  watch: { short: 'Watch', title: 'Watch the member', does: 'Their next posts are marked for every Guide.', needs: 'nothing' },
  ask_lead: { short: 'Ask Lead', title: 'Ask a Lead', does: 'Puts your question in the Leads’ queue, with this post.', needs: 'question' },
  escalate: { short: 'Escalate', title: 'Escalate', does: 'Puts it at the head of the queue of Leads and Senior clinicians.', needs: 'reason' },
  hand_on: { short: 'Hand on', title: 'Hand this on', does: 'Goes to a colleague. Nobody asks you why.', needs: 'nothing' },
  propose_removal: { short: 'Propose removal', title: 'Propose removal', does: 'A Lead makes the second check before anything is removed.', needs: 'rule' },
  propose_restriction: { short: 'Propose restriction', title: 'Propose restricting the member', does: 'A Lead makes the second check. Until its end the member reads but cannot write.', needs: 'restriction' },
  remove: { short: 'Remove', title: 'Remove the post', does: 'It is gone for everyone but its author, who is told which rule it rests on.', needs: 'rule' },
  reopen: { short: 'Open again', title: 'Open this again', does: 'It is read and decided once more. What was done stays until then.', needs: 'reason' },
} as const satisfies Record<Verdict, Omit<VerdictForm, 'verdict' | 'reasons'>>

export const formOf = (verdict: Verdict): VerdictForm => ({ verdict, ...forms[verdict], reasons: reasonsFor[verdict] })

/** The ladder of the action bar, lightest touch first, as numbered on the keyboard. */
export const ladder = ['no_action', 'support_reply', 'message', 'signpost', 'content_note', 'redact', 'hide', 'watch', 'ask_lead', 'escalate', 'hand_on'] as const satisfies readonly Verdict[]
/** Offered in the palette and the “more” menu when the server allows them. */
export const offLadder = ['propose_removal', 'propose_restriction', 'remove', 'reopen'] as const satisfies readonly Verdict[]

/** The reason to start from, given what the scorer found; the clinician changes it with one arrow key. */
export function firstReason(verdict: Verdict, score: Pick<RiskScore, 'categories' | 'pii'>): ReasonCode {
  const form = formOf(verdict)
  const has = (...names: RiskScore['categories']) => score.categories.some((c) => names.includes(c))
  const likely: ReasonCode[] = []
  if (verdict === 'redact' && score.pii.length) likely.push('identifying-detail')
  if (verdict === 'redact' || verdict === 'content_note' || verdict === 'hide') {
    if (has('triggering-detail')) likely.push('method-detail')
    if (has('pii')) likely.push('identifying-detail')
    if (has('abuse-trolling', 'hate', 'encouraging-harm')) likely.push('unkind')
    if (has('spam', 'contact-fishing')) likely.push('off-topic-or-spam')
  }
  if (['escalate', 'message', 'signpost', 'ask_lead'].includes(verdict)) {
    if (has('suicide', 'self-harm', 'overdose')) likely.push('risk-to-self')
    if (has('domestic-abuse')) likely.push('risk-from-other')
    if (has('safeguarding-child', 'safeguarding-adult')) likely.push('safeguarding')
    if (has('harm-to-others')) likely.push('risk-to-other')
  }
  const start = verdict === 'support_reply' || verdict === 'message' ? null : likely.find((r) => form.reasons.includes(r))
  return start ?? form.reasons[0] ?? 'routine'
}

/** Sorted, with overlapping spans of one kind joined. Spans of different kinds stay apart. */
export function mergeSpans(spans: readonly RedactionSpan[]): RedactionSpan[] {
  const merged: RedactionSpan[] = []
  for (const next of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.findLast((s) => s.kind === next.kind && next.start <= s.end)
    if (last) last.end = Math.max(last.end, next.end)
    else merged.push({ ...next })
  }
  return merged
}
