/** Reporting a post and asking a Guide, form by form, without a script. */
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostView } from '#contract/community'
import { reportReasons } from '#contract/review'
import { wordsFor } from '../../../src/web/server/words'
import type { MemoryCommunity } from '../../unit/web/memory-community'
import { hidden, openPages, person, type Person } from './support/pages'

const words = wordsFor()
let app: FastifyInstance
let community: MemoryCommunity
let reader: Person
let post: PostView

beforeEach(async () => {
  ;({ app, community } = await openPages())
  const author = community.member('Willow Lane').viewer
  post = community.seed(author, 'everyday', 'The kitchen light', 'I sat there again with the kettle.')
  reader = person(app, community.member('Amber Finch').cookie)
})
afterEach(() => app.close())

const send = async (who: Person, path: string, fields: Record<string, string>) => {
  const form = (await who.get(path)).text
  return who.post(path, { token: hidden(form, 'token'), key: hidden(form, 'key'), ...fields })
}

describe('reporting', () => {
  it('is offered on what others wrote, not on one’s own, a Guide’s, or what is gone', async () => {
    const own = community.member('Slow River')
    const comment = community.answer(own.viewer, post.id, 'Mine is the lamp on the stairs.')
    const guide = community.answer(own.viewer, post.id, 'Good to read you.', { author: { pseudonym: 'Wall Guide Robin', staff: true, mine: false } })
    const gone = community.answer(own.viewer, post.id, 'Sharper than needed.', { state: 'removed' })
    const links = (text: string) => [...text.matchAll(/href="\/report\/([^"]+)"/g)].map((match) => match[1])
    expect(links((await reader.get(`/threads/${post.id}`)).text)).toEqual([post.id, comment.id])
    expect(links((await person(app, own.cookie).get(`/threads/${post.id}`)).text)).toEqual([post.id])
    for (const [id, why] of [[guide.id, 'guide'], [gone.id, 'removed']] as const) {
      const page = await reader.get(`/report/${id}`)
      expect(page.text).toContain(words.report.whyNot[why])
      expect(page.text).not.toContain('name="reason"')
    }
    expect((await person(app, own.cookie).get(`/report/${comment.id}`)).text).toContain(words.report.whyNot.own)
  })

  it('says who sees it and what happens, takes a reason and words, and shows what became of it', async () => {
    const page = (await reader.get(`/report/${post.id}`)).text
    for (const line of words.report.then) expect(page).toContain(line)
    for (const reason of reportReasons) expect(page).toContain(`value="${reason}"`)
    const answer = await send(reader, `/report/${post.id}`, { reason: 'worried', text: 'They sound so alone.' })
    expect([answer.status, answer.location]).toEqual([303, '/mine/reports?sent=now'])
    expect(community.reports).toMatchObject([{ reason: 'worried', words: 'They sound so alone.', post: post.id }])
    const mine = (await reader.get(answer.location)).text
    expect(mine).toContain(words.reports.sent)
    expect(mine).toContain(words.reports.states.reading.name)
    expect(mine).toContain(`href="/threads/${post.id}"`)
    expect((await reader.get('/mine')).text).toContain('href="/mine/reports"')
    expect((await reader.get(`/report/${post.id}`)).text).toContain(words.report.whyNot.reported)
    for (const status of ['changed', 'left'] as const) {
      for (const report of community.reports) report.status = status
      expect((await reader.get('/mine/reports')).text).toContain(words.reports.states[status].name)
    }
    expect((await person(app, community.member('Slow River').cookie).get('/mine/reports')).text).toContain(words.reports.empty)
  })

  it('comes back beside the field with everything that was written', async () => {
    const refused = await send(reader, `/report/${post.id}`, { text: 'Words to keep.' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(words.report.reasonMissing)
    expect(refused.text).toContain('Words to keep.')
    const long = await send(reader, `/report/${post.id}`, { reason: 'spam', text: 'x'.repeat(2_001) })
    expect(long.status).toBe(422)
    expect(long.text).toContain(words.report.wordsLong(2_001, 2_000))
    expect(long.text).toMatch(/value="spam" checked|checked=""[^>]*value="spam"|value="spam"[^>]*checked/)
    const stale = await reader.post(`/report/${post.id}`, { token: 'old', reason: 'spam', text: 'Words to keep.' })
    expect(stale.status).toBe(403)
    expect(stale.text).toContain('Words to keep.')
    expect(community.reports).toEqual([])
    expect((await reader.get('/report/no-such-post')).status).toBe(404)
  })

  it('keeps the words of somebody who was signed out meanwhile, and leads a stranger to the door', async () => {
    const lost = await person(app).post(`/report/${post.id}`, { reason: 'spam', text: 'Words to keep.' })
    expect(lost.status).toBe(401)
    expect(lost.text).toContain('Words to keep.')
    expect((await person(app).get(`/report/${post.id}`)).status).toBe(303)
  })

  it('does not show what stands behind a content note', async () => {
    const author = community.member('Slow River').viewer
    const noted = community.seed(author, 'everyday', 'Autumn', 'It comes round every year.', { contentNote: 'Loss of a parent' })
    const page = (await reader.get(`/report/${noted.id}`)).text
    expect(page).toContain('Loss of a parent')
    expect(page).not.toContain('It comes round every year.')
  })
})

describe('asking a Guide', () => {
  it('sends a message, shows the conversation newest first, and is honest about the line', async () => {
    const other = community.member('Slow River')
    await community.ask(other.viewer, { text: 'I was here before.', key: 'k' })
    expect((await reader.get('/messages')).text).toContain(words.ask.waitingNow(1))
    const answer = await send(reader, '/messages', { text: 'Can somebody tell me what to do?' })
    expect([answer.status, answer.location]).toEqual([303, '/messages?sent=yes'])
    const page = (await reader.get(answer.location)).text
    for (const part of [words.ask.sent, 'Can somebody tell me what to do?', words.ask.waiting, words.ask.beforeYou(1), words.ask.guideSeen, words.ask.noPromise]) expect(page).toContain(part)
    expect(page).not.toContain('I was here before.')
    const me = await community.viewer(new Headers({ cookie: reader.cookie }))
    if (!me) throw new Error('not signed in')
    community.write(me, { body: 'I am here now.' })
    const after = (await reader.get('/messages')).text
    expect(after.indexOf('I am here now.')).toBeLessThan(after.indexOf('Can somebody tell me'))
    community.guideSeen = false
    expect((await reader.get('/messages')).text).toContain(words.ask.noGuideSeen)
  })

  it('is open to a member who may not post, and to one who has not read the new rules yet', async () => {
    const paused = person(app, community.member('Long Hill', { restrictedUntil: new Date(Date.now() + 86_400_000).toISOString(), restrictedRule: 'kind' }).cookie)
    expect((await send(paused, '/messages', { text: 'What did I do?' })).status).toBe(303)
    const form = (await reader.get('/messages')).text
    const me = await community.viewer(new Headers({ cookie: reader.cookie }))
    if (!me) throw new Error('not signed in')
    community.change(me, { rulesVersion: '2020-01' })
    expect((await reader.post('/messages', { token: hidden(form, 'token'), key: hidden(form, 'key'), text: 'Please.' })).status).toBe(303)
  })

  it('keeps every word when it cannot be sent', async () => {
    expect((await send(reader, '/messages', { text: ' ' })).text).toContain(words.write.textMissing)
    const stale = await reader.post('/messages', { token: 'old', key: 'k', text: 'Words to keep.' })
    expect([stale.status, stale.text.includes('Words to keep.')]).toEqual([403, true])
    const lost = await person(app).post('/messages', { text: 'Words to keep.' })
    expect([lost.status, lost.text.includes('Words to keep.')]).toEqual([401, true])
    community.ask = () => Promise.reject(new Error('no space left'))
    const broken = await send(reader, '/messages', { text: 'Words to keep.' })
    expect([broken.status, broken.text.includes('Words to keep.')]).toEqual([503, true])
    community.ask = async () => ({ ok: false, field: null, code: 'too_many', message: 'Please wait a minute.', retryAfterMs: 60_000 })
    const slow = await send(reader, '/messages', { text: 'Words to keep.' })
    expect([slow.status, slow.headers['retry-after'], slow.text.includes('Words to keep.')]).toEqual([429, '60', true])
  })
})
