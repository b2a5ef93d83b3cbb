/** Probabilities from which a level is given, chosen on the vignettes' tune themes and everyday comments; never on measured data. */
import type { Cuts } from '../../risk/pack/format'

export interface CutRow {
  /** flag, urgent, crisis, abuse */
  p: readonly number[]
  level: string
}

const order = ['green', 'amber', 'red', 'crisis']

/** The cut with the best recall minus `price` × false positive share. */
function best(positive: number[], negative: number[], price: number, least: number): number {
  let cut = 1
  let top = -Infinity
  for (const c of [...new Set([...positive, ...negative].map((v) => Math.round(v * 200) / 200))].sort((a, b) => a - b)) {
    if (c < least) continue
    const recall = positive.filter((v) => v >= c).length / Math.max(1, positive.length)
    const wrong = negative.filter((v) => v >= c).length / Math.max(1, negative.length)
    const value = recall - price * wrong
    if (value > top + 1e-12) {
      top = value
      cut = c
    }
  }
  return cut
}

export function chooseCuts(rows: readonly CutRow[]): Cuts {
  const at = (h: number, from: number) => [rows.filter((r) => order.indexOf(r.level) >= from).map((r) => r.p[h]!), rows.filter((r) => order.indexOf(r.level) < from).map((r) => r.p[h]!)] as const
  const [a1, a0] = at(0, 1)
  const [r1] = at(1, 2)
  const [c1, c0] = at(2, 3)
  const amberOnly = rows.filter((r) => r.level === 'amber').map((r) => r.p[1]!)
  const greenOnly = rows.filter((r) => r.level === 'green').map((r) => r.p[1]!)
  // Red is told from amber and from green alike, however many there are of each.
  const share = (v: number[], c: number) => v.filter((x) => x >= c).length / Math.max(1, v.length)
  let red = 1
  let top = -Infinity
  for (let c = 0.05; c < 0.9; c += 0.005) {
    const value = share(r1, c) - 0.7 * share(amberOnly, c) - 2 * share(greenOnly, c)
    if (value > top + 1e-12) {
      top = value
      red = c
    }
  }
  return { amber: best(a1, a0, 2, 0.05), red: Number(red.toFixed(3)), crisis: best(c1, c0, 4, 0.3) }
}

/** Cuts with the best macro-F1 over the three non-green levels; used inside the training folds when measuring. */
export function macroCuts(rows: ReadonlyArray<{ p: readonly number[]; grade: number }>): Cuts {
  const quantiles = (h: number, qs: number[]) => {
    const s = rows.map((r) => r.p[h]!).sort((a, b) => a - b)
    return qs.map((q) => s[Math.min(s.length - 1, Math.floor(q * s.length))]!)
  }
  let top = -1
  let found: Cuts = { amber: 0.5, red: 0.5, crisis: 0.5 }
  for (const amber of quantiles(0, [0.35, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75])) {
    for (const red of quantiles(1, [0.65, 0.7, 0.74, 0.78, 0.82, 0.86, 0.9])) {
      for (const crisis of quantiles(2, [0.86, 0.89, 0.92, 0.94, 0.96, 0.98])) {
        const f = macroF1(rows.map((r) => gradeByCuts(r.p, { amber, red, crisis })), rows.map((r) => r.grade))
        if (f > top) {
          top = f
          found = { amber, red, crisis }
        }
      }
    }
  }
  return found
}

export const gradeByCuts = (p: readonly number[], c: Cuts): number => (p[2]! >= c.crisis ? 3 : p[1]! >= c.red ? 2 : p[0]! >= c.amber ? 1 : 0)

export function macroF1(predicted: readonly number[], truth: readonly number[]): number {
  let sum = 0
  for (const k of [1, 2, 3]) {
    let tp = 0
    let fp = 0
    let fn = 0
    predicted.forEach((p, i) => {
      if (p === k && truth[i] === k) tp++
      else if (p === k) fp++
      else if (truth[i] === k) fn++
    })
    sum += tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn)
  }
  return sum / 3
}
