/** The event stream: one per window, fed by the desk. */
import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Desk, DeskEvent } from '../desk/desk'

const heartbeatMs = 15_000
/** A window that reads nothing for so long is cut off; it reconnects and asks for the state anew. */
const mostUnreadBytes = 8 * 1024 * 1024

/** A desk that no window looks at any more is locked after so long; a reload takes seconds. */
export const abandonedMs = 120_000

export type EventStreams = {
  readonly open: number
  /** Takes the response over until either side ends it. */
  attach(response: ServerResponse): void
  /** Ends every stream; waits at most a second for what is on its way. */
  close(): Promise<void>
}

export function eventStreams(desk: Pick<Desk, 'on'>, onAbandoned: () => void = () => undefined): EventStreams {
  const responses = new Set<ServerResponse>()
  let abandoned: NodeJS.Timeout | undefined
  const write = (response: ServerResponse, text: string) => {
    if (response.writableLength > mostUnreadBytes) response.destroy()
    else response.write(text)
  }
  const off = desk.on((event) => {
    const text = frame(event)
    for (const response of responses) write(response, text)
  })
  const heartbeat = setInterval(() => {
    for (const response of responses) write(response, ': still here\n\n')
  }, heartbeatMs)
  heartbeat.unref()

  return {
    get open() {
      return responses.size
    },
    attach(response) {
      clearTimeout(abandoned)
      responses.add(response)
      response.on('close', () => {
        responses.delete(response)
        if (responses.size > 0) return
        abandoned = setTimeout(onAbandoned, abandonedMs)
        abandoned.unref()
      })
      response.write('retry: 1000\n\n')
    },
    async close() {
      clearInterval(heartbeat)
      off()
      const ended = [...responses].map((response) => new Promise<void>((resolve) => response.end(() => resolve())))
      await Promise.race([Promise.all(ended), wait(1_000, undefined, { ref: false })])
      clearTimeout(abandoned)
    },
  }
}

/** One event as it travels. JSON has no raw line breaks, so one data line is enough. */
export const frame = ({ name, payload }: DeskEvent): string => `event: ${name}\ndata: ${JSON.stringify(payload)}\n\n`
