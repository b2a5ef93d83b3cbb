/**
 * The stored part of the queue's order (domain M4, M5): the band of level and kind, then the end of the clock, earliest first. It does not depend
 * on the present time, so it is an index; `shares.ts` lets items that are late through between the levels.
 */
import { levels, type Level } from '#contract/risk'
import { bandOf, clockOf, type ItemKind } from '#contract/review'

export type RankKey = { band: number; at: number; level: number; id: string }

/** When the clock of its level and kind runs out. `queuedAt` in milliseconds since 1970. */
export const dueAt = (kind: ItemKind, level: Level, queuedAt: number): number => queuedAt + clockOf(kind, level)

/** The band is where it is read; its level stays what it is. They differ for kinds whose clock is shorter than their level's. */
export function rankKey(kind: ItemKind, level: Level, queuedAt: number, id: string): RankKey {
  return { band: levels.indexOf(bandOf(kind, level)), at: dueAt(kind, level, queuedAt), level: levels.indexOf(level), id }
}

/** The more urgent of two levels. */
export const moreUrgent = (a: Level, b: Level): Level => (levels.indexOf(a) <= levels.indexOf(b) ? a : b)
