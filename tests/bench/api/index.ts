/**
 * The API's rows of the performance budget, on a real PostgreSQL with durable commits. Beside each stands what a bare Fastify
 * with the same SQL reaches in the same run, on the same machine, with the same client.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Fastify from 'fastify'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { createApi, type Api } from '../../../src/api/app'
import { scoredText, storeEntries, type Entry } from '../../../src/api/community/intake'
import { statement } from '../../../src/api/db/sql'
import { demoWords } from '../../../src/api/demo/posts'
import { packageRoot } from '../../../src/api/package-root'
import type { MemberId, PostId } from '../../../src/contract/ids'
import { startCluster } from '../../integration/support/postgres'
import { aDecision, makeAccessCode, makeDesk, makeMember, makeTopic, wordScorer } from '../../integration/support/people'
import type { TestApi } from '../../integration/support/api'
import { measure, type Measured } from './load'

export type Row = { name: string; value: number; unit: string; target: number; pass: boolean; raw?: number; note?: string }

const items = 20_000
const clients = 32
const pages = 1_500
const decisions = 2_000

const topicId = statement<{ id: string }>('bench_topic', 'select id from topic limit 1')
const openItems = statement<{ id: string; version: number }>('bench_open', `select id, version from item where status = 'open' and not removed order by id limit $1`)
const memberOf = statement<{ pseudonym: string }>('bench_member', 'select pseudonym from member where id = $1')

async function fill(api: Api): Promise<{ thread: PostId }> {
  const [topic] = await api.database.query(topicId)
  if (!topic) throw new Error('no topic')
  const authors = await Promise.all(Array.from({ length: 100 }, () => makeMember(api as TestApi)))
  let thread = ''
  let first = ''
  for (let done = 0; done < items; ) {
    const batch: Entry[] = []
    for (; batch.length < 500; done++) {
      const id = uuidv7()
      if (done % 40 === 0) thread = id
      first ||= thread
      const author = authors[done % authors.length]?.id ?? ''
      const text = Array.from({ length: 5 }, (_, i) => demoWords[(done * 7 + i * 3) % demoWords.length]).join(' ')
      const post = { kind: id === thread ? ('post' as const) : ('comment' as const), title: id === thread ? `Thread ${done}` : null, text }
      const at = new Date(Date.now() - (items - done) * 1_000)
      batch.push({ id, thread, topic: topic.id, author, intent: null, at, queuedAt: at, sourceKey: null, score: wordScorer.score(scoredText(post)), ...post })
    }
    await api.database.transaction((tx) => storeEntries(tx, batch))
  }
  await api.database.query(statement('bench_analyse', 'analyze'))
  return { thread: first as PostId }
}

const good = (what: string, measured: Measured): Measured => {
  if (measured.bad > 0) throw new Error(`${what}: ${measured.bad} bad answers, the first: ${measured.firstBad}`)
  return measured
}
const compare = (name: string, own: Measured, raw: Measured, note: string): Row => {
  const value = own.perSecond / raw.perSecond
  const figures = `${Math.round(own.perSecond)}/s (p50 ${own.p50.toFixed(1)} ms, p95 ${own.p95.toFixed(1)} ms) against ${Math.round(raw.perSecond)}/s`
  return { name, value: Math.round(value * 100) / 100, unit: 'of raw', target: 0.5, pass: value >= 0.5, raw: Math.round(raw.perSecond), note: `${figures}; ${note}` }
}

export async function run(): Promise<Row[]> {
  const cluster = await startCluster({ durable: true })
  const url = await cluster.fresh('bench')
  const before = process.memoryUsage().rss
  const api = await createApi({
    database: { url },
    port: 0,
    demo: false,
    version: 'bench',
    requestsPerMinute: 1e9,
    pages: ({ service }) => async (app) => {
      app.get<{ Params: { id: string } }>('/bench/thread/:id', async (request, reply) => {
        const viewer = await service.viewer(new Headers({ cookie: request.headers.cookie ?? '' }))
        return viewer ? service.thread(viewer, request.params.id as PostId, 1) : reply.code(401).send()
      })
    },
  })
  const bare = Fastify()
  const pool = new pg.Pool({ connectionString: url, max: 12 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await makeTopic(api as TestApi)
    await makeAccessCode(api as TestApi, 'BENCH')
    const { thread } = await fill(api)
    const joined = await api.service.join({ code: 'BENCH', pseudonym: 'bench-otter-11', passphrase: 'four words in a row', over16: true, rulesVersion: 'b', country: '' }, '127.0.0.1')
    if (!joined.ok) throw new Error(joined.message)
    const cookie = joined.setCookie.map((line) => line.split(';', 1)[0]).join('; ')
    const viewer = await api.service.viewer(new Headers({ cookie }))
    const desk = await makeDesk(api as TestApi, { role: 'guide' })
    const auth = { authorization: `Bearer ${desk.token}` }

    // "The same SQL": read back from a connection on which the API's own code prepared it.
    const { top, first, comments } = await ownStatements(url)
    const raw = (name: string, text: string, values: unknown[]) => pool.query({ name, text, values })
    bare.get('/queue', async () => ({ items: (await raw('top', top, [50, new Date()])).rows }))
    bare.get<{ Params: { id: string } }>('/thread/:id', async (request) => {
      const id = viewer?.id ?? ('' as MemberId)
      return { first: (await raw('first', first, [id, request.params.id])).rows[0], comments: (await raw('comments', comments, [id, request.params.id, 0])).rows }
    })
    await pool.query('create table bench_insert (id uuid primary key, payload text not null)')
    bare.post<{ Body: { device: string; decisions: { id: string }[] } }>('/insert', async (request) => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await client.query({ name: 'insert', text: 'insert into bench_insert (id, payload) values ($1, $2)', values: [request.body.decisions[0]?.id, JSON.stringify(request.body)] })
        await client.query('commit')
        return { kind: 'applied' }
      } finally {
        client.release()
      }
    })
    const bareUrl = await bare.listen({ port: 0, host: '127.0.0.1' })

    const get = async (what: string, at: string, headers: Record<string, string>, expect: string) => {
      const load = { url: at, method: 'GET' as const, headers, clients, requests: pages, expect }
      await measure({ ...load, requests: 300 })
      return good(what, await measure(load))
    }
    const queueRaw = await get('bare queue page', `${bareUrl}/queue`, {}, 'pack_version')
    const queue = await get('queue page', `${api.url}/v1/queue/top?limit=50`, auth, 'packVersion')
    const threadRaw = await get('bare thread page', `${bareUrl}/thread/${thread}`, {}, 'comments')
    const threadOwn = await get('thread page', `${api.url}/bench/thread/${thread}`, { cookie }, 'comments')

    const found = await api.database.query(openItems, [decisions + 200])
    const bodies = found.map((item) => JSON.stringify({ device: desk.device, decisions: [aDecision(item as never)] }))
    const push = async (what: string, at: string, headers: Record<string, string>) => {
      const load = { url: at, method: 'POST' as const, headers, clients, expect: 'applied' }
      await measure({ ...load, bodies: bodies.slice(0, 200), requests: 200 })
      return good(what, await measure({ ...load, bodies: bodies.slice(200), requests: decisions }))
    }
    const insertRaw = await push('bare insert', `${bareUrl}/insert`, {})
    const decide = await push('decision', `${api.url}/v1/decisions`, auth)
    const memory = (await ownProcess(url, api.secret, auth)) ?? { mb: (process.memoryUsage().rss - before) / 1_048_576, note: 'growth of a process that also holds the rival and the client, because the built program was not there: an upper bound' }

    const [known] = await api.database.query(memberOf, [viewer?.id])
    if (known?.pseudonym !== 'bench-otter-11') throw new Error('The member of the bench was not found')
    return [
      compare('API read of a queue page on PostgreSQL', queue, queueRaw, `${items.toLocaleString('en-GB')} items, pages of 50, ${clients} clients; the API also checks the session, its rival checks nothing`),
      compare('API read of a thread page on PostgreSQL', threadOwn, threadRaw, `first post and 39 comments, ${clients} clients; the API also checks the member’s session, its rival checks nothing`),
      compare('API decision throughput on PostgreSQL, 32 clients', decide, insertRaw, 'durable commits; every decision waits for the one head of the log, bare inserts share their flushes'),
      { name: 'API memory over the database', value: Math.round(memory.mb), unit: 'MB', target: 150, pass: memory.mb <= 150, note: memory.note },
    ]
  } finally {
    await api.close()
    await bare.close()
    await pool.end()
    await cluster.stop()
  }
}

/** Resident memory of the built program after serving pages; null where it is not built or the system does not tell. */
async function ownProcess(url: string, secret: string, headers: Record<string, string>): Promise<{ mb: number; note: string } | null> {
  const program = join(packageRoot(), 'out', 'programs', 'api.js')
  if (!existsSync(program) || process.platform !== 'linux') return null
  const child = spawn(process.execPath, [program], { env: { ...process.env, DATABASE_URL: url, WALLGUIDE_SECRET: secret, WALLGUIDE_PORT: '0' }, stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const ready = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))
      child.once('exit', (code) => reject(new Error(`The built program ended with ${code ?? 'a signal'}`)))
    })
    const at = (JSON.parse(ready) as { url: string }).url
    await measure({ url: `${at}/v1/queue/top?limit=50`, method: 'GET', headers, clients, requests: pages, expect: '' })
    const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8'))?.[1]
    return { mb: Number(kb) / 1024, note: 'whole resident memory of the built program after 1,500 pages' }
  } finally {
    child.kill('SIGTERM')
  }
}

async function ownStatements(url: string): Promise<{ top: string; first: string; comments: string }> {
  const { openPostgres } = await import('../../../src/api/db/postgres')
  const reading = await import('../../../src/api/community/reading')
  const { queueTop } = await import('../../../src/api/sync/feed')
  const database = await openPostgres({ url, connections: 1, onError: () => undefined })
  const id = uuidv7()
  const viewer = { id: id as MemberId, pseudonym: '', country: null, rulesVersion: '', restrictedUntil: null }
  await queueTop(database, { id, role: 'guide' }, 1, new Date())
  const post = await database.query(statement<{ id: PostId }>('bench_a_post', `select id from post where kind = 'post' limit 1`))
  await reading.thread(database, viewer, post[0]?.id ?? (id as PostId), 1)
  const of = async (name: string) => {
    const rows = await database.query(statement<{ statement: string }>(`bench_of_${name}`, `select statement from pg_prepared_statements where name = '${name}'`))
    return rows[0]?.statement ?? ''
  }
  const found = { top: await of('feed_top_0'), first: await of('thread_first'), comments: await of('thread_comments') }
  await database.close()
  if (Object.values(found).includes('')) throw new Error('A statement of the API was not found')
  return found
}
