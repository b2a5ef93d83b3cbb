/** Notices that the posts, or what the clinicians make of them, no longer look like those the pack was made for. */
import type { Decided } from './recalibration'

export interface DriftReport {
  /** Population stability index of the scores against the reference. */
  psi: number
  /** Mean of predicted minus observed, on recent decisions. */
  bias: number
  alarm: boolean
  reasons: string[]
}

export const DRIFT_LEAST = 100
const EDGES = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7]

const shares = (ps: readonly number[]) => {
  const n = new Array<number>(EDGES.length + 1).fill(0.5)
  for (const p of ps) n[EDGES.findIndex((e) => p < e) === -1 ? EDGES.length : EDGES.findIndex((e) => p < e)]! += 1
  const total = n.reduce((a, b) => a + b, 0)
  return n.map((v) => v / total)
}

/** Compares recent scores with reference scores, and recent decisions with what was predicted. Too few say nothing. */
export function assessDrift(reference: readonly number[], recent: readonly number[], decided: readonly Decided[]): DriftReport {
  const reasons: string[] = []
  let psi = 0
  if (reference.length >= DRIFT_LEAST && recent.length >= DRIFT_LEAST) {
    const a = shares(reference)
    const b = shares(recent)
    for (let i = 0; i < a.length; i++) psi += (b[i]! - a[i]!) * Math.log(b[i]! / a[i]!)
    // The usual reading of the index: above a quarter, the population has changed.
    if (psi > 0.25) reasons.push('The posts score differently from those the pack was made with.')
  }
  let bias = 0
  if (decided.length >= DRIFT_LEAST) {
    let variance = 0
    for (const d of decided) {
      bias += (d.p - (d.outcome ? 1 : 0)) / decided.length
      variance += (d.p * (1 - d.p)) / (decided.length * decided.length)
    }
    // Three standard errors and five points: large enough to matter, too large for chance.
    if (Math.abs(bias) > 0.05 && Math.abs(bias) > 3 * Math.sqrt(variance)) {
      reasons.push(bias > 0 ? 'The scores are higher than what the clinicians decide.' : 'The scores are lower than what the clinicians decide.')
    }
  }
  return { psi, bias, alarm: reasons.length > 0, reasons }
}
