import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastReadings } from '../../../src/contract/agreement'
import { verdicts, type Verdict } from '../../../src/contract/review'
import { levels } from '../../../src/contract/risk'
import { allowedVerdicts } from '../../../src/api/review/allowed'
import { agreementOf, withheldTogether, type Reading } from '../../../src/api/second-review/agreement'
import { agreementWeight, cohensKappa, countPairs, type Weights } from '../../../src/api/second-review/kappa'
import { firstWasLessSafe, isSampled } from '../../../src/api/second-review/sample'

const table = (size: number) => fc.array(fc.array(fc.nat(30), { minLength: size, maxLength: size }), { minLength: size, maxLength: size })
const weights = fc.constantFrom<Weights>('plain', 'quadratic')

/** Kappa as a function of the shares alone, written down a second time. */
function plainly(shares: number[][], of: Weights): number {
  const weight = agreementWeight(of, shares.length)
  const row = shares.map((line) => line.reduce((a, b) => a + b, 0))
  const column = shares.map((_, j) => shares.reduce((a, line) => a + (line[j] ?? 0), 0))
  let [observed, expected] = [0, 0]
  shares.forEach((line, i) =>
    line.forEach((share, j) => {
      observed += share * weight(i, j)
      expected += (row[i] ?? 0) * (column[j] ?? 0) * weight(i, j)
    }),
  )
  return (observed - expected) / (1 - expected)
}

describe('Cohen’s kappa', () => {
  it('is what can be worked out by hand', () => {
    expect(cohensKappa([[20, 5], [10, 15]], 'plain')).toMatchObject({ kappa: expect.closeTo(0.4, 10) as number, n: 50 })
    expect(cohensKappa([[5, 0], [0, 5]], 'plain')).toMatchObject({ kappa: 1, low: 1, high: 1 })
    expect(cohensKappa([[0, 5], [5, 0]], 'plain')?.kappa).toBeCloseTo(-1, 10)
    expect(cohensKappa([[9, 0], [0, 0]], 'plain')).toBeNull()
    expect(cohensKappa([[0, 0], [0, 0]], 'plain')).toBeNull()
  })

  it('lies in its interval, and both between -1 and 1; the readers may be exchanged', () => {
    fc.assert(
      fc.property(table(4), weights, (counts, of) => {
        const found = cohensKappa(counts, of)
        if (found === null) return
        expect(found.low).toBeGreaterThanOrEqual(-1)
        expect(found.low).toBeLessThanOrEqual(found.kappa + 1e-9)
        expect(found.kappa).toBeLessThanOrEqual(found.high + 1e-9)
        expect(found.high).toBeLessThanOrEqual(1)
        const turned = counts.map((_, i) => counts.map((line) => line[i] ?? 0))
        expect(cohensKappa(turned, of)?.kappa).toBeCloseTo(found.kappa, 9)
      }),
    )
  })

  it('has the standard error that the delta method gives', () => {
    fc.assert(
      fc.property(table(3), weights, (counts, of) => {
        const full = counts.map((line) => line.map((count) => count + 3))
        const found = cohensKappa(full, of)
        if (found === null || found.low === -1 || found.high === 1) return
        const shares = full.map((line) => line.map((count) => count / found.n))
        const step = 1e-6
        const slopes = shares.map((line, i) => line.map((_, j) => (nudged(shares, i, j, step, of) - nudged(shares, i, j, -step, of)) / (2 * step)))
        const mean = sum(shares, (share, i, j) => share * (slopes[i]?.[j] ?? 0))
        const variance = (sum(shares, (share, i, j) => share * (slopes[i]?.[j] ?? 0) ** 2) - mean ** 2) / found.n
        expect((found.high - found.low) / 2).toBeCloseTo(1.959964 * Math.sqrt(variance), 5)
      }),
    )
  })

  it('forgives a near miss with quadratic weights, and not a far one', () => {
    const pairs = (second: 'red' | 'green') => countPairs(levels, [...levels.flatMap((level) => Array.from({ length: 5 }, () => [level, level] as const)), ['crisis', second] as const])
    const near = cohensKappa(pairs('red'), 'quadratic')!.kappa
    expect(near).toBeGreaterThan(cohensKappa(pairs('green'), 'quadratic')!.kappa)
    expect(near).toBeGreaterThan(cohensKappa(pairs('red'), 'plain')!.kappa)
  })
})

const sum = (of: number[][], each: (value: number, i: number, j: number) => number): number => of.reduce((all, line, i) => all + line.reduce((part, value, j) => part + each(value, i, j), 0), 0)

/** Slope along one share, with the whole kept at one by taking from all: the delta method removes the mean anyway. */
function nudged(shares: number[][], i: number, j: number, by: number, of: Weights): number {
  const moved = shares.map((line, a) => line.map((share, b) => (a === i && b === j ? share + by : share) / (1 + by)))
  return plainly(moved, of)
}

describe('the sample', () => {
  it('is the same for the same item and key, whoever decided, and close to its share', () => {
    const ids = Array.from({ length: 4_000 }, (_, i) => `item-${i}`)
    const chosen = ids.filter((id) => isSampled({ share: 0.05, key: 'a key' }, id))
    expect(ids.filter((id) => isSampled({ share: 0.05, key: 'a key' }, id))).toEqual(chosen)
    expect(chosen.length).toBeGreaterThan(140)
    expect(chosen.length).toBeLessThan(260)
    expect(ids.filter((id) => isSampled({ share: 0.05, key: 'another' }, id))).not.toEqual(chosen)
    expect(ids.some((id) => isSampled({ share: 0, key: 'a key' }, id))).toBe(false)
    expect(ids.every((id) => isSampled({ share: 1, key: 'a key' }, id))).toBe(true)
  })
})

describe('a difference', () => {
  it('concerns a Lead only when the second reader saw danger or would have protected more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...verdicts), fc.constantFrom(...levels), (verdict: Verdict, level) => {
        expect(firstWasLessSafe({ verdict, level }, { verdict, level })).toBe(false)
        expect(firstWasLessSafe({ verdict: 'hide', level }, { verdict: 'no_action', level })).toBe(false)
      }),
    )
    expect(firstWasLessSafe({ verdict: 'no_action', level: 'green' }, { verdict: 'no_action', level: 'red' })).toBe(true)
    expect(firstWasLessSafe({ verdict: 'no_action', level: 'green' }, { verdict: 'no_action', level: 'amber' })).toBe(false)
    expect(firstWasLessSafe({ verdict: 'no_action', level: 'green' }, { verdict: 'escalate', level: 'green' })).toBe(true)
  })
})

describe('figures', () => {
  it('are withheld below the least number of readings', () => {
    const reading: Reading = { topic: 'General', first_level: 'amber', own_level: 'green', first_verdict: 'no_action', verdict: 'hide' }
    const readings = (n: number) => Array.from({ length: n }, () => reading)
    expect(agreementOf(readings(leastReadings - 1))).toBeNull()
    expect(agreementOf(readings(leastReadings))).toMatchObject({ n: leastReadings, same: { levels: 0, verdicts: 0 } })
  })

  it('of one topic cannot be had as the rest of the whole: with one withheld, the smallest of the others is withheld, too', () => {
    const of = (n: number) => ({ of: n < leastReadings ? null : { n } })
    const shown = (...sizes: number[]) => withheldTogether(sizes.map(of)).flatMap((one) => one.of?.n ?? [])
    expect(shown(30, 12, 3)).toEqual([30])
    expect(shown(30, 12, 3, 2)).toEqual([30, 12])
    expect(shown(30, 12)).toEqual([30, 12])
    expect(shown(12, 3)).toEqual([])
    expect(shown(3)).toEqual([])
  })
})

describe('what is offered on a second reading', () => {
  it('loses no words and leaves no reading without a reader', () => {
    for (const role of ['guide', 'lead', 'senior'] as const) {
      const offered = allowedVerdicts(role, 'second-review', 'open', 0)
      for (const lost of ['ask_lead', 'hand_on', 'watch', 'propose_removal', 'propose_restriction', 'remove', 'reopen'] as const) expect(offered, `${role} ${lost}`).not.toContain(lost)
      expect(offered).toContain('no_action')
    }
    expect(allowedVerdicts('guide', 'second-review', 'open', 0)).toContain('escalate')
  })
})
