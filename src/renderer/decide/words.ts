/** Word by word through a text, for covering parts of it without a pointer. Pure. */
import type { RedactionSpan } from '#contract/review'
import type { RiskScore } from '#contract/risk'

export type Word = { start: number; end: number }

/** Words with the marks that cling to them: "(07700" or "900123." is one step. Any script; offsets are UTF-16. */
export const wordsOf = (text: string): Word[] => [...text.matchAll(/\S+/gu)].map((m) => ({ start: m.index, end: m.index + m[0].length }))

export type Caret = { at: number; from: number }

/** Moves the caret; while extending, the other end stays where it is. Ends of the text hold. */
export function moved(caret: Caret, by: number, count: number, extend: boolean): Caret {
  const at = Math.max(0, Math.min(count - 1, caret.at + by))
  return { at, from: extend ? caret.from : at }
}

/** The stretch of the selected words. Marks at its very ends stay uncovered: "(900123)." covers 900123. */
export function selectedSpan(text: string, words: readonly Word[], { at, from }: Caret): Word | null {
  const first = words[Math.min(at, from)]
  const last = words[Math.max(at, from)]
  if (!first || !last) return null
  const inner = text.slice(first.start, last.end)
  const lead = /^[^\p{L}\p{N}@#+]*/u.exec(inner)?.[0].length ?? 0
  const tail = /[^\p{L}\p{N}]*$/u.exec(inner)?.[0].length ?? 0
  return lead + tail >= inner.length ? { start: first.start, end: last.end } : { start: first.start + lead, end: last.end - tail }
}

/** What a span would take out of the cry for help: more than half of the words, or words that say how they feel (M2). */
export function coversCry(text: string, spans: readonly RedactionSpan[], score: Pick<RiskScore, 'spans'>): 'most' | 'feeling' | null {
  const covered = (w: Word) => spans.some((s) => s.start < w.end && w.start < s.end)
  const words = wordsOf(text)
  if (words.length > 3 && words.filter(covered).length * 2 > words.length) return 'most'
  const feeling = score.spans.filter((s) => s.weight > 0 && (s.category === 'suicide' || s.category === 'self-harm' || s.category === 'distress'))
  return feeling.some((f) => spans.some((s) => s.start < f.end && f.start < s.end)) ? 'feeling' : null
}
