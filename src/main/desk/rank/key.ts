/**
 * The order of the queue (domain M4, M5): crisis first, oldest first; then red and amber together by the end of their clocks,
 * earliest first, so that amber cannot starve behind a stream of reds; then green, oldest first. The key does not depend on
 * the present time, so it is an index.
 */
import { levels, type Level } from '#contract/risk'
import { clocks } from '#contract/review'

export type RankKey = { band: 0 | 1 | 2; at: number; level: number; id: string }

/** `queuedAt` in milliseconds since 1970. */
export const dueAt = (level: Level, queuedAt: number): number => queuedAt + clocks[level]

export function rankKey(level: Level, queuedAt: number, id: string): RankKey {
  const place = levels.indexOf(level)
  if (level === 'crisis') return { band: 0, at: queuedAt, level: place, id }
  if (level === 'green') return { band: 2, at: queuedAt, level: place, id }
  return { band: 1, at: dueAt(level, queuedAt), level: place, id }
}

/** Negative when `a` comes first. Ids break ties, so the order is total and the same on every desk. */
export function compareRank(a: RankKey, b: RankKey): number {
  return a.band - b.band || a.at - b.at || a.level - b.level || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** The more urgent of two levels. */
export const moreUrgent = (a: Level, b: Level): Level => (levels.indexOf(a) <= levels.indexOf(b) ? a : b)
