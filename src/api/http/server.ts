/** The HTTP server: security headers, limits, problems, OpenAPI, and the routes of the contract. */
import { randomBytes } from 'node:crypto'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { LogController, type FastifyInstance, type FastifyPluginAsync } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { ProblemError, registerProblems } from './problems'
import { registerRoutes, type Handlers } from './routes'
import type { Sql } from '../db/sql'

export type ServerOptions = {
  handlers: Handlers
  database: Sql
  now: () => Date
  version: string
  pages: FastifyPluginAsync | null
  secureCookies: boolean
  /** Requests a minute from one address. */
  requestsPerMinute: number
  /** Check every answer against the contract. Costs time on long pages: tests do it, a running community need not. */
  checkAnswers: boolean
  logLevel: 'silent' | 'error' | 'warn' | 'info'
  /** Proxies whose X-Forwarded-For is believed. */
  trustProxy: boolean | string
}

const bodyLimit = 1024 * 1024

export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit,
    trustProxy: options.trustProxy,
    requestIdHeader: false,
    genReqId: () => randomBytes(9).toString('base64url'),
    requestTimeout: 30_000,
    // A stream is idle by nature; closing must not wait for it.
    forceCloseConnections: true,
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: options.logLevel,
      base: null,
      // Stdout belongs to the one line that says "ready".
      stream: process.stderr,
      serializers: { req: (request: { method: string; id: string }) => ({ method: request.method, id: request.id }) },
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(options.checkAnswers ? serializerCompiler : () => (value) => JSON.stringify(value))
  registerProblems(app)

  const { secureCookies } = options
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secureCookies ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  })
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    // By address, not by token: a stranger can make up as many tokens as they like.
    keyGenerator: (request) => request.ip,
    errorResponseBuilder: (_request, context) => new ProblemError('too_many_requests', undefined, { retryAfterMs: context.ttl }),
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Wallguide community API', version: options.version, description: 'For desks. Members use the pages.' },
      components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  })
  await app.register(async (scope) => {
    registerRoutes(scope, options.handlers, options.database, options.now)
  })
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.serializer(JSON.stringify).type('application/json; charset=utf-8').send(app.swagger()),
  )
  if (options.pages) await app.register(options.pages)
  return app
}
