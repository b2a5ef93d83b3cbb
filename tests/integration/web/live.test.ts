/** The stream of hints, on a real socket. */
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostId } from '#contract/ids'
import type { MemoryCommunity } from '../../unit/web/memory-community'
import { openPages } from './support/pages'

let app: FastifyInstance
let community: MemoryCommunity
let address: string

beforeEach(async () => {
  ;({ app, community } = await openPages())
  address = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(() => app.close())

type Stream = {
  until(pattern: RegExp, withinMs: number): Promise<number>
  count(pattern: RegExp): number
  ended: Promise<void>
  stop(): void
}

async function listen(path: string, cookie: string): Promise<Stream> {
  const stop = new AbortController()
  const answer = await fetch(address + path, { headers: { cookie }, signal: stop.signal })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  let text = ''
  let wake = (): void => undefined
  const reader = answer.body?.getReader()
  const ended = (async () => {
    const decoder = new TextDecoder()
    for (;;) {
      const part = await reader?.read().catch(() => ({ done: true, value: undefined }))
      if (!part || part.done) return
      text += decoder.decode(part.value)
      wake()
    }
  })()
  return {
    ended,
    stop: () => stop.abort(),
    count: (pattern) => text.match(new RegExp(pattern, 'g'))?.length ?? 0,
    /** Milliseconds until the pattern was there; fails after the deadline. */
    until: (pattern, withinMs) =>
      new Promise((resolve, reject) => {
        const began = performance.now()
        const late = setTimeout(() => reject(new Error(`no ${pattern} within ${withinMs} ms`)), withinMs)
        wake = () => {
          if (!pattern.test(text)) return
          clearTimeout(late)
          resolve(performance.now() - began)
        }
        wake()
      }),
  }
}

describe('/live', () => {
  it('tells a member within a second that something about a post changed, and never what', async () => {
    const { viewer, cookie } = community.member('Amber Finch')
    const { id } = community.seed(viewer, 'everyday', 'T', 'Private words.')
    const stream = await listen(`/live?thread=${id}`, cookie)
    await stream.until(/retry/, 1000)
    community.decide(id, { state: 'held' })
    expect(await stream.until(/event: hint\ndata: {}\n\n/, 1000)).toBeLessThan(1000)
    expect(stream.count(/Private|held/)).toBe(0)
    stream.stop()
  })

  it('keeps quiet about other threads, but not about messages', async () => {
    const { viewer, cookie } = community.member('Amber Finch')
    const { id } = community.seed(viewer, 'everyday', 'T', 'x')
    const other = community.seed(viewer, 'everyday', 'U', 'y')
    const stream = await listen(`/live?thread=${id}`, cookie)
    await stream.until(/retry/, 1000)
    community.decide(other.id, { state: 'held' })
    expect(stream.count(/hint/)).toBe(0)
    community.write(viewer, { body: 'Hello' })
    await stream.until(/hint/, 1000)
    expect(stream.count(/hint/)).toBe(1)
    stream.stop()
  })

  it('gathers a burst into two hints: one at once, one for the rest', async () => {
    const { viewer, cookie } = community.member('Amber Finch')
    const { id } = community.seed(viewer, 'everyday', 'T', 'x')
    const stream = await listen(`/live?thread=${id}`, cookie)
    await stream.until(/retry/, 1000)
    for (let index = 0; index < 50; index++) community.decide(id, { text: `x${index}` })
    await stream.until(/hint[^]*hint/, 2000)
    expect(stream.count(/hint/)).toBe(2)
    stream.stop()
  })

  it('does not open for somebody who is not signed in, and tells the browser not to try again', async () => {
    expect((await fetch(`${address}/live`)).status).toBe(204)
  })

  it('lets go of the community when the page is closed', async () => {
    const { cookie } = community.member('Amber Finch')
    const stream = await listen('/live', cookie)
    await stream.until(/retry/, 1000)
    expect(community.listeners.size).toBe(1)
    stream.stop()
    await expect.poll(() => community.listeners.size, { timeout: 2000 }).toBe(0)
  })

  it('opens at most twelve for one member', async () => {
    const { cookie } = community.member('Amber Finch')
    const streams = await Promise.all(Array.from({ length: 12 }, () => listen('/live', cookie)))
    expect((await fetch(`${address}/live`, { headers: { cookie } })).status).toBe(204)
    for (const stream of streams) stream.stop()
  })

  it('ends by itself when the server stops, so that stopping is not held up', async () => {
    const { cookie } = community.member('Amber Finch')
    const stream = await listen('/live', cookie)
    await stream.until(/retry/, 1000)
    const began = performance.now()
    await app.close()
    await stream.ended
    expect(performance.now() - began).toBeLessThan(2000)
    expect(community.listeners.size).toBe(0)
  })

  it('hints only: an unknown thread id is no error', async () => {
    const { cookie } = community.member('Amber Finch')
    const stream = await listen(`/live?thread=${'nonsense' as PostId}`, cookie)
    await stream.until(/retry/, 1000)
    stream.stop()
  })
})
