/** The draft as the core keeps it: one text per item. Versioned, so that a newer desk can read an older draft. */
import { reasonCodes, verdicts, type ReasonCode, type Verdict } from '#contract/review'
import { emptyDraft, type Draft } from './verdicts'

const mark = 'wallguide-draft:1:'
const most = 20_000

/** Text for `item.saveDraft`; empty when nothing was written; null when it would not fit (the draft then stays on screen only). */
export function packDraft(draft: Draft): string | null {
  const written = draft.body || draft.note || draft.contentNote || draft.question || draft.services.length || draft.spans.length || draft.rule
  if (!written) return ''
  const text = mark + JSON.stringify(draft)
  return text.length <= most ? text : null
}

const isText = (v: unknown): v is string => typeof v === 'string'

/** Reads a kept draft. Text that is not ours (another version, another desk) becomes the body: words are never dropped. */
export function unpackDraft(text: string): Draft | null {
  if (!text) return null
  if (!text.startsWith(mark)) return { ...emptyDraft('support_reply', 'support'), body: text }
  try {
    const v = JSON.parse(text.slice(mark.length)) as Partial<Record<keyof Draft, unknown>>
    const verdict = verdicts.find((x) => x === v.verdict) ?? ('support_reply' satisfies Verdict)
    const reason = reasonCodes.find((x) => x === v.reason) ?? ('support' satisfies ReasonCode)
    const base = emptyDraft(verdict, reason)
    const spans = Array.isArray(v.spans) ? (v.spans as Draft['spans']).filter((s) => Number.isInteger(s?.start) && Number.isInteger(s?.end)) : []
    return {
      ...base,
      body: isText(v.body) ? v.body : '',
      note: isText(v.note) ? v.note : '',
      contentNote: isText(v.contentNote) ? v.contentNote : '',
      question: isText(v.question) ? v.question : '',
      services: Array.isArray(v.services) ? v.services.filter(isText) : [],
      spans,
      rule: isText(v.rule) ? v.rule : '',
      days: typeof v.days === 'number' ? v.days : base.days,
    }
  } catch {
    return { ...emptyDraft('support_reply', 'support'), body: text.slice(mark.length) }
  }
}
