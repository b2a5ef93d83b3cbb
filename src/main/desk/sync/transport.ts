/** The network as the sync engine sees it: a port, so that loss, delay and repetition can be played in tests. */
import type { Readable } from 'node:stream'
import axios, { isAxiosError } from 'axios'

export type NetRequest = {
  method: 'GET' | 'POST'
  /** Path with its parameters filled in. */
  path: string
  query?: Record<string, string | number>
  body?: unknown
  headers: Record<string, string>
  timeoutMs?: number
}

export type NetAnswer =
  | { kind: 'answer'; status: number; body: unknown; retryAfterMs: number | null }
  /** Nobody knows whether the request arrived. */
  | { kind: 'unreachable' }
  /** Something answered, but not in JSON: a proxy's page, a sign-in page, another program. */
  | { kind: 'garbled' }

export interface Transport {
  send(request: NetRequest): Promise<NetAnswer>
  /** Calls back for each line of text until the stream ends or is cut; never rejects. Gives the status, 0 when unreachable. */
  lines(request: NetRequest, onOpen: () => void, onLine: (line: string) => void, signal: AbortSignal): Promise<number>
}

const usual = 20_000
/** The server sends a line at least this often; silence means that the line is dead. */
const silence = 60_000

function retryAfter(value: unknown, now: number): number | null {
  if (typeof value !== 'string') return null
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

export function httpTransport(origin: string): Transport {
  const { hostname } = new URL(origin)
  const http = axios.create({
    baseURL: origin,
    responseType: 'text',
    transformResponse: (data: unknown) => data,
    validateStatus: () => true,
    maxRedirects: 0,
    maxContentLength: 64 * 2 ** 20,
    // A proxy of the organisation is used as the environment says, but never for this very machine.
    ...(['127.0.0.1', 'localhost', '[::1]'].includes(hostname) ? { proxy: false as const } : {}),
  })
  return {
    async send({ method, path, query, body, headers, timeoutMs = usual }) {
      try {
        const answer = await http.request<string>({ method, url: path, params: query, data: body, headers: { accept: 'application/json', ...headers }, timeout: timeoutMs })
        const retryAfterMs = retryAfter(answer.headers['retry-after'], Date.now())
        try {
          return { kind: 'answer', status: answer.status, body: JSON.parse(answer.data) as unknown, retryAfterMs }
        } catch {
          // A proxy's own page for a server that is away is no answer of the server.
          return answer.status >= 502 && answer.status <= 504 ? { kind: 'unreachable' } : { kind: 'garbled' }
        }
      } catch (error) {
        if (isAxiosError(error)) return { kind: 'unreachable' }
        throw error
      }
    },

    async lines({ method, path, query, headers }, onOpen, onLine, signal) {
      try {
        const answer = await http.request<Readable>({
          method,
          url: path,
          params: query,
          headers: { accept: 'text/event-stream', ...headers },
          responseType: 'stream',
          decompress: true,
          signal,
        })
        const stream = answer.data
        if (answer.status !== 200) {
          stream.destroy()
          return answer.status
        }
        await new Promise<void>((resolve) => {
          let rest = ''
          const watchdog = setTimeout(() => stream.destroy(), silence)
          const end = () => {
            clearTimeout(watchdog)
            resolve()
          }
          stream.setEncoding('utf8')
          stream.on('data', (chunk: string) => {
            watchdog.refresh()
            const lines = (rest + chunk).split('\n')
            rest = lines.pop() ?? ''
            for (const line of lines) onLine(line.replace(/\r$/, ''))
          })
          stream.once('end', end)
          stream.once('error', end)
          stream.once('close', end)
          onOpen()
        })
        return 200
      } catch (error) {
        if (isAxiosError(error)) return 0
        throw error
      }
    },
  }
}
