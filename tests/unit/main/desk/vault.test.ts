/** Wrapping the key, waiting after wrong tries, the journal. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diskFiles } from '../../../../src/main/desk/vault/files'
import { Journal } from '../../../../src/main/desk/vault/journal'
import { DataKey } from '../../../../src/main/desk/vault/key'
import { Tries, waitAfter } from '../../../../src/main/desk/vault/tries'
import { Vault } from '../../../../src/main/desk/vault/vault'
import { scryptCost, unwrapWithPassphrase, wrapWithPassphrase } from '../../../../src/main/desk/vault/wrap'
import type { Decision } from '../../../../src/contract/review'
import { uuid } from '../../../property/desk/model-server'

const cheap = { N: 2 ** 12, r: 8, p: 1 }
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wallguide-vault-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a wrap', () => {
  test('opens with its passphrase, however it was typed, and with no other', async () => {
    const key = DataKey.make()
    const wrap = await wrapWithPassphrase(key, 'one', 'caf\u00e9 by the sea', cheap)
    expect((await unwrapWithPassphrase(wrap, 'one', 'cafe\u0301 by the sea'))?.matches(key.check())).toBe(true)
    expect(await unwrapWithPassphrase(wrap, 'one', 'cafe by the sea')).toBeNull()
  })

  test('is bound to its key id and to its cost', async () => {
    const wrap = await wrapWithPassphrase(DataKey.make(), 'one', 'four calm words here', cheap)
    expect(await unwrapWithPassphrase(wrap, 'two', 'four calm words here')).toBeNull()
    expect(await unwrapWithPassphrase({ ...wrap, params: { ...cheap, p: 2 } }, 'one', 'four calm words here')).toBeNull()
  })

  test('costs what the design asks for', () => {
    expect(scryptCost).toEqual({ N: 2 ** 17, r: 8, p: 1 })
  })
})

test('a zeroed key cannot be used again', () => {
  const bytes = Buffer.alloc(32, 9)
  const key = new DataKey(bytes)
  key.zero()
  expect(bytes.every((byte) => byte === 0)).toBe(true)
  expect(() => key.check()).toThrow()
  expect(() => key.forCache()).toThrow()
})

describe('a vault', () => {
  test('keeps wraps of kinds that it does not know when the passphrase changes', async () => {
    const vault = new Vault(diskFiles, folder, cheap)
    ;(await vault.create('seven quiet herons')).zero()
    const path = join(folder, 'vault.json')
    const file = JSON.parse(diskFiles.read(path)!.toString()) as { cipher: string; wraps: unknown[] }
    expect(file.cipher).toBe('sqlcipher')
    diskFiles.replace(path, JSON.stringify({ ...file, wraps: [...file.wraps, { kind: 'os', backend: 'later', blob: 'x' }] }))
    await vault.changePassphrase('seven quiet herons', 'nine loud herons', 0)
    const after = JSON.parse(diskFiles.read(path)!.toString()) as { wraps: { kind: string }[] }
    expect(after.wraps.map((wrap) => wrap.kind)).toEqual(['os', 'passphrase'])
    ;(await vault.open('nine loud herons', 0)).zero()
  })

  test('that was destroyed opens for nobody', async () => {
    const vault = new Vault(diskFiles, folder, cheap)
    ;(await vault.create('seven quiet herons')).zero()
    vault.destroy()
    expect(vault.exists()).toBe(false)
    await expect(vault.open('seven quiet herons', 0)).rejects.toMatchObject({ code: 'undecryptable' })
  })
})

describe('wrong tries', () => {
  test('cost nothing at first, then double up to a quarter of an hour', () => {
    expect([0, 1, 3, 4, 5, 6, 20, 500].map(waitAfter)).toEqual([0, 0, 0, 5_000, 10_000, 20_000, 900_000, 900_000])
  })

  test('are counted on disk; a clock set back does not make the wait longer', () => {
    const tries = () => new Tries(diskFiles, join(folder, 'tries.json'))
    for (let time = 0; time < 5; time++) tries().count(1_000_000)
    expect(tries().wait(1_000_000)).toBe(10_000)
    expect(tries().wait(1_004_000)).toBe(6_000)
    expect(tries().wait(0)).toBe(10_000)
    tries().clear()
    expect(tries().wait(1_000_000)).toBe(0)
  })
})

describe('the journal', () => {
  const decision = (number: number): Decision => ({
    id: uuid('decision', number) as never,
    item: uuid('item', number) as never,
    itemVersion: 1,
    action: { verdict: 'watch' },
    reason: 'support',
    note: `note ${number}`,
    policyVersion: '1',
    scoreVersion: '1',
    decidedAt: '2026-11-23T08:00:00.000Z',
  })
  const key = new DataKey(Buffer.alloc(32, 3))
  const open = () => new Journal(diskFiles, join(folder, 'undelivered.journal'), key)

  test('gives back what was made and not undone', () => {
    const journal = open()
    for (const number of [1, 2, 3]) journal.made(decision(number))
    journal.undone(decision(2).id)
    expect(open().read()).toEqual([decision(1), decision(3)])
    journal.empty()
    expect(open().read()).toEqual([])
  })

  test('survives a record that was torn by a crash, also for what comes after the next opening', () => {
    const path = join(folder, 'undelivered.journal')
    open().made(decision(1))
    open().made(decision(2))
    const bytes = diskFiles.read(path)!
    diskFiles.replace(path, bytes.subarray(0, bytes.length - 5))
    expect(open().read()).toEqual([decision(1)])
    const journal = open()
    journal.rewrite(journal.read())
    journal.made(decision(3))
    expect(open().read()).toEqual([decision(1), decision(3)])
  })

  test('is unreadable with another key, and notices every changed byte', () => {
    const path = join(folder, 'undelivered.journal')
    open().made(decision(1))
    const bytes = diskFiles.read(path)!
    expect(bytes.includes('note 1')).toBe(false)
    expect(new Journal(diskFiles, path, new DataKey(Buffer.alloc(32, 4))).read()).toEqual([])
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = changed[at]! ^ 1
      diskFiles.replace(path, changed)
      expect(open().read()).toEqual([])
    }
  })
})
