/** One text through normaliser, rules, model, combination, explanation and abstention. */
import type { Category, EvidenceSpan, PiiSpan, RiskContext, RiskScore } from '#contract/risk'
import { levels } from '#contract/risk'
import { abstention } from './abstain'
import type { Verdict } from './combine'
import { explainHits, explainWords } from './explain'
import { Model, type Probabilities } from './model/model'
import type { Pack } from './pack/format'
import { parse, type Parsed } from './parse'
import { findPii } from './pii/find'
import type { Grade } from './rules/types'
import { assessTrajectory } from './series/trajectory'

export const levelName = (g: Grade) => levels[3 - g]!

export function categoriesOf(p: Parsed, pii: readonly PiiSpan[]): Category[] {
  const list = [...p.verdict.byCategory].filter(([, g]) => g > 0).sort((a, b) => b[1] - a[1]).map(([c]) => c)
  if (pii.length && !list.includes('pii')) list.push('pii')
  return list
}

const round = (v: number) => Math.round(v * 1e4) / 1e4

/** Below this probability of any flag, a rule that says red and the model contradict each other. */
const CONFLICT = 0.06

/** The model takes a red of the rules to crisis only when crisis is likelier than not. */
const MODEL_CRISIS = 0.5

/** Up to this length one context holds for the whole text. */
const SHORT_TOKENS = 45
/** So few words say little: the model then needs more to speak. */
const FEW_TOKENS = 9

/** Texts longer than this are also read in parts, so that one sentence does not drown in the rest. */
const LONG_TOKENS = 140
const PART_TOKENS = 60

interface Read {
  rules: Grade
  model: Grade
  p: Probabilities
}

/** How likely the model must hold urgency to say red where the rules see sadness at most; in a short text single words weigh more than they mean. */
const SURE_LONG = 0.31
const SURE_SHORT = 0.5
/** The same where the rules see amber of another kind in a short text. */
const SURE_AMBER = 0.18
const SHORT_TEXT = 25

export class TextScorer {
  private model: Model

  constructor(private pack: Pack) {
    this.model = new Model(pack)
  }

  get packVersion(): string {
    return this.pack.version
  }

  /** The model alone gives red at most; crisis needs the rules to agree that there is danger. */
  private modelGrade(p: Probabilities, byRules: Grade): Grade {
    const { cuts } = this.pack
    if (p.crisis >= Math.max(cuts.crisis, MODEL_CRISIS) && byRules >= 2) return 3
    if (p.urgent >= cuts.red) return 2
    return p.flag >= cuts.amber || p.abuse >= 0.5 ? 1 : 0
  }

  /**
   * The model reads words, the rules read what is said with them: in a short text whose danger words are denied, past, told
   * or a figure of speech, the model does not raise the level again. Adjusts `p` to the level it may speak for.
   */
  private withContext(p: Probabilities, verdict: Verdict, tokens: number): Grade {
    const { cuts } = this.pack
    let grade = this.modelGrade(p, verdict.level)
    const short = tokens <= SHORT_TOKENS
    let cap = 3
    if (short && verdict.harmless) cap = 0
    else if (short && verdict.resolved) cap = Math.max(1, verdict.level)
    else if (tokens < FEW_TOKENS && verdict.level === 0 && p.flag < cuts.amber + 0.1) cap = 0
    // Words alone, where the rules see sadness at most, speak for reading soon, not for reading first.
    const sadness = verdict.level === 0 || (verdict.level === 1 && [...verdict.byCategory.keys()].every((c) => c === 'distress'))
    const brief = tokens <= SHORT_TEXT
    const sure = sadness ? (brief ? SURE_SHORT : SURE_LONG) : brief && verdict.level <= 1 ? SURE_AMBER : 0
    if (p.urgent < sure) cap = Math.min(cap, 1)
    if (cap >= grade) return grade
    grade = cap as Grade
    if (cap < 2) p.urgent = Math.min(p.urgent, cuts.red * 0.9)
    if (cap < 1) {
      p.flag = Math.min(p.flag, cuts.amber * 0.9)
      p.urgent = Math.min(p.urgent, p.flag)
    }
    p.crisis = Math.min(p.crisis, p.urgent)
    return grade
  }

  /** Rules and model on one text, without explanation. */
  private quick(text: string): Read {
    const parsed = parse(text)
    const p = this.model.judge(parsed)
    return { rules: parsed.verdict.level, model: this.withContext(p, parsed.verdict, parsed.tokens.count), p }
  }

  /** The most urgent part of a long text, cut at sentences. */
  private parts(text: string, parsed: Parsed): Read | null {
    const t = parsed.tokens
    const cuts: Array<[number, number]> = []
    let from = 0
    for (let k = 1; k <= t.count; k++) {
      const boundary = k === t.count || t.gap[k] === 2
      if ((boundary && k - from >= PART_TOKENS / 2) || k - from >= PART_TOKENS) {
        cuts.push([t.start[from]!, t.end[k - 1]!])
        from = k
      }
    }
    if (from < t.count) cuts.push([t.start[from]!, t.end[t.count - 1]!])
    let worst: Read | null = null
    for (const [a, b] of cuts) {
      const r = this.quick(text.slice(a, b))
      if (!worst || r.p.urgent > worst.p.urgent) worst = r
    }
    return worst
  }

  score(text: string, context?: RiskContext): RiskScore {
    const parsed = parse(text)
    const pii = findPii(text, parsed.cues)
    const p = this.model.judge(parsed)
    const strange = this.model.strange && parsed.verdict.level === 0
    const reason = abstention(text, parsed.tokens, parsed.unknown, parsed.common, parsed.other, parsed.count) || (strange ? 'Most words are not known; it may be another language.' : '')
    const { verdict } = parsed
    const categories = categoriesOf(parsed, pii)
    const spans = explainHits(parsed)
    const modelLevel = this.withContext(p, verdict, parsed.tokens.count)
    // Where nothing can be judged the model has nothing to say either.
    let level = Math.max(verdict.level, reason ? Math.min(1, modelLevel) : modelLevel) as Grade
    // Words are only shown where there is a level to explain.
    if (level > 0) spans.push(...explainWords(parsed, this.model.shares(parsed), spans))
    const floor = verdict.floor
    const rulesLevel = verdict.level
    const ownDanger = (verdict.byCategory.get('suicide') ?? 0) >= 2 || (verdict.byCategory.get('self-harm') ?? 0) >= 2
    // From here on `parsed` may be overwritten: everything needed of it has been taken.
    if (parsed.tokens.count > LONG_TOKENS) {
      const part = this.parts(text, parsed)
      if (part) level = Math.max(level, Math.min(2, part.model)) as Grade
    }
    if (pii.length && level < 1) level = 1
    let abstained = reason
    if (!abstained && rulesLevel >= 2 && ownDanger && p.flag < CONFLICT) abstained = 'The rules see danger where the model sees none.'
    if (abstained && level < 1) level = 1
    const history = context?.history?.slice(-50) ?? []
    if (history.length) {
      const worse = this.worsening(history, p, rulesLevel, spans)
      if (worse.length) {
        level = Math.max(level, 1) as Grade
        if (text.length > 0) spans.unshift({ start: 0, end: text.length, category: 'distress', reason: worse.join(' '), weight: 0.8 })
        if (!categories.includes('distress')) categories.push('distress')
      }
    }
    if (level > 0 && categories.length === 0 && !abstained) categories.push(p.abuse > p.urgent && p.abuse >= 0.5 ? 'abuse-trolling' : 'distress')
    // A floor set by the rules is also a floor of the probabilities: only a person lifts it.
    const crisis = floor === 3 ? Math.max(p.crisis, 0.5) : p.crisis
    const urgent = Math.max(p.urgent, crisis, floor === 3 ? 0.75 : rulesLevel === 2 ? this.pack.cuts.red : 0)
    return {
      level: levelName(level),
      p: { flag: round(Math.max(p.flag, urgent, rulesLevel >= 1 ? this.pack.cuts.amber : 0)), urgent: round(urgent), crisis: round(crisis) },
      categories,
      spans,
      pii,
      abstained: abstained !== '',
      abstainReason: abstained,
      packVersion: this.pack.version,
    }
  }

  private worsening(history: ReadonlyArray<{ text: string; at: string }>, now: Probabilities, nowLevel: Grade, spans: readonly EvidenceSpan[]): string[] {
    const points = history.map((h) => {
      const parsed = parse(h.text)
      const { urgent } = this.model.judge(parsed)
      return { at: h.at, urgent: Math.max(urgent, [0, 0.1, 0.4, 0.75][parsed.verdict.level]!), protective: protectiveCount(parsed), farewell: parsed.verdict.farewell }
    })
    const last = Math.max(...history.map((h) => Date.parse(h.at)).filter(Number.isFinite), 0)
    // The text itself carries no time: it counts as the occasion after the last one.
    points.push({
      at: new Date(last + 3_600_000).toISOString(),
      urgent: Math.max(now.urgent, [0, 0.1, 0.4, 0.75][nowLevel]!),
      protective: spans.filter((s) => s.category === 'protective').length,
      farewell: spans.some((s) => s.reason.startsWith('reads like a farewell') && s.weight > 1),
    })
    return assessTrajectory(points).reasons
  }
}

function protectiveCount(p: Parsed): number {
  let n = 0
  for (const s of explainHits(p)) if (s.category === 'protective') n++
  return n
}
