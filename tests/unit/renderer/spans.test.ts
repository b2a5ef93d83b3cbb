import { describe, expect, it } from 'vitest'
import type { EvidenceSpan, PiiSpan } from '#contract/risk'
import { layer, listEvidence, numberEvidence, quote } from '../../../src/renderer/item/spans'
import { suggestions } from '../../../src/renderer/decide/redaction'
import { mergeSpans } from '../../../src/renderer/decide/verdicts'

const evidence = (start: number, end: number, weight = 1, category: EvidenceSpan['category'] = 'distress'): EvidenceSpan => ({ start, end, weight, category, reason: 'because' })
const pii = (start: number, end: number, type: PiiSpan['type'] = 'phone'): PiiSpan => ({ start, end, type })

describe('layering spans over a text', () => {
  it('always gives back the whole text', () => {
    const text = 'One two three, four five.'
    const marks = numberEvidence({ spans: [evidence(0, 7), evidence(4, 13, -1), evidence(20, 99)] }, text)
    expect(layer(text, marks, [pii(8, 20)]).map((s) => s.text).join('')).toBe(text)
  })

  it('numbers evidence in reading order, the longer first where two begin together', () => {
    const marks = numberEvidence({ spans: [evidence(9, 12), evidence(0, 3), evidence(0, 8)] }, 'abcdefghijklmnopqrst')
    expect(marks.map((m) => [m.mark, m.start, m.end])).toEqual([[1, 0, 8], [2, 0, 3], [3, 9, 12]])
  })

  it('keeps both marks where two spans overlap, and sets each number once, at its end', () => {
    const text = 'abcdefghij'
    const segments = layer(text, numberEvidence({ spans: [evidence(0, 6), evidence(3, 9)] }, text), [])
    expect(segments.map((s) => [s.text, s.evidence.map((e) => e.mark), s.ends])).toEqual([
      ['abc', [1], []],
      ['def', [1, 2], [1]],
      ['ghi', [2], [2]],
      ['j', [], []],
    ])
  })

  it('gives the same words for the same reason one number, and counts them', () => {
    const text = 'so tired and So  tired, not so tired'
    const marks = numberEvidence({ spans: [evidence(0, 8), evidence(13, 22), evidence(28, 36, -1)] }, text)
    expect(marks.map((m) => m.mark)).toEqual([1, 1, 2])
    expect(listEvidence(marks).map(({ evidence: e, times }) => [e.mark, e.start, times])).toEqual([[1, 0, 2], [2, 28, 1]])
  })

  it('never cuts a character in two', () => {
    const text = 'a😀b'
    const segments = layer(text, numberEvidence({ spans: [evidence(0, 2)] }, text), [])
    expect(segments.map((s) => s.text)).toEqual(['a😀', 'b'])
  })

  it('drops empty and far-off spans rather than trusting them', () => {
    expect(numberEvidence({ spans: [evidence(5, 5), evidence(40, 50), evidence(-3, 2)] }, 'abcdefghij').map((m) => [m.start, m.end])).toEqual([[0, 2]])
    expect(layer('', [], [])).toEqual([])
  })

  it('lays 300 spans over 20,000 characters without losing one', () => {
    const text = 'word '.repeat(4000)
    const spans = Array.from({ length: 300 }, (_, i) => evidence(i * 60, i * 60 + 90))
    const segments = layer(text, numberEvidence({ spans }, text), [])
    expect(segments.map((s) => s.text).join('')).toBe(text)
    expect(segments.flatMap((s) => s.ends).length).toBe(300)
  })

  it('quotes on one line', () => {
    expect(quote('a long\n\nway  round', { start: 0, end: 18 }, 10)).toBe('a long wa…')
  })
})

describe('what may be covered', () => {
  const text = 'Ring me on 07700 900123, I cannot go on, and this is how.'
  it('offers identifying details and method, and never the cry for help', () => {
    const found = suggestions({ pii: [pii(11, 23)], spans: [evidence(25, 39, 2, 'suicide'), evidence(45, 56, 1, 'triggering-detail')] }, text)
    expect(found.map((f) => [f.span.kind, text.slice(f.span.start, f.span.end)])).toEqual([['identity', '07700 900123'], ['method', 'this is how']])
  })

  it('joins overlapping parts of one kind and keeps kinds apart', () => {
    expect(mergeSpans([{ start: 5, end: 9, kind: 'method' }, { start: 0, end: 6, kind: 'method' }, { start: 8, end: 12, kind: 'identity' }])).toEqual([
      { start: 0, end: 9, kind: 'method' },
      { start: 8, end: 12, kind: 'identity' },
    ])
  })
})
