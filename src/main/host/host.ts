/** The loopback host: the desk core and the renderer for any Chromium on this machine, and for nobody else. */
import type { AddressInfo } from 'node:net'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { BridgeError } from '#contract/bridge'
import { pageHeaders } from '../common/content-policy'
import type { Desk } from '../desk/desk'
import { forwardTo, type Development } from './development'
import { eventStreams } from './events'
import { judge, newGate, type Gate } from './gate'
import { plainPage } from './pages'

export type HostOptions = {
  desk: Desk
  /** The built renderer. */
  rendererDir: string
  /** Default 0: any free port. */
  port?: number
  development?: Development
}

export type Host = {
  /** `http://127.0.0.1:port` */
  origin: string
  /** The link that lets a browser in; for the person at this machine alone. */
  entryUrl: string
  /** Ends event streams and open connections. The desk is the caller's to close. */
  close(): Promise<void>
}

/** The longest thing a window may send: a draft of 20,000 characters, escaped. */
const bodyLimit = 256 * 1024
const mostStreams = 32

/** Rejects when the port cannot be had. */
export async function createHost({ desk, rendererDir, port = 0, development }: HostOptions): Promise<Host> {
  const app = Fastify({ bodyLimit, forceCloseConnections: true, exposeHeadRoutes: false, logger: false })
  // JSON alone: what a page elsewhere can send without asking first (plain text, forms) is not even read.
  app.removeContentTypeParser('text/plain')
  // The window was closed or has crashed: nobody is there who could lock it.
  const streams = eventStreams(desk, () => void desk.call('vault.lock', {}))
  let gate: Gate | null = null
  const headers = pageHeaders(development ? { hotReload: development.rendererUrl.replace(/^http/, 'ws') } : {})

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (!gate) return reply.code(503).send()
    const verdict = judge(gate, { method: request.method, url: request.raw.url ?? '', headers: request.headers })
    if (verdict.kind === 'refused') return refuse(request, reply, verdict.status, verdict.sentence)
    if (verdict.kind === 'welcome') {
      return reply.header('set-cookie', `${gate.cookieName}=${gate.cookieValue}; HttpOnly; SameSite=Strict; Path=/`).redirect('/', 302)
    }
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500
    return refuse(request, reply, status, status === 413 ? 'That was too long to take. Nothing was changed; shorten it and try again.' : 'The workstation could not read that request. Nothing was changed.')
  })
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 404, 'There is nothing at this address. The workstation is at the link that the terminal printed.'))

  bridge(app, desk, streams)
  if (development) forwardTo(app, development.rendererUrl)
  else await app.register(fastifyStatic, { root: rendererDir, cacheControl: false, dotfiles: 'deny' })

  await app.listen({ host: '127.0.0.1', port })
  const bound = (app.server.address() as AddressInfo).port
  gate = newGate(bound, development?.secrets)
  const origin = `http://${gate.authority}`
  return {
    origin,
    entryUrl: `${origin}/?token=${gate.token}`,
    close: async () => {
      await streams.close()
      await app.close()
    },
  }
}

function bridge(app: FastifyInstance, desk: Desk, streams: ReturnType<typeof eventStreams>): void {
  app.post<{ Params: { call: string } }>('/bridge/:call', async (request) => desk.call(request.params.call, request.body))
  app.get('/bridge/events', (request, reply) => {
    if (streams.open >= mostStreams) return refuse(request, reply, 429, 'Too many windows of this workstation are open. Close some of them.')
    reply.hijack()
    reply.raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), 'content-type': 'text/event-stream; charset=utf-8' })
    streams.attach(reply.raw)
  })
}

/** A page for someone who is looking, a bridge answer for the renderer. */
function refuse(request: FastifyRequest, reply: FastifyReply, status: number, sentence: string): FastifyReply {
  reply.code(status)
  if (request.headers.accept?.includes('text/html')) return reply.type('text/html; charset=utf-8').send(plainPage('Wallguide workstation', sentence))
  const error: BridgeError = { code: status === 500 ? 'internal' : status < 404 ? 'not-allowed' : 'invalid', message: sentence }
  return reply.send({ ok: false, error })
}
