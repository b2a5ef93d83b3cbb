/**
 * The bridge: the only way from the workstation's renderer to its core. Named calls with validated input and output, and
 * named events. Two transports carry it (Electron IPC and the loopback host); the renderer cannot tell which.
 * The renderer never sees SQL, tokens or keys. Each capability's calls are declared in its own file under `bridge/`.
 */
import { z } from 'zod'
import { careCalls } from './bridge/care'
import { decisionCalls, RecordedOutcome } from './bridge/decisions'
import { desksCalls } from './bridge/desks'
import { directoryCalls } from './bridge/directory'
import { DeskState, entranceCalls, type BridgeError } from './bridge/entrance'
import { episodeCalls } from './bridge/episodes'
import { itemCalls } from './bridge/item'
import { peopleCalls, PresenceNow } from './bridge/people'
import { queueCalls } from './bridge/queue'
import { similarCalls } from './bridge/similar'
import { scorerCalls } from './bridge/scorer'
import { secondReviewCalls } from './bridge/second-review'
import { settingCalls } from './bridge/settings'
import { syncCalls, SyncStatus } from './bridge/sync'
import { EpisodeId } from './episode'
import { ItemId } from './ids'

export * from './bridge/care'
export * from './bridge/decisions'
export * from './bridge/desks'
export * from './bridge/directory'
export * from './bridge/entrance'
export * from './bridge/episodes'
export * from './bridge/item'
export * from './bridge/people'
export * from './bridge/queue'
export * from './bridge/scorer'
export * from './bridge/settings'
export * from './bridge/similar'
export * from './bridge/sync'

/** Calls that need an open desk. */
export const openCalls = {
  ...syncCalls,
  ...settingCalls,
  ...queueCalls,
  ...itemCalls,
  ...similarCalls,
  ...decisionCalls,
  ...desksCalls,
  ...peopleCalls,
  ...careCalls,
  ...directoryCalls,
  ...episodeCalls,
  ...scorerCalls,
  ...secondReviewCalls,
}
export const bridgeCalls = { ...entranceCalls, ...openCalls }

export type BridgeCalls = typeof bridgeCalls
export type CallName = keyof BridgeCalls
export type OpenCallName = keyof typeof openCalls
export type CallInput<N extends CallName> = z.input<BridgeCalls[N]['input']>
export type CallOutput<N extends CallName> = z.output<BridgeCalls[N]['output']>

export const bridgeEvents = {
  'desk.state': DeskState,
  'sync.status': SyncStatus,
  /** These items changed (empty = many did): refetch what is on screen. */
  'items.changed': z.object({ items: z.array(ItemId) }),
  /** Colleagues opened or left an item. */
  'presence': PresenceNow,
  /** These risk episodes changed (empty = many may have). */
  'episodes.changed': z.object({ episodes: z.array(EpisodeId) }),
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
