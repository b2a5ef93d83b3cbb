/** Server-sent events that carry pokes and nothing else. */
import type { FastifyReply } from 'fastify'
import type { Announcement } from '../sync/head'

const heartbeatMs = 15_000
/** Changes this close together make one poke. */
const coalesceMs = 15

export type PokeStreams = {
  open: (reply: FastifyReply, seq: number, stillSignedIn: () => Promise<boolean>) => void
  /** To every desk, now. Names of colleagues and ids of items at most; never a member's words. */
  tell: (name: string, data: unknown) => void
  close: () => void
  readonly size: number
}

export function pokeStreams(onAnnouncement: (listener: (a: Announcement) => void) => () => void, lastSeq: () => Promise<number>): PokeStreams {
  const streams = new Set<{ write: (text: string) => boolean; end: () => void; full: boolean; stillSignedIn: () => Promise<boolean> }>()
  let pending: number | null = null
  let timer: NodeJS.Timeout | undefined

  const flush = () => {
    timer = undefined
    if (pending === null) return
    const poke = event(pending)
    pending = null
    // A reader that cannot keep up misses this poke and gets the next: a poke only says "pull".
    for (const stream of streams) if (!stream.full) stream.full = !stream.write(poke)
  }
  const later = (seq: number) => {
    pending = Math.max(pending ?? 0, seq)
    timer ??= setTimeout(flush, coalesceMs)
  }
  const stop = onAnnouncement((announcement) => {
    if (announcement.seq !== null) later(announcement.seq)
    else if (announcement.hints.length === 0) lastSeq().then(later, () => undefined)
  })
  const heartbeat = setInterval(() => {
    for (const stream of streams) {
      stream.write(': still here\n\n')
      stream.stillSignedIn().then((yes) => yes || stream.end(), () => undefined)
    }
  }, heartbeatMs)
  heartbeat.unref()

  return {
    open: (reply, seq, stillSignedIn) => {
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      })
      const stream = { write: (text: string) => raw.write(text), end: () => raw.end(), full: false, stillSignedIn }
      streams.add(stream)
      raw.on('drain', () => (stream.full = false))
      raw.on('close', () => streams.delete(stream))
      raw.write(`retry: 1000\n\n${event(seq)}`)
    },
    tell: (name, data) => {
      const text = `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
      for (const stream of streams) if (!stream.full) stream.full = !stream.write(text)
    },
    close: () => {
      stop()
      clearInterval(heartbeat)
      clearTimeout(timer)
      for (const stream of streams) stream.end()
      streams.clear()
    },
    get size() {
      return streams.size
    },
  }
}

const event = (seq: number): string => `event: poke\ndata: {"poke":${seq}}\n\n`
