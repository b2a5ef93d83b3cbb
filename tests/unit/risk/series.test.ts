import { describe, expect, test } from 'vitest'
import { assessTrajectory } from '../../../src/risk/series/trajectory'
import { findClusters } from '../../../src/risk/series/contagion'
import { applyAll, applyCalibrator, recalibrate, type Decided } from '../../../src/risk/series/recalibration'
import { assessDrift } from '../../../src/risk/series/drift'
import { disagreements, exportDisagreements } from '../../../src/risk/series/disagreement'

const day = 86_400_000
const at = (n: number, hour = 12) => new Date(Date.UTC(2026, 2, 1, hour) + n * day).toISOString()
const point = (n: number, urgent: number, more = {}) => ({ at: at(n), urgent, protective: 0, ...more })

describe('trajectory of a member', () => {
  test('a line that goes up is deterioration, with its reason', () => {
    const t = assessTrajectory([0.03, 0.05, 0.1, 0.2, 0.35, 0.5].map((u, i) => point(i * 2, u)))
    expect(t.deteriorating).toBe(true)
    expect(t.slopePerWeek).toBeGreaterThan(0.45)
    expect(t.reasons[0]).toContain('steadily more worrying')
  })
  test('one bad post among quiet ones is no trend', () => expect(assessTrajectory([0.05, 0.04, 0.6, 0.05, 0.05, 0.04].map((u, i) => point(i, u))).deteriorating).toBe(false))
  test('posts minutes apart are one occasion', () => {
    const burst = [0.05, 0.1, 0.3, 0.5].map((urgent, i) => ({ at: new Date(Date.parse(at(0)) + i * 60_000).toISOString(), urgent, protective: 0 }))
    expect(assessTrajectory(burst).deteriorating).toBe(false)
  })
  test('a shift into the night counts', () => {
    const posts = [0, 1, 2, 3, 4, 5].map((n) => ({ at: at(n, n < 3 ? 14 : 2), urgent: 0.2, protective: 1 }))
    expect(assessTrajectory(posts).reasons).toContain('The posts have moved into the night.')
  })
  test('help that is no longer mentioned counts when the posts are worrying', () => {
    const posts = [0, 1, 2, 3, 4, 5].map((n) => point(n, 0.2, { protective: n < 3 ? 1 : 0 }))
    expect(assessTrajectory(posts).reasons).toContain('Help and reasons to go on are no longer mentioned.')
  })
  test('silence after distress and then a farewell counts', () => expect(assessTrajectory([point(0, 0.5), point(9, 0.1, { farewell: true })]).reasons[0]).toContain('farewell after days of silence'))
  test('a higher answer to item 9 counts', () => expect(assessTrajectory([point(0, 0.1, { item9: 0 }), point(14, 0.1, { item9: 2 })]).deteriorating).toBe(true))
  test('times that cannot be read are left out', () => expect(assessTrajectory([{ at: 'yesterday', urgent: 0.9, protective: 0 }]).deteriorating).toBe(false))
})

describe('contagion in the community', () => {
  const post = (member: string, n: number, terms: string[], urgent = 0.6) => ({ member, at: at(n), urgent, terms })
  test('three members, one place, one week', () => {
    const found = findClusters([post('a', 0, ['old bridge']), post('b', 2, ['old bridge']), post('c', 5, ['old bridge']), post('d', 5, ['park'])])
    expect(found).toEqual([{ term: 'old bridge', members: ['a', 'b', 'c'], from: at(0), to: at(5) }])
  })
  test('the same member three times is no cluster', () => expect(findClusters([post('a', 0, ['x']), post('a', 1, ['x']), post('a', 2, ['x'])])).toEqual([]))
  test('spread over a month is no cluster', () => expect(findClusters([post('a', 0, ['x']), post('b', 14, ['x']), post('c', 28, ['x'])])).toEqual([]))
  test('a word that everybody uses makes no cluster', () => {
    const everyone = Array.from({ length: 30 }, (_, i) => post(`m${i}`, i % 5, ['exam'], 0.02))
    expect(findClusters([...everyone, post('a', 0, ['exam']), post('b', 1, ['exam']), post('c', 2, ['exam'])])).toEqual([])
  })
})

/** Decisions whose true rate is a known function of the given probability; evenly spread, no chance. */
function decisions(n: number, rate: (p: number) => number): Decided[] {
  const out: Decided[] = []
  let carry = 0
  for (let i = 0; i < n; i++) {
    const p = 0.02 + (0.96 * ((i * 37) % n)) / n
    carry += rate(p)
    const outcome = carry >= 1
    if (outcome) carry -= 1
    out.push({ p, outcome })
  }
  return out
}

describe('recalibration from decisions', () => {
  test('few decisions change nothing', () => expect(recalibrate(decisions(30, (p) => p))).toEqual({ kind: 'none' }))
  test('below a thousand: Platt, and it finds that scores are twice too high', () => {
    const c = recalibrate(decisions(800, (p) => p / 2))
    expect(c.kind).toBe('platt')
    for (const p of [0.2, 0.4, 0.6, 0.8]) expect(applyCalibrator(c, p)).toBeCloseTo(p / 2, 1)
  })
  test('from a thousand: isotonic, rising, near the truth', () => {
    const c = recalibrate(decisions(4000, (p) => p * p))
    expect(c.kind).toBe('isotonic')
    let last = 0
    for (let p = 0; p <= 1; p += 0.01) {
      const q = applyCalibrator(c, p)
      expect(q).toBeGreaterThanOrEqual(last)
      last = q
    }
    for (const p of [0.3, 0.5, 0.7, 0.9]) expect(Math.abs(applyCalibrator(c, p) - p * p)).toBeLessThan(0.1)
  })
  test('the order of flag, urgent and crisis is kept', () => {
    const strange = { kind: 'platt', a: 1, b: 3 } as const
    const p = applyAll({ flag: { kind: 'none' }, urgent: strange, crisis: strange }, { flag: 0.5, urgent: 0.4, crisis: 0.3 })
    expect(p.flag).toBeGreaterThanOrEqual(p.urgent)
    expect(p.urgent).toBeGreaterThanOrEqual(p.crisis)
  })
})

describe('drift', () => {
  const spread = (shift: number) => Array.from({ length: 400 }, (_, i) => Math.min(0.99, ((i % 100) / 100) * 0.4 + shift))
  test('the same posts raise no alarm', () => expect(assessDrift(spread(0), spread(0), decisions(400, (p) => p)).alarm).toBe(false))
  test('other posts do', () => expect(assessDrift(spread(0), spread(0.4), []).reasons[0]).toContain('score differently'))
  test('clinicians who see less risk do', () => expect(assessDrift([], [], decisions(400, (p) => p / 3)).reasons[0]).toContain('higher than'))
  test('few decisions say nothing', () => expect(assessDrift([], [], decisions(40, () => 0)).alarm).toBe(false))
})

describe('disagreements for retraining', () => {
  const one = { text: 'a text', p: { flag: 0.5, urgent: 0.1, crisis: 0 }, packVersion: '1', decidedAt: at(0) }
  const list = [
    { ...one, itemId: 'x', scored: 'red', decided: 'green' },
    { ...one, itemId: 'y', scored: 'green', decided: 'crisis' },
    { ...one, itemId: 'z', scored: 'amber', decided: 'amber' },
  ] as const
  test('missed risk first, agreement left out', () => expect(disagreements(list, { withText: false }).map((d) => [d.itemId, d.steps])).toEqual([['y', 3], ['x', -2]]))
  test('the text leaves only when allowed', () => {
    expect(exportDisagreements(disagreements(list, { withText: false }))).not.toContain('a text')
    expect(exportDisagreements(disagreements(list, { withText: true }))).toContain('a text')
  })
})
