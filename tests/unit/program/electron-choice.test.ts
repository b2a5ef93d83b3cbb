import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { electronBinary, hasScreen, planHost } from '../../../src/program/start/electron'
import { openerFor } from '../../../src/program/start/opener'

const download = () => vi.fn(() => Promise.resolve<string | null>('ENOTFOUND'))

describe('where the workstation runs', () => {
  it('in Electron when its program is there and a window can be shown', async () => {
    expect(await planHost('auto', { screen: true, binary: () => '/e/electron', download: download() })).toMatchObject({ host: 'electron', binary: '/e/electron' })
  })

  it('in the browser without a screen, and nothing is downloaded for that', async () => {
    const tried = download()
    expect(await planHost('auto', { screen: false, binary: () => null, download: tried })).toEqual({ host: 'loopback', reason: 'there is no screen to show an Electron window on' })
    expect(tried).not.toHaveBeenCalled()
  })

  it('in Electron after a download that worked', async () => {
    let there: string | null = null
    const fetching = () => {
      there = '/e/electron'
      return Promise.resolve(null)
    }
    expect(await planHost('auto', { screen: true, binary: () => there, download: fetching })).toMatchObject({ host: 'electron', reason: 'its program was downloaded' })
  })

  it('in the browser after a download that did not, saying why', async () => {
    expect(await planHost('auto', { screen: true, binary: () => null, download: download() })).toEqual({ host: 'loopback', reason: 'Electron’s program is not installed and could not be downloaded (ENOTFOUND)' })
  })

  it('as asked: loopback without looking for Electron at all', async () => {
    const binary = vi.fn(() => '/e/electron')
    expect(await planHost('loopback', { screen: true, binary, download: download() })).toMatchObject({ host: 'loopback' })
    expect(binary).not.toHaveBeenCalled()
  })

  it('as asked: Electron or nothing, with what to do instead', async () => {
    const plan = await planHost('electron', { screen: false, binary: () => null, download: download() })
    expect(plan).toEqual({ host: 'refused', sentence: expect.stringContaining('Nothing was changed. Leave out --host electron') })
  })
})

describe('Electron’s program', () => {
  let folder = ''
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'wallguide-electron-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is looked for in the package, under the name that its installer noted', () => {
    expect(electronBinary(folder, { platform: 'linux', env: {} })).toBeNull()
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist', 'electron'), '')
    expect(electronBinary(folder, { platform: 'linux', env: {} })).toBe(join(folder, 'dist', 'electron'))
    writeFileSync(join(folder, 'path.txt'), 'other')
    expect(electronBinary(folder, { platform: 'linux', env: {} })).toBeNull()
  })

  it('is first looked for where ELECTRON_OVERRIDE_DIST_PATH says', () => {
    mkdirSync(join(folder, 'mine'))
    writeFileSync(join(folder, 'mine', 'electron.exe'), '')
    expect(electronBinary(folder, { platform: 'win32', env: { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'mine') } })).toBe(join(folder, 'mine', 'electron.exe'))
  })

  it('has a screen on a desktop, not on a server or in an automated run', () => {
    expect(hasScreen({ platform: 'linux', env: {} })).toBe(false)
    expect(hasScreen({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(true)
    expect(hasScreen({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true)
    expect(hasScreen({ platform: 'darwin', env: {} })).toBe(true)
    expect(hasScreen({ platform: 'darwin', env: { CI: '1' } })).toBe(false)
  })

  it('opens the browser by the system’s own command, or not at all', () => {
    expect(openerFor('http://x/', { platform: 'darwin', env: {} })).toEqual({ file: 'open', args: ['http://x/'] })
    expect(openerFor('http://x/', { platform: 'linux', env: { DISPLAY: ':0', PATH: folder } })).toBeNull()
    writeFileSync(join(folder, 'xdg-open'), '', { mode: 0o755 })
    expect(openerFor('http://x/', { platform: 'linux', env: { DISPLAY: ':0', PATH: folder } })).toEqual({ file: 'xdg-open', args: ['http://x/'] })
    expect(openerFor('http://x/', { platform: 'linux', env: { PATH: folder } })).toBeNull()
  })
})
