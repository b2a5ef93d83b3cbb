/** What a verdict does, as data: pure, so that the whole table can be tested. The deciding transaction carries it out. */
import type { Action, PostState, RedactionSpan, ReasonCode, ReviewItem } from '#contract/review'
import type { ClinicalRole } from '#contract/staff'
import { isConfirmation } from './allowed'
import { mergeSpans, redacted } from './redact'
import { rankOf } from './rank'

export type PostNow = {
  state: PostState
  text: string
  redactions: RedactionSpan[]
  contentNote: string | null
  why: { reason: ReasonCode | null; words: string | null; rule: string | null }
}

export type PostAfter = PostNow & { visibleText: string | null }

export type Effects = {
  post: PostAfter
  /** A staff reply in the thread. */
  reply: string | null
  message: { body: string; services: string[] } | null
  watch: boolean
  /** Days of restriction, and the house rule it rests on. */
  restrict: { days: number; rule: string } | null
  /** Follow-up work: a new item in somebody's queue. */
  followUp: { kind: Exclude<ReviewItem['kind'], 'content'>; audience: number; detail: string; /** A colleague by name. */ to: string | null } | null
}

/**
 * Work beside the post's own review: a report, a welcome, a promise. Its end neither shows nor hides what the post's own item
 * keeps as it is. Follow-up work keeps what it is about, and with it this rule.
 */
const beside: ReadonlySet<string> = new Set(['report', 'newcomer', 'promise'] satisfies NonNullable<ReviewItem['about']>['of'][])

const noWhy = { reason: null, words: null, rule: null }

export function effectsOf(
  action: Action,
  reason: ReasonCode,
  by: ClinicalRole,
  item: { kind: ReviewItem['kind']; audience: number; origin: Parameters<typeof isConfirmation>[1]; about?: ReviewItem['about'] },
  now: PostNow,
): Effects {
  const visibleText = now.redactions.length > 0 ? redacted(now.text, now.redactions) : null
  const same: PostAfter = { ...now, visibleText }
  const none: Effects = { post: same, reply: null, message: null, watch: false, restrict: null, followUp: null }
  const leaves = beside.has(item.about?.of ?? item.kind)
  const altered = now.redactions.length > 0 || now.contentNote !== null

  /** Read and in order: shown to all. What was removed stays removed; what was changed stays marked as changed. */
  const released: PostAfter = leaves || now.state === 'removed' ? same : altered ? { ...same, state: 'changed' } : { ...same, state: 'live', why: noWhy }
  /** Somebody else goes on reading it: a post that others see is honestly marked as being read. */
  const stillRead: PostAfter = !leaves && now.state === 'live' ? { ...same, state: 'reading' } : same
  const follow = (kind: 'question' | 'proposal' | 'escalation' | 'handed-on' | 'reopened', audience: number, detail = '', to: string | null = null): Effects => ({
    ...none,
    post: stillRead,
    followUp: { kind, audience, detail, to },
  })

  // A second reading is compared, and changes nothing by itself. Somebody in danger is passed up all the same.
  if (item.kind === 'second-review') {
    const up = Math.min(rankOf.senior, Math.max(rankOf[by], item.audience) + 1)
    return action.verdict === 'escalate' ? { ...none, followUp: { kind: 'escalation', audience: up, detail: '', to: action.to ?? null } } : none
  }

  switch (action.verdict) {
    case 'no_action':
      return { ...none, post: released }
    case 'watch':
      return { ...none, post: released, watch: true }
    case 'support_reply':
      return { ...none, post: released, reply: action.body }
    case 'message':
    case 'signpost':
      // A word to the author does not show to others what was held back from them.
      return {
        ...none,
        post: now.state === 'held' ? same : released,
        message: { body: action.body, services: action.verdict === 'signpost' ? action.services : [] },
      }
    case 'content_note': {
      const state = now.state === 'removed' ? 'removed' : 'changed'
      return { ...none, post: { ...same, state, contentNote: action.contentNote, why: { ...noWhy, reason } } }
    }
    case 'redact': {
      const redactions = mergeSpans(now.text, [...now.redactions, ...action.spans])
      const state = now.state === 'removed' ? 'removed' : 'changed'
      return { ...none, post: { ...now, state, redactions, visibleText: redacted(now.text, redactions), why: { ...noWhy, reason } } }
    }
    case 'hide':
      return { ...none, post: now.state === 'removed' ? same : { ...same, state: 'held', why: { ...noWhy, reason } } }
    case 'remove':
      return { ...none, post: { ...same, state: 'removed', why: { reason, words: null, rule: action.rule } } }
    case 'ask_lead':
      return follow('question', rankOf.lead, action.question)
    case 'propose_removal':
      return follow('proposal', rankOf.lead, action.rule)
    case 'propose_restriction':
      return isConfirmation(item.kind, item.origin, action.verdict)
        ? { ...none, post: released, restrict: { days: action.days, rule: action.rule } }
        : follow('proposal', rankOf.lead, `${action.rule}, ${action.days} days`)
    case 'escalate':
      return follow('escalation', Math.min(rankOf.senior, Math.max(rankOf[by], item.audience) + 1), '', action.to ?? null)
    case 'hand_on':
      return follow('handed-on', item.audience, '', action.to ?? null)
    case 'reopen':
      return { ...none, followUp: { kind: 'reopened', audience: item.audience, detail: '', to: null } }
  }
}
