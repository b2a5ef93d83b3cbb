/** The composition root of the community API. */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { createScorer, type Scorer } from '#risk'
import type { CommunityService } from '#contract/community'
import { wordingOf, type CssrsWording } from '#contract/episode'
import { ensurePrivateTopics } from './community/private-topics'
import { communityService } from './community/service'
import { openDatabase, type DatabaseOptions } from './db/connection'
import type { Database } from './db/database'
import { demoAccounts } from './demo/accounts'
import { seedDemo } from './demo/seed'
import { handlers } from './http/handlers'
import { createServer } from './http/server'
import { pokeStreams } from './http/stream'
import { sweepTries } from './identity/limits'
import { memberAuth } from './identity/member-auth'
import { secretFromDatabase, secretFromFolder } from './identity/secret'
import { staffAuth } from './identity/staff-auth'
import { escalationWatch } from './people/escalations'
import { openPresence } from './people/presence'
import { readRiskPack, type CommunityPack } from './risk-pack'
import { newcomerWatch } from './review/watch-newcomers'
import { channel, ensureHead, head, parseAnnouncement, type Announcement } from './sync/head'

export type ApiOptions = {
  /** A folder for PGlite, or the URL of a PostgreSQL. */
  database: DatabaseOptions
  /** 0 takes any free port. */
  port: number
  /** Default 127.0.0.1. */
  host?: string
  /** Seeds the made-up community and, on a loopback address, shows its accounts. */
  demo: boolean
  version: string
  now?: () => Date
  random?: () => number
  /** Members' pages. */
  pages?: (options: { service: CommunityService }) => FastifyPluginAsync
  /** Cookies only over https, and HSTS. */
  secureCookies?: boolean
  /** At least 32 characters. Default: made once and kept beside the database. */
  secret?: string
  /** Given, it scores; no pack is then handed to desks. Default: what `pack` scores with. */
  scorer?: Scorer
  /** Default: the pack that ships. */
  pack?: CommunityPack
  /** The share of decisions that a second person reads blind, 0 to 1. Default 0. */
  secondReviewShare?: number
  /** How long a desk may be opened without having heard from here; null is for ever. Default 72. */
  maxOfflineHours?: number | null
  /** From one address; default 6,000, because a ward may share one. */
  requestsPerMinute?: number
  /** Words of the assessment's questions; default: ours. */
  wording?: CssrsWording
  checkAnswers?: boolean
  logLevel?: 'silent' | 'error' | 'warn' | 'info'
  trustProxy?: boolean | string
}

export type Api = {
  url: string
  service: CommunityService
  database: Database
  app: FastifyInstance
  secret: string
  /** Ends streams at once, lets requests in flight finish, closes the database. */
  close: () => Promise<void>
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

export async function createApi(options: ApiOptions): Promise<Api> {
  const { host = '127.0.0.1', demo, version, now = () => new Date(), random = Math.random, secureCookies = false } = options
  const log: { app: FastifyInstance | null } = { app: null }
  const onError = (error: unknown) => log.app?.log.error({ kind: error instanceof Error ? error.name : typeof error, code: codeOf(error) }, 'background trouble')

  const database = await openDatabase(options.database, onError)
  const closing: (() => unknown)[] = [() => database.close()]
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    await ensureHead(database)
    await ensurePrivateTopics(database)
    await sweepTries(database, now())
    const secret = options.secret ?? ('dataDir' in options.database ? await secretFromFolder(options.database.dataDir) : await secretFromDatabase(database))
    const pack = options.pack ?? (options.scorer === undefined ? await readRiskPack(null) : null)
    const scorer = options.scorer ?? pack?.scorer ?? createScorer()
    if (demo) await seedDemo({ database, secret, scorer, now })

    const listeners = new Set<(announcement: Announcement) => void>()
    const onAnnouncement = (listener: (announcement: Announcement) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
    closing.push(
      await database.listen(channel, (payload) => {
        const announcement = parseAnnouncement(payload)
        if (announcement) for (const listener of listeners) listener(announcement)
      }),
    )
    const auth = memberAuth(database.orm(), { secret, secureCookies })
    const service = communityService({ database, auth, secret, secureCookies, now, random, scorer, onAnnouncement })
    const streams = pokeStreams(onAnnouncement, async () => (await head(database)).seq)

    const presence = await openPresence(database, now)
    closing.push(() => presence.close())
    presence.onChange(() => streams.tell('presence', { looking: presence.looking() }))
    closing.push(escalationWatch(database, { now, onError }))

    const app = await createServer({
      handlers: handlers({
        database,
        staffAuth: staffAuth(database.orm(), secret),
        streams,
        presence,
        version,
        demo,
        demoAccounts: demo && loopback.has(host) ? () => demoAccounts(now()) : null,
        maxOfflineHours: options.maxOfflineHours === undefined ? 72 : options.maxOfflineHours,
        wording: options.wording ?? wordingOf(null),
        pack,
        sampling: { share: options.secondReviewShare ?? 0, key: secret },
        now,
        onError,
      }),
      database,
      now,
      version,
      pages: options.pages?.({ service }) ?? null,
      secureCookies,
      requestsPerMinute: options.requestsPerMinute ?? 6_000,
      checkAnswers: options.checkAnswers ?? false,
      logLevel: options.logLevel ?? 'error',
      trustProxy: options.trustProxy ?? false,
    })
    log.app = app
    closing.push(newcomerWatch(database, { now, onError }))
    closing.push(() => app.close())
    closing.push(() => streams.close())
    await app.listen({ port: options.port, host })
    const { port } = app.server.address() as AddressInfo
    return { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, service, database, app, secret, close }
  } catch (error) {
    await close()
    throw error
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
