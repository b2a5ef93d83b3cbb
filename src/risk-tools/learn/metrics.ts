/** Figures the model card reports. */
export function auroc(score: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = score.length
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => score[a]! - score[b]!)
  let rankSum = 0
  let pos = 0
  for (let i = 0; i < n; ) {
    let j = i
    while (j < n && score[order[j]!] === score[order[i]!]) j++
    const rank = (i + j + 1) / 2
    for (let k = i; k < j; k++) {
      if (y[order[k]!]! > 0.5) {
        rankSum += rank
        pos++
      }
    }
    i = j
  }
  return (rankSum - (pos * (pos + 1)) / 2) / (pos * (n - pos))
}

/** Share of the positives among the top `share` of the texts. */
export function recallAt(score: ArrayLike<number>, y: ArrayLike<number>, share: number): number {
  const n = score.length
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => score[b]! - score[a]! || a - b)
  const top = Math.round(n * share)
  let hit = 0
  let pos = 0
  for (let i = 0; i < n; i++) {
    if (y[order[i]!]! > 0.5) {
      pos++
      if (i < top) hit++
    }
  }
  return hit / pos
}

export interface Bin {
  n: number
  predicted: number
  observed: number
}
export function calibration(p: ArrayLike<number>, y: ArrayLike<number>, bins = 10): { ece: number; bins: Bin[] } {
  const out: Bin[] = Array.from({ length: bins }, () => ({ n: 0, predicted: 0, observed: 0 }))
  for (let i = 0; i < p.length; i++) {
    const b = out[Math.min(bins - 1, Math.floor(p[i]! * bins))]!
    b.n++
    b.predicted += p[i]!
    b.observed += y[i]!
  }
  let ece = 0
  for (const b of out) {
    if (b.n === 0) continue
    ece += Math.abs(b.predicted - b.observed) / p.length
    b.predicted /= b.n
    b.observed /= b.n
  }
  return { ece, bins: out }
}

export function f1(pred: ArrayLike<number>, truth: ArrayLike<number>, cls: number): number {
  let tp = 0
  let fp = 0
  let fn = 0
  for (let i = 0; i < pred.length; i++) {
    if (pred[i] === cls && truth[i] === cls) tp++
    else if (pred[i] === cls) fp++
    else if (truth[i] === cls) fn++
  }
  return tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn)
}
