/** An open desk: cache, queue, sync loop and key of one person. Everything here goes when the desk locks. */
import type { DeskEvent } from './desk'
import type { CallInput, CallOutput, RecordedOutcome, SyncStatus } from '#contract/bridge'
import type { z } from 'zod'
import type { bridgeCalls } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import type { Staff } from '#contract/staff'
import type { Scorer } from '#risk'
import { openCare } from './care/calls'
import type { Care } from './care/care'
import { outboxReads, outboxWrites } from './cache/outbox'
import { outcomeReads, outcomeWrites, type Recorded } from './cache/outcomes'
import type { Cache } from './cache/open'
import { shadowReads, type Gone } from './cache/shadow'
import { draftStore } from './cache/small'
import { instant, type Clock } from './clock'
import { desksCalls } from './desks/calls'
import type { OpenHandlers } from './dispatch'
import { openDirectory } from './directory/directory'
import { Episodes } from './episodes/episodes'
import { DeskError } from './errors'
import { makeBatch, makeDecision, undoDecision, type DecideParts } from './item/decide'
import { gone, openItem } from './item/view'
import { People } from './people/people'
import type { RowContext } from './queue/row'
import { Queue } from './queue/views'
import { openSecondReview, type SecondReview } from './second-review/second-review'
import { storeSession, type Session } from './session'
import { Indexer } from './search/indexer'
import { similarReads } from './search/similar'
import { PackKeeper } from './score/pack-keeper'
import { scorerReads } from './score/report'
import { Rescorer } from './score/rescore'
import { SwappableScorer } from './score/swappable'
import { settingHandlers } from './settings/settings'
import { createApiClient, type ApiClient } from './sync/api-client'
import { SyncEngine } from './sync/engine'
import { OwnLeases } from './sync/leases'
import { SyncLoop } from './sync/loop'
import { syncStore, type SyncStore } from './sync/store'
import { PokeStream } from './sync/stream'
import type { Transport } from './sync/transport'
import { troubleWords } from './sync/words'
import type { Journal } from './vault/journal'
import type { DataKey } from './vault/key'
import type { OfflineLimit } from './vault/offline'

export type OpenedDeps = {
  cache: Cache
  key: DataKey
  journal: Journal
  scorer: Scorer
  /** Public keys of risk packs; those that ship with the program, unless a test brings its own. */
  packKeys: Readonly<Record<string, string>> | undefined
  transport: Transport
  clock: Clock
  random: () => number
  device: string
  /** Where this computer keeps its desks; only shown. */
  dataFolder: string
  undoMs: number
  emit: (event: DeskEvent) => void
  wipe: () => void
  limit: OfflineLimit
  /** Too long without the server: the desk must close. */
  expired: () => void
  failed: (error: unknown) => void
}

type Input<N extends keyof typeof bridgeCalls> = z.output<(typeof bridgeCalls)[N]['input']>

/** Beyond so many, `items.changed` says that many did. */
const mostNamed = 200

/** How long a lock waits for an answer in flight. */
const patienceMs = 2_000

export class OpenedDesk {
  readonly handlers: OpenHandlers
  readonly #deps: OpenedDeps
  readonly #store: SyncStore
  readonly #queue: Queue
  readonly #loop: SyncLoop
  readonly #api: ApiClient
  readonly #leases: OwnLeases
  readonly #decide: DecideParts
  readonly #care: Care
  readonly #people: People
  readonly #episodes: Episodes
  readonly #rescorer: Rescorer
  readonly #second: SecondReview
  readonly #indexer: Indexer
  readonly #similar: ReturnType<typeof similarReads>
  readonly #reads: { shadow: ReturnType<typeof shadowReads>; outcomes: ReturnType<typeof outcomeReads> }
  readonly #drafts: ReturnType<typeof draftStore>
  readonly #acknowledge: ReturnType<typeof outcomeWrites>['acknowledge']
  #session: Session
  #stopWatching: () => void = () => {}

  constructor(deps: OpenedDeps, session: Session) {
    const { cache, clock, random, transport, device } = deps
    const scorer = new SwappableScorer(deps.scorer)
    this.#deps = { ...deps, scorer }
    this.#session = session
    this.#store = syncStore(cache, scorer)
    this.#leases = new OwnLeases(clock)
    const outbox = outboxReads(cache.read)
    this.#reads = { shadow: shadowReads(cache.read), outcomes: outcomeReads(cache.read) }
    this.#drafts = draftStore(cache.write)
    this.#acknowledge = outcomeWrites(cache.write).acknowledge
    this.#queue = new Queue(cache.read, outbox, () => this.#context())
    const { care, calls: careCalls } = openCare({ cache, clock, scorer, context: () => this.#context(), failed: deps.failed })
    this.#care = care
    this.#decide = {
      shadow: this.#reads.shadow,
      outbox: { ...outboxReads(cache.write), ...outboxWrites(cache.write) },
      outcomes: this.#reads.outcomes,
      journal: deps.journal,
      scorer,
      staff: () => this.#session.staff.id,
      undoMs: deps.undoMs,
      journalFailed: deps.failed,
    }
    const credentials = () => ({ token: this.#session.token === '' ? null : this.#session.token, device })
    this.#api = createApiClient(transport, credentials)
    this.#second = openSecondReview({ cache, clock, shadow: this.#reads.shadow, api: () => this.#api, changed: (items) => this.#changed(items) })
    const packs = new PackKeeper({ cache, clock, api: () => this.#api, scorer, swapped: () => this.#rescorer.start(), failed: deps.failed, ...(deps.packKeys && { trusted: deps.packKeys }) })
    const scoring = scorerReads(cache.read, scorer)
    const directory = openDirectory({ cache, clock, api: () => this.#api, failed: deps.failed })
    const engine = new SyncEngine({ store: this.#store, api: this.#api, device, now: () => clock.now(), random })
    const stream = new PokeStream({ transport, credentials, clock, random, onPoke: () => this.#poked(), onLooking: (looking) => this.#people.heard(looking) })
    this.#people = new People({
      api: this.#api,
      cache,
      clock,
      device,
      staff: () => this.#session.staff.id,
      online: () => this.#loop.online,
      granted: (item, until, serverTime) => this.#leases.granted(item, until, serverTime),
      changed: (items) => this.#changed(items),
      emit: (presence) => deps.emit({ name: 'presence', payload: presence }),
    })
    this.#episodes = new Episodes({
      cache,
      clock,
      random,
      device,
      api: () => this.#api,
      staff: () => this.#session.staff,
      online: () => this.#loop.online,
      serverNow: () => this.#context().serverNow,
      item: (id) => this.#reads.shadow.find(id)?.item ?? null,
      changed: (episodes) => {
        deps.emit({ name: 'episodes.changed', payload: { episodes } })
        this.#loop.tell()
      },
      failed: deps.failed,
    })
    this.#loop = new SyncLoop({
      store: this.#store,
      engine,
      stream,
      clock,
      random,
      hasToken: () => this.#session.token !== '',
      alsoPending: () => this.#episodes.pending,
      offlineUntil: () => this.#offlineUntil(),
      events: {
        status: (status) => {
          deps.emit({ name: 'sync.status', payload: status })
          if (status.network !== 'online') return
          directory.online()
          packs.online()
          this.#episodes.wake(true)
        },
        changed: (items, gone) => this.#changed(items, gone),
        outcome: (outcome) => this.#settled(outcome),
        wipe: deps.wipe,
        heard: (maxOfflineHours) => deps.limit.heard(maxOfflineHours),
        failed: deps.failed,
      },
    })
    this.#indexer = new Indexer({ write: cache.write, clock, busy: () => this.#loop.status().progress !== null, failed: deps.failed })
    this.#similar = similarReads(cache.read)
    this.#rescorer = new Rescorer(this.#store, clock, (items) => this.#changed(items), deps.failed)
    storeSession(cache, session)
    deps.journal.rewrite(this.#store.outbox.all().map((row) => row.decision))
    // Each capability answers its own calls.
    this.handlers = {
      ...desksCalls(this.#api),
      ...this.#people.handlers,
      ...careCalls,
      ...directory.calls,
      ...this.#episodes.handlers,
      ...this.#second.calls,
      ...settingHandlers({ cache, packVersion: () => scorer.packVersion, dataFolder: deps.dataFolder }),
      'scorer.report': () => ({ pack: packs.status(), ...scoring.report(this.#context().serverNow) }),
      'scorer.export': ({ withText }) => ({ file: `disagreements-${instant(clock.now()).slice(0, 10)}.jsonl`, ...scoring.exported(withText) }),
      'sync.status': () => this.syncStatus(),
      'sync.now': () => this.syncNow(),
      'sync.approveResync': () => this.approveResync(),
      'queue.open': (input) => this.openQueue(input),
      'queue.facets': () => this.#queue.facets(),
      'queue.next': ({ not }) => ({ next: this.#queue.next(not, this.#care.optOuts) }),
      'queue.rows': (input) => this.rows(input),
      'queue.arrivals': (input) => this.arrivals(input),
      'item.open': (input) => this.openItem(input),
      'item.similar': ({ item }) => ({ similar: this.#similarTo(item) }),
      'item.claim': (input) => this.claim(input),
      'item.release': (input) => this.release(input),
      'item.saveDraft': (input) => this.saveDraft(input),
      'decision.make': (input) => this.decide(input),
      'decision.makeBatch': (input) => this.decideBatch(input),
      'decision.undo': (input) => this.undo(input),
      'outbox.list': () => this.outbox(),
      'outcomes.list': (input) => this.outcomes(input),
      'outcomes.acknowledge': (input) => this.acknowledge(input),
    }
  }

  get staff(): Staff {
    return this.#session.staff
  }

  get token(): string {
    return this.#session.token
  }

  start() {
    this.#loop.start()
    this.#rescorer.start()
    this.#indexer.wake()
    this.#watchLimit()
  }

  #poked() {
    this.#loop.wake()
    this.#episodes.wake()
  }

  #watchLimit() {
    const { clock, limit, expired } = this.#deps
    this.#stopWatching = clock.after(60_000, () => {
      limit.tick()
      if (limit.over()) expired()
      else this.#watchLimit()
    })
  }

  /** To the minute, so that the status does not change with every answer. */
  #offlineUntil(): number | null {
    const left = this.#deps.limit.left()
    return left === null ? null : Math.ceil((this.#deps.clock.now() + left) / 60_000) * 60_000
  }

  /** Nothing new begins; a push in flight may finish, for a moment. Then the handles close and the key is zeroed. */
  async close(): Promise<void> {
    this.#rescorer.stop()
    this.#indexer.stop()
    this.#care.stop()
    let callOff: () => void = () => {}
    const enough = new Promise<void>((resolve) => (callOff = this.#deps.clock.after(patienceMs, resolve)))
    await Promise.race([this.#loop.stop(), enough])
    callOff()
    this.surrender().zero()
  }

  /** Closes at once and hands the key over. What is in flight finds no cache to write to, and goes again another time. */
  surrender(): DataKey {
    this.#rescorer.stop()
    this.#indexer.stop()
    this.#people.stop()
    this.#episodes.stop()
    this.#stopWatching()
    void this.#loop.stop()
    this.#deps.cache.close()
    this.#deps.journal.zero()
    return this.#deps.key
  }

  renew(session: Session) {
    this.#session = session
    storeSession(this.#deps.cache, session)
    this.#loop.signedIn()
  }

  #context(): RowContext {
    const now = this.#deps.clock.now()
    return {
      staff: this.#session.staff.id,
      pseudonym: this.#session.staff.pseudonym,
      now,
      serverNow: now + this.#loop.serverOffset,
      ownLease: (item) => this.#leases.left(item),
    }
  }

  /** Without any: everything may have changed. */
  #changed(items: ItemId[], gone: readonly Gone[] = []) {
    const all = [...items, ...gone.map((row) => row.id as ItemId)]
    this.#queue.changed(items, gone)
    this.#indexer.wake()
    this.#deps.emit({ name: 'items.changed', payload: { items: all.length > mostNamed ? [] : all } })
  }

  #settled(recorded: Recorded) {
    this.#leases.drop(recorded.decision.item)
    if (this.#store.outbox.count() === 0) this.#deps.journal.empty()
    if (recorded.outcome.kind === 'applied') this.#drafts.save(recorded.decision.item, '', this.#deps.clock.now())
    this.#deps.emit({ name: 'outcome', payload: this.#toBridge(recorded) })
    this.#changed([recorded.decision.item])
  }

  #toBridge({ at, acknowledgedAt, ...recorded }: Recorded): RecordedOutcome {
    return {
      ...recorded,
      at: instant(at),
      acknowledgedAt: acknowledgedAt === null ? null : instant(acknowledgedAt),
      item: this.#reads.shadow.find(recorded.decision.item)?.item ?? null,
    }
  }

  syncStatus(): SyncStatus {
    return this.#loop.status()
  }

  /** Sends what is held for undo, too: whoever asks for it does not want to wait. */
  async syncNow(): Promise<SyncStatus> {
    const sent = this.#decide.outbox.releaseAll(this.#deps.clock.now())
    if (sent > 0) this.#changed(this.#decide.outbox.items() as ItemId[])
    await this.#loop.now()
    this.#episodes.wake(true)
    return this.#loop.status()
  }

  approveResync(): SyncStatus {
    this.#loop.approve()
    return this.#loop.status()
  }

  openQueue({ filter }: Input<'queue.open'>): CallOutput<'queue.open'> {
    return this.#queue.open(filter)
  }

  rows({ view, start, count }: Input<'queue.rows'>): CallOutput<'queue.rows'> {
    return { rows: this.#queue.rows(view, start, count) }
  }

  arrivals({ view }: Input<'queue.arrivals'>): CallOutput<'queue.arrivals'> {
    return this.#queue.arrivals(view)
  }

  openItem({ item }: Input<'item.open'>): CallOutput<'item.open'> {
    return this.#second.veil(openItem({ shadow: this.#reads.shadow, outbox: this.#decide.outbox, drafts: this.#drafts, scorer: this.#deps.scorer }, item, this.#context()))
  }

  #similarTo(item: ItemId) {
    const similar = this.#similar(item)
    if (similar === null) throw gone()
    return similar
  }

  async claim({ item }: Input<'item.claim'>): Promise<CallOutput<'item.claim'>> {
    if (!this.#loop.online) return { kind: 'offline' }
    const answer = await this.#api.call('claim', { body: { items: [item], device: this.#deps.device as never } })
    if (!answer.ok) {
      const { trouble } = answer
      this.#loop.wake()
      if (trouble.kind === 'refused') throw new DeskError('not-allowed', troubleWords(trouble))
      return { kind: 'offline' }
    }
    const result = answer.value.results.find((one) => one.id === item)
    if (result === undefined || result.kind === 'gone') {
      this.#leases.drop(item)
      return { kind: 'gone' }
    }
    if (result.kind === 'held') {
      this.#leases.drop(item)
      return { kind: 'held', by: result.by, until: result.until }
    }
    const until = this.#leases.granted(item, result.until, answer.value.serverTime)
    this.#changed([item])
    return { kind: 'granted', until: instant(until) }
  }

  /** Best effort: a lease that cannot be given back ends by itself. */
  async release({ item }: Input<'item.release'>): Promise<CallOutput<'item.release'>> {
    const held = this.#leases.left(item) !== null
    this.#leases.drop(item)
    if (held) this.#changed([item])
    if (this.#loop.online) await this.#api.call('release', { body: { items: [item], device: this.#deps.device as never } })
    return { ok: true }
  }

  saveDraft({ item, draft }: Input<'item.saveDraft'>): CallOutput<'item.saveDraft'> {
    this.#drafts.save(item, draft, this.#deps.clock.now())
    return { ok: true }
  }

  decide(input: Input<'decision.make'>): CallOutput<'decision.make'> {
    // What was kept before the score was shown counts, whatever the window says.
    const { ownLevel: _, ...asked } = input
    const ownLevel = this.#second.levelOf(input.item)
    const made = makeDecision(this.#decide, ownLevel === null ? asked : { ...asked, ownLevel }, this.#deps.clock.now())
    this.#care.decided(input.item, made.decision, input.action.verdict)
    this.#afterOutbox([input.item])
    return made
  }

  decideBatch(input: Input<'decision.makeBatch'>): CallOutput<'decision.makeBatch'> {
    const made = makeBatch(this.#decide, input, this.#deps.clock.now())
    for (const { item, decision } of made.decisions) this.#care.decided(item, decision, input.action.verdict)
    this.#afterOutbox(made.decisions.map(({ item }) => item))
    return made
  }

  undo({ decision }: Input<'decision.undo'>): CallOutput<'decision.undo'> {
    const undone = undoDecision(this.#decide, decision, this.#deps.clock.now())
    for (const one of undone) this.#care.undone(one.decision)
    if (this.#store.outbox.count() === 0) this.#deps.journal.empty()
    const items = undone.map(({ item }) => item)
    this.#afterOutbox(items)
    return { items }
  }

  #afterOutbox(items: ItemId[]) {
    this.#changed(items)
    this.#loop.tell()
    // The loop looks again at what is due next.
    this.#loop.wake('patient')
  }

  outbox(): CallOutput<'outbox.list'> {
    return {
      entries: this.#decide.outbox.all().map((row) => ({
        decision: row.decision,
        state: row.state,
        attempts: row.attempts,
        nextAt: row.state === 'ready' ? instant(row.nextAt) : null,
        undoUntil: row.state === 'held' ? instant(row.undoUntil) : null,
        lastAnswer: row.lastAnswer,
      })),
    }
  }

  outcomes({ onlyUnacknowledged }: Input<'outcomes.list'>): CallOutput<'outcomes.list'> {
    const list = onlyUnacknowledged ? this.#reads.outcomes.unacknowledged() : this.#reads.outcomes.all()
    return { outcomes: list.map((recorded) => this.#toBridge(recorded)) }
  }

  acknowledge({ decision }: CallInput<'outcomes.acknowledge'>): CallOutput<'outcomes.acknowledge'> {
    this.#acknowledge(decision, this.#deps.clock.now())
    this.#loop.tell()
    return { ok: true }
  }
}
