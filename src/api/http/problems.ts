/** Errors as the outside sees them: a plain sentence and a request id. The detail goes to the log, without member text. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Problem } from '#contract/problem'
import { troubleOf } from '../db/errors'

type Code = Problem['code']

const statusOf: Record<Code, number> = {
  invalid: 400,
  unauthorised: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
  storage_full: 507,
}

const sentences: Record<Code, string> = {
  invalid: 'The request could not be understood. Nothing was changed.',
  unauthorised: 'Please sign in again. Nothing was lost.',
  forbidden: 'Your role cannot do this. Nothing was changed.',
  not_found: 'There is nothing at this address.',
  conflict: 'Somebody else changed this at the same moment. Nothing was lost; please try again.',
  too_large: 'This is larger than the server takes. Nothing was stored; please send it in smaller parts.',
  too_many_requests: 'There were too many requests. Nothing was changed; please wait a little and try again.',
  internal: 'Something went wrong on the server. What was stored before is safe; please try again.',
  unavailable: 'The database cannot be reached at the moment. Nothing was changed; please try again in a little while.',
  storage_full: 'The server has no space left to store this. Nothing was changed and what was stored before is safe. Please tell whoever runs it, and try again later.',
}

/** Thrown by handlers where the answer is a problem. */
export class ProblemError extends Error {
  readonly status: number
  constructor(
    readonly code: Code,
    message: string = sentences[code],
    readonly extra: { retryAfterMs?: number; fields?: Record<string, string> } = {},
  ) {
    super(message)
    this.status = statusOf[code]
  }
}

export const problemOf = (error: ProblemError, requestId: string): Problem => ({
  code: error.code,
  message: error.message,
  ...(error.extra.fields && { fields: error.extra.fields }),
  requestId,
})

/** Any error as a problem. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = Object.fromEntries(error.validation.map((issue) => [issue.instancePath.replace(/^\//, '').replaceAll('/', '.') || 'body', issue.message ?? 'is not valid']))
    return new ProblemError('invalid', sentences.invalid, { fields })
  }
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return new ProblemError('too_large')
  if (status === 429) return new ProblemError('too_many_requests')
  if (status === 404) return new ProblemError('not_found')
  if (status >= 400 && status < 500) return new ProblemError('invalid')
  const trouble = troubleOf(error)
  if (trouble === 'storage_full' || trouble === 'unavailable' || trouble === 'conflict') return new ProblemError(trouble)
  if (trouble === 'bad_text') return new ProblemError('invalid')
  return new ProblemError('internal')
}

export function sendProblem(reply: FastifyReply, request: FastifyRequest, problem: ProblemError): FastifyReply {
  if (problem.extra.retryAfterMs !== undefined) void reply.header('retry-after', Math.ceil(problem.extra.retryAfterMs / 1000))
  else if (problem.code === 'unavailable') void reply.header('retry-after', 2)
  return reply.code(problem.status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(problemOf(problem, request.id))
}

export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = asProblem(error)
    // Only kind and code are logged: a database error's message can quote what a member wrote.
    if (problem.status >= 500) request.log.error({ problem: problem.code, kind: error instanceof Error ? error.name : typeof error, code: codeOf(error), at: stackOf(error) }, 'request failed')
    return sendProblem(reply, request, problem)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(reply, request, new ProblemError('not_found')))
}

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined)
/** Where, not what: the lines of the stack without the message. */
const stackOf = (error: unknown): string | undefined =>
  error instanceof Error ? error.stack?.split('\n').filter((line) => line.startsWith('    at ')).slice(0, 6).join('\n') : undefined
