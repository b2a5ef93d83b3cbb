import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReviewItem } from '#contract/review'
import { statement } from '../../../src/api/db/sql'
import { startTestApi, type TestApi } from '../support/api'
import { aDecision, fullItem, makeDesk, makeMember, makeTopic, signInDesk, until, wordScorer, write, type Desk } from '../support/people'
import { startCluster, type Cluster } from '../support/postgres'
import { apiSuite } from './suite'

const cluster: Cluster | undefined = await startCluster().catch((error: unknown) => {
  console.error(`NOT RUN: PostgreSQL cannot run on this machine. ${error instanceof Error ? error.message : String(error)}`)
  return undefined
})
afterAll(() => cluster?.stop())

describe.skipIf(cluster === undefined)('on PostgreSQL', () => {
  const fresh = (): Promise<string> => (cluster ? cluster.fresh() : Promise.reject(new Error('No PostgreSQL')))
  apiSuite(async () => ({ url: await fresh() }))

  describe('two API processes on one database', () => {
    let [a, b]: TestApi[] = []
    beforeAll(async () => {
      const url = await fresh()
      // Silent, because one test drops the connections, which is an error worth a line in any log.
      const options = { database: { url }, scorer: wordScorer, logLevel: 'silent' } as const
      // Both start on the empty database at once: one migrates, the other waits.
      ;[a, b] = await Promise.all([startTestApi(options), startTestApi(options)])
      await makeTopic(a as TestApi)
    })
    afterAll(() => Promise.all([a?.close(), b?.close()]))
    const both = (): [TestApi, TestApi] => {
      if (!a || !b) throw new Error('The APIs are not running')
      return [a, b]
    }

    it('carry a poke across: who listens on one hears what was written on the other', async () => {
      const [one, two] = both()
      const desk = await makeDesk(two)
      const pokes = await listen(two, desk)
      const before = pokes.heard.at(-1) ?? 0
      await write(one, await makeMember(one))
      await until('a poke', () => (pokes.heard.at(-1) ?? 0) > before)
      pokes.stop()
    })

    it('know one another’s sessions, leases and decisions', async () => {
      const [one, two] = both()
      const robin = await makeDesk(one, { name: 'across' })
      const elsewhere = await signInDesk(two, 'across', robin.device)
      const other = await makeDesk(two)
      const { item } = await write(one, await makeMember(one))
      expect((await robin.claim(item.id))[item.id]?.kind).toBe('granted')
      expect((await other.claim(item.id))[item.id]).toMatchObject({ kind: 'held', by: 'Wall Guide across' })
      const decision = aDecision(item)
      const outcome = await robin.decide(decision)
      expect(await elsewhere.decide(decision)).toEqual(outcome)
    })

    it('give an item’s one decision to one of many that race through both', async () => {
      const [one, two] = both()
      const desks = await Promise.all(Array.from({ length: 8 }, (_, i) => makeDesk(i % 2 === 0 ? one : two)))
      const member = await makeMember(one)
      for (let round = 0; round < 5; round++) {
        const { item } = await write(one, member)
        const outcomes = await Promise.all(desks.map((desk) => desk.decide(aDecision(item))))
        expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['applied', ...Array<string>(7).fill('superseded')])
        expect((await fullItem(desks[1] as Desk, item.id))?.decision).not.toBeNull()
      }
    })

    it('come back by themselves when the database drops every connection, and miss no poke after it', async () => {
      const [one, two] = both()
      const desk = await makeDesk(two)
      const member = await makeMember(one)
      const { item } = await write(one, member)
      const pokes = await listen(two, desk)
      await one.database.query(dropOthers).catch(() => undefined)
      const decision = aDecision(item)
      const outcome = await until('the decision', async () => {
        const found = await desk.decide(decision).catch(() => null)
        return found !== null && found.kind !== 'retry' && found
      })
      expect(outcome).toMatchObject({ kind: 'applied' })
      const seq = outcome.kind === 'applied' ? outcome.seq : 0
      await until('a poke that covers the decision', () => (pokes.heard.at(-1) ?? 0) >= seq, 10_000)
      pokes.stop()
    })

    it('survive crossing claims, watches and decisions without one that fails', async () => {
      const [one, two] = both()
      const desks = await Promise.all(Array.from({ length: 4 }, (_, i) => makeDesk(i % 2 === 0 ? one : two)))
      const member = await makeMember(one)
      const items: ReviewItem['id'][] = []
      for (let i = 0; i < 12; i++) items.push((await write(one, member)).item.id)
      const kinds = await Promise.all(
        desks.map(async (desk, d) => {
          const seen: string[] = []
          for (let i = 0; i < items.length; i++) {
            const id = items[(i * (d + 1)) % items.length] as ReviewItem['id']
            await desk.claim(...items.slice(0, 6).reverse())
            const now = await fullItem(desk, id)
            if (now) seen.push((await desk.decide(aDecision(now, i % 2 === 0 ? { verdict: 'watch' } : { verdict: 'no_action' }))).kind)
          }
          return seen
        }),
      )
      expect(kinds.flat()).not.toContain('retry')
      const decided = await Promise.all(items.map(async (id) => (await fullItem(desks[0] as Desk, id))?.decision ?? null))
      expect(kinds.flat().filter((kind) => kind === 'applied')).toHaveLength(decided.filter((decision) => decision !== null).length)
      expect(kinds.flat()).toContain('applied')
    })
  })
})

const dropOthers = statement('test_drop_others', 'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')

async function listen(api: TestApi, desk: Desk): Promise<{ heard: number[]; stop: () => void }> {
  const abort = new AbortController()
  const answer = await fetch(`${api.url}/v1/sync/stream`, { headers: { authorization: `Bearer ${desk.token}` }, signal: abort.signal })
  const heard: number[] = []
  const reader = answer.body?.getReader()
  const pump = async () => {
    for (let text = ''; reader; ) {
      const { done, value } = await reader.read()
      if (done) return
      text += new TextDecoder().decode(value)
      for (const match of text.matchAll(/"poke":(\d+)\}\n\n/g)) heard.push(Number(match[1]))
      text = text.slice(text.lastIndexOf('\n\n') + 2)
    }
  }
  pump().catch(() => undefined)
  await until('the stream’s first poke', () => heard.length > 0)
  return { heard, stop: () => abort.abort() }
}
