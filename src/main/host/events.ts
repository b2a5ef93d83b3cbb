/** The event stream: one per window, fed by the desk. */
import type { ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Desk, DeskEvent } from '../desk/desk'

const heartbeatMs = 15_000
/** A window that reads nothing for so long is cut off; it reconnects and asks for the state anew. */
const mostUnreadBytes = 8 * 1024 * 1024

export type EventStreams = {
  readonly open: number
  /** Takes the response over until either side ends it. */
  attach(response: ServerResponse): void
  /** Ends every stream; waits at most a second for what is on its way. */
  close(): Promise<void>
}

export function eventStreams(desk: Pick<Desk, 'on'>): EventStreams {
  const responses = new Set<ServerResponse>()
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
      responses.add(response)
      response.on('close', () => responses.delete(response))
      response.write('retry: 1000\n\n')
    },
    async close() {
      clearInterval(heartbeat)
      off()
      const ended = [...responses].map((response) => new Promise<void>((resolve) => response.end(() => resolve())))
      await Promise.race([Promise.all(ended), setTimeout(1_000, undefined, { ref: false })])
    },
  }
}

/** One event as it travels. JSON has no raw line breaks, so one data line is enough. */
export const frame = ({ name, payload }: DeskEvent): string => `event: ${name}\ndata: ${JSON.stringify(payload)}\n\n`
