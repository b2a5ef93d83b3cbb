import type { RedactionSpan } from '#contract/review'
import type { Category, RiskScore } from '#contract/risk'
import { categoryWords, piiWords } from '../components/words'

export type Suggestion = { span: RedactionSpan; why: string }

const method = new Set<Category | 'protective'>(['triggering-detail', 'overdose', 'encouraging-harm'])
const identity = new Set<Category | 'protective'>(['pii', 'contact-fishing'])

/**
 * What the scorer found that one might cover, in reading order: identifying details first by type, then evidence that is
 * about method or contact. Evidence of feeling is never offered: the cry for help stays (domain rule M2).
 */
export function suggestions(score: Pick<RiskScore, 'pii' | 'spans'>, text: string): Suggestion[] {
  const length = text.length
  const fits = (s: { start: number; end: number }) => s.start < s.end && s.end <= length
  const found: Suggestion[] = [
    ...score.pii.filter(fits).map((p) => ({ span: { start: p.start, end: p.end, kind: 'identity' as const }, why: piiWords[p.type] })),
    ...score.spans
      .filter((s) => fits(s) && s.weight > 0 && (method.has(s.category) || identity.has(s.category)))
      .map((s) => ({ span: { start: s.start, end: s.end, kind: method.has(s.category) ? ('method' as const) : ('identity' as const) }, why: categoryWords[s.category].toLowerCase() })),
  ]
  const seen = new Set<string>()
  return found
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span }) => {
      const key = `${span.start}-${span.end}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
}
