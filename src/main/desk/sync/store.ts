/** What the sync engine may touch of the cache: the four transactions C1 to C4 are built from these, and nothing else writes. */
import type { Scorer } from '#risk'
import { outboxReads, outboxWrites } from '../cache/outbox'
import { outcomeReads, outcomeWrites } from '../cache/outcomes'
import type { Cache } from '../cache/open'
import { shadowReads, shadowWrites } from '../cache/shadow'
import { syncStateReads, syncStateWrites } from '../cache/sync-state'
import { soundRules, type SyncRules } from './rules'

export function syncStore(cache: Cache, scorer: Scorer, rules: SyncRules = soundRules) {
  const { write } = cache
  return {
    rules,
    scorer,
    // Read by the writing connection: it sees its own transaction.
    state: syncStateReads(write),
    setState: syncStateWrites(write),
    shadow: { ...shadowReads(write), ...shadowWrites(write, { newerOnly: rules.newerOnly }) },
    outbox: { ...outboxReads(write), ...outboxWrites(write) },
    outcomes: { ...outcomeReads(write), ...outcomeWrites(write) },
    /** One transaction; whatever it threw, nothing of it stays. */
    atomically: <T>(work: () => T): T => write.db.transaction(work).immediate(),
  }
}
export type SyncStore = ReturnType<typeof syncStore>
