import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import type { Outcome, ReviewItem } from '#contract/review'
import { leaseMs, type ChangesPage, type SnapshotPage } from '#contract/sync'
import { setDeviceState } from '../../../../src/api/sync/devices'
import { purgeTombstones, removeItems } from '../../../../src/api/sync/removal'
import { aDecision, fullItem, itemOf, makeDesk, makeMember, signInDesk, write, type Desk } from '../../support/people'
import type { Fixture } from './fixture'

const snapshotOf = async (desk: Desk, limit = 500): Promise<{ items: Map<string, ReviewItem>; asOf: string }> => {
  const items = new Map<string, ReviewItem>()
  let asOf = ''
  for (let after = ''; ; ) {
    const { status, body } = await desk.get(`/v1/sync/snapshot?limit=${limit}${after}`)
    expect(status).toBe(200)
    const page = body as SnapshotPage
    asOf ||= page.asOf
    for (const { item } of page.items) items.set(item.id, item)
    if (!page.more) return { items, asOf }
    after = `&after=${page.last}`
  }
}

const changesFrom = async (desk: Desk, cursor: string, limit = 500): Promise<{ changes: ChangesPage['changes']; next: string }> => {
  const all: ChangesPage['changes'] = []
  for (let from = cursor; ; ) {
    const { status, body } = await desk.get(`/v1/sync/changes?cursor=${from}&limit=${limit}`)
    expect(status).toBe(200)
    const page = body as ChangesPage
    all.push(...page.changes)
    from = page.next
    if (!page.more) return { changes: all, next: from }
  }
}

export function syncSuite(fixture: Fixture): void {
  describe('reading the log', () => {
    it('gives every item in a snapshot, page by page, and its total', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const member = await makeMember(api)
      const written = await Promise.all(Array.from({ length: 7 }, (_, i) => write(api, member, `Post ${i}`)))
      const { items } = await snapshotOf(desk, 3)
      for (const { item } of written) expect(items.get(item.id)?.version).toBe(1)
      const { body } = await desk.get('/v1/sync/snapshot?limit=1')
      expect((body as SnapshotPage).total).toBe(items.size)
    })

    it('gives what changed after a cursor, in order, and then nothing', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const member = await makeMember(api)
      const { asOf } = await snapshotOf(desk)
      const first = await write(api, member, 'One')
      const second = await write(api, member, 'Two')
      const { changes, next } = await changesFrom(desk, asOf, 1)
      expect(changes.map((change) => change.id)).toEqual([first.item.id, second.item.id])
      expect(changes.map((change) => change.seq)).toEqual([...changes.map((change) => change.seq)].sort((a, b) => a - b))
      expect((await changesFrom(desk, next)).changes).toEqual([])
    })

    it('loses no change to a reader that pulls while many write: numbers are in commit order', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const members = await Promise.all(Array.from({ length: 8 }, () => makeMember(api)))
      let { asOf: cursor } = await snapshotOf(desk)
      const seen: string[] = []
      let writing = true
      const written = Promise.all(
        members.map(async (member) => {
          const own: string[] = []
          for (let i = 0; i < 6; i++) own.push((await write(api, member, `Post ${i}`)).item.id)
          return own
        }),
      ).finally(() => (writing = false))
      while (writing) {
        const page = await changesFrom(desk, cursor, 3)
        seen.push(...page.changes.map((change) => change.id))
        cursor = page.next
      }
      seen.push(...(await changesFrom(desk, cursor)).changes.map((change) => change.id))
      expect([...seen].sort()).toEqual((await written).flat().sort())
    })

    it('tells a desk with a cursor of another log, or beyond its head, to take a snapshot', async () => {
      const desk = await makeDesk(fixture.api)
      const { asOf } = await snapshotOf(desk)
      const ahead = asOf.replace(/\.\d+$/, '.999999999')
      for (const cursor of [`${uuidv7()}.0`, ahead]) {
        expect(await desk.get(`/v1/sync/changes?cursor=${cursor}`)).toEqual({ status: 410, body: { code: 'resync', why: 'epoch' } })
      }
    })

    it('shows a removed item as a tombstone, and sends a desk that missed the purge back to a snapshot', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const { asOf } = await snapshotOf(desk)
      const gone = await write(api, await makeMember(api))
      expect(await removeItems(api.database, [gone.item.id])).toBe(1)
      const { changes, next } = await changesFrom(desk, asOf)
      expect(changes.find((change) => change.id === gone.item.id)).toMatchObject({ removed: true })
      expect((await snapshotOf(desk)).items.has(gone.item.id)).toBe(false)
      const seq = Number(next.split('.').at(-1))
      expect((await purgeTombstones(api.database, seq)).gone).toBeGreaterThan(0)
      expect(await desk.get(`/v1/sync/changes?cursor=${asOf}`)).toEqual({ status: 410, body: { code: 'resync', why: 'horizon' } })
      expect((await desk.get(`/v1/sync/changes?cursor=${next}`)).status).toBe(200)
    })

    it('lets a desk that is too old push, but not pull', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const { asOf } = await snapshotOf(desk)
      const old = { 'x-client-protocol': '0', 'x-client-schema': '1' }
      const upgrade = { status: 426, body: { code: 'upgrade', minProtocol: 1, minSchema: 1 } }
      expect(await desk.get(`/v1/sync/changes?cursor=${asOf}`, old)).toEqual(upgrade)
      expect(await desk.get('/v1/sync/snapshot', old)).toEqual(upgrade)
      const { item } = await write(api, await makeMember(api))
      expect(await desk.decide(aDecision(item))).toMatchObject({ kind: 'applied' })
    })

    it('shows a Guide nothing of a Lead’s queue, and counts it for the Lead', async () => {
      const { api } = fixture
      const [guide, lead] = [await makeDesk(api), await makeDesk(api, { role: 'lead' })]
      const { post, item } = await write(api, await makeMember(api))
      await guide.decide(aDecision(item, { verdict: 'ask_lead', question: 'What would you do?' }, 'needs-second-look'))
      const question = await itemOf(api, post)
      expect(question.id).not.toBe(item.id)
      expect(await fullItem(guide, question.id)).toBeUndefined()
      expect(await fullItem(lead, question.id)).toMatchObject({ kind: 'question', audience: 'lead', origin: { itemId: item.id, detail: 'What would you do?' } })
      expect(await guide.claim(question.id)).toMatchObject({ [question.id]: { kind: 'gone' } })
      expect(await guide.decide(aDecision(question))).toMatchObject({ kind: 'rejected', code: 'not_allowed' })
    })

    it('ranks crisis first, red and amber by due time, green last', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const member = await makeMember(api)
      const green = await write(api, member, 'Fine')
      const amber = await write(api, member, '#amber')
      const red = await write(api, member, '#red')
      const crisis = await write(api, member, '#crisis')
      const { body } = await desk.get('/v1/queue/top?limit=200')
      const order = (body as { items: { item: ReviewItem }[] }).items.map(({ item }) => item.id)
      const places = [crisis, red, amber, green].map(({ item }) => order.indexOf(item.id))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(places[0]).toBeGreaterThanOrEqual(0)
    })
  })

  describe('leases', () => {
    it('go to exactly one of many that ask at once; each of the others is told who', async () => {
      const { api } = fixture
      const desks = await Promise.all(Array.from({ length: 6 }, () => makeDesk(api)))
      const { item } = await write(api, await makeMember(api))
      const answers = await Promise.all(desks.map((desk) => desk.claim(item.id)))
      const granted = answers.filter((answer) => answer[item.id]?.kind === 'granted')
      expect(granted).toHaveLength(1)
      const holder = (await fullItem(desks[0] as Desk, item.id))?.lease?.name
      for (const answer of answers) if (answer[item.id]?.kind === 'held') expect(answer[item.id]?.by).toBe(holder)
      expect(answers.filter((answer) => answer[item.id]?.kind === 'held')).toHaveLength(5)
    })

    it('can be renewed and given back, and are free again when they run out', async () => {
      const { api, clock } = fixture
      const [a, b] = [await makeDesk(api), await makeDesk(api)]
      const { item } = await write(api, await makeMember(api))
      const first = (await a.claim(item.id))[item.id]
      clock.add(60_000)
      const { body } = await a.post('/v1/claims/renew', { items: [item.id], device: a.device })
      const renewed = (body as { results: { until: string }[] }).results[0]
      expect(new Date(renewed?.until ?? 0).getTime() - new Date(first?.until ?? 0).getTime()).toBeGreaterThanOrEqual(60_000)
      expect((await b.claim(item.id))[item.id]?.kind).toBe('held')
      await a.post('/v1/claims/release', { items: [item.id], device: a.device })
      expect((await b.claim(item.id))[item.id]?.kind).toBe('granted')
      clock.add(leaseMs)
      expect((await a.claim(item.id))[item.id]?.kind).toBe('granted')
    })

    it('belong to one desk: the same person on another desk finds the item held', async () => {
      const { api } = fixture
      const a = await makeDesk(api, { name: 'two-desks' })
      const other = await signInDesk(api, 'two-desks', uuidv7())
      const { item } = await write(api, await makeMember(api))
      await a.claim(item.id)
      expect((await other.claim(item.id))[item.id]?.kind).toBe('held')
      expect((await other.post('/v1/claims', { items: [item.id], device: a.device })).status).toBe(403)
    })

    it('are not given on items that are decided, removed or unknown', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const { item } = await write(api, await makeMember(api))
      await desk.decide(aDecision(item))
      const unknown = uuidv7()
      const answer = await desk.claim(item.id, unknown)
      expect([answer[item.id]?.kind, answer[unknown]?.kind]).toEqual(['gone', 'gone'])
    })
  })

  describe('desks', () => {
    it('that are to be wiped are told on every answer and get no more content, but may still push', async () => {
      const { api } = fixture
      const desk = await makeDesk(api)
      const { asOf } = await snapshotOf(desk)
      const { item } = await write(api, await makeMember(api))
      await setDeviceState(api.database, desk.device, desk.id, 'wipe')
      const changes = await desk.get(`/v1/sync/changes?cursor=${asOf}`)
      expect(changes.body).toMatchObject({ deviceState: 'wipe', changes: [], next: asOf })
      expect((await desk.get('/v1/sync/snapshot')).body).toMatchObject({ deviceState: 'wipe', items: [] })
      expect((await desk.get('/v1/queue/top')).body).toMatchObject({ deviceState: 'wipe', items: [] })
      const pushed = await desk.post('/v1/decisions', { device: desk.device, decisions: [aDecision(item)] })
      expect(pushed.body).toMatchObject({ deviceState: 'wipe', results: [{ outcome: { kind: 'applied' } satisfies Partial<Outcome> }] })
    })
  })
}
