/** Replaces stretches of a post for its readers; the words as written stay for staff. Pure; the server does it, the desk previews it. */
import type { RedactionSpan } from './review'
import { memberWords } from './member-words'

const shown = memberWords.redacted

const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff
/** Overlapping and touching spans become one; a span never cuts a character in two. Kept in text order. */
export function mergeSpans(text: string, spans: readonly RedactionSpan[]): RedactionSpan[] {
  const whole = spans
    .map((span) => ({
      ...span,
      start: isLow(text.charCodeAt(span.start)) ? span.start - 1 : span.start,
      end: isLow(text.charCodeAt(span.end)) ? span.end + 1 : span.end,
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: RedactionSpan[] = []
  for (const span of whole) {
    const last = merged.at(-1)
    if (last && span.start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}

/** `spans` as `mergeSpans` gives them. */
export function redacted(text: string, spans: readonly RedactionSpan[]): string {
  let out = ''
  let from = 0
  for (const span of spans) {
    out += text.slice(from, span.start) + shown[span.kind]
    from = span.end
  }
  return out + text.slice(from)
}
