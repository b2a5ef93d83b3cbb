import { expect, it } from 'vitest'
import { electronKeyStore } from '../../../../src/main/electron/key-store'
import { fakeSafeStorage } from './electron-double'

it('names the store of each system', async () => {
  const storage = fakeSafeStorage()
  expect(await electronKeyStore(storage, 'linux').backend()).toBe('gnome_libsecret')
  expect(await electronKeyStore(storage, 'darwin').backend()).toBe('keychain')
  expect(await electronKeyStore(storage, 'win32').backend()).toBe('dpapi')
})

it.each(['basic_text', 'unknown'])('counts %s as none: it keeps keys where anybody can read them', async (backend) => {
  expect(await electronKeyStore(Object.assign(fakeSafeStorage(), { backend }), 'linux').backend()).toBeNull()
})

it('counts a store that is not available as none, on every system', async () => {
  expect(await electronKeyStore(Object.assign(fakeSafeStorage(), { available: false }), 'darwin').backend()).toBeNull()
})

it('opens what it has wrapped, and passes on that the key was changed', async () => {
  const storage = fakeSafeStorage()
  const store = electronKeyStore(storage, 'linux')
  const blob = await store.encrypt('0123abcd')
  expect(blob).not.toContain('0123abcd')
  expect(await store.decrypt(blob)).toEqual({ text: '0123abcd', again: false })
  storage.rotated = true
  expect((await store.decrypt(blob)).again).toBe(true)
})
