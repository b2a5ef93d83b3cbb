/** A second reading on a desk: the real API, the real encrypted cache, the scorer of the desk kept back until a level is chosen. */
import { afterEach, expect, test } from 'vitest'
import { demoStaff } from '../../../src/api/demo/people'
import { insertStaff, prepareStaff } from '../../../src/api/identity/staff-accounts'
import { statement } from '../../../src/api/db/sql'
import { createCore } from '../../../src/main/desk/core'
import { startTestApi } from '../support/api'
import { aDecision, clinical, makeDesk, makeMember, makeTopic, write } from '../support/people'
import { ask, cheapScrypt, openVault, passphrase, temporaryFolder, until } from './support/desk'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const kept = statement<{ own_level: string; verdict: string }>('test_second_kept', 'select own_level, verdict from second_review where answered_at is not null')

test('shows neither level nor evidence until the reader has chosen a level, keeps the choice over a lock, and shows the first reading afterwards', async () => {
  const api = await startTestApi({ secondReviewShare: 1 })
  ends.push(() => api.close())
  await makeTopic(api)
  for (const staff of demoStaff.filter((one) => one.username === 'robin')) await insertStaff(api.database, await prepareStaff(api.secret, staff, new Date()))
  const folder = temporaryFolder()
  ends.push(folder.remove)
  const open = () => {
    const core = createCore({ dataDir: folder.path, apiUrl: api.url, host: 'loopback', version: 'test', scryptCost: cheapScrypt, undoMs: 20, emit: () => undefined })
    ends.push(() => core.close())
    return core
  }
  const core = open()
  await openVault(core, api, 'robin')
  const first = await makeDesk(api, { name: 'first-reader' })
  const member = await makeMember(api)
  const { item, post } = await write(api, member, 'I want to end my life.')
  await ask(core, 'sync.now', {})
  expect((await first.decide(aDecision(item, { verdict: 'no_action' }, 'routine', 'seen before', { clinical }))).kind).toBe('applied')

  const list = async () => {
    await ask(core, 'sync.now', {})
    const { view, total } = await ask(core, 'queue.open', { filter: {} })
    return total === 0 ? [] : (await ask(core, 'queue.rows', { view, start: 0, count: 50 })).rows
  }
  const rows = await until(async () => (await list()).filter(({ kind }) => kind === 'second-review'), (found) => found.length === 1, 'the second reading comes')
  const row = rows[0]!
  expect(row).toMatchObject({ level: 'green', themes: [], abstained: false })
  // The first item, which this desk already held, has left it.
  await expect(ask(core, 'item.open', { item: item.id })).rejects.toThrow()
  const before = await ask(core, 'item.open', { item: row.id })
  expect(before.secondReading).toEqual({ ownLevel: null, first: null })
  expect(before.score).toMatchObject({ categories: [], spans: [], p: { flag: 0, urgent: 0, crisis: 0 } })
  // Nor beside another post of the same member.
  const { item: other } = await write(api, member, 'Soup tonight, and a book.')
  await until(async () => (await list()).some(({ id }) => id === other.id), (held) => held, 'the other post comes')
  const record = await ask(core, 'member.record', { item: other.id })
  expect(record.points.map((point) => point.item)).toEqual([other.id])
  expect(JSON.stringify(record)).not.toContain(post)
  const decide = () => ask(core, 'decision.make', { item: row.id, itemVersion: before.item.version, action: { verdict: 'no_action' }, reason: 'routine', ownLevel: 'green' })
  // A level that the window sends along is no level chosen before the score.
  await expect(decide()).rejects.toThrow(/own level first/)

  expect(await ask(core, 'item.chooseLevel', { item: row.id, level: 'red' })).toEqual({ level: 'red' })
  expect(await ask(core, 'item.chooseLevel', { item: row.id, level: 'green' })).toEqual({ level: 'red' })
  await ask(core, 'vault.lock', {})
  await ask(core, 'vault.unlock', { passphrase })
  const chosen = await ask(core, 'item.open', { item: row.id })
  expect(chosen.secondReading).toEqual({ ownLevel: 'red', first: null })
  expect(chosen.score.spans.length).toBeGreaterThan(0)

  await decide()
  const after = await until(
    async () => {
      await ask(core, 'sync.now', {})
      return ask(core, 'item.open', { item: row.id })
    },
    (view) => !!view.secondReading?.first,
    'the first reading is shown',
  )
  expect(after.secondReading?.first).toMatchObject({ verdict: 'no_action', note: 'seen before', by: first.id })
  expect(await api.database.query(kept, [])).toEqual([{ own_level: 'red', verdict: 'no_action' }])
  await expect(ask(core, 'agreement.read', {})).rejects.toThrow()
})
