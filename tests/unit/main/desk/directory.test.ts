/** The directory on the desk, in the real encrypted cache: there before any network, kept without one, fetched again when old. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import demoFile from '#resources/directory/demo.json'
import { Directory, DirectoryQuery } from '#contract/directory'
import { openCache, type Cache } from '../../../../src/main/desk/cache/open'
import { openDirectory } from '../../../../src/main/desk/directory/directory'
import type { ApiClient } from '../../../../src/main/desk/sync/api-client'
import { DataKey } from '../../../../src/main/desk/vault/key'

const directory = Directory.parse(demoFile)
const hour = 3_600_000
let folder: string
let key: DataKey
let cache: Cache
let now: number
let answers: { ok: boolean; value?: unknown }[]
let asked: number
const failed = vi.fn()

const open = () => {
  const api = { call: async () => (asked++, answers.shift() ?? { ok: false, trouble: { kind: 'offline' } }) } as unknown as ApiClient
  return openDirectory({ cache, clock: { now: () => now } as never, api: () => api, failed })
}
const find = async (desk: ReturnType<typeof open>, query: object = {}) => desk.calls['directory.find'](DirectoryQuery.parse(query))
const settled = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wallguide-directory-'))
  key = DataKey.make()
  cache = openCache(join(folder, 'cache.db'), key)
  now = Date.parse('2026-11-23T12:00:00Z')
  answers = []
  asked = 0
  failed.mockReset()
})
afterEach(() => {
  cache.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the directory of a desk', () => {
  test('has the crisis lines before it ever reached its community', async () => {
    const { hits, fetchedAt } = await find(open(), { area: 'GB', needs: ['crisis'] })
    expect(fetchedAt).toBeNull()
    expect(hits.map((hit) => hit.service.id)).toContain('crisis-gb-samaritans')
    expect(hits.every((hit) => hit.service.id.startsWith('crisis-'))).toBe(true)
  })

  test('keeps what it fetched, encrypted, for a start without network', async () => {
    const desk = open()
    answers = [{ ok: true, value: directory }]
    desk.online()
    await settled()
    expect((await find(desk, { text: 'quiet mind' })).hits).toMatchObject([{ service: { id: 'demo-quiet-mind' }, opening: { state: 'open', until: '16:30' }, stale: false }])
    const again = open()
    expect(await find(again, { text: 'quiet mind' })).toMatchObject({ hits: [{ service: { id: 'demo-quiet-mind' } }], fetchedAt: '2026-11-23T12:00:00.000Z' })
    expect((await again.calls['directory.services']({ ids: ['demo-still-here', 'not-there'] })).hits.map((hit) => hit.service.id)).toEqual(['demo-still-here'])
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file)).includes('Quiet Mind')).toBe(false)
  })

  test('asks at most once an hour, and a minute after it could not be reached', async () => {
    const desk = open()
    desk.online()
    desk.online()
    await settled()
    desk.online()
    expect(asked).toBe(1)
    now += 61_000
    answers = [{ ok: true, value: directory }]
    desk.online()
    await settled()
    expect(asked).toBe(2)
    now += hour - 1
    desk.online()
    expect(asked).toBe(2)
    now += 1
    desk.online()
    expect(asked).toBe(3)
  })

  test('lets an answer go that comes after the desk was locked', async () => {
    const desk = open()
    answers = [{ ok: true, value: directory }]
    desk.online()
    cache.close()
    await settled()
    expect(failed).not.toHaveBeenCalled()
    cache = openCache(join(folder, 'cache.db'), key)
    expect((await find(open())).fetchedAt).toBeNull()
  })
})
