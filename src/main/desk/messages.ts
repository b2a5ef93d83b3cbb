/** What travels between the host's thread and the worker that the core runs in. */
import type { BridgeAnswer, CallName } from '#contract/bridge'
import type { DeskEvent, DeskOptions } from './desk'
import type { KeyStoreOp } from './vault/key-store'
import type { ScryptParams } from './vault/wrap'

export type WorkerStart = Omit<DeskOptions, 'workerFile' | 'keyStore'> & {
  profile: string | null
  /** The host has a key store and answers for it. */
  keyStore?: boolean
  /** For tests alone: a cheaper key stretching. */
  scryptCost?: ScryptParams
}

export type ToWorker =
  | { kind: 'call'; number: number; name: string; input: unknown }
  | { kind: 'close' }
  /** Null: the store could not do it. */
  | { kind: 'keyStore'; number: number; value: unknown }

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'answer'; number: number; answer: BridgeAnswer<CallName> }
  | { kind: 'event'; event: DeskEvent }
  | { kind: 'keyStore'; number: number; op: KeyStoreOp; value: string }
  /** Locked: this worker may be ended and replaced. */
  | { kind: 'locked' }
  | { kind: 'closed' }
