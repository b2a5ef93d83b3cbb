/** Sentences of the scorer’s screen. Pure. */
import type { PackStatus, ScorerReport } from '#contract/bridge'
import { ago } from '../components/time'
import { plural } from '../components/words'

export const percent = (share: number): string => `${Math.round(share * 100)} %`

export function packWords({ from, since, checkedAt }: PackStatus, now: number): string {
  const whence = from === 'program' ? 'came with this program.' : `came from the community${since ? ` ${ago(since, now)}` : ''}; its signature was checked.`
  const asked = checkedAt ? ` The community was asked for a later one ${ago(checkedAt, now)}.` : ' The community has not been asked for a later one since this desk was opened.'
  return whence + asked
}

/** The index is of the population stability kind; above a quarter the usual reading is that the population has changed. */
export function driftWords(drift: ScorerReport['drift']): string {
  if (drift === null) return 'Too few items, this week or before, to tell whether the posts have changed.'
  return `Difference index ${drift.psi.toFixed(2)}, of ${plural(drift.recent, 'item')} against ${drift.reference.toLocaleString('en-GB')}; above 0.25 the posts have changed.`
}

export function agreementWords(judged: number, { sawMore, sawLess }: ScorerReport['missed']): string {
  if (judged === 0) return 'Nothing was decided yet that says how urgent it was.'
  const apart = sawMore + sawLess
  if (apart === 0) return `None in ${plural(judged, 'decision')}.`
  return `${apart.toLocaleString('en-GB')} of ${plural(judged, 'decision')}: clinicians saw more in ${sawMore.toLocaleString('en-GB')}, less in ${sawLess.toLocaleString('en-GB')}.`
}
