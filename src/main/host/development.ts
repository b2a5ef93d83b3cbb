/** Development only: the renderer comes from vite's server through the host, so that the bridge stays same-origin. */
import type { FastifyInstance } from 'fastify'
import type { Secrets } from './gate'

export type Development = {
  /** vite's server, asked instead of the built renderer. */
  rendererUrl: string
  /** Kept over restarts, so that an open page outlives a change of the core. */
  secrets: Secrets
}

/** Sends every GET that the host does not answer itself to `rendererUrl`. */
export function forwardTo(app: FastifyInstance, rendererUrl: string): void {
  app.get('/*', async (request, reply) => {
    const answer = await fetch(`${rendererUrl}${request.raw.url ?? '/'}`, { headers: { accept: request.headers.accept ?? '*/*' }, redirect: 'manual' })
    reply.code(answer.status).type(answer.headers.get('content-type') ?? 'application/octet-stream')
    return reply.send(Buffer.from(await answer.arrayBuffer()))
  })
}
