/**
 * The bridge of practice: made-up items in memory. Of the desk's own bridge it uses only what locks the desk and tells its
 * state; every other call is answered here or refused, so that nothing practised can reach the server or the cache.
 */
import type { BridgeAnswer, BridgeError, CallInput, CallName, CallOutput, EventName, EventPayload, ItemView, QueueFilter, QueueRow } from '#contract/bridge'
import type { DecisionId, ItemId, MemberId, PostId, TopicId } from '#contract/ids'
import { clocks, verdicts, type Action, type ReviewItem, type Verdict } from '#contract/review'
import { levels, type Category, type RiskScore } from '#contract/risk'
import { createStore } from '../app/store'
import type { CoreLink, LinkedBridge } from '../transport/connection'
import type { PracticeItem } from './items'

/** The only calls that go on to the desk. The directory is only read: nothing of what is practised is in a search of it but its words. */
export const throughToDesk = ['app.info', 'desk.state', 'vault.lock', 'directory.find', 'directory.near', 'directory.services'] as const satisfies readonly CallName[]

export type Practised = { kind: 'decided'; index: number; action: Action } | { kind: 'undone'; index: number } | { kind: 'searched' }

type Held = { sample: PracticeItem; item: ReviewItem; score: RiskScore; draft: string; lease: QueueRow['lease']; pending: QueueRow['pending'] }

const undoMs = 60_000
const leaseMs = 10 * 60_000

const uuid = (kind: number, n: number) => `0199${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
/** What a Guide may do, but for what only Leads do. */
const guideMay = verdicts.filter((verdict) => verdict !== 'remove')

const refusal: BridgeError = { code: 'not-allowed', message: 'This is practice: nothing is sent and nothing is changed. Leave practice to do this.' }

type Handlers = { [N in CallName]?: (input: CallInput<N>) => CallOutput<N> | BridgeError }

export class PracticeBridge implements LinkedBridge {
  /** What the person did last; its reference changes with each deed. */
  readonly did = createStore<Practised | null>(null)
  readonly #desk: LinkedBridge
  readonly #now: () => number
  readonly #held: Held[]
  readonly #views = new Map<number, readonly number[]>()
  readonly #listeners = new Map<EventName, Set<(payload: never) => void>>()
  #made = 0

  constructor(desk: LinkedBridge, items: readonly PracticeItem[], now: () => number = () => Date.now()) {
    this.#desk = desk
    this.#now = now
    this.#held = items.map((sample, n) => this.#make(sample, n))
  }

  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<BridgeAnswer<N>> {
    if ((throughToDesk as readonly CallName[]).includes(name)) return this.#desk.call(name, input)
    const handler = this.#handlers[name] as ((input: CallInput<N>) => CallOutput<N> | BridgeError) | undefined
    const answer = handler ? handler(input) : refusal
    return isError(answer) ? { ok: false, error: answer } : { ok: true, value: answer }
  }

  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
    const set = this.#listeners.get(name) ?? new Set()
    set.add(listener)
    this.#listeners.set(name, set)
    return () => void set.delete(listener)
  }

  onLink(listener: (link: CoreLink) => void): () => void {
    return this.#desk.onLink(listener)
  }

  #changed(held: Held): void {
    const listeners = this.#listeners.get('items.changed') as Set<(payload: EventPayload<'items.changed'>) => void> | undefined
    for (const listener of listeners ?? []) listener({ items: [held.item.id] })
  }

  readonly #handlers: Handlers = {
    'queue.open': ({ filter }) => {
      if (filter.text) this.did.set({ kind: 'searched' })
      const order = this.#rank(filter)
      const view = this.#views.size + 1
      this.#views.set(view, order)
      const counts = Object.fromEntries(levels.map((level) => [level, order.filter((n) => this.#held[n]?.sample.level === level).length])) as CallOutput<'queue.open'>['counts']
      return { view, total: order.length, counts, outside: { crisis: 0, red: 0 }, topics: [...new Set(this.#held.map((held) => held.sample.topic))] }
    },
    'queue.rows': ({ view, start, count }) => ({ rows: (this.#views.get(view) ?? []).slice(start, start + count).flatMap((n) => this.#row(n)) }),
    'queue.arrivals': () => ({ count: 0, top: null }),
    'item.open': ({ item }) => this.#with(item, (held) => this.#view(held)),
    'item.claim': ({ item }) =>
      this.#with(item, (held) => {
        held.lease = { who: 'mine', name: 'You', until: this.#later(leaseMs) }
        this.#changed(held)
        return { kind: 'granted', until: held.lease.until }
      }),
    'item.release': ({ item }) =>
      this.#with(item, (held) => {
        held.lease = null
        this.#changed(held)
        return { ok: true }
      }),
    'item.similar': () => ({ similar: [] }),
    'item.saveDraft': ({ item, draft }) =>
      this.#with(item, (held) => {
        held.draft = draft
        return { ok: true }
      }),
    'decision.make': ({ item, action }) =>
      this.#with(item, (held) => {
        const decision = uuid(5, ++this.#made) as DecisionId
        held.pending = { decision, verdict: action.verdict, undoUntil: this.#later(undoMs) }
        held.lease = null
        this.did.set({ kind: 'decided', index: this.#held.indexOf(held), action: action as Action })
        this.#changed(held)
        return { decision, undoUntil: this.#later(undoMs) }
      }),
    'decision.undo': ({ decision }) => {
      const held = this.#held.find((each) => each.pending?.decision === decision)
      if (!held) return { code: 'not-found', message: 'There is nothing to take back here.' }
      held.pending = null
      this.did.set({ kind: 'undone', index: this.#held.indexOf(held) })
      this.#changed(held)
      return { items: [held.item.id] }
    },
    'outbox.list': () => ({ entries: [] }),
    'outcomes.list': () => ({ outcomes: [] }),
  }

  #with<T>(item: string, work: (held: Held) => T): T | BridgeError {
    const held = this.#held.find((each) => each.item.id === item)
    return held ? work(held) : { code: 'not-found', message: 'There is no such item in this practice.' }
  }

  #rank(filter: Partial<QueueFilter>): number[] {
    const text = filter.text?.toLowerCase()
    const show = filter.show ?? 'open'
    return this.#held.flatMap((held, n) => {
      const { sample } = held
      const shown = show === 'mine' ? held.lease?.who === 'mine' : show === 'decided' ? held.pending !== null : show === 'open' && held.pending === null
      const wanted = (!filter.level || filter.level === sample.level) && (!filter.topic || filter.topic === sample.topic)
      return shown && wanted && (!text || `${sample.title ?? ''} ${sample.text}`.toLowerCase().includes(text)) ? [n] : []
    })
  }

  #row(n: number): QueueRow[] {
    const held = this.#held[n]
    if (!held) return []
    const { item, score, lease, pending } = held
    return [{ id: item.id, level: score.level, abstained: score.abstained, kind: item.kind, topic: item.post.topic.name, themes: score.categories, preview: item.post.text.slice(0, 160), author: item.author.pseudonym, queuedAt: item.queuedAt, dueAt: due(held), status: item.status, lease, pending, watched: false }]
  }

  #view(held: Held): ItemView {
    const { item, score, draft, lease, pending } = held
    return { item, score, dueAt: due(held), lease, pending, allowed: pending ? [] : item.allowed, thread: [], history: [], draft }
  }

  #later(ms: number): string {
    return new Date(this.#now() + ms).toISOString()
  }

  #make(sample: PracticeItem, n: number): Held {
    const at = this.#later(-(n + 1) * 60_000)
    const span = (words: string) => ({ start: sample.text.indexOf(words), end: sample.text.indexOf(words) + words.length })
    const found = sample.marks ?? []
    const categories = [...new Set(found.filter(([, , weight]) => weight > 0).map(([, category]) => category))].filter((each): each is Category => each !== 'protective')
    const item: ReviewItem = {
      id: uuid(1, n) as ItemId,
      version: 1,
      kind: 'content',
      status: 'open',
      post: { id: uuid(2, n) as PostId, kind: 'post', thread: uuid(2, n) as PostId, topic: { id: uuid(3, n) as TopicId, name: sample.topic }, title: sample.title, intent: null, text: sample.text, revision: 1, state: 'reading', at },
      author: { id: uuid(4, n) as MemberId, pseudonym: sample.author, since: this.#later(-90 * 86_400_000), country: 'GB', partner: null },
      queuedAt: at,
      intake: { level: sample.level, packVersion: 'practice' },
      audience: 'guide',
      origin: null,
      about: null,
      assignee: null,
      acceptedAt: null,
      widensAt: null,
      lease: null,
      decision: null,
      allowed: guideMay as Verdict[],
      watched: false,
    }
    const score: RiskScore = {
      level: sample.level,
      p: { flag: 0, urgent: 0, crisis: 0 },
      categories: [...categories, ...(sample.details ? (['pii'] as const) : [])],
      spans: found.map(([words, category, weight, reason]) => ({ ...span(words), category, weight, reason })),
      pii: (sample.details ?? []).map(([words, type]) => ({ ...span(words), type })),
      abstained: sample.unsure !== undefined,
      abstainReason: sample.unsure ?? '',
      packVersion: 'practice',
    }
    return { sample, item, score, draft: '', lease: null, pending: null }
  }
}

const due = (held: Held): string => new Date(Date.parse(held.item.queuedAt) + clocks[held.sample.level]).toISOString()

const isError = (answer: unknown): answer is BridgeError => typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer
