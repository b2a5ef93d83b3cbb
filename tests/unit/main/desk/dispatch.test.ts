/** The one way in: every answer is a value, and nothing passes that the contract does not know. */
import { describe, expect, test } from 'vitest'
import { bridgeCalls, bridgeErrorCodes } from '../../../../src/contract/bridge'
import { createDispatch, type Handlers } from '../../../../src/main/desk/dispatch'
import { DeskError } from '../../../../src/main/desk/errors'
import { uuid } from '../../../property/desk/model-server'

const handlers = (some: Partial<Handlers>): Handlers =>
  new Proxy(some, { get: (target, name) => target[name as keyof Handlers] ?? (() => Promise.reject(new Error('not part of this test'))) }) as Handlers

const dispatch = (some: Partial<Handlers>, isOpen = () => true) => createDispatch({ handlers: handlers(some), isOpen })
const item = uuid('item', 1)

describe('the dispatcher', () => {
  test('refuses what the contract does not name, with a value', async () => {
    const call = dispatch({})
    for (const name of ['nothing', 'toString', '__proto__', 'constructor', '']) expect(await call(name, {})).toMatchObject({ ok: false, error: { code: 'invalid' } })
  })

  test('checks input, and names the field but not what was in it', async () => {
    const answer = await dispatch({})('item.saveDraft', { item, draft: 42 })
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', message: expect.stringContaining('draft') } })
    const long = await dispatch({})('vault.unlock', { passphrase: 'secret words'.repeat(100) })
    expect(JSON.stringify(long)).not.toContain('secret words')
  })

  test('checks output: what does not fit the contract never reaches the renderer', async () => {
    const answer = await dispatch({ 'outbox.list': () => ({ entries: 'none' }) as never })('outbox.list', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
  })

  test('takes fields away that the contract does not have', async () => {
    const answer = await dispatch({ 'item.release': () => ({ ok: true, token: 'secret' }) as never })('item.release', { item })
    expect(answer).toEqual({ ok: true, value: { ok: true } })
  })

  test.each(Object.entries(bridgeCalls).filter(([, call]) => !('whileLocked' in call)).map(([name]) => name))('answers locked to %s while the desk is locked', async (name) => {
    expect(await dispatch({}, () => false)(name, {})).toMatchObject({ ok: false, error: { code: 'locked' } })
  })

  test('answers locked when the desk was locked under a call', async () => {
    let open = true
    const call = dispatch({ 'item.release': async () => { open = false; throw new TypeError('the cache is closed') } }, () => open)
    expect(await call('item.release', { item })).toMatchObject({ ok: false, error: { code: 'locked' } })
  })

  test('maps errors to the contract’s codes, and tells nothing of unexpected ones', async () => {
    const failing = (error: unknown) => dispatch({ 'sync.status': () => { throw error } })('sync.status', {})
    expect(await failing(new DeskError('too-many-tries', 'Wait a little.', 4_999.5))).toEqual({ ok: false, error: { code: 'too-many-tries', message: 'Wait a little.', retryAfterMs: 5_000 } })
    for (const [code, told] of [['SQLITE_FULL', 'disk-full'], ['ENOSPC', 'disk-full'], ['SQLITE_NOTADB', 'not-a-database'], ['SQLITE_CORRUPT_INDEX', 'corrupt'], ['SQLITE_READONLY', 'read-only'], ['EROFS', 'read-only'], ['SQLITE_BUSY', 'in-use']]) {
      expect(await failing(Object.assign(new Error('x'), { code }))).toMatchObject({ ok: false, error: { code: told } })
    }
    const secret = await failing(new Error('what a member wrote'))
    expect(secret).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(secret)).not.toContain('what a member wrote')
    expect(bridgeErrorCodes).toContain('internal')
  })

  test('answers many calls at once, each with its own', async () => {
    const call = dispatch({ 'queue.arrivals': async ({ view }) => ({ count: view, top: null }) })
    const answers = await Promise.all(Array.from({ length: 200 }, (_, view) => call('queue.arrivals', { view })))
    expect(answers.map((answer) => answer.ok && (answer.value as { count: number }).count)).toEqual(Array.from({ length: 200 }, (_, view) => view))
  })
})
