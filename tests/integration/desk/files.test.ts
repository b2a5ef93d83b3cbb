/** The desk's files: nothing readable on disk, and every failure told apart from the others without losing a decision. */
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import Database from 'better-sqlite3'
import { assertEncrypted, openCache } from '../../../src/main/desk/cache/open'
import { migrations } from '../../../src/main/desk/cache/migrations'
import { diskFiles } from '../../../src/main/desk/vault/files'
import { Vault } from '../../../src/main/desk/vault/vault'
import { ask, cheapScrypt, passphrase, refusal } from './support/desk'
import { ModelDesk } from './support/model-desk'
import { settled } from './support/turned-clock'

const desks: ModelDesk[] = []
const modelDesk = (...args: ConstructorParameters<typeof ModelDesk>) => {
  const desk = new ModelDesk(...args)
  desks.push(desk)
  return desk
}
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.end()
})

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))

/** Overwrites bytes in place. */
function damage(file: string, from: number, length: number) {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(length, 0x5a), 0, length, from)
  closeSync(handle)
}

test('nothing that a member or a clinician wrote is readable on disk, nor the token', async () => {
  const desk = await modelDesk().opened()
  await desk.decideFirst('planted-note-kingfisher')
  const { rows } = await desk.queue()
  await ask(desk.core, 'item.saveDraft', { item: rows[0]!.id, draft: 'planted-draft-heron' })
  const planted = ['planted-note-kingfisher', 'planted-draft-heron', 'walked by the river', 'member-0', 'Topic 1', desk.line.token, passphrase]
  const look = () => {
    const files = filesUnder(desk.folder.path)
    expect(files.map((file) => file.split('/').at(-1))).toEqual(expect.arrayContaining(['cache.db', 'undelivered.journal', 'vault.json']))
    for (const file of files) {
      const bytes = readFileSync(file)
      for (const word of planted) {
        expect(bytes.includes(word), `${word} in ${file}`).toBe(false)
        expect(bytes.includes(Buffer.from(word, 'utf16le')), `${word} in ${file}`).toBe(false)
      }
      expect(bytes.subarray(0, 15).toString('latin1') === 'SQLite format 3' && file.includes('cache'), file).toBe(false)
    }
    return files
  }
  // Open: with the write-ahead log beside it, which must not be empty for this to mean anything.
  const wal = look().find((file) => file.endsWith('-wal'))
  expect(wal && statSync(wal).size).toBeGreaterThan(0)
  await desk.core.close()
  look()
})

test('vault and cache are for their owner only', async () => {
  const desk = await modelDesk().opened()
  expect(statSync(join(desk.profileFolder, 'vault.json')).mode & 0o077).toBe(0)
  expect(statSync(desk.profileFolder).mode & 0o077).toBe(0)
})

test('a wrong passphrase opens nothing, and many of them have to wait; the wait survives a restart', async () => {
  const desk = await modelDesk().opened()
  await ask(desk.core, 'vault.lock', {})
  const wrong = () => refusal(desk.core, 'vault.unlock', { passphrase: 'not this one' })
  for (let time = 0; time < 3; time++) expect((await wrong()).code).toBe('wrong-passphrase')
  expect(await wrong()).toMatchObject({ code: 'wrong-passphrase', retryAfterMs: 5_000 })
  expect(await wrong()).toMatchObject({ code: 'too-many-tries', retryAfterMs: 5_000 })
  expect((await ask(desk.core, 'desk.state', {})).failure).toMatchObject({ code: 'too-many-tries' })

  await desk.core.close()
  desk.start()
  await desk.chooseAgain()
  // Even the right one waits.
  expect((await refusal(desk.core, 'vault.unlock', { passphrase })).code).toBe('too-many-tries')
  await desk.clock.turn(5_000)
  expect((await ask(desk.core, 'vault.unlock', { passphrase })).phase).toBe('open')
})

test('a changed passphrase opens the same cache, the old one does not', async () => {
  const desk = await modelDesk().opened()
  expect((await refusal(desk.core, 'vault.changePassphrase', { from: 'not this one', to: 'nine loud herons' })).code).toBe('wrong-passphrase')
  await ask(desk.core, 'vault.changePassphrase', { from: passphrase, to: 'nine loud herons' })
  await ask(desk.core, 'vault.lock', {})
  expect((await refusal(desk.core, 'vault.unlock', { passphrase })).code).toBe('wrong-passphrase')
  expect((await ask(desk.core, 'vault.unlock', { passphrase: 'nine loud herons' })).phase).toBe('open')
  expect((await desk.queue()).total).toBe(3)
})

describe('a damaged cache', () => {
  test('that cannot be read at all is set aside on the clinician’s word, and undelivered decisions come out of the journal', async () => {
    const desk = await modelDesk().opened()
    desk.line.cut()
    const { decision } = await desk.decideFirst('written while offline')
    await desk.core.close()
    damage(join(desk.profileFolder, 'cache.db'), 0, 4096)
    desk.start()
    await desk.chooseAgain()
    expect((await refusal(desk.core, 'vault.unlock', { passphrase })).code).toBe('not-a-database')
    expect((await ask(desk.core, 'desk.state', {})).failure?.code).toBe('not-a-database')

    const rebuilt = await ask(desk.core, 'vault.rebuild', { confirm: 'set-aside' })
    expect(rebuilt).toMatchObject({ rescued: 1, state: { phase: 'open', failure: null } })
    expect(readdirSync(rebuilt.setAside)).toContain('cache.db')
    // The session went with the file, so the rest waits for a sign-in; then everything arrives.
    expect((await ask(desk.core, 'sync.status', {})).needs).toBe('sign-in')
    desk.line.state = 'up'
    await ask(desk.core, 'desk.signIn', { username: 'guide-0', password: 'a passphrase', code: '123456' })
    await settled()
    await desk.clock.turn(60_000)
    expect(desk.server.ledger.get(decision)).toMatchObject({ outcome: { kind: 'applied' }, decision: { note: 'written while offline' } })
    expect((await desk.queue()).total).toBe(2)
  })

  test('in part gives its outbox, drafts and session back', async () => {
    const desk = await modelDesk().opened(400)
    desk.line.cut()
    const { decision } = await desk.decideFirst()
    await desk.core.close()
    // Somewhere among the items, beyond the first pages.
    const file = join(desk.profileFolder, 'cache.db')
    const middle = Math.floor(statSync(file).size / 4096 / 2)
    // A stretch of pages: one alone may hold an index that this search does not read.
    for (let page = middle - 12; page < middle + 12; page++) damage(file, page * 4096 + 100, 64)
    desk.start()
    await desk.chooseAgain()
    const opened = await desk.core.call('vault.unlock', { passphrase })
    if (opened.ok) {
      // Not every page is read at once; whatever reads the damaged one finds it.
      const looked = await desk.core.call('queue.open', { filter: { text: 'river' } })
      expect(looked.ok).toBe(false)
    }
    expect((await ask(desk.core, 'desk.state', {}))).toMatchObject({ phase: 'locked', failure: { code: 'corrupt' } })
    expect((await ask(desk.core, 'vault.rebuild', { confirm: 'set-aside' })).rescued).toBe(1)
    desk.line.state = 'up'
    await desk.clock.turn(120_000)
    expect(desk.server.ledger.get(decision)?.outcome.kind).toBe('applied')
    expect((await desk.queue()).total).toBe(399)
  })

  test('is not set aside while nothing is wrong with it', async () => {
    const desk = await modelDesk().opened()
    expect((await refusal(desk.core, 'vault.rebuild', { confirm: 'set-aside' })).code).toBe('invalid')
  })

  test('that is missing is made anew, and what the journal holds is not forgotten', async () => {
    const desk = await modelDesk().opened()
    desk.line.cut()
    const { decision } = await desk.decideFirst()
    await desk.core.close()
    for (const file of filesUnder(desk.profileFolder)) if (file.includes('cache.db')) diskFiles.remove(file)
    desk.start()
    await desk.chooseAgain()
    await ask(desk.core, 'vault.unlock', { passphrase })
    expect((await ask(desk.core, 'outbox.list', {})).entries.map((entry) => entry.decision.id)).toEqual([decision])
  })
})

test('an undone decision stays undone when the cache is rebuilt', async () => {
  const desk = await modelDesk().opened()
  desk.line.cut()
  const first = await desk.decideFirst()
  await ask(desk.core, 'decision.undo', { decision: first.decision })
  const second = await desk.decideFirst()
  await desk.decideFirst()
  await ask(desk.core, 'decision.undo', { decision: second.decision })
  await desk.core.close()
  damage(join(desk.profileFolder, 'cache.db'), 0, 4096)
  desk.start()
  await desk.chooseAgain()
  await refusal(desk.core, 'vault.unlock', { passphrase })
  expect((await ask(desk.core, 'vault.rebuild', { confirm: 'set-aside' })).rescued).toBe(1)
})

test('a cache from a newer version is left alone, and nothing offers to set it aside', async () => {
  const desk = await modelDesk().opened()
  await desk.core.close()
  desk.start({ cacheOptions: { migrations: [...migrations, { version: 9_000, sql: 'create table later (x integer)' }] } })
  await desk.chooseAgain()
  await ask(desk.core, 'vault.unlock', { passphrase })
  await desk.core.close()
  const before = readFileSync(join(desk.profileFolder, 'cache.db'))
  desk.start()
  await desk.chooseAgain()
  expect((await refusal(desk.core, 'vault.unlock', { passphrase })).code).toBe('from-the-future')
  expect((await refusal(desk.core, 'vault.rebuild', { confirm: 'set-aside' })).code).toBe('invalid')
  expect(readFileSync(join(desk.profileFolder, 'cache.db')).equals(before)).toBe(true)
})

test('a damaged key file says so and offers no rebuild', async () => {
  const desk = await modelDesk().opened()
  await desk.core.close()
  writeFileSync(join(desk.profileFolder, 'vault.json'), '{"v":1,')
  desk.start()
  await desk.chooseAgain()
  expect((await refusal(desk.core, 'vault.unlock', { passphrase })).code).toBe('undecryptable')
  writeFileSync(join(desk.profileFolder, 'vault.json'), JSON.stringify({ v: 2 }))
  expect((await refusal(desk.core, 'vault.unlock', { passphrase })).code).toBe('from-the-future')
})

test('a second desk on the same profile is told that it is in use, and may open it afterwards', async () => {
  const desk = await modelDesk().opened()
  const first = desk.core
  const second = desk.start()
  await desk.chooseAgain()
  expect((await refusal(second, 'vault.unlock', { passphrase })).code).toBe('in-use')
  await first.close()
  expect((await ask(second, 'vault.unlock', { passphrase })).phase).toBe('open')
})

test('on a full disk a decision is refused in words, and the ones before it are safe', async () => {
  const desk = modelDesk()
  await desk.opened()
  await desk.decideFirst()
  await desk.core.close()
  const pages = statSync(join(desk.profileFolder, 'cache.db')).size / 4096
  desk.start({ cacheOptions: { maxPages: pages } })
  desk.line.cut()
  await desk.chooseAgain()
  await ask(desk.core, 'vault.unlock', { passphrase })
  const { rows } = await desk.queue()
  const full = await refusal(desk.core, 'item.saveDraft', { item: rows[0]!.id, draft: 'x'.repeat(20_000) })
  expect(full.code).toBe('disk-full')
  expect(full.message).toMatch(/unharmed/)
  expect((await ask(desk.core, 'outbox.list', {})).entries).toHaveLength(1)

  // What the server sends does not fit either: said in words, nothing half-written, and the desk goes on.
  desk.line.state = 'up'
  for (let item = 0; item < 300; item++) desk.server.create(desk.clock.now())
  await desk.clock.turn(60_000)
  expect(await ask(desk.core, 'sync.status', {})).toMatchObject({ problem: expect.stringMatching(/disk is full/) })
  expect(desk.line.sent.length).toBeLessThan(100)
  expect((await desk.queue()).total).toBeLessThanOrEqual(3)
})

test('a full disk while the vault is made leaves no half vault', async () => {
  const full = { ...diskFiles, replace: (path: string, data: string | Buffer) => {
    if (path.endsWith('vault.json')) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    diskFiles.replace(path, data)
  } }
  const desk = modelDesk({ files: full })
  await ask(desk.core, 'desk.signIn', { username: 'guide-0', password: 'a passphrase', code: '123456' })
  expect((await refusal(desk.core, 'vault.create', { passphrase })).code).toBe('disk-full')
  desk.start({ files: diskFiles })
  await ask(desk.core, 'desk.signIn', { username: 'guide-0', password: 'a passphrase', code: '123456' })
  expect((await ask(desk.core, 'vault.create', { passphrase })).phase).toBe('open')
})

test('a folder that cannot be written to says so', async () => {
  const desk = await modelDesk().opened()
  await desk.core.close()
  const readOnly = { ...diskFiles, replace: () => {
    throw Object.assign(new Error('read-only file system'), { code: 'EROFS' })
  } }
  desk.start({ files: readOnly })
  await desk.chooseAgain()
  expect((await refusal(desk.core, 'vault.unlock', { passphrase })).code).toBe('read-only')
  expect((await ask(desk.core, 'desk.state', {})).failure?.code).toBe('read-only')
})

test('a cache that is not encrypted is refused, whether it was so before or the driver ignored the key', async () => {
  const desk = await modelDesk().opened()
  await desk.core.close()
  const file = join(desk.profileFolder, 'plain.db')
  const plain = new Database(file)
  plain.exec('create table secret (x)')
  plain.close()
  const key = await new Vault(diskFiles, desk.profileFolder, cheapScrypt).open(passphrase, 0)
  expect(() => openCache(file, key)).toThrow(/not a database/)
  expect(() => assertEncrypted(file)).toThrow(/not encrypted/)
  expect(() => assertEncrypted(join(desk.profileFolder, 'cache.db'))).not.toThrow()
  key.zero()
})
