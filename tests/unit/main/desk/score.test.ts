/** What the desk makes of a score, and other small rules. */
import { describe, expect, test } from 'vitest'
import type { RiskScore } from '../../../../src/contract/risk'
import type { Scorer } from '../../../../src/risk'
import { previewOf } from '../../../../src/main/desk/cache/item-row'
import { scoreItem, standing } from '../../../../src/main/desk/score/score'
import { fullJitter } from '../../../../src/main/desk/sync/backoff'
import { placeOf } from '../../../../src/main/desk/sync/cursor'
import { modelItem, uuid } from '../../../property/desk/model-server'

const score = (more: Partial<RiskScore>): RiskScore => ({ level: 'green', p: { flag: 0, urgent: 0, crisis: 0 }, categories: [], spans: [], pii: [], abstained: false, abstainReason: '', packVersion: 'p', ...more })

describe('the level that ranks', () => {
  test('is the more urgent of the desk’s and the server’s', () => {
    expect(standing(score({ level: 'red' }), 'green').level).toBe('red')
    expect(standing(score({ level: 'green' }), 'crisis').level).toBe('crisis')
  })

  test('is amber at least when the scorer cannot judge', () => {
    expect(standing(score({ level: 'green', abstained: true }), 'green')).toMatchObject({ level: 'amber', abstained: true })
    expect(standing(score({ level: 'green', abstained: true }), 'red').level).toBe('red')
  })
})

test('title and text are judged together, and spans are of the text that is shown', () => {
  const seen: string[] = []
  const scorer: Scorer = {
    packVersion: 'p',
    score: (text) => {
      seen.push(text)
      const span = (start: number, end: number) => ({ start, end, category: 'distress' as const, reason: 'x', weight: 1 })
      return score({ spans: [span(0, 4), span(3, 8), span(6, 10)], pii: [{ start: 6, end: 9, type: 'name' }] })
    },
  }
  const item = modelItem(uuid('item', 1), 1, 0)
  const titled = scoreItem(scorer, { ...item, post: { ...item.post, title: 'Hello', text: 'I am here' } })
  expect(seen).toEqual(['Hello\nI am here'])
  expect(titled.spans.map(({ start, end }) => [start, end])).toEqual([[0, 2], [0, 4]])
  expect(titled.pii).toMatchObject([{ start: 0, end: 3 }])
})

test('a preview is one line of at most 160 characters and never ends in half a character', () => {
  expect(previewOf(' a\n\n b\tc ')).toBe('a b c')
  for (let length = 150; length < 170; length++) {
    const preview = previewOf(`${'x'.repeat(length)}${'\u{1F33F}'.repeat(20)}`)
    expect(preview.length).toBeLessThanOrEqual(160)
    expect(preview).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
  }
})

test('waits grow with each attempt up to a cap, and are spread over the whole span', () => {
  expect(fullJitter(3, () => 1)).toBe(8_000)
  expect(fullJitter(3, () => 0)).toBe(0)
  expect(fullJitter(1_000, () => 1)).toBe(300_000)
})

test('a cursor’s place is after its last dot', () => {
  expect(placeOf('0198aa-1.42')).toEqual({ epoch: '0198aa-1', seq: 42 })
})
