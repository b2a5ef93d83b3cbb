/** The desk's own view of an item's risk. It orders and forewarns; a clinician decides. */
import type { ReviewItem } from '#contract/review'
import type { Category, Level, RiskScore } from '#contract/risk'
import type { Scorer } from '#risk'
import { moreUrgent } from '../rank/key'

/** What the cache keeps of a score: enough to rank and forewarn. The spans are found again when the item opens. */
export type Standing = { level: Level; abstained: boolean; themes: Category[]; packVersion: string }

/** The standing of an item as this desk may rank it: of a second reading that waits, nothing but where the server put it. */
export function standingOf(scorer: Scorer, item: ReviewItem): Standing {
  if (item.kind === 'second-review' && item.status === 'open') return { level: item.intake.level, abstained: false, themes: [], packVersion: scorer.packVersion }
  return standing(scoreItem(scorer, item), item.intake.level)
}

const joint = '\n'

/** Title and text are judged together; spans are of the text alone, as the item shows it. */
export function scoreItem(scorer: Scorer, item: ReviewItem): RiskScore {
  const { title, text } = item.post
  const context = item.author.country === null ? {} : { country: item.author.country }
  if (title === null || title === '') return scorer.score(text, context)
  const score = scorer.score(title + joint + text, context)
  const shift = title.length + joint.length
  const moved = <S extends { start: number; end: number }>(spans: S[]): S[] =>
    spans.flatMap((span) => (span.end > shift ? [{ ...span, start: Math.max(0, span.start - shift), end: span.end - shift }] : []))
  return { ...score, spans: moved(score.spans), pii: moved(score.pii) }
}

/** The level that ranks: the more urgent of both scorers; what cannot be judged is read as amber at least. */
export function standing(score: RiskScore, intake: Level): Standing {
  const both = moreUrgent(score.level, intake)
  return {
    level: score.abstained ? moreUrgent(both, 'amber') : both,
    abstained: score.abstained,
    themes: score.categories,
    packVersion: score.packVersion,
  }
}
