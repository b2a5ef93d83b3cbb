/** What a person has chosen: kept in the encrypted cache, whole or field by field, and never in the way of opening. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bridgeCalls, Settings } from '../../../../src/contract/bridge'
import { openCache, type Cache } from '../../../../src/main/desk/cache/open'
import { settingWrites } from '../../../../src/main/desk/cache/small'
import { settingHandlers } from '../../../../src/main/desk/settings/settings'
import { DataKey } from '../../../../src/main/desk/vault/key'

const usual = Settings.parse({ keys: {}, view: {}, filters: {} })
const key = DataKey.make()
let folder: string
let cache: Cache

const open = () => {
  cache = openCache(join(folder, 'cache.db'), key)
  return settingHandlers({ cache, packVersion: () => '2026.11', dataFolder: folder })
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wallguide-settings-'))
})
afterEach(() => {
  cache.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a new desk has the usual settings', () => {
  expect(open()['settings.get']()).toEqual(usual)
  expect(usual).toEqual({
    keys: { bindings: {}, bounceMs: 60 },
    view: { colours: 'auto', density: 'compact', reading: 'usual', greyscale: false, cover: false, queuePane: true, contextPane: true, lockAfterMinutes: 15 },
    filters: { saved: [] },
  })
})

test('what was chosen is there when the desk opens again', () => {
  const keys = { bindings: { peek: ['v'] }, bounceMs: 90 }
  const view = { ...usual.view, colours: 'dark' as const, lockAfterMinutes: 5 }
  const filters = { saved: [{ name: 'Nights', filter: { show: 'open' as const, topic: 'Sleep' } }] }
  const first = open()
  first['settings.put']({ name: 'keys', value: keys })
  first['settings.put']({ name: 'filters', value: filters })
  first['settings.put']({ name: 'view', value: view })
  cache.close()
  expect(open()['settings.get']()).toEqual({ keys, view, filters })
})

test('a field that cannot be read, or that another version wrote, takes no other with it', () => {
  const settings = open()
  const writes = settingWrites(cache.write)
  writes.put('preference.view', JSON.stringify({ colours: 'sepia', density: 'comfortable', lockAfterMinutes: 0, somethingLater: true }))
  writes.put('preference.keys', 'not json')
  expect(settings['settings.get']()).toEqual({ ...usual, view: { ...usual.view, density: 'comfortable' } })
})

test('only the named settings are taken, within their limits', () => {
  const { input } = bridgeCalls['settings.put']
  const sound = { name: 'keys', value: { bindings: { peek: ['v'] }, bounceMs: 150 } }
  expect(input.safeParse(sound).success).toBe(true)
  for (const value of [{ ...sound.value, bounceMs: 151 }, { ...sound.value, bounceMs: -1 }, { ...sound.value, bindings: { peek: 'v' } }]) {
    expect(input.safeParse({ name: 'keys', value }).success).toBe(false)
  }
  expect(input.safeParse({ name: 'session', value: {} }).success).toBe(false)
  expect(input.safeParse({ name: 'view', value: { lockAfterMinutes: 61 } }).success).toBe(false)
})

test('the page about this desk is told the pack and the folder', () => {
  expect(open()['settings.about']()).toEqual({ packVersion: '2026.11', dataFolder: folder })
})
