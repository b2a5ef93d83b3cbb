/** A typed double of the bridge with synthetic, gentle data: for tests of the models and for looking at the screens. */
import { bridgeCalls, type BridgeAnswer, type CallInput, type CallName, type CallOutput, type DeskState, type EventName, type EventPayload, type ItemView, type OutboxEntry, type Profile, type QueueFilter, type QueueRow, type RecordedOutcome, type SyncStatus, type VaultFailure } from '#contract/bridge'
import demoDirectory from '#resources/directory/demo.json'
import { Directory, findServices, openNow, servicesNear } from '#contract/directory'
import type { DecisionId, ItemId, MemberId, PostId, StaffId, TopicId } from '#contract/ids'
import { Action, clockOf, type Decision, type ReviewItem, type Verdict } from '#contract/review'
import { levels, type EvidenceSpan, type Level, type PiiSpan } from '#contract/risk'
import type { Staff } from '#contract/staff'
import type { CoreLink, LinkedBridge } from '../../../../src/renderer/transport/connection'
import { authors, texts, topics } from './texts'

export type FakeOptions = {
  count?: number
  phase?: DeskState['phase']
  profiles?: number
  failure?: VaultFailure | null
  network?: SyncStatus['network']
  needs?: SyncStatus['needs']
  progress?: SyncStatus['progress']
  delayMs?: number
  now?: () => number
  role?: Staff['role']
}

const uuid = (kind: number, n: number) => `0198${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
export const itemId = (n: number) => uuid(1, n) as ItemId

const guideVerdicts: Verdict[] = ['no_action', 'support_reply', 'message', 'signpost', 'content_note', 'redact', 'hide', 'watch', 'ask_lead', 'propose_removal', 'propose_restriction', 'escalate', 'hand_on']

type Stored = { item: ReviewItem; score: ItemView['score']; draft: string; pending: QueueRow['pending']; lease: QueueRow['lease'] }

const directory = Directory.parse(demoDirectory).services

export class FakeBridge implements LinkedBridge {
  readonly calls: { name: CallName; input: unknown }[] = []
  readonly items: Stored[] = []
  state: DeskState
  sync: SyncStatus
  outbox: OutboxEntry[] = []
  outcomes: RecordedOutcome[] = []
  /** Answers waiting here instead of being computed: to fail a call on purpose. */
  readonly failNext = new Map<CallName, BridgeAnswer<CallName>>()
  readonly #views = new Map<number, number[]>()
  readonly #listeners = new Map<EventName, Set<(payload: unknown) => void>>()
  readonly #links = new Set<(link: CoreLink) => void>()
  readonly #now: () => number
  readonly #delay: number
  #view = 0
  #decision = 0

  constructor(options: FakeOptions = {}) {
    this.#now = options.now ?? (() => Date.now())
    this.#delay = options.delayMs ?? 0
    const staff: Staff = { id: uuid(9, 1) as StaffId, username: 'robin', pseudonym: 'Wall Guide Robin', role: options.role ?? 'guide', registration: { body: 'Demo register', number: 'DEMO-0001', expires: '2028-03-31' } }
    const profiles: Profile[] = [
      { id: 'p1', username: 'robin', pseudonym: 'Wall Guide Robin', apiUrl: 'http://127.0.0.1:4180', lastUsed: this.#ago(25) },
      { id: 'p2', username: 'alex', pseudonym: 'Lead Guide Alex', apiUrl: 'http://127.0.0.1:4180', lastUsed: this.#ago(60 * 26) },
    ].slice(0, options.profiles ?? 2)
    const phase = options.phase ?? 'open'
    const failure = options.failure ? { code: options.failure, message: '', retryAfterMs: options.failure === 'too-many-tries' ? 42_000 : undefined } : null
    this.state = { phase, profiles, profile: phase === 'signed-out' || phase === 'new-device' ? null : (profiles[0] ?? null), staff: phase === 'new-device' || phase === 'open' ? staff : null, keychain: 'none', failure }
    this.sync = { network: options.network ?? 'online', needs: options.needs ?? 'nothing', lastSyncedAt: options.progress ? null : this.#ago(0.1), pending: 0, conflicts: 0, progress: options.progress ?? null, offlineUntil: null, problem: null }
    for (let n = 0; n < (options.count ?? 140); n++) this.items.push(this.#make(n))
  }

  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
    const set = this.#listeners.get(name) ?? new Set()
    set.add(listener as (payload: unknown) => void)
    this.#listeners.set(name, set)
    return () => void set.delete(listener as (payload: unknown) => void)
  }

  onLink(listener: (link: CoreLink) => void): () => void {
    this.#links.add(listener)
    return () => void this.#links.delete(listener)
  }

  emit<N extends EventName>(name: N, payload: EventPayload<N>): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload)
  }

  setLink(link: CoreLink): void {
    for (const listener of this.#links) listener(link)
  }

  answers: { [N in CallName]?: (input: CallInput<N>) => BridgeAnswer<N> } = {}

  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<BridgeAnswer<N>> {
    this.calls.push({ name, input })
    const parsed = bridgeCalls[name].input.parse(input) as never
    if (this.#delay) await new Promise((resolve) => setTimeout(resolve, this.#delay))
    const planned = this.failNext.get(name)
    if (planned) {
      this.failNext.delete(name)
      return planned as BridgeAnswer<N>
    }
    const handler = (this.answers[name] ?? this.#handlers[name]) as ((input: never) => BridgeAnswer<N>) | undefined
    return handler ? handler(parsed) : { ok: false, error: { code: 'internal', message: `The bridge of this test does not know ${name}.` } }
  }

  /** A new item at the head, as if it had just been posted. */
  arrive(count: number): void {
    for (let i = 0; i < count; i++) this.items.push(this.#make(this.items.length, 'red'))
    this.emit('items.changed', { items: this.items.slice(-count).map((s) => s.item.id) })
  }

  /** A colleague decides an item. */
  decideElsewhere(n: number, verdict: Verdict, name = 'Wall Guide Sam'): void {
    const stored = this.items[n]
    if (!stored) return
    stored.item = { ...stored.item, status: 'decided', version: stored.item.version + 1, decision: { id: uuid(5, 900 + n) as DecisionId, verdict, reason: 'support', by: uuid(9, 2) as StaffId, name, at: this.#ago(0), note: '' } }
    this.emit('items.changed', { items: [stored.item.id] })
  }

  lease(n: number, who: 'mine' | 'other', minutes: number): void {
    const stored = this.items[n]
    if (stored) stored.lease = { who, name: who === 'mine' ? 'Wall Guide Robin' : 'Wall Guide Sam', until: this.#ago(-minutes) }
  }

  addOutcome(n: number, kind: 'superseded' | 'stale' | 'lease_lost' | 'rejected'): void {
    const item = this.items[n]?.item
    if (!item) return
    const decision: Decision = { id: uuid(5, 500 + n) as DecisionId, item: item.id, itemVersion: item.version, action: kind === 'stale' ? { verdict: 'support_reply', body: 'Thank you for writing this down. It sounds like a long week, and you kept going.' } : { verdict: 'escalate' }, reason: 'risk-to-self', note: 'Second post in a day.', policyVersion: '2026.11', scoreVersion: 'demo', decidedAt: this.#ago(14) }
    const outcome = {
      superseded: { kind: 'superseded' as const, by: 'Wall Guide Sam', verdict: 'message' as const, at: this.#ago(15) },
      stale: { kind: 'stale' as const, version: item.version + 1 },
      lease_lost: { kind: 'lease_lost' as const, holder: 'Wall Guide Sam', until: this.#ago(-6) },
      rejected: { kind: 'rejected' as const, code: 'registration_expired' as const, why: 'Your registration ended on 20 November 2026. The decision is kept.' },
    }[kind]
    this.outcomes.push({ decision, outcome, at: this.#ago(12), needsAttention: true, acknowledgedAt: null, item })
    this.sync = { ...this.sync, conflicts: this.outcomes.filter((o) => !o.acknowledgedAt).length }
  }

  #ago(minutes: number): string {
    return new Date(this.#now() - minutes * 60_000).toISOString()
  }

  #make(n: number, fixed?: Level): Stored {
    const sample = texts[n % texts.length]!
    const level = fixed ?? sample.level
    const topic = topics[n % topics.length]!
    const spread = { crisis: 2, red: 9, amber: 75, green: 420 }[level]
    const queuedAt = this.#ago(fixed ? 0 : 1 + ((n * 7) % 11) * (spread / 4))
    const spans: EvidenceSpan[] = sample.spans.flatMap(([words, category, weight, reason]) => {
      const start = sample.text.indexOf(words)
      return start < 0 ? [] : [{ start, end: start + words.length, category, weight, reason }]
    })
    const pii: PiiSpan[] = (sample.pii ?? []).map(([words, type]) => ({ start: sample.text.indexOf(words), end: sample.text.indexOf(words) + words.length, type }))
    const id = itemId(n)
    const post = uuid(2, n) as PostId
    const item: ReviewItem = {
      id,
      version: 1,
      kind: 'content',
      status: 'open',
      post: { id: post, kind: n % 3 === 1 ? 'comment' : 'post', thread: uuid(2, n - (n % 3)) as PostId, topic: { id: uuid(3, n % topics.length) as TopicId, name: topic }, title: n % 3 === 1 ? null : sample.title, intent: n % 4 === 0 ? 'listen' : null, text: sample.text, revision: 1, state: level === 'crisis' ? 'held' : 'reading', at: queuedAt },
      author: { id: uuid(4, (n * 7 + Math.floor(n / 9)) % authors.length) as MemberId, pseudonym: authors[(n * 7 + Math.floor(n / 9)) % authors.length]!, since: '2026-03-14T09:00:00.000Z', country: 'GB', partner: null },
      queuedAt,
      intake: { level, packVersion: 'demo' },
      audience: 'guide',
      origin: null,
      about: null,
      assignee: null,
      acceptedAt: null,
      widensAt: null,
      lease: null,
      decision: null,
      allowed: guideVerdicts,
      watched: n % 17 === 3,
    }
    const categories = [...new Set(spans.filter((s) => s.weight > 0).map((s) => s.category))].filter((c) => c !== 'protective')
    return {
      item,
      score: { level, p: { flag: 0.8, urgent: 0.4, crisis: 0.1 }, categories: [...categories, ...(pii.length ? (['pii'] as const) : [])], spans, pii, abstained: sample.abstain !== undefined, abstainReason: sample.abstain ?? '', packVersion: 'demo' },
      draft: '',
      pending: null,
      lease: null,
    }
  }

  #due(s: Stored): string {
    return new Date(Date.parse(s.item.queuedAt) + clockOf(s.item.kind, s.score.level)).toISOString()
  }

  #row(s: Stored): QueueRow {
    return { id: s.item.id, level: s.score.level, abstained: s.score.abstained, kind: s.item.kind, topic: s.item.post.topic.name, themes: s.score.categories, preview: s.item.post.text.slice(0, 160), author: s.item.author.pseudonym, queuedAt: s.item.queuedAt, dueAt: this.#due(s), status: s.item.status, lease: s.lease, pending: s.pending, watched: s.item.watched }
  }

  #rank(filter: QueueFilter): number[] {
    const show = filter.show ?? 'open'
    const open = (s: Stored) => s.item.status === 'open' && !s.pending
    return this.items
      .map((s, i) => ({ s, i }))
      .filter(({ s }) => (show === 'open' ? open(s) : show === 'mine' ? s.lease?.who === 'mine' : show === 'watched' ? s.item.watched : s.item.status === 'decided'))
      .filter(({ s }) => (!filter.level || s.score.level === filter.level) && (!filter.topic || s.item.post.topic.name === filter.topic) && (!filter.text || s.item.post.text.toLowerCase().includes(filter.text.toLowerCase())))
      .sort((a, b) => levels.indexOf(a.s.score.level) - levels.indexOf(b.s.score.level) || a.s.item.queuedAt.localeCompare(b.s.item.queuedAt))
      .map(({ i }) => i)
  }

  #at(item: string): Stored | undefined {
    return this.items[Number.parseInt(item.slice(-12), 16)]
  }

  #view_(s: Stored): ItemView {
    const same = this.items.slice(0, 400).filter((o) => o.item.author.id === s.item.author.id && o !== s).slice(0, 8)
    const thread = this.items.slice(0, 400).filter((o) => o.item.post.thread === s.item.post.thread)
    const open = s.item.status === 'open' && !s.pending
    return {
      item: s.item,
      score: s.score,
      dueAt: this.#due(s),
      lease: s.lease,
      pending: s.pending,
      allowed: open ? s.item.allowed : [],
      thread: thread.map((o) => ({ post: o.item.post.id, author: o.item.author.pseudonym, authorIsSubject: o.item.author.id === s.item.author.id, at: o.item.post.at, text: o.item.post.text, title: o.item.post.title, state: o.item.post.state, level: o.score.level, item: o.item.id, current: o === s })),
      history: same.map((o) => ({ item: o.item.id, at: o.item.post.at, topic: o.item.post.topic.name, preview: o.item.post.text.slice(0, 120), level: o.score.level, decision: o.item.decision })),
      draft: s.draft,
    }
  }

  #settle(state: Partial<DeskState>): BridgeAnswer<'desk.state'> {
    this.state = { ...this.state, ...state }
    this.emit('desk.state', this.state)
    return { ok: true, value: this.state }
  }

  #changed(s: Stored): void {
    this.emit('items.changed', { items: [s.item.id] })
    this.sync = { ...this.sync, pending: this.outbox.length }
    this.emit('sync.status', this.sync)
  }

  /** What the screens under test ask for; a test that needs more gives it in `answers`. */
  readonly #handlers: { [N in CallName]?: (input: CallInput<N>) => BridgeAnswer<N> } = {
    'app.info': () => ok({ version: '0.1.0', host: 'loopback', apiUrl: 'http://127.0.0.1:4180', undoMs: 8000 }),
    'desk.state': () => ok(this.state),
    'desk.demoAccounts': () =>
      ok({
        accounts: [
          { role: 'guide', user: 'robin', password: 'demo passphrase', code: '123456', opens: 'desk' },
          { role: 'lead', user: 'alex', password: 'demo passphrase', code: '123456', opens: 'desk' },
          { role: 'senior', user: 'sam', password: 'demo passphrase', code: '123456', opens: 'desk' },
          { role: 'admin', user: 'kim', password: 'demo passphrase', code: '123456', opens: 'none' },
        ],
      }),
    'desk.signIn': ({ username }) =>
      username === 'kim'
        ? { ok: false, error: { code: 'not-clinical', message: 'Administrators do not read members’ posts, so this account has no desk.' } }
        : username === 'robin' || username === 'alex'
          ? (this.#settle({ phase: this.state.phase === 'open' ? 'open' : 'new-device', staff: { id: uuid(9, 1) as StaffId, username, pseudonym: 'Wall Guide Robin', role: 'guide', registration: null } }) as BridgeAnswer<'desk.signIn'>)
          : { ok: false, error: { code: 'sign-in-refused', message: 'Name, passphrase and code do not go together. Nothing was changed; try again with a fresh code.' } },
    'desk.chooseProfile': ({ profile }) => this.#settle(profile ? { phase: 'locked', profile: this.state.profiles.find((p) => p.id === profile) ?? null, failure: null } : { phase: 'signed-out', profile: null, failure: null }),
    'vault.create': () => this.#settle({ phase: 'open', profile: this.state.profiles[0] ?? null }),
    'vault.unlock': ({ passphrase }) => (passphrase === 'wrong' ? { ok: false, error: { code: 'wrong-passphrase', message: '' } } : this.#settle({ phase: 'open', failure: null })),
    'vault.lock': () => this.#settle({ phase: 'locked' }),
    'vault.changePassphrase': () => ok({ ok: true }),
    'vault.rebuild': () => ok({ state: { ...this.state, failure: null }, rescued: 2, setAside: 'cache.damaged-2026-11-23.db' }),
    'sync.status': () => ok(this.sync),
    'sync.now': () => ok(this.sync),
    'sync.approveResync': () => ok({ ...this.sync, needs: 'nothing' }),
    'queue.open': ({ filter }) => {
      const order = this.#rank(filter as QueueFilter)
      this.#views.set(++this.#view, order)
      const counts = Object.fromEntries(levels.map((l) => [l, order.filter((i) => this.items[i]?.score.level === l).length])) as CallOutput<'queue.open'>['counts']
      return ok({ view: this.#view, total: order.length, counts, outside: { crisis: 0, red: 0 }, topics: [...topics] })
    },
    'queue.rows': ({ view, start, count }) => ok({ rows: (this.#views.get(view) ?? []).slice(start, start + count).map((i) => this.#row(this.items[i]!)) }),
    'queue.arrivals': ({ view }) => {
      const known = new Set(this.#views.get(view))
      const fresh = this.#rank({ show: 'open' }).filter((i) => !known.has(i))
      return ok({ count: fresh.length, top: fresh[0] === undefined ? null : (this.items[fresh[0]]?.score.level ?? null) })
    },
    'item.open': ({ item }) => {
      const s = this.#at(item)
      return s ? ok(this.#view_(s)) : { ok: false, error: { code: 'not-found', message: 'This item is not on this desk any more.' } }
    },
    'item.claim': ({ item }) => {
      const s = this.#at(item)
      if (!s) return ok({ kind: 'gone' })
      if (this.sync.network !== 'online') return ok({ kind: 'offline' })
      if (s.lease?.who === 'other') return ok({ kind: 'held', by: s.lease.name, until: s.lease.until })
      s.lease = { who: 'mine', name: 'Wall Guide Robin', until: this.#ago(-10) }
      this.#changed(s)
      return ok({ kind: 'granted', until: s.lease.until })
    },
    'item.release': ({ item }) => {
      const s = this.#at(item)
      if (s) {
        s.lease = null
        this.#changed(s)
      }
      return ok({ ok: true })
    },
    'item.similar': () => ok({ similar: [] }),
    'item.saveDraft': ({ item, draft }) => {
      const s = this.#at(item)
      if (s) s.draft = draft
      return ok({ ok: true })
    },
    'decision.make': ({ item, itemVersion, action, reason, note, clinical, promise }) => {
      const s = this.#at(item)
      if (!s) return { ok: false, error: { code: 'not-found', message: 'This item is not on this desk any more.' } }
      const decision = uuid(5, ++this.#decision) as DecisionId
      const undoUntil = new Date(this.#now() + 8000).toISOString()
      s.pending = { decision, verdict: action.verdict, undoUntil }
      this.outbox.push({ decision: { id: decision, item: item as ItemId, itemVersion, action: Action.parse(action), reason, note: note ?? '', clinical, promise, policyVersion: '2026.11', scoreVersion: 'demo', decidedAt: this.#ago(0) }, state: 'held', attempts: 0, nextAt: null, undoUntil, lastAnswer: null })
      this.#changed(s)
      return ok({ decision, undoUntil })
    },
    'decision.undo': ({ decision }) => {
      const entry = this.outbox.find((e) => e.decision.id === decision)
      const s = entry && this.#at(entry.decision.item)
      if (!s) return { ok: false, error: { code: 'undo-too-late', message: 'It has already gone out. Make a new decision to change it.' } }
      this.outbox = this.outbox.filter((e) => e !== entry)
      s.pending = null
      this.#changed(s)
      return ok({ items: [s.item.id] })
    },
    'directory.find': (query) => ok({ hits: findServices(directory, query, new Date(this.#now())), fetchedAt: this.#ago(5) }),
    'directory.near': ({ country, themes }) => ok({ hits: servicesNear(directory, country, themes, new Date(this.#now())), fetchedAt: this.#ago(5) }),
    'directory.services': ({ ids }) =>
      ok({ hits: directory.filter((s) => ids.includes(s.id)).map((service) => ({ service, opening: openNow(service, new Date(this.#now())), stale: false })), fetchedAt: this.#ago(5) }),
    'outbox.list': () => ok({ entries: this.outbox }),
    'outcomes.list': ({ onlyUnacknowledged }) => ok({ outcomes: this.outcomes.filter((o) => onlyUnacknowledged === false || !o.acknowledgedAt) }),
    'outcomes.acknowledge': ({ decision }) => {
      this.outcomes = this.outcomes.map((o) => (o.decision.id === decision ? { ...o, acknowledgedAt: this.#ago(0) } : o))
      this.sync = { ...this.sync, conflicts: this.outcomes.filter((o) => !o.acknowledgedAt).length }
      this.emit('sync.status', this.sync)
      return ok({ ok: true })
    },
  }
}

function ok<N extends CallName>(value: CallOutput<N>): BridgeAnswer<N> {
  return { ok: true, value }
}
