/**
 * The pages on the real community API and database: somebody joins, posts, and a Guide's decision reaches the open page.
 */
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policyVersion } from '#contract/review'
import { ClaimResponse, PushResponse } from '#contract/sync'
import type { FastifyInstance } from 'fastify'
import { communityPages } from '../../../src/web/server/index'
import { wordsFor } from '../../../src/web/server/words'
import { startTestApi, type TestApi } from '../support/api'
import { builtAssets, hidden, person, type Person } from './support/pages'

const words = wordsFor()
let api: TestApi
let app: FastifyInstance
let member: Person
let code = ''

beforeAll(async () => {
  const assetsDir = await builtAssets()
  api = await startTestApi({
    demo: true,
    requestsPerMinute: 1_000_000,
    pages: ({ service }) => communityPages({ service, assetsDir, secureCookies: false, demo: true }),
  })
  app = api.app
  const row = await api.database.query<{ code: string }>({
    name: 'test_code',
    text: 'select code from access_code where active limit 1',
  })
  code = row[0]?.code ?? ''
}, 120_000)
afterAll(() => api?.close())

async function join(pseudonym: string): Promise<Person> {
  const newcomer = person(app)
  const first = await newcomer.post('/join', { code })
  expect([first.status, first.location]).toEqual([303, `/join/rules?code=${encodeURIComponent(code)}`])
  const rules = await newcomer.post('/join/rules', { code, agree: '2026-11' })
  const form = (await newcomer.get(rules.location)).text
  expect(hidden(form, 'pseudonym') || form).toBeTruthy()
  const joined = await newcomer.post('/join/you', {
    code: hidden(form, 'code'),
    agreed: hidden(form, 'agreed'),
    pseudonym,
    passphrase: 'four plain little words',
    country: 'GB',
    over16: 'yes',
  })
  expect([joined.status, joined.location]).toEqual([303, '/topics?welcome=1'])
  return newcomer
}

async function write(who: Person, slug: string, title: string, text: string): Promise<string> {
  const form = (await who.get(`/topics/${slug}/new`)).text
  const answer = await who.post(`/topics/${slug}/new`, {
    token: hidden(form, 'token'),
    key: hidden(form, 'key'),
    title,
    text,
    intent: 'listen',
  })
  expect(answer.status).toBe(303)
  return answer.location
}

/** What a desk does: find the item of this post, take it, decide. */
async function decide(post: string, action: Record<string, unknown>, reason: string, kind: 'content' | 'report' | 'ask' = 'content'): Promise<void> {
  const guide = await api.signIn(api.accounts().find(({ role }) => role === 'guide')?.user ?? '')
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(api.url + path, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${guide.token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    expect(answer.status, path).toBe(200)
    return answer.json()
  }
  const rows = await api.database.query<{ id: string }>(
    { name: 'test_item_of', text: 'select id from item where post_id = $1 and kind = $2' },
    [post, kind],
  )
  const item = rows[0]?.id ?? ''
  const claim = ClaimResponse.parse(await call('/v1/claims', { items: [item], device: guide.device })).results[0]
  if (claim?.kind !== 'granted') throw new Error(`not granted: ${JSON.stringify(claim)}`)
  const pushed = PushResponse.parse(
    await call('/v1/decisions', {
      device: guide.device,
      decisions: [
        {
          id: uuidv7(),
          item,
          itemVersion: claim.version,
          action,
          reason,
          note: 'Read twice; nothing lighter would do.',
          policyVersion,
          scoreVersion: 'test',
          decidedAt: new Date().toISOString(),
        },
      ],
    }),
  )
  expect(pushed.results[0]?.outcome.kind).toBe('applied')
}

/** Resolves with the milliseconds from `act` to the first hint on the open page's stream. */
async function hintAfter(who: Person, thread: string, act: () => Promise<void>): Promise<number> {
  const stop = new AbortController()
  const answer = await fetch(`${api.url}/live?thread=${thread}`, { headers: { cookie: who.cookie }, signal: stop.signal })
  const reader = answer.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let decided = 0
  const acted = act().then(() => (decided = performance.now()))
  while (!text.includes('event: hint')) {
    const part = await reader?.read()
    if (!part || part.done) throw new Error('the stream ended without a hint')
    text += decoder.decode(part.value)
  }
  const hinted = performance.now()
  await acted
  stop.abort()
  return Math.max(0, hinted - decided)
}

describe('the pages on the real community', () => {
  it('serves the seeded topics and threads', async () => {
    member = await join('quiet-paper-12')
    const topics = (await member.get('/topics')).text
    const slug = /href="\/topics\/([\w-]+)"/.exec(topics)?.[1] ?? ''
    const topic = await member.get(`/topics/${slug}`)
    expect(topic.status).toBe(200)
    expect(topic.text.match(/<article/g)?.length).toBeGreaterThan(0)
    const thread = /href="(\/threads\/[\w-]+)"/.exec(topic.text)?.[1] ?? ''
    expect((await member.get(thread)).status).toBe(200)
  })

  it('lets demo members in without asking them for the rules again', async () => {
    const account = api.accounts().find(({ role }) => role === 'member')
    const visitor = person(app)
    expect(
      (await visitor.post('/sign-in', { pseudonym: account?.user ?? '', passphrase: account?.password ?? '', next: '/mine' }))
        .location,
    ).toBe('/mine')
    expect((await visitor.get('/mine')).status).toBe(200)
  })

  it('puts the community’s refusal beside the field', async () => {
    const newcomer = person(app)
    const answer = await newcomer.post('/join/you', {
      code,
      agreed: '2026-11',
      pseudonym: 'quiet-paper-12',
      passphrase: 'four plain little words',
      country: 'GB',
      over16: 'yes',
    })
    expect(answer.text).toMatch(/id="pseudonym-problem">Somebody has this name already/)
  })

  it('shows a decision on the open page: the hint comes within a second, and the page then says it with its reason', async () => {
    const slug = /href="\/topics\/([\w-]+)"/.exec((await member.get('/topics')).text)?.[1] ?? ''
    const address = await write(
      member,
      slug,
      'Where I sit',
      'On the bench by the north gate, most afternoons. It helps a little.',
    )
    const id = address.split('/').at(-1) ?? ''
    expect((await member.get('/mine')).text).toContain('Where I sit')
    const late = await hintAfter(member, id, () => decide(id, { verdict: 'hide' }, 'identifying-detail'))
    expect(late).toBeLessThan(1000)
    const page = (await member.get(address, { 'x-fragment': 'main' })).text
    expect(page).toContain(words.states.held.sentence)
    expect(page).toContain(words.reasons['identifying-detail'])
    expect(page).not.toContain('<html')
    const other = await join('other-paper-13')
    expect((await other.get(address)).status).toBe(404)
  })

  it('brings a Guide’s message with a link to what it is about', async () => {
    const slug = /href="\/topics\/([\w-]+)"/.exec((await member.get('/topics')).text)?.[1] ?? ''
    const address = await write(member, slug, 'A long week', 'It was a long week, and I would like to hear from somebody.')
    const id = address.split('/').at(-1) ?? ''
    const form = (await member.get(address)).text
    const answer = await member.post(address, {
      token: hidden(form, 'token'),
      key: hidden(form, 'key'),
      text: 'Adding to my own words: it was a very long week.',
    })
    const comment = answer.location.split('#c-')[1] ?? ''
    await decide(comment, { verdict: 'message', body: 'I read your words about the week. How are you now?' }, 'support')
    expect((await member.get('/topics')).text).toMatch(/id="unread"> new/)
    const messages = (await member.get('/messages')).text
    expect(messages).toContain('How are you now?')
    const about = /href="(\/threads\/[^"]+)">About something you wrote/.exec(messages)?.[1] ?? ''
    expect((await member.get(about)).text).toContain(id)
    expect((await member.get('/topics')).text).toMatch(/id="unread" hidden=""/)
  })

  it('takes a question to a Guide and brings the answer to the open page within a second', async () => {
    const form = (await member.get('/messages')).text
    const asked = await member.post('/messages', { token: hidden(form, 'token'), key: hidden(form, 'key'), text: 'Is somebody there, on a Sunday?' })
    expect(asked.location).toBe('/messages?sent=yes')
    const waiting = (await member.get('/messages')).text
    expect(waiting).toContain(words.ask.waiting)
    const id = /id="m-([^"]+)"/.exec(waiting)?.[1] ?? ''
    const took = await hintAfter(member, '', () => decide(id, { verdict: 'message', body: 'Yes, on Sundays, too.' }, 'support', 'ask'))
    expect(took).toBeLessThan(1_000)
    const page = (await member.get('/messages')).text
    expect(page).toContain('Yes, on Sundays, too.')
    expect(page).toContain(words.ask.read)
    expect((await member.get('/mine')).text).not.toContain('Is somebody there')
  })

  it('takes a report, tells nobody whose it is, and shows its writer that it was decided', async () => {
    const reporter = await join('plain-meadow-33')
    const slug = /href="\/topics\/([\w-]+)"/.exec((await member.get('/topics')).text)?.[1] ?? ''
    const address = await write(member, slug, 'Neighbours', 'They are loud again, all of them.')
    const id = address.split('/').at(-1) ?? ''
    expect((await reporter.get(address)).text).toContain(`/report/${id}`)
    const form = (await reporter.get(`/report/${id}`)).text
    const sent = await reporter.post(`/report/${id}`, { token: hidden(form, 'token'), reason: 'unkind', text: 'It stings a little.' })
    expect(sent.location).toBe('/mine/reports?sent=now')
    expect((await reporter.get('/mine/reports')).text).toContain(words.reports.states.reading.name)
    expect((await member.get(address)).text).not.toContain('It stings a little.')
    await decide(id, { verdict: 'content_note', contentNote: 'About neighbours' }, 'support', 'report')
    expect((await reporter.get('/mine/reports')).text).toContain(words.reports.states.changed.name)
  })

  it('returns a text of 200,000 characters to its author', async () => {
    const slug = /href="\/topics\/([\w-]+)"/.exec((await member.get('/topics')).text)?.[1] ?? ''
    const form = (await member.get(`/topics/${slug}/new`)).text
    const text = 'a '.repeat(99_999) + 'aa'
    const answer = await member.post(`/topics/${slug}/new`, {
      token: hidden(form, 'token'),
      key: hidden(form, 'key'),
      title: 'Long',
      text,
      intent: '',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(text)
  })

  it('leaves the API’s own unknown paths their JSON, and everything else a page', async () => {
    const json = await app.inject('/v1/nothing')
    expect([json.statusCode, json.headers['content-type']]).toEqual([404, 'application/json; charset=utf-8'])
    expect((await app.inject('/nothing')).headers['content-type']).toContain('text/html')
    expect((await app.inject('/openapi.json')).statusCode).toBe(200)
  })
})
