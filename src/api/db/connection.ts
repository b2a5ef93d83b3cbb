/** Opens the database that the options name and brings its schema up to date. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from './database'
import { openPostgres } from './postgres'

/** `memory` is for tests: a PGlite that leaves nothing behind. */
export type DatabaseOptions = { dataDir: string } | { url: string; connections?: number } | { memory: true; template?: Blob }

/** Found from the source tree and from the bundle alike: the package root is the first folder upwards with both. */
export function migrationsFolder(from = fileURLToPath(import.meta.url)): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const candidate = join(folder, 'src', 'api', 'db', 'migrations')
    if (existsSync(join(candidate, 'meta', '_journal.json'))) return candidate
    if (folder === dirname(folder)) throw new Error('The database migrations (src/api/db/migrations) are missing from this installation.')
  }
}

export async function openDatabase(options: DatabaseOptions, onError: (error: Error) => void): Promise<Database> {
  const database = 'url' in options ? await openPostgres({ ...options, onError }) : await openEmbedded(options)
  try {
    await database.migrate(migrationsFolder())
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Loaded only when it is used: the embedded database is large. */
async function openEmbedded(options: Exclude<DatabaseOptions, { url: string }>): Promise<Database> {
  const { openMemoryPglite, openPglite } = await import('./pglite')
  return 'dataDir' in options ? openPglite(options.dataDir) : openMemoryPglite(options.template)
}
