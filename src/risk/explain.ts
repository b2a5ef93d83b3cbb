/** Evidence for and against, as spans of the original text with reasons in plain words. */
import type { EvidenceSpan } from '#contract/risk'
import type { TokenShare } from './model/model'
import type { Parsed } from './parse'
import { rules, type Hit } from './rules/engine'
import type { Kind } from './rules/types'

const quiet = new Set<Kind>(['finder', 'arranged', 'clock', 'release', 'act', 'retract', 'now'])
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

/** Whether a hit that counts stands on words of this one. */
function overlapped(p: Parsed, at: number): boolean {
  const own = p.hits[at]!
  for (let i = 0; i < p.count; i++) {
    const other = p.hits[i]!
    if (i !== at && p.verdict.effective[i]! > 0 && other.first <= own.last && own.first <= other.last) return true
  }
  return false
}

export function explainHits(p: Parsed): EvidenceSpan[] {
  const spans: EvidenceSpan[] = []
  const raised = p.verdict.raised.length > 0
  for (let i = 0; i < p.count && spans.length < MAX_SPANS; i++) {
    const h = p.hits[i]!
    const r = rules[h.rule]!
    // A sign that means nothing alone is only shown where signs came together.
    // "Kill himself" is no harm to another: the same words read in the other sense say nothing.
    if (h.idiom && p.verdict.effective[i] === 0 && overlapped(p, i)) continue
    if (r.category === 'idiom' || (r.level === 0 && !raised && quiet.has(r.kind))) continue
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

/** Words that every sentence has: what the model learned of them is used, but as a reason they would only puzzle. */
const everywhere = new Set('i me my mine myself you your he him his she her it its we us our they them their a an the this that these those and or but so if as of to in on at by for with from is am are was were be been being have has had do does did not no dont t s m ve ll re will would can could just there here what when who which how than then'.split(' '))

function wordOf({ tokens }: Parsed, k: number): string {
  let word = ''
  for (let i = tokens.from[k]!; i < tokens.to[k]!; i++) word += String.fromCharCode(tokens.bytes[i]!)
  return word
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
    if (everywhere.has(wordOf(p, s.token))) continue
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
