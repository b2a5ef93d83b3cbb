/** How it stands with the network and the server. */
import { z } from 'zod'
import { Instant } from '../ids'
import { define, none } from './call'

export const SyncStatus = z.object({
  network: z.enum(['online', 'offline', 'connecting']),
  /** `sign-in`: the API session ended; work goes on locally, decisions wait. `upgrade`: this desk is too old to pull. */
  needs: z.enum(['nothing', 'sign-in', 'upgrade', 'resync-approval']),
  lastSyncedAt: Instant.nullable(),
  /** Decisions in the outbox, held ones included. */
  pending: z.int(),
  /** Outcomes that need a clinician's eye and are not acknowledged. */
  conflicts: z.int(),
  /** First sync or resync under way: items applied and expected. */
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  /** Until when this desk opens without the network; null without a limit. */
  offlineUntil: Instant.nullable(),
  /** Last sentence about a failure to sync, or null. */
  problem: z.string().nullable(),
})
export type SyncStatus = z.infer<typeof SyncStatus>

export const syncCalls = define({
  'sync.status': { input: none, output: SyncStatus },
  /** Sends decisions that are held for undo without further waiting, and fetches what is new. */
  'sync.now': { input: none, output: SyncStatus },
  /** After the mass-removal fail-safe stopped a resync: go on with it. */
  'sync.approveResync': { input: none, output: SyncStatus },
})
