/** How a desk lives with its server: the whole core on a real encrypted file, a model server, a clock that is turned by hand. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { RecordedOutcome, SyncStatus } from '../../../src/contract/bridge'
import { openCache } from '../../../src/main/desk/cache/open'
import { diskFiles } from '../../../src/main/desk/vault/files'
import { Vault } from '../../../src/main/desk/vault/vault'
import { iso, modelItem, staffId, uuid } from '../../property/desk/model-server'
import { ask, passphrase, refusal } from './support/desk'
import { ModelDesk } from './support/model-desk'
import { settled } from './support/turned-clock'

const desks: ModelDesk[] = []
const opened = async (items = 3, more: ConstructorParameters<typeof ModelDesk>[0] = {}) => {
  const desk = new ModelDesk(more)
  desks.push(desk)
  return desk.opened(items)
}
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.end()
})

const status = (desk: ModelDesk): Promise<SyncStatus> => ask(desk.core, 'sync.status', {})
const entries = async (desk: ModelDesk) => (await ask(desk.core, 'outbox.list', {})).entries
const outcomes = async (desk: ModelDesk, onlyUnacknowledged = true) => (await ask(desk.core, 'outcomes.list', { onlyUnacknowledged })).outcomes
const pushes = (desk: ModelDesk) => desk.line.sent.filter((request) => request.path === '/v1/decisions')
const decisionsAnswer = (results: unknown[]) => ({ kind: 'answer' as const, status: 200, body: { results, serverTime: iso(0), deviceState: 'ok' }, retryAfterMs: null })

describe('a decision', () => {
  test('is held for undo, then leaves and is answered', async () => {
    const desk = await opened()
    const made = await desk.decideFirst('a note')
    expect(await entries(desk)).toMatchObject([{ state: 'held', attempts: 0, undoUntil: made.undoUntil }])
    expect((await status(desk)).pending).toBe(1)
    await desk.clock.turn(7_900)
    expect(pushes(desk)).toHaveLength(0)
    await desk.clock.turn(200)
    expect(desk.server.ledger.get(made.decision)?.outcome.kind).toBe('applied')
    expect(await entries(desk)).toEqual([])
    expect(await status(desk)).toMatchObject({ network: 'online', pending: 0, conflicts: 0, problem: null })
    const told = desk.events.filter((event) => event.name === 'outcome').map((event) => event.payload as RecordedOutcome)
    expect(told).toMatchObject([{ decision: { id: made.decision, note: 'a note' }, outcome: { kind: 'applied' }, needsAttention: false, item: { id: told[0]!.decision.item } }])
  })

  test('that is undone in time never leaves, and the item is in the queue again', async () => {
    const desk = await opened()
    const before = await desk.queue()
    const { decision } = await desk.decideFirst()
    expect((await desk.queue()).total).toBe(2)
    // The frozen view still shows it in its place, with what is pending.
    const { rows } = await ask(desk.core, 'queue.rows', { view: before.view, start: 0, count: 10 })
    expect(rows.map((row) => row.id)).toEqual(before.rows.map((row) => row.id))
    expect(rows[0]?.pending).toMatchObject({ decision, verdict: 'watch' })
    await ask(desk.core, 'decision.undo', { decision })
    expect((await desk.queue()).rows).toEqual(before.rows)
    await desk.clock.turn(60_000)
    expect(pushes(desk)).toHaveLength(0)
  })

  test('cannot be undone after it may have left', async () => {
    const desk = await opened()
    const { decision } = await desk.decideFirst()
    await desk.clock.turn(8_000)
    expect((await refusal(desk.core, 'decision.undo', { decision })).code).toBe('undo-too-late')
    expect((await refusal(desk.core, 'decision.undo', { decision: uuid('decision', 99) as never })).code).toBe('not-found')
  })

  test('that was held when the desk was closed leaves after the next unlock', async () => {
    const desk = await opened()
    const { decision } = await desk.decideFirst()
    await ask(desk.core, 'vault.lock', {})
    await desk.clock.turn(20_000)
    expect(pushes(desk)).toHaveLength(0)
    await ask(desk.core, 'vault.unlock', { passphrase })
    await settled()
    expect(desk.server.ledger.get(decision)?.outcome.kind).toBe('applied')
  })

  test('leaves at once when the clinician asks to send now', async () => {
    const desk = await opened()
    const { decision } = await desk.decideFirst()
    expect(pushes(desk)).toHaveLength(0)
    await ask(desk.core, 'sync.now', {})
    await settled()
    expect(desk.server.ledger.get(decision)?.outcome.kind).toBe('applied')
    expect((await refusal(desk.core, 'decision.undo', { decision })).code).toBe('undo-too-late')
  })

  test('is refused when the server does not offer it, when the item is decided, and when a note is missing', async () => {
    const desk = await opened()
    const { rows } = await desk.queue()
    const item = rows[0]!.id
    const make = (action: object, reason = 'support', note = '') =>
      refusal(desk.core, 'decision.make', { item, itemVersion: 1, action: action as never, reason: reason as never, note })
    expect((await make({ verdict: 'hide' }, 'unkind')).code).toBe('not-allowed')
    expect((await make({ verdict: 'watch' }, 'handing-on')).code).toBe('invalid')
    expect((await make({ verdict: 'nonsense' })).code).toBe('invalid')
    await desk.decideFirst()
    expect((await make({ verdict: 'watch' })).code).toBe('already-decided')
    expect((await refusal(desk.core, 'decision.make', { item: uuid('item', 77) as never, itemVersion: 1, action: { verdict: 'watch' }, reason: 'support' })).code).toBe('not-found')
  })

  test('whose answer was lost goes again with the same id and takes effect once', async () => {
    const desk = await opened()
    const { decision } = await desk.decideFirst()
    desk.line.cut('lost-answers')
    await desk.clock.turn(10_000)
    expect(desk.server.effective).toHaveLength(1)
    expect(await entries(desk)).toMatchObject([{ state: 'ready' }])
    desk.line.state = 'up'
    await desk.clock.turn(30_000)
    expect(pushes(desk).length).toBeGreaterThan(1)
    expect(desk.server.effective).toHaveLength(1)
    expect(await outcomes(desk, false)).toMatchObject([{ decision: { id: decision }, outcome: { kind: 'applied' } }])
  })

  test('that somebody else was faster with is kept, shown with both verdicts, and counted until acknowledged', async () => {
    const desk = await opened()
    desk.line.cut()
    const { decision } = await desk.decideFirst()
    const mine = desk.server.rows.get((await entries(desk))[0]!.decision.item)!
    desk.server.decide(1, { ...(await entries(desk))[0]!.decision, id: uuid('decision', 1) as never, action: { verdict: 'no_action' }, itemVersion: mine.item.version }, desk.clock.now())
    desk.line.state = 'up'
    await desk.clock.turn(60_000)
    expect(await outcomes(desk)).toMatchObject([
      { decision: { id: decision, action: { verdict: 'watch' } }, outcome: { kind: 'superseded', verdict: 'no_action', by: 'Guide 1' }, needsAttention: true, item: { status: 'decided', decision: { verdict: 'no_action' } } },
    ])
    expect((await status(desk)).conflicts).toBe(1)
    await ask(desk.core, 'outcomes.acknowledge', { decision })
    expect((await status(desk)).conflicts).toBe(0)
    expect(await outcomes(desk)).toEqual([])
    expect(await outcomes(desk, false)).toHaveLength(1)
  })

  test('with an outcome that this version does not know stays in the outbox, and the others of its batch do not', async () => {
    const desk = await opened()
    desk.line.cut()
    const first = await desk.decideFirst()
    const second = await desk.decideFirst()
    desk.line.state = 'up'
    desk.line.instead.set('/v1/decisions', decisionsAnswer([{ id: second.decision, outcome: { kind: 'gone' } }, { id: first.decision, outcome: { kind: 'escalated_elsewhere', to: 'somebody' } }]))
    await desk.clock.turn(60_000)
    expect(await entries(desk)).toMatchObject([{ decision: { id: first.decision }, state: 'needs-update', lastAnswer: expect.stringMatching(/update the desk/) }])
    expect(await outcomes(desk)).toMatchObject([{ decision: { id: second.decision }, outcome: { kind: 'gone' } }])
    // A newer version, which knows it, finds it there.
    desk.line.instead.clear()
    await ask(desk.core, 'vault.lock', {})
    await ask(desk.core, 'vault.unlock', { passphrase })
    await settled()
    expect(await entries(desk)).toEqual([])
  })

  test('that the server asks to repeat, or says nothing about, is repeated', async () => {
    const desk = await opened()
    const { decision } = await desk.decideFirst()
    desk.line.instead.set('/v1/decisions', decisionsAnswer([{ id: decision, outcome: { kind: 'retry', after: 30_000 } }]))
    await desk.clock.turn(8_100)
    expect(await entries(desk)).toMatchObject([{ state: 'ready', attempts: 1, lastAnswer: expect.any(String) }])
    desk.line.instead.set('/v1/decisions', decisionsAnswer([]))
    await desk.clock.turn(31_000)
    expect(await entries(desk)).toMatchObject([{ state: 'ready', attempts: 2 }])
    desk.line.instead.clear()
    await desk.clock.turn(60_000)
    expect(await entries(desk)).toEqual([])
  })

  test('that makes the server refuse a whole batch does not hold up the others', async () => {
    const desk = await opened()
    desk.line.cut()
    const bad = await desk.decideFirst()
    const good = await desk.decideFirst()
    desk.line.state = 'up'
    const send = desk.line.send.bind(desk.line)
    desk.line.send = (request) => {
      const decisions = (request.body as { decisions?: { id: string }[] } | undefined)?.decisions
      if (decisions?.some(({ id }) => id === bad.decision)) return Promise.resolve({ kind: 'answer', status: 413, body: { code: 'too_large', message: 'Too large.' }, retryAfterMs: null })
      return send(request)
    }
    await desk.clock.turn(120_000)
    expect(desk.server.ledger.get(good.decision)?.outcome.kind).toBe('applied')
    expect(await entries(desk)).toMatchObject([{ decision: { id: bad.decision }, state: 'ready', lastAnswer: 'Too large.' }])
  })
})

describe('the network', () => {
  test('goes and comes: work goes on, and everything arrives once', async () => {
    const desk = await opened(5)
    desk.line.cut()
    for (let count = 0; count < 5; count++) await desk.decideFirst()
    await desk.clock.turn(120_000)
    expect(await status(desk)).toMatchObject({ network: 'offline', pending: 5, problem: expect.stringMatching(/kept here/) })
    expect(await ask(desk.core, 'item.claim', { item: [...desk.server.rows.keys()][0] as never })).toEqual({ kind: 'offline' })
    desk.line.state = 'up'
    await desk.clock.turn(15_000)
    expect(await status(desk)).toMatchObject({ network: 'online', pending: 0, problem: null })
    expect(desk.server.effective).toHaveLength(5)
  })

  test('a poke brings what is new without waiting for the timer', async () => {
    const desk = await opened()
    const { view } = await desk.queue()
    desk.server.create(desk.clock.now())
    desk.line.poke()
    await settled()
    expect(await ask(desk.core, 'queue.arrivals', { view })).toMatchObject({ count: 1 })
    expect((await desk.queue()).total).toBe(4)
  })

  test('without a stream the timer does', async () => {
    const desk = await opened()
    desk.line.cut()
    await desk.clock.turn(1_000)
    desk.server.create(desk.clock.now())
    desk.line.state = 'up'
    await desk.clock.turn(12_000)
    expect((await desk.queue()).total).toBe(4)
  })

  test('something else answering at the address is told from a server that is away', async () => {
    const desk = await opened()
    desk.line.cut('html')
    await ask(desk.core, 'sync.now', {})
    expect(await status(desk)).toMatchObject({ network: 'offline', problem: expect.stringMatching(/Something other than the community server/) })
    expect((await desk.queue()).total).toBe(3)
  })

  test('a busy server is given the time it asks for', async () => {
    const desk = await opened()
    desk.line.instead.set('/v1/sync/changes', { kind: 'answer', status: 503, body: { code: 'unavailable', message: 'Busy.' }, retryAfterMs: 40_000 })
    await ask(desk.core, 'sync.now', {})
    const before = desk.line.sent.length
    await desk.clock.turn(39_000)
    expect(desk.line.sent.length).toBe(before)
    desk.line.instead.clear()
    await desk.clock.turn(2_000)
    expect(desk.line.sent.length).toBeGreaterThan(before)
  })
})

describe('the session', () => {
  test('ends: decisions wait, work goes on, and signing in again sends them without closing the desk', async () => {
    const desk = await opened()
    desk.line.token = 'token-of-the-second-session'
    const { decision } = await desk.decideFirst()
    await desk.clock.turn(70_000)
    expect(await status(desk)).toMatchObject({ needs: 'sign-in', pending: 1 })
    expect(desk.server.ledger.size).toBe(0)
    await desk.decideFirst()
    const state = await ask(desk.core, 'desk.signIn', { username: 'guide-0', password: 'a passphrase', code: '123 456' })
    expect(state.phase).toBe('open')
    await desk.clock.turn(10_000)
    expect(await status(desk)).toMatchObject({ needs: 'nothing', pending: 0 })
    expect(desk.server.ledger.get(decision)?.outcome.kind).toBe('applied')
  })

  test('is the cache’s: after a restart the desk goes on without signing in', async () => {
    const desk = await opened()
    await desk.core.close()
    desk.start()
    expect((await ask(desk.core, 'desk.state', {})).phase).toBe('signed-out')
    expect((await desk.chooseAgain()).phase).toBe('locked')
    await ask(desk.core, 'vault.unlock', { passphrase })
    await settled()
    expect(await status(desk)).toMatchObject({ network: 'online', needs: 'nothing' })
  })

  test('too old to pull: what was decided is still sent', async () => {
    const desk = await opened()
    desk.line.instead.set('/v1/sync/changes', { kind: 'answer', status: 426, body: { code: 'upgrade', minProtocol: 2, minSchema: 1 }, retryAfterMs: null })
    const { decision } = await desk.decideFirst()
    await desk.clock.turn(70_000)
    expect(desk.server.ledger.get(decision)?.outcome.kind).toBe('applied')
    expect(await status(desk)).toMatchObject({ needs: 'upgrade', pending: 0, problem: expect.stringMatching(/Update the desk/) })
  })

  test('a wipe ordered by the server destroys the key first and leaves nothing', async () => {
    const desk = await opened()
    desk.line.deviceState = 'wipe'
    await ask(desk.core, 'sync.now', {})
    await settled()
    expect(await ask(desk.core, 'desk.state', {})).toMatchObject({ phase: 'signed-out', profiles: [], profile: null })
    expect(readdirSync(join(desk.folder.path, 'profiles'))).toEqual([])
    expect((await refusal(desk.core, 'queue.open', { filter: {} })).code).toBe('locked')
  })
})

describe('the queue', () => {
  test('is usable from the seeds on, before the first sync is over', async () => {
    const desk = new ModelDesk()
    desks.push(desk)
    desk.line.instead.set('/v1/sync/snapshot', { kind: 'answer', status: 503, body: { code: 'unavailable', message: 'Busy.' }, retryAfterMs: 60_000 })
    await desk.opened(10)
    expect((await desk.queue()).total).toBe(4)
    expect(await status(desk)).toMatchObject({ progress: { done: 0 }, lastSyncedAt: null })
    desk.line.instead.clear()
    await desk.clock.turn(70_000)
    expect((await desk.queue()).total).toBe(10)
    expect((await status(desk)).progress).toBeNull()
  })

  test('filters by level, topic and words, and counts each level as if it were chosen', async () => {
    const desk = await opened(14)
    const open = async (filter: object) => ask(desk.core, 'queue.open', { filter })
    const all = await open({})
    expect(all).toMatchObject({ total: 14, topics: ['Topic 0', 'Topic 1', 'Topic 2'] })
    for (const level of ['crisis', 'red', 'amber', 'green'] as const) {
      const one = await open({ level })
      expect(one.total).toBe(all.counts[level])
      expect(one.counts).toEqual(all.counts)
    }
    const topic = await open({ topic: 'Topic 1' })
    expect(topic.total).toBe(Object.values(topic.counts).reduce((sum, count) => sum + count, 0))
    expect((await open({ text: 'number 12: RIVER' })).total).toBe(1)
    expect((await open({ text: 'member-2' })).total).toBeGreaterThan(0)
    expect((await open({ text: '%' })).total).toBe(0)
    expect((await open({ text: 'status' })).total).toBe(0)
  })

  test('shows mine, watched and decided', async () => {
    const desk = await opened(4)
    const [first, second] = [...desk.server.rows.values()]
    second!.item = { ...second!.item, watched: true, lease: { by: staffId(0) as never, name: 'Guide 0', device: uuid('device', 0) as never, until: iso(desk.clock.now() + 60_000), held: null } }
    second!.seq = ++desk.server.seq
    const ids = async (show: 'mine' | 'watched' | 'decided') => {
      const { view, total } = await ask(desk.core, 'queue.open', { filter: { show } })
      return total === 0 ? [] : (await ask(desk.core, 'queue.rows', { view, start: 0, count: 10 })).rows.map((row) => row.id)
    }
    await ask(desk.core, 'sync.now', {})
    expect(await ids('mine')).toEqual([second!.item.id])
    expect(await ids('watched')).toEqual([second!.item.id])
    await ask(desk.core, 'decision.make', { item: first!.item.id, itemVersion: 1, action: { verdict: 'watch' }, reason: 'support' })
    expect(await ids('decided')).toEqual([first!.item.id])
    await desk.clock.turn(60_001)
    expect(await ids('mine')).toEqual([])
    expect(await ids('decided')).toEqual([first!.item.id])
  })

  test('keeps the place of an item that was removed while the view was open', async () => {
    const desk = await opened(3)
    const before = await desk.queue()
    desk.server.remove(1)
    desk.line.poke()
    await settled()
    const { rows } = await ask(desk.core, 'queue.rows', { view: before.view, start: 0, count: 10 })
    expect(rows.map((row) => row.id)).toEqual(before.rows.map((row) => row.id))
    const removed = rows.find((row) => row.status === 'withdrawn')
    expect(removed).toMatchObject({ preview: '', author: '' })
    expect((await refusal(desk.core, 'item.open', { item: removed!.id })).code).toBe('not-found')
  })

  test('keeps the last four views', async () => {
    const desk = await opened(1)
    const { view } = await desk.queue()
    for (let more = 0; more < 3; more++) await desk.queue()
    expect((await desk.core.call('queue.rows', { view, start: 0, count: 1 })).ok).toBe(true)
    await desk.queue()
    expect((await refusal(desk.core, 'queue.rows', { view, start: 0, count: 1 })).code).toBe('not-found')
  })

  test('keeps fields of an item that this version does not know', async () => {
    const desk = await opened(1)
    const row = [...desk.server.rows.values()][0]!
    row.item = { ...row.item, version: 2, laterField: { of: 'a newer server' } } as never
    row.seq = ++desk.server.seq
    await ask(desk.core, 'sync.now', {})
    await desk.core.close()
    const key = await new Vault(diskFiles, desk.profileFolder).open(passphrase, desk.clock.now())
    const cache = openCache(`${desk.profileFolder}/cache.db`, key)
    expect(cache.read.db.prepare<[], string>(`select payload ->> '$.laterField.of' from item`).pluck().get()).toBe('a newer server')
    cache.close()
    key.zero()
  })
})

describe('a resync', () => {
  test('keeps the outbox, takes what is new and drops what is gone', async () => {
    const desk = await opened(6)
    desk.line.cut()
    const { decision } = await desk.decideFirst()
    const decided = (await entries(desk))[0]!.decision.item
    const other = [...desk.server.rows.keys()].findIndex((id) => id !== decided)
    desk.server.remove(other)
    desk.server.create(desk.clock.now())
    desk.server.purge()
    desk.line.state = 'up'
    await desk.clock.turn(60_000)
    expect(desk.server.ledger.get(decision)?.outcome.kind).toBe('applied')
    expect((await desk.queue()).total).toBe(5)
  })

  test('that would drop half of the cache stops and asks; approved, it goes on', async () => {
    const desk = await opened(40)
    for (let count = 0; count < 25; count++) desk.server.remove(0)
    desk.server.purge()
    await ask(desk.core, 'sync.now', {})
    await settled()
    expect(await status(desk)).toMatchObject({ needs: 'resync-approval', problem: expect.stringMatching(/nothing was removed/) })
    expect((await desk.queue()).total).toBe(40)
    await ask(desk.core, 'sync.approveResync', {})
    await settled()
    expect(await status(desk)).toMatchObject({ needs: 'nothing', problem: null })
    expect((await desk.queue()).total).toBe(15)
  })

  test('after the server’s log was replaced takes lower numbers for newer', async () => {
    const desk = await opened(5)
    for (let count = 0; count < 5; count++) desk.server.edit(count)
    await ask(desk.core, 'sync.now', {})
    desk.server.replaceEpoch()
    const row = [...desk.server.rows.values()][0]!
    row.item = { ...row.item, version: 9 }
    await ask(desk.core, 'sync.now', {})
    await settled()
    expect((await ask(desk.core, 'item.open', { item: row.item.id })).item.version).toBe(9)
  })
})

describe('an item', () => {
  test('opens with its thread, its author’s earlier posts and the draft', async () => {
    const desk = new ModelDesk()
    desks.push(desk)
    const [first, second, third] = [1, 2, 3].map((number) => ({ item: { ...modelItem(uuid('item', number), number, desk.clock.now() - 60_000 * (4 - number)) }, seq: number, removed: false }))
    second!.item = { ...second!.item, post: { ...second!.item.post, kind: 'comment', thread: first!.item.post.thread } }
    third!.item = { ...third!.item, author: first!.item.author, status: 'decided', decision: { id: uuid('decision', 1) as never, verdict: 'watch', reason: 'support', by: staffId(1) as never, name: 'Guide 1', at: iso(desk.clock.now()), note: 'seen' } }
    for (const row of [first!, second!, third!]) desk.server.rows.set(row.item.id, row)
    desk.server.seq = 3
    await desk.opened(0)
    await ask(desk.core, 'item.saveDraft', { item: first!.item.id, draft: 'half a sentence' })
    const view = await ask(desk.core, 'item.open', { item: first!.item.id })
    expect(view.thread.map(({ item, current, authorIsSubject }) => ({ item, current, authorIsSubject }))).toEqual([
      { item: first!.item.id, current: true, authorIsSubject: true },
      { item: second!.item.id, current: false, authorIsSubject: false },
    ])
    expect(view.history).toMatchObject([{ item: third!.item.id, decision: { verdict: 'watch', note: 'seen' } }])
    expect(view).toMatchObject({ draft: 'half a sentence', pending: null, allowed: ['no_action', 'watch'] })
  })

  test('is claimed for as long as the server says, whatever the clocks show', async () => {
    const desk = await opened(1)
    const { rows } = await desk.queue()
    const claimed = await ask(desk.core, 'item.claim', { item: rows[0]!.id })
    expect(claimed).toEqual({ kind: 'granted', until: iso(desk.clock.now() + 60_000) })
    expect((await ask(desk.core, 'item.open', { item: rows[0]!.id })).lease).toMatchObject({ who: 'mine', name: 'Guide 0' })
    await desk.clock.turn(60_001)
    expect((await ask(desk.core, 'item.open', { item: rows[0]!.id })).lease).toBeNull()
  })

  test('keeps its draft when the lease runs out, a colleague takes it and decides, and the desk is locked in between', async () => {
    const desk = await opened(1)
    const { id } = (await desk.queue()).rows[0]!
    const words = 'Half of what I wanted to say'
    const draft = async () => (await ask(desk.core, 'item.open', { item: id })).draft
    await ask(desk.core, 'item.claim', { item: id })
    await ask(desk.core, 'item.saveDraft', { item: id, draft: words })
    await desk.clock.turn(60_001)
    expect(await draft()).toBe(words)

    const row = desk.server.rows.get(id)!
    const edit = (change: Partial<typeof row.item>) => {
      row.item = { ...row.item, ...change, version: row.item.version + 1 }
      row.seq = ++desk.server.seq
    }
    edit({ lease: { by: staffId(1) as never, name: 'Guide 1', device: uuid('device', 1) as never, until: iso(desk.clock.now() + 60_000), held: null } })
    await ask(desk.core, 'sync.now', {})
    await settled()
    expect((await ask(desk.core, 'item.open', { item: id })).lease).toMatchObject({ who: 'other', name: 'Guide 1' })
    expect(await draft()).toBe(words)

    await ask(desk.core, 'vault.lock', {})
    await ask(desk.core, 'vault.unlock', { passphrase })
    edit({ lease: null, status: 'decided', decision: { id: uuid('decision', 1) as never, verdict: 'watch', reason: 'support', by: staffId(1) as never, name: 'Guide 1', at: iso(desk.clock.now()), note: '' } })
    await ask(desk.core, 'sync.now', {})
    await settled()
    expect(await ask(desk.core, 'item.open', { item: id })).toMatchObject({ draft: words, item: { status: 'decided' } })
  })
})
