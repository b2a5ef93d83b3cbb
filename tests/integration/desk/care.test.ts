/** Care of the Guide on a whole desk: real encrypted cache, a model server, a clock that is turned by hand. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { ItemId } from '../../../src/contract/ids'
import type { ReviewItem } from '../../../src/contract/review'
import type { Level } from '../../../src/contract/risk'
import { itemColumns, itemValues } from '../../../src/main/desk/cache/item-row'
import { openCache } from '../../../src/main/desk/cache/open'
import { openCare } from '../../../src/main/desk/care/calls'
import { DataKey } from '../../../src/main/desk/vault/key'
import { createScorer } from '../../../src/risk'
import { iso, modelItem, staffId, uuid } from '../../property/desk/model-server'
import { ask, passphrase, temporaryFolder } from './support/desk'
import { ModelDesk } from './support/model-desk'
import { settled, TurnedClock } from './support/turned-clock'

const minute = 60_000
const hour = 60 * minute
const clinical = { concern: 'Said that it is too much.', risk: 'To be judged again today.', action: 'As decided.', justification: 'The lightest that is safe.' }
const desks: ModelDesk[] = []
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.end()
})

type More = Partial<Pick<ReviewItem, 'kind' | 'about' | 'watched' | 'lease' | 'status' | 'decision'>> & { topic?: string; author?: number; text?: string; postOf?: ReviewItem; at?: number }

/** A desk with an empty queue and a hand on what its server holds. */
async function opened() {
  const desk = new ModelDesk()
  desks.push(desk)
  await desk.opened(0)
  let made = 0
  const give = (level: Level, more: More = {}): ReviewItem => {
    const { topic, author = 1, text, postOf, at = desk.clock.now(), ...rest } = more
    made++
    const base = modelItem(uuid('care', made), 700 + made, at)
    const post = { ...base.post, id: uuid('care-post', made) as never, thread: uuid('care-post', made) as never, at: iso(at), text: text ?? base.post.text, topic: topic === undefined ? base.post.topic : { ...base.post.topic, name: topic } }
    const item: ReviewItem = {
      ...base,
      ...rest,
      post: postOf?.post ?? post,
      intake: { level, packVersion: 'model' },
      author: { ...base.author, id: uuid('member', author) as never },
      allowed: ['no_action', 'watch', 'message', 'escalate'],
    }
    put(item)
    return item
  }
  const put = (item: ReviewItem) => void desk.server.rows.set(item.id, { item, seq: ++desk.server.seq, removed: false })
  const sync = async () => {
    await ask(desk.core, 'sync.now', {})
    await settled()
  }
  const decide = async ({ id }: { id: ItemId }, verdict: 'no_action' | 'watch' | 'message' | 'escalate' = 'no_action') => {
    const { item } = await ask(desk.core, 'item.open', { item: id })
    const action = verdict === 'message' ? { verdict, body: 'Thank you for writing.' } : { verdict }
    const reason = verdict === 'escalate' ? 'risk-to-self' : verdict === 'no_action' ? 'routine' : 'support'
    return ask(desk.core, 'decision.make', { item: id, itemVersion: item.version, action, reason, note: 'Read closely.', clinical })
  }
  const read = async ({ id }: { id: ItemId }, ms: number) => {
    await ask(desk.core, 'care.reading', { item: id })
    await desk.clock.turn(ms)
    return ask(desk.core, 'care.reading', { item: null })
  }
  const status = () => ask(desk.core, 'care.status', {})
  return { desk, give, put, sync, decide, read, status }
}

describe('the exposure meter', () => {
  test('counts what was read and decided by severity, survives a lock, and fades over hours', async () => {
    const { desk, give, sync, decide, read, status } = await opened()
    const red = give('red')
    await sync()
    expect(await status()).toMatchObject({ exposure: { load: 0, band: 'light' }, breakDueAt: null, hardInARow: 0 })
    expect((await read(red, 2 * minute)).exposure.load).toBeCloseTo(6, 0)
    await decide(red)
    expect((await status()).exposure.load).toBeCloseTo(9, 0)
    await ask(desk.core, 'vault.lock', {})
    await ask(desk.core, 'vault.unlock', { passphrase })
    expect((await status()).exposure.load).toBeCloseTo(9, 0)
    await desk.clock.turn(2 * hour)
    expect((await status()).exposure.load).toBeCloseTo(4.5, 0)
  })

  test('counts what is still open, and what was open when the desk locked', async () => {
    const { desk, give, sync, status } = await opened()
    const crisis = give('crisis')
    await sync()
    await ask(desk.core, 'care.reading', { item: crisis.id })
    await desk.clock.turn(minute)
    expect((await status()).exposure.load).toBeCloseTo(4, 0)
    await ask(desk.core, 'vault.lock', {})
    await ask(desk.core, 'vault.unlock', { passphrase })
    expect((await status()).exposure.load).toBeCloseTo(4, 0)
  })

  test('does not count a decision that was taken back', async () => {
    const { desk, give, sync, decide, status } = await opened()
    const red = give('red')
    await sync()
    const { decision } = await decide(red)
    expect((await status()).exposure.load).toBeGreaterThan(2)
    await ask(desk.core, 'decision.undo', { decision })
    expect((await status()).exposure.load).toBe(0)
    expect((await ask(desk.core, 'shift.glance', {})).decisions).toEqual({})
  })
})

test('nothing of care is in any request, nor readable on the disk', async () => {
  const { desk, give, sync, decide, read } = await opened()
  const items = [give('crisis'), give('red', { topic: 'Heather walks' }), give('green')]
  await sync()
  const before = desk.line.sent.length
  await ask(desk.core, 'care.setOptOuts', { topics: ['Heather walks'], categories: ['eating-disorder'] })
  for (const item of items) await read(item, 3 * minute)
  await ask(desk.core, 'care.break', { on: true })
  await desk.clock.turn(7 * minute)
  await ask(desk.core, 'care.break', { on: false })
  for (const call of ['care.status', 'shift.glance', 'shift.became'] as const) await ask(desk.core, call, {})
  // None of these calls asked the network for anything: what was sent meanwhile is sync's own.
  expect(desk.line.sent.slice(before).filter(({ method, body }) => method !== 'GET' || body !== undefined)).toEqual([])
  await decide(items[0]!, 'escalate')
  await ask(desk.core, 'care.pause', { how: 'take' })
  await sync()
  expect(desk.line.sent.some(({ path }) => path === '/v1/decisions')).toBe(true)
  const said = JSON.stringify(desk.line.sent.map(({ path, query, body, headers }) => ({ path, query, body, headers })))
  expect(said).not.toMatch(/care|optOut|Heather walks|eating-disorder|exposure|break|pause|reading|hardInARow/i)
  for (const file of readdirSync(desk.profileFolder)) {
    expect(readFileSync(join(desk.profileFolder, file)).toString('latin1'), file).not.toMatch(/care_event|care\.optOuts|Heather walks|eating-disorder/)
  }
})

describe('breaks', () => {
  test('are due after two hours of work, begin the two hours anew, and are counted in the shift', async () => {
    const { desk, give, sync, read, status } = await opened()
    const green = give('green')
    await sync()
    const start = desk.clock.now()
    await read(green, minute)
    expect((await status()).breakDueAt).toBe(iso(start + 2 * hour))
    const from = desk.clock.now()
    expect((await ask(desk.core, 'care.break', { on: true })).onBreak).toEqual({ since: iso(from) })
    await desk.clock.turn(10 * minute)
    // The desk may lock itself meanwhile; the break goes on.
    await ask(desk.core, 'vault.lock', {})
    await ask(desk.core, 'vault.unlock', { passphrase })
    expect((await status()).onBreak).toEqual({ since: iso(from) })
    const until = desk.clock.now()
    expect(await ask(desk.core, 'care.break', { on: false })).toMatchObject({ onBreak: null, breakDueAt: null })
    await read(green, minute)
    expect((await status()).breakDueAt).toBe(iso(until + 2 * hour))
    expect((await ask(desk.core, 'shift.glance', {})).breaks).toEqual([{ from: iso(from), until: iso(until) }])
  })

  test('that ended the shift are not breaks of the next one', async () => {
    const { desk, give, sync, read, status } = await opened()
    const green = give('green')
    await sync()
    await read(green, minute)
    await ask(desk.core, 'care.break', { on: true })
    await ask(desk.core, 'vault.lock', {})
    await desk.clock.turn(14 * hour)
    await ask(desk.core, 'vault.unlock', { passphrase })
    expect((await status()).onBreak).toBeNull()
  })

  test('reading is not counted during one', async () => {
    const { desk, give, sync, read, status } = await opened()
    const red = give('red')
    await sync()
    await ask(desk.core, 'care.break', { on: true })
    await read(red, 5 * minute)
    expect((await status()).exposure.load).toBe(0)
  })
})

describe('after a rescue', () => {
  test('a protected pause is offered, not forced; taken, it gives green items alone and can be ended', async () => {
    const { desk, give, sync, decide, status } = await opened()
    const crisis = give('crisis')
    const amber = give('amber')
    const green = give('green')
    await sync()
    expect((await status()).pause).toEqual({ state: 'none' })
    await decide(crisis, 'escalate')
    expect((await status()).pause).toEqual({ state: 'offered', until: iso(desk.clock.now() + 15 * minute) })
    expect(await ask(desk.core, 'care.gentle', { not: null })).toEqual({ item: amber.id })
    const on = await ask(desk.core, 'care.pause', { how: 'take' })
    expect(on.pause).toEqual({ state: 'on', until: iso(desk.clock.now() + 15 * minute) })
    expect(await ask(desk.core, 'care.gentle', { not: null })).toEqual({ item: green.id })
    expect(await ask(desk.core, 'care.gentle', { not: green.id })).toEqual({ item: null })
    expect((await ask(desk.core, 'care.pause', { how: 'end' })).pause).toEqual({ state: 'none' })
  })

  test('a pause ends by itself after a quarter of an hour, and an offer lapses', async () => {
    const { desk, give, sync, decide, status } = await opened()
    const [first, second] = [give('crisis'), give('crisis')]
    await sync()
    await decide(first)
    await ask(desk.core, 'care.pause', { how: 'take' })
    await desk.clock.turn(15 * minute)
    expect((await status()).pause).toEqual({ state: 'none' })
    await decide(second)
    expect((await ask(desk.core, 'care.pause', { how: 'decline' })).pause).toEqual({ state: 'none' })
  })

  test('an ordinary decision offers none', async () => {
    const { give, sync, decide, status } = await opened()
    const red = give('red')
    await sync()
    await decide(red)
    expect((await status()).pause).toEqual({ state: 'none' })
  })
})

describe('gentler next', () => {
  test('after two hard cases something gentler is wanted, until two gentler ones were done', async () => {
    const { give, sync, decide, status } = await opened()
    const [a, b, c, d] = [give('red'), give('crisis'), give('amber'), give('green')]
    await sync()
    await decide(a)
    expect(await status()).toMatchObject({ hardInARow: 1, gentler: false })
    await decide(b)
    expect(await status()).toMatchObject({ hardInARow: 2, gentler: true, crisisWaits: false })
    await decide(c)
    await decide(d)
    expect(await status()).toMatchObject({ hardInARow: 0, gentler: false })
  })

  test('says when a crisis waits that nobody holds; one that a colleague holds does not count', async () => {
    const { desk, give, put, sync, status } = await opened()
    const crisis = give('crisis')
    await sync()
    expect((await status()).crisisWaits).toBe(true)
    put({ ...crisis, version: 2, lease: { by: staffId(7) as never, name: 'Guide 7', device: uuid('device', 7) as never, until: iso(desk.clock.now() + hour), held: null } })
    await sync()
    expect((await status()).crisisWaits).toBe(false)
  })

  test('skips what is opted out, but never a crisis, and goes round what waits', async () => {
    const { desk, give, sync } = await opened()
    const [food, work, other] = [give('amber', { topic: 'Food', at: desk.clock.now() - 3_000 }), give('amber', { topic: 'Work', at: desk.clock.now() - 2_000 }), give('green', { topic: 'Work' })]
    await sync()
    await ask(desk.core, 'care.setOptOuts', { topics: ['Food'], categories: [] })
    const gentle = async (not: ItemId | null) => (await ask(desk.core, 'care.gentle', { not })).item
    expect(await gentle(null)).toBe(work.id)
    expect(await gentle(work.id)).toBe(other.id)
    expect(await gentle(other.id)).toBe(work.id)
    // From the one that is left out, too: after it in the order of waiting.
    expect(await gentle(food.id)).toBe(work.id)
    expect((await ask(desk.core, 'care.status', {})).optOuts).toEqual({ topics: ['Food'], categories: [] })
  })
})

describe('what became of it', () => {
  test('lists hard things with what happened since, and nothing of the rest', async () => {
    const { desk, give, put, sync, decide } = await opened()
    const [red, green, messaged] = [give('red', { author: 1 }), give('green', { author: 2 }), give('amber', { author: 3 })]
    await sync()
    await decide(red, 'escalate')
    await decide(green)
    await desk.clock.turn(minute)
    await decide(messaged, 'message')
    await desk.clock.turn(minute)
    const follow = { id: uuid('decision', 900) as never, verdict: 'message' as const, reason: 'support' as const, by: staffId(8) as never, name: 'Senior 8', at: iso(desk.clock.now()), note: '' }
    give('red', { kind: 'escalation', postOf: red, author: 1, status: 'decided', decision: follow })
    const held = desk.server.rows.get(red.id)!.item
    put({ ...held, post: { ...held.post, state: 'held' } })
    const again = give('amber', { author: 1 })
    await sync()
    const { list } = await ask(desk.core, 'shift.became', {})
    expect(list.map(({ item }) => item)).toEqual([messaged.id, red.id])
    expect(list[0]).toMatchObject({ verdict: 'message', level: 'amber', fate: 'applied', later: [], wroteAgain: null })
    expect(list[1]).toMatchObject({
      verdict: 'escalate',
      fate: 'applied',
      post: 'held',
      later: [{ verdict: 'message', name: 'Senior 8', kind: 'escalation' }],
      wroteAgain: { times: 1, level: 'amber', item: again.id },
    })
  })
})

describe('my shift', () => {
  test('tells decisions by kind, times against the clocks, and what waits by age', async () => {
    const { desk, give, sync, decide } = await opened()
    const t0 = desk.clock.now()
    const [old, young] = [give('red', { at: t0 - 40 * minute }), give('red', { at: t0 - 10 * minute })]
    // Promised for later: it does not wait yet.
    give('crisis', { at: t0 + 2 * hour, kind: 'promise', about: { of: 'promise', what: 'To write again', due: iso(t0 + 2 * hour), by: 'Guide 0' } })
    const waits = [give('amber', { at: t0 - 5 * hour }), give('amber', { at: t0 - hour }), give('amber', { at: t0 })]
    await sync()
    await decide(old)
    await desk.clock.turn(10 * minute)
    await decide(young, 'watch')
    const glance = await ask(desk.core, 'shift.glance', {})
    expect(glance).toMatchObject({ from: iso(t0), decisions: { no_action: 1, watch: 1 } })
    expect(glance.times.red).toEqual({ decided: 2, medianMs: 20 * minute, p90Ms: 40 * minute, clockMs: 30 * minute, inTime: 1 })
    expect(glance.queue.red).toMatchObject({ open: 0, oldestMs: null })
    expect(glance.queue.crisis).toMatchObject({ open: 0, late: 0 })
    expect((await ask(desk.core, 'care.status', {})).crisisWaits).toBe(false)
    expect(glance.queue.amber).toEqual({ open: waits.length, oldestMs: 5 * hour + 10 * minute, medianMs: hour + 10 * minute, clockMs: 4 * hour, late: 1 })
    expect(glance.steps.reduce((sum, { counts }) => sum + Object.values(counts).reduce((a, b) => a + b, 0), 0)).toBe(2)
    expect(glance.exposure.at(-1)?.load).toBeGreaterThan(5)
  })

  test('begins anew after four hours without anything', async () => {
    const { desk, give, sync, decide } = await opened()
    const [a, b] = [give('green'), give('green')]
    await sync()
    await decide(a)
    await desk.clock.turn(5 * hour)
    await decide(b)
    expect(await ask(desk.core, 'shift.glance', {})).toMatchObject({ from: iso(desk.clock.now()), decisions: { no_action: 1 } })
  })
})

describe('a member’s record', () => {
  const calm = 'I made soup and slept well, and I will see my sister tomorrow.'
  const heavy = 'I cannot see a way on and I want to die.'

  test('holds every post with how urgent it reads, decisions, watch and promises', async () => {
    const { desk, give, sync, decide } = await opened()
    const week = 7 * 24 * hour
    const t0 = desk.clock.now()
    const posts = [5, 4, 3, 2, 1, 0].map((ago) => give('green', { author: 4, at: t0 - ago * week, text: ago > 2 ? `${calm} ${ago}` : `${heavy} ${ago}`, watched: true }))
    give('amber', { author: 4, kind: 'promise', about: { of: 'promise', what: 'To write again on Tuesday', due: iso(t0 + hour), by: 'Guide 0' } })
    await sync()
    await decide(posts[0]!, 'watch')
    await sync()
    const record = await ask(desk.core, 'member.record', { item: posts.at(-1)!.id })
    const mine = record.points.filter((point) => posts.some(({ id }) => id === point.item))
    expect(mine.map((point) => point.item)).toEqual(posts.map(({ id }) => id))
    expect(mine.at(-1)).toMatchObject({ current: true, decision: null })
    expect(mine.at(-1)!.urgent).toBeGreaterThan(mine[0]!.urgent)
    expect(record.deteriorating).toBe(true)
    expect(record.reasons.length).toBeGreaterThan(0)
    expect(mine[0]!.decision).toMatchObject({ verdict: 'watch', name: 'Guide 0' })
    expect(record.watch).toMatchObject({ name: 'Guide 0' })
    expect(record.promises).toMatchObject([{ what: 'To write again on Tuesday', by: 'Guide 0' }])
  })

  test('tells a blind second look nothing of the first', async () => {
    const { desk, give, sync, decide } = await opened()
    const first = give('red', { author: 4, text: heavy })
    await sync()
    await decide(first, 'watch')
    await sync()
    const second = give('red', { author: 4, kind: 'second-review', postOf: first, about: { of: 'second-review', first: first.id } })
    await sync()
    const record = await ask(desk.core, 'member.record', { item: second.id })
    expect(record).toMatchObject({ points: [], decisions: [], watch: null })
  })
})

describe('hints for the next one', () => {
  /** Care on an encrypted cache of its own, with a decided item of each given level and one crisis that waits, or not. */
  const careOf = (levelsDone: readonly Level[], crisisWaits: boolean) => {
    const folder = temporaryFolder()
    const cache = openCache(join(folder.path, 'cache.db'), DataKey.make())
    const clock = new TurnedClock()
    const insert = cache.write.db.prepare(`insert into item (${itemColumns.join(', ')}) values (${itemColumns.map(() => '?').join(', ')})`)
    const put = (number: number, level: Level) => {
      const item = modelItem(uuid('hint', number), number, clock.now())
      insert.run(...itemValues({ seq: number, item, raw: item }, { era: 1, mark: 1 }, { level, abstained: false, themes: [], packVersion: 'test' }))
      return item.id
    }
    const context = () => ({ staff: '', pseudonym: '', now: clock.now(), serverNow: clock.now(), ownLease: () => null })
    const { care } = openCare({ cache, clock, scorer: createScorer(), context, failed: (error) => void expect.unreachable(String(error)) })
    levelsDone.forEach((level, place) => {
      const id = put(place, level)
      care.decided(id, uuid('hint-decision', place) as never, 'no_action')
      cache.write.db.prepare('update item set status = 1 where id = ?').run(id)
    })
    if (crisisWaits) put(99, 'crisis')
    const hints = care.hints()
    cache.close()
    folder.remove()
    return hints
  }

  test('leave every level open until two hard cases in a row', () => {
    expect(careOf(['amber', 'red'], false)).toMatchObject({ levels: null, words: null })
  })

  test('then ask for amber or green, and say why', () => {
    expect(careOf(['red', 'red'], false)).toMatchObject({ levels: ['amber', 'green'], words: 'gentler, after two hard cases' })
  })

  test('but a crisis that nobody holds comes first', () => {
    expect(careOf(['red', 'red'], true)).toMatchObject({ levels: null, words: 'a crisis waits that nobody holds' })
  })
})
