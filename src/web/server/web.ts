/** What every page needs: the community, the words, the person who looks, and how an answer is sent. */
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CommunityService, Viewer } from '#contract/community'
import type { Assets } from './assets'
import { Layout, MainContents } from './parts/layout'
import { crisisLines, houseRules, zoneOf, type CrisisLines, type HouseRules } from './resources'
import { formToken, tokenFits } from './security'
import { wordsFor, type Words } from './words'

export type Site = {
  service: CommunityService
  assets: Assets
  demo: boolean
  now: () => Date
  rules: HouseRules
  lines: CrisisLines
}

/** One look at one page. */
export type Visit = {
  site: Site
  words: Words
  viewer: Viewer | null
  /** Has a message that was not read yet. Only that there is one, never how many. */
  unread: boolean
  token: string
  path: string
  now: Date
  zone: string
  /** The number to ring in danger where this member is, if we know. */
  emergency: string | null
}
export type MemberVisit = Visit & { viewer: Viewer }

export function makeSite(options: {
  service: CommunityService
  assets: Assets
  demo: boolean
  now: () => Date
  rules?: HouseRules
  lines?: CrisisLines
}): Site {
  return { ...options, rules: options.rules ?? houseRules, lines: options.lines ?? crisisLines }
}

export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value)
    else for (const one of value ?? []) headers.append(name, one)
  }
  return headers
}

export async function visit(site: Site, request: FastifyRequest): Promise<Visit> {
  const viewer = await site.service.viewer(headersOf(request))
  return {
    site,
    words: wordsFor(),
    viewer,
    unread: viewer ? (await site.service.unreadMessages(viewer)) > 0 : false,
    token: formToken(request),
    path: request.url,
    now: site.now(),
    zone: zoneOf(viewer?.country ?? null),
    emergency: site.lines.countries.find((country) => country.code === viewer?.country)?.emergency[0]?.number ?? null,
  }
}

/** A visitor without an account or session, for pages that must render even when the community cannot be asked. */
export function strangerVisit(site: Site, request: FastifyRequest): Visit {
  return {
    site,
    words: wordsFor(),
    viewer: null,
    unread: false,
    token: formToken(request),
    path: request.url,
    now: site.now(),
    zone: zoneOf(null),
    emergency: null,
  }
}

/**
 * The visit of a signed-in member who agreed to the rules in force. Otherwise the answer is already on its way: to the
 * sign-in page, or to the rules that changed.
 */
export async function memberVisit(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<MemberVisit | null> {
  const here = await visit(site, request)
  const next = encodeURIComponent(request.method === 'GET' ? request.url : '/topics')
  if (!here.viewer) {
    goTo(reply, `/sign-in?next=${next}`)
    return null
  }
  if (here.viewer.rulesVersion !== site.rules.version) {
    goTo(reply, `/rules/agree?next=${next}`)
    return null
  }
  return { ...here, viewer: here.viewer }
}

/** Was this form made for this session? */
export function formFits(request: FastifyRequest, token: string): boolean {
  return tokenFits(request, token)
}

/** POST-redirect-GET: reloading never sends a form again. */
export function goTo(reply: FastifyReply, path: string, setCookie: string[] = []): FastifyReply {
  if (setCookie.length > 0) reply.header('set-cookie', setCookie)
  return reply.header('cache-control', 'no-store').redirect(path, 303)
}

export type PageOptions = { title: string; status?: number; live?: string | null }

/** Sends a page, or only what is inside its `<main>` when a script asks for that. */
export function sendPage(here: Visit, reply: FastifyReply, options: PageOptions, contents: ReactElement): FastifyReply {
  const html =
    reply.request.headers['x-fragment'] === 'main'
      ? renderToStaticMarkup(createElement(MainContents, { here, contents }))
      : `<!doctype html>${renderToStaticMarkup(createElement(Layout, { here, options, contents }))}`
  return reply
    .status(options.status ?? 200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'X-Fragment')
    .send(html)
}
