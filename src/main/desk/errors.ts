/** What can go wrong in the core, as the renderer is told it: a code of the contract and a sentence that is shown as it is. */
import { vaultFailures, type BridgeError, type VaultFailure } from '#contract/bridge'

/** Carries a `BridgeError` up to the dispatcher. Thrown only for refusals that the contract names. */
export class DeskError extends Error {
  readonly code: BridgeError['code']
  readonly retryAfterMs: number | undefined

  constructor(code: BridgeError['code'], message: string, retryAfterMs?: number) {
    super(message)
    this.name = 'DeskError'
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** What happened, that nothing was lost, what to do: one sentence set per failure of the vault or the cache. */
const sentences: Record<VaultFailure, string> = {
  'wrong-passphrase': 'That is not the passphrase of this desk. Nothing was changed; try again.',
  'too-many-tries': 'The passphrase was wrong several times, so the desk waits a little before the next try. Your work is kept.',
  unavailable: 'The key of this desk cannot be reached on this computer. Your work is kept; open it with your desk passphrase.',
  'temporarily-unavailable': 'The key of this desk cannot be reached just now. Your work is kept; try again in a moment.',
  'backend-changed': 'The key store of this computer has changed. Your work is kept; open the desk with your desk passphrase.',
  undecryptable:
    'The key file of this desk is damaged or missing, so the cache cannot be opened. Nothing was deleted; ask your administrator to restore the key file from a backup.',
  'not-a-database':
    'The passphrase is right, but the cache file of this desk is not readable. Nothing was deleted. You can set the file aside: undelivered decisions are rescued and the queue is fetched again.',
  corrupt:
    'The cache file of this desk is damaged. Nothing was deleted. You can set the file aside: undelivered decisions are rescued and the queue is fetched again.',
  'from-the-future': 'This desk was last used with a newer version of Wallguide. Nothing was changed; install the newer version to open it.',
  'read-only': 'The folder of this desk cannot be written to. Nothing was lost; ask for write access to the folder, then try again.',
  'disk-full': 'The disk is full, so nothing new can be kept. What was there is unharmed; free some space, then try again.',
  'offline-too-long':
    'This desk has not reached its server for longer than your service allows, so it stays closed until it does. Nothing was lost: your decisions are kept. Connect to the network and try again; if you are asked to, sign in.',
  'in-use': 'This desk is already open in another window or program. Nothing was lost; use that one, or close it and try again.',
}

export const sentenceOf = (failure: VaultFailure): string => sentences[failure]

export const vaultError = (failure: VaultFailure, retryAfterMs?: number): DeskError => new DeskError(failure, sentences[failure], retryAfterMs)

const isVaultFailure = (code: string): code is VaultFailure => (vaultFailures as readonly string[]).includes(code)

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The failure behind an error of SQLite or of the file system; null when it is none of them. */
export function failureOf(error: unknown): VaultFailure | null {
  if (error instanceof DeskError) return isVaultFailure(error.code) ? error.code : null
  const code = codeOf(error)
  if (code === 'SQLITE_NOTADB') return 'not-a-database'
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_IOERR_SHORT_READ' || code === 'SQLITE_IOERR_DATA') return 'corrupt'
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM') return 'read-only'
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'read-only'
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'in-use'
  return null
}

export function bridgeErrorOf(error: unknown): BridgeError {
  if (error instanceof DeskError) {
    return { code: error.code, message: error.message, ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: Math.ceil(error.retryAfterMs) }) }
  }
  const failure = failureOf(error)
  if (failure) return { code: failure, message: sentences[failure] }
  return {
    code: 'internal',
    message: 'The desk could not do that because of a fault of its own. Decisions already made are kept; try again, and report it if it happens twice.',
  }
}
