import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import type { Viewer } from '#contract/community'
import type { PostId } from '#contract/ids'
import type { Decision, ReviewItem } from '#contract/review'
import type { QueueTop } from '#contract/sync'
import { statement } from '../../../../src/api/db/sql'
import { raiseAssessment } from '../../../../src/api/review/assessment'
import { watchNewcomers } from '../../../../src/api/review/watch-newcomers'
import { formKey } from '../../support/api'
import { aDecision, fullItem, itemOf, makeDesk, makeMember, until, write, type Desk } from '../../support/people'
import type { Fixture } from './fixture'

const minute = 60_000
const hour = 60 * minute
const clinical = { concern: 'c', risk: 'r', action: 'a', justification: 'j' }

const itemsOfPost = statement<{ id: string; kind: string; status: string }>('test_kinds_items', 'select id, kind, status from item where post_id = $1 order by queued_at, id')
const itemsOfMember = statement<{ id: string; kind: string; status: string }>('test_kinds_member', 'select id, kind, status from item where author_id = $1 order by queued_at, id')
const restrict = statement('test_kinds_restrict', `update member set restricted_until = $2, restricted_rule = 'kind' where id = $1`)
const setJoined = statement('test_kinds_joined', `update member set source = 'import' where id = $1`)
const seen = statement('test_kinds_seen', 'update device set last_seen = $2 where id = $1')
const closeOpen = statement('test_kinds_close', `update item set status = 'withdrawn' where status = 'open' and kind = 'ask'`)

export function kindsSuite(fixture: Fixture): void {
  const full = async (desk: Desk, id: string): Promise<ReviewItem> => {
    const item = await fullItem(desk, id)
    if (!item) throw new Error('The item is not in the log')
    return item
  }
  const only = async (post: string, kind: string): Promise<string[]> => (await fixture.api.database.query(itemsOfPost, [post])).filter((row) => row.kind === kind).map((row) => row.id)
  const report = (by: Viewer, post: PostId, reason = 'unkind', words = '') => fixture.api.service.report(by, { post, reason, words })
  const statusOf = async (by: Viewer) => (await fixture.api.service.myReports(by)).map((one) => one.status)

  describe('a report', () => {
    it('puts one item into the queue, with the words and the text as it stood, due within the hour, and never by whom', async () => {
      const { api } = fixture
      const [author, reporter, desk] = [await makeMember(api), await makeMember(api), await makeDesk(api)]
      const { post } = await write(api, author, 'You are all useless.')
      expect(await report(reporter, post, 'unkind', 'It made my evening worse.')).toEqual({ ok: true, already: false })
      const [id = ''] = await only(post, 'report')
      const item = await full(desk, id)
      expect(item).toMatchObject({
        kind: 'report',
        status: 'open',
        audience: 'guide',
        origin: null,
        author: { id: author.id },
        about: { of: 'report', reason: 'unkind', words: 'It made my evening worse.', snapshot: 'A title\nYou are all useless.', count: 1 },
      })
      expect(JSON.stringify(item)).not.toContain(reporter.id)
      expect(JSON.stringify(item)).not.toContain(reporter.pseudonym)
      expect(await statusOf(reporter)).toEqual(['reading'])
      expect(await statusOf(author)).toEqual([])
    })

    it('joins the open item when others report the same, also at once, and the same member counts once', async () => {
      const { api } = fixture
      const [author, desk] = [await makeMember(api), await makeDesk(api)]
      const reporters = await Promise.all(Array.from({ length: 5 }, () => makeMember(api)))
      const { post } = await write(api, author)
      const answers = await Promise.all([...reporters, reporters[0] as Viewer].map((by, i) => report(by, post, i === 0 ? 'spam' : 'worried', `words ${i}`)))
      expect(answers.every((answer) => answer.ok)).toBe(true)
      const ids = await only(post, 'report')
      expect(ids).toHaveLength(1)
      const item = await full(desk, ids[0] ?? '')
      expect(item.about).toMatchObject({ of: 'report', count: 5 })
      expect(item.about?.of === 'report' && item.about.more).toHaveLength(4)
      expect(await report(reporters[1] as Viewer, post)).toEqual({ ok: true, already: true })
      for (const by of reporters) expect(await statusOf(by)).toEqual(['reading'])
    })

    it('makes a decision stale that did not know of a later report', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const { post } = await write(api, await makeMember(api))
      await report(await makeMember(api), post)
      const [id = ''] = await only(post, 'report')
      const seen = await full(desk, id)
      await report(await makeMember(api), post, 'identity', 'It names a street.')
      expect(await desk.decide(aDecision(seen))).toMatchObject({ kind: 'stale' })
      expect(await desk.decide(aDecision(await full(desk, id)))).toMatchObject({ kind: 'applied' })
    })

    it('is told as left or changed when it was decided, live, and as being read while anybody still looks', async () => {
      const { api } = fixture
      const [desk, lead] = [await makeDesk(api), await makeDesk(api, { role: 'lead' })]
      const reporter = await makeMember(api)
      const [left, changed, asked] = await Promise.all(['One', 'Two with a street', 'Three'].map(async (text) => (await write(api, await makeMember(api), text)).post))
      if (!left || !changed || !asked) throw new Error('posts are missing')
      for (const post of [left, changed, asked]) await report(reporter, post)
      const itemFor = async (post: string) => full(desk, (await only(post, 'report'))[0] ?? '')
      const hints: unknown[] = []
      const stop = api.service.onChange(reporter, (hint) => hints.push(hint.thread))
      await desk.decide(aDecision(await itemFor(left)))
      await until('the hint', () => hints.includes(left))
      stop()
      expect(await desk.decide(aDecision(await itemFor(changed), { verdict: 'redact', spans: [{ start: 4, end: 17, kind: 'identity' }] }, 'identifying-detail'))).toMatchObject({ kind: 'applied' })
      expect(await desk.decide(aDecision(await itemFor(asked), { verdict: 'ask_lead', question: 'Is this teasing?' }, 'needs-second-look'))).toMatchObject({ kind: 'applied' })
      expect(await statusOf(reporter)).toEqual(['reading', 'changed', 'left'])
      const question = await full(lead, (await itemOf(api, asked)).id)
      expect(question).toMatchObject({ kind: 'question', about: { of: 'report' } })
      expect(await lead.decide(aDecision(question))).toMatchObject({ kind: 'applied' })
      expect(await statusOf(reporter)).toEqual(['left', 'changed', 'left'])
    })

    it('left as it is does not show what the post’s own item still holds back', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const author = await makeMember(api)
      const { post, item } = await write(api, author)
      await report(await makeMember(api), post)
      await desk.decide(aDecision(item, { verdict: 'hide' }, 'unkind', 'Insults.'))
      const [id = ''] = await only(post, 'report')
      expect(await desk.decide(aDecision(await full(desk, id)))).toMatchObject({ kind: 'applied' })
      expect((await api.service.myPosts(author, null)).posts[0]?.state).toBe('held')
    })

    it('is kindly refused for an own post, a Guide’s, one that is gone, and without a reason', async () => {
      const { api } = fixture
      const [author, other] = [await makeMember(api), await makeMember(api)]
      const [desk, lead] = [await makeDesk(api), await makeDesk(api, { role: 'lead' })]
      const { post, item } = await write(api, author)
      expect(await report(author, post)).toMatchObject({ ok: false, code: 'own' })
      expect(await report(other, post, 'no-such-reason')).toMatchObject({ ok: false, field: 'reason' })
      expect(await report(other, post, 'spam', 'x'.repeat(2_001))).toMatchObject({ ok: false, field: 'words' })
      expect(await report(other, uuidv7() as PostId)).toMatchObject({ ok: false, code: 'gone' })
      await desk.decide(aDecision(item, { verdict: 'support_reply', body: 'Welcome.' }, 'support'))
      const thread = await api.service.thread(other, post, 1)
      expect(await report(other, thread?.comments[0]?.id ?? post)).toMatchObject({ ok: false, code: 'guide' })
      const second = await write(api, author)
      await lead.decide(aDecision(second.item, { verdict: 'remove', rule: 'kind' }, 'unkind', 'Insults.'))
      expect(await report(other, second.post)).toMatchObject({ ok: false, code: 'removed' })
      const third = await write(api, author, 'Write to me on 07700 900123 #encouraging-harm')
      expect(await report(other, third.post)).toMatchObject({ ok: false, code: 'gone' })
    })

    it('has a limit for each member', async () => {
      const { api } = fixture
      const [author, eager] = [await makeMember(api), await makeMember(api)]
      const posts = []
      for (let i = 0; i < 21; i++) posts.push((await write(api, author, `Post ${i}`)).post)
      const answers = []
      for (const post of posts) answers.push(await report(eager, post))
      expect(answers.filter((answer) => answer.ok)).toHaveLength(20)
      expect(answers.at(-1)).toMatchObject({ ok: false, code: 'too_many' })
      expect(await report(await makeMember(api), posts[20] as PostId)).toMatchObject({ ok: true })
    })
  })

  describe('Ask a Wall Guide', () => {
    const ask = (viewer: Viewer, text: string, key = formKey()) => fixture.api.service.ask(viewer, { text, key })
    const askOf = async (viewer: Viewer) => (await fixture.api.database.query(itemsOfMember, [viewer.id])).filter((row) => row.kind === 'ask')

    it('is scored and queued like a post, and answered with a message that stands in the conversation', async () => {
      const { api } = fixture
      const [member, desk] = [await makeMember(api), await makeDesk(api, { name: 'answers' })]
      const key = formKey()
      expect(await ask(member, 'I do not know whom to tell. #red', key)).toMatchObject({ ok: true })
      expect(await ask(member, 'I do not know whom to tell. #red', key)).toMatchObject({ ok: true })
      const rows = await askOf(member)
      expect(rows).toHaveLength(1)
      const item = await full(desk, rows[0]?.id ?? '')
      expect(item).toMatchObject({ kind: 'ask', intake: { level: 'red' }, post: { kind: 'message', topic: { name: 'Ask a Wall Guide' } } })
      expect(item.allowed).toEqual(['no_action', 'message', 'signpost', 'watch', 'ask_lead', 'propose_restriction', 'escalate', 'hand_on'])
      expect((await api.service.messages(member))[0]).toMatchObject({ fromStaff: false, body: expect.stringContaining('whom to tell') as string, own: { waiting: true } })
      const hints: boolean[] = []
      const stop = api.service.onChange(member, (hint) => hints.push(hint.message))
      expect(await desk.decide(aDecision(item, { verdict: 'message', body: 'You can tell me.' }, 'support'))).toMatchObject({ kind: 'applied' })
      await until('the hint', () => hints.includes(true))
      stop()
      const [answer, own] = await api.service.messages(member)
      expect(answer).toMatchObject({ from: 'Wall Guide answers', fromStaff: true, body: 'You can tell me.', about: null })
      expect(own).toMatchObject({ own: { waiting: false } })
      expect(await api.service.unreadMessages(member)).toBe(1)
      await ask(member, 'Thank you.')
      const [, second] = await askOf(member)
      expect((await full(desk, second?.id ?? '')).post.thread).toBe(item.post.thread)
    })

    it('never shows to anybody else: no list, no thread, no own posts, no topic, no hint, no report', async () => {
      const { api } = fixture
      const [member, other] = [await makeMember(api), await makeMember(api)]
      const hints: unknown[] = []
      const stop = api.service.onChange(other, (hint) => hints.push(hint))
      await ask(member, 'Only for the Guides, needle-in-hay.')
      const [row] = await askOf(member)
      const desk = await makeDesk(api)
      const item = await full(desk, row?.id ?? '')
      await desk.decide(aDecision(item))
      const { post } = await write(api, member, 'A sign that hints have arrived.')
      await until('a hint of the later post', () => hints.some((hint) => (hint as { thread: string }).thread === post))
      stop()
      expect(hints).not.toContainEqual(expect.objectContaining({ thread: item.post.id }))
      expect(hints).not.toContainEqual(expect.objectContaining({ message: true }))
      for (const viewer of [member, other]) {
        expect(await api.service.thread(viewer, item.post.id, 1)).toBeNull()
        expect(JSON.stringify(await api.service.myPosts(viewer, null))).not.toContain('needle-in-hay')
        expect(await api.service.threads(viewer, 'guides.ask', null)).toBeNull()
        expect(await report(viewer, item.post.id)).toMatchObject({ ok: false, code: 'gone' })
        expect(await api.service.comment(viewer, { thread: item.post.id, text: 'Hello', key: formKey() })).toMatchObject({ ok: false })
        expect(await api.service.post(viewer, { topic: 'guides.ask', title: '', text: 'Hello', intent: null, key: formKey() })).toMatchObject({ ok: false, field: 'topic' })
      }
      expect((await api.service.topics()).map((topic) => topic.slug)).toEqual(['general'])
      expect(await api.service.messages(other)).toEqual([])
    })

    it('takes only what makes sense for words that nobody else sees, also further up', async () => {
      const { api } = fixture
      const [member, desk, lead] = [await makeMember(api), await makeDesk(api), await makeDesk(api, { role: 'lead' })]
      await ask(member, 'A question.')
      const [row] = await askOf(member)
      const item = await full(desk, row?.id ?? '')
      for (const action of [{ verdict: 'hide' }, { verdict: 'support_reply', body: 'In public.' }, { verdict: 'content_note', contentNote: 'n' }] as const)
        expect(await desk.decide(aDecision(item, action, 'support', 'A note.'))).toMatchObject({ kind: 'rejected', code: 'not_allowed' })
      await desk.decide(aDecision(item, { verdict: 'ask_lead', question: 'How would you put it?' }, 'needs-second-look'))
      const question = await full(lead, (await itemOf(api, item.post.id)).id)
      expect(question.allowed).toEqual(['no_action', 'message', 'signpost', 'watch', 'propose_restriction', 'escalate', 'hand_on'])
      expect((await api.service.messages(member))[0]).toMatchObject({ own: { waiting: true } })
      expect(await api.service.asking(member)).toMatchObject({ waiting: true, before: 0 })
      await lead.decide(aDecision(question, { verdict: 'message', body: 'Like this.' }, 'support'))
      expect(await api.service.asking(member)).toMatchObject({ waiting: false })
    })

    it('is open to a member who may not post', async () => {
      const { api, clock } = fixture
      const member = await makeMember(api)
      const restrictedUntil = new Date(clock.now().getTime() + hour)
      await api.database.query(restrict, [member.id, restrictedUntil])
      const restricted = { ...member, restrictedUntil: restrictedUntil.toISOString() }
      expect(await api.service.post(restricted, { topic: 'general', title: '', text: 'Hello', intent: null, key: formKey() })).toMatchObject({ code: 'restricted' })
      expect(await ask(restricted, 'What did I do?')).toMatchObject({ ok: true })
    })

    it('says honestly who stands before, each member once, the more urgent first, and whether a Guide was seen', async () => {
      const { api, clock } = fixture
      await api.database.query(closeOpen)
      const [a, b, c] = [await makeMember(api), await makeMember(api), await makeMember(api)]
      await ask(a, 'First.')
      await ask(a, 'And one more thing.')
      clock.add(minute)
      await ask(b, 'Second.')
      expect(await api.service.asking(b)).toMatchObject({ waiting: true, before: 1 })
      expect(await api.service.asking(c)).toMatchObject({ waiting: false, before: 2 })
      clock.add(minute)
      await ask(c, 'Please. #crisis')
      expect(await api.service.asking(c)).toMatchObject({ waiting: true, before: 0 })
      expect(await api.service.asking(a)).toMatchObject({ waiting: true, before: 1 })
      const desk = await makeDesk(api)
      const [row] = await askOf(b)
      await desk.decide(aDecision(await full(desk, row?.id ?? '')))
      expect(await api.service.asking(b)).toMatchObject({ waiting: false, guideSeen: true })
      clock.add(50 * 24 * hour)
      expect((await api.service.asking(b)).guideSeen).toBe(false)
      await api.database.query(seen, [desk.device, clock.now()])
      clock.add(29 * minute)
      expect((await api.service.asking(b)).guideSeen).toBe(true)
      clock.add(2 * minute)
      expect((await api.service.asking(b)).guideSeen).toBe(false)
    })

    it('refuses an empty text and too many in an hour, and keeps nothing of them', async () => {
      const { api } = fixture
      const member = await makeMember(api)
      expect(await ask(member, ' \n ')).toMatchObject({ ok: false, field: 'text' })
      const answers = []
      for (let i = 0; i < 31; i++) answers.push(await ask(member, `Message ${i}`))
      expect(answers.filter((answer) => answer.ok)).toHaveLength(30)
      expect(answers.at(-1)).toMatchObject({ ok: false, code: 'too_many' })
      expect(await askOf(member)).toHaveLength(30)
    })
  })

  describe('the newcomer radar', () => {
    const newcomer = async (viewer: Viewer) => (await fixture.api.database.query(itemsOfMember, [viewer.id])).filter((row) => row.kind === 'newcomer')

    it('raises a first post that nobody has answered for two hours, once, and not by two API processes at once', async () => {
      const { api, clock } = fixture
      // One look raises fifty at most, the longest waiting first: whoever the tests before this one left unanswered comes before.
      clock.add(2 * hour)
      while ((await watchNewcomers(api.database, clock.now())).raised > 0);
      const [member, desk] = [await makeMember(api), await makeDesk(api)]
      await write(api, member, 'Hello, I am new.')
      clock.add(2 * hour - minute)
      await watchNewcomers(api.database, clock.now())
      expect(await newcomer(member)).toEqual([])
      await write(api, member, 'A second post is no first post.')
      clock.add(2 * minute)
      await Promise.all([watchNewcomers(api.database, clock.now()), watchNewcomers(api.database, clock.now())])
      // The API's own look, once a minute, may be the one of the three that raises it: it is committed a moment later.
      const [row, ...others] = await until('the newcomer is raised', async () => {
        const rows = await newcomer(member)
        return rows.length > 0 && rows
      })
      expect(others).toEqual([])
      const item = await full(desk, row?.id ?? '')
      expect(item).toMatchObject({ kind: 'newcomer', status: 'open', about: { of: 'newcomer' }, post: { text: 'Hello, I am new.' } })
      expect(item.allowed).toEqual(['no_action', 'support_reply', 'message', 'signpost', 'watch', 'ask_lead', 'escalate', 'hand_on'])
      expect(await desk.decide(aDecision(item, { verdict: 'support_reply', body: 'Welcome.' }, 'support'))).toMatchObject({ kind: 'applied' })
      await watchNewcomers(api.database, clock.now())
      expect(await newcomer(member)).toHaveLength(1)
    })

    it('says nothing of somebody who was answered, who only answered themselves, or who came with an old forum', async () => {
      const { api, clock } = fixture
      const [answered, alone, old] = [await makeMember(api), await makeMember(api), await makeMember(api)]
      await api.database.query(setJoined, [old.id])
      const [first, second] = [await write(api, answered, 'One'), await write(api, alone, 'Two')]
      await write(api, old, 'Three')
      await write(api, await makeMember(api), 'Welcome.', first.post)
      await write(api, alone, 'Anybody?', second.post)
      clock.add(3 * hour)
      await watchNewcomers(api.database, clock.now())
      expect([await newcomer(answered), await newcomer(old)]).toEqual([[], []])
      expect(await newcomer(alone)).toHaveLength(1)
    })

    it('withdraws the item when somebody answers, but not from under a Guide who has it', async () => {
      const { api, clock } = fixture
      const [member, desk] = [await makeMember(api), await makeDesk(api)]
      const { post } = await write(api, member, 'Hello.')
      clock.add(3 * hour)
      await watchNewcomers(api.database, clock.now())
      const [row] = await newcomer(member)
      const before = await full(desk, row?.id ?? '')
      await desk.claim(before.id)
      await write(api, await makeMember(api), 'Hello you.', post)
      await watchNewcomers(api.database, clock.now())
      expect((await full(desk, before.id)).status).toBe('open')
      clock.add(11 * minute)
      await watchNewcomers(api.database, clock.now())
      const after = await full(desk, before.id)
      expect(after).toMatchObject({ status: 'withdrawn', version: before.version + 1, allowed: [], lease: null })
      expect(await desk.decide(aDecision(before))).toEqual({ kind: 'gone' })
      await watchNewcomers(api.database, clock.now())
      expect(await newcomer(member)).toHaveLength(1)
    })
  })

  describe('a promise', () => {
    it('becomes work for whoever made it in the same transaction, is nobody’s before its time, and is closed when it was kept', async () => {
      const { api, clock } = fixture
      const [desk, member] = [await makeDesk(api, { name: 'promiser' }), await makeMember(api)]
      const { post, item } = await write(api, member, 'A hard week. #red')
      const due = new Date(clock.now().getTime() + 5 * hour).toISOString()
      const decision: Decision = { ...aDecision(item, { verdict: 'message', body: 'I will look in tonight.' }, 'support'), promise: { what: 'Look in tonight', due } }
      expect(await desk.decide(decision)).toMatchObject({ kind: 'applied' })
      expect(await desk.decide(decision)).toMatchObject({ kind: 'applied' })
      const ids = await only(post, 'promise')
      expect(ids).toHaveLength(1)
      const promise = await full(desk, ids[0] ?? '')
      expect(promise).toMatchObject({
        kind: 'promise',
        queuedAt: due,
        assignee: { id: desk.id, name: 'Wall Guide promiser' },
        about: { of: 'promise', what: 'Look in tonight', due, by: 'Wall Guide promiser' },
        origin: { itemId: item.id, verdict: 'message', detail: 'Look in tonight' },
      })
      const top = async () => ((await desk.get('/v1/queue/top?limit=200')).body as QueueTop).items.map((row) => row.item.id)
      expect(await top()).not.toContain(promise.id)
      clock.add(5 * hour + minute)
      expect(await top()).toContain(promise.id)
      expect(promise.allowed).not.toContain('hide')
      expect(await desk.decide(aDecision(promise))).toMatchObject({ kind: 'applied' })
      expect(await full(desk, promise.id)).toMatchObject({ status: 'decided', decision: { verdict: 'no_action', reason: 'routine' } })
    })

    it('is not made by a decision that is refused, and stands beside work that is passed on', async () => {
      const { api, clock } = fixture
      const desk = await makeDesk(api)
      const { post, item } = await write(api, await makeMember(api))
      const promise = { what: 'Write again', due: new Date(clock.now().getTime() + hour).toISOString() }
      expect(await desk.decide({ ...aDecision({ ...item, version: 7 }), promise })).toMatchObject({ kind: 'stale' })
      expect(await only(post, 'promise')).toEqual([])
      expect(await desk.decide({ ...aDecision(item, { verdict: 'escalate' }, 'risk-to-self', 'Note'), clinical, promise })).toMatchObject({ kind: 'applied' })
      expect((await api.database.query(itemsOfPost, [post])).map((row) => row.kind).sort()).toEqual(['content', 'escalation', 'promise'])
    })
  })

  describe('an answer to a risk question', () => {
    it('raises one item, also of an unfinished form, that no member ever sees', async () => {
      const { api, clock } = fixture
      const [member, desk] = [await makeMember(api), await makeDesk(api)]
      const answer = { member: member.id, form: uuidv7(), instrument: 'PHQ-9', questionId: '9', question: 'Question 9', answer: 'Several days', total: null, level: 'red', at: clock.now() } as const
      const [first, again] = [await raiseAssessment(api.database, answer), await raiseAssessment(api.database, answer)]
      expect(again).toBe(first)
      const item = await full(desk, first)
      expect(item).toMatchObject({
        kind: 'assessment',
        intake: { level: 'red' },
        about: { of: 'assessment', instrument: 'PHQ-9', question: 'Question 9', answer: 'Several days', total: null },
        post: { kind: 'message', topic: { name: 'Questionnaires' } },
      })
      expect(item.allowed).toEqual(['no_action', 'message', 'signpost', 'watch', 'ask_lead', 'escalate', 'hand_on'])
      expect(await api.service.messages(member)).toEqual([])
      expect((await api.service.myPosts(member, null)).posts).toEqual([])
      expect(await desk.decide(aDecision(item, { verdict: 'message', body: 'How are you now?' }, 'risk-to-self'))).toMatchObject({ kind: 'applied' })
      expect((await api.service.messages(member)).map((message) => message.body)).toEqual(['How are you now?'])
    })
  })

  it('the queue puts kinds with a short clock where their clock is kept', async () => {
    const { api, clock } = fixture
    await fixture.api.database.query(closeOpen)
    const desk = await makeDesk(api)
    const [amber, green] = [await write(api, await makeMember(api), '#amber'), await write(api, await makeMember(api), 'Nothing much.')]
    const asker = await makeMember(api)
    await api.service.ask(asker, { text: 'Are you there?', key: formKey() })
    await report(await makeMember(api), green.post)
    clock.add(1)
    const top = ((await desk.get('/v1/queue/top?limit=200')).body as QueueTop).items.map((row) => row.item)
    const place = (found: (item: ReviewItem) => boolean) => top.findIndex(found)
    const places = [
      place((item) => item.kind === 'ask' && item.author.id === asker.id),
      place((item) => item.kind === 'report' && item.post.id === green.post),
      place((item) => item.id === amber.item.id),
    ]
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
}
