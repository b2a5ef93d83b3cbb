/**
 * Prepared SQL. Schema and migrations are drizzle's; queries on the hot paths are written here as named statements, because a
 * query that is built anew each time costs more than the database needs to answer it.
 */
export type Statement<R extends object> = {
  /** Name of the server-side prepared statement; unique in this program. */
  readonly name: string
  readonly text: string
  /** Only in the type: the shape of a row. */
  readonly row?: R
}

const names = new Set<string>()

/** Declares a statement whose rows have the shape `R`. Instants are Dates, `bigint` columns numbers, `date` columns text. */
export function statement<R extends object = Record<string, never>>(name: string, text: string): Statement<R> {
  if (names.has(name)) throw new Error(`Two statements are called ${name}`)
  names.add(name)
  return { name, text }
}

export interface Sql {
  query<R extends object>(of: Statement<R>, params?: readonly unknown[]): Promise<R[]>
}

/** The only row of a statement that always gives one. */
export async function one<R extends object>(sql: Sql, of: Statement<R>, params?: readonly unknown[]): Promise<R> {
  const rows = await sql.query(of, params)
  const row = rows[0]
  if (row === undefined) throw new Error(`Statement ${of.name} gave no row`)
  return row
}
