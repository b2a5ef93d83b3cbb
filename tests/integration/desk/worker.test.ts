/** The desk as hosts run it: the built worker, the real API, a real line that can be cut, real crashes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { RecordedOutcome } from '../../../src/contract/bridge'
import { levels } from '../../../src/contract/risk'
import { statement } from '../../../src/api/db/sql'
import { setDeviceState } from '../../../src/api/sync/devices'
import type { Desk, DeskEvent } from '../../../src/main/desk/desk'
import { openDesk } from '../../../src/main/desk/open'
import { formKey, startTestApi, type TestApi } from '../support/api'
import { ask, cheapScrypt, openVault, passphrase, refusal, temporaryFolder, until, type Caller } from './support/desk'
import { startKillable } from './support/killable'
import { lineTo, type RealLine } from './support/line'
import { buildWorker } from './support/worker'

let worker: Awaited<ReturnType<typeof buildWorker>>
let api: TestApi
let line: RealLine
const closing: (() => unknown)[] = []

beforeAll(async () => {
  ;[worker, api] = await Promise.all([buildWorker(), startTestApi({ demo: true })])
  line = await lineTo(api.url)
})
afterEach(async () => {
  line.mend()
  for (const step of closing.splice(0).reverse()) await step()
})
afterAll(async () => {
  await line?.close()
  await api?.close()
  await worker?.remove()
})

const folder = () => {
  const made = temporaryFolder()
  closing.push(made.remove)
  return made.path
}

async function startDesk(options: { dataDir?: string; undoMs?: number; workerFile?: string; apiUrl?: string } = {}): Promise<Desk & { events: DeskEvent[] }> {
  const desk = await openDesk({ dataDir: options.dataDir ?? folder(), apiUrl: line.url, host: 'loopback', version: 'test', workerFile: worker.file, undoMs: 200, scryptCost: cheapScrypt, ...options })
  closing.push(() => desk.close())
  const events: DeskEvent[] = []
  desk.on((event) => events.push(event))
  return Object.assign(desk, { events })
}

const status = (desk: Caller) => ask(desk, 'sync.status', {})
const synced = (desk: Caller) => until(() => status(desk), (now) => now.lastSyncedAt !== null && now.network === 'online' && now.progress === null, 'first sync')
const delivered = (desk: Caller) => until(() => status(desk), (now) => now.pending === 0, 'outbox empty')

async function queue(desk: Caller) {
  const { view } = await ask(desk, 'queue.open', { filter: {} })
  return (await ask(desk, 'queue.rows', { view, start: 0, count: 200 })).rows
}

/** Open work on what a member posted: every action of the ladder is offered there, not on every other kind. */
const posts = async (desk: Caller) => (await queue(desk)).filter((row) => row.kind === 'content' && row.status === 'open')

async function watch(desk: Caller, id: string) {
  const { item } = await ask(desk, 'item.open', { item: id as never })
  return ask(desk, 'decision.make', { item: item.id, itemVersion: item.version, action: { verdict: 'support_reply', body: 'Thank you for telling us.' }, reason: 'support' })
}

const ledger = statement<{ id: string; effective: boolean }>('test_ledger', 'select id, effective from decision where id = any($1::uuid[])')

test('from sign-in to a decision that takes effect', async () => {
  const desk = await startDesk()
  expect(await ask(desk, 'desk.state', {})).toMatchObject({ phase: 'signed-out', profiles: [] })
  expect(await ask(desk, 'desk.demoAccounts', {})).toMatchObject({ accounts: expect.arrayContaining([expect.objectContaining({ user: 'robin' })]) })
  expect((await refusal(desk, 'desk.signIn', { username: 'robin', password: 'not this one', code: '123456' })).code).toBe('sign-in-refused')
  expect((await openVault(desk, api, 'robin')).phase).toBe('open')
  await synced(desk)
  const [first] = await queue(desk)
  const { counts } = await ask(desk, 'queue.open', { filter: {} })
  expect(first).toMatchObject({ level: levels.find((level) => counts[level] > 0), status: 'open' })
  expect((await ask(desk, 'item.claim', { item: first!.id })).kind).toBe('granted')
  await until(() => queue(desk), (rows) => rows[0]?.lease?.who === 'mine', 'own lease shown')
  const { decision } = await watch(desk, first!.id)
  await delivered(desk)
  const outcome = await until(() => desk.events.find((event) => event.name === 'outcome')?.payload as RecordedOutcome | undefined, (found) => found !== undefined, 'outcome told')
  expect(outcome).toMatchObject({ decision: { id: decision }, outcome: { kind: 'applied' } })
  expect(await api.database.query(ledger, [[decision]])).toEqual([{ id: decision, effective: true }])
})

test('the API away for a while: triage goes on, and every decision arrives once', async () => {
  const desk = await startDesk()
  await openVault(desk, api, 'robin')
  await synced(desk)
  line.cut()
  await ask(desk, 'sync.now', {})
  expect((await status(desk)).network).toBe('offline')
  const made: string[] = []
  for (const row of (await posts(desk)).slice(0, 5)) made.push((await watch(desk, row.id)).decision)
  expect((await status(desk)).pending).toBe(5)
  line.mend()
  await until(() => status(desk), (now) => now.network === 'online' && now.pending === 0, 'back and delivered', 25_000)
  expect(await api.database.query(ledger, [made])).toHaveLength(5)
  expect((await ask(desk, 'outcomes.list', { onlyUnacknowledged: false })).outcomes.map((one) => one.outcome.kind)).toEqual(Array.from({ length: 5 }, () => 'applied'))
})

test('two desks that decided the same item both see what happened', async () => {
  const [one, other] = [await startDesk(), await startDesk({ apiUrl: api.url })]
  await Promise.all([openVault(one, api, 'robin'), openVault(other, api, 'ash')])
  await Promise.all([synced(one), synced(other)])
  const row = (await posts(one)).at(-1)!
  line.cut()
  const late = await watch(one, row.id)
  await watch(other, row.id)
  await delivered(other)
  line.mend()
  await until(() => status(one), (now) => now.conflicts === 1, 'conflict counted', 25_000)
  const { outcomes } = await ask(one, 'outcomes.list', { onlyUnacknowledged: true })
  expect(outcomes).toMatchObject([{ decision: { id: late.decision }, outcome: { kind: 'superseded' }, item: { status: 'decided' } }])
  expect((await ask(other, 'item.open', { item: row.id })).item.decision?.name).toMatch(/Ash/)
})

test('a member’s post is in the ranked queue within a second', async () => {
  const desk = await startDesk()
  await openVault(desk, api, 'robin')
  await synced(desk)
  const { view } = await ask(desk, 'queue.open', { filter: {} })
  const member = api.accounts().find((account) => account.opens === 'community')!
  const signedIn = await api.service.signIn({ pseudonym: member.user, passphrase: member.password }, '198.51.100.7')
  if (!signedIn.ok) throw new Error(signedIn.message)
  const viewer = await api.service.viewer(new Headers({ cookie: signedIn.setCookie.map((cookie) => cookie.split(';')[0]).join('; ') }))
  const [topic] = await api.service.topics()
  const arrived = new Promise<number>((resolve) => desk.on((event) => event.name === 'items.changed' && resolve(performance.now())))
  const before = performance.now()
  expect(await api.service.post(viewer!, { topic: topic!.slug, title: 'A walk', text: 'I saw a heron today and thought of you all.', intent: null, key: formKey() })).toMatchObject({ ok: true })
  const took = (await arrived) - before
  expect(took).toBeLessThan(1_000)
  expect(await ask(desk, 'queue.arrivals', { view })).toMatchObject({ count: 1 })
  process.stderr.write(`post to ranked: ${Math.round(took)} ms\n`)
})

test('a session that ends is asked for again while work goes on', async () => {
  const desk = await startDesk()
  await openVault(desk, api, 'robin')
  await synced(desk)
  await api.database.query(statement('test_end_sessions', 'delete from staff_session'), [])
  const row = (await posts(desk)).at(-2)!
  await watch(desk, row.id)
  await until(() => status(desk), (now) => now.needs === 'sign-in' && now.pending === 1, 'sign-in asked for')
  expect((await queue(desk)).length).toBeGreaterThan(0)
  const account = api.accounts().find((one) => one.user === 'robin')!
  expect((await ask(desk, 'desk.signIn', { username: 'robin', password: account.password, code: account.code! })).phase).toBe('open')
  await delivered(desk)
  expect((await status(desk)).needs).toBe('nothing')
})

test('locking closes the cache and ends the worker; the next one knows whose desk it is', async () => {
  const desk = await startDesk()
  await openVault(desk, api, 'robin')
  await synced(desk)
  expect((await ask(desk, 'vault.lock', {})).phase).toBe('locked')
  expect((await refusal(desk, 'queue.open', { filter: {} })).code).toBe('locked')
  expect(await ask(desk, 'desk.state', {})).toMatchObject({ phase: 'locked', profile: { username: 'robin' }, staff: null })
  expect((await ask(desk, 'vault.unlock', { passphrase })).phase).toBe('open')
  await synced(desk)
  expect((await queue(desk)).length).toBeGreaterThan(100)
})

test('a desk that the server wipes keeps nothing', async () => {
  const dataDir = folder()
  const desk = await startDesk({ dataDir })
  const state = await openVault(desk, api, 'linden')
  await synced(desk)
  const device = (JSON.parse(readFileSync(join(dataDir, 'device.json'), 'utf8')) as { id: string }).id
  await setDeviceState(api.database, device, state.staff!.id, 'wipe')
  await ask(desk, 'sync.now', {}).catch(() => {})
  await until(() => ask(desk, 'desk.state', {}), (now) => now.phase === 'signed-out' && now.profiles.length === 0, 'wiped')
  expect((await refusal(desk, 'queue.open', { filter: {} })).code).toBe('locked')
})

describe('a crash', () => {
  test('of the whole process in the middle of work loses no decision', async () => {
    const dataDir = folder()
    const start = { dataDir, apiUrl: line.url, host: 'loopback' as const, version: 'test', undoMs: 60_000, scryptCost: cheapScrypt, profile: null }
    const first = await startKillable(worker.file, start)
    await openVault(first, api, 'ash')
    await synced(first)
    line.cut()
    const rows = (await posts(first)).slice(-20)
    const made: string[] = []
    for (const row of rows.slice(0, 8)) made.push((await watch(first, row.id)).decision)
    // And in the middle of the next ones, whose answers nobody waits for.
    for (const row of rows.slice(8)) void watch(first, row.id).catch(() => {})
    await first.kill()

    const desk = await startDesk({ dataDir })
    const [profile] = (await ask(desk, 'desk.state', {})).profiles
    await ask(desk, 'desk.chooseProfile', { profile: profile!.id })
    await ask(desk, 'vault.unlock', { passphrase })
    const kept = (await ask(desk, 'outbox.list', {})).entries.map((entry) => entry.decision.id as string)
    expect(kept).toEqual(expect.arrayContaining(made))
  })

  test('of the worker is answered, and the desk comes back locked with its outbox', async () => {
    const dataDir = folder()
    const crashing = join(dataDir, 'crashing-worker.mjs')
    writeFileSync(
      crashing,
      `import { parentPort } from 'node:worker_threads'
       parentPort.on('message', (message) => { if (message.name === 'test.crash') process.exit(7) })
       await import(${JSON.stringify(worker.file)})`,
    )
    const desk = await startDesk({ dataDir, workerFile: crashing, undoMs: 60_000 })
    await openVault(desk, api, 'robin')
    await synced(desk)
    const { decision } = await watch(desk, (await posts(desk)).at(-1)!.id)
    const answer = await desk.call('test.crash', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal', message: expect.stringMatching(/kept/) } })
    const state = await until(() => ask(desk, 'desk.state', {}).catch(() => null), (now) => now !== null, 'a new worker')
    expect(state).toMatchObject({ phase: 'locked', profile: { username: 'robin' } })
    await until(() => desk.events.filter((event) => event.name === 'desk.state').length, (count) => count >= 3, 'the new state told')
    await ask(desk, 'vault.unlock', { passphrase })
    expect((await ask(desk, 'outbox.list', {})).entries.map((entry) => entry.decision.id)).toEqual([decision])
  })
})

describe('the wrong server', () => {
  test('none at all: sign-in says so, and the desk does not fall over', async () => {
    line.cut()
    const desk = await startDesk()
    const error = await refusal(desk, 'desk.signIn', { username: 'robin', password: 'something long', code: '123456' })
    expect(error).toMatchObject({ code: 'offline', message: expect.stringMatching(/cannot be reached/) })
    expect(await ask(desk, 'desk.demoAccounts', {})).toEqual({ accounts: [] })
  })

  test.each([
    ['one that answers with pages', 200, 'text/html', '<!doctype html><p>Welcome to the guest network</p>'],
    ['one that lacks the route', 404, 'application/json', '{"code":"not_found","message":"There is nothing here."}'],
  ])('%s', async (_, code, type, body) => {
    const other = createServer((_request, response) => response.writeHead(code, { 'content-type': type }).end(body))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => other.close(resolve)))
    const desk = await startDesk({ apiUrl: `http://127.0.0.1:${(other.address() as AddressInfo).port}` })
    expect((await refusal(desk, 'desk.signIn', { username: 'robin', password: 'something long', code: '123456' })).code).toBe('older-api')
  })

  test('an administrator is told that the workstation is not theirs', async () => {
    const desk = await startDesk()
    const admin = api.accounts().find((account) => account.user === 'admin')!
    expect((await refusal(desk, 'desk.signIn', { username: 'admin', password: admin.password, code: admin.code! })).code).toBe('not-clinical')
  })
})

test('a closed desk answers in words', async () => {
  const desk = await startDesk()
  await desk.close()
  expect(await desk.call('desk.state', {})).toMatchObject({ ok: false, error: { code: 'internal', message: expect.stringMatching(/closed/) } })
})

