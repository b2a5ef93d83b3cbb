import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { api as routes } from '#contract/api'
import { statement } from '../../../src/api/db/sql'
import { codeAt } from '../../../src/api/demo/accounts'
import { demoStaff } from '../../../src/api/demo/people'
import { formKey, startTestApi, type TestApi } from '../support/api'
import { aDecision, makeDesk, makeMember, makeTopic, until, wordScorer, write } from '../support/people'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ demo: true, scorer: wordScorer })
  await makeTopic(api)
})
afterAll(() => api.close())

describe('staff sign-in', () => {
  const robin = demoStaff[0]
  if (!robin) throw new Error('no demo staff')
  const attempt = async (over: Record<string, string> = {}) => {
    const body = { username: robin.username, password: robin.password, code: codeAt(robin.totpSecret, new Date()), device: { id: uuidv7(), name: 'Desk' }, ...over }
    const answer = await fetch(`${api.url}/v1/staff/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const { requestId, ...rest } = (await answer.json()) as { requestId?: string; message?: string; token?: string }
    return { status: answer.status, requestId, body: rest }
  }

  it('answers the same to a wrong name, a wrong passphrase and a wrong code', async () => {
    const wrongCode = String((Number(codeAt(robin.totpSecret, new Date())) + 500_000) % 1_000_000).padStart(6, '0')
    const answers = [await attempt({ username: 'nobody-here' }), await attempt({ password: 'wrong passphrase' }), await attempt({ code: wrongCode })]
    for (const answer of answers) expect(answer.status).toBe(401)
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body)))).toHaveProperty('size', 1)
    expect((await attempt()).status).toBe(200)
  })

  it('lets nobody in on a passphrase alone: an account without a second factor is refused', async () => {
    const drop = statement('test_drop_factor', `update staff_user set two_factor_enabled = false where username = $1`)
    const restore = statement('test_restore_factor', `update staff_user set two_factor_enabled = true where username = $1`)
    const sessions = statement<{ count: number }>('test_sessions', 'select count(*)::int as count from staff_session s join staff_user u on u.id = s.user_id where u.username = $1')
    await api.database.query(drop, ['ash'])
    const [before] = await api.database.query(sessions, ['ash'])
    expect((await attempt({ username: 'ash', password: demoStaff[1]?.password ?? '', code: codeAt(demoStaff[1]?.totpSecret ?? '', new Date()) })).status).toBe(401)
    expect(await api.database.query(sessions, ['ash'])).toEqual([before])
    await api.database.query(restore, ['ash'])
  })

  it('makes who guesses wait, for known and unknown names alike, and says how long', async () => {
    for (const username of ['sage', 'nobody-there']) {
      let last = await attempt({ username, password: 'wrong' })
      for (let i = 0; i < 10; i++) last = await attempt({ username, password: 'wrong' })
      expect([username, last.status, last.body.message]).toEqual([username, 429, expect.stringMatching(/too many tries.*wait/i)])
    }
  })
})

describe('members’ sign-in', () => {
  it('answers the same to a wrong name and a wrong passphrase, and makes who guesses wait', async () => {
    const attempt = (pseudonym: string) => api.service.signIn({ pseudonym, passphrase: 'not this one' }, '198.51.100.9')
    expect(await attempt('quiet-lantern-24')).toEqual(await attempt('no-such-member'))
    for (let i = 0; i < 10; i++) await attempt('no-such-member')
    expect(await attempt('no-such-member')).toMatchObject({ ok: false, code: 'too_many' })
  })
})

describe('the server', () => {
  it('describes every route of the contract at /openapi.json', async () => {
    const document = (await (await fetch(`${api.url}/openapi.json`)).json()) as { openapi: string; paths: Record<string, Record<string, { operationId: string }>> }
    expect(document.openapi).toBe('3.1.0')
    const described = Object.values(document.paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId))
    expect(described.sort()).toEqual(Object.keys(routes).sort())
  })

  it('sends strict security headers and a request id, and nothing about what it runs on', async () => {
    const answer = await fetch(`${api.url}/v1/health`)
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-powered-by')).toBeNull()
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    const missing = await fetch(`${api.url}/v1/nothing`)
    expect(await missing.json()).toMatchObject({ code: 'not_found', requestId: expect.any(String) as string })
  })

  it('refuses a body over a megabyte, and one that is not JSON, with a sentence', async () => {
    const desk = await makeDesk(api)
    const send = (body: string) => fetch(`${api.url}/v1/decisions`, { method: 'POST', headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' }, body })
    const large = await send(JSON.stringify({ device: desk.device, decisions: ['x'.repeat(1_100_000)] }))
    expect([large.status, await large.json()]).toMatchObject([413, { code: 'too_large' }])
    const broken = await send('{"device":')
    expect([broken.status, await broken.json()]).toMatchObject([400, { code: 'invalid' }])
  })

  it('limits how often one address may ask', async () => {
    const small = await startTestApi({ requestsPerMinute: 5 })
    const statuses: number[] = []
    let retryAfter: string | null = null
    for (let i = 0; i < 7; i++) {
      const answer = await fetch(`${small.url}/v1/health`)
      statuses.push(answer.status)
      retryAfter = answer.headers.get('retry-after') ?? retryAfter
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(Number(retryAfter)).toBeGreaterThan(0)
    await small.close()
  })

  it('pokes an open stream when something was written, and ends it at once when it closes', async () => {
    const other = await startTestApi({ scorer: wordScorer })
    await makeTopic(other)
    const desk = await makeDesk(other)
    const answer = await fetch(`${other.url}/v1/sync/stream`, { headers: { authorization: `Bearer ${desk.token}` } })
    expect(answer.headers.get('content-type')).toMatch('text/event-stream')
    let heard = ''
    let ended = false
    const pump = (async () => {
      for await (const chunk of answer.body ?? []) heard += new TextDecoder().decode(chunk as Uint8Array)
    })().then(
      () => (ended = true),
      () => (ended = true),
    )
    await write(other, await makeMember(other), 'Member text that must not travel here')
    await until('a poke for the post', () => /"poke":[1-9]/.test(heard))
    expect(heard).not.toContain('Member text')
    const start = Date.now()
    await other.close()
    await pump
    expect([ended, Date.now() - start < 2_000]).toEqual([true, true])
  })
})

describe('a full disk', () => {
  const fill = statement('test_fill', `create function test_full() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`)
  const on = (table: string) => statement(`test_full_${table}`, `create trigger test_full before insert on ${table} for each row execute function test_full()`)
  const off = (table: string) => statement(`test_free_${table}`, `drop trigger test_full on ${table}`)

  it('stores nothing of a post and says so; keeps a desk’s decision for later; and goes on when there is space', async () => {
    const desk = await makeDesk(api)
    const member = await makeMember(api)
    const { item } = await write(api, member)
    const decision = aDecision(item)
    await api.database.query(fill)
    for (const table of ['item', 'decision']) await api.database.query(on(table))

    const post = await api.service.post(member, { topic: 'general', title: '', text: 'No room', intent: null, key: formKey() })
    expect(post).toMatchObject({ ok: false, code: 'storage_full', message: expect.stringMatching(/no space left.*still here/) as string })
    expect((await api.service.myPosts(member, null)).posts).toHaveLength(1)
    expect(await desk.decide(decision)).toMatchObject({ kind: 'retry' })

    for (const table of ['item', 'decision']) await api.database.query(off(table))
    expect(await desk.decide(decision)).toMatchObject({ kind: 'applied' })
  })
})
