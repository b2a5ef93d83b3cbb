import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../../src/main/host/settings'

const env = { WALLGUIDE_API_URL: 'http://127.0.0.1:4180/', WALLGUIDE_DATA: '/data/desk' }

describe('the settings of the loopback host', () => {
  it('are the community, the folder and a free port', () => {
    expect(readSettings(env)).toEqual({ ok: true, settings: { apiUrl: 'http://127.0.0.1:4180', dataDir: '/data/desk', port: 0, development: undefined } })
  })

  it.each([
    [{ ...env, WALLGUIDE_API_URL: '' }, 'WALLGUIDE_API_URL'],
    [{ ...env, WALLGUIDE_API_URL: 'file:///etc' }, 'WALLGUIDE_API_URL'],
    [{ ...env, WALLGUIDE_DATA: '' }, 'WALLGUIDE_DATA'],
    [{ ...env, WALLGUIDE_DESK_PORT: '70000' }, 'WALLGUIDE_DESK_PORT'],
    [{ ...env, WALLGUIDE_DESK_PORT: 'x' }, 'WALLGUIDE_DESK_PORT'],
  ])('%j is a sentence that names the variable', (given, name) => {
    const read = readSettings(given)
    expect(read.ok).toBe(false)
    expect(!read.ok && read.sentence).toContain(name)
  })

  it('are for development only in development', () => {
    const asked = { ...env, WALLGUIDE_RENDERER_URL: 'http://127.0.0.1:5173', WALLGUIDE_DEV_TOKEN: 't', WALLGUIDE_DEV_COOKIE: 'c' }
    expect(readSettings({ ...asked, NODE_ENV: 'production' })).toMatchObject({ settings: { development: undefined } })
    expect(readSettings({ ...asked, NODE_ENV: 'development' })).toMatchObject({ settings: { development: { rendererUrl: 'http://127.0.0.1:5173' } } })
  })
})
