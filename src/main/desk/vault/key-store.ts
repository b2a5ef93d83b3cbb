/**
 * The operating system's own key store, as the vault sees it: a port. Only a host that has a real one gives it; a store that
 * keeps keys readable (Linux `basic_text`) counts as none.
 */
export interface KeyStore {
  /** Its name, as stored beside what it has wrapped; null when there is none that protects anything. */
  backend(): Promise<string | null>
  /** Gives text that only this store opens. */
  encrypt(text: string): Promise<string>
  /** `again`: the store has a newer key, and what it opened should be wrapped anew. */
  decrypt(blob: string): Promise<{ text: string; again: boolean }>
}

export const keyStoreOps = ['backend', 'encrypt', 'decrypt'] as const
export type KeyStoreOp = (typeof keyStoreOps)[number]

/** Carries out one operation by its name; what is asked comes from another thread. */
export const useKeyStore = (store: KeyStore, op: KeyStoreOp, value: string): Promise<unknown> => (op === 'backend' ? store.backend() : store[op](value))
