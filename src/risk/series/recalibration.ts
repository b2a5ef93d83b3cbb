/** Local recalibration from the desk's own decisions: Platt below 1,000 decisions, isotonic from there. */
export interface Decided {
  /** Probability the scorer gave. */
  p: number
  /** What the clinician decided. */
  outcome: boolean
}

export type Calibrator = { kind: 'none' } | { kind: 'platt'; a: number; b: number } | { kind: 'isotonic'; x: number[]; y: number[] }

/** Fewer decisions than this say too little. */
export const LEAST_DECISIONS = 50
export const ISOTONIC_FROM = 1000

const clamp = (p: number) => Math.min(0.9999, Math.max(0.0001, p))
const logit = (p: number) => Math.log(clamp(p) / (1 - clamp(p)))
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))

export function recalibrate(decisions: readonly Decided[]): Calibrator {
  const positives = decisions.filter((d) => d.outcome).length
  if (decisions.length < LEAST_DECISIONS || positives < 5 || decisions.length - positives < 5) return { kind: 'none' }
  return decisions.length < ISOTONIC_FROM ? fitPlatt(decisions) : fitIsotonic(decisions)
}

function fitPlatt(ds: readonly Decided[]): Calibrator {
  let a = 1
  let b = 0
  const pos = ds.filter((d) => d.outcome).length
  const hi = (pos + 1) / (pos + 2)
  const lo = 1 / (ds.length - pos + 2)
  // Newton with a light pull towards "leave as it is".
  for (let it = 0; it < 60; it++) {
    let ga = (a - 1) * 0.5
    let gb = b * 0.05
    let haa = 0.5
    let hab = 0
    let hbb = 0.05
    for (const d of ds) {
      const x = logit(d.p)
      const q = sigmoid(a * x + b)
      const r = q - (d.outcome ? hi : lo)
      const v = Math.max(1e-6, q * (1 - q))
      ga += r * x
      gb += r
      haa += v * x * x
      hab += v * x
      hbb += v
    }
    const det = haa * hbb - hab * hab
    const da = (hbb * ga - hab * gb) / det
    const db = (haa * gb - hab * ga) / det
    a -= da
    b -= db
    if (Math.abs(da) + Math.abs(db) < 1e-9) break
  }
  // The order of the queue is never turned round.
  return { kind: 'platt', a: Math.max(0.05, a), b }
}

function fitIsotonic(ds: readonly Decided[]): Calibrator {
  const sorted = [...ds].sort((u, v) => u.p - v.p)
  const blocks: Array<{ from: number; to: number; sum: number; n: number }> = []
  for (const d of sorted) {
    blocks.push({ from: d.p, to: d.p, sum: d.outcome ? 1 : 0, n: 1 })
    while (blocks.length > 1) {
      const b = blocks[blocks.length - 1]!
      const a = blocks[blocks.length - 2]!
      if (a.sum / a.n < b.sum / b.n && a.to < b.from) break
      a.sum += b.sum
      a.n += b.n
      a.to = b.to
      blocks.pop()
    }
  }
  const x: number[] = []
  const y: number[] = []
  for (const b of blocks) {
    const v = (b.sum + 0.5) / (b.n + 1)
    x.push(b.from)
    y.push(v)
    if (b.to > b.from) {
      x.push(b.to)
      y.push(v)
    }
  }
  for (let i = 1; i < y.length; i++) y[i] = Math.max(y[i]!, y[i - 1]!)
  return { kind: 'isotonic', x, y }
}

export function applyCalibrator(c: Calibrator, p: number): number {
  if (c.kind === 'none') return p
  if (c.kind === 'platt') return sigmoid(c.a * logit(p) + c.b)
  const { x, y } = c
  if (p <= x[0]!) return y[0]!
  if (p >= x[x.length - 1]!) return y[y.length - 1]!
  let lo = 0
  let hi = x.length - 1
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1
    if (x[mid]! <= p) lo = mid
    else hi = mid
  }
  const span = x[hi]! - x[lo]!
  return span <= 0 ? y[hi]! : y[lo]! + ((y[hi]! - y[lo]!) * (p - x[lo]!)) / span
}

/** Recalibrated probabilities, kept in their order flag ≥ urgent ≥ crisis. */
export function applyAll(c: { flag: Calibrator; urgent: Calibrator; crisis: Calibrator }, p: { flag: number; urgent: number; crisis: number }) {
  const flag = applyCalibrator(c.flag, p.flag)
  const urgent = Math.min(flag, applyCalibrator(c.urgent, p.urgent))
  return { flag, urgent, crisis: Math.min(urgent, applyCalibrator(c.crisis, p.crisis)) }
}
