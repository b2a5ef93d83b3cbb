import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import { maxPostLength } from '#contract/community'
import type { Viewer } from '#contract/community'
import { formKey } from '../../support/api'
import { aDecision, itemOf, makeAccessCode, makeDesk, makeMember, until, write } from '../../support/people'
import type { Fixture } from './fixture'

const cookiesOf = (setCookie: string[]): Headers => new Headers({ cookie: setCookie.map((line) => line.split(';', 1)[0]).join('; ') })

export function communitySuite(fixture: Fixture): void {
  const joinAs = async (pseudonym: string, over: Partial<{ passphrase: string; code: string; over16: boolean; country: string }> = {}) => {
    const { api } = fixture
    const code = 'TEST-CODE'
    await makeAccessCode(api, code).catch(() => undefined)
    return api.service.join({ code, pseudonym, passphrase: 'four words in a row', over16: true, rulesVersion: '2026-11', country: 'GB', ...over }, '198.51.100.7')
  }

  describe('joining', () => {
    it('makes a member, signs in, and knows them by their cookie', async () => {
      const { api } = fixture
      const joined = await joinAs('quiet-otter-11')
      if (!joined.ok) throw new Error(joined.message)
      expect(joined.setCookie.join()).toMatch(/HttpOnly/i)
      expect(joined.setCookie.join()).toMatch(/SameSite=Lax/i)
      const viewer = await api.service.viewer(cookiesOf(joined.setCookie))
      expect(viewer).toMatchObject({ pseudonym: 'quiet-otter-11', country: 'GB', rulesVersion: '2026-11', restrictedUntil: null })
      await api.service.signOut(cookiesOf(joined.setCookie))
      expect(await api.service.viewer(cookiesOf(joined.setCookie))).toBeNull()
      const again = await api.service.signIn({ pseudonym: 'Quiet-Otter-11', passphrase: 'four words in a row' }, '198.51.100.7')
      if (!again.ok) throw new Error(again.message)
      expect(await api.service.viewer(cookiesOf(again.setCookie))).toMatchObject({ pseudonym: 'quiet-otter-11' })
    })

    it('refuses, beside the field concerned, what would lead to a person or cannot be used', async () => {
      await joinAs('mossy-kite-20')
      const cases: [string, Parameters<typeof joinAs>[1], string, string][] = [
        ['anna@example.org', {}, 'pseudonym', 'contact'],
        ['robin07700900123', {}, 'pseudonym', 'digits'],
        ['Anna Example', {}, 'pseudonym', 'full_name'],
        ['Wall Guide Sam', {}, 'pseudonym', 'staff'],
        ['Mossy_Kite 20', {}, 'pseudonym', 'taken'],
        ['calm-fern-1', { passphrase: 'short' }, 'passphrase', 'too_short'],
        ['calm-fern-2', { code: 'NOT-KNOWN' }, 'code', 'unknown_code'],
        ['calm-fern-3', { over16: false }, 'over16', 'too_young'],
      ]
      for (const [pseudonym, over, field, code] of cases) expect([pseudonym, await joinAs(pseudonym, over)]).toMatchObject([pseudonym, { ok: false, field, code }])
    })

    it('gives a name to exactly one of two who choose it at once', async () => {
      const results = await Promise.all([joinAs('amber-tide-77'), joinAs('Amber tide 77')])
      expect(results.filter((result) => result.ok)).toHaveLength(1)
      expect(results.find((result) => !result.ok)).toMatchObject({ code: 'taken' })
    })

    it('suggests a pseudonym that passes its own rules', async () => {
      const suggestion = await fixture.api.service.suggestPseudonym()
      expect(await joinAs(suggestion)).toMatchObject({ ok: true })
    })
  })

  describe('writing', () => {
    it('makes one post of the same form sent twice, also at once', async () => {
      const { api } = fixture
      const member = await makeMember(api)
      const form = { topic: 'general', title: 'Once', text: 'Only once.', intent: null, key: formKey() }
      const results = await Promise.all([api.service.post(member, form), api.service.post(member, form)])
      const third = await api.service.post(member, form)
      const ids = [...results, third].map((result) => (result.ok ? result.post.id : result.code))
      expect(new Set(ids).size).toBe(1)
      expect((await api.service.myPosts(member, null)).posts).toHaveLength(1)
    })

    it('takes 20,000 characters and says of 200,000 that nothing was posted', async () => {
      const { api } = fixture
      const member = await makeMember(api)
      const form = (length: number) => ({ topic: 'general', title: '', text: 'a'.repeat(length), intent: null, key: formKey() })
      expect(await api.service.post(member, form(maxPostLength))).toMatchObject({ ok: true })
      const refused = await api.service.post(member, form(200_000))
      expect(refused).toMatchObject({ ok: false, field: 'text', code: 'too_long' })
      expect(!refused.ok && refused.message).toMatch(/180,000 characters longer.*Nothing was posted/)
      expect((await api.service.myPosts(member, null)).posts).toHaveLength(1)
    })

    it('keeps any letters there are, without control characters that cannot be stored', async () => {
      const { api } = fixture
      const member = await makeMember(api)
      const text = 'مرحبا 👩‍👩‍👧 \u0000\ud800 ligne\r\nzwei'
      await write(api, member, text)
      expect((await api.service.myPosts(member, null)).posts[0]?.text).toBe('مرحبا 👩‍👩‍👧 \ufffd ligne\nzwei')
    })

    it('refuses a topic, a thread or a form that does not exist', async () => {
      const { api } = fixture
      const member = await makeMember(api)
      expect(await api.service.post(member, { topic: 'nowhere', title: '', text: 'x', intent: null, key: formKey() })).toMatchObject({ field: 'topic' })
      expect(await api.service.comment(member, { thread: uuidv7() as never, text: 'x', key: formKey() })).toMatchObject({ code: 'thread_gone' })
      expect(await api.service.post(member, { topic: 'general', title: '', text: 'x', intent: null, key: '' })).toMatchObject({ code: 'no_key' })
      expect(await api.service.post(member, { topic: 'general', title: '', text: ' \n ', intent: null, key: formKey() })).toMatchObject({ field: 'text', code: 'empty' })
    })
  })

  describe('honest states', () => {
    const stateFor = async (viewer: Viewer, post: string): Promise<string | null> =>
      (await fixture.api.service.thread(viewer, post as never, 1))?.first.state ?? null

    it('shows possible risk to everybody and tells its author alone that a Guide reads it', async () => {
      const { api } = fixture
      const [author, other] = [await makeMember(api), await makeMember(api)]
      const { post } = await write(api, author, '#red')
      expect(await stateFor(author, post)).toBe('reading')
      expect(await stateFor(other, post)).toBe('live')
    })

    it('holds back what could hurt others, shows it to its author with the reason, and frees it on a Guide’s word', async () => {
      const { api } = fixture
      const [author, other, desk] = [await makeMember(api), await makeMember(api), await makeDesk(api)]
      const { post, item } = await write(api, author, '#amber #hate')
      expect(await stateFor(other, post)).toBeNull()
      expect((await api.service.thread(author, post, 1))?.first).toMatchObject({ state: 'held', why: { reason: 'unkind' } })
      expect((await api.service.threads(other, 'general', null))?.posts.map((view) => view.id)).not.toContain(post)
      await desk.decide(aDecision(item))
      expect(await stateFor(other, post)).toBe('live')
      expect((await api.service.thread(author, post, 1))?.first.why).toBeNull()
    })

    it('replaces redacted words for readers and keeps them for staff', async () => {
      const { api } = fixture
      const [author, desk] = [await makeMember(api), await makeDesk(api)]
      const { post, item } = await write(api, author, 'Call Sam at home')
      await desk.decide(aDecision(item, { verdict: 'redact', spans: [{ start: 5, end: 8, kind: 'identity' }] }, 'identifying-detail'))
      expect((await api.service.thread(await makeMember(api), post, 1))?.first).toMatchObject({ state: 'changed', text: 'Call [name or contact taken out by a Guide] at home' })
      const { body } = await desk.get('/v1/sync/snapshot?limit=500')
      expect(JSON.stringify(body)).toContain('Call Sam at home')
    })

    it('adds a Guide’s reply to the thread, a message to the author, a note before the text', async () => {
      const { api } = fixture
      const [author, desk] = [await makeMember(api), await makeDesk(api, { name: 'reply-robin' })]
      const replied = await write(api, author, '#amber One')
      await desk.decide(aDecision(replied.item, { verdict: 'support_reply', body: 'Glad you wrote.' }, 'support'))
      const seen = await api.service.thread(author, replied.post, 1)
      expect(seen?.first.state).toBe('live')
      expect(seen?.comments[0]).toMatchObject({ text: 'Glad you wrote.', author: { pseudonym: 'Wall Guide reply-robin', staff: true, mine: false } })

      const written = await write(api, author, '#amber Two')
      await desk.decide(aDecision(written.item, { verdict: 'signpost', body: 'There is a course.', services: ['demo-quiet-mind'] }, 'support'))
      expect(await api.service.unreadMessages(author)).toBe(1)
      expect(await api.service.messages(author)).toMatchObject([{ body: 'There is a course.', from: 'Wall Guide reply-robin', fromStaff: true, about: written.post, readAt: null, services: [{ id: 'demo-quiet-mind', phones: [{ number: '01632 960151' }], hours: 'Monday to Friday, 08:30 to 16:30 (London time)' }] }])
      await api.service.markMessagesRead(author)
      expect(await api.service.unreadMessages(author)).toBe(0)

      const noted = await write(api, author, '#amber Three')
      await desk.decide(aDecision(noted.item, { verdict: 'content_note', contentNote: 'About loss' }, 'support'))
      expect((await api.service.thread(author, noted.post, 1))?.first).toMatchObject({ state: 'changed', contentNote: 'About loss' })
    })

    it('says that a post is still being read while a Lead is asked', async () => {
      const { api } = fixture
      const [author, guide, lead] = [await makeMember(api), await makeDesk(api), await makeDesk(api, { role: 'lead' })]
      const { post, item } = await write(api, author, 'Fine')
      expect(await stateFor(author, post)).toBe('live')
      await guide.decide(aDecision(item, { verdict: 'ask_lead', question: 'Second look?' }, 'needs-second-look'))
      expect(await stateFor(author, post)).toBe('reading')
      await lead.decide(aDecision(await itemOf(api, post)))
      expect(await stateFor(author, post)).toBe('live')
    })

    it('tells the author’s open page when something changed', async () => {
      const { api } = fixture
      const [author, other, desk] = [await makeMember(api), await makeMember(api), await makeDesk(api)]
      const { post, item } = await write(api, author, '#amber')
      const hints: { thread: string | null; message: boolean }[] = []
      const foreign: typeof hints = []
      const stops = [api.service.onChange(author, (hint) => hints.push(hint)), api.service.onChange(other, (hint) => foreign.push(hint))]
      await desk.decide(aDecision(item, { verdict: 'message', body: 'A word for you.' }, 'support'))
      await until('both hints', () => hints.some((hint) => hint.message) && hints.some((hint) => hint.thread === post))
      expect(foreign.some((hint) => hint.message)).toBe(false)
      for (const stop of stops) stop()
    })

    it('pages through threads and comments', async () => {
      const { api } = fixture
      const author = await makeMember(api)
      const { post } = await write(api, author, 'Long thread')
      for (let i = 0; i < 52; i++) await write(api, await makeMember(api), `Answer ${i}`, post)
      const first = await api.service.thread(author, post, 1)
      const last = await api.service.thread(author, post, 99)
      expect([first?.comments.length, first?.pages, last?.comments.length, last?.page]).toEqual([50, 2, 2, 2])
      expect(last?.comments.at(-1)?.text).toBe('Answer 51')
      for (let i = 0; i < 22; i++) await write(api, await makeMember(api), `Topic ${i}`)
      const page = await api.service.threads(author, 'general', null)
      const next = await api.service.threads(author, 'general', page?.next ?? '')
      expect(page?.posts).toHaveLength(20)
      expect(next?.posts.length).toBeGreaterThan(2)
      const ids = [...(page?.posts ?? []), ...(next?.posts ?? [])].map((view) => view.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(await api.service.threads(author, 'general', 'nonsense')).toBeNull()
      expect(await api.service.threads(author, 'nowhere', null)).toBeNull()
    })
  })
}
