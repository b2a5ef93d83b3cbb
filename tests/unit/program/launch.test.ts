import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { launch } from '../../../scripts/launch.mjs'
import { installState, missingPackages } from '../../../scripts/lib/install.mjs'
import { chooseNode, isUsable, probeNode, typeStripping } from '../../../scripts/lib/node-version.mjs'

const old = { node: '20.20.2', napi: '9' }
const current = { node: '24.21.0', napi: '10' }

describe('the Node that runs the product', () => {
  it.each([
    ['20.20.2', '9', false],
    ['22.12.0', '9', false],
    ['22.13.1', '10', false],
    ['22.14.0', '10', true],
    ['23.0.0', '9', false],
    ['24.21.0', '10', true],
    ['26.0.0', undefined, false],
  ])('%s with Node-API %s: usable is %s', (node, napi, usable) => {
    expect(isUsable({ node, ...(napi && { napi }) })).toBe(usable)
  })

  it('is this one when it is new enough, without asking others', () => {
    const probe = vi.fn()
    expect(chooseNode({ own: current, ownPath: '/own', candidates: ['/other'], probe })).toMatchObject({ kind: 'found', path: '/own' })
    expect(probe).not.toHaveBeenCalled()
  })

  it('is else the first that is new enough', () => {
    const known = new Map([['/older', old], ['/newer', current]])
    expect(chooseNode({ own: old, ownPath: '/own', candidates: ['/gone', '/older', '/newer'], probe: (path) => known.get(path) ?? null })).toMatchObject({ kind: 'found', path: '/newer' })
  })

  it('is else explained: what it found, what it needs, that nothing changed, what to do', () => {
    const answer = chooseNode({ own: old, ownPath: '/own', candidates: [], probe: () => null })
    expect(answer.kind).toBe('none')
    const sentence = answer.kind === 'none' ? answer.sentence : ''
    expect(sentence).toContain('this is Node 20.20.2')
    expect(sentence).toContain('needs Node 22.14 or newer')
    expect(sentence).toContain('Nothing was changed.')
    expect(sentence).toContain('https://nodejs.org')
  })

  it('tells its versions, and one that does not run here is no candidate', () => {
    expect(probeNode(process.execPath)?.node).toBe(process.versions.node)
    expect(probeNode('/nowhere/node')).toBeNull()
  })

  it('is told to run TypeScript only where it does not by itself', () => {
    expect(typeStripping({ node: '22.14.0' })).toContain('--experimental-strip-types')
    expect(typeStripping({ node: '22.18.0' })).toEqual([])
    expect(typeStripping(current)).toEqual([])
  })
})

describe('the launcher', () => {
  const written: string[] = []
  beforeEach(() => {
    written.length = 0
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(written.push(String(text))))
  })
  afterEach(() => vi.restoreAllMocks())

  it('refuses on an old Node with a sentence and starts nothing', async () => {
    expect(await launch(['start'], { versions: old, candidates: [] })).toBe(1)
    expect(written.join('')).toMatch(/^Wallguide needs Node .* this is Node 20\.20\.2/)
  })

  it('refuses a command that there is not', async () => {
    expect(await launch(['sart'])).toBe(1)
    expect(written.join('')).toContain('There is no command "sart". The commands are start, desk,')
  })
})

describe('what is installed', () => {
  let folder = ''
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const lockOf = (packages: object) => JSON.stringify({ packages })
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'wallguide-install-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it('lacks what is absent or of another version, but not what npm left out for other systems', () => {
    const wanted = { '': {}, 'node_modules/a': { version: '1' }, 'node_modules/b': { version: '2' }, 'node_modules/c': { version: '3' }, 'node_modules/win': { version: '1', optional: true } }
    expect(missingPackages(wanted, { 'node_modules/a': { version: '1' }, 'node_modules/b': { version: '1' } })).toEqual(['node_modules/b', 'node_modules/c'])
    expect(missingPackages(wanted, { ...wanted, 'node_modules/win': { version: '0' } })).toEqual(['node_modules/win'])
  })

  it('is absent in a fresh clone, complete after an install, incomplete when a folder was deleted', () => {
    put('package-lock.json', lockOf({ '': {}, 'node_modules/a': { version: '1' } }))
    expect(installState(folder)).toBe('absent')
    put('node_modules/.package-lock.json', lockOf({ 'node_modules/a': { version: '1' } }))
    expect(installState(folder)).toBe('incomplete')
    put('node_modules/a/package.json', '{}')
    expect(installState(folder)).toBe('complete')
    put('package-lock.json', lockOf({ '': {}, 'node_modules/a': { version: '2' } }))
    expect(installState(folder)).toBe('incomplete')
  })

  it('can be had without a lock', () => {
    expect(installState(folder)).toBe('no-lock')
  })

  it('is asked of npm when missing; a failing npm becomes a sentence', () => {
    put('package-lock.json', lockOf({ '': {}, 'node_modules/a': { version: '1' } }))
    put('bin/npm', '#!/bin/sh\necho "asked: $*" >&2\nexit 7\n')
    chmodSync(join(folder, 'bin/npm'), 0o755)
    const script = `import { install } from ${JSON.stringify(new URL('../../../scripts/lib/install.mjs', import.meta.url).href)}; console.log(install(${JSON.stringify(folder)}, 'absent'))`
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}` } })
    expect(ran.stderr).toContain('asked: ci --include=dev --include=optional')
    expect(ran.stdout).toContain('npm ci did not finish, so Wallguide could not start. Your data was not touched.')
  })
})
