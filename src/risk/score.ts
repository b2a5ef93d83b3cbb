/** One text through normaliser, rules, combination, explanation and abstention. */
import type { Category, EvidenceSpan, PiiSpan, RiskContext, RiskScore } from '#contract/risk'
import { levels } from '#contract/risk'
import { abstention, commonElement } from './abstain'
import { combine, type Verdict } from './combine'
import { findPii } from './pii/find'
import { critical, lexicon, NUM_ID, read, rules, type Hit } from './rules/engine'
import type { Grade } from './rules/types'
import { Repair } from './text/repair'
import { flag, MAX_UNITS, newTokens, tokenize, type Tokens } from './text/tokens'

const tokens = newTokens()
const ids = new Int32Array(MAX_UNITS + 64)
const repair = new Repair(lexicon.vocabulary, critical)

export interface Parsed {
  tokens: Tokens
  ids: Int32Array
  unknown: number
  common: number
  hits: Hit[]
  count: number
  verdict: Verdict
}

/** Rules only. Everything in the result is reused by the next call. */
export function parse(text: string): Parsed {
  tokenize(text, tokens)
  const unknown = repair.ids(tokens, ids, NUM_ID)
  let common = 0
  for (let k = 0; k < tokens.count; k++) if (lexicon.is(ids[k]!, commonElement)) common++
  const reading = read(tokens, ids)
  const verdict = combine(tokens, ids, reading)
  return { tokens, ids, unknown, common, hits: reading.hits, count: reading.count, verdict }
}

export const levelName = (g: Grade) => levels[3 - g]!

const stateWords = (h: Hit): string => {
  const said: string[] = []
  if (h.negated) said.push('said to be not so')
  if (h.idiom) said.push('looks like a figure of speech')
  if (h.past) said.push('told as past')
  if (h.conditional) said.push('told as a possibility')
  if (h.fiction) said.push('near a story, game or study')
  if (h.quoted) said.push('quoted')
  if (h.subject === 'other') said.push('about somebody else')
  if (h.soon && !h.past) said.push('with a near time')
  return said.length ? `; ${said.join(', ')}` : ''
}

/** Evidence for and against, in the text's own offsets. */
export function explain(p: Parsed): EvidenceSpan[] {
  const spans: EvidenceSpan[] = []
  for (let i = 0; i < p.count && spans.length < 60; i++) {
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
    const weight = e === 0 ? (r.level === 0 ? 0.1 : -0.5) : [0, 0.8, 2, 3.5][e]! * (h.negated ? 0.5 : 1)
    spans.push({ start, end, category: r.category, reason: `${r.reason}${stateWords(h)}`, weight })
  }
  return spans
}

export function categoriesOf(p: Parsed, pii: PiiSpan[]): Category[] {
  const list = [...p.verdict.byCategory].filter(([, g]) => g > 0).sort((a, b) => b[1] - a[1]).map(([c]) => c)
  if (pii.length && !list.includes('pii')) list.push('pii')
  return list
}

const base: Record<Grade, [number, number, number]> = { 0: [0.12, 0.04, 0.01], 1: [0.55, 0.14, 0.03], 2: [0.86, 0.66, 0.14], 3: [0.97, 0.93, 0.78] }

export const RULES_VERSION = 'rules-1'

export function scoreByRules(text: string, _context: RiskContext | undefined): RiskScore {
  const p = parse(text)
  const pii = findPii(text)
  const reason = abstention(text, p.tokens, p.unknown, p.common, p.count)
  let level = p.verdict.level
  if (pii.length && level < 1) level = 1
  if (reason && level < 1) level = 1
  const spans = explain(p)
  let sum = 0
  for (const s of spans) sum += s.weight
  const lift = 1 / (1 + Math.exp(-(sum - 3) / 3))
  const b = base[level]
  const next = base[Math.min(3, level + 1) as Grade]
  const between = (a: number, c: number) => Math.round((a + (c - a) * 0.3 * lift) * 1e4) / 1e4
  return {
    level: levelName(level),
    p: { flag: between(b[0], next[0]), urgent: between(b[1], next[1]), crisis: between(b[2], next[2]) },
    categories: categoriesOf(p, pii),
    spans,
    pii,
    abstained: reason !== '',
    abstainReason: reason,
    packVersion: RULES_VERSION,
  }
}
void flag
