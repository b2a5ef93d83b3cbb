/** Kinds of work in the desk's own queue: read where their clock is kept, found under their own level. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemKind, ReviewItem } from '../../../src/contract/review'
import type { Level } from '../../../src/contract/risk'
import { SnapshotPage } from '../../../src/contract/sync'
import { openCache, type Cache } from '../../../src/main/desk/cache/open'
import { outboxReads } from '../../../src/main/desk/cache/outbox'
import { Queue } from '../../../src/main/desk/queue/views'
import { applySnapshot, beginPull } from '../../../src/main/desk/sync/pull'
import { syncStore } from '../../../src/main/desk/sync/store'
import { DataKey } from '../../../src/main/desk/vault/key'
import { wordScorer } from '../support/people'

const now = Date.parse('2026-11-23T12:00:00.000Z')
const minute = 60_000
const id = (n: number) => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

let n = 0
const item = (kind: ItemKind, level: Level, minutesAgo: number): ReviewItem => {
  const number = ++n
  const at = new Date(now - minutesAgo * minute).toISOString()
  return {
    id: id(number),
    version: 1,
    kind,
    status: 'open',
    post: { id: id(1000 + number), kind: kind === 'ask' ? 'message' : 'post', thread: id(1000 + number), topic: { id: id(9999), name: 'General' }, title: null, intent: null, text: `${kind} #${level}`, revision: 1, state: 'reading', at },
    author: { id: id(2000 + number), pseudonym: `m-${number}`, since: at, country: 'GB', partner: null },
    queuedAt: at,
    intake: { level, packVersion: 'words-1' },
    audience: 'guide',
    origin: null,
    about: null,
    assignee: null,
    acceptedAt: null,
    widensAt: null,
    lease: null,
    decision: null,
    allowed: ['no_action'],
    watched: false,
  } as unknown as ReviewItem
}

const items = [
  item('content', 'green', 600),
  item('content', 'amber', 100),
  item('content', 'red', 10),
  item('ask', 'green', 20),
  item('report', 'green', 5),
  item('newcomer', 'amber', 5),
  item('content', 'crisis', 1),
  item('ask', 'crisis', 2),
  item('promise', 'green', -30),
]

const folder = mkdtempSync(join(tmpdir(), 'wallguide-kinds-'))
let cache: Cache
let queue: Queue
let at = now

beforeAll(() => {
  cache = openCache(join(folder, 'cache.db'), DataKey.make())
  const page = { items: items.map((one, seq) => ({ seq: seq + 1, item: one })), last: items.at(-1)?.id ?? null, more: false, asOf: `be.${items.length}`, total: items.length, serverTime: new Date(now).toISOString(), deviceState: 'ok' }
  const store = syncStore(cache, wordScorer)
  const ticket = beginPull(store)
  if (ticket.kind !== 'snapshot') throw new Error('A first sync is a snapshot')
  applySnapshot(store, ticket, SnapshotPage.parse(page), page)
  queue = new Queue(cache.read, outboxReads(cache.read), () => ({ staff: '', pseudonym: '', now: at, serverNow: at, ownLease: () => null }))
})
afterAll(() => {
  cache.close()
  rmSync(folder, { recursive: true, force: true })
})

const listed = (level?: Level) => {
  const { view, total, counts } = queue.open({ show: 'open', ...(level && { level }) })
  return { rows: queue.rows(view, 0, total).map((row) => `${row.kind} ${row.level}`), counts }
}

test('a calm question stands with the red posts, a report at the head of the amber ones, and crisis before everything', () => {
  expect(listed().rows).toEqual(['ask crisis', 'content crisis', 'ask green', 'content red', 'report green', 'newcomer amber', 'content amber', 'content green'])
})

test('each is found and counted under the level that it has', () => {
  expect(listed('green').rows).toEqual(['ask green', 'report green', 'content green'])
  expect(listed('amber').rows).toEqual(['newcomer amber', 'content amber'])
  expect(listed('red').rows).toEqual(['content red'])
  expect(listed('crisis').rows).toEqual(['ask crisis', 'content crisis'])
  expect(listed().counts).toEqual({ crisis: 2, red: 1, amber: 2, green: 3 })
})

test('the clock that is shown is the more urgent one', () => {
  const { view, total } = queue.open({ show: 'open' })
  const due = queue.rows(view, 0, total).map((row) => (Date.parse(row.dueAt) - Date.parse(row.queuedAt)) / minute)
  expect(due).toEqual([5, 5, 30, 30, 60, 120, 240, 1440])
})

test('a promise is in no list and no count before it is due, and arrives when it is', () => {
  const { view, counts } = queue.open({ show: 'open' })
  expect(counts.green).toBe(3)
  expect(listed('green').rows).not.toContain('promise green')
  const found = queue.open({ show: 'open', text: 'promise' })
  expect(found.total).toBe(0)
  expect(queue.arrivals(view)).toEqual({ count: 0, top: null })
  at = now + 31 * minute
  expect(queue.arrivals(view)).toEqual({ count: 1, top: 'green' })
  expect(listed('green').rows).toContain('promise green')
  expect(listed().counts.green).toBe(4)
  expect(queue.open({ show: 'open', text: 'promise' }).total).toBe(1)
  at = now
})
