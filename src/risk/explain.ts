/** Evidence for and against, as spans of the original text with reasons in plain words. */
import type { EvidenceSpan } from '#contract/risk'
import type { TokenShare } from './model/model'
import type { Parsed } from './parse'
import { rules, type Hit } from './rules/engine'

const MAX_SPANS = 60
const WEIGHT_OF_LEVEL = [0, 0.8, 2, 3.5]

function circumstances(h: Hit): string {
  const said: string[] = []
  if (h.negated) said.push('said not to be so')
  if (h.idiom) said.push('looks like a figure of speech')
  if (h.past) said.push('told as past')
  if (h.conditional) said.push('told as a possibility')
  if (h.fiction) said.push('near a story, game or study')
  if (h.quoted) said.push('quoted')
  if (h.subject === 'other') said.push('about somebody else')
  if (h.soon && !h.past) said.push('with a near time')
  return said.length ? `; ${said.join(', ')}` : ''
}

export function explainHits(p: Parsed): EvidenceSpan[] {
  const spans: EvidenceSpan[] = []
  for (let i = 0; i < p.count && spans.length < MAX_SPANS; i++) {
    const h = p.hits[i]!
    const r = rules[h.rule]!
    if (r.category === 'idiom') continue
    const start = p.tokens.start[h.first]!
    const end = p.tokens.end[h.last]!
    if (r.category === 'protective') {
      spans.push({ start, end, category: 'protective', reason: r.reason, weight: -0.3 })
      continue
    }
    const e = p.verdict.effective[i]!
    const weight = e === 0 ? (r.level === 0 ? 0.1 : -0.5) : WEIGHT_OF_LEVEL[e]! * (h.negated ? 0.5 : 1)
    spans.push({ start, end, category: r.category, reason: r.reason + circumstances(h), weight })
  }
  // A combination that raised the level points at the strongest of its parts.
  if (p.verdict.raised.length && spans.length) {
    const strongest = spans.reduce((a, b) => (b.weight > a.weight ? b : a))
    for (const why of p.verdict.raised.slice(0, 2)) spans.push({ ...strongest, reason: why, weight: 3.5 })
  }
  return spans
}

/** The words that moved the model most, where no rule has spoken for them already. */
export function explainWords(p: Parsed, shares: TokenShare[], said: readonly EvidenceSpan[]): EvidenceSpan[] {
  const out: EvidenceSpan[] = []
  const strong: TokenShare[] = []
  for (const s of shares) if (s.weight > 0.06 || s.weight < -0.06) strong.push(s)
  strong.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.token - b.token)
  for (const s of strong) {
    if (out.length >= 6) break
    const start = p.tokens.start[s.token]!
    const end = p.tokens.end[s.token]!
    if (said.some((x) => x.start < end && start < x.end) || out.some((x) => x.start < end && start < x.end)) continue
    const weight = Math.round(s.weight * 100) / 100
    out.push({
      start, end,
      category: weight > 0 ? 'distress' : 'protective',
      reason: weight > 0 ? 'words seen more often in urgent posts' : 'words seen more often in posts that are not urgent',
      weight,
    })
  }
  return out
}
