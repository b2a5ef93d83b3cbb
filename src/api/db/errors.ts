/** What kind of trouble a database error is. Drizzle and the sign-in library wrap errors; the cause is looked for. */
const codeOf = (error: unknown): string | undefined => {
  for (let e: unknown = error, depth = 0; e instanceof Error && depth < 6; e = e.cause, depth++) {
    if ('code' in e && typeof e.code === 'string') return e.code
  }
  return undefined
}

export type Trouble = 'storage_full' | 'conflict' | 'duplicate' | 'unavailable' | 'bad_text' | 'other'

/** 53100 disk full; 40001, 40P01, 55P03 concurrent change; 23505 unique; 08, 57P, 53 connection and load. */
export function troubleOf(error: unknown): Trouble {
  const code = codeOf(error)
  if (code === undefined) {
    // node-postgres reports a broken connection without a code.
    return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect|PGlite is closed/.test(error.message) ? 'unavailable' : 'other'
  }
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return 'storage_full'
  if (code === '40001' || code === '40P01' || code === '55P03') return 'conflict'
  if (code === '23505') return 'duplicate'
  if (code === '22021' || code === '22P05') return 'bad_text'
  if (/^(08|57P|53)/.test(code) || code === '57014' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE' || code === 'ETIMEDOUT') return 'unavailable'
  return 'other'
}
