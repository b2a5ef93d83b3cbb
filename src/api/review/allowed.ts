/** Who may do what with an item: pure tables (domain §2, M3, M7). */
import { beside, verdicts, type Action, type ClinicalNote, type DecisionSummary, type ReasonCode, type ReviewItem, type Verdict } from '#contract/review'
import type { ClinicalRole } from '#contract/staff'
import type { Level } from '#contract/risk'
import { batchRefusal, missingWords, reasonsFor } from '#contract/policy'
import { unfilled } from '#contract/templates'
import { rankOf } from './rank'

type Kind = ReviewItem['kind']

/** A Guide proposes what a Lead confirms; nobody asks upwards from the top. */
const byRole: Record<ClinicalRole, ReadonlySet<Verdict>> = {
  guide: new Set(verdicts.filter((v) => v !== 'remove')),
  lead: new Set(verdicts.filter((v) => v !== 'ask_lead' && v !== 'propose_removal')),
  senior: new Set(verdicts.filter((v) => v !== 'ask_lead' && v !== 'propose_removal' && v !== 'escalate')),
}

/** What is done to a post in public, or under it: not for words that only Guides see. */
const inPublic: ReadonlySet<Verdict> = new Set(['support_reply', 'content_note', 'redact', 'hide', 'propose_removal', 'remove'])
/** What is taken from a member or from what they wrote. */
const taking: ReadonlySet<Verdict> = new Set(['content_note', 'redact', 'hide', 'propose_removal', 'propose_restriction', 'remove'])
/**
 * Of a second reading: it is compared and not carried out, so nothing is offered whose words would be lost, and it is not passed on, which
 * would end it without a reader. Somebody in danger is escalated all the same.
 */
const forSecondReading: ReadonlySet<Verdict> = new Set(['no_action', 'support_reply', 'message', 'signpost', 'content_note', 'redact', 'hide', 'escalate'])
/** Work that is for the person: what they wrote has an item of its own. */
const forThePerson: ReadonlySet<Kind> = new Set(['newcomer', 'promise', 'assessment'])

/** What the asking clinician may do with the item now, in the order of the lightest touch. Empty when it is not open. */
export function allowedVerdicts(
  role: ClinicalRole,
  kind: Kind,
  status: ReviewItem['status'],
  audience: number,
  post: ReviewItem['post']['kind'] = 'post',
): Verdict[] {
  if (rankOf[role] < audience || status === 'withdrawn') return []
  // What is decided is decided; beside it an escalation is possible at any time, and reading it again.
  if (status === 'decided') return verdicts.filter((verdict) => beside.has(verdict) && byRole[role].has(verdict) && kind !== 'second-review')
  return verdicts.filter((verdict) => {
    if (!byRole[role].has(verdict) || verdict === 'reopen') return false
    if (kind === 'second-review' && !forSecondReading.has(verdict)) return false
    if (post === 'message' && inPublic.has(verdict)) return false
    if (forThePerson.has(kind) && taking.has(verdict)) return false
    // A handed-on item is passed on like any other; a question is answered or escalated, never asked again.
    return !(kind === 'question' && verdict === 'ask_lead')
  })
}

/** Verdicts that carry out what another clinician proposed: they need a second person. */
const confirms: Partial<Record<Verdict, Verdict>> = { remove: 'propose_removal', propose_restriction: 'propose_restriction' }

/** True when this decision carries out the proposal that the item came from. */
export const isConfirmation = (kind: Kind, origin: Pick<DecisionSummary, 'verdict'> | null, verdict: Verdict): boolean =>
  kind === 'proposal' && origin !== null && confirms[verdict] === origin.verdict

export type Check = { ok: true } | { ok: false; code: 'not_allowed' | 'invalid'; why: string }

export type CheckedItem = {
  kind: Kind
  status: ReviewItem['status']
  audience: number
  level: Level
  origin: Pick<DecisionSummary, 'verdict' | 'by'> | null
  textLength: number
  post_kind?: ReviewItem['post']['kind']
}

/** What the text of an action says to members; a question goes to a Lead. */
const forMembers = (action: Action): string => ('body' in action ? action.body : 'contentNote' in action ? action.contentNote : '')

/** Everything about a decision that needs no clock and no other row. `known`: ids of the house rules and of the directory's services. */
export function checkDecision(
  staff: { id: string; role: ClinicalRole },
  item: CheckedItem,
  decision: { action: Action; reason: ReasonCode; note: string; clinical?: ClinicalNote | undefined; batch?: string | undefined; ownLevel?: Level | undefined },
  known: { rules: ReadonlySet<string>; services: ReadonlySet<string> },
): Check {
  const { action, reason } = decision
  const no = (code: 'not_allowed' | 'invalid', why: string): Check => ({ ok: false, code, why })
  if (!allowedVerdicts(staff.role, item.kind, item.status, item.audience, item.post_kind).includes(action.verdict)) {
    return no('not_allowed', 'Your role cannot take this action on this item.')
  }
  if (isConfirmation(item.kind, item.origin, action.verdict) && item.origin?.by === staff.id) {
    return no('not_allowed', 'A second person has to confirm what you proposed.')
  }
  if (item.kind === 'second-review' && decision.ownLevel === undefined) return no('invalid', 'A second reading needs your own level first. Nothing was changed; choose a level and decide again.')
  if (!reasonsFor[action.verdict].includes(reason)) return no('invalid', 'This reason does not go with this action.')
  const alone = decision.batch === undefined ? null : batchRefusal(action.verdict, reason, item)
  if (alone !== null) return no('not_allowed', `${alone} It was not changed by the batch; open it and decide it.`)
  const missing = missingWords({ ...decision, verdict: action.verdict }, item.level)
  if (missing === 'clinical') return no('invalid', 'This action needs a note in clinical shape: concern, risk, action and justification. Nothing was changed; add it and decide again.')
  if (missing === 'note') return no('invalid', 'This action needs a note: say in a sentence what you saw.')
  const open = unfilled(forMembers(action))[0]
  if (open) return no('invalid', `The text still holds {${open.name}}, which was to be filled in. Nothing was sent; fill it in and send again.`)
  if (action.verdict === 'signpost' && action.services.some((id) => !known.services.has(id))) {
    return no('invalid', 'A service that was chosen is not in the directory any more. Nothing was sent; choose again.')
  }
  if ('rule' in action && !known.rules.has(action.rule)) return no('invalid', 'The house rule that was named does not exist.')
  if (action.verdict === 'redact') {
    const bad = action.spans.some((span) => span.start >= span.end || span.end > item.textLength)
    if (bad) return no('invalid', 'A marked stretch lies outside the text.')
  }
  return { ok: true }
}
