/**
 * The stored part of the queue's order (domain M4, M5): the level, then the end of its clock, earliest first. It does not depend
 * on the present time, so it is an index; `shares.ts` lets items that are late through between the levels.
 */
import { levels, type Level } from '#contract/risk'
import { clocks } from '#contract/review'

export type RankKey = { band: number; at: number; level: number; id: string }

/** `queuedAt` in milliseconds since 1970. */
export const dueAt = (level: Level, queuedAt: number): number => queuedAt + clocks[level]

export function rankKey(level: Level, queuedAt: number, id: string): RankKey {
  const place = levels.indexOf(level)
  return { band: place, at: dueAt(level, queuedAt), level: place, id }
}

/** The more urgent of two levels. */
export const moreUrgent = (a: Level, b: Level): Level => (levels.indexOf(a) <= levels.indexOf(b) ? a : b)
