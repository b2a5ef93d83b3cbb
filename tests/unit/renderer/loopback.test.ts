import { describe, expect, it, vi } from 'vitest'
import { loopbackBridge } from '../../../src/renderer/transport/loopback'

class Stream {
  static made: Stream[] = []
  readyState = 1
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  readonly heard = new Map<string, (message: { data: string }) => void>()
  constructor() {
    Stream.made.push(this)
  }
  addEventListener(name: string, listener: (message: { data: string }) => void) {
    this.heard.set(name, listener)
  }
}

const events = () => new Stream() as unknown as EventSource
const answering = (body: unknown) => vi.fn(() => Promise.resolve(new Response(JSON.stringify(body))))

describe('the loopback transport', () => {
  it('posts a call as JSON to its own origin and hands over the answer', async () => {
    const doFetch = answering({ ok: true, value: { view: 1 } })
    const bridge = loopbackBridge({ fetch: doFetch as unknown as typeof fetch, openEvents: events })
    expect(await bridge.call('queue.arrivals', { view: 1 })).toEqual({ ok: true, value: { view: 1 } })
    expect(doFetch).toHaveBeenCalledWith('/bridge/queue.arrivals', expect.objectContaining({ method: 'POST', body: '{"view":1}', credentials: 'same-origin' }))
  })

  it('never rejects: a lost host is an answer that says what is safe', async () => {
    const bridge = loopbackBridge({ fetch: () => Promise.reject(new TypeError('refused')), openEvents: events })
    const answer = await bridge.call('desk.state', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(answer.ok ? '' : answer.error.message).toContain('safe on this desk')
  })

  it('takes a page that is not an answer for a lost host', async () => {
    const bridge = loopbackBridge({ fetch: (() => Promise.resolve(new Response('<html>'))) as typeof fetch, openEvents: events })
    expect(await bridge.call('desk.state', {})).toMatchObject({ ok: false })
  })

  it('delivers events by name, from one stream', () => {
    Stream.made = []
    const bridge = loopbackBridge({ openEvents: events })
    const heard = vi.fn()
    bridge.on('items.changed', heard)
    bridge.on('sync.status', vi.fn())
    expect(Stream.made.length).toBe(1)
    Stream.made[0]?.heard.get('items.changed')?.({ data: '{"items":[]}' })
    expect(heard).toHaveBeenCalledWith({ items: [] })
  })

  it('tells when the stream breaks, opens a new one when the host had refused, and tells when it is back', async () => {
    Stream.made = []
    const bridge = loopbackBridge({ openEvents: events, retryMs: 1 })
    const links: string[] = []
    bridge.onLink((link) => links.push(link))
    bridge.on('sync.status', vi.fn())
    const first = Stream.made[0]!
    first.readyState = 2
    first.onerror?.()
    await vi.waitFor(() => expect(Stream.made.length).toBe(2))
    Stream.made[1]?.onopen?.()
    expect(links).toEqual(['lost', 'answering'])
    expect(Stream.made[1]?.heard.has('sync.status')).toBe(true)
  })
})
