/**
 * How heavy a sitting has been. Weights, the cap and the fading are our own proposal (docs/decisions/0015): the field says that
 * length and severity of exposure raise vicarious trauma, and gives no formula. Pure; all times in milliseconds.
 */
import type { Level } from '#contract/risk'

/** Load of one minute of reading, and of one decision. */
export const severity: Record<Level, number> = { crisis: 4, red: 3, amber: 1.5, green: 0.5 }

/** Reading one item for longer than this adds nothing more: the screen may have been left. */
export const readingCapMs = 5 * 60_000
/** Half of a load is gone after this time. */
export const halfLifeMs = 2 * 3_600_000
/** What is drawn as a full meter: about an hour of red. */
export const fullLoad = 120

export type Exposure = { at: number; load: number }
export type Band = 'light' | 'middling' | 'heavy'

const minute = 60_000

/** Of one reading. `before` is how long the same item was read earlier in this sitting. */
export function loadOfReading(level: Level, ms: number, before = 0): number {
  const counted = Math.max(0, Math.min(before + Math.max(0, ms), readingCapMs) - Math.min(before, readingCapMs))
  return (severity[level] * counted) / minute
}

export const loadOfDecision = (level: Level): number => severity[level]

/** The load as it stands at `now`. What lies ahead of `now` (a clock that was set back) counts in full. */
export const loadAt = (events: readonly Exposure[], now: number): number =>
  events.reduce((sum, { at, load }) => sum + load * 0.5 ** (Math.max(0, now - at) / halfLifeMs), 0)

export const shareOf = (load: number): number => Math.min(1, Math.max(0, load / fullLoad))

export const bandOf = (load: number): Band => (load < fullLoad / 3 ? 'light' : load < (fullLoad * 2) / 3 ? 'middling' : 'heavy')

/** The load at the ends of equal steps of `stepMs` from `from` to `to`. */
export function loadOver(events: readonly Exposure[], from: number, to: number, stepMs: number): Exposure[] {
  const sorted = [...events].sort((a, b) => a.at - b.at)
  const points: Exposure[] = []
  for (let at = from; ; at = Math.min(at + stepMs, to)) {
    points.push({ at, load: loadAt(sorted.filter((event) => event.at <= at), at) })
    if (at >= to) return points
  }
}
