/** One clinician's sitting at an open desk: queue, item, composer, claims, undo. Screens read its stores and call its methods. */
import type { BridgeError, ItemView, OutboxEntry, QueueFilter, RecordedOutcome } from '#contract/bridge'
import type { DecisionId, ItemId } from '#contract/ids'
import { noteRequired } from '#contract/policy'
import type { Action, ReasonCode, Verdict } from '#contract/review'
import type { Draft, Made } from '../decide/draft'
import { CareModel, type Sitting } from '../care/care'
import { EpisodesModel } from '../episodes/model'
import { verdictDone, shortName } from '../components/words'
import { Batch } from '../batch/batch'
import { Composer } from '../decide/composer'
import { firstReason, formOf } from '../decide/verdicts'
import { AgreementModel } from '../agreement/model'
import { asksOwnLevel } from '../second-review/asks'
import { ViewCache } from '../item/viewCache'
import { openFilter } from '../queue/filters'
import { QueueModel } from '../queue/queueModel'
import { ScorerModel } from '../scorer/model'
import { ShiftModel } from '../shift/model'
import type { Level } from '#contract/risk'
import type { LinkedBridge } from '../transport/connection'
import { say } from './announce'
import { nav, wish } from './nav'
import { People } from '../people/people'
import { preferences } from './preferences'
import { privacy } from './privacy'
import { afterPaint } from './afterPaint'
import { createStore } from './store'

export type Claim = { item: ItemId; kind: 'granted' | 'held' | 'gone' | 'offline'; by: string | null; until: string | null }
/** A decision of this sitting that can still be taken back. */
export type Undoable = { decision: DecisionId; item: ItemId; verdict: Verdict; undoUntil: string }

export class Workstation {
  readonly queue: QueueModel
  readonly views: ViewCache
  readonly composer: Composer
  readonly care: CareModel
  readonly shift: ShiftModel
  readonly scorer: ScorerModel
  readonly agreement: AgreementModel
  readonly claims = createStore<Claim | null>(null)
  readonly undoable = createStore<readonly Undoable[]>([])
  readonly outcomes = createStore<{ list: readonly RecordedOutcome[] | null; all: boolean; cursor: number; error: BridgeError | null }>({ list: null, all: false, cursor: 0, error: null })
  readonly outbox = createStore<{ list: readonly OutboxEntry[] | null; cursor: number; error: BridgeError | null }>({ list: null, cursor: 0, error: null })
  /** Shown instead of the cursor's item: an item reached from answers or history, outside the view. */
  readonly visiting = createStore<ItemId | null>(null)
  readonly people: People
  readonly episodes: EpisodesModel
  readonly batch: Batch
  readonly bridge: LinkedBridge
  /** The clinician has moved or opened something: from then on nothing jumps. */
  #begun = false
  #prefetching = false
  #wanted: QueueFilter = openFilter
  /** A first sync or a resync is filling the cache. */
  #filling = false
  #arrivalsTimer: ReturnType<typeof setTimeout> | null = null
  #changed = new Set<ItemId>()
  #anyChanged = false

  constructor(bridge: LinkedBridge) {
    this.bridge = bridge
    this.queue = new QueueModel(bridge)
    this.views = new ViewCache((item) => bridge.call('item.open', { item }))
    this.composer = new Composer(bridge)
    this.people = new People(this)
    this.batch = new Batch(this)
    this.episodes = new EpisodesModel(bridge)
    this.care = new CareModel(bridge)
    this.shift = new ShiftModel(bridge)
    this.scorer = new ScorerModel(bridge)
    this.agreement = new AgreementModel(bridge)
    this.queue.passOver = (row) => this.care.passesOver(row)
  }

  start(): () => void {
    const stops = [
      this.people.start(),
      this.episodes.start(),
      this.bridge.on('items.changed', ({ items }) => this.#note(items)),
      this.bridge.on('outcome', (outcome) => this.#met(outcome)),
      this.bridge.on('sync.status', ({ progress }) => this.#filled(progress !== null)),
    ]
    void this.queue.open(openFilter).then(() => this.#prefetch())
    void this.loadOutbox()
    return () => {
      stops.forEach((stop) => stop())
      if (this.#arrivalsTimer) clearTimeout(this.#arrivalsTimer)
    }
  }

  /** The item that the item pane shows. */
  get shown(): ItemId | null {
    return this.visiting.get() ?? this.queue.current?.id ?? null
  }

  get shownView(): ItemView | null {
    const item = this.shown
    return item ? (this.views.get(item)?.view ?? null) : null
  }

  // ── moving ──────────────────────────────────────────────────────────────────────────────────────────────────────────
  move(by: 1 | -1): void {
    if (by > 0 && this.care.pausing) return void this.gentler()
    if (this.visiting.get()) {
      this.visiting.set(null)
      return wish('heading')
    }
    const { cursor } = this.queue.state.get()
    const next = this.queue.step(cursor, by)
    if (next === null && this.queue.step(cursor, by, false, true) !== null) return say('Further on is only what you have left to colleagues.')
    if (next === null) return say(by > 0 ? 'This is the last open item.' : 'This is the first open item.', { quiet: true })
    this.goTo(next)
  }

  goTo(index: number): void {
    this.#begun = true
    const before = this.queue.current?.id
    this.visiting.set(null)
    this.queue.moveTo(index)
    const now = this.queue.current?.id
    if (before && before !== now) this.#leave(before)
    this.#prefetch()
  }

  /** Enter: read it and claim it. */
  open(): void {
    this.#begun = true
    if (!this.#uncover()) return
    void this.claim()
  }

  peek(): void {
    this.#begun = true
    this.#uncover()
  }

  closeItem(): void {
    if (this.visiting.get()) this.visiting.set(null)
    else nav.patch({ reading: false, uncovered: null })
    wish('list')
  }

  /** Reads an item where it stands in the list, or beside the list when it is not in it. */
  show(item: ItemId): void {
    const place = this.queue.place(item)
    if (place === undefined) return this.visit(item)
    this.goTo(place)
    this.peek()
  }

  visit(item: ItemId): void {
    nav.patch({ screen: 'queue', reading: true, uncovered: item })
    this.visiting.set(item)
    this.views.want(item)
    wish('heading')
  }

  /** Whether the text of an item may be on screen now. */
  isOpenToRead(item: ItemId, level: string): boolean {
    const { reading, uncovered } = nav.get()
    if (!reading) return false
    if (uncovered !== item && this.#leftOut(item)) return false
    return !preferences.get().cover || uncovered === item || (level !== 'crisis' && level !== 'red')
  }

  #leftOut(item: ItemId): boolean {
    const view = this.views.get(item)?.view
    const row = this.queue.row(this.queue.place(item) ?? -1)
    return view ? this.care.coversView(view) : row !== undefined && this.care.leftOut(row)
  }

  /** In a protected pause the core chooses: green, free, and nothing that this person leaves to colleagues. */
  async gentler(): Promise<void> {
    const before = this.shown
    const next = await this.care.gentle(before)
    if (next === null || this.shown !== before) return
    const place = this.queue.place(next)
    if (before) this.#leave(before)
    if (place === undefined) this.visit(next)
    else this.goTo(place)
  }

  /** For care: what is read now, and how to lay it down for a break. */
  get sitting(): Sitting {
    return {
      readNow: () => {
        const item = this.shown
        const level = this.shownView?.score.level ?? this.queue.current?.level ?? 'crisis'
        return nav.get().screen === 'queue' && !privacy.get() && item && this.isOpenToRead(item, level) ? item : null
      },
      writing: () => this.composer.state.get() !== null,
      rest: () => {
        if (this.shown) this.#leave(this.shown)
      },
      watched: [nav, privacy, this.visiting, this.queue.state, this.composer.state, preferences],
    }
  }

  async takeIn(): Promise<void> {
    const keep = nav.get().reading ? (this.queue.current?.id ?? null) : null
    // By what was asked for last, even if that list is not there yet.
    await this.queue.open(this.#wanted, keep)
    this.#prefetch()
    say('The queue is up to date.', { quiet: true })
  }

  /** The filter that was asked for last, whether or not its list is there yet. */
  get wanted(): QueueFilter {
    return this.#wanted
  }

  /** Changes parts of the filter that was asked for last, whether or not its list is there yet. */
  narrow(part: Partial<QueueFilter>): void {
    void this.filter({ ...this.#wanted, ...part })
  }

  async filter(filter: QueueFilter): Promise<void> {
    this.#wanted = filter
    this.visiting.set(null)
    await this.queue.open(filter)
    const { error } = this.queue.state.get()
    if (error) {
      this.#wanted = this.queue.state.get().filter
      return say(error.message, { tone: 'attention' })
    }
    if (this.#wanted !== filter) return
    // What is chosen is always in the list that is on screen.
    this.batch.clear()
    this.#prefetch()
    say(`${this.queue.state.get().total} items.`, { quiet: true })
  }

  // ── claims ──────────────────────────────────────────────────────────────────────────────────────────────────────────
  /** Takes or renews the lease on the shown item. Reading and writing go on whatever the answer. */
  async claim(): Promise<Claim['kind'] | null> {
    const item = this.shown
    const view = this.shownView
    if (!item || (view && (view.item.status !== 'open' || view.allowed.length === 0 || view.lease?.who === 'other'))) return null
    const answer = await this.bridge.call('item.claim', { item })
    if (!answer.ok) {
      say(answer.error.message, { tone: 'attention' })
      return null
    }
    const { kind, by, until } = answer.value
    this.claims.set({ item, kind, by: by ?? null, until: until ?? null })
    this.views.invalidate([item])
    if (kind === 'held') say(`${by ?? 'A colleague'} has this item. You can read it; a decision would meet theirs.`, { tone: 'attention' })
    if (kind === 'gone') say('This item is no longer open.', { tone: 'attention' })
    if (kind === 'offline') say('Claimed on this desk only while offline. Work goes on.')
    return kind
  }

  /** Keeps the lease while writing, once less than half of it is left. */
  renewIfNeeded(now: number): void {
    const claim = this.claims.get()
    const writing = this.composer.state.get()
    if (!claim?.until || claim.kind !== 'granted' || writing?.item !== claim.item) return
    if (Date.parse(claim.until) - now < 5 * 60_000) void this.claim()
  }

  /** The level of a second reader, before the score is shown. */
  async chooseLevel(level: Level): Promise<void> {
    const view = this.shownView
    if (!view || !asksOwnLevel(view)) return say('This item does not ask for a level of your own.')
    if (!this.isOpenToRead(view.item.id, view.score.level)) return say('Open the item first: Enter, or o to read without claiming.')
    const answer = await this.bridge.call('item.chooseLevel', { item: view.item.id, level })
    if (!answer.ok) return say(answer.error.message, { tone: 'attention' })
    this.views.invalidate([view.item.id])
    say(`Your level: ${answer.value.level}. The scorer’s is shown now.`, { quiet: true })
  }

  async release(): Promise<void> {
    const item = this.shown
    if (!item || this.shownView?.lease?.who !== 'mine') return
    const answer = await this.bridge.call('item.release', { item })
    this.claims.set(null)
    this.views.invalidate([item])
    say(answer.ok ? 'Given back. Your draft stays on this desk.' : answer.error.message)
  }

  // ── deciding ────────────────────────────────────────────────────────────────────────────────────────────────────────
  canDecide(verdict: Verdict): boolean {
    const view = this.shownView
    return !!view && view.allowed.includes(verdict) && this.isOpenToRead(view.item.id, view.score.level)
  }

  /** A key of the ladder: decides at once when it needs nothing, else opens the composer. */
  begin(verdict: Verdict, start: Partial<Draft> = {}): void {
    const view = this.shownView
    if (this.batch.takes(verdict)) return void this.batch.begin(verdict)
    if (!view) return
    if (!this.isOpenToRead(view.item.id, view.score.level)) return say('Open the item first: Enter, or o to read without claiming.')
    if (asksOwnLevel(view)) return say('Choose your own level first: w, then c, r, a or g. The scorer’s is shown after that.')
    if (!view.allowed.includes(verdict)) {
      return say(view.pending ? 'You have decided this item. Press u to take that back.' : `“${formOf(verdict).title}” is not open to you on this item.`)
    }
    if (formOf(verdict).needs === 'nothing' && !noteRequired(verdict, view.item.intake.level)) {
      void this.#decide(view, { action: { verdict } as Action, note: '' }, firstReason(verdict, view.score))
      return
    }
    this.composer.open(view, verdict, start)
    wish('composer')
    void this.claim()
  }

  /** Opens the composer for an action that would otherwise be done at once: whoever wants to say more, or name somebody. */
  write(verdict: Verdict): void {
    const view = this.shownView
    if (!view || !this.canDecide(verdict)) return say(`“${formOf(verdict).title}” is not open to you on this item.`)
    this.composer.open(view, verdict)
    wish('composer')
  }

  async send(): Promise<void> {
    const view = this.shownView
    const composing = this.composer.state.get()
    if (!view || !composing || composing.item !== view.item.id) return
    const ready = this.composer.ready(view)
    if (!ready) return wish('composer')
    await this.#decide(view, ready.made, ready.draft.reason)
  }

  async #decide(view: ItemView, { action, note, clinical, promise }: Made, reason: ReasonCode): Promise<void> {
    const item = view.item.id
    const writing = this.composer.state.get()
    const before = { cursor: this.queue.state.get().cursor, visiting: this.visiting.get() }
    const waiting = { decision: item as string as DecisionId, verdict: action.verdict, undoUntil: null }
    this.queue.amend(item, (row) => ({ ...row, pending: waiting }))
    this.views.amend(item, (v) => ({ ...v, pending: waiting, allowed: [] }))
    this.composer.sent()
    this.#advance()
    const answer = await this.bridge.call('decision.make', { item, itemVersion: view.item.version, action, reason, note, clinical, promise })
    if (!answer.ok) {
      this.queue.amend(item, (row) => ({ ...row, pending: null }))
      this.views.amend(item, (v) => ({ ...v, pending: view.pending, allowed: view.allowed }))
      this.views.invalidate([item])
      this.queue.refresh([item])
      this.visiting.set(before.visiting)
      this.queue.moveTo(before.cursor)
      if (writing) this.composer.state.set({ ...writing, sending: false })
      return say(answer.error.message, { tone: 'attention' })
    }
    const { decision, undoUntil } = answer.value
    this.decided([{ decision, item, verdict: action.verdict, undoUntil }])
    say(`${verdictDone[action.verdict]}. Saved on this desk. Press u to undo.`, { quiet: true })
  }

  /** Decisions that the core keeps: what is on screen shows them, and one key takes them back. */
  decided(made: readonly Undoable[]): void {
    for (const { item, decision, verdict, undoUntil } of made) {
      const pending = { decision, verdict, undoUntil }
      this.queue.amend(item, (row) => ({ ...row, pending }))
      this.views.amend(item, (v) => ({ ...v, pending, allowed: [] }))
      if (this.claims.get()?.item === item) this.claims.set(null)
    }
    this.undoable.set([...this.undoable.get().filter((u) => Date.parse(u.undoUntil) > Date.now()), ...made])
    void this.loadOutbox()
  }

  /** The next open item is already there, its heading focused. */
  #advance(): void {
    if (this.care.pausing) void this.gentler()
    const visiting = this.visiting.get() !== null
    this.visiting.set(null)
    if (!visiting) {
      const { cursor } = this.queue.state.get()
      const next = this.queue.step(cursor, 1, true) ?? this.queue.step(cursor, -1, true)
      if (next !== null) this.queue.moveTo(next)
    }
    this.#prefetch()
    wish('heading')
  }

  async undo(): Promise<void> {
    const now = Date.now()
    const held = this.undoable.get().filter((u) => Date.parse(u.undoUntil) > now)
    const last = held.at(-1)
    if (!last) return say('Nothing left to undo here: what was decided has gone out. A new decision can change it.')
    const answer = await this.bridge.call('decision.undo', { decision: last.decision })
    this.undoable.set(held.filter((u) => u.decision !== last.decision))
    if (!answer.ok) return say(answer.error.message, { tone: 'attention' })
    const { items } = answer.value
    for (const item of items) this.queue.amend(item, (row) => ({ ...row, pending: null }))
    this.views.invalidate(items)
    this.queue.refresh(items)
    this.undoable.set(this.undoable.get().filter((u) => !items.includes(u.item)))
    const place = this.queue.place(last.item)
    if (place !== undefined) this.goTo(place)
    nav.patch({ screen: 'queue', reading: true, uncovered: last.item })
    wish('heading')
    say(`Taken back: ${verdictDone[last.verdict].toLowerCase()}${items.length > 1 ? ` on ${items.length} items` : ''}. Nothing went out, and your words are kept.`)
    void this.loadOutbox()
  }

  // ── answers and outbox ──────────────────────────────────────────────────────────────────────────────────────────────
  async loadOutcomes(all = this.outcomes.get().all): Promise<void> {
    const answer = await this.bridge.call('outcomes.list', { onlyUnacknowledged: !all })
    if (!answer.ok) return this.outcomes.patch({ error: answer.error })
    const list = answer.value.outcomes
    const cursor = Math.max(0, Math.min(this.outcomes.get().cursor, list.length - 1))
    this.outcomes.set({ list, all, cursor, error: null })
  }

  async acknowledge(outcome: RecordedOutcome): Promise<void> {
    if (outcome.acknowledgedAt || !outcome.needsAttention) return
    const answer = await this.bridge.call('outcomes.acknowledge', { decision: outcome.decision.id })
    if (!answer.ok) return say(answer.error.message, { tone: 'attention' })
    await this.loadOutcomes()
    say('Marked as seen. It stays in the record.', { quiet: true })
  }

  async loadOutbox(): Promise<void> {
    const answer = await this.bridge.call('outbox.list', {})
    if (!answer.ok) return this.outbox.patch({ error: answer.error })
    const list = answer.value.entries
    this.outbox.set({ list, cursor: Math.max(0, Math.min(this.outbox.get().cursor, list.length - 1)), error: null })
    const known = new Set(this.undoable.get().map((u) => u.decision))
    const found = list.filter((e) => e.state === 'held' && e.undoUntil !== null && !known.has(e.decision.id))
    if (found.length === 0) return
    const more = found.map((e) => ({ decision: e.decision.id, item: e.decision.item, verdict: e.decision.action.verdict, undoUntil: e.undoUntil ?? '' }))
    this.undoable.set([...this.undoable.get(), ...more].sort((a, b) => a.undoUntil.localeCompare(b.undoUntil)))
  }

  // ── what the core tells ─────────────────────────────────────────────────────────────────────────────────────────────
  /** Changes come in bursts: gather them for a moment, then refetch once what is on screen. */
  #note(items: readonly ItemId[]): void {
    if (items.length === 0) this.#anyChanged = true
    for (const item of items) this.#changed.add(item)
    this.#arrivalsTimer ??= setTimeout(() => {
      this.#arrivalsTimer = null
      const changed = this.#anyChanged ? [] : [...this.#changed]
      this.#changed = new Set()
      this.#anyChanged = false
      this.views.invalidate(changed)
      if (this.queue.state.get().total === 0 && this.composer.state.get() === null) void this.takeIn()
      else {
        this.queue.refresh(changed)
        void this.queue.countArrivals()
      }
      if (nav.get().screen === 'outbox') void this.loadOutbox()
    }, 60)
  }

  /** The end of a first sync shows the whole queue, ranked, to a clinician who has not begun yet. */
  #filled(filling: boolean): void {
    if (this.#filling && !filling && !this.#begun) void this.takeIn()
    this.#filling = filling
  }

  #met(outcome: RecordedOutcome): void {
    const { item, id } = outcome.decision
    this.undoable.set(this.undoable.get().filter((u) => u.decision !== id))
    this.queue.refresh([item])
    this.views.invalidate([item])
    void this.loadOutbox()
    if (nav.get().screen === 'answers') void this.loadOutcomes()
    if (outcome.outcome.kind === 'applied') {
      this.composer.forget(item)
      return
    }
    if (!outcome.needsAttention) return
    const by = outcome.outcome.kind === 'superseded' ? ` ${shortName(outcome.outcome.by)} decided first; yours is kept as a second opinion.` : ''
    say(`An answer needs your eye.${by} g a shows it.`, { tone: 'attention' })
  }

  #uncover(): boolean {
    const item = this.shown
    if (!item) return false
    nav.patch({ reading: true, uncovered: item })
    this.views.want(item)
    wish('heading')
    return true
  }

  /** Leaving a claimed item without having written anything gives it back. */
  #leave(item: ItemId): void {
    if (this.composer.state.get()) this.composer.close()
    const claim = this.claims.get()
    if (claim?.item !== item) return
    this.claims.set(null)
    const view = this.views.get(item)?.view
    if (claim.kind === 'granted' && !view?.pending && !this.composer.hasDraft(item, view?.draft ?? '')) void this.bridge.call('item.release', { item })
  }

  /** The shown item at once; its neighbours in both directions when it has been painted. */
  #prefetch(): void {
    const { cursor } = this.queue.state.get()
    const want = (at: number | null) => {
      const row = at === null ? undefined : this.queue.row(at)
      if (row) this.views.want(row.id)
    }
    want(cursor)
    if (this.#prefetching) return
    this.#prefetching = true
    afterPaint(() => {
      this.#prefetching = false
      const now = this.queue.state.get().cursor
      for (const at of [this.queue.step(now, 1), now + 1, now + 2, this.queue.step(now, -1)]) want(at)
    })
  }
}
