/** Lays evidence and identifying details over a text that may carry both in the same place. */
import type { EvidenceSpan, PiiSpan, RiskScore } from '#contract/risk'

export type Evidence = EvidenceSpan & {
  /** 1, 2, 3 … in reading order: the number beside the words and in the list. The same words for the same reason have one. */
  mark: number
}

/** A stretch of text under exactly the same marks from its first to its last character. */
export type Segment = {
  start: number
  end: number
  text: string
  evidence: Evidence[]
  pii: PiiSpan | null
  redacted: boolean
  /** Marks whose span ends here: their number is set after this stretch. */
  ends: number[]
}

type Range = { start: number; end: number }
const inside = (length: number) => (s: Range) => s.start < s.end && s.start < length
const clamp = <T extends Range>(s: T, length: number): T => ({ ...s, start: Math.max(0, s.start), end: Math.min(length, s.end) })

/** Evidence in reading order, numbered; out-of-range spans are cut or dropped rather than trusted. */
export function numberEvidence(score: Pick<RiskScore, 'spans'>, text: string): Evidence[] {
  const marks = new Map<string, number>()
  return score.spans
    .filter(inside(text.length))
    .map((s) => clamp(s, text.length))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((s) => {
      const key = JSON.stringify([s.category, s.reason, s.weight < 0, quote(text, s, text.length).toLowerCase()])
      const mark = marks.get(key) ?? marks.size + 1
      marks.set(key, mark)
      return { ...s, mark }
    })
}

/** One entry for each number, with how often it occurs. */
export function listEvidence(evidence: readonly Evidence[]): { evidence: Evidence; times: number }[] {
  const list = new Map<number, { evidence: Evidence; times: number }>()
  for (const e of evidence) {
    const known = list.get(e.mark)
    if (known) known.times++
    else list.set(e.mark, { evidence: e, times: 1 })
  }
  return [...list.values()]
}

/**
 * Cuts `text` at every edge of every span. Joined segment texts always equal `text`. Edges never fall inside a surrogate
 * pair: such an edge moves to the end of the pair. Linear sweep, so 20,000 characters with hundreds of spans stay cheap.
 */
export function layer(text: string, evidence: readonly Evidence[], pii: readonly PiiSpan[], redactions: readonly Range[] = []): Segment[] {
  const length = text.length
  const whole = (offset: number) => {
    const code = text.charCodeAt(offset)
    return offset > 0 && offset < length && code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset
  }
  const snap = <T extends Range>(s: T): T => ({ ...s, start: whole(Math.max(0, s.start)), end: whole(Math.min(length, s.end)) })
  const marks = evidence.filter(inside(length)).map(snap)
  const details = pii.filter(inside(length)).map(snap)
  const covers = redactions.filter(inside(length)).map(snap)
  const edges = [...new Set([0, length, ...[...marks, ...details, ...covers].flatMap((s) => [s.start, s.end])])].sort((a, b) => a - b)
  const segments: Segment[] = []
  for (let i = 0; i + 1 < edges.length; i++) {
    const start = edges[i] ?? 0
    const end = edges[i + 1] ?? length
    const covering = <T extends Range>(s: T) => s.start <= start && s.end >= end
    segments.push({
      start,
      end,
      text: text.slice(start, end),
      evidence: marks.filter(covering),
      pii: details.find(covering) ?? null,
      redacted: covers.some(covering),
      ends: [...new Set(marks.filter((s) => s.end === end).map((s) => s.mark))],
    })
  }
  return segments
}

/** A short quotation of a span for a list: one line, at most `max` characters. */
export function quote(text: string, span: Range, max = 60): string {
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
  return words.length > max ? `${words.slice(0, max - 1).trimEnd()}…` : words
}
