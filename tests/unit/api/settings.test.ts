import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { troubleOf } from '../../../src/api/db/errors'
import { FolderInUse, lockFolder } from '../../../src/api/db/folder-lock'
import { asProblem } from '../../../src/api/http/problems'
import { readSettings, startFailure } from '../../../src/api/settings'

describe('settings', () => {
  it('have defaults that start a community on this machine alone', () => {
    const read = readSettings({})
    expect(read).toMatchObject({ ok: true, settings: { port: 4180, host: '127.0.0.1', demo: false, https: false } })
  })

  it('say in a sentence which variable is wrong', () => {
    const cases: [NodeJS.ProcessEnv, RegExp][] = [
      [{ WALLGUIDE_PORT: 'abc' }, /WALLGUIDE_PORT/],
      [{ WALLGUIDE_PORT: '70000' }, /WALLGUIDE_PORT.*65535/],
      [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
      [{ WALLGUIDE_DEMO: 'perhaps' }, /WALLGUIDE_DEMO/],
      [{ DATABASE_URL: 'postgresql://u:p@h/d' }, /WALLGUIDE_SECRET/],
    ]
    for (const [env, sentence] of cases) {
      const read = readSettings(env)
      expect(read.ok ? 'accepted' : read.sentences.join()).toMatch(sentence)
    }
  })

  it('turn a failed start into what to do', () => {
    const read = readSettings({})
    if (!read.ok) throw new Error('defaults were refused')
    const failure = (code: string) => startFailure(Object.assign(new Error('x'), { code }), read.settings)
    expect(failure('EADDRINUSE')).toMatch(/Port 4180 is taken/)
    expect(failure('ENOSPC')).toMatch(/no space left/)
    expect(failure('ECONNREFUSED')).toMatch(/DATABASE_URL/)
  })
})

describe('the lock of a data folder', () => {
  const folder = (): { path: string; end: () => void } => {
    const path = mkdtempSync(join(tmpdir(), 'wallguide-lock-'))
    return { path, end: () => rmSync(path, { recursive: true }) }
  }

  it('lets one program in, tells the other which is there, and is free afterwards', async () => {
    const { path, end } = folder()
    const unlock = await lockFolder(path)
    await expect(lockFolder(path)).rejects.toThrow(FolderInUse)
    await expect(lockFolder(path)).rejects.toThrow(new RegExp(`process ${process.pid}`))
    await unlock()
    await (await lockFolder(path))()
    end()
  })

  it('is taken over from a program that is gone, and from one whose number somebody else has now', async () => {
    const { path, end } = folder()
    writeFileSync(join(path, 'community.lock'), '2147483646')
    await (await lockFolder(path))()
    writeFileSync(join(path, 'community.lock'), String(process.pid))
    utimesSync(join(path, 'community.lock'), 0, 0)
    await (await lockFolder(path))()
    end()
  })
})

describe('trouble of the database', () => {
  const error = (code: string) => new Error('Failed query', { cause: Object.assign(new Error('inner'), { code }) })

  it('is told apart by its code, also when it is wrapped', () => {
    expect(['53100', 'ENOSPC', '40001', '40P01', '23505', '08006', '57P01', '22021', '42601'].map((code) => troubleOf(error(code)))).toEqual([
      ...['storage_full', 'storage_full', 'conflict', 'conflict', 'duplicate', 'unavailable', 'unavailable', 'bad_text', 'other'],
    ])
  })

  it('becomes a sentence that says that nothing was lost, without the inner message', () => {
    const full = asProblem(error('53100'))
    expect([full.status, full.code]).toEqual([507, 'storage_full'])
    expect(full.message).toMatch(/no space left.*Nothing was changed/)
    const other = asProblem(new Error('a member wrote: secret'))
    expect([other.status, other.message]).toEqual([500, expect.not.stringContaining('secret')])
  })
})
