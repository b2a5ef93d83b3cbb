/** What has been written for one action on one item, and the decision that it makes. */
import type { StaffId } from '#contract/ids'
import type { Missing } from '#contract/policy'
import type { Action, ClinicalNote, PromiseMade, ReasonCode, RedactionSpan, Verdict } from '#contract/review'
import { dueOf, type DueChoice } from './promise'
import { mergeSpans } from './verdicts'

/** The four parts of a note in clinical shape, in the order in which they are asked. */
export const clinicalParts = ['concern', 'risk', 'action', 'justification'] as const satisfies readonly (keyof ClinicalNote)[]
export type ClinicalPart = (typeof clinicalParts)[number]

export type Draft = Record<ClinicalPart, string> & {
  verdict: Verdict
  reason: ReasonCode
  body: string
  note: string
  contentNote: string
  question: string
  /** Ids of the directory. */
  services: string[]
  spans: RedactionSpan[]
  rule: string
  days: number
  /** A colleague by name; empty leaves it to everybody who may. */
  to: StaffId | ''
  promise: string
  promiseDue: DueChoice
  /** The body as a template made it; null once it was written otherwise. */
  template: string | null
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
  to: '',
  concern: '',
  risk: '',
  action: '',
  justification: '',
  promise: '',
  promiseDue: 'today',
  template: null,
})

/** Whether anything was written that would be missed. */
export const isWritten = (d: Draft): boolean =>
  [d.body, d.note, d.contentNote, d.question, d.rule, d.promise, d.concern, d.risk, d.action, d.justification].some((text) => text !== '') ||
  d.services.length > 0 ||
  d.spans.length > 0

export type Made = { action: Action; note: string; clinical?: ClinicalNote; promise?: PromiseMade }
export type Built = ({ ok: true } & Made) | { ok: false; field: keyof Draft; message: string }

const placeholder = /\{[^{}\n]{1,40}\}|\[\[[^\]\n]{1,40}\]\]|_{3,}/

const longest = { body: 5000, contentNote: 200, question: 2000 } as const
const longestPart = 3000

const partAsked: Record<ClinicalPart, string> = {
  concern: 'What did you see or read?',
  risk: 'How great is the risk, and from what?',
  action: 'What is done now?',
  justification: 'Why this, and nothing lighter?',
}

const miss = (field: keyof Draft, message: string): Built & { ok: false } => ({ ok: false, field, message })
const tooLong = (text: string, max: number) => `This can hold ${max.toLocaleString('en-GB')} characters; it has ${text.length.toLocaleString('en-GB')}.`

/**
 * The decision that a draft makes, or the first thing it still needs. A body with an unfilled placeholder does not leave.
 * `needs`: what policy asks for with this action on this item (contract/policy). `now` is for the promise.
 */
export function build(draft: Draft, needs: Missing | null, now: Date): Built {
  const action = actionOf(draft)
  if ('field' in action) return action
  const written = clinicalParts.filter((part) => draft[part].trim() !== '')
  if (needs === 'clinical' || written.length > 0) {
    const empty = clinicalParts.find((part) => draft[part].trim() === '')
    if (empty) return miss(empty, partAsked[empty])
    const long = clinicalParts.find((part) => draft[part].trim().length > longestPart)
    if (long) return miss(long, tooLong(draft[long], longestPart))
  } else if (needs === 'note' && !draft.note.trim()) return miss('note', 'Say in a sentence what you saw.')
  const promise = draft.promise.trim() === '' ? null : dueOf(draft.promiseDue, now)
  if (promise !== null && promise.getTime() <= now.getTime()) return miss('promise', 'That time has passed. Choose a later one for the promise.')
  return {
    ok: true,
    action,
    note: draft.note.trim(),
    ...(written.length > 0 && { clinical: { concern: draft.concern.trim(), risk: draft.risk.trim(), action: draft.action.trim(), justification: draft.justification.trim() } }),
    ...(promise !== null && { promise: { what: draft.promise.trim().slice(0, 300), due: promise.toISOString() } }),
  }
}

function actionOf(draft: Draft): Action | (Built & { ok: false }) {
  const words = (field: keyof typeof longest, ask: string) => {
    const text = draft[field].trim()
    if (!text) return miss(field, ask)
    if (text.length > longest[field]) return miss(field, tooLong(text, longest[field]))
    const open = placeholder.exec(text)
    return open ? miss(field, `“${open[0]}” is still to be filled in.`) : null
  }
  switch (draft.verdict) {
    case 'no_action':
    case 'hide':
    case 'watch':
    case 'reopen':
      return { verdict: draft.verdict }
    case 'escalate':
    case 'hand_on':
      return draft.to === '' ? { verdict: draft.verdict } : { verdict: draft.verdict, to: draft.to }
    case 'support_reply':
    case 'message':
      return words('body', 'Write what they will read.') ?? { verdict: draft.verdict, body: draft.body.trim() }
    case 'signpost':
      return words('body', 'Write what they will read.') ?? { verdict: 'signpost', body: draft.body.trim(), services: draft.services }
    case 'content_note':
      return words('contentNote', 'Write the note that readers see first.') ?? { verdict: 'content_note', contentNote: draft.contentNote.trim() }
    case 'redact':
      return draft.spans.length ? { verdict: 'redact', spans: mergeSpans(draft.spans) } : miss('spans', 'Mark at least one part to cover.')
    case 'ask_lead':
      return words('question', 'Write your question.') ?? { verdict: 'ask_lead', question: draft.question.trim() }
    case 'propose_removal':
    case 'remove':
      return draft.rule ? { verdict: draft.verdict, rule: draft.rule } : miss('rule', 'Choose the house rule it rests on.')
    case 'propose_restriction':
      if (!draft.rule) return miss('rule', 'Choose the house rule it rests on.')
      if (!Number.isInteger(draft.days) || draft.days < 1 || draft.days > 90) return miss('days', 'Between 1 and 90 days.')
      return { verdict: 'propose_restriction', rule: draft.rule, days: draft.days }
  }
}
