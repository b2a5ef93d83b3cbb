/** The database as the rest of the API sees it; PGlite and PostgreSQL look the same. */
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PgliteDatabase } from 'drizzle-orm/pglite'
import type * as schema from './schema'
import type { Sql, Statement } from './sql'

export type Orm = NodePgDatabase<typeof schema> | PgliteDatabase<typeof schema>

export interface Tx extends Sql {
  /**
   * The transaction's last statement, committed with it in one go: a lock that it takes is not held while this program gets
   * round to saying "commit". Nothing may follow.
   */
  last<R extends object>(of: Statement<R>, params?: readonly unknown[]): Promise<R[]>
  /** The sign-in library's handle on this transaction. */
  orm(): Orm
}

export interface Database extends Sql {
  readonly engine: 'pglite' | 'postgresql'
  orm(): Orm
  /** READ COMMITTED; rolls back when `work` throws. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Notifications of all API processes on this database, this one included. Resolves to the unsubscribe function. */
  listen(channel: string, listener: (payload: string) => void): Promise<() => Promise<void>>
  migrate(folder: string): Promise<void>
  close(): Promise<void>
}
