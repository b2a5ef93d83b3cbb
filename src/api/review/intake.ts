/**
 * What others see of a post before a Guide has read it (docs/decisions/0009). The scorer never removes anything: possible
 * risk to the author stays visible, because hiding a cry for help would leave its author alone; what can hurt others waits.
 */
import type { PostState, ReasonCode } from '#contract/review'
import type { Category, RiskScore } from '#contract/risk'

export type Intake = { state: Extract<PostState, 'live' | 'reading' | 'held'>; reason: ReasonCode | null }

/** In the order in which they are named to the author when several apply. */
const holding: readonly (readonly [Category, ReasonCode])[] = [
  ['encouraging-harm', 'risk-to-other'],
  ['hate', 'unkind'],
  ['contact-fishing', 'identifying-detail'],
]

/** Details that lead straight to a person. A first name, an age, a link or a postcode alone does not hold a post back. */
const identifying = new Set(['phone', 'email', 'street-address', 'id-number', 'handle'])

/** Pure. `score` is of title and text together. */
export function intakeOf(score: RiskScore): Intake {
  for (const [category, reason] of holding) if (score.categories.includes(category)) return { state: 'held', reason }
  if (score.pii.some((span) => identifying.has(span.type))) return { state: 'held', reason: 'identifying-detail' }
  const urgent = score.level === 'crisis' || score.level === 'red'
  if (urgent && score.categories.includes('triggering-detail')) return { state: 'held', reason: 'method-detail' }
  return { state: score.level === 'green' ? 'live' : 'reading', reason: null }
}
