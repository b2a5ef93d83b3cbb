/** What became of a decision, in words: what happened, that nothing was lost, and what to do. */
import type { RecordedOutcome } from '#contract/bridge'
import { verdicts } from '#contract/review'
import { shortName, verdictDone } from '../components/words'

export type OutcomeWords = { title: string; text: string; /** What to do, or empty when there is nothing. */ todo: string }

/** Whether my verdict was the more protective of two: further along the ladder, with escalation and removal last. */
export function moreProtective(mine: (typeof verdicts)[number], theirs: (typeof verdicts)[number]): boolean {
  return verdicts.indexOf(mine) > verdicts.indexOf(theirs)
}

export function outcomeWords({ decision, outcome }: Pick<RecordedOutcome, 'decision' | 'outcome'>): OutcomeWords {
  const mine = verdictDone[decision.action.verdict]
  switch (outcome.kind) {
    case 'applied':
      return { title: `${mine}, arrived`, text: 'The server has applied it.', todo: '' }
    case 'superseded':
      return {
        title: `${shortName(outcome.by)} decided first`,
        text: `Both of you decided this item. Theirs stands; yours is kept as a second opinion.${moreProtective(decision.action.verdict, outcome.verdict) ? ' Yours was the more protective one, so a Lead is told.' : ''}`,
        todo: 'Mark it as seen, or open the item to read it again.',
      }
    case 'stale':
      return {
        title: 'The post changed before your decision arrived',
        text: 'Its author edited it, so your decision was not applied to words that you had not read. It is kept in the record.',
        todo: 'Open the item and decide anew.',
      }
    case 'lease_lost':
      return { title: `${shortName(outcome.holder)} had the item`, text: 'Your claim had run out and a colleague had taken it over. Your decision is kept and was not applied.', todo: 'Speak with them, or open the item when they are done.' }
    case 'gone':
      return { title: 'The post is gone', text: 'Its author took it back, or it was removed, before your decision arrived. Your decision is kept in the record.', todo: 'There is nothing left to decide.' }
    case 'rejected':
      return { title: rejectedTitle[outcome.code], text: outcome.why, todo: outcome.code === 'registration_expired' ? 'Your registration needs renewing before you can decide. Ask your Lead.' : 'Open the item and decide anew.' }
    case 'retry':
      return { title: 'Not delivered yet', text: 'The server asked to wait. The decision is safe on this desk and goes out by itself.', todo: '' }
  }
}

const rejectedTitle = {
  key_reuse: 'Sent twice with different content',
  not_allowed: 'Not open to your role',
  invalid: 'The server could not read this decision',
  registration_expired: 'Your registration has expired',
} as const
