/** The members' pages on a memory community: through Fastify's inject, or on a real port for a browser. */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { build } from 'vite'
import { packageRoot } from '../../../../src/api/package-root'
import { communityPages, type CommunityPagesOptions } from '../../../../src/web/server/index'
import { memoryCommunity, type MemoryCommunity } from '../../../unit/web/memory-community'

const root = packageRoot()

/**
 * Scripts and styles built as `npm run build` builds them, into a folder named after their sources: what is tested is never
 * older than the sources, and test files that run side by side share one build.
 */
export async function builtAssets(): Promise<string> {
  const dir = join(tmpdir(), `wallguide-assets-${sourceDigest()}`)
  if (existsSync(join(dir, 'assets.json'))) return dir
  const half = `${dir}.${process.pid}.${randomUUID()}`
  await build({ configFile: join(root, 'vite.islands.config.ts'), logLevel: 'silent', build: { outDir: half } })
  try {
    renameSync(half, dir)
  } catch {
    // Another test file was first.
    rmSync(half, { recursive: true, force: true })
  }
  return dir
}

function sourceDigest(): string {
  const digest = createHash('sha256').update(readFileSync(join(root, 'vite.islands.config.ts')))
  for (const folder of ['islands', 'shared', 'styles']) {
    const files = readdirSync(join(root, 'src/web', folder), { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    )
    for (const path of files.map((file) => join(file.parentPath, file.name)).sort())
      digest.update(path.slice(root.length)).update(readFileSync(path))
  }
  return digest.digest('hex').slice(0, 16)
}

export async function openPages(
  options: Partial<CommunityPagesOptions> = {},
): Promise<{ app: FastifyInstance; community: MemoryCommunity }> {
  const assetsDir = await builtAssets()
  const community = memoryCommunity(options.now)
  const app = Fastify({ forceCloseConnections: true })
  await app.register(communityPages({ service: community, assetsDir, secureCookies: false, demo: true, ...options }))
  return { app, community }
}

/** The hidden value of a form on a page. */
export function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
}

export type Person = {
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; text: string; headers: Record<string, unknown> }>
  post(
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<{ status: number; text: string; location: string; headers: Record<string, unknown> }>
  cookie: string
}

/** Somebody with a browser: keeps cookies, and says where a form came from as browsers do. */
export function person(app: FastifyInstance, cookie = ''): Person {
  const me: Person = {
    cookie,
    async get(path, headers = {}) {
      const answer = await app.inject({ method: 'GET', url: path, headers: { cookie: me.cookie, host: 'wall.test', ...headers } })
      return { status: answer.statusCode, text: answer.body, headers: answer.headers }
    },
    async post(path, fields, headers = {}) {
      const answer = await app.inject({
        method: 'POST',
        url: path,
        headers: {
          cookie: me.cookie,
          host: 'wall.test',
          origin: 'http://wall.test',
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        payload: new URLSearchParams(fields).toString(),
      })
      const set = [answer.headers['set-cookie'] ?? []].flat()
      if (set.length > 0) me.cookie = set.map((one) => one.split(';')[0]).join('; ')
      return {
        status: answer.statusCode,
        text: answer.body,
        location: String(answer.headers.location ?? ''),
        headers: answer.headers,
      }
    },
  }
  return me
}
