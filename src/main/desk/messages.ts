/** What travels between the host's thread and the worker that the core runs in. */
import type { BridgeAnswer, CallName } from '#contract/bridge'
import type { DeskEvent, DeskOptions } from './desk'
import type { ScryptParams } from './vault/wrap'

export type WorkerStart = Omit<DeskOptions, 'workerFile'> & {
  profile: string | null
  /** For tests alone: a cheaper key stretching. */
  scryptCost?: ScryptParams
}

export type ToWorker = { kind: 'call'; number: number; name: string; input: unknown } | { kind: 'close' }

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'answer'; number: number; answer: BridgeAnswer<CallName> }
  | { kind: 'event'; event: DeskEvent }
  /** Locked: this worker may be ended and replaced. */
  | { kind: 'locked' }
  | { kind: 'closed' }
