/** The members' pages as a Fastify plugin. The composition root of the API registers it with its own `CommunityService`. */
import { existsSync } from 'node:fs'
import fastifyFormbody from '@fastify/formbody'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import type { CommunityService } from '#contract/community'
import { readAssets } from './assets'
import { compressPage } from './compress'
import { liveRoute } from './live'
import type { CrisisLines, HouseRules } from './resources'
import { doorRoutes, refuseForeignForms } from './routes/door'
import { infoRoutes } from './routes/info'
import { messageRoutes } from './routes/messages'
import { reportRoutes } from './routes/reports'
import { talkRoutes } from './routes/talk'
import { forbiddenPage, handleError, notFoundPage } from './routes/trouble'
import { pageHeaders } from './security'
import { makeSite } from './web'

export type CommunityPagesOptions = {
  service: CommunityService
  /** Where `vite.islands.config.ts` built scripts, styles and pictures. */
  assetsDir: string
  /** True behind HTTPS: browsers are told to stay with it. */
  secureCookies: boolean
  /** Marks every page: everything here is made up. */
  demo?: boolean
  now?: () => Date
  /** Other rules or numbers than those in `resources/`, for tests and for a deployer's own. */
  rules?: HouseRules
  lines?: CrisisLines
}

/** All members' pages, their static files under `/assets/`, and the `/live` stream. Owns no cookie: the service does. */
export function communityPages(options: CommunityPagesOptions): FastifyPluginAsync {
  return async (app) => {
    const site = makeSite({
      service: options.service,
      assets: readAssets(options.assetsDir),
      demo: options.demo ?? false,
      now: options.now ?? (() => new Date()),
      ...(options.rules ? { rules: options.rules } : {}),
      ...(options.lines ? { lines: options.lines } : {}),
    })
    const headers = pageHeaders(options.secureCookies)

    if (!app.hasContentTypeParser('application/x-www-form-urlencoded')) await app.register(fastifyFormbody)
    if (existsSync(options.assetsDir)) {
      await app.register(fastifyStatic, {
        root: options.assetsDir,
        prefix: '/assets/',
        decorateReply: false,
        preCompressed: true,
        index: false,
        immutable: true,
        maxAge: '365d',
        setHeaders: (reply) => {
          reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
          reply.header('x-content-type-options', 'nosniff')
          reply.header('cross-origin-resource-policy', 'same-origin')
        },
      })
    }
    await app.register(async (pages) => {
      pages.addHook('onRequest', async (_request, reply) => void reply.headers(headers))
      pages.addHook(
        'preHandler',
        refuseForeignForms(site, (request, reply) => forbiddenPage(site, request, reply)),
      )
      pages.addHook('onSend', compressPage)
      pages.setErrorHandler((error, request, reply) => handleError(site, error, request, reply))
      doorRoutes(pages, site)
      infoRoutes(pages, site)
      talkRoutes(pages, site, (request, reply) => notFoundPage(site, request, reply))
      messageRoutes(pages, site)
      reportRoutes(pages, site, (request, reply) => notFoundPage(site, request, reply))
      liveRoute(pages, site)
      // Whatever nobody else serves. The API's own unknown paths keep their JSON answer.
      pages.get('/*', async (request, reply) =>
        request.url.startsWith('/v1/') ? reply.callNotFound() : notFoundPage(site, request, reply),
      )
    })
  }
}
