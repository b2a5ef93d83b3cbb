/**
 * `/live`: a stream of hints. It never carries data: a page that gets one fetches itself afresh, with all the rights and
 * redactions of an ordinary request.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PostId } from '#contract/ids'
import { headersOf, type Site } from './web'

/** Between heartbeats: shorter than any proxy's idle limit. */
const heartbeatMs = 20_000
/** Hints that come faster are told once. The first is told at once, so that a decision shows within a second. */
const gatherMs = 400
/** Open pages of one member at the same time. */
const mostStreams = 12

export function liveRoute(app: FastifyInstance, site: Site): void {
  const open = new Set<() => void>()
  const streamsOf = new Map<string, number>()

  app.addHook('preClose', async () => {
    for (const close of open) close()
  })

  app.get('/live', { exposeHeadRoute: false }, async (request, reply) => {
    const viewer = await site.service.viewer(headersOf(request))
    const wanted = PostId.safeParse((request.query as { thread?: unknown }).thread)
    const thread = wanted.success ? wanted.data : null
    const running = viewer ? (streamsOf.get(viewer.id) ?? 0) : 0
    // 204 tells a browser not to try again.
    if (!viewer || running >= mostStreams) return reply.status(204).send()
    streamsOf.set(viewer.id, running + 1)
    const say = startStream(request, reply, app)

    const hints = gather(() => say('event: hint\ndata: {}\n\n'))
    const stop = site.service.onChange(viewer, (hint) => {
      if (hint.message || hint.thread === null || thread === null || hint.thread === thread) hints.tell()
    })
    const beat = setInterval(() => {
      say(': here\n\n')
      // Somebody who signed out elsewhere does not keep listening.
      site.service.viewer(headersOf(request)).then((still) => still ?? close(), close)
    }, heartbeatMs)
    const close = (): void => {
      if (!open.delete(close)) return
      clearInterval(beat)
      hints.end()
      stop()
      const left = (streamsOf.get(viewer.id) ?? 1) - 1
      if (left > 0) streamsOf.set(viewer.id, left)
      else streamsOf.delete(viewer.id)
      reply.raw.end()
    }
    open.add(close)
    request.raw.once('close', close)
    reply.raw.once('error', close)
    return reply
  })
}

/** Takes the answer over from Fastify and begins the event stream. */
function startStream(request: FastifyRequest, reply: FastifyReply, app: FastifyInstance): (text: string) => void {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  })
  request.raw.socket.setTimeout(0)
  request.raw.socket.setNoDelay(true)
  const say = (text: string): void => {
    if (!raw.writableEnded && !raw.destroyed) raw.write(text)
  }
  say('retry: 2000\n\n')
  app.log.trace('live stream opened')
  return say
}

/** Tells the first at once, and what follows within `gatherMs` together. */
function gather(tell: () => void): { tell: () => void; end: () => void } {
  let timer: NodeJS.Timeout | null = null
  let waiting = false
  const open = (): void => {
    timer = null
    if (waiting) fire()
  }
  const fire = (): void => {
    waiting = false
    tell()
    timer = setTimeout(open, gatherMs)
  }
  return {
    tell: () => {
      if (timer) waiting = true
      else fire()
    },
    end: () => {
      if (timer) clearTimeout(timer)
    },
  }
}
