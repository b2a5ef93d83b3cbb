/** Desk ↔ API synchronisation ("log + ledger"): see docs/decisions for the protocol and its invariants. */
import { z } from 'zod'
import { DecisionId, DeviceId, Instant, ItemId } from './ids'
import { Decision, Outcome, ReviewItem } from './review'

/** Raised when a message changes meaning; both sides send it and refuse what they cannot understand. */
export const syncProtocol = 1
/** Raised when the shape of a synced item gains a field that a desk must refetch. */
export const syncSchema = 2

export const syncHeaders = { protocol: 'x-client-protocol', schema: 'x-client-schema', device: 'x-device' } as const

/** Opaque to the desk but for equality: `epoch.seq` as text, e.g. `0198….1042`. */
export const Cursor = z.string().regex(/^[0-9a-f-]{1,40}\.\d{1,16}$/)
export type Cursor = z.infer<typeof Cursor>

export const DeviceState = z.enum(['ok', 'wipe', 'reauth'])
export type DeviceState = z.infer<typeof DeviceState>

/** `removed` rows are tombstones: the desk deletes its shadow. */
export const Change = z.object({ seq: z.int().nonnegative(), id: ItemId, removed: z.boolean().optional(), item: ReviewItem.optional() })
export type Change = z.infer<typeof Change>

/** What every answer to a desk carries. */
const greeting = {
  serverTime: Instant,
  deviceState: DeviceState,
  /** How long this desk may be opened without hearing from the server; null is no limit. */
  maxOfflineHours: z.int().positive().nullable().optional(),
}

export const ChangesQuery = z.object({ cursor: Cursor, limit: z.coerce.number().int().min(1).max(500).default(500) })
export const ChangesPage = z.object({
  changes: z.array(Change),
  next: Cursor,
  more: z.boolean(),
  ...greeting,
})
export type ChangesPage = z.infer<typeof ChangesPage>

export const SnapshotQuery = z.object({ after: ItemId.optional(), limit: z.coerce.number().int().min(1).max(500).default(500) })
export const SnapshotPage = z.object({
  items: z.array(z.object({ seq: z.int().nonnegative(), item: ReviewItem })),
  /** Keyset position of the last item, to be sent as `after`; null when the page is empty. */
  last: ItemId.nullable(),
  more: z.boolean(),
  /** The head when this page was read; the desk keeps the one of the FIRST page. */
  asOf: Cursor,
  /** How many items a full snapshot holds now, for the progress bar. */
  total: z.int(),
  ...greeting,
})
export type SnapshotPage = z.infer<typeof SnapshotPage>

/** The most urgent open items, so that a desk is usable before its first sync has ended. */
export const QueueTop = z.object({
  items: z.array(z.object({ seq: z.int().nonnegative(), item: ReviewItem })),
  ...greeting,
})
export type QueueTop = z.infer<typeof QueueTop>

export const ClaimRequest = z.object({ items: z.array(ItemId).min(1).max(50), device: DeviceId })
export const ClaimResult = z.discriminatedUnion('kind', [
  z.object({ id: ItemId, kind: z.literal('granted'), until: Instant, version: z.int() }),
  z.object({ id: ItemId, kind: z.literal('held'), by: z.string(), until: Instant }),
  z.object({ id: ItemId, kind: z.literal('gone') }),
])
export type ClaimResult = z.infer<typeof ClaimResult>
export const ClaimResponse = z.object({ results: z.array(ClaimResult), ...greeting })
/** Length of a lease in milliseconds, and of one that is held for a supervisor. */
export const leaseMs = 10 * 60_000
export const heldLeaseMs = 4 * 3_600_000

/**
 * Decisions are validated one by one inside the handler, not as a batch: one malformed decision is `rejected`, the
 * others go through. Hence `unknown` here.
 */
export const PushRequest = z.object({ device: DeviceId, decisions: z.array(z.unknown()).min(1).max(50) })
export const PushResponse = z.object({
  results: z.array(z.object({ id: z.string(), outcome: Outcome })),
  ...greeting,
})
export type PushResponse = z.infer<typeof PushResponse>
export const RecordedDecision = z.object({ id: DecisionId, decision: Decision, outcome: Outcome })

/** 410: the cursor cannot be continued; take a snapshot. The outbox stays. */
export const ResyncNeeded = z.object({ code: z.literal('resync'), why: z.enum(['epoch', 'horizon']) })
/** 426: this desk is too old to pull. It may still push. */
export const UpgradeNeeded = z.object({ code: z.literal('upgrade'), minProtocol: z.int(), minSchema: z.int() })
/** The one thing an SSE `poke` event carries. Data never travels on the stream; a `presence` event carries who looks at what. */
export const Poke = z.object({ poke: z.int() })
