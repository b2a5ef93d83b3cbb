/**
 * The bridge: the only way from the workstation's renderer to its core. Named calls with validated input and output, and
 * named events. Two transports carry it (Electron IPC and the loopback host); the renderer cannot tell which.
 * The renderer never sees SQL, tokens or keys.
 */
import { z } from 'zod'
import { DecisionId, Instant, ItemId, PostId } from './ids'
import { Action, Decision, DecisionSummary, Outcome, PostState, ReasonCode, ReviewItem, Verdict } from './review'
import { Level, RiskScore } from './risk'
import { DemoAccount, Staff } from './staff'

/** Everything that can be wrong with the local vault or cache. Each has its own screen; none has a destructive default. */
export const vaultFailures = [
  'wrong-passphrase',
  'too-many-tries',
  'unavailable',
  'temporarily-unavailable',
  'backend-changed',
  'undecryptable',
  'not-a-database',
  'corrupt',
  'from-the-future',
  'read-only',
  'disk-full',
  'in-use',
] as const
export const VaultFailure = z.enum(vaultFailures)
export type VaultFailure = z.infer<typeof VaultFailure>

export const bridgeErrorCodes = [
  'locked',
  'invalid',
  'not-found',
  'offline',
  'sign-in-refused',
  'not-clinical',
  'older-api',
  'undo-too-late',
  'already-decided',
  'not-allowed',
  'disk-full',
  'internal',
  ...vaultFailures.filter((f): f is Exclude<VaultFailure, 'disk-full'> => f !== 'disk-full'),
] as const
/** `message` says what happened, that nothing was lost, and what to do: it is shown as it is. */
export const BridgeError = z.object({ code: z.enum(bridgeErrorCodes), message: z.string(), retryAfterMs: z.int().optional() })
export type BridgeError = z.infer<typeof BridgeError>

export const Profile = z.object({ id: z.string(), username: z.string(), pseudonym: z.string(), apiUrl: z.string(), lastUsed: Instant })
export type Profile = z.infer<typeof Profile>

/**
 * `signed-out`: nobody's vault is chosen. `new-device`: signed in, this device has no vault for them yet: choose a desk
 * passphrase. `locked`: a vault exists; passphrase needed. `open`: cache open.
 */
export const DeskState = z.object({
  phase: z.enum(['signed-out', 'new-device', 'locked', 'open']),
  profiles: z.array(Profile),
  profile: Profile.nullable(),
  staff: Staff.nullable(),
  /** Set when the chosen vault or cache cannot be opened. */
  failure: z.object({ code: VaultFailure, message: z.string(), retryAfterMs: z.int().optional() }).nullable(),
})
export type DeskState = z.infer<typeof DeskState>

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
  /** Last sentence about a failure to sync, or null. */
  problem: z.string().nullable(),
})
export type SyncStatus = z.infer<typeof SyncStatus>

export const QueueFilter = z.object({
  level: Level.optional(),
  topic: z.string().optional(),
  text: z.string().max(200).optional(),
  show: z.enum(['open', 'mine', 'watched', 'decided']).default('open'),
})
export type QueueFilter = z.infer<typeof QueueFilter>

export const QueueRow = z.object({
  id: ItemId,
  level: Level,
  abstained: z.boolean(),
  kind: ReviewItem.shape.kind,
  topic: z.string(),
  /** Themes found by the scorer, most weighty first: what the row forewarns of. */
  themes: z.array(z.string()),
  /** At most 160 characters of the text, evidence-free: the row forewarns by theme, the text opens on intent. */
  preview: z.string(),
  author: z.string(),
  queuedAt: Instant,
  dueAt: Instant,
  status: ReviewItem.shape.status,
  /** `mine`: a lease of this staff member; `other`: somebody else's, with their name. */
  lease: z.object({ who: z.enum(['mine', 'other']), name: z.string(), until: Instant }).nullable(),
  pending: z.object({ decision: DecisionId, verdict: Verdict, undoUntil: Instant.nullable() }).nullable(),
  watched: z.boolean(),
})
export type QueueRow = z.infer<typeof QueueRow>

export const LevelCounts = z.record(Level, z.int())

export const OutboxEntry = z.object({
  decision: Decision,
  state: z.enum(['held', 'ready', 'sending', 'needs-update']),
  attempts: z.int(),
  nextAt: Instant.nullable(),
  undoUntil: Instant.nullable(),
  lastAnswer: z.string().nullable(),
})
export type OutboxEntry = z.infer<typeof OutboxEntry>

export const RecordedOutcome = z.object({
  decision: Decision,
  outcome: Outcome,
  at: Instant,
  needsAttention: z.boolean(),
  acknowledgedAt: Instant.nullable(),
  /** The item as it stands now, for the comparison; null when it is gone. */
  item: ReviewItem.nullable(),
})
export type RecordedOutcome = z.infer<typeof RecordedOutcome>

export const ThreadPost = z.object({
  post: PostId,
  author: z.string(),
  authorIsSubject: z.boolean(),
  at: Instant,
  text: z.string(),
  title: z.string().nullable(),
  state: PostState,
  level: Level,
  item: ItemId,
  current: z.boolean(),
})
export type ThreadPost = z.infer<typeof ThreadPost>

export const ItemView = z.object({
  item: ReviewItem,
  score: RiskScore,
  dueAt: Instant,
  lease: QueueRow.shape.lease,
  pending: QueueRow.shape.pending,
  /** What the clinician may do now; empty while a decision is pending or the item is closed. */
  allowed: z.array(Verdict),
  /** The thread as far as this desk holds it, oldest first. */
  thread: z.array(ThreadPost),
  /** The author's earlier posts and what was decided, newest first, at most 20. */
  history: z.array(z.object({ item: ItemId, at: Instant, topic: z.string(), preview: z.string(), level: Level, decision: DecisionSummary.nullable() })),
  draft: z.string(),
})
export type ItemView = z.infer<typeof ItemView>

const none = z.object({})
const ok = z.object({ ok: z.literal(true) })
const passphrase = z.string().min(1).max(256)

type Call = { input: z.ZodType; output: z.ZodType; /** Answered while locked. */ whileLocked?: true }
const define = <T extends Record<string, Call>>(calls: T): T => calls

export const bridgeCalls = define({
  'app.info': {
    input: none,
    output: z.object({
      version: z.string(),
      host: z.enum(['loopback', 'electron']),
      apiUrl: z.string(),
      /** Milliseconds a decision is held for undo before it leaves. */
      undoMs: z.int(),
    }),
    whileLocked: true,
  },
  'desk.state': { input: none, output: DeskState, whileLocked: true },
  /** Demo accounts of the API, if it runs the demo community; empty otherwise or when offline. */
  'desk.demoAccounts': { input: none, output: z.object({ accounts: z.array(DemoAccount) }), whileLocked: true },
  /** Online sign-in. Leads to `new-device`, `locked`, or (when that person's vault is already open) stays `open`. */
  'desk.signIn': {
    input: z.object({ username: z.string().min(1).max(64), password: passphrase, code: z.string() }),
    output: DeskState,
    whileLocked: true,
  },
  /** Choose whose vault to open, without network; null goes back to the list. */
  'desk.chooseProfile': { input: z.object({ profile: z.string().nullable() }), output: DeskState, whileLocked: true },
  /** First use on this device: make the vault. At least 10 characters. */
  'vault.create': { input: z.object({ passphrase: z.string().min(10).max(256) }), output: DeskState, whileLocked: true },
  'vault.unlock': { input: z.object({ passphrase }), output: DeskState, whileLocked: true },
  'vault.lock': { input: none, output: DeskState, whileLocked: true },
  'vault.changePassphrase': { input: z.object({ from: passphrase, to: z.string().min(10).max(256) }), output: ok },
  /**
   * For `corrupt` and `not-a-database` only, on the clinician's word: sets the damaged cache aside (never deletes it), rescues
   * undelivered decisions, and starts a fresh cache that syncs again.
   */
  'vault.rebuild': { input: z.object({ confirm: z.literal('set-aside') }), output: z.object({ state: DeskState, rescued: z.int(), setAside: z.string() }), whileLocked: true },

  'sync.status': { input: none, output: SyncStatus },
  /** Sends decisions that are held for undo without further waiting, and fetches what is new. */
  'sync.now': { input: none, output: SyncStatus },
  /** After the mass-removal fail-safe stopped a resync: go on with it. */
  'sync.approveResync': { input: none, output: SyncStatus },

  /** Ranks now and freezes that order as a view, so that nothing jumps under the cursor. The last 4 views are kept. */
  'queue.open': { input: z.object({ filter: QueueFilter }), output: z.object({ view: z.int(), total: z.int(), counts: LevelCounts, topics: z.array(z.string()) }) },
  /** Rows of a frozen view with their present state. `count` ≤ 200. */
  'queue.rows': { input: z.object({ view: z.int(), start: z.int().nonnegative(), count: z.int().min(1).max(200) }), output: z.object({ rows: z.array(QueueRow) }) },
  /** How many items rank in this filter but are not in the view, and the most urgent level among them. */
  'queue.arrivals': { input: z.object({ view: z.int() }), output: z.object({ count: z.int(), top: Level.nullable() }) },

  /** Peek: reads from the cache, claims nothing. */
  'item.open': { input: z.object({ item: ItemId }), output: ItemView },
  /** Takes or renews the lease when online; offline it says so and work goes on. */
  'item.claim': { input: z.object({ item: ItemId }), output: z.object({ kind: z.enum(['granted', 'held', 'gone', 'offline']), by: z.string().optional(), until: Instant.optional() }) },
  'item.release': { input: z.object({ item: ItemId }), output: ok },
  'item.saveDraft': { input: z.object({ item: ItemId, draft: z.string().max(20_000) }), output: ok },

  /** Durable on this desk when it answers. Held for undo, then pushed. */
  'decision.make': {
    input: z.object({ item: ItemId, itemVersion: z.int().positive(), action: Action, reason: ReasonCode, note: z.string().max(10_000).default('') }),
    output: z.object({ decision: DecisionId, undoUntil: Instant }),
  },
  'decision.undo': { input: z.object({ decision: DecisionId }), output: ok },

  'outbox.list': { input: none, output: z.object({ entries: z.array(OutboxEntry) }) },
  'outcomes.list': { input: z.object({ onlyUnacknowledged: z.boolean().default(true) }), output: z.object({ outcomes: z.array(RecordedOutcome) }) },
  'outcomes.acknowledge': { input: z.object({ decision: DecisionId }), output: ok },
})

export type BridgeCalls = typeof bridgeCalls
export type CallName = keyof BridgeCalls
export type CallInput<N extends CallName> = z.input<BridgeCalls[N]['input']>
export type CallOutput<N extends CallName> = z.output<BridgeCalls[N]['output']>

export const bridgeEvents = {
  'desk.state': DeskState,
  'sync.status': SyncStatus,
  /** These items changed (empty = many did): refetch what is on screen. */
  'items.changed': z.object({ items: z.array(ItemId) }),
  /** A decision of this desk met its outcome. */
  'outcome': RecordedOutcome,
} as const
export type BridgeEvents = typeof bridgeEvents
export type EventName = keyof BridgeEvents
export type EventPayload<N extends EventName> = z.output<BridgeEvents[N]>

/** What travels: an answer is always one of these two, never a thrown string. */
export type BridgeAnswer<N extends CallName> = { ok: true; value: CallOutput<N> } | { ok: false; error: BridgeError }

/** The renderer's view of it; `window.wallguide` under Electron, an HTTP client under the loopback host. */
export interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<BridgeAnswer<N>>
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void
}
