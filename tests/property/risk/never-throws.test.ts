import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RiskScore } from '../../../src/contract/risk'
import { createScorer } from '../../../src/risk/index'

const scorer = createScorer()
const pieces = fc.constantFrom(
  'I want to die', "don't", 'k1ll mys3lf', 'k i l l', '💊', '👩‍👩‍👧', '\ud800', '\udfff', '\u200d', '\u202e', '<b>', 'https://a.example/x', '07700 900123', 'a@b.example', '14 Elm Street', '\n', '"',
  'я хочу', '我', '𝓭𝓲𝓮', 'İ', 'ﬁ', '*', '@', '!!!', '\0', 'd.i.e', 'su!c!de', '####', '1234567890123', 'ß',
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((u) => String.fromCharCode(...u)),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 40 }).map((p) => p.join(' ')),
  fc.array(pieces, { maxLength: 60 }).map((p) => p.join('')),
)

describe('any text at all', () => {
  test('gives a valid score whose spans lie inside the original text', () => {
    fc.assert(
      fc.property(text, (t) => {
        const s = scorer.score(t)
        expect(RiskScore.safeParse(s).success).toBe(true)
        for (const span of [...s.spans, ...s.pii]) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(t.length)
        }
        expect(s.p.flag).toBeGreaterThanOrEqual(s.p.urgent)
        expect(s.p.urgent).toBeGreaterThanOrEqual(s.p.crisis)
        if (s.abstained) {
          expect(s.level).not.toBe('green')
          expect(s.abstainReason).not.toBe('')
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('is scored the same twice', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const first = JSON.stringify(scorer.score(a))
        scorer.score(b)
        expect(JSON.stringify(scorer.score(a))).toBe(first)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['20,000 characters', 'good morning all '.repeat(1300)],
    ['only emoji', '😀😀'],
    ['only a link', 'https://pictures.example/1.png'],
    ['only an image tag', '<img src="x.png">'],
    ['another script', 'Я больше не могу так жить, простите меня'],
    ['another language', 'Je ne sais pas quoi faire avec ma vie'],
    ['a lone surrogate', '\ud83d'],
  ])('%s is never green by default', (_what, t) => {
    const s = scorer.score(t)
    expect(s.abstained).toBe(true)
    expect(s.level).not.toBe('green')
  })
})
