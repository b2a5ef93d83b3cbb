import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { itemKinds, type ItemKind } from '#contract/review'
import { staffRoles } from '#contract/staff'
import type { Level } from '#contract/risk'
import { createScorer } from '#risk'
import { statement } from '../../../src/api/db/sql'
import { seedDemo, demoAccessCode } from '../../../src/api/demo/seed'
import { formKey, startTestApi, type TestApi } from '../support/api'

const counts = statement<{ topics: number; members: number; posts: number; decisions: number }>(
  'demo_counts',
  `select (select count(*)::int from topic where not hidden) as topics, (select count(*)::int from member where source = 'demo') as members,
     (select count(*)::int from post) as posts, (select count(*)::int from decision where effective) as decisions`,
)
const levelsOf = statement<{ level: Level; count: number }>('demo_levels', 'select level, count(*)::int as count from item group by level')

const openKinds = statement<{ kind: ItemKind; count: number; later: number }>(
  'demo_open_kinds',
  `select kind, count(*)::int as count, count(*) filter (where queued_at > now())::int as later from item where status = 'open' group by kind`,
)
const lateCrises = statement<{ late: number }>('test_late', `select count(*)::int as late from item where status = 'open' and kind = 'content' and level = 'crisis' and queued_at < now() - interval '6 minutes'`)

describe('the demo community', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({ demo: true })
  })
  afterAll(() => api.close())

  it('has topics, people, posts at several levels and a little history', async () => {
    const [found] = await api.database.query(counts)
    expect(found).toMatchObject({ topics: 8, members: 60 })
    expect(found?.decisions).toBeGreaterThan(60)
    const [late] = await api.database.query(lateCrises)
    expect(late).toEqual({ late: 0 })
    expect(found?.posts).toBeGreaterThan(200)
    const levels = new Map((await api.database.query(levelsOf)).map((row) => [row.level, row.count]))
    // The scorer has a judgement of its own; what matters is that a queue can be seen at work.
    expect(levels.size).toBeGreaterThanOrEqual(createScorer().packVersion === 'unscored' ? 1 : 3)
  })

  it('shows every kind of work, open, and a promise that is not due yet', async () => {
    const kinds = new Map((await api.database.query(openKinds)).map((row) => [row.kind, row]))
    expect([...kinds.keys()].sort()).toEqual([...itemKinds].sort())
    expect(kinds.get('promise')).toMatchObject({ count: 2, later: 1 })
    // The radar shows a few people, not a crowd.
    expect(kinds.get('newcomer')?.count).toBeLessThanOrEqual(12)
    for (const [kind, row] of kinds) if (kind !== 'promise') expect([kind, row.later]).toEqual([kind, 0])
  })

  it('is the same after a second seeding', async () => {
    const before = await api.database.query(counts)
    await seedDemo({ database: api.database, secret: api.secret, scorer: createScorer(), now: () => new Date() })
    expect(await api.database.query(counts)).toEqual(before)
  })

  it('has an account for every role, with the code that its authenticator shows now', async () => {
    const answer = await fetch(`${api.url}/v1/demo/accounts`)
    const { accounts } = (await answer.json()) as { accounts: { role: string; user: string; code?: string; totpSecret?: string }[] }
    expect(new Set(accounts.map((account) => account.role))).toEqual(new Set(['member', ...staffRoles]))
    expect(accounts.filter((account) => account.role === 'member')).toHaveLength(2)
    expect(accounts.filter((account) => account.role === 'guide')).toHaveLength(2)
    for (const { code, totpSecret } of accounts) if (totpSecret) expect(new TOTP({ secret: Secret.fromBase32(totpSecret) }).validate({ token: code ?? '', window: 1 })).not.toBeNull()
  })

  it('signs every member of staff in, and lets only clinicians see the queue', async () => {
    for (const account of api.accounts().filter((a) => a.role !== 'member')) {
      const session = await api.signIn(account.user)
      const top = await fetch(`${api.url}/v1/queue/top?limit=5`, { headers: { authorization: `Bearer ${session.token}` } })
      expect([account.user, top.status]).toEqual([account.user, account.opens === 'desk' ? 200 : 403])
    }
  })

  it('signs its members in, who see the honest states of their posts, and takes new ones with the code', async () => {
    const account = api.accounts().find((a) => a.role === 'member')
    const signedIn = await api.service.signIn({ pseudonym: account?.user ?? '', passphrase: account?.password ?? '' }, '127.0.0.1')
    if (!signedIn.ok) throw new Error(signedIn.message)
    const headers = new Headers({ cookie: signedIn.setCookie.map((line) => line.split(';', 1)[0]).join('; ') })
    const viewer = await api.service.viewer(headers)
    if (!viewer) throw new Error('not signed in')
    const mine = await api.service.myPosts(viewer, null)
    expect(mine.posts.map((post) => post.state)).toEqual(expect.arrayContaining(['live', 'changed']))
    expect(await api.service.unreadMessages(viewer)).toBe(1)
    expect(await api.service.post(viewer, { topic: 'hello', title: '', text: 'Hello again.', intent: 'hello', key: formKey() })).toMatchObject({ ok: true })
    expect(await api.service.checkAccessCode(demoAccessCode.toLowerCase(), '127.0.0.1')).toMatchObject({ ok: true, partner: 'Demo University' })
  })

  it('says that it is one', async () => {
    expect(await (await fetch(`${api.url}/v1/health`)).json()).toMatchObject({ status: 'ok', demo: true, database: 'pglite' })
  })
})

describe('a community that is not a demo', () => {
  it('has no demo accounts, and neither has a demo that others can reach', async () => {
    for (const options of [{ demo: false }, { demo: true, host: '0.0.0.0' }]) {
      const api = await startTestApi(options)
      const { port } = new URL(api.url)
      expect((await fetch(`http://127.0.0.1:${port}/v1/demo/accounts`)).status).toBe(404)
      await api.close()
    }
  })
})
