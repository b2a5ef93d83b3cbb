/**
 * Opens the encrypted cache. The order of the first statements matters: a key given after any content leaves that content in
 * plain text, and a driver without a cipher ignores the key without a word. Hence the look at the file's first bytes.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { DataKey } from '../vault/key'
import { migrate, type Migration } from './migrations'

/** The driver's own addition, which the common types do not know. */
type Keyed = Database.Database & { key(raw: Buffer): number }

type Prepare = Pick<Database.Database, 'prepare'>

/** May look, may not touch: its connection is opened read-only as well. */
export type ReadHandle = { readonly mode: 'read' | 'write'; readonly db: Prepare; readonly orm: BetterSQLite3Database }
export type WriteHandle = ReadHandle & { readonly mode: 'write'; readonly db: Prepare & Pick<Database.Database, 'transaction'> }

export type Cache = { readonly read: ReadHandle; readonly write: WriteHandle; isOpen(): boolean; close(): void }

export type CacheOptions = {
  migrations?: readonly Migration[]
  /** Pages of 4 KiB that the file may grow to; for tests of a full disk. */
  maxPages?: number
}

function connect(file: string, key: DataKey, readonly: boolean): Database.Database {
  const db = new Database(file, { readonly, timeout: 2_000 }) as Keyed
  try {
    db.pragma("cipher = 'sqlcipher'")
    db.pragma('legacy = 4')
    const raw = key.forCache()
    db.key(raw)
    raw.fill(0)
    // The first read: a wrong key or a damaged first page shows here and not earlier.
    db.pragma('schema_version', { simple: true })
    db.pragma('temp_store = MEMORY')
    db.pragma('foreign_keys = ON')
    db.pragma('cache_size = -8000')
    if (!readonly) {
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = FULL')
      db.pragma('checkpoint_fullfsync = ON')
      db.pragma('secure_delete = ON')
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Throws when the file starts like an unencrypted database: better no cache than a readable one. */
export function assertEncrypted(file: string) {
  const head = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, 16, 0)
  } finally {
    closeSync(handle)
  }
  if (head.toString('latin1') === 'SQLite format 3\0') throw new Error('The cache file is not encrypted')
}

/** Errors are those of SQLite (see `failureOf`) and from-the-future. */
export function openCache(file: string, key: DataKey, options: CacheOptions = {}): Cache {
  const writer = connect(file, key, false)
  try {
    migrate(writer, options.migrations)
    writer.pragma('wal_checkpoint(PASSIVE)')
    assertEncrypted(file)
    if (options.maxPages !== undefined) writer.pragma(`max_page_count = ${options.maxPages}`)
    const reader = connect(file, key, true)
    return {
      write: { mode: 'write', db: writer, orm: drizzle({ client: writer }) },
      read: { mode: 'read', db: reader, orm: drizzle({ client: reader }) },
      isOpen: () => writer.open,
      close: () => {
        reader.close()
        writer.close()
      },
    }
  } catch (error) {
    writer.close()
    throw error
  }
}

/** For rescue only: no migration, no second connection. Whatever can be read, can be read. */
export const openDamaged = (file: string, key: DataKey): Database.Database => connect(file, key, true)
