/** The order of the queue: see docs/decisions/0004. */
import { bandOf, clockOf, type ItemKind } from '#contract/review'
import { levels, type Level } from '#contract/risk'
import type { ClinicalRole } from '#contract/staff'

/** Where an item stands: the band in which it is read (the desk lets late items through between bands), and when its clock runs out. */
export const placeInQueue = (kind: ItemKind, level: Level, queuedAt: Date): { band: number; dueAt: Date } => ({
  band: levels.indexOf(bandOf(kind, level)),
  dueAt: new Date(queuedAt.getTime() + clockOf(kind, level)),
})

export const audiences = ['guide', 'lead', 'senior'] as const
export type Audience = (typeof audiences)[number]

/** A role sees the items of its own rank and of the ranks below. */
export const rankOf: Record<ClinicalRole, number> = { guide: 0, lead: 1, senior: 2 }

export const moreUrgent = (a: Level, b: Level): Level => (levels.indexOf(a) <= levels.indexOf(b) ? a : b)
