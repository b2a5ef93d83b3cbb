/** A community that is not a demo: what `npm run setup` makes, and that it is enough to begin with. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { createApi } from '../../../src/api/app'
import { setupProgram } from '../../../src/api/setup/program'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wallguide-setup-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function setup(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const into = (where: 'out' | 'err') => new Writable({ write: (chunk: Buffer, _encoding, done) => { said[where] += chunk.toString(); done() } })
  const code = await setupProgram({ args: [...args, '--data', folder], env: {}, out: into('out'), err: into('err') })
  return { code, ...said }
}

test('makes topics, a code and a Guide, once each; they can then join and sign in', async () => {
  const first = await setup('--code', 'maple-2026', '--partner', 'Maple College', '--staff', 'rowan', '--role', 'guide', '--registration', 'Test Register,R-1,2099-01-01')
  expect(first).toMatchObject({ code: 0 })
  const made = JSON.parse(first.out) as { username: string; password: string; totpSecret: string }
  expect(await setup('--staff', 'rowan', '--role', 'lead')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('a rowan already') as string })
  expect(await setup('--code', 'MAPLE-2026', '--partner', 'Another')).toMatchObject({ code: 1, err: expect.stringContaining('exists already') as string })

  const api = await createApi({ database: { dataDir: folder }, port: 0, demo: false, version: 'test' })
  try {
    expect(await api.service.checkAccessCode('maple-2026', '127.0.0.1')).toMatchObject({ ok: true, partner: 'Maple College' })
    expect((await api.service.topics()).length).toBeGreaterThan(4)
    const code = new TOTP({ secret: Secret.fromBase32(made.totpSecret) }).generate()
    const answer = await fetch(`${api.url}/v1/staff/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: made.username, password: made.password, code, device: { id: uuidv7(), name: 'Test desk' } }),
    })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ staff: { username: 'rowan', role: 'guide', pseudonym: 'Wall Guide Rowan' } })
    expect(await setup('--staff', 'hazel', '--role', 'guide')).toMatchObject({ code: 1, err: expect.stringContaining('Stop it with Ctrl-C') as string })
  } finally {
    await api.close()
  }
})

test('says what is wrong with its flags and changes nothing', async () => {
  for (const [args, words] of [
    [['--code', 'X'], '--code and --partner go together'],
    [['--code', 'a b', '--partner', 'Maple'], 'capital letters'],
    [['--staff', 'Rowan Ash', '--role', 'guide'], 'A staff name'],
    [['--staff', 'rowan2', '--role', 'king'], 'A role is one of'],
    [['--staff', 'rowan2', '--role', 'guide', '--registration', 'Body,1,soon'], 'expiry'],
    [['--nonsense'], 'Usage'],
  ] as const) {
    const answer = await setup(...args)
    expect(answer).toMatchObject({ code: 1, out: '' })
    expect(answer.err).toContain(words)
  }
})
