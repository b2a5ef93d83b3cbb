/** The desk core as its hosts see it: the Electron shell and the loopback host drive the same object. */
import type { BridgeAnswer, CallName, EventName } from '#contract/bridge'
import type { KeyStore } from './vault/key-store'

export type DeskOptions = {
  /** Folder of the vaults and encrypted caches; made with mode 0700 when missing. */
  dataDir: string
  /** Origin of the community API, e.g. `http://127.0.0.1:4180`. */
  apiUrl: string
  host: 'loopback' | 'electron'
  version: string
  /** Built worker script; the core runs there, off the host's thread. */
  workerFile: string | URL
  /** The operating system's key store, where the host has one. */
  keyStore?: KeyStore
  /** How long a decision is held for undo before it may leave; default 8,000 ms. */
  undoMs?: number
}

export type DeskEvent = { name: EventName; payload: unknown }

export interface Desk {
  /** Input and output are validated against the bridge contract; an answer is always a value, it never rejects. */
  call(name: string, input: unknown): Promise<BridgeAnswer<CallName>>
  on(listener: (event: DeskEvent) => void): () => void
  /** Lets a push in flight finish, closes the cache, zeroes the key, ends the worker. */
  close(): Promise<void>
}
