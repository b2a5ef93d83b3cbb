import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildOutputs, digest, isFresh, removeStamp, writeStamp } from '../../../src/program/build/stamp'

describe('the stamp of a build', () => {
  let root = ''
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const inputs = ['src', 'package.json']
  const built = () => {
    for (const file of buildOutputs) put(`out/${file}`, '')
    writeStamp(join(root, 'out'), digest(root, inputs))
  }
  const fresh = () => isFresh(join(root, 'out'), digest(root, inputs))
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'wallguide-stamp-'))
    put('src/a.ts', 'a')
    put('src/deep/b.ts', 'b')
    put('package.json', '{}')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('holds while nothing changed, whatever the dates of the files', () => {
    expect(fresh()).toBe(false)
    built()
    utimesSync(join(root, 'src/a.ts'), 0, 0)
    expect(fresh()).toBe(true)
  })

  it.each([
    ['a changed source', () => put('src/deep/b.ts', 'c')],
    ['a new source', () => put('src/c.ts', '')],
    ['a removed source', () => rmSync(join(root, 'src/a.ts'))],
    ['a moved boundary between two sources', () => { put('src/a.ts', ''); put('src/deep/b.ts', 'ab') }],
    ['a changed config', () => put('package.json', '{"a":1}')],
    ['a removed output', () => rmSync(join(root, 'out', buildOutputs[0]))],
    ['a build that was broken off', () => removeStamp(join(root, 'out'))],
  ])('ends with %s', (_what, change) => {
    built()
    change()
    expect(fresh()).toBe(false)
  })

  it('does not depend on what the build does not read', () => {
    built()
    put('tests/a.test.ts', '')
    expect(fresh()).toBe(true)
  })
})
