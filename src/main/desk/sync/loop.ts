/** Runs the engine: push before pull, one of each in flight, woken by pokes, by timers, and by decisions that become due. */
import type { SyncStatus } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import type { Recorded } from '../cache/outcomes'
import type { Gone } from '../cache/shadow'
import { instant, type Clock } from '../clock'
import { failureOf, sentenceOf } from '../errors'
import type { Trouble } from './api-client'
import { approveSweep } from './pull'
import { fullJitter } from './backoff'
import type { Greeting, SyncEngine } from './engine'
import type { SyncStore } from './store'
import type { PokeStream } from './stream'
import { faultWords, stoppedWords, troubleWords } from './words'

export type LoopEvents = {
  status(status: SyncStatus): void
  /** Rows of these items changed, and these are gone. */
  changed(items: ItemId[], gone: Gone[]): void
  outcome(outcome: Recorded): void
  /** The server wants this desk wiped. */
  wipe(): void
  /** The server answered this session. `undefined`: it said nothing about the limit. */
  heard(maxOfflineHours: number | null | undefined): void
  /** The cache failed under the engine. */
  failed(error: unknown): void
}

export type LoopDeps = { store: SyncStore; engine: SyncEngine; stream: PokeStream; clock: Clock; random: () => number; events: LoopEvents; hasToken: () => boolean; /** What else waits to leave this desk. */ alsoPending?: () => number; offlineUntil: () => number | null }

/** How long to wait without a poke: with a live stream, and without one. */
const pollMs = { live: 60_000, blind: 5_000 }
const patience = { base: 500, cap: 10_000 }
/** After a fault of the cache itself. */
const restMs = 5_000
/** An upgrade does not come from asking more often. */
const upgradePollMs = 300_000

export class SyncLoop {
  readonly #deps: LoopDeps
  #stopped = false
  #running: Promise<void> | null = null
  #again = false
  #cancelTimer: () => void = () => {}
  #network: SyncStatus['network'] = 'connecting'
  #needs: 'nothing' | 'sign-in' | 'upgrade' = 'nothing'
  #problem: string | null = null
  #failures = 0
  #pullAt = 0
  #restUntil = 0
  #offset = 0
  #told = ''

  constructor(deps: LoopDeps) {
    this.#deps = deps
    if (!deps.hasToken()) this.#needs = 'sign-in'
  }

  start() {
    this.#deps.store.outbox.revive(this.#deps.clock.now())
    this.wake()
  }

  /** Nothing new begins; a push or pull in flight may finish. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancelTimer()
    this.#deps.stream.stop()
    await this.#running
  }

  /** A new session: what waited for it goes on. */
  signedIn() {
    if (this.#needs === 'sign-in') this.#needs = 'nothing'
    this.#problem = null
    this.wake()
  }

  /** Milliseconds that the server's clock is ahead of this one. */
  get serverOffset(): number {
    return this.#offset
  }

  get online(): boolean {
    return this.#network === 'online'
  }

  status(): SyncStatus {
    const { store } = this.#deps
    const state = store.state()
    const until = this.#deps.offlineUntil()
    return {
      network: this.#network,
      needs: this.#needs === 'nothing' && state.sweep === 'stopped' ? 'resync-approval' : this.#needs,
      lastSyncedAt: state.lastSyncedAt === null ? null : instant(state.lastSyncedAt),
      pending: store.outbox.count() + (this.#deps.alsoPending?.() ?? 0),
      conflicts: store.outcomes.conflicts(),
      progress: state.snapshot > 0 && state.sweep !== 'stopped' ? { done: state.done, total: Math.max(state.total, state.done) } : null,
      offlineUntil: until === null ? null : instant(until),
      problem: this.#problem ?? (state.sweep === 'stopped' ? stoppedWords : null),
    }
  }

  /** Tells the status if it is not the one told last. */
  tell() {
    const status = this.status()
    const text = JSON.stringify(status)
    if (text === this.#told) return
    this.#told = text
    this.#deps.events.status(status)
  }

  approve() {
    this.#deps.events.changed([], approveSweep(this.#deps.store))
    this.wake()
  }

  /** Syncs now; comes back when that turn is over. */
  async now(): Promise<void> {
    this.wake()
    await this.#running
  }

  /** `patient`: leaves a pull that waits after a failure waiting. */
  wake(how: 'now' | 'patient' = 'now') {
    if (this.#stopped) return
    if (how === 'now') this.#pullAt = 0
    if (this.#running) {
      this.#again = true
      return
    }
    this.#cancelTimer()
    this.#running = this.#turns().finally(() => {
      this.#running = null
      if (this.#stopped) return
      if (this.#again) this.wake('patient')
      else this.#arm()
    })
  }

  async #turns(): Promise<void> {
    try {
      do {
        this.#again = false
        await this.#turn()
      } while (this.#again && !this.#stopped)
      this.tell()
    } catch (error) {
      // A cache that was closed while an answer was on its way is no failure.
      if (!this.#stopped) this.#stumble(error)
    }
  }

  /** The cache refused: a full disk, say. Said in words, and tried again after a rest. */
  #stumble(error: unknown) {
    const failure = failureOf(error)
    this.#problem = failure === null ? faultWords : sentenceOf(failure)
    this.#restUntil = this.#deps.clock.now() + restMs
    this.#deps.events.failed(error)
    if (!this.#stopped) this.tell()
  }

  async #turn(): Promise<void> {
    const { store, clock } = this.#deps
    store.outbox.release(clock.now())
    if (this.#needs === 'sign-in') return
    for (let more = true; more && !this.#stopped; ) {
      await this.#push()
      if (this.#stopped || this.#asksSignIn() || clock.now() < this.#pullAt) return
      more = await this.#pull()
    }
  }

  #asksSignIn(): boolean {
    return this.#needs === 'sign-in'
  }

  async #push(): Promise<void> {
    const { engine, events, clock, store } = this.#deps
    for (;;) {
      store.outbox.release(clock.now())
      const step = await engine.push()
      if (step.kind === 'nothing') return
      if (step.kind === 'trouble') {
        this.#trouble(step.trouble)
        return
      }
      this.#greeted(step.greeting)
      for (const outcome of step.outcomes) events.outcome(outcome)
      this.tell()
      if (this.#stopped || this.#asksSignIn()) return
    }
  }

  async #pull(): Promise<boolean> {
    const { engine, events, store, clock } = this.#deps
    const seed = await engine.seed()
    if (seed?.kind === 'trouble') {
      this.#trouble(seed.trouble)
      return false
    }
    if (seed?.kind === 'applied') {
      if (seed.changed.length > 0) events.changed(seed.changed, [])
      this.#greeted(seed.greeting)
      if (this.#stopped || this.#asksSignIn()) return false
    }
    const next = await engine.pull()
    switch (next.kind) {
      case 'waits':
        return false
      case 'resync':
        this.tell()
        return true
      case 'trouble':
        this.#trouble(next.trouble)
        return false
      case 'applied':
        if (next.changed.length + next.gone.length > 0) events.changed(next.changed, next.gone)
        this.#greeted(next.greeting)
        if (this.#stopped) return false
        if (!next.more) store.setState.setSynced(clock.now())
        this.tell()
        return next.more && !this.#asksSignIn()
    }
  }

  #greeted({ serverTime, deviceState, maxOfflineHours }: Greeting) {
    const { events, clock, store, stream } = this.#deps
    this.#offset = Date.parse(serverTime) - clock.now()
    this.#failures = 0
    this.#pullAt = 0
    this.#problem = null
    this.#needs = deviceState === 'reauth' ? 'sign-in' : 'nothing'
    if (deviceState === 'reauth') this.#problem = troubleWords({ kind: 'unauthorised', message: null })
    if (this.#network !== 'online') {
      this.#network = 'online'
      store.outbox.hurry(clock.now())
      this.#again = true
      if (!stream.live) stream.stop()
    }
    if (deviceState === 'wipe') {
      this.#stopped = true
      events.wipe()
      return
    }
    events.heard(maxOfflineHours)
    if (deviceState === 'ok') stream.start()
  }

  #trouble(trouble: Trouble) {
    const { clock, random } = this.#deps
    this.#problem = troubleWords(trouble)
    if (trouble.kind === 'unauthorised') {
      this.#network = 'online'
      this.#needs = 'sign-in'
    } else if (trouble.kind === 'upgrade') {
      this.#network = 'online'
      this.#needs = 'upgrade'
      this.#pullAt = clock.now() + upgradePollMs
    } else {
      if (trouble.kind === 'unreachable' || trouble.kind === 'garbled') this.#network = 'offline'
      const wait = fullJitter(this.#failures++, random, patience.base, patience.cap)
      const asked = trouble.kind === 'busy' ? (trouble.retryAfterMs ?? 0) : 0
      this.#pullAt = clock.now() + Math.max(250, wait, asked)
    }
    this.tell()
  }

  #arm() {
    const { store, clock, stream } = this.#deps
    const now = clock.now()
    const due = store.outbox.nextDue()
    const waits: number[] = []
    if (this.#needs === 'sign-in') {
      const held = due !== null && due > now ? due : null
      if (held !== null) waits.push(held - now)
    } else {
      if (due !== null) waits.push(due - now)
      waits.push(this.#pullAt > now ? this.#pullAt - now : stream.live ? pollMs.live : pollMs.blind)
    }
    if (waits.length === 0) return
    this.#cancelTimer = clock.after(Math.max(10, this.#restUntil - now, Math.min(...waits)), () => this.wake('patient'))
  }
}
