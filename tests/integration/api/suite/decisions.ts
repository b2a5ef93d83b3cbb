import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import type { Decision, Outcome } from '#contract/review'
import type { RecordedDecision } from '#contract/sync'
import type { z } from 'zod'
import { statement } from '../../../../src/api/db/sql'
import { removeItems } from '../../../../src/api/sync/removal'
import { aDecision, clinical, fullItem, itemOf, makeDesk, makeMember, write } from '../../support/people'
import type { Fixture } from './fixture'

const restriction = statement<{ restricted_until: Date; restricted_rule: string }>('test_restriction', 'select restricted_until, restricted_rule from member where id = $1')

export function decisionSuite(fixture: Fixture): void {
  describe('the ledger', () => {
    it('gives the stored outcome to a decision that is sent again, and applies it once', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const { item } = await write(api, await makeMember(api))
      const decision = aDecision(item)
      const first = await desk.decide(decision)
      expect(first).toMatchObject({ kind: 'applied' })
      expect(JSON.stringify(await desk.decide(decision))).toBe(JSON.stringify(first))
      expect((await fullItem(desk, item.id))?.version).toBe(2)
    })

    it('applies a decision once that arrives many times at once', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const { item } = await write(api, await makeMember(api))
      const decision = aDecision(item)
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => desk.decide(decision)))
      expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toHaveProperty('size', 1)
      expect(outcomes[0]).toMatchObject({ kind: 'applied' })
    })

    it('lets decisions on a member’s other posts stand when that member is being watched meanwhile', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const member = await makeMember(api)
      const [first, second] = [await write(api, member), await write(api, member)]
      expect(await desk.decide(aDecision(first.item, { verdict: 'watch' }))).toMatchObject({ kind: 'applied' })
      expect(await fullItem(desk, second.item.id)).toMatchObject({ watched: true, version: second.item.version })
      expect(await desk.decide(aDecision(second.item))).toMatchObject({ kind: 'applied' })
    })

    it('does not care in which order the keys of the same decision come', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const { item } = await write(api, await makeMember(api))
      const decision = aDecision(item)
      const first = await desk.decide(decision)
      const turned = Object.fromEntries(Object.entries(decision).reverse()) as Decision
      expect(await desk.decide(turned)).toEqual(first)
    })

    it('refuses the same number for another content, and for another person', async () => {
      const { api } = fixture
      const [desk, other] = [await makeDesk(api), await makeDesk(api)]
      const { item } = await write(api, await makeMember(api))
      const decision = aDecision(item)
      await desk.decide(decision)
      expect(await desk.decide({ ...decision, note: 'another' })).toMatchObject({ kind: 'rejected', code: 'key_reuse' })
      expect(await other.decide(decision)).toMatchObject({ kind: 'rejected', code: 'key_reuse' })
    })

    it('keeps every outcome but retry, and shows a Guide only their own', async () => {
      const { api } = fixture
      const [desk, other, lead] = [await makeDesk(api), await makeDesk(api), await makeDesk(api, { role: 'lead' })]
      const { item } = await write(api, await makeMember(api))
      const decision = aDecision({ ...item, version: 9 })
      const outcome = await desk.decide(decision)
      expect(outcome).toEqual({ kind: 'stale', version: 1 })
      const answer = await desk.get(`/v1/decisions/${decision.id}`)
      expect((answer.body as z.infer<typeof RecordedDecision>).outcome).toEqual(outcome)
      expect((await lead.get(`/v1/decisions/${decision.id}`)).status).toBe(200)
      expect((await other.get(`/v1/decisions/${decision.id}`)).status).toBe(404)
      expect((await desk.get(`/v1/decisions/${uuidv7()}`)).status).toBe(404)
    })

    it('gives one outcome per decision whatever is wrong with its neighbours', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const member = await makeMember(api)
      const [a, b] = [await write(api, member), await write(api, member)]
      const bad = { id: uuidv7(), item: 'nonsense' }
      const results = await desk.push(aDecision(a.item), bad, 'not even an object', { ...aDecision(b.item), note: 'with\u0000nul' }, aDecision(b.item))
      expect(results).toHaveLength(5)
      expect(results.map((result) => result.outcome.kind)).toEqual(['applied', 'rejected', 'rejected', 'rejected', 'applied'])
      expect(await desk.push(bad)).toEqual([results[1]])
    })
  })

  describe('the order of the checks', () => {
    it('says gone for an item that is not there or was removed', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const { item } = await write(api, await makeMember(api))
      await removeItems(api.database, [item.id])
      expect(await desk.decide(aDecision(item))).toEqual({ kind: 'gone' })
      const nowhere = aDecision({ id: uuidv7() as typeof item.id, version: 1 })
      expect(await desk.decide(nowhere)).toEqual({ kind: 'gone' })
      expect(await desk.decide(nowhere)).toEqual({ kind: 'gone' })
    })

    it('says superseded, by whom and how, to the one who was later', async () => {
      const { api } = fixture
      const [a, b] = [await makeDesk(api, { name: 'first-one' }), await makeDesk(api)]
      const { item } = await write(api, await makeMember(api))
      await a.decide(aDecision(item, { verdict: 'watch' }))
      expect(await b.decide(aDecision(item))).toMatchObject({ kind: 'superseded', by: 'Wall Guide first-one', verdict: 'watch' })
    })

    it('lets exactly one of many racing decisions apply and tells each other one by whom', async () => {
      const { api } = fixture
      const desks = await Promise.all(Array.from({ length: 6 }, () => makeDesk(api)))
      const { item } = await write(api, await makeMember(api))
      const outcomes = await Promise.all(desks.map((desk) => desk.decide(aDecision(item))))
      expect(outcomes.filter((outcome) => outcome.kind === 'applied')).toHaveLength(1)
      const winner = await fullItem(desks[0] ?? (await makeDesk(api)), item.id)
      for (const outcome of outcomes) if (outcome.kind !== 'applied') expect(outcome).toMatchObject({ kind: 'superseded', by: winner?.decision?.name })
    })

    it('refuses a decision under somebody else’s live lease, and accepts one under an expired one', async () => {
      const { api, clock } = fixture
      const [a, b] = [await makeDesk(api, { name: 'holder' }), await makeDesk(api)]
      const { item } = await write(api, await makeMember(api))
      const claimed = (await a.claim(item.id))[item.id]
      expect(await b.decide(aDecision(item))).toEqual({ kind: 'lease_lost', holder: 'Wall Guide holder', until: claimed?.until })
      clock.add(11 * 60_000)
      expect(await b.decide(aDecision(item))).toMatchObject({ kind: 'applied' })
    })

    it('accepts what was decided offline under an own lease that ran out', async () => {
      const { api, clock } = fixture
      const desk = await makeDesk(api)
      const { item } = await write(api, await makeMember(api))
      await desk.claim(item.id)
      clock.add(3 * 3_600_000)
      expect(await desk.decide(aDecision(item))).toMatchObject({ kind: 'applied' })
      expect((await fullItem(desk, item.id))?.lease).toBeNull()
    })
  })

  describe('what a decision needs', () => {
    it('is a valid registration', async () => {
      const { api } = fixture
      const desk = await makeDesk(api, { expires: '2020-01-31' })
      const { item } = await write(api, await makeMember(api))
      expect(await desk.decide(aDecision(item))).toMatchObject({ kind: 'rejected', code: 'registration_expired' })
      expect((await fullItem(desk, item.id))?.status).toBe('open')
    })

    it('is a note, a matching reason and an existing rule where the table says so', async () => {
      const { api } = fixture
      const [guide, lead] = [await makeDesk(api), await makeDesk(api, { role: 'lead' })]
      const { item } = await write(api, await makeMember(api), '#crisis')
      const invalid = { kind: 'rejected', code: 'invalid' }
      expect(await guide.decide(aDecision(item))).toMatchObject(invalid)
      expect(await guide.decide(aDecision(item, { verdict: 'escalate' }, 'risk-to-self'))).toMatchObject(invalid)
      expect(await guide.decide(aDecision(item, { verdict: 'hand_on' }, 'unkind'))).toMatchObject(invalid)
      expect(await lead.decide(aDecision(item, { verdict: 'remove', rule: 'no-such-rule' }, 'unkind', 'Because.'))).toMatchObject(invalid)
      expect(await guide.decide(aDecision(item, { verdict: 'redact', spans: [{ start: 2, end: 999, kind: 'method' }] }, 'method-detail'))).toMatchObject(invalid)
      expect(await guide.decide(aDecision(item, { verdict: 'no_action' }, 'risk-to-self', 'Read twice; a film quotation.'))).toMatchObject(invalid)
      expect(await guide.decide(aDecision(item, { verdict: 'no_action' }, 'risk-to-self', '', { clinical }))).toMatchObject({ kind: 'applied' })
      expect((await fullItem(guide, item.id))?.decision).toMatchObject({ verdict: 'no_action', clinical })
    })

    it('is a note in clinical shape to escalate, which the next clinician reads', async () => {
      const { api } = fixture
      const [guide, lead] = [await makeDesk(api), await makeDesk(api, { role: 'lead' })]
      const { post, item } = await write(api, await makeMember(api), '#amber')
      expect(await guide.decide(aDecision(item, { verdict: 'escalate' }, 'risk-to-self', 'Please look.'))).toMatchObject({ kind: 'rejected', code: 'invalid' })
      expect(await guide.decide(aDecision(item, { verdict: 'escalate' }, 'risk-to-self', '', { clinical }))).toMatchObject({ kind: 'applied' })
      expect((await fullItem(lead, (await itemOf(api, post)).id))?.origin).toMatchObject({ verdict: 'escalate', clinical })
    })

    it('is its own, for a crisis or red item: a batch never carries it, whatever the desk let through', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const batch = uuidv7()
      const [red, quiet] = [await write(api, await makeMember(api), '#red'), await write(api, await makeMember(api), 'A walk by the river.')]
      const alone = await desk.decide(aDecision(red.item, { verdict: 'hand_on' }, 'handing-on', '', { batch }))
      expect(alone).toMatchObject({ kind: 'rejected', code: 'not_allowed', why: expect.stringMatching(/crisis or red item is decided by itself/) })
      expect((await fullItem(desk, red.item.id))?.status).toBe('open')
      expect(await desk.decide(aDecision(quiet.item, { verdict: 'watch' }, 'support', '', { batch }))).toMatchObject({ kind: 'rejected', code: 'not_allowed' })
      expect(await desk.decide(aDecision(quiet.item, { verdict: 'no_action' }, 'routine', '', { batch }))).toMatchObject({ kind: 'applied' })
    })

    it('is a text without a variable that was to be filled in, whatever the desk let through', async () => {
      const { api } = fixture
      const guide = await makeDesk(api)
      const member = await makeMember(api)
      const { item } = await write(api, member)
      const outcome = await guide.decide(aDecision(item, { verdict: 'message', body: 'Dear {pseudonym}, you can reach {crisis_line}.' }, 'support'))
      expect(outcome).toMatchObject({ kind: 'rejected', code: 'invalid', why: expect.stringContaining('{pseudonym}') })
      expect(await api.service.messages(member)).toEqual([])
      expect((await fullItem(guide, item.id))?.status).toBe('open')
    })

    it('is the role: a Guide proposes a removal, and a second person, a Lead, carries it out', async () => {
      const { api } = fixture
      const [guide, lead] = [await makeDesk(api), await makeDesk(api, { role: 'lead' })]
      const member = await makeMember(api)
      const { post, item } = await write(api, member)
      expect(await guide.decide(aDecision(item, { verdict: 'remove', rule: 'kind' }, 'unkind', 'Insults.'))).toMatchObject({ kind: 'rejected', code: 'not_allowed' })
      expect(await guide.decide(aDecision(item, { verdict: 'propose_removal', rule: 'kind' }, 'unkind', 'Insults.'))).toMatchObject({ kind: 'applied' })
      const proposal = await itemOf(api, post)
      expect(await lead.decide(aDecision(proposal, { verdict: 'remove', rule: 'kind' }, 'unkind', 'Agreed.'))).toMatchObject({ kind: 'applied' })
      const own = await api.service.myPosts(member, null)
      expect(own.posts[0]).toMatchObject({ state: 'removed', why: { reason: 'unkind', rule: 'kind' } })
    })

    it('is a second person for a restriction, also among Leads', async () => {
      const { api, clock } = fixture
      const [lead, second] = [await makeDesk(api, { role: 'lead' }), await makeDesk(api, { role: 'lead' })]
      const member = await makeMember(api)
      const { post, item } = await write(api, member)
      const restrict = { verdict: 'propose_restriction', rule: 'stay-here', days: 3 } as const
      await lead.decide(aDecision(item, restrict, 'identifying-detail', 'Asked three people for numbers.'))
      const proposal = await itemOf(api, post)
      expect(await lead.decide(aDecision(proposal, restrict, 'identifying-detail', 'Still.'))).toMatchObject({ kind: 'rejected', code: 'not_allowed' })
      expect(await second.decide(aDecision(proposal, restrict, 'identifying-detail', 'Agreed.'))).toMatchObject({ kind: 'applied' })
      const [row] = await api.database.query(restriction, [member.id])
      expect(row?.restricted_rule).toBe('stay-here')
      const days = ((row?.restricted_until.getTime() ?? 0) - clock.now().getTime()) / 86_400_000
      expect(days).toBeGreaterThan(2.99)
      const restricted = { ...member, restrictedUntil: row?.restricted_until.toISOString() ?? null }
      expect(await api.service.post(restricted, { topic: 'general', title: '', text: 'Hello', intent: null, key: uuidv7() })).toMatchObject({ ok: false, code: 'restricted' })
    })

    it('asks a Lead when a late second opinion was the more protective one (I6)', async () => {
      const { api } = fixture
      const [a, b, lead] = [await makeDesk(api), await makeDesk(api), await makeDesk(api, { role: 'lead' })]
      const { post, item } = await write(api, await makeMember(api), '#amber')
      await a.decide(aDecision(item))
      const late: Outcome = await b.decide(aDecision(item, { verdict: 'escalate' }, 'risk-to-self', 'Reads like a plan.'))
      expect(late).toMatchObject({ kind: 'superseded', verdict: 'no_action' })
      const raised = await fullItem(lead, (await itemOf(api, post)).id)
      expect(raised).toMatchObject({ kind: 'question', audience: 'lead', status: 'open', origin: { verdict: 'escalate', itemId: item.id } })
    })
  })
}
