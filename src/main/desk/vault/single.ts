/**
 * One desk per profile. The lock is an exclusive SQLite transaction on an empty file of its own: the operating system ends it
 * with the process, so that a crash never leaves a stale lock behind.
 */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { vaultError } from '../errors'

export type SingleLock = { release(): void }

/** Errors: in-use. */
export function takeLock(folder: string): SingleLock {
  const db = new Database(join(folder, 'lock'), { timeout: 0 })
  try {
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw vaultError('in-use')
    throw error
  }
  return {
    release: () => {
      if (db.open) db.close()
    },
  }
}
