/** Risk episodes at whole desks: the real API, real encrypted caches, a line that is cut and mended. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Episode, EpisodeId, What } from '../../../src/contract/episode'
import type { ItemId } from '../../../src/contract/ids'
import { demoStaff } from '../../../src/api/demo/people'
import { replay } from '../../../src/api/episodes/ledger'
import { insertStaff, prepareStaff } from '../../../src/api/identity/staff-accounts'
import { createCore } from '../../../src/main/desk/core'
import type { DeskEvent } from '../../../src/main/desk/desk'
import { startTestApi, type TestApi } from '../support/api'
import { assessment } from '../support/episodes'
import { makeMember, makeTopic, wordScorer, write } from '../support/people'
import { ask, cheapScrypt, openVault, passphrase, refusal, temporaryFolder, until, type Caller } from './support/desk'
import { lineTo, type RealLine } from './support/line'

let api: TestApi
const closing: (() => unknown)[] = []

beforeAll(async () => {
  api = await startTestApi({ scorer: wordScorer })
  await makeTopic(api)
  for (const name of ['robin', 'linden', 'sage', 'wren']) {
    const staff = demoStaff.find((one) => one.username === name)
    if (staff) await insertStaff(api.database, await prepareStaff(api.secret, staff, new Date()))
  }
})
afterEach(async () => {
  for (const step of closing.splice(0).reverse()) await step()
})
afterAll(() => api?.close())

type Desk = Caller & { line: RealLine; events: DeskEvent[] }

/** Somebody at a desk of their own, synced. */
async function deskOf(username: string): Promise<Desk> {
  const line = await lineTo(api.url)
  const folder = temporaryFolder()
  const events: DeskEvent[] = []
  const core = createCore({ dataDir: folder.path, apiUrl: line.url, host: 'loopback', version: 'test', undoMs: 20, scryptCost: cheapScrypt, emit: (event) => events.push(event), scorer: wordScorer })
  closing.push(folder.remove, () => line.close(), () => core.close())
  await openVault(core, api, username)
  const desk = Object.assign(core, { line, events })
  await until(() => ask(desk, 'sync.status', {}), (now) => now.lastSyncedAt !== null && now.network === 'online', 'first sync')
  return desk
}

const list = (desk: Caller, show: 'open' | 'closed' = 'open') => ask(desk, 'episodes.list', { show })
const view = (desk: Caller, episode: EpisodeId) => ask(desk, 'episodes.open', { episode })
const pending = async (desk: Caller) => (await ask(desk, 'sync.status', {})).pending
const delivered = (desk: Caller) => until(() => pending(desk), (n) => n === 0, 'everything delivered')
const does = async (desk: Caller, episode: EpisodeId, what: What) => ask(desk, 'episodes.do', { episode, step: (await view(desk, episode)).episode.step, what })
const cutOff = async (desk: Desk) => {
  desk.line.cut()
  await ask(desk, 'sync.now', {})
  await until(() => ask(desk, 'sync.status', {}), (now) => now.network === 'offline', 'offline')
}
const back = async (desk: Desk) => {
  desk.line.mend()
  await ask(desk, 'sync.now', {})
}

/** A new post that this desk has. */
async function postAt(...desks: Caller[]): Promise<ItemId> {
  const { item } = await write(api, await makeMember(api), 'I do not know how to go on with all this. #red')
  for (const desk of desks) await until(() => desk.call('item.open', { item: item.id }), (answer) => answer.ok, 'the item is here')
  return item.id
}
const begin = async (desk: Caller, item: ItemId) => (await ask(desk, 'episodes.begin', { item, level: 'red', concern: 'Alone with too much.' })).episode
const timeless = (episode: Episode) => ({ ...episode, timeline: episode.timeline.map(({ received: _, ...entry }) => entry) })
const triage: What = { do: 'triage', level: 'red', categories: ['distress'], words: 'Today, by a person.' }
const note = (words: string): What => ({ do: 'note', words })

describe('an episode', () => {
  test('is opened at one desk and is soon at the others; a Guide sees who looks after the member, and no word of it', async () => {
    const [senior, lead, guide] = await Promise.all([deskOf('sage'), deskOf('linden'), deskOf('robin')])
    const item = await postAt(senior, lead, guide)
    expect(await ask(guide, 'episodes.ofItem', { item })).toEqual({ kind: 'none', mayOpen: false })
    expect(await ask(senior, 'episodes.ofItem', { item })).toEqual({ kind: 'none', mayOpen: true })
    const episode = await begin(senior, item)
    expect(await ask(senior, 'episodes.ofItem', { item })).toMatchObject({ kind: 'full', episode, quoted: true })
    await until(() => list(lead), ({ rows }) => rows.some((row) => row.id === episode), 'at the Lead’s desk')
    expect((await view(lead, episode)).may).toEqual(['triage', 'note', 'task', 'aftercare'])
    const brief = await until(() => ask(guide, 'episodes.ofItem', { item }), (now) => now.kind === 'brief', 'at the Guide’s desk')
    expect(brief).toMatchObject({ brief: { owner: { name: 'Wall Guide Sage' } } })
    expect((await list(guide)).rows).toEqual([])
    expect((await refusal(guide, 'episodes.begin', { item, level: 'red', concern: 'x' })).message).toContain('Lead or a Senior')
    expect((await refusal(lead, 'episodes.begin', { item, level: 'red', concern: 'x' })).message).toContain('already')
    expect(await ask(lead, 'episodes.record', { episode })).toEqual({ entries: 1, intact: true })
  })

  test('is worked on offline, opening included, and everything arrives once and in order', async () => {
    const senior = await deskOf('sage')
    const item = await postAt(senior)
    await cutOff(senior)
    const episode = await begin(senior, item)
    await does(senior, episode, triage)
    await does(senior, episode, { do: 'contact', how: 'chat', reached: true, words: 'Spoke for half an hour.' })
    await does(senior, episode, { do: 'assess', assessment: assessment() })
    await does(senior, episode, { do: 'task', task: '01900000-0000-7000-8000-00000000aaaa' as never, what: 'Write again at nine', due: new Date(Date.now() + 3_600_000).toISOString() })
    await does(senior, episode, note('Said thank you.'))
    expect(await view(senior, episode)).toMatchObject({ episode: { state: 'assessed', tasks: [{ finished: null }] }, pending: { length: 6 } })
    expect((await list(senior)).rows.find((row) => row.id === episode)).toMatchObject({ state: 'assessed', pending: 6, tasks: { open: 1 } })
    expect(await pending(senior)).toBe(6)
    expect((await refusal(senior, 'episodes.record', { episode })).code).toBe('offline')

    // Locked and opened again in between: it is all in the encrypted cache.
    await ask(senior, 'vault.lock', {})
    await ask(senior, 'vault.unlock', { passphrase })
    const local = (await view(senior, episode)).episode
    expect(local.timeline.map((entry) => entry.do)).toEqual(['open', 'triage', 'contact', 'assess', 'task', 'note'])
    await back(senior)
    await delivered(senior)
    const record = await replay(api.database, episode)
    expect(record).toMatchObject({ entries: 6, intact: true, episode: { state: 'assessed' } })
    await until(() => view(senior, episode), (now) => now.pending.length === 0 && now.episode.version === 6, 'the server’s word')
    // What the desk had shown without a network is what the server made of it, but for the time at which it arrived.
    const { episode: served } = await view(senior, episode)
    expect(served).toEqual(record.episode)
    expect(timeless(local)).toEqual(timeless(served))
  })

  test('steered by a colleague while this desk was offline: the note arrives, the step does not, and says so with its words', async () => {
    const [senior, second] = await Promise.all([deskOf('sage'), deskOf('wren')])
    const item = await postAt(senior, second)
    const episode = await begin(senior, item)
    await until(() => list(second), ({ rows }) => rows.some((row) => row.id === episode), 'at the second desk')
    await cutOff(second)
    await does(second, episode, { ...triage, words: 'As I read it without a network.' })
    await does(second, episode, note('Still counts.'))
    await does(senior, episode, { ...triage, words: 'Read at once.' })
    await delivered(senior)
    await back(second)
    const { answers } = await until(() => list(second), (now) => now.answers.length > 0, 'an answer')
    expect(answers).toMatchObject([{ episode, do: 'triage', words: 'As I read it without a network.', why: expect.stringContaining('Sage changed this episode meanwhile') as unknown }])
    await until(() => view(second, episode), (now) => now.episode.timeline.length === 3, 'both')
    expect((await view(second, episode)).episode).toMatchObject({ triage: { words: 'Read at once.' }, timeline: [{}, {}, { do: 'note', words: 'Still counts.' }] })
    await ask(second, 'episodes.seen', { command: answers[0]!.id })
    expect((await list(second)).answers).toEqual([])
  })

  test('opened twice while nobody could know: the second is refused, and none of its words is lost', async () => {
    const [senior, lead] = await Promise.all([deskOf('sage'), deskOf('linden')])
    const item = await postAt(senior, lead)
    await cutOff(lead)
    const mine = await begin(lead, item)
    await does(lead, mine, note('What I saw.'))
    const theirs = await begin(senior, item)
    await delivered(senior)
    await back(lead)
    const { answers } = await until(() => list(lead), (now) => now.answers.length === 2, 'both answers')
    expect(answers.map((answer) => answer.words).sort()).toEqual(['Alone with too much.', 'What I saw.'])
    expect(answers.find((answer) => answer.do === 'open')?.why).toContain('Wall Guide Sage')
    await until(() => list(lead), ({ rows }) => rows.some((row) => row.id === theirs) && !rows.some((row) => row.id === mine), 'theirs, not mine')
  })

  test('refuses at once, in the server’s words, what the server would refuse', async () => {
    const [senior, lead] = await Promise.all([deskOf('sage'), deskOf('linden')])
    const item = await postAt(senior, lead)
    const episode = await begin(lead, item)
    expect((await refusal(senior, 'episodes.do', { episode: '01900000-0000-7000-8000-00000000bbbb' as never, step: 0, what: note('x') })).code).toBe('not-found')
    await until(() => list(senior), ({ rows }) => rows.some((row) => row.id === episode), 'at the Senior’s desk')
    const early = await refusal(senior, 'episodes.do', { episode, step: 1, what: { do: 'plan', way: 'rescue', words: 'x' } })
    expect(early).toMatchObject({ code: 'not-allowed', message: expect.stringContaining('not possible from there') as unknown })
    expect((await refusal(lead, 'episodes.do', { episode, step: 1, what: { do: 'take-on' } })).message).toContain('Senior clinician')
    expect(await pending(senior)).toBe(0)
  })

  test('keeps a form that is not finished, also over a lock', async () => {
    const senior = await deskOf('sage')
    const episode = await begin(senior, await postAt(senior))
    await ask(senior, 'episodes.saveDraft', { episode, form: 'triage', draft: '{"words":"Half a sent"}' })
    await ask(senior, 'vault.lock', {})
    await ask(senior, 'vault.unlock', { passphrase })
    expect(await ask(senior, 'episodes.draft', { episode, form: 'triage' })).toEqual({ draft: '{"words":"Half a sent"}' })
    await does(senior, episode, triage)
    expect(await ask(senior, 'episodes.draft', { episode, form: 'triage' })).toEqual({ draft: '' })
  })
})
