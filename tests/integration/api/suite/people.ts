import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import type { Decision, ReviewItem } from '#contract/review'
import { widenEscalations } from '../../../../src/api/people/escalations'
import { aDecision, fullItem, makeDesk, makeMember, until, write, type Desk, type Written } from '../../support/people'
import type { Fixture } from './fixture'

const clinical = { concern: 'c', risk: 'r', action: 'a', justification: 'j' }
const escalation = (item: Written['item'], to?: string): Decision => ({ ...aDecision(item, { verdict: 'escalate', ...(to && { to: to as never }) }, 'risk-to-self'), clinical }) as Decision
const minute = 60_000

export function peopleSuite(fixture: Fixture): void {
  const written = async (text = 'A quiet day.') => write(fixture.api, await makeMember(fixture.api), text)
  const open = async (desk: Desk, item: string): Promise<ReviewItem[]> => {
    const { body } = await desk.get('/v1/sync/snapshot?limit=500')
    return (body as { items: { item: ReviewItem }[] }).items.map((one) => one.item).filter((one) => one.origin?.itemId === item)
  }

  describe('work for a colleague by name', () => {
    it('names them on what is handed on, and gives it to nobody who may not decide', async () => {
      const [giver, taker, expired] = await Promise.all([makeDesk(fixture.api), makeDesk(fixture.api), makeDesk(fixture.api, { expires: '2020-01-01' })])
      const { item } = await written()
      expect(await giver.decide(aDecision(item, { verdict: 'hand_on', to: expired.id as never }, 'handing-on'))).toMatchObject({ kind: 'rejected', code: 'invalid' })
      expect((await giver.decide(aDecision(item, { verdict: 'hand_on', to: taker.id as never }, 'handing-on'))).kind).toBe('applied')
      expect(await open(taker, item.id)).toMatchObject([{ kind: 'handed-on', assignee: { id: taker.id } }])
      const { body } = await giver.get('/v1/staff/colleagues')
      const known = (body as { colleagues: { id: string; mayDecide: boolean }[] }).colleagues
      expect([known.find((one) => one.id === taker.id)?.mayDecide, known.find((one) => one.id === expired.id)?.mayDecide]).toEqual([true, false])
    })
  })

  describe('an escalation', () => {
    it('goes from any state: from a decided item, and from one that somebody else holds, without taking it from them', async () => {
      const [guide, other, lead] = await Promise.all([makeDesk(fixture.api), makeDesk(fixture.api), makeDesk(fixture.api, { role: 'lead' })])
      const decided = await written()
      await guide.decide(aDecision(decided.item))
      expect((await other.decide(escalation(decided.item))).kind).toBe('applied')
      expect(await open(lead, decided.item.id)).toMatchObject([{ kind: 'escalation', status: 'open' }])
      expect((await fullItem(guide, decided.item.id))?.decision?.verdict).toBe('no_action')

      const held = await written()
      await guide.claim(held.item.id)
      expect((await other.decide(escalation(held.item))).kind).toBe('applied')
      expect((await open(lead, held.item.id)).length).toBe(1)
      expect(await fullItem(guide, held.item.id)).toMatchObject({ status: 'open', decision: null })
      expect((await guide.decide(aDecision(held.item))).kind).toBe('applied')
    })

    it('is carried out once, however often it arrives', async () => {
      const [guide, lead] = await Promise.all([makeDesk(fixture.api), makeDesk(fixture.api, { role: 'lead' })])
      const { item } = await written()
      await guide.decide(aDecision(item))
      const decision = escalation(item)
      const first = await guide.decide(decision)
      expect(await guide.decide(decision)).toEqual(first)
      expect((await open(lead, item.id)).length).toBe(1)
    })

    it('is accepted by one, and whoever escalated sees by whom', async () => {
      const [guide, lead, second] = await Promise.all([makeDesk(fixture.api), makeDesk(fixture.api, { role: 'lead' }), makeDesk(fixture.api, { role: 'senior' })])
      const { item } = await written()
      await guide.decide(escalation(item, lead.id))
      const [asked] = await open(lead, item.id)
      expect(asked).toMatchObject({ assignee: { id: lead.id }, acceptedAt: null, widensAt: expect.any(String) as unknown })
      expect((await guide.post(`/v1/escalations/${asked!.id}`, { answer: 'accept' })).status).toBe(403)
      const answers = await Promise.all([lead, second].map((desk) => desk.post(`/v1/escalations/${asked!.id}`, { answer: 'accept' })))
      expect(answers.map(({ body }) => (body as { answer: { kind: string } }).answer.kind).sort()).toEqual(['accepted', 'taken'])
      expect(await fullItem(guide, item.id)).toMatchObject({ acceptedAt: expect.any(String) as unknown, assignee: expect.any(Object) as unknown })
      expect((await lead.post(`/v1/escalations/${item.id}`, { answer: 'accept' })).body).toEqual({ answer: { kind: 'gone' } })
    })

    it('is everybody’s when the person asked has not accepted it in time, and at once when they cannot', async () => {
      const [guide, lead] = await Promise.all([makeDesk(fixture.api), makeDesk(fixture.api, { role: 'lead' })])
      const { item } = await written('#crisis')
      await guide.decide(escalation(item, lead.id))
      await widenEscalations(fixture.api.database, new Date(Date.now() + 14 * minute))
      expect((await open(lead, item.id))[0]?.assignee?.id).toBe(lead.id)
      await Promise.all([1, 2].map(() => widenEscalations(fixture.api.database, new Date(Date.now() + 16 * minute))))
      expect((await open(lead, item.id))[0]).toMatchObject({ assignee: null, widensAt: null, acceptedAt: null })

      const other = await written()
      await guide.decide(escalation(other.item, lead.id))
      const [asked] = await open(lead, other.item.id)
      expect((await lead.post(`/v1/escalations/${asked!.id}`, { answer: 'decline' })).body).toEqual({ answer: { kind: 'declined' } })
      expect((await open(lead, other.item.id))[0]?.assignee).toBeNull()
    })
  })

  describe('opening again', () => {
    it('lets a decision be reversed by a new one, which is a new piece of work', async () => {
      const [guide, other] = await Promise.all([makeDesk(fixture.api), makeDesk(fixture.api)])
      const { item } = await written()
      expect(await guide.decide(aDecision(item, { verdict: 'reopen' }, 'needs-second-look'))).toMatchObject({ kind: 'rejected', code: 'not_allowed' })
      await guide.decide(aDecision(item, { verdict: 'hide' }, 'unkind', 'Read.'))
      expect((await other.decide(aDecision(item, { verdict: 'reopen' }, 'needs-second-look'))).kind).toBe('applied')
      const [again] = await open(guide, item.id)
      expect(again).toMatchObject({ kind: 'reopened', status: 'open', post: { state: 'held' } })
      expect(await guide.decide(aDecision(item, { verdict: 'reopen' }, 'needs-second-look'))).toMatchObject({ kind: 'rejected', why: expect.stringContaining('already') as unknown })
      await other.decide(aDecision(again!))
      expect(await fullItem(guide, item.id)).toMatchObject({ post: { state: 'live' }, decision: { verdict: 'hide' } })
    })
  })

  describe('holding for a supervisor', () => {
    it('keeps an item from other Guides for hours, and a Lead may take it over', async () => {
      const [guide, other, lead] = await Promise.all([makeDesk(fixture.api), makeDesk(fixture.api), makeDesk(fixture.api, { role: 'lead' })])
      const { item } = await written()
      const held = await guide.post('/v1/claims/hold', { device: guide.device, item: item.id, why: 'Please read the second line.' })
      const until = (held.body as { results: { until: string }[] }).results[0]?.until ?? ''
      expect(Date.parse(until) - Date.now()).toBeGreaterThan(3 * 60 * minute)
      expect(await fullItem(other, item.id)).toMatchObject({ lease: { held: { why: 'Please read the second line.' } } })
      // Renewing while writing does not shorten it.
      expect((await guide.claim(item.id))[item.id]).toMatchObject({ kind: 'granted', until })
      expect((await other.claim(item.id))[item.id]).toMatchObject({ kind: 'held' })
      expect((await lead.claim(item.id))[item.id]).toMatchObject({ kind: 'granted' })
      expect(await fullItem(guide, item.id)).toMatchObject({ lease: { by: lead.id, held: null } })
      expect((await other.post('/v1/claims/hold', { device: other.device, item: item.id, why: ' ' })).status).toBe(400)
    })
  })

  describe('who looks at what', () => {
    it('is told to the others while it lasts, and leaves no trace in the log', async () => {
      const [one, other] = await Promise.all([makeDesk(fixture.api), makeDesk(fixture.api)])
      const { item } = await written()
      const before = (await one.get('/v1/sync/snapshot?limit=1')).body as { asOf: string }
      await one.post('/v1/presence', { device: one.device, item: item.id })
      const seen = async () => ((await other.post('/v1/presence', { device: other.device, item: null })).body as { looking: { item: string; staff: string }[] }).looking
      await until('the other desk hears of it', async () => (await seen()).some((word) => word.item === item.id && word.staff === one.id))
      await one.post('/v1/presence', { device: one.device, item: null })
      await until('it is forgotten', async () => !(await seen()).some((word) => word.staff === one.id))
      expect(((await one.get('/v1/sync/snapshot?limit=1')).body as { asOf: string }).asOf).toBe(before.asOf)
      expect((await one.post('/v1/presence', { device: uuidv7(), item: item.id })).status).toBe(403)
    })
  })
}
