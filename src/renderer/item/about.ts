/** Why an item of its kind is here, in sentences: what the member or the radar said, never who reported. */
import type { About, ReportReason, ReviewItem } from '#contract/review'
import { ago, clockTime } from '../components/time'
import { plural, shortName } from '../components/words'

export const reportReasonWords: Record<ReportReason, string> = {
  unkind: 'unkind, or pushes somebody',
  identity: 'could show who somebody is',
  detail: 'describes a way of getting hurt',
  worried: 'worried about the person who wrote it',
  contact: 'asks to meet or to talk elsewhere',
  spam: 'advertising, or does not belong here',
  other: 'something else',
}

const reasonOf = (reason: string): string => (reason in reportReasonWords ? reportReasonWords[reason as ReportReason] : reason)

type Reported = Extract<About, { of: 'report' }>
const said = ({ reason, words }: { reason: string; words: string }): string => (words === '' ? `${reasonOf(reason)}.` : `${reasonOf(reason)}: “${words}”`)

/** Each voice once; who only pressed the same reason without a word is in the number alone. */
function reportLines(about: Reported): string[] {
  const voices = [about, ...about.more].map(said)
  const distinct = [...new Set(voices)]
  const number = about.count > 1 ? `${plural(about.count, 'member')} reported this.` : 'A member reported this.'
  return [`${number} ${distinct.length === 1 ? capital(distinct[0] ?? '') : ''}`.trim(), ...(distinct.length > 1 ? distinct.map(capital) : [])]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Empty for kinds that say it by themselves. The first line is the heading. */
export function aboutLines(item: Pick<ReviewItem, 'kind' | 'about'>, now: number): string[] {
  const { about, kind } = item
  switch (about?.of) {
    case 'report':
      return reportLines(about)
    case 'newcomer':
      return [`A newcomer (joined ${ago(about.joinedAt, now)}) whom nobody has answered.`, 'A welcome in the thread is seen by others, too. If somebody answers meanwhile, this goes away by itself.']
    case 'assessment':
      return [`${about.question}: “${about.answer}”.`, about.total === null ? `${about.instrument} is not finished, so it has no total.` : `${about.instrument}, total ${about.total}.`]
    case 'promise':
      return [`${shortName(about.by)} promised: “${about.what}”, due ${clockTime(about.due, now)}.`, 'Kept: no action. Not kept: do it now, or hand it on.']
    case 'second-review':
      return ['A sampled item. Judge it as if nobody had: the first judgement is shown when yours is made.']
    case undefined:
      return kind === 'ask' ? ['A member asks a Wall Guide.', 'A message or a signpost answers it; the member sees the answer under Messages.'] : []
  }
}

/** The text as it stood when it was reported, if it reads differently now. */
export function reportedText(item: ReviewItem): string | null {
  if (item.about?.of !== 'report') return null
  const { title, text } = item.post
  const { snapshot } = item.about
  return snapshot.trim() === (title === null ? text : `${title}\n${text}`).trim() ? null : snapshot
}
