/** The stored part of the queue's order; the order itself is proved in tests/property/desk/rank.test.ts. */
import { expect, test } from 'vitest'
import { clocks, itemKinds, type ItemKind } from '../../../../src/contract/review'
import { levels, type Level } from '../../../../src/contract/risk'
import { dueAt, moreUrgent, rankKey } from '../../../../src/main/desk/rank/key'

test('each level runs against its own clock', () => {
  for (const [place, level] of levels.entries()) {
    expect(dueAt('content', level, 1_000)).toBe(1_000 + clocks[level])
    expect(rankKey('content', level, 1_000, 'x')).toEqual({ band: place, at: 1_000 + clocks[level], level: place, id: 'x' })
  }
})

test('the more urgent of the level’s clock and the kind’s counts, and a short clock stands in a band that keeps it', () => {
  const minutes = (kind: ItemKind, level: Level) => dueAt(kind, level, 0) / 60_000
  expect(levels.map((level) => minutes('ask', level))).toEqual([5, 30, 30, 30])
  expect(levels.map((level) => minutes('report', level))).toEqual([5, 30, 60, 60])
  expect(levels.map((level) => minutes('newcomer', level))).toEqual([5, 30, 120, 120])
  const bands = (kind: ItemKind) => levels.map((level) => levels[rankKey(kind, level, 0, 'x').band])
  expect(bands('ask')).toEqual(['crisis', 'red', 'red', 'red'])
  expect(bands('report')).toEqual(['crisis', 'red', 'amber', 'amber'])
  for (const kind of itemKinds) {
    for (const [place, level] of levels.entries()) {
      const key = rankKey(kind, level, 0, 'x')
      expect(key.level).toBe(place)
      expect(key.band).toBeLessThanOrEqual(place)
      expect(clocks[levels[key.band] ?? level]).toBeGreaterThanOrEqual(dueAt(kind, level, 0))
    }
  }
})

test('of two levels the more urgent counts', () => {
  for (const [a, one] of levels.entries()) for (const [b, other] of levels.entries()) expect(moreUrgent(one, other)).toBe(levels[Math.min(a, b)])
})
