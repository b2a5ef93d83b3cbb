/** The operating system's key store beside the passphrase: opted in, proved by doing, and never the only way or a silent one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDesk } from '../../../src/main/desk/open'
import type { KeyStore } from '../../../src/main/desk/vault/key-store'
import { startTestApi } from '../support/api'
import { ask, cheapScrypt, openVault, passphrase, refusal, temporaryFolder } from './support/desk'
import { ModelDesk } from './support/model-desk'
import { buildWorker } from './support/worker'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const step of closing.splice(0).reverse()) await step()
})

class TurnedStore implements KeyStore {
  name: string | null = 'gnome_libsecret'
  locked = false
  again = false
  readonly #turn = (text: string) => [...text].reverse().join('')
  backend = () => Promise.resolve(this.name)
  encrypt = (text: string) => Promise.resolve(this.#turn(text))
  decrypt = (blob: string) => (this.locked ? Promise.reject(new Error('locked')) : Promise.resolve({ text: this.#turn(blob), again: this.again }))
}

async function withStore() {
  const store = new TurnedStore()
  const desk = new ModelDesk({ keyStore: store })
  closing.push(() => desk.end())
  await desk.opened()
  const vault = () => JSON.parse(readFileSync(join(desk.profileFolder, 'vault.json'), 'utf8')) as { wraps: { kind: string; verifiedAt?: string | null }[] }
  const restarted = async () => {
    await desk.core.close()
    desk.start()
    await desk.chooseAgain()
    return ask(desk.core, 'desk.state', {})
  }
  return { store, desk, vault, restarted }
}

test('is offered where the store protects, and used only after its owner said so with the passphrase', async () => {
  const { desk, vault, restarted } = await withStore()
  expect((await ask(desk.core, 'desk.state', {})).keychain).toBe('off')
  expect((await refusal(desk.core, 'vault.useKeychain', { on: true, passphrase: 'not this one at all' })).code).toBe('wrong-passphrase')
  expect(vault().wraps.map((wrap) => wrap.kind)).toEqual(['passphrase'])
  expect((await ask(desk.core, 'vault.useKeychain', { on: true, passphrase })).keychain).toBe('on')
  expect(vault().wraps).toMatchObject([{ kind: 'passphrase' }, { kind: 'os', verifiedAt: null }])
  expect((await restarted()).keychain).toBe('on')
  expect((await ask(desk.core, 'vault.unlockWithKeychain', {})).phase).toBe('open')
  expect(vault().wraps[1]?.verifiedAt).toEqual(expect.any(String))
  expect((await desk.queue()).total).toBeGreaterThan(0)
})

test('leaves the passphrase as a way in whatever becomes of the store', async () => {
  const { desk, store, restarted } = await withStore()
  await ask(desk.core, 'vault.useKeychain', { on: true, passphrase })
  await restarted()
  store.locked = true
  expect((await refusal(desk.core, 'vault.unlockWithKeychain', {})).code).toBe('temporarily-unavailable')
  store.locked = false
  store.name = 'kwallet6'
  expect((await refusal(desk.core, 'vault.unlockWithKeychain', {})).code).toBe('backend-changed')
  store.name = null
  expect((await refusal(desk.core, 'vault.unlockWithKeychain', {})).code).toBe('unavailable')
  expect((await ask(desk.core, 'vault.unlock', { passphrase })).phase).toBe('open')
})

test('wraps anew when the store has a newer key, and is forgotten on request', async () => {
  const { desk, store, vault, restarted } = await withStore()
  await ask(desk.core, 'vault.useKeychain', { on: true, passphrase })
  await restarted()
  store.again = true
  await ask(desk.core, 'vault.unlockWithKeychain', {})
  expect(vault().wraps).toHaveLength(2)
  expect((await ask(desk.core, 'vault.useKeychain', { on: false })).keychain).toBe('off')
  expect(vault().wraps.map((wrap) => wrap.kind)).toEqual(['passphrase'])
  await restarted()
  expect((await refusal(desk.core, 'vault.unlockWithKeychain', {})).code).toBe('unavailable')
})

test('is not offered where the store keeps keys in plain sight', async () => {
  const store = new TurnedStore()
  store.name = null
  const desk = new ModelDesk({ keyStore: store })
  closing.push(() => desk.end())
  await desk.opened()
  expect((await ask(desk.core, 'desk.state', {})).keychain).toBe('none')
  expect((await refusal(desk.core, 'vault.useKeychain', { on: true, passphrase })).code).toBe('unavailable')
})

test('reaches the worker: the store stays in the host’s thread', { timeout: 60_000 }, async () => {
  const [worker, api] = await Promise.all([buildWorker(), startTestApi({ demo: true })])
  closing.push(() => worker.remove(), () => api.close())
  const folder = temporaryFolder()
  closing.push(folder.remove)
  const start = () => openDesk({ dataDir: folder.path, apiUrl: api.url, host: 'electron', version: 'test', workerFile: worker.file, scryptCost: cheapScrypt, keyStore: new TurnedStore() })
  const first = await start()
  await openVault(first, api, 'robin')
  expect((await ask(first, 'vault.useKeychain', { on: true, passphrase })).keychain).toBe('on')
  await first.close()
  const second = await start()
  closing.push(() => second.close())
  const { profiles } = await ask(second, 'desk.state', {})
  expect((await ask(second, 'desk.chooseProfile', { profile: profiles[0]?.id ?? null })).keychain).toBe('on')
  expect((await ask(second, 'vault.unlockWithKeychain', {})).phase).toBe('open')
})
