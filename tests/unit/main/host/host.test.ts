import { get } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newGate } from '../../../../src/main/host/gate'
import { openHost } from './support'

describe('the loopback host', () => {
  let open: Awaited<ReturnType<typeof openHost>>
  beforeEach(async () => {
    open = await openHost()
  })
  afterEach(() => open.close())

  it('exchanges the link for a cookie that scripts and other sites cannot use', async () => {
    const entry = new URL(open.host.entryUrl)
    const answered = await open.send('GET', `/${entry.search}`)
    expect(answered.status).toBe(302)
    expect(answered.headers.location).toBe('/')
    expect(answered.headers['set-cookie']).toEqual([expect.stringMatching(new RegExp(`^wallguide-${open.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`))])
    expect(answered.headers['referrer-policy']).toBe('no-referrer')
    expect(answered.headers['cache-control']).toBe('no-store')
    expect(answered.headers['set-cookie']?.[0]).not.toContain(entry.searchParams.get('token'))
  })

  it('lets a restarted browser in by the same link', async () => {
    expect(await open.enter()).toBe(await open.enter())
  })

  it('makes tokens of 256 bits that differ for every host', () => {
    const [a, b] = [newGate(1), newGate(1)]
    expect(Buffer.from(a.token, 'base64url')).toHaveLength(32)
    expect(new Set([a.token, b.token, a.cookieValue, b.cookieValue]).size).toBe(4)
  })

  it('serves the renderer under a policy without inline script, never stored', async () => {
    const answered = await open.send('GET', '/', { cookie: await open.enter(), 'sec-fetch-site': 'same-origin' })
    expect(answered.status).toBe(200)
    expect(answered.body).toContain('<title>Wallguide</title>')
    const policy = String(answered.headers['content-security-policy'])
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`script-src 'self';`)
    expect(policy).toContain(`frame-ancestors 'none'`)
    expect(answered.headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  })

  it('carries a call to the desk and its answer back', async () => {
    const headers = { cookie: await open.enter(), 'content-type': 'application/json', origin: open.host.origin }
    const answered = await open.send('POST', '/bridge/app.info', headers, '{}')
    expect(answered.status).toBe(200)
    expect(JSON.parse(answered.body)).toEqual({ ok: true, value: { version: '1', host: 'loopback', apiUrl: 'http://127.0.0.1:1', undoMs: 8000 } })
    expect(open.asked).toEqual([{ name: 'app.info', input: {} }])
  })

  it('carries a refusal of the desk as an answer too', async () => {
    const headers = { cookie: await open.enter(), 'content-type': 'application/json' }
    const answered = await open.send('POST', '/bridge/no.such', headers, '{"a":1}')
    expect(answered.status).toBe(200)
    expect(JSON.parse(answered.body)).toEqual({ ok: false, error: { code: 'invalid', message: 'There is no such call.' } })
  })

  it('answers a window that lost its cookie with a bridge error that can be shown', async () => {
    const answered = await open.send('POST', '/bridge/app.info', { 'content-type': 'application/json' }, '{}')
    expect(answered.status).toBe(401)
    expect(JSON.parse(answered.body)).toMatchObject({ ok: false, error: { code: 'not-allowed', message: expect.stringContaining('Nothing was lost.') } })
  })

  it('streams the desk’s events to every window, and forgets windows that closed', async () => {
    const cookie = await open.enter()
    const windows = [0, 1].map(() => {
      const seen = { text: '', type: '' }
      const asking = get({ host: '127.0.0.1', port: open.port, path: '/bridge/events', headers: { cookie, host: `127.0.0.1:${open.port}` } }, (response) => {
        seen.type = response.headers['content-type'] ?? ''
        response.setEncoding('utf8').on('data', (chunk: string) => (seen.text += chunk))
        response.on('error', () => undefined)
      })
      asking.on('error', () => undefined)
      return { seen, close: () => asking.destroy() }
    })
    await vi.waitFor(() => expect(windows.every(({ seen }) => seen.text.startsWith('retry: '))).toBe(true))
    open.emit({ name: 'items.changed', payload: { items: ['one\ntwo'] } })
    for (const { seen } of windows) {
      await vi.waitFor(() => expect(seen.text).toContain('event: items.changed\ndata: {"items":["one\\ntwo"]}\n\n'))
      expect(seen.type).toContain('text/event-stream')
    }
    windows[0]?.close()
    open.emit({ name: 'items.changed', payload: { items: [] } })
    await vi.waitFor(() => expect(windows[1]?.seen.text).toContain('data: {"items":[]}'))
    windows[1]?.close()
  })

  it('ends open streams when it closes and stops listening to the desk', async () => {
    const other = await openHost()
    const cookie = await other.enter()
    let opened = false
    let ended = false
    get({ host: '127.0.0.1', port: other.port, path: '/bridge/events', headers: { cookie, host: `127.0.0.1:${other.port}` } }, (response) => {
      response.on('data', () => (opened = true)).on('end', () => (ended = true))
      response.on('error', () => undefined)
    }).on('error', () => undefined)
    await vi.waitFor(() => expect(opened).toBe(true))
    await other.close()
    await vi.waitFor(() => expect(ended).toBe(true))
    expect(other.listening()).toBe(0)
  })
})
