/** A community API for tests: real server, real database, temporary; a migrated template makes each start cheap. */
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { createApi, type Api, type ApiOptions } from '../../../src/api/app'
import { openMemoryPglite } from '../../../src/api/db/pglite'
import { migrationsFolder } from '../../../src/api/db/connection'
import { codeAt, demoAccounts } from '../../../src/api/demo/accounts'
import { demoStaff } from '../../../src/api/demo/people'
import { packageRoot } from '../../../src/api/package-root'
import type { DemoAccount, StaffSession } from '../../../src/contract/staff'

let template: Promise<Blob> | undefined

/** A dump of an empty, migrated database: made once, then kept in the system's folder for temporary files. */
const migrated = (): Promise<Blob> =>
  (template ??= (async () => {
    const journal = readFileSync(join(migrationsFolder(), 'meta', '_journal.json'))
    const pglite = readFileSync(join(packageRoot(), 'node_modules', '@electric-sql', 'pglite', 'package.json'))
    const file = join(tmpdir(), `wallguide-template-${createHash('sha256').update(journal).update(pglite).digest('hex').slice(0, 16)}.tar`)
    const kept = await readFile(file).catch(() => null)
    if (kept !== null) return new Blob([kept])
    const database = await openMemoryPglite()
    await database.migrate(migrationsFolder())
    const dump = await database.dump()
    await database.close()
    const half = `${file}.${process.pid}`
    await writeFile(half, Buffer.from(await dump.arrayBuffer()))
    await rename(half, file)
    return dump
  })())

export type TestApi = Api & {
  /** With codes of this moment. */
  accounts: () => DemoAccount[]
  /** Signs demo staff in on a desk of their own. */
  signIn: (username: string, device?: string) => Promise<StaffSession & { device: string }>
}

/** `demo` is off by default. Rate limits are lifted, answers are checked against the contract. */
export async function startTestApi(options: Partial<ApiOptions> = {}): Promise<TestApi> {
  const api = await createApi({
    database: options.database ?? { memory: true, template: await migrated() },
    port: 0,
    demo: false,
    version: 'test',
    requestsPerMinute: 1_000_000,
    checkAnswers: true,
    ...options,
  })
  return {
    ...api,
    accounts: () => demoAccounts(new Date()),
    signIn: async (username, device = uuidv7()) => {
      const account = demoStaff.find((staff) => staff.username === username)
      if (!account) throw new Error(`No demo account is called ${username}`)
      const answer = await fetch(`${api.url}/v1/staff/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: account.password, code: codeAt(account.totpSecret, new Date()), device: { id: device, name: 'Test desk' } }),
      })
      if (answer.status !== 200) throw new Error(`Sign-in of ${username} was refused: ${answer.status} ${await answer.text()}`)
      return { ...((await answer.json()) as StaffSession), device }
    },
  }
}

/** A key for a form, as the pages make one. */
export const formKey = (): string => randomUUID()
