/** A member's course as a small picture and as words. Pure. */
import type { MemberRecord } from '#contract/bridge'
import { levelWords } from '../components/words'

export type Point = MemberRecord['points'][number]
export type Placed = Point & { x: number; y: number }

/**
 * Places points from left to right in proportion to time, at least `gap` apart so that none hides another; from bottom (0) to
 * top (1) by how urgent they read. Lengths are in the picture's own units.
 */
export function placed(points: readonly Point[], box: { width: number; height: number; margin: number; gap: number }): Placed[] {
  const { width, height, margin } = box
  const first = Date.parse(points[0]?.at ?? '')
  const spanMs = Math.max(1, Date.parse(points.at(-1)?.at ?? '') - first)
  const room = width - 2 * margin
  const gap = points.length > 1 ? Math.min(box.gap, room / (points.length - 1)) : 0
  const xs = points.map(({ at }) => margin + ((Date.parse(at) - first) / spanMs) * room)
  for (let i = 1; i < xs.length; i++) xs[i] = Math.max(xs[i] ?? 0, (xs[i - 1] ?? 0) + gap)
  let limit = width - margin
  for (let i = xs.length - 1; i >= 0; i--) {
    xs[i] = Math.min(xs[i] ?? 0, limit)
    limit = (xs[i] ?? 0) - gap
  }
  return points.map((point, i) => ({ ...point, x: points.length === 1 ? width / 2 : (xs[i] ?? 0), y: height - margin - point.urgent * (height - 2 * margin) }))
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const yearFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' })

/** As days within half a year, as months beyond. */
export function stretchWords(points: readonly Pick<Point, 'at'>[]): string {
  const [first, last] = [new Date(points[0]?.at ?? 0), new Date(points.at(-1)?.at ?? 0)]
  const format = last.getTime() - first.getTime() > 180 * 86_400_000 ? yearFormat : dayFormat
  const [from, to] = [format.format(first), format.format(last)]
  return from === to ? `on ${to}` : `${from} to ${to}`
}

export const percent = (share: number) => `${Math.round(share * 100)} %`

/** The picture for somebody who does not see it. */
export function courseWords({ points, deteriorating }: Pick<MemberRecord, 'points' | 'deteriorating'>): string {
  const list = points.map(({ level, urgent }) => `${levelWords[level].name.toLowerCase()} ${percent(urgent)}`).join(', ')
  return `How urgent the last ${points.length} posts read, oldest first: ${list}.${deteriorating ? ' The course is getting worse.' : ''}`
}
