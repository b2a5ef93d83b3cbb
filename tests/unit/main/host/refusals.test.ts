/** What the loopback host must refuse. Real sockets: a browser's own checks are no part of the proof. */
import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHost } from './support'

describe('the loopback host refuses', () => {
  let open: Awaited<ReturnType<typeof openHost>>
  let cookie = ''
  beforeAll(async () => {
    open = await openHost()
    cookie = await open.enter()
  })
  afterAll(() => open.close())

  it('a request without the cookie, and says where the link is', async () => {
    const answered = await open.send('GET', '/', { accept: 'text/html' })
    expect(answered.status).toBe(401)
    expect(answered.body).toContain('Open the whole link that the terminal printed.')
  })

  it('a wrong cookie, and the right secret under the name of another port', async () => {
    expect((await open.send('GET', '/', { cookie: `wallguide-${open.port}=${'A'.repeat(43)}` })).status).toBe(401)
    expect((await open.send('GET', '/', { cookie: cookie.replace(String(open.port), String(open.port + 1)) })).status).toBe(401)
  })

  it('a wrong token, even from a browser that was let in before', async () => {
    expect((await open.send('GET', '/?token=guess', { cookie })).status).toBe(401)
  })

  it('the token anywhere but at the entry', async () => {
    const token = new URL(open.host.entryUrl).search
    expect((await open.send('GET', `/bridge/events${token}`)).status).toBe(401)
    expect((await open.send('POST', `/${token}`)).status).toBe(401)
  })

  it('a name that was made to point here (DNS rebinding), with Origin and Host agreeing', async () => {
    expect((await open.send('GET', '/', { cookie, host: 'evil.test', origin: 'http://evil.test' })).status).toBe(421)
    expect((await open.send('GET', '/', { cookie, host: `evil.test:${open.port}` })).status).toBe(421)
  })

  it('localhost, which is not the address that was printed', async () => {
    expect((await open.send('GET', '/', { cookie, host: `localhost:${open.port}` })).status).toBe(421)
  })

  it('another port in Host', async () => {
    expect((await open.send('GET', '/', { cookie, host: '127.0.0.1:80' })).status).toBe(421)
    expect((await open.send('GET', '/', { cookie, host: '127.0.0.1' })).status).toBe(421)
  })

  it('no Host at all', async () => {
    expect(await open.raw(`GET / HTTP/1.0\r\nCookie: ${cookie}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 421 /)
  })

  it('the entry link under another name', async () => {
    const answered = await open.send('GET', `/${new URL(open.host.entryUrl).search}`, { host: 'evil.test' })
    expect(answered.status).toBe(421)
    expect(answered.headers['set-cookie']).toBeUndefined()
  })

  it.each(['http://evil.test', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1', ''])('an Origin of "%s"', async (origin) => {
    expect((await open.send('POST', '/bridge/app.info', { cookie, origin, 'content-type': 'application/json' }, '{}')).status).toBe(403)
  })

  it.each(['cross-site', 'same-site'])('a %s fetch', async (site) => {
    expect((await open.send('GET', '/', { cookie, 'sec-fetch-site': site })).status).toBe(403)
  })

  it('a preflight, without a single CORS header', async () => {
    const answered = await open.send('OPTIONS', '/bridge/app.info', { origin: 'http://evil.test', 'access-control-request-method': 'POST' })
    expect(answered.status).toBe(403)
    expect(Object.keys(answered.headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
  })

  it('a web socket', async () => {
    const upgrade = (extra: string) =>
      open.raw(`GET /bridge/events HTTP/1.1\r\nHost: 127.0.0.1:${open.port}\r\nConnection: close, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${extra}\r\n`)
    expect(await upgrade('')).toMatch(/^HTTP\/1\.1 401 /)
    expect(await upgrade(`Cookie: ${cookie}\r\nOrigin: http://evil.test\r\n`)).toMatch(/^HTTP\/1\.1 403 /)
  })

  it('a body that is too long', async () => {
    const before = open.asked.length
    const answered = await open.send('POST', '/bridge/app.info', { cookie, 'content-type': 'application/json' }, JSON.stringify({ text: 'a'.repeat(300_000) }))
    expect(answered.status).toBe(413)
    expect(JSON.parse(answered.body)).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect(open.asked.length).toBe(before)
  })

  it('a form or plain text as a call: those need no preflight', async () => {
    const before = open.asked.length
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect((await open.send('POST', '/bridge/app.info', { cookie, 'content-type': type }, '{}')).status).toBe(415)
    }
    expect(open.asked.length).toBe(before)
  })

  it.each(['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/.stamp', '//evil.test/'])('the path %s', async (path) => {
    const answered = await open.send('GET', path, { cookie })
    expect([400, 403, 404]).toContain(answered.status)
    expect(answered.body).not.toContain('"wallguide"')
  })

  it('connections to any other address of this machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter((address) => address.family === 'IPv4' && address.address !== '127.0.0.1')
      .map((address) => address.address)
    const addresses = ['127.0.0.2', ...others]
    const reached = await Promise.all(
      addresses.map(
        (host) =>
          new Promise<boolean>((resolve) => {
            const socket = connect({ host, port: open.port, timeout: 1_000 }, () => resolve(true))
            for (const event of ['error', 'timeout'] as const) socket.on(event, () => resolve(false))
          }).finally(),
      ),
    )
    expect(reached).toEqual(addresses.map(() => false))
  })
})
