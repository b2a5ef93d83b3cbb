/**
 * Cohen's kappa of two readers with its large-sample interval. Pure.
 * Sources: J. Cohen, Educational and Psychological Measurement 1960;20:37-46 (kappa) and Psychological Bulletin 1968;70:213-220
 * (weights); variance: J. L. Fleiss, J. Cohen, B. S. Everitt, Psychological Bulletin 1969;72:323-327.
 */

export type Kappa = { kappa: number; low: number; high: number; n: number }
export type Weights = 'plain' | 'quadratic'

/** `counts[i][j]`: how often the first reader said i and the second j. */
export type Counts = readonly (readonly number[])[]

const z95 = 1.959964

/** How far saying i and j counts as agreement, 0 to 1. */
export const agreementWeight = (weights: Weights, size: number) => (i: number, j: number): number =>
  weights === 'plain' ? Number(i === j) : size < 2 ? 1 : 1 - (i - j) ** 2 / (size - 1) ** 2

/**
 * Null where it is not defined: nothing was read, or both readers only ever said one and the same. The interval is the estimate plus
 * and minus 1.96 standard errors, cut at -1 and 1; with few readings, or none that differ, it is narrower than it should be.
 */
export function cohensKappa(counts: Counts, weights: Weights): Kappa | null {
  const size = counts.length
  const n = counts.reduce((sum, row) => sum + row.reduce((all, count) => all + count, 0), 0)
  if (n === 0) return null
  const weight = agreementWeight(weights, size)
  const all = [...Array(size).keys()]
  const p = (i: number, j: number) => (counts[i]?.[j] ?? 0) / n
  const sum = (of: (i: number) => number) => all.reduce((total, i) => total + of(i), 0)
  const row = all.map((i) => sum((j) => p(i, j)))
  const column = all.map((j) => sum((i) => p(i, j)))
  const each = (of: (i: number, j: number) => number) => sum((i) => sum((j) => of(i, j)))
  const observed = each((i, j) => p(i, j) * weight(i, j))
  const expected = each((i, j) => (row[i] ?? 0) * (column[j] ?? 0) * weight(i, j))
  if (1 - expected < 1e-12) return null
  const kappa = (observed - expected) / (1 - expected)
  const ofRow = all.map((i) => sum((j) => (column[j] ?? 0) * weight(i, j)))
  const ofColumn = all.map((j) => sum((i) => (row[i] ?? 0) * weight(i, j)))
  const spread = each((i, j) => p(i, j) * (weight(i, j) - ((ofRow[i] ?? 0) + (ofColumn[j] ?? 0)) * (1 - kappa)) ** 2)
  const variance = Math.max(0, spread - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2)
  const half = z95 * Math.sqrt(variance)
  return { kappa, low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half), n }
}

/** Counts pairs by their place in `of`; a pair with something else in it is left out. */
export function countPairs<T>(of: readonly T[], pairs: readonly (readonly [T, T])[]): number[][] {
  const counts = of.map(() => of.map(() => 0))
  for (const [first, second] of pairs) {
    const row = counts[of.indexOf(first)]
    const j = of.indexOf(second)
    if (row !== undefined && j >= 0) row[j] = (row[j] ?? 0) + 1
  }
  return counts
}
