/** The order of the queue: see docs/decisions/0004. */
import { clocks } from '#contract/review'
import { levels, type Level } from '#contract/risk'
import type { ClinicalRole } from '#contract/staff'

/** Level by level; the desk lets late items through between them. */
export const bands: Record<Level, number> = { crisis: 0, red: 1, amber: 2, green: 3 }

/** When the clock of its level runs out. */
export const dueAt = (level: Level, queuedAt: Date): Date => new Date(queuedAt.getTime() + clocks[level])

export const audiences = ['guide', 'lead', 'senior'] as const
export type Audience = (typeof audiences)[number]

/** A role sees the items of its own rank and of the ranks below. */
export const rankOf: Record<ClinicalRole, number> = { guide: 0, lead: 1, senior: 2 }

export const moreUrgent = (a: Level, b: Level): Level => (levels.indexOf(a) <= levels.indexOf(b) ? a : b)
