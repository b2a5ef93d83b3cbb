import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerScheme, servePages } from '../../../../src/main/electron/pages'
import { electronDouble } from './electron-double'

describe('pages at app://wallguide/', () => {
  const double = electronDouble()
  let folder = ''
  const get = (url: string, method = 'GET') => double.state.pages.get('app')?.({ url, method } as Request) ?? Promise.reject(new Error('no handler'))
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wallguide-pages-'))
    mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
    mkdirSync(join(folder, 'renderer-secret'))
    writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Wallguide</title>')
    writeFileSync(join(folder, 'renderer', 'assets', 'main.js'), 'export {}')
    writeFileSync(join(folder, 'renderer', 'notes.txt'), 'not for pages')
    writeFileSync(join(folder, 'renderer-secret', 'secret.js'), 'secret')
    writeFileSync(join(folder, 'secret.js'), 'secret')
    registerScheme(double.parts.protocol)
    servePages(double.parts.protocol, join(folder, 'renderer'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is a secure scheme that may not bypass the policy', () => {
    expect(double.state.schemes).toEqual([{ scheme: 'app', privileges: expect.objectContaining({ standard: true, secure: true, bypassCSP: false, allowServiceWorkers: false, corsEnabled: false }) }])
  })

  it('serves the renderer with its types, its policy, and never stored', async () => {
    const page = await get('app://wallguide/')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toContain(`script-src 'self';`)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await page.text()).toContain('Wallguide')
    expect((await get('app://wallguide/assets/main.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    'app://wallguide/../secret.js',
    'app://wallguide/%2e%2e/secret.js',
    'app://wallguide/..%2fsecret.js',
    'app://wallguide/..%2frenderer-secret/secret.js',
    'app://wallguide/%00/index.html',
    'app://wallguide/%E0%A4%A',
    'app://wallguide/notes.txt',
    'app://wallguide/assets',
  ])('finds nothing at %s', async (url) => {
    expect((await get(url)).status).toBe(404)
  })

  it('refuses other hosts and other methods', async () => {
    expect((await get('app://evil/')).status).toBe(403)
    expect((await get('app://wallguide/', 'POST')).status).toBe(403)
  })
})
