/**
 * The server's half of the protocol in memory, each rule by name so that it can be taken away. What it finds wrong with its own
 * deeds it notes in `violations`, independently of the rules.
 */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Decision, Outcome, ReviewItem } from '../../../src/contract/review'
import type { ChangesPage, QueueTop, SnapshotPage } from '../../../src/contract/sync'

export type ServerRules = {
  versionCheck: boolean
  leaseCheck: boolean
  /** A repeated id gets its stored outcome. */
  ledger: boolean
  /** The ledger never forgets. */
  ledgerForEver: boolean
  /** A cursor behind the purge is refused. */
  horizonCheck: boolean
  /** Sequence numbers are drawn in commit order. */
  commitOrder: boolean
}

export const soundServer: ServerRules = { versionCheck: true, leaseCheck: true, ledger: true, ledgerForEver: true, horizonCheck: true, commitOrder: true }

type Row = { item: ReviewItem; seq: number; removed: boolean }
type Entry = { hash: string; outcome: Outcome; at: number; decision: Decision; desk: number }
/** A transaction that has begun and not committed: its number is drawn only if the rule is broken. */
type Slow = { row: Row; seq: number | null }

export const leaseLength = 60_000
const ledgerMemory = 120_000

/** A valid UUIDv7 whose order has nothing to do with the order of making. */
export const uuid = (kind: string, number: number): string => {
  const hash = createHash('sha256').update(`${kind} ${number}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-7${hash.slice(12, 15)}-8${hash.slice(15, 18)}-${hash.slice(18, 30)}`
}

export class ModelServer {
  readonly rules: ServerRules
  readonly violations: string[] = []
  readonly rows = new Map<string, Row>()
  readonly ledger = new Map<string, Entry>()
  /** Everything that ever took effect, whatever the ledger remembers. */
  readonly effective: { decision: Decision; desk: number }[] = []
  readonly received = new Set<string>()
  epoch = 'e0'
  seq = 0
  horizon = 0
  #made = 0
  readonly #slow: Slow[] = []

  constructor(rules: ServerRules = soundServer) {
    this.rules = rules
  }

  #fresh(now: number): Row {
    const id = uuid('item', this.#made++)
    return { item: modelItem(id, this.#made, now), seq: 0, removed: false }
  }

  #write(row: Row) {
    row.seq = ++this.seq
    this.rows.set(row.item.id, row)
  }

  create(now: number) {
    this.#write(this.#fresh(now))
  }

  beginSlowCreate(now: number) {
    this.#slow.push({ row: this.#fresh(now), seq: this.rules.commitOrder ? null : ++this.seq })
  }

  commitSlow() {
    const slow = this.#slow.shift()
    if (!slow) return
    slow.row.seq = slow.seq ?? ++this.seq
    this.rows.set(slow.row.item.id, slow.row)
  }

  #pick(index: number): Row | null {
    const live = [...this.rows.values()].filter((row) => !row.removed)
    return live.length === 0 ? null : (live[index % live.length] ?? null)
  }

  edit(index: number) {
    const row = this.#pick(index)
    if (!row || row.item.status !== 'open') return
    row.item = { ...row.item, version: row.item.version + 1 }
    this.#write(row)
  }

  remove(index: number) {
    const row = this.#pick(index)
    if (!row) return
    row.removed = true
    this.#write(row)
  }

  /** Tombstones go; whoever has not seen them must take a snapshot. */
  purge() {
    for (const [id, row] of this.rows) {
      if (!row.removed) continue
      this.rows.delete(id)
      this.horizon = Math.max(this.horizon, row.seq)
    }
  }

  /** The database was put back to another state under another name. */
  replaceEpoch() {
    this.epoch = `e${Number(this.epoch.slice(1)) + 1}`
    this.seq = 0
    this.horizon = 0
    for (const row of this.rows.values()) row.seq = ++this.seq
  }

  claim(desk: number, index: number, now: number) {
    const row = this.#pick(index)
    if (!row || row.item.status !== 'open' || this.#heldByOther(row, desk, now)) return
    row.item = { ...row.item, lease: leaseOf(desk, now + leaseLength) }
    this.#write(row)
  }

  #heldByOther({ item: { lease } }: Row, desk: number, now: number): boolean {
    return lease !== null && lease.by !== staffId(desk) && Date.parse(lease.until) > now
  }

  decide(desk: number, decision: Decision, now: number): Outcome {
    this.received.add(decision.id)
    const hash = JSON.stringify(decision)
    const known = this.ledger.get(decision.id)
    const remembered = known && (this.rules.ledgerForEver || now - known.at < ledgerMemory)
    if (known && remembered && this.rules.ledger) return known.hash === hash ? known.outcome : { kind: 'rejected', code: 'key_reuse', why: 'used before' }
    const outcome = this.#judge(desk, decision, now)
    this.ledger.set(decision.id, { hash, outcome, at: now, decision, desk })
    return outcome
  }

  #judge(desk: number, decision: Decision, now: number): Outcome {
    const row = this.rows.get(decision.item)
    if (!row || row.removed) return { kind: 'gone' }
    const { item } = row
    if (item.decision) return { kind: 'superseded', by: item.decision.name, verdict: item.decision.verdict, at: item.decision.at }
    if (this.rules.versionCheck && item.version !== decision.itemVersion) return { kind: 'stale', version: item.version }
    if (this.rules.leaseCheck && item.lease && this.#heldByOther(row, desk, now)) return { kind: 'lease_lost', holder: item.lease.name, until: item.lease.until }
    if (this.#heldByOther(row, desk, now)) this.violations.push(`I5: ${decision.id} took effect over another's live lease`)
    if (item.version !== decision.itemVersion) this.violations.push(`I5b: ${decision.id} took effect on a version that its author had not seen`)
    if (this.effective.some((other) => other.decision.item === decision.item)) this.violations.push(`I1: item ${decision.item} has two effective decisions`)
    this.effective.push({ decision, desk })
    row.item = {
      ...item,
      version: item.version + 1,
      status: 'decided',
      lease: null,
      decision: { id: decision.id, verdict: decision.action.verdict, reason: decision.reason, by: staffId(desk) as never, name: `Guide ${desk}`, at: iso(now), note: '' },
    }
    this.#write(row)
    return { kind: 'applied', seq: row.seq }
  }

  changes(cursor: string, limit: number, now: number): z.infer<typeof ChangesPage> | 'resync' {
    const [epoch = '', from = '0'] = cursor.split('.')
    if (epoch !== this.epoch || Number(from) > this.seq) return 'resync'
    if (this.rules.horizonCheck && Number(from) < this.horizon) return 'resync'
    const found = [...this.rows.values()].filter((row) => row.seq > Number(from)).sort((a, b) => a.seq - b.seq)
    const page = found.slice(0, limit)
    const more = found.length > limit
    return {
      changes: page.map(({ seq, item, removed }) => (removed ? { seq, id: item.id, removed } : { seq, id: item.id, item })),
      next: `${this.epoch}.${more ? (page.at(-1)?.seq ?? from) : Math.max(Number(from), ...(this.rules.commitOrder ? [this.seq] : [page.at(-1)?.seq ?? 0]))}`,
      more,
      serverTime: iso(now),
      deviceState: 'ok',
    }
  }

  top(now: number): z.infer<typeof QueueTop> {
    const open = [...this.rows.values()].filter((row) => !row.removed && row.item.status === 'open').slice(0, 4)
    return { items: open.map(({ seq, item }) => ({ seq, item })), serverTime: iso(now), deviceState: 'ok' }
  }

  snapshot(after: string | null, limit: number, now: number): z.infer<typeof SnapshotPage> {
    const live = [...this.rows.values()].filter((row) => !row.removed).sort((a, b) => (a.item.id < b.item.id ? -1 : 1))
    const found = live.filter((row) => after === null || row.item.id > after)
    const page = found.slice(0, limit)
    return {
      items: page.map(({ seq, item }) => ({ seq, item })),
      last: page.at(-1)?.item.id ?? null,
      more: found.length > limit,
      asOf: `${this.epoch}.${this.seq}`,
      total: live.length,
      serverTime: iso(now),
      deviceState: 'ok',
    }
  }
}

export const iso = (ms: number): string => new Date(ms).toISOString()
export const staffId = (desk: number): string => uuid('staff', desk)
const leaseOf = (desk: number, until: number): NonNullable<ReviewItem['lease']> => ({ by: staffId(desk) as never, name: `Guide ${desk}`, device: uuid('device', desk) as never, until: iso(until), held: null })

/** A gentle synthetic item; `number` varies level and topic. */
export function modelItem(id: string, number: number, now: number): ReviewItem {
  const level = (['green', 'amber', 'green', 'red', 'green', 'amber', 'crisis'] as const)[number % 7] ?? 'green'
  const post = uuid('post', number)
  return {
    id: id as never,
    version: 1,
    kind: 'content',
    status: 'open',
    post: {
      id: post as never,
      kind: 'post',
      thread: post as never,
      topic: { id: uuid('topic', number % 3) as never, name: `Topic ${number % 3}` },
      title: null,
      intent: null,
      text: `Synthetic post number ${number}: today I walked by the river.`,
      revision: 1,
      state: 'live',
      at: iso(now),
    },
    author: { id: uuid('member', number % 5) as never, pseudonym: `member-${number % 5}`, since: iso(0), country: null, partner: null },
    queuedAt: iso(now),
    intake: { level, packVersion: 'model' },
    audience: 'guide',
    origin: null,
    about: null,
    assignee: null,
    acceptedAt: null,
    widensAt: null,
    lease: null,
    decision: null,
    allowed: ['no_action', 'watch'],
    watched: false,
  }
}
