/** Blind second readings on a real server: what reaches which desk, in raw answers, and what becomes of a difference. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agreement } from '../../../src/contract/agreement'
import type { Action, Decision, ReasonCode, ReviewItem } from '../../../src/contract/review'
import type { Level } from '../../../src/contract/risk'
import { startTestApi, type TestApi } from '../support/api'
import { aDecision, clinical, fullItem, makeDesk, makeMember, makeTopic, wordScorer, write, type Desk } from '../support/people'

const startOf = async (desk: Desk): Promise<string> => ((await desk.get('/v1/sync/snapshot?limit=1')).body as { asOf: string }).asOf
const raw = async (api: TestApi, desk: Desk, path: string): Promise<string> => (await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${desk.token}` } })).text()
/** Everything that a desk can ask for, word for word. */
const everything = async (api: TestApi, desk: Desk, since: string): Promise<string> =>
  (await Promise.all([`/v1/sync/snapshot?limit=500`, `/v1/sync/changes?cursor=${encodeURIComponent(since)}&limit=500`, '/v1/queue/top?limit=200', '/v1/episodes/changes'].map((path) => raw(api, desk, path)))).join('\n')
const itemsOf = async (desk: Desk): Promise<ReviewItem[]> => ((await desk.get('/v1/sync/snapshot?limit=500')).body as { items: { item: ReviewItem }[] }).items.map(({ item }) => item)
const secondOf = async (desk: Desk, first: string) => (await itemsOf(desk)).find(({ about }) => about?.of === 'second-review' && about.first === first)
const answerOf = (item: ReviewItem, ownLevel: Level | undefined, action: Action = { verdict: 'no_action' }, reason: ReasonCode = 'routine', note = ''): Decision => ({ ...aDecision(item, action, reason, note), ...(ownLevel && { ownLevel }) })

describe('a blind second reading', () => {
  let api: TestApi
  let one: Desk
  let two: Desk
  let lead: Desk
  beforeAll(async () => {
    api = await startTestApi({ scorer: wordScorer, secondReviewShare: 1 })
    await makeTopic(api)
    one = await makeDesk(api, { name: 'first-reader' })
    two = await makeDesk(api, { name: 'other-reader' })
  })
  afterAll(() => api.close())

  it('goes to somebody else, who is told neither what was decided, nor by whom, nor how it scored, until they have answered', async () => {
    const { item } = await write(api, await makeMember(api), 'A lamp in the window. #red')
    const since = await startOf(two)
    const note = 'a-telling-note'
    expect(await one.decide(aDecision(item, { verdict: 'hide' }, 'risk-to-other', note, { clinical }))).toMatchObject({ kind: 'applied' })

    const blind = await everything(api, two, since)
    for (const telling of [note, one.id, 'first-reader', '"red"', '"held"', '"hide","reason"', clinical.concern]) expect(blind).not.toContain(telling)
    const second = await secondOf(two, item.id)
    expect(second).toMatchObject({ kind: 'second-review', status: 'open', assignee: { id: two.id }, origin: null, decision: null, intake: { level: 'green' }, post: { state: 'reading', revision: 1 } })
    expect(await fullItem(two, item.id)).toBeUndefined()
    // Whoever decided goes on seeing their decision, and nothing of the second reading.
    expect((await fullItem(one, item.id))?.decision?.note).toBe(note)
    expect(await secondOf(one, item.id)).toBeUndefined()
    expect(await one.decide(answerOf(second!, 'red'))).toMatchObject({ kind: 'rejected', code: 'not_allowed' })
    // Nor does a decision that comes too late bring it out.
    expect(await two.decide(aDecision(item))).toEqual({ kind: 'gone' })

    expect(await two.decide(answerOf(second!, undefined))).toMatchObject({ kind: 'rejected', code: 'invalid' })
    expect(await two.decide(answerOf(second!, 'amber'))).toMatchObject({ kind: 'applied' })
    expect((await fullItem(two, item.id))?.decision).toMatchObject({ verdict: 'hide', by: one.id })
    expect(await everything(api, two, since)).toContain(note)
    // The first decision stands as it was: the second changes nothing by itself.
    expect((await fullItem(one, item.id))?.post.state).toBe('held')
  })

  it('asks a Lead when the first decision was less safe, and leaves the post and its author alone', async () => {
    const { item } = await write(api, await makeMember(api), 'A kettle that whistles.')
    await one.decide(aDecision(item))
    const second = await secondOf(two, item.id)
    expect((await two.decide(answerOf(second!, 'red', { verdict: 'hide' }, 'risk-to-other', 'Names a place.'))).kind).toBe('applied')
    lead = await makeDesk(api, { role: 'lead' })
    const asked = (await itemsOf(lead)).filter(({ origin }) => origin?.itemId === second!.id)
    expect(asked).toMatchObject([{ kind: 'question', audience: 'lead', status: 'open', intake: { level: 'red' }, origin: { verdict: 'hide', by: two.id } }])
    expect(asked[0]?.origin?.detail).toContain('hide and red, where the first was no_action and green')
    expect((await fullItem(one, item.id))?.post.state).toBe('live')
  })

  it('gives figures of groups of ten and more to Leads and Seniors, and never a figure or a name of a person', async () => {
    const read = async () => (await lead.get('/v1/review/agreement')).body as Agreement
    expect(await read()).toMatchObject({ read: 2, overall: null, topics: [], withheld: 1, share: 1 })
    const author = await makeMember(api)
    for (let i = 0; i < 8; i++) {
      const { item } = await write(api, author, `Evening ${i}. ${i % 2 === 0 ? '#amber' : ''}`)
      await one.decide(aDecision(item))
      const desks = await Promise.all([two, lead].map(async (desk) => ({ desk, second: await secondOf(desk, item.id) })))
      const { desk, second } = desks.find((found) => found.second !== undefined)!
      await desk.decide(answerOf(second!, i % 2 === 0 ? 'amber' : 'green'))
    }
    const answer = await read()
    expect(answer).toMatchObject({ read: 10, waiting: 0, withheld: 0, overall: { n: 10, same: { levels: 8, verdicts: 8 } }, topics: [{ topic: 'General', n: 10 }] })
    const { kappa, low, high } = answer.overall!.levels!
    expect(low).toBeLessThanOrEqual(kappa)
    expect(kappa).toBeLessThanOrEqual(high)
    const words = JSON.stringify(answer)
    for (const person of [one.id, two.id, lead.id, 'reader', 'Wall Guide']) expect(words).not.toContain(person)
    expect((await one.get('/v1/review/agreement')).status).toBe(403)
    expect((await lead.get(`/v1/review/agreement?staff=${one.id}&by=staff`)).body).toMatchObject({ read: 10, topics: [{ topic: 'General' }] })
  })

  it('is not made of what is passed on, nor where nobody is left to read it', async () => {
    const passed = await write(api, await makeMember(api), 'A question.')
    await one.decide(aDecision(passed.item, { verdict: 'ask_lead', question: 'What do you think?' }, 'support'))
    for (const desk of [two, lead]) expect(await secondOf(desk, passed.item.id)).toBeUndefined()

    const alone = await startTestApi({ scorer: wordScorer, secondReviewShare: 1 })
    try {
      await makeTopic(alone)
      const only = await makeDesk(alone)
      const { item } = await write(alone, await makeMember(alone))
      expect((await only.decide(aDecision(item))).kind).toBe('applied')
      expect((await itemsOf(only)).map(({ kind }) => kind)).toEqual(['content'])
    } finally {
      await alone.close()
    }
  })
})
