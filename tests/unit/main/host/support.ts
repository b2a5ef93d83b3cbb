import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BridgeAnswer, CallName } from '#contract/bridge'
import type { Desk, DeskEvent } from '../../../../src/main/desk/desk'
import { createHost, type Host } from '../../../../src/main/host/host'

/** A desk that remembers what it was asked and answers `app.info` alone. */
export function rememberingDesk() {
  const asked: { name: string; input: unknown }[] = []
  const listeners = new Set<(event: DeskEvent) => void>()
  const desk: Desk = {
    call(name, input): Promise<BridgeAnswer<CallName>> {
      asked.push({ name, input })
      if (name === 'app.info') return Promise.resolve({ ok: true, value: { version: '1', host: 'loopback', apiUrl: 'http://127.0.0.1:1', undoMs: 8000 } })
      return Promise.resolve({ ok: false, error: { code: 'invalid', message: 'There is no such call.' } })
    },
    on(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => Promise.resolve(),
  }
  return { desk, asked, listening: () => listeners.size, emit: (event: DeskEvent) => listeners.forEach((listener) => listener(event)) }
}

export type Answered = { status: number; headers: IncomingHttpHeaders; body: string }

/** A host over a remembering desk and a one-page renderer, on a free port. */
export async function openHost() {
  const rendererDir = mkdtempSync(join(tmpdir(), 'wallguide-renderer-'))
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Wallguide</title>')
  const remembering = rememberingDesk()
  const host: Host = await createHost({ desk: remembering.desk, rendererDir })
  const port = Number(new URL(host.origin).port)
  const send = (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers }, setHost: false }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
      })
      asking.on('error', reject)
      asking.end(body)
    })
  /** What comes back for bytes sent as they are, until the host closes the connection. */
  const raw = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
      let text = ''
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      socket.on('end', () => resolve(text))
      socket.on('error', reject)
    })
  const enter = async (): Promise<string> => {
    const entry = new URL(host.entryUrl)
    const answered = await send('GET', `${entry.pathname}${entry.search}`)
    return (answered.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
  }
  const close = async () => {
    await host.close()
    rmSync(rendererDir, { recursive: true })
  }
  return { ...remembering, host, port, send, raw, enter, close }
}
