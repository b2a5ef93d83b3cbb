/** What each verdict asks of the clinician before it can be sent. The server says which are allowed; this says what they need. */
import { reasonsFor } from '#contract/policy'
import type { Action, ReasonCode, RedactionSpan, Verdict } from '#contract/review'
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
} as const satisfies Record<Verdict, Omit<VerdictForm, 'verdict' | 'reasons'>>

export const formOf = (verdict: Verdict): VerdictForm => ({ verdict, ...forms[verdict], reasons: reasonsFor[verdict] })

/** The ladder of the action bar, lightest touch first, as numbered on the keyboard. */
export const ladder = ['no_action', 'support_reply', 'message', 'signpost', 'content_note', 'redact', 'hide', 'watch', 'ask_lead', 'escalate', 'hand_on'] as const satisfies readonly Verdict[]
/** Offered in the palette and the “more” menu when the server allows them. */
export const offLadder = ['propose_removal', 'propose_restriction', 'remove'] as const satisfies readonly Verdict[]

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

/** What has been written so far for one item; kept whole across a change of verdict, so that nothing typed is lost. */
export type Draft = {
  verdict: Verdict
  reason: ReasonCode
  body: string
  note: string
  contentNote: string
  question: string
  services: string[]
  spans: RedactionSpan[]
  rule: string
  days: number
}

export const emptyDraft = (verdict: Verdict, reason: ReasonCode): Draft => ({
  verdict,
  reason,
  body: '',
  note: '',
  contentNote: '',
  question: '',
  services: [],
  spans: [],
  rule: '',
  days: 7,
})

export type Built = { ok: true; action: Action } | { ok: false; field: keyof Draft; message: string }

const placeholder = /\{[^{}\n]{1,40}\}|\[\[[^\]\n]{1,40}\]\]|_{3,}/

const longest = { body: 5000, contentNote: 200, question: 2000 } as const

/**
 * The action that a draft makes, or the first thing it still needs. A body with an unfilled placeholder does not leave.
 * `noteNeeded`: policy asks for a note in the clinician's own words (contract/policy).
 */
export function build(draft: Draft, noteNeeded = false): Built {
  const built = buildAction(draft)
  if (built.ok && noteNeeded && !draft.note.trim()) return { ok: false, field: 'note', message: 'Say in a sentence what you saw.' }
  return built
}

function buildAction(draft: Draft): Built {
  const miss = (field: keyof Draft, message: string): Built => ({ ok: false, field, message })
  const words = (field: keyof typeof longest, ask: string): Built | null => {
    const text = draft[field].trim()
    if (!text) return miss(field, ask)
    if (text.length > longest[field]) return miss(field, `This can hold ${longest[field].toLocaleString('en-GB')} characters; it has ${text.length.toLocaleString('en-GB')}.`)
    const open = placeholder.exec(text)
    return open ? miss(field, `“${open[0]}” is still to be filled in.`) : null
  }
  switch (draft.verdict) {
    case 'no_action':
    case 'hide':
    case 'watch':
    case 'escalate':
    case 'hand_on':
      return { ok: true, action: { verdict: draft.verdict } }
    case 'support_reply':
    case 'message':
      return words('body', 'Write what they will read.') ?? { ok: true, action: { verdict: draft.verdict, body: draft.body.trim() } }
    case 'signpost':
      return words('body', 'Write what they will read.') ?? { ok: true, action: { verdict: 'signpost', body: draft.body.trim(), services: draft.services } }
    case 'content_note':
      return words('contentNote', 'Write the note that readers see first.') ?? { ok: true, action: { verdict: 'content_note', contentNote: draft.contentNote.trim() } }
    case 'redact':
      return draft.spans.length ? { ok: true, action: { verdict: 'redact', spans: mergeSpans(draft.spans) } } : miss('spans', 'Mark at least one part to cover.')
    case 'ask_lead':
      return words('question', 'Write your question.') ?? { ok: true, action: { verdict: 'ask_lead', question: draft.question.trim() } }
    case 'propose_removal':
    case 'remove':
      return draft.rule ? { ok: true, action: { verdict: draft.verdict, rule: draft.rule } } : miss('rule', 'Choose the house rule it rests on.')
    case 'propose_restriction':
      if (!draft.rule) return miss('rule', 'Choose the house rule it rests on.')
      if (!Number.isInteger(draft.days) || draft.days < 1 || draft.days > 90) return miss('days', 'Between 1 and 90 days.')
      return { ok: true, action: { verdict: 'propose_restriction', rule: draft.rule, days: draft.days } }
  }
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
