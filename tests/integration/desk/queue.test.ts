/** Filters, the next one and batches on a whole desk: real encrypted cache, a model server, a clock that is turned by hand. */
import { afterEach, describe, expect, test } from 'vitest'
import type { CallInput, CallOutput } from '../../../src/contract/bridge'
import type { ItemId } from '../../../src/contract/ids'
import type { ReviewItem } from '../../../src/contract/review'
import type { Level } from '../../../src/contract/risk'
import { iso, modelItem, staffId, uuid } from '../../property/desk/model-server'
import { ask, refusal } from './support/desk'
import { ModelDesk } from './support/model-desk'
import { settled } from './support/turned-clock'

const minute = 60_000
const desks: ModelDesk[] = []
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.end()
})

type More = Partial<Pick<ReviewItem, 'kind' | 'about' | 'lease' | 'assignee' | 'watched' | 'status' | 'allowed'>> & { partner?: string; country?: string; topic?: string; text?: string; at?: number }

async function opened() {
  const desk = new ModelDesk()
  desks.push(desk)
  await desk.opened(0)
  let made = 0
  const give = (level: Level, more: More = {}): ReviewItem => {
    made++
    const { partner = null, country = null, topic, text, at = desk.clock.now() - minute, ...rest } = more
    const base = modelItem(uuid('queue', made), 900 + made, at)
    const item: ReviewItem = {
      ...base,
      ...rest,
      post: { ...base.post, text: text ?? base.post.text, topic: topic === undefined ? base.post.topic : { ...base.post.topic, name: topic } },
      intake: { level, packVersion: 'model' },
      author: { ...base.author, partner, country },
      allowed: rest.allowed ?? ['no_action', 'hand_on', 'hide', 'watch', 'escalate'],
    }
    desk.server.rows.set(item.id, { item, seq: ++desk.server.seq, removed: false })
    return item
  }
  const sync = async () => {
    await ask(desk.core, 'sync.now', {})
    await settled()
  }
  const list = async (filter: CallInput<'queue.open'>['filter']) => {
    const answer = await ask(desk.core, 'queue.open', { filter })
    const { rows } = await ask(desk.core, 'queue.rows', { view: answer.view, start: 0, count: 200 })
    return { ...answer, ids: rows.map((row) => row.id) }
  }
  const next = async (not: ItemId[] = []) => (await ask(desk.core, 'queue.next', { not })).next
  return { desk, give, sync, list, next }
}

const ids = (...items: ReviewItem[]) => items.map((item) => item.id)
const leaseOf = (by: number, until: number): ReviewItem['lease'] => ({ by: staffId(by) as never, name: `Guide ${by}`, device: uuid('device', by) as never, until: iso(until), held: null })

describe('filters', () => {
  test('narrow the one ranked list by kind, theme, partner, country, topic and level, alone and together, in its order', async () => {
    const { give, sync, list } = await opened()
    const text = 'I want to die, and I have told nobody.'
    const [college, ask1, sad, plain] = [
      give('amber', { partner: 'Maple College', country: 'CA' }),
      give('green', { kind: 'ask', partner: 'Maple College' }),
      give('red', { text, partner: 'Elm Health', country: 'GB', topic: 'Nights' }),
      give('green', { country: 'GB' }),
    ]
    await sync()
    expect((await list({})).ids).toHaveLength(4)
    expect((await list({ kind: 'ask' })).ids).toEqual(ids(ask1))
    expect((await list({ partner: 'Maple College' })).ids).toEqual((await list({})).ids.filter((id) => id === college.id || id === ask1.id))
    expect((await list({ partner: 'Maple College', kind: 'content' })).ids).toEqual(ids(college))
    expect((await list({ country: 'GB' })).ids).toEqual(ids(sad, plain))
    expect((await list({ theme: 'suicide' })).ids).toEqual(ids(sad))
    expect((await list({ country: 'GB', topic: 'Nights' })).ids).toEqual(ids(sad))
    expect((await list({ country: 'GB', level: 'green' })).ids).toEqual(ids(plain))
    expect((await list({ country: 'GB', text: 'told nobody' })).ids).toEqual(ids(sad))
    expect((await list({ country: 'GB' })).counts).toMatchObject({ green: 1, amber: 0 })
  })

  test('never hide danger silently: what is open as crisis or red outside them is counted', async () => {
    const { give, sync, list } = await opened()
    give('crisis')
    give('red', { partner: 'Elm Health' })
    give('red')
    give('green')
    await sync()
    expect((await list({})).outside).toEqual({ crisis: 0, red: 0 })
    expect((await list({ level: 'green' })).outside).toEqual({ crisis: 1, red: 2 })
    expect((await list({ level: 'red' })).outside).toEqual({ crisis: 1, red: 0 })
    expect((await list({ partner: 'Elm Health' })).outside).toEqual({ crisis: 1, red: 1 })
    expect((await list({ text: 'no such word' })).outside).toEqual({ crisis: 1, red: 2 })
    expect((await list({ show: 'watched' })).outside).toEqual({ crisis: 1, red: 2 })
    expect((await list({ show: 'decided' })).outside).toEqual({ crisis: 1, red: 2 })
  })

  test('list as mine what I have claimed and what is meant for me by name', async () => {
    const { desk, give, sync, list } = await opened()
    const [claimed, forMe] = [give('green', { lease: leaseOf(0, desk.clock.now() + 5 * minute) }), give('amber', { assignee: { id: staffId(0) as never, name: 'Guide 0' } })]
    give('red', { assignee: { id: staffId(1) as never, name: 'Guide 1' } })
    await sync()
    expect((await list({ show: 'mine' })).ids).toEqual(ids(forMe, claimed))
  })

  test('know which partners and countries there are, and hear of arrivals only in what they list', async () => {
    const { desk, give, sync, list } = await opened()
    give('green', { partner: 'Maple College', country: 'CA' })
    await sync()
    expect(await ask(desk.core, 'queue.facets', {})).toEqual({ partners: ['Maple College'], countries: ['CA'] })
    const { view } = await list({ partner: 'Maple College' })
    give('red')
    await sync()
    expect((await ask(desk.core, 'queue.arrivals', { view })).count).toBe(0)
    give('amber', { partner: 'Maple College' })
    await sync()
    expect(await ask(desk.core, 'queue.arrivals', { view })).toEqual({ count: 1, top: 'amber' })
  })
})

describe('the next one', () => {
  test('is the most urgent that this person may take, with the facts why', async () => {
    const { desk, give, sync, next } = await opened()
    const now = desk.clock.now()
    expect(await next()).toBeNull()
    give('crisis', { lease: leaseOf(1, now + 5 * minute) })
    give('red', { allowed: [] })
    give('red', { assignee: { id: staffId(1) as never, name: 'Guide 1' } })
    give('red', { topic: 'Family' })
    const amber = give('amber', { watched: true, at: now - 4 * minute })
    await sync()
    await ask(desk.core, 'care.setOptOuts', { topics: ['Family'], categories: [] })
    expect(await next()).toMatchObject({ item: amber.id, level: 'amber', mine: false, watched: true, late: false, passed: { held: 2, leftOut: 1, notAllowed: 1 } })
    expect(await next([amber.id])).toBeNull()
  })

  test('takes a colleague’s by name once its clock has run out', async () => {
    const { desk, give, sync, next } = await opened()
    const late = give('red', { assignee: { id: staffId(1) as never, name: 'Guide 1' }, at: desk.clock.now() - 24 * 60 * minute })
    await sync()
    expect(await next()).toMatchObject({ item: late.id, late: true, mine: false })
  })

  test('is answered without a network', async () => {
    const { desk, give, sync, next } = await opened()
    const item = give('red')
    await sync()
    desk.line.cut()
    expect(await next()).toMatchObject({ item: item.id, level: 'red' })
  })
})

describe('a batch', () => {
  const made = (items: ReviewItem[]) => items.map(({ id, version }) => ({ item: id, itemVersion: version }))
  const decide = (desk: ModelDesk, items: ReviewItem[]) => ask(desk.core, 'decision.makeBatch', { items: made(items), action: { verdict: 'no_action' }, reason: 'routine' })

  test('decides several quiet items at once, under one number, and one undo takes all of them back', async () => {
    const { desk, give, sync, list } = await opened()
    const quiet = [give('green'), give('green'), give('amber')]
    await sync()
    const answer = await decide(desk, quiet)
    const { entries } = await ask(desk.core, 'outbox.list', {})
    expect(new Set(entries.map((entry) => entry.decision.batch)).size).toBe(1)
    expect(entries.map((entry) => entry.decision.item).sort()).toEqual(ids(...quiet).sort())
    expect((await list({})).ids).toEqual([])
    const undone: CallOutput<'decision.undo'> = await ask(desk.core, 'decision.undo', { decision: answer.decisions[1]!.decision })
    expect([...undone.items].sort()).toEqual(ids(...quiet).sort())
    expect((await ask(desk.core, 'outbox.list', {})).entries).toEqual([])
    expect((await list({})).ids).toHaveLength(3)
  })

  test('is refused whole when one of them is crisis or red, by the server’s level or by this desk’s own, and says which', async () => {
    const { desk, give, sync } = await opened()
    const [quiet, red, found] = [give('green'), give('red'), give('green', { text: 'I want to die, and I have told nobody.' })]
    await sync()
    for (const wrong of [red, found]) {
      const input = { items: made([quiet, wrong]), action: { verdict: 'no_action' as const }, reason: 'routine' as const }
      const { code, message } = await refusal(desk.core, 'decision.makeBatch', input)
      expect([code, message]).toEqual(['not-allowed', expect.stringContaining('crisis or red')])
      expect(message).toContain(wrong.post.text.slice(0, 20))
    }
    expect((await ask(desk.core, 'outbox.list', {})).entries).toEqual([])
  })

  test('is refused for what asks something of its reader, for what a colleague has, and for hiding what is no spam', async () => {
    const { desk, give, sync } = await opened()
    const quiet = give('green')
    const wrong: [ReviewItem, RegExp][] = [
      [give('green', { kind: 'ask' }), /decided by itself/],
      [give('green', { lease: leaseOf(1, desk.clock.now() + 5 * minute) }), /Guide 1 has it/],
    ]
    await sync()
    for (const [item, why] of wrong) expect((await refusal(desk.core, 'decision.makeBatch', { items: made([quiet, item]), action: { verdict: 'no_action' }, reason: 'routine' })).message).toMatch(why)
    expect((await refusal(desk.core, 'decision.makeBatch', { items: made([quiet]), action: { verdict: 'hide' }, reason: 'unkind', note: 'Unkind.' })).message).toMatch(/only as spam/)
    expect((await refusal(desk.core, 'decision.makeBatch', { items: Array.from({ length: 21 }, () => made([quiet])[0]!), action: { verdict: 'no_action' }, reason: 'routine' })).code).toBe('invalid')
    expect((await ask(desk.core, 'outbox.list', {})).entries).toEqual([])
  })
})
