/** Risk episodes (domain §6): the state machine, what each step requires, and what travels between desk and server. */
import { z } from 'zod'
import { Instant } from './ids'
import { EpisodePushResult } from './episode/command'
import { EpisodeRow } from './episode/shape'
import { Cursor, DeviceState } from './sync'

export * from './episode/apply'
export * from './episode/assessment'
export * from './episode/closing'
export * from './episode/command'
export * from './episode/shape'
export * from './episode/states'

/** Of one feed: after a cursor, in commit order. `reset`: the cursor cannot be continued; these are the first of all again. */
export const EpisodeChangesQuery = z.object({ cursor: Cursor.optional(), limit: z.coerce.number().int().min(1).max(200).default(100) })
export const EpisodeChanges = z.object({
  rows: z.array(EpisodeRow),
  next: Cursor,
  more: z.boolean(),
  reset: z.boolean(),
  serverTime: Instant,
  deviceState: DeviceState,
  maxOfflineHours: z.int().positive().nullable().optional(),
})
export type EpisodeChanges = z.infer<typeof EpisodeChanges>
export const EpisodePushed = z.object({ results: z.array(EpisodePushResult), serverTime: Instant, deviceState: DeviceState, maxOfflineHours: z.int().positive().nullable().optional() })
