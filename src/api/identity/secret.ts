/** The installation's secret: signs cookies and encrypts authenticator secrets. */
import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../db/database'
import { one, statement } from '../db/sql'

const make = statement('secret_make', `insert into setting (name, value) values ('secret', $1) on conflict do nothing`)
const read = statement<{ value: string }>('secret_read', `select value from setting where name = 'secret'`)

/** Beside the database but not in it: a copy of the database alone does not give the secrets away. Mode 0600. */
export async function secretFromFolder(dataDir: string): Promise<string> {
  const file = join(dataDir, 'community.secret')
  const existing = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (existing !== null && existing.trim().length >= 32) return existing.trim()
  const fresh = randomBytes(32).toString('base64url')
  await writeFile(file, fresh, { mode: 0o600 })
  await chmod(file, 0o600)
  return fresh
}

/** For demo and tests on PostgreSQL, where several processes have to agree without configuration. */
export async function secretFromDatabase(database: Database): Promise<string> {
  await database.query(make, [randomBytes(32).toString('base64url')])
  return (await one(database, read)).value
}
