/** Pages for when something is missing, refused or broken. None of them ever shows member text or an inner detail. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Trouble } from '../pages/info'
import { sendPage, strangerVisit, visit, type Site } from '../web'

export async function notFoundPage(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const here = await visit(site, request).catch(() => strangerVisit(site, request))
  const { errors } = here.words
  return sendPage(
    here,
    reply,
    { title: errors.notFoundTitle, status: 404 },
    <Trouble here={here} heading={errors.notFoundTitle} text={errors.notFound} picture />,
  )
}

export function forbiddenPage(site: Site, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const here = strangerVisit(site, request)
  const { errors } = here.words
  return sendPage(
    here,
    reply,
    { title: errors.forbiddenTitle, status: 403 },
    <Trouble here={here} heading={errors.forbiddenTitle} text={errors.forbidden} />,
  )
}

/** Errors that reach here are refusals of the server itself (too large, too many) or bugs. */
export function handleError(site: Site, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const here = strangerVisit(site, request)
  const { errors } = here.words
  const status = statusIn(error)
  if (status === 429) {
    if (!reply.hasHeader('retry-after')) reply.header('retry-after', '60')
    return sendPage(
      here,
      reply,
      { title: errors.slowTitle, status },
      <Trouble here={here} heading={errors.slowTitle} text={errors.slow} />,
    )
  }
  if (status === 413) {
    return sendPage(
      here,
      reply,
      { title: errors.largeTitle, status },
      <Trouble here={here} heading={errors.largeTitle} text={errors.large} />,
    )
  }
  if (status >= 400 && status < 500) {
    return sendPage(
      here,
      reply,
      { title: errors.notFoundTitle, status },
      <Trouble here={here} heading={errors.notFoundTitle} text={errors.notFound} picture />,
    )
  }
  request.log.error(traceOf(error), 'a members’ page failed')
  return sendPage(
    here,
    reply,
    { title: errors.brokenTitle, status: 500 },
    <Trouble here={here} heading={errors.brokenTitle} text={errors.broken} reference={request.id} />,
  )
}

function statusIn(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500
  const status = 'statusCode' in error ? error.statusCode : 'status' in error ? error.status : 500
  return typeof status === 'number' && status >= 400 ? status : 500
}

/** What an engineer needs, without the message: those of a database repeat what somebody wrote. */
export function traceOf(error: unknown): { type: string; code: unknown; at: string[] } {
  if (!(error instanceof Error)) return { type: typeof error, code: null, at: [] }
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
  return { type: error.name, code: 'code' in error ? error.code : null, at: at.map((line) => line.trim()) }
}
