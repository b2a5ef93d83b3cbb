/**
 * Deterioration of one member over time: not one bad post, but a line going down. Pure: the caller gives scores and times.
 */
export interface TrajectoryPoint {
  /** ISO time of the post. */
  at: string
  /** Calibrated probability that the post is urgent. */
  urgent: number
  /** How many protective statements the post holds. */
  protective: number
  /** Answer to item 9 of the PHQ-9 (0–3) given about that time, when there is one. */
  item9?: number
  farewell?: boolean
}

export interface Trajectory {
  deteriorating: boolean
  /** Change of the log-odds of urgency per week, robust against single posts (Theil–Sen). */
  slopePerWeek: number
  /** Plain reasons, strongest first. */
  reasons: string[]
}

const logit = (p: number) => Math.log(Math.min(0.999, Math.max(0.001, p)) / (1 - Math.min(0.999, Math.max(0.001, p))))
const WEEK = 7 * 86_400_000
/** Posts within this time are one occasion, so that bursts and clock jitter do not make a trend. */
const OCCASION = 10 * 60_000
const STEEP = 0.45

function occasions(points: readonly TrajectoryPoint[]): Array<TrajectoryPoint & { time: number }> {
  const sorted = points
    .map((p) => ({ ...p, time: Date.parse(p.at) }))
    .filter((p) => Number.isFinite(p.time))
    .sort((a, b) => a.time - b.time)
    .slice(-50)
  const out: Array<TrajectoryPoint & { time: number }> = []
  for (const p of sorted) {
    const last = out.at(-1)
    if (last && p.time - last.time < OCCASION) {
      last.urgent = Math.max(last.urgent, p.urgent)
      last.protective = Math.max(last.protective, p.protective)
      last.farewell = last.farewell || p.farewell
      last.item9 = p.item9 ?? last.item9
    } else out.push({ ...p })
  }
  return out
}

const median = (v: number[]) => {
  const s = [...v].sort((a, b) => a - b)
  return s.length === 0 ? 0 : s.length % 2 ? s[(s.length - 1) / 2]! : (s[s.length / 2 - 1]! + s[s.length / 2]!) / 2
}

export function assessTrajectory(points: readonly TrajectoryPoint[]): Trajectory {
  const o = occasions(points)
  const reasons: string[] = []
  const slopes: number[] = []
  for (let i = 0; i < o.length; i++) {
    for (let j = i + 1; j < o.length; j++) {
      const weeks = Math.max((o[j]!.time - o[i]!.time) / WEEK, 1 / 7)
      slopes.push((logit(o[j]!.urgent) - logit(o[i]!.urgent)) / weeks)
    }
  }
  const slopePerWeek = o.length >= 3 ? median(slopes) : 0
  const last = o.at(-1)
  if (last && o.length >= 4) {
    const half = Math.floor(o.length / 2)
    const early = o.slice(0, half)
    const late = o.slice(half)
    const rise = median(late.map((p) => logit(p.urgent))) - median(early.map((p) => logit(p.urgent)))
    if (slopePerWeek > STEEP && rise > 0.8) reasons.push('The posts have become steadily more worrying.')
    const night = (p: { time: number }) => {
      const h = new Date(p.time).getUTCHours()
      return h >= 23 || h < 5
    }
    const share = (ps: Array<{ time: number }>) => ps.filter(night).length / ps.length
    if (o.length >= 6 && share(late) - share(early) >= 0.5) reasons.push('The posts have moved into the night.')
    const kept = (ps: TrajectoryPoint[]) => ps.filter((p) => p.protective > 0).length / ps.length
    if (o.length >= 6 && kept(early) >= 0.5 && kept(late) <= 0.1 && median(late.map((p) => p.urgent)) >= 0.15) {
      reasons.push('Help and reasons to go on are no longer mentioned.')
    }
  }
  for (let i = Math.max(1, o.length - 2); i < o.length; i++) {
    const before = o[i - 1]!
    const after = o[i]!
    if (after.time - before.time > 5 * 86_400_000 && before.urgent >= 0.3 && (after.farewell || after.urgent >= 0.3)) {
      reasons.push(after.farewell ? 'A farewell after days of silence that followed a worrying post.' : 'Worrying again after days of silence.')
    }
  }
  const answers = o.filter((p) => p.item9 !== undefined).map((p) => p.item9!)
  if (answers.length >= 2 && answers.at(-1)! > answers[0]! && answers.at(-1)! >= 1) reasons.push('The answer about thoughts of death or self-harm has gone up.')
  return { deteriorating: reasons.length > 0, slopePerWeek, reasons }
}
