/** PostgreSQL through a pool of node-postgres. */
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import type { Database, Orm, Tx } from './database'
import * as schema from './schema'
import type { Statement } from './sql'

const { builtins } = pg.types
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === builtins.INT8) return Number
    if (oid === builtins.DATE) return (value: string) => value
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  }) as typeof pg.types.getTypeParser,
}

/** Any number that is the same in every process: migrations take this advisory lock. */
const migrationLock = 7_302_011

const run = async <R extends object>(client: pg.Pool | pg.PoolClient, of: Statement<R>, params: readonly unknown[] = []): Promise<R[]> =>
  (await client.query<R>({ name: of.name, text: of.text, values: [...params] })).rows

export type PostgresOptions = { url: string; connections?: number; onError: (error: Error) => void }

export async function openPostgres({ url, connections = 12, onError }: PostgresOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    // Queries that do not wait for one another travel together.
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    types,
  })
  pool.on('error', onError)
  // The pool listens only while a connection is idle; one that breaks in use would otherwise end the process.
  pool.on('connect', (client) => client.on('error', onError))
  const orm = drizzle(pool, { schema })
  const first = await pool.connect()
  first.release()

  const transaction = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken: Error | undefined
    let committed: Promise<unknown> | undefined
    try {
      // Not waited for: the first statement travels with it.
      const begun = client.query('begin')
      begun.catch(() => undefined)
      let own: Orm | undefined
      const result = await work({
        query: (of, params) => run(client, of, params),
        last: async (of, params) => {
          const rows = run(client, of, params)
          // After a statement that failed, the server takes this for a rollback.
          committed = client.query('commit')
          committed.catch(() => undefined)
          return await rows
        },
        orm: () => (own ??= drizzle(client, { schema })),
      })
      await begun
      await (committed ?? client.query('commit'))
      return result
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => (broken = failure))
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    engine: 'postgresql',
    query: (of, params) => run(pool, of, params),
    orm: () => orm,
    transaction,
    listen: (channel, listener) => listen(url, channel, listener, onError),
    migrate: async (folder) => {
      const client = await pool.connect()
      try {
        await client.query('select pg_advisory_lock($1)', [migrationLock])
        await migrate(drizzle(client), { migrationsFolder: folder })
      } finally {
        await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(onError)
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

/** One connection of its own that listens and, when it breaks, comes back: after a gap the listener gets an empty payload. */
async function listen(url: string, channel: string, listener: (payload: string) => void, onError: (error: Error) => void) {
  let closed = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true })
    fresh.on('notification', (message) => listener(message.payload ?? ''))
    const lost = (error?: Error) => {
      if (client !== fresh || closed) return
      client = undefined
      if (error) onError(error)
      again()
    }
    fresh.on('error', lost)
    fresh.on('end', () => lost())
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    client = fresh
    if (closed) await fresh.end()
  }
  const again = () => {
    if (closed) return
    timer = setTimeout(() => {
      connect().then(
        () => listener(''),
        (error: Error) => {
          onError(error)
          again()
        },
      )
    }, 1_000)
  }

  await connect()
  return async () => {
    closed = true
    clearTimeout(timer)
    await client?.end()
  }
}
