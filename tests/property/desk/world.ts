/**
 * Several desks with real encrypted caches, one model server, and everything that can happen between them: lost requests, lost
 * answers, duplicates, answers that come late, crashes, time. Synchronous and without a clock of its own: a script is a run.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Decision } from '../../../src/contract/review'
import type { Scorer } from '../../../src/risk'
import { openCache, type Cache } from '../../../src/main/desk/cache/open'
import { applyChanges, applySeeds, applySnapshot, beginPull, beginResync, type PullTicket } from '../../../src/main/desk/sync/pull'
import { beginPush, finishPush, type Batch, type PatientPushResponse } from '../../../src/main/desk/sync/push'
import { placeOf } from '../../../src/main/desk/sync/cursor'
import { soundRules, type SyncRules } from '../../../src/main/desk/sync/rules'
import { syncStore, type SyncStore } from '../../../src/main/desk/sync/store'
import { DataKey } from '../../../src/main/desk/vault/key'
import { iso, ModelServer, soundServer, uuid, type ServerRules } from './model-server'

export const desks = 3

export type Op =
  | { do: 'create' | 'slowCreate' | 'commitSlow' | 'purge' | 'replaceEpoch' }
  | { do: 'edit' | 'remove'; item: number }
  | { do: 'claim'; desk: number; item: number }
  | { do: 'decide' | 'undo'; desk: number; item: number }
  /** A question goes out. `limit` is the server's page. */
  | { do: 'push' | 'pull'; desk: number; limit: number }
  /** The oldest (or another) question arrives at the server; again is a duplicate. */
  | { do: 'arrive'; desk: number; message: number }
  /** Its answer arrives at the desk, maybe long after the desk gave up on it. */
  | { do: 'answer'; desk: number; message: number }
  /** The desk gives up waiting for it. The answer may come all the same. */
  | { do: 'giveUp'; desk: number; message: number }
  /** The whole way at once, as it mostly goes. */
  | { do: 'sync'; desk: number; limit: number }
  /** The most urgent items, before a first snapshot. */
  | { do: 'seed'; desk: number }
  /** `inAnswer`: in the middle of taking in an answer. */
  | { do: 'crash'; desk: number; inAnswer?: boolean }
  | { do: 'time'; ms: number }

type Pushing = { kind: 'push'; batch: Batch; answers: PatientPushResponse[]; waiting: boolean }
type Pulling = { kind: 'pull'; ticket: Exclude<PullTicket, { kind: 'wait' }>; limit: number; answers: (ReturnType<ModelServer['changes']> | ReturnType<ModelServer['snapshot']>)[]; waiting: boolean }
type Seeding = { kind: 'seed'; ticket: PullTicket & { kind: 'snapshot' }; answers: ReturnType<ModelServer['top']>[]; waiting: boolean }
type Message = Pushing | Pulling | Seeding

type ModelDesk = { folder: string; cache: Cache; store: SyncStore; messages: Message[]; made: Map<string, Decision>; cursor: string | null }

class Crash extends Error {}

export type Rules = { client?: Partial<SyncRules>; server?: Partial<ServerRules> }

// A folder in memory where there is one: the file is as encrypted, and a script runs five times faster.
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

export class World {
  readonly server: ModelServer
  readonly #rules: SyncRules
  readonly #desks: ModelDesk[] = []
  readonly #root = mkdtempSync(join(place, 'wallguide-model-'))
  readonly #key = new DataKey(Buffer.alloc(32, 7))
  #now = Date.parse('2026-11-23T08:00:00.000Z')
  #decisions = 0
  #broken: string | null = null
  #crashing = false

  // Scoring is not what is tested here: a constant keeps the runs short. A crash in the middle of a page happens in it.
  readonly #scorer: Scorer = {
    packVersion: 'model',
    score: () => {
      if (this.#crashing) throw new Crash()
      return { level: 'green', p: { flag: 0, urgent: 0, crisis: 0 }, categories: [], spans: [], pii: [], abstained: false, abstainReason: '', packVersion: 'model' }
    },
  }

  constructor(rules: Rules = {}) {
    this.server = new ModelServer({ ...soundServer, ...rules.server })
    this.#rules = { ...soundRules, ...rules.client }
    for (let desk = 0; desk < desks; desk++) {
      const folder = join(this.#root, `desk-${desk}.db`)
      this.#desks.push({ folder, ...this.#start(folder), messages: [], made: new Map(), cursor: null })
    }
  }

  #start(file: string) {
    const cache = openCache(file, this.#key)
    const store = syncStore(cache, this.#scorer, this.#rules)
    store.outbox.revive(this.#now)
    return { cache, store }
  }

  end() {
    for (const { cache } of this.#desks) cache.close()
    rmSync(this.#root, { recursive: true, force: true })
  }

  /** Runs the script, then heals the network. Gives the first broken invariant, or null. */
  run(script: readonly Op[]): string | null {
    for (const op of script) {
      this.step(op)
      const broken = this.#check()
      if (broken) return `${broken} (after ${JSON.stringify(op)})`
    }
    return this.#heal() ?? this.#checkAtRest()
  }

  #desk(number: number): ModelDesk {
    const desk = this.#desks[number % desks]
    if (!desk) throw new Error('No such desk')
    return desk
  }

  step(op: Op) {
    switch (op.do) {
      case 'create':
        return this.server.create(this.#now)
      case 'slowCreate':
        return this.server.beginSlowCreate(this.#now)
      case 'commitSlow':
        return this.server.commitSlow()
      case 'purge':
        return this.server.purge()
      case 'replaceEpoch':
        return this.server.replaceEpoch()
      case 'seed': {
        const desk = this.#desk(op.desk)
        const ticket = beginPull(desk.store)
        if (ticket.kind === 'snapshot' && ticket.state.cursor === null) desk.messages.push({ kind: 'seed', ticket, answers: [], waiting: true })
        return
      }
      case 'edit':
        return this.server.edit(op.item)
      case 'remove':
        return this.server.remove(op.item)
      case 'claim':
        return this.server.claim(op.desk % desks, op.item, this.#now)
      case 'time':
        this.#now += op.ms
        return
      case 'decide':
        return this.#decide(op.desk, op.item)
      case 'undo':
        return this.#undo(this.#desk(op.desk), op.item)
      case 'push':
        this.#ask(this.#desk(op.desk), 'push', op.limit)
        return
      case 'pull':
        this.#ask(this.#desk(op.desk), 'pull', op.limit)
        return
      case 'arrive': {
        const message = this.#message(op.desk, op.message)
        if (message) this.#arrive(op.desk % desks, message)
        return
      }
      case 'answer': {
        const message = this.#message(op.desk, op.message)
        if (message && message.answers.length > 0) this.#answer(this.#desk(op.desk), message)
        return
      }
      case 'giveUp': {
        const message = this.#message(op.desk, op.message)
        if (message?.waiting) this.#giveUp(this.#desk(op.desk), message)
        return
      }
      case 'sync':
        this.#syncOnce(op.desk, op.limit)
        return
      case 'crash': {
        const desk = this.#desk(op.desk)
        const message = op.inAnswer ? desk.messages.find((one) => one.answers.length > 0) : undefined
        if (message) this.#crashIn(desk, message)
        desk.cache.close()
        Object.assign(desk, this.#start(desk.folder))
        // What was in flight is forgotten with the memory.
        desk.messages = []
        return
      }
    }
  }

  #crashIn(desk: ModelDesk, message: Message) {
    this.#crashing = true
    try {
      this.#answer(desk, message)
    } catch (error) {
      if (!(error instanceof Crash)) throw error
    } finally {
      this.#crashing = false
    }
  }

  #message(desk: number, index: number): Message | null {
    const { messages } = this.#desk(desk)
    return messages.length === 0 ? null : (messages[index % messages.length] ?? null)
  }

  #decide(number: number, index: number) {
    const desk = this.#desk(number)
    const open = [...this.server.rows.keys()].sort().flatMap((id) => {
      const held = desk.store.shadow.find(id)
      return held && held.item.status === 'open' && desk.store.outbox.forItem(id) === null ? [held.item] : []
    })
    const item = open[index % Math.max(1, open.length)]
    if (!item) return
    const decision: Decision = {
      id: uuid('decision', this.#decisions++) as never,
      item: item.id,
      itemVersion: item.version,
      action: { verdict: 'no_action' },
      reason: 'routine',
      note: '',
      policyVersion: 'model',
      scoreVersion: 'model',
      decidedAt: iso(this.#now),
    }
    desk.store.outbox.hold([decision], this.#now + 8_000)
    desk.made.set(decision.id, decision)
  }

  #undo(desk: ModelDesk, index: number) {
    const held = desk.store.outbox.all().filter((row) => row.state === 'held')
    const row = held[index % Math.max(1, held.length)]
    if (row && desk.store.outbox.undo(row.decisionId)) desk.made.delete(row.decisionId)
  }

  /** One push and one pull in flight, as the loop has it. */
  #ask(desk: ModelDesk, kind: 'push' | 'pull', limit: number): Message | null {
    if (desk.messages.some((message) => message.kind === kind && message.waiting)) return null
    let message: Message | null = null
    if (kind === 'push') {
      desk.store.outbox.release(this.#now)
      const batch = beginPush(desk.store, this.#now, limit)
      if (batch) message = { kind, batch, answers: [], waiting: true }
    } else {
      const ticket = beginPull(desk.store)
      if (ticket.kind === 'wait') throw new Error('The fail-safe is for larger caches than these')
      message = { kind, ticket, limit, answers: [], waiting: true }
    }
    if (message) desk.messages.push(message)
    if (desk.messages.length > 6) {
      const oldest = desk.messages.shift()
      // No question is waited for without end: whatever is forgotten here has first been given up on.
      if (oldest?.waiting) this.#giveUp(desk, oldest)
    }
    return message
  }

  #arrive(desk: number, message: Message) {
    if (message.kind === 'push') {
      const results = message.batch.decisions.map((decision) => ({ id: decision.id as string, outcome: this.server.decide(desk, decision, this.#now) as unknown }))
      message.answers.push({ results: results.reverse(), serverTime: iso(this.#now), deviceState: 'ok' })
    } else if (message.kind === 'seed') message.answers.push(this.server.top(this.#now))
    else if (message.ticket.kind === 'changes') message.answers.push(this.server.changes(message.ticket.cursor, message.limit, this.#now))
    else message.answers.push(this.server.snapshot(message.ticket.state.after, message.limit, this.#now))
  }

  #answer({ store }: ModelDesk, message: Message): boolean {
    message.waiting = false
    if (message.kind === 'push') {
      const value = message.answers.shift()
      if (value) finishPush(store, message.batch, { ok: true, value, raw: value }, this.#now, () => 0.5)
      return true
    }
    if (message.kind === 'seed') {
      const top = message.answers.shift()
      if (top) applySeeds(store, message.ticket, top, top)
      return true
    }
    const page = message.answers.shift()
    if (page === undefined) return true
    if (message.ticket.kind === 'changes') {
      if (page === 'resync') beginResync(store, message.ticket)
      else if ('changes' in page) return applyChanges(store, message.ticket, page, page).more
      return true
    }
    return page !== 'resync' && 'items' in page ? applySnapshot(store, message.ticket, page, page).more : true
  }

  #giveUp({ store }: ModelDesk, message: Message) {
    message.waiting = false
    if (message.kind === 'push') finishPush(store, message.batch, { ok: false, trouble: { kind: 'unreachable' } }, this.#now, () => 0.5)
  }

  /** True when there is more. */
  #syncOnce(number: number, limit: number): boolean {
    const desk = this.#desk(number)
    const pushing = this.#ask(desk, 'push', limit)
    if (pushing) {
      this.#arrive(number % desks, pushing)
      this.#answer(desk, pushing)
    }
    const pulling = this.#ask(desk, 'pull', limit)
    if (!pulling) return true
    this.#arrive(number % desks, pulling)
    return this.#answer(desk, pulling)
  }

  #heal(): string | null {
    for (let slow = 0; slow < 50; slow++) this.server.commitSlow()
    for (const desk of this.#desks) {
      for (const message of desk.messages) if (message.waiting) this.#giveUp(desk, message)
      desk.messages = []
    }
    // Twice: what one desk pushes, another one pulls.
    for (let round = 0; round < 2; round++) {
      for (let desk = 0; desk < desks; desk++) {
        let turns = 0
        do {
          this.#now += 400_000
          if (++turns > 400) return 'I3: a desk never comes to rest'
          const broken = this.#check()
          if (broken) return `${broken} (after the network healed)`
        } while (this.#syncOnce(desk, 3) || this.#desk(desk).store.outbox.count() > 0)
      }
    }
    return null
  }

  #check(): string | null {
    if (this.#broken === null && this.server.violations.length > 0) this.#broken = this.server.violations[0] ?? null
    if (this.#broken) return this.#broken
    for (const [number, desk] of this.#desks.entries()) {
      const waiting = new Set(desk.store.outbox.all().map((row) => row.decisionId))
      for (const id of desk.made.keys()) {
        if (!waiting.has(id) && desk.store.outcomes.find(id) === null) return `I2: decision ${id} of desk ${number} is neither in the outbox nor answered`
      }
      const { cursor } = desk.store.state()
      if (cursor !== null && desk.cursor !== null) {
        const [now, before] = [placeOf(cursor), placeOf(desk.cursor)]
        if (now.epoch === before.epoch && now.seq < before.seq) return `I4: the cursor of desk ${number} went back from ${desk.cursor} to ${cursor}`
      }
      desk.cursor = cursor
    }
    return null
  }

  #checkAtRest(): string | null {
    const live = new Map([...this.server.rows.values()].filter((row) => !row.removed).map((row) => [row.item.id as string, row]))
    for (const [number, { store, made }] of this.#desks.entries()) {
      if (store.shadow.count() !== live.size) return `I3: desk ${number} holds ${store.shadow.count()} items, the server ${live.size}`
      for (const [id, row] of live) {
        const held = store.shadow.find(id)
        if (!held) return `I3: desk ${number} lacks item ${id}`
        if (held.seq !== row.seq || JSON.stringify(held.item) !== JSON.stringify(row.item)) return `I3: desk ${number} shows item ${id} as of ${held.seq}, the server ${row.seq}`
      }
      for (const id of made.keys()) {
        const told = store.outcomes.find(id)?.outcome.kind
        const effective = this.server.effective.some((one) => one.decision.id === id)
        if (!this.server.received.has(id)) return `I2: decision ${id} never reached the server`
        if ((told === 'applied') !== effective) return `I9: decision ${id} is ${effective ? '' : 'not '}in effect, its author was told ${told}`
      }
    }
    const known = new Set(this.#desks.flatMap(({ made }) => [...made.keys()]))
    const stranger = this.server.effective.find((one) => !known.has(one.decision.id))
    return stranger ? `I9b: ${stranger.decision.id} is in effect and nobody was told` : null
  }
}
