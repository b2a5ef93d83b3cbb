/** The stored part of the queue's order; the order itself is proved in tests/property/desk/rank.test.ts. */
import { expect, test } from 'vitest'
import { clocks } from '../../../../src/contract/review'
import { levels } from '../../../../src/contract/risk'
import { dueAt, moreUrgent, rankKey } from '../../../../src/main/desk/rank/key'

test('each level runs against its own clock', () => {
  for (const [place, level] of levels.entries()) {
    expect(dueAt(level, 1_000)).toBe(1_000 + clocks[level])
    expect(rankKey(level, 1_000, 'x')).toEqual({ band: place, at: 1_000 + clocks[level], level: place, id: 'x' })
  }
})

test('of two levels the more urgent counts', () => {
  for (const [a, one] of levels.entries()) for (const [b, other] of levels.entries()) expect(moreUrgent(one, other)).toBe(levels[Math.min(a, b)])
})
