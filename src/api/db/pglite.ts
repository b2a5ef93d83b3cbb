/** PGlite: PostgreSQL inside this process, one connection, data in a folder. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, types, type Transaction } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Database, Orm, Tx } from './database'
import { lockFolder } from './folder-lock'
import * as schema from './schema'
import type { Statement } from './sql'

const parsers = { [types.INT8]: Number, [types.DATE]: (value: string) => value }

const run = async <R extends object>(client: PGlite | Transaction, of: Statement<R>, params: readonly unknown[] = []): Promise<R[]> =>
  (await client.query<R>(of.text, [...params])).rows

/** `dataDir` holds the database folder and its lock. Rejects with `FolderInUse` when another program has it open. */
export async function openPglite(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const unlock = await lockFolder(dataDir)
  try {
    const client = await PGlite.create({ dataDir: join(dataDir, 'community'), parsers })
    return wrap(client, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

/** In memory only, for tests: `template` is what `dumpDataDir` gave for a migrated database. */
export async function openMemoryPglite(template?: Blob): Promise<Database & { dump: () => Promise<Blob> }> {
  const client = await PGlite.create({ parsers, ...(template && { loadDataDir: template }) })
  return { ...wrap(client, () => Promise.resolve()), dump: () => client.dumpDataDir('none') }
}

function wrap(client: PGlite, unlock: () => Promise<void>): Database {
  const orm = drizzle(client, { schema })
  return {
    engine: 'pglite',
    query: (of, params) => run(client, of, params),
    orm: () => orm,
    transaction: (work) =>
      client.transaction((tx) => {
        let own: Orm | undefined
        // drizzle's constructor asks for a whole PGlite; its queries use only what a transaction has too.
        const query: Tx['query'] = (of, params) => run(tx, of, params)
        return work({ query, last: query, orm: () => (own ??= drizzle(tx as unknown as PGlite, { schema })) })
      }),
    listen: async (channel, listener) => {
      const stop = await client.listen(channel, listener)
      return () => stop()
    },
    migrate: (folder) => migrate(drizzle(client), { migrationsFolder: folder }),
    close: async () => {
      await client.close()
      await unlock()
    },
  }
}
