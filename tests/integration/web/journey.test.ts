/** A member's way through the pages, form by form, without a script. */
import { brotliDecompressSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { maxPostLength } from '#contract/community'
import type { PostId } from '#contract/ids'
import { wordsFor } from '../../../src/web/server/words'
import { accessCode, type MemoryCommunity } from '../../unit/web/memory-community'
import { hidden, openPages, person } from './support/pages'

const words = wordsFor()
let app: FastifyInstance
let community: MemoryCommunity

beforeEach(async () => ({ app, community } = await openPages()))
afterEach(() => app.close())

const member = (changes = {}) => {
  const made = community.member('Amber Finch', changes)
  return { ...made, browser: person(app, made.cookie) }
}

describe('joining', () => {
  it('goes from the code over the rules to a name, and is signed in', async () => {
    const newcomer = person(app)
    expect((await newcomer.get('/')).text).toContain(words.welcome.notEmergency)
    const code = await newcomer.post('/join', { code: ` ${accessCode} ` })
    expect([code.status, code.location]).toEqual([303, `/join/rules?code=${accessCode}`])
    expect((await newcomer.get(code.location)).text).toContain('Be kind')
    const rules = await newcomer.post('/join/rules', { code: accessCode, agree: '2026-11' })
    expect(rules.status).toBe(303)
    const form = await newcomer.get(rules.location)
    expect(form.text).toContain('value="Quiet Heron"')
    const joined = await newcomer.post('/join/you', {
      code: hidden(form.text, 'code'),
      agreed: hidden(form.text, 'agreed'),
      pseudonym: 'Quiet Heron',
      passphrase: 'four plain little words',
      country: 'GB',
      over16: 'yes',
    })
    expect([joined.status, joined.location]).toEqual([303, '/topics?welcome=1'])
    expect((await newcomer.get(joined.location)).text).toContain(words.join.joined('Quiet Heron'))
  })

  it('says beside the field what is wrong with a code, and keeps it', async () => {
    const answer = await person(app).post('/join', { code: 'WRONG' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="code-problem"')
    expect(answer.text).toContain('value="WRONG"')
  })

  it('does not go on without the rules, whatever the address says', async () => {
    const newcomer = person(app)
    expect((await newcomer.post('/join/rules', { code: accessCode })).text).toContain(words.join.agreeMissing)
    expect((await newcomer.get(`/join/you?code=${accessCode}&agreed=1999`)).headers['location']).toContain('/join/rules')
  })

  it('keeps what was chosen when something is missing, but never the passphrase', async () => {
    const answer = await person(app).post('/join/you', {
      code: accessCode,
      agreed: '2026-11',
      pseudonym: 'Dry Leaf',
      passphrase: 'short',
      country: 'NZ',
    })
    expect(answer.status).toBe(422)
    for (const field of ['passphrase', 'over16']) expect(answer.text).toContain(`id="${field}-problem"`)
    expect(answer.text).toContain('value="Dry Leaf"')
    expect(answer.text).toMatch(/value="NZ" selected|selected="" value="NZ"|<option value="NZ" selected="">/)
    expect(answer.text).not.toContain('short"')
  })

  it('puts a refusal of the community beside its field', async () => {
    community.member('Dry Leaf')
    const answer = await person(app).post('/join/you', {
      code: accessCode,
      agreed: '2026-11',
      pseudonym: 'Dry Leaf',
      passphrase: 'four plain little words',
      country: 'NZ',
      over16: 'yes',
    })
    expect(answer.text).toMatch(/id="pseudonym-problem">Somebody here already has this name/)
  })
})

describe('signing in and out', () => {
  it('returns to the page that was asked for', async () => {
    member()
    const visitor = person(app)
    const sent = await visitor.get('/mine')
    expect(sent.headers['location']).toBe('/sign-in?next=%2Fmine')
    const answer = await visitor.post('/sign-in', {
      pseudonym: 'Amber Finch',
      passphrase: 'correct horse battery',
      next: '/mine',
    })
    expect([answer.status, answer.location]).toEqual([303, '/mine'])
    const page = await visitor.get('/mine')
    expect((await visitor.post('/sign-out', { token: hidden(page.text, 'token') })).location).toBe('/sign-in?out=1')
    expect((await visitor.get('/mine')).status).toBe(303)
  })

  it('never says which of the two was wrong, and slows down kindly', async () => {
    member()
    const wrongName = await person(app).post('/sign-in', { pseudonym: 'Nobody', passphrase: 'x' })
    const wrongPassphrase = await person(app).post('/sign-in', { pseudonym: 'Amber Finch', passphrase: 'x' })
    const strip = (html: string) => html.replace(/value="[^"]*"/g, '')
    expect(strip(wrongName.text)).toBe(strip(wrongPassphrase.text))
    expect((await person(app).post('/sign-in', { pseudonym: 'Amber Finch', passphrase: 'too often' })).status).toBe(429)
  })

  it('does not follow a link to another site', async () => {
    member()
    const answer = await person(app).post('/sign-in', {
      pseudonym: 'Amber Finch',
      passphrase: 'correct horse battery',
      next: '//elsewhere.example',
    })
    expect(answer.location).toBe('/topics')
  })
})

describe('writing', () => {
  it('posts once, however often the same form is sent, and shows the post', async () => {
    const { browser } = member()
    const form = (await browser.get('/topics/everyday/new')).text
    const fields = {
      token: hidden(form, 'token'),
      key: hidden(form, 'key'),
      title: 'First snow',
      text: 'It came early.',
      intent: 'hello',
    }
    const first = await browser.post('/topics/everyday/new', fields)
    const second = await browser.post('/topics/everyday/new', fields)
    expect(first.status).toBe(303)
    expect(second.location).toBe(first.location)
    expect(community.posts).toHaveLength(1)
    expect((await browser.get(first.location)).text).toContain('It came early.')
  })

  it('answers, and lands on the answer', async () => {
    const { browser } = member()
    const { id } = community.seed(community.member('Willow Lane').viewer, 'wins', 'A walk', 'To the corner and back.')
    const form = (await browser.get(`/threads/${id}`)).text
    const answer = await browser.post(`/threads/${id}`, {
      token: hidden(form, 'token'),
      key: hidden(form, 'key'),
      text: 'That counts.',
    })
    expect(answer.location).toMatch(new RegExp(`^/threads/${id}#c-`))
    expect((await browser.get(`/threads/${id}`)).text).toContain('That counts.')
  })

  it('takes 20,000 characters', async () => {
    const { browser } = member()
    const form = (await browser.get('/topics/everyday/new')).text
    const answer = await browser.post('/topics/everyday/new', {
      token: hidden(form, 'token'),
      key: 'k',
      title: 'Long',
      text: 'ä'.repeat(maxPostLength),
      intent: '',
    })
    expect(answer.status).toBe(303)
  })

  it.each([
    ['latin', 'a'],
    ['three bytes each', '語'],
  ])('returns 200,000 characters (%s) to their author with a sentence, and posts nothing', async (_name, letter) => {
    const { browser } = member()
    const form = (await browser.get('/topics/everyday/new')).text
    const text = letter.repeat(200_000)
    const answer = await browser.post('/topics/everyday/new', {
      token: hidden(form, 'token'),
      key: 'k',
      title: 'Very long',
      text,
      intent: '',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words.write.textLong(200_000, maxPostLength))
    expect(answer.text).toContain(`${text}</textarea>`)
    expect(answer.text).toContain('value="Very long"')
    expect(community.posts).toHaveLength(0)
  })

  it('refuses more than any form can hold with a page, not with a bare number', async () => {
    const { browser } = member()
    const answer = await browser.post('/topics/everyday/new', { text: 'a'.repeat(3_000_000) })
    expect(answer.status).toBe(413)
    expect(answer.text).toContain(words.errors.large)
  })

  it('gives the words back to somebody who was signed out meanwhile', async () => {
    const answer = await person(app).post('/topics/everyday/new', {
      title: 'T',
      text: 'Hard to write twice.',
      key: 'k',
      token: 'old',
    })
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('Hard to write twice.')
    expect(answer.text).toContain(words.kept.signedOut)
  })

  it.each([
    ['the disk is full', 'post'],
    ['the database is away', 'viewer'],
  ] as const)('gives the words back when %s', async (_why, broken) => {
    const { browser } = member()
    const token = hidden((await browser.get('/topics/everyday/new')).text, 'token')
    const trouble = () => Promise.reject(new Error('no space left on the disk'))
    if (broken === 'post') community.post = trouble
    else community.viewer = trouble
    const answer = await browser.post('/topics/everyday/new', {
      token,
      key: 'k',
      title: 'T',
      text: 'Hard to write twice.',
      intent: '',
    })
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('Hard to write twice.')
    expect(answer.text).toContain('Nothing was posted')
    expect(answer.text).not.toContain('no space left')
  })

  it('closes a thread that was taken down, and still shows its page', async () => {
    const { browser, viewer } = member()
    const { id } = community.seed(viewer, 'everyday', 'Fed up', 'Sharp words.', {
      state: 'removed',
      why: { reason: 'unkind', words: null, rule: 'kind' },
    })
    const page = (await browser.get(`/threads/${id}`)).text
    expect(page).toContain(words.thread.closed)
    expect(page).not.toContain('<textarea')
  })

  it('gives the words back when the thread is gone', async () => {
    const { browser } = member()
    const page = (await browser.get('/mine')).text
    const answer = await browser.post('/threads/01939393-0000-7000-8000-00000000dead', {
      token: hidden(page, 'token'),
      key: 'k',
      text: 'Are you there?',
    })
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('Are you there?')
  })
})

describe('a restricted member', () => {
  const restriction = { restrictedUntil: '2099-01-02T10:00:00.000Z', restrictedRule: 'kind' }

  it('reads, and is told until when and by which rule', async () => {
    const { browser } = member(restriction)
    const topic = await browser.get('/topics/everyday')
    expect(topic.status).toBe(200)
    for (const part of ['Friday 2 January, 10:00', 'Be kind']) expect(topic.text).toContain(part)
    expect(topic.text).not.toContain('/topics/everyday/new')
  })

  it('cannot write, and keeps the words', async () => {
    const { browser } = member(restriction)
    const token = hidden((await browser.get('/mine')).text, 'token')
    const answer = await browser.post('/topics/everyday/new', {
      token,
      key: 'k',
      title: 'T',
      text: 'I only wanted to say.',
      intent: '',
    })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('I only wanted to say.')
    expect(community.posts).toHaveLength(0)
  })
})

describe('house rules that changed', () => {
  it('are agreed to again before going on, and then the page is there', async () => {
    const { browser } = member({ rulesVersion: '2025-01' })
    const sent = await browser.get('/topics/everyday')
    expect(sent.headers['location']).toBe('/rules/agree?next=%2Ftopics%2Feveryday')
    const form = (await browser.get(String(sent.headers['location']))).text
    const agreed = await browser.post('/rules/agree', {
      token: hidden(form, 'token'),
      next: hidden(form, 'next'),
      agree: '2026-11',
    })
    expect(agreed.location).toBe('/topics/everyday')
    expect((await browser.get('/topics/everyday')).status).toBe(200)
  })

  it('do not cost somebody the text that they were writing', async () => {
    const { browser, viewer } = member()
    const form = (await browser.get('/topics/everyday/new')).text
    const fields = {
      token: hidden(form, 'token'),
      key: hidden(form, 'key'),
      title: 'T',
      text: 'Half an hour of words.',
      intent: '',
    }
    community.change(viewer, { rulesVersion: '2025-01' })
    const asked = await browser.post('/topics/everyday/new', fields)
    expect(asked.text).toContain(words.rules.agreeHere)
    expect(asked.text).toContain('Half an hour of words.')
    const sent = await browser.post('/topics/everyday/new', { ...fields, token: hidden(asked.text, 'token'), agree: '2026-11' })
    expect(sent.status).toBe(303)
  })
})

describe('forms come from our own pages', () => {
  it.each([
    [{ origin: 'https://elsewhere.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('not from %o', async (headers) => {
    const { browser } = member()
    const token = hidden((await browser.get('/topics/everyday/new')).text, 'token')
    const answer = await browser.post(
      '/topics/everyday/new',
      { token, key: 'k', title: 'T', text: 'x', intent: '' },
      headers as Record<string, string>,
    )
    expect(answer.status).toBe(403)
    expect(community.posts).toHaveLength(0)
  })

  it('and from this session: a foreign token posts nothing and loses nothing', async () => {
    const { browser } = member()
    const other = person(app, community.member('Willow Lane').cookie)
    const token = hidden((await other.get('/mine')).text, 'token')
    const answer = await browser.post('/topics/everyday/new', { token, key: 'k', title: 'T', text: 'Mine.', intent: '' })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain(words.form.stale)
    expect(answer.text).toContain('Mine.')
    expect(community.posts).toHaveLength(0)
  })

  it('with a token that differs on every page, so that compression cannot be asked for it', async () => {
    const { browser } = member()
    const tokens = [await browser.get('/mine'), await browser.get('/mine')].map(({ text }) => hidden(text, 'token'))
    expect(tokens[0]).not.toBe(tokens[1])
  })
})

describe('every answer', () => {
  it('is not kept, not indexed, and allows no inline script or style', async () => {
    const { browser } = member()
    for (const path of ['/', '/help', '/topics', '/topics/everyday', '/mine', '/messages', '/nowhere']) {
      const { headers, text } = await browser.get(path)
      expect(headers['cache-control'], path).toBe('no-store')
      expect(headers['x-robots-tag'], path).toContain('noindex')
      expect(headers['content-security-policy'], path).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(text, path).not.toMatch(/<style|style="|<script(?! type="module" src="\/assets\/)|\son[a-z]+="/)
    }
  })

  it('has help one press away, the demo marker, and one heading', async () => {
    const { browser } = member()
    for (const path of ['/', '/help', '/topics', '/topics/everyday', '/mine', '/messages', '/nowhere', '/about', '/rules']) {
      const { text } = await browser.get(path)
      expect(text, path).toContain('href="/help"')
      expect(text, path).toContain(words.demo)
      expect(text.match(/<h1/g), path).toHaveLength(1)
    }
  })

  it('is compressed when it is large', async () => {
    const { browser, viewer } = member()
    for (let index = 0; index < 20; index++)
      community.seed(viewer, 'everyday', `Post ${index}`, 'Some words of the day. '.repeat(8))
    const answer = await app.inject({
      url: '/topics/everyday',
      headers: { cookie: browser.cookie, 'accept-encoding': 'gzip, br' },
    })
    expect(answer.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(answer.rawPayload).toString()).toContain('Post 19')
  })

  it('serves hashed files that never change, compressed before anyone asked', async () => {
    const style = /href="(\/assets\/pages-[^"]+\.css)"/.exec((await person(app).get('/')).text)?.[1] ?? ''
    const answer = await app.inject({ url: style, headers: { 'accept-encoding': 'br' } })
    expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, 'br'])
    expect(answer.headers['cache-control']).toContain('immutable')
  })

  it('keeps robots out', async () => expect((await person(app).get('/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n'))
})

describe('lists end', () => {
  it('20 posts a page, older ones one press away, and then everything is said', async () => {
    const { browser, viewer } = member()
    for (let index = 0; index < 25; index++) community.seed(viewer, 'everyday', `Post ${index}.`, 'Words.')
    const first = (await browser.get('/topics/everyday')).text
    expect(first.match(/<article/g)).toHaveLength(20)
    const older = /href="(\/topics\/everyday\?before=[^"]+)"/.exec(first)?.[1] ?? ''
    const second = (await browser.get(older)).text
    expect(second.match(/<article/g)).toHaveLength(5)
    expect(second).toContain(words.topic.end)
  })
})

describe('messages', () => {
  it('are marked as new by a word until they were opened', async () => {
    const { browser, viewer } = member()
    community.write(viewer, { body: 'How are you?' })
    expect((await browser.get('/topics')).text).toMatch(/id="unread"> new/)
    const page = await browser.get('/messages')
    expect(page.text).toContain('How are you?')
    expect((await browser.get('/topics')).text).toMatch(/id="unread" hidden=""/)
  })

  it('are not counted as read by a page that the browser fetches ahead', async () => {
    const { browser, viewer } = member()
    community.write(viewer, { body: 'How are you?' })
    await browser.get('/messages', { 'sec-purpose': 'prefetch' })
    expect((await browser.get('/topics')).text).toMatch(/id="unread"> new/)
  })
})

describe('when something breaks', () => {
  it('says so without inner details, and help still works', async () => {
    await app.close()
    ;({ app, community } = await openPages())
    const { browser } = member()
    community.viewer = () => Promise.reject(new Error('params: secret words of a member'))
    const answer = await browser.get('/topics')
    expect(answer.status).toBe(500)
    expect(answer.text).toContain(words.errors.broken)
    expect(answer.text).not.toContain('secret words')
    const help = await browser.get('/help')
    expect([help.status, help.text.includes('116 123')]).toEqual([200, true])
  })

  it('a topic, a thread or a page that does not exist is a 404 page', async () => {
    const { browser } = member()
    for (const path of [
      '/topics/nothing',
      '/threads/not-an-id',
      `/threads/${'01939393-0000-7000-8000-00000000dead' as PostId}`,
      '/nowhere/at/all',
    ]) {
      const answer = await browser.get(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.text).toContain(words.errors.notFound)
    }
  })
})

describe('a held post', () => {
  it('is there for its author, with the reason, and for nobody else', async () => {
    const { browser, viewer } = member()
    const other = person(app, community.member('Willow Lane').cookie)
    const { id } = community.seed(viewer, 'everyday', 'Long month', 'I am so tired.', {
      state: 'held',
      why: { reason: 'risk-to-self', words: null, rule: null },
    })
    expect((await browser.get(`/threads/${id}`)).text).toContain(words.states.held.sentence)
    expect((await other.get(`/threads/${id}`)).status).toBe(404)
    expect((await other.get('/topics/everyday')).text).not.toContain('Long month')
  })
})
