/** The care of one sitting: joins what is read and decided to the models, and says how it stands. Asks nothing of the network. */
import { optedOut, type CareStatus, type OptOuts } from '#contract/bridge/care'
import type { DecisionId, ItemId } from '#contract/ids'
import type { Verdict } from '#contract/review'
import type { Level } from '#contract/risk'
import type { Cache } from '../cache/open'
import { instant, type Clock } from '../clock'
import type { RowContext } from '../queue/row'
import { careEvents, type CareEvents, type Reading } from './events'
import { bandOf, loadAt, loadOfDecision, loadOfReading, shareOf } from './exposure'
import { optOutStore, type OptOutStore } from './opt-outs'
import { breakDueAt, hardInARow, hardLimit, protectedPauseMs, shiftGapMs, type Case } from './rhythm'
import { waitingReads, type WaitingReads } from './waiting'

/** Older than this, a load is less than a hundredth of itself. */
const lookBackMs = 16 * 3_600_000
/** Passing an item by is not a case; reading it is. */
const caseMs = 20_000

const gentleLevels: readonly Level[] = ['amber', 'green']

export type NextHints = {
  /** Only these levels; null when any may come. */
  levels: readonly Level[] | null
  /** What this person leaves to colleagues; never a crisis. */
  leftOut: (item: Parameters<typeof optedOut>[1]) => boolean
  /** Why, as part of the reason that is shown; null when there is nothing to say. */
  words: string | null
}

export class Care {
  readonly events: CareEvents
  readonly #optOuts: OptOutStore
  readonly #waiting: WaitingReads
  readonly #clock: Clock
  readonly #context: () => RowContext
  readonly #failed: (error: unknown) => void
  /** The text that is open now. */
  #open: { item: ItemId; level: Level; from: number } | null = null
  #declinedAt = -Infinity

  constructor(cache: Cache, clock: Clock, context: () => RowContext, failed: (error: unknown) => void) {
    this.events = careEvents(cache)
    this.#optOuts = optOutStore(cache)
    this.#waiting = waitingReads(cache.write)
    this.#clock = clock
    this.#context = context
    this.#failed = failed
    this.events.forgetOld(clock.now())
    const since = this.#breakSince()
    if (since !== null && clock.now() - since >= shiftGapMs) this.events.forgetOpenBreak()
  }

  /** The desk closes: what was being read is counted. */
  stop() {
    this.#aside(() => this.#putDown(this.#clock.now()))
  }

  reading(item: ItemId | null): CareStatus {
    const now = this.#clock.now()
    if (item !== this.#open?.item) {
      this.#putDown(now)
      const at = item === null ? null : this.#waiting.standing(item)
      if (item !== null && at !== null && this.#breakSince() === null) this.#open = { item, level: at.level, from: now }
    }
    return this.status()
  }

  decided(item: ItemId, decision: DecisionId, verdict: Verdict) {
    this.#aside(() => {
      const at = this.#waiting.standing(item)
      if (at === null) return
      const now = this.#clock.now()
      this.events.decided({ at: now, item, decision, level: at.level, verdict, queuedAt: at.queuedAt, load: loadOfDecision(at.level) })
    })
  }

  undone(decision: DecisionId) {
    this.#aside(() => this.events.undone(decision))
  }

  /** A decision that is safe must not look refused because it could not be counted here. */
  #aside(count: () => void) {
    try {
      count()
    } catch (error) {
      this.#failed(error)
    }
  }

  rest(on: boolean): CareStatus {
    const now = this.#clock.now()
    const since = this.#breakSince()
    if (on && since === null) {
      this.#putDown(now)
      this.events.breakFrom(now)
    }
    if (!on && since !== null) this.events.breakUntil(Math.max(since, now))
    return this.status()
  }

  pause(how: 'take' | 'decline' | 'end'): CareStatus {
    const now = this.#clock.now()
    const { state } = this.#pauseAt(now)
    if (how === 'decline') this.#declinedAt = now
    if (how === 'take' && state === 'offered') this.events.pause(now, now + protectedPauseMs)
    if (how === 'end' && state === 'on') this.events.endPause(now)
    return this.status()
  }

  setOptOuts(optOuts: OptOuts): CareStatus {
    this.#optOuts.save(optOuts)
    return this.status()
  }

  get optOuts(): OptOuts {
    return this.#optOuts.find()
  }

  gentle(not: ItemId | null): ItemId | null {
    return this.#waiting.gentle(this.hints().levels ?? gentleLevels, not, this.optOuts, this.#context())
  }

  /** What “the next one” has to regard, for whoever chooses it. */
  hints(): NextHints {
    const { pause, gentler, crisisWaits, optOuts } = this.status()
    const leftOut = (item: Parameters<typeof optedOut>[1]) => optedOut(optOuts, item)
    if (pause.state === 'on') return { levels: ['green'], leftOut, words: 'a protected pause' }
    if (!gentler) return { levels: null, leftOut, words: null }
    if (crisisWaits) return { levels: null, leftOut, words: 'a crisis waits that nobody holds' }
    return { levels: gentleLevels, leftOut, words: 'gentler, after two hard cases' }
  }

  /** With the text that is open now, as if it were put down. */
  readings(from: number, now: number): Reading[] {
    const done = this.events.readings(from)
    const open = this.#open === null ? null : this.#asReading(this.#open, done, now)
    return open === null ? done : [...done, open]
  }

  status(): CareStatus {
    const now = this.#clock.now()
    const from = now - lookBackMs
    const readings = this.readings(from, now)
    const decisions = this.events.decisions(from)
    const breaks = this.events.breaks(from)
    const load = loadAt([...readings.map(({ until, load }) => ({ at: until, load })), ...decisions], now)
    const work = [...readings.map(({ at, until }) => ({ from: at, until })), ...decisions.map(({ at }) => ({ from: at, until: at }))]
    const read: Case[] = readings.filter(({ at, until }) => until - at >= caseMs).map(({ until, item, level }) => ({ at: until, item, level }))
    const hard = hardInARow([...read, ...decisions], breaks)
    const due = breakDueAt(work, breaks, now)
    const since = this.#breakSince()
    const crisisWaits = this.#waiting.crisisUnheld(this.#context())
    return {
      exposure: { load: Math.round(load * 10) / 10, share: shareOf(load), band: bandOf(load) },
      breakDueAt: due === null ? null : instant(due),
      onBreak: since === null ? null : { since: instant(since) },
      pause: this.#pauseAt(now),
      hardInARow: hard,
      gentler: hard >= hardLimit,
      crisisWaits,
      optOuts: this.optOuts,
    }
  }

  #breakSince(): number | null {
    return this.events.breaks(this.#clock.now() - lookBackMs * 2).find(({ until }) => until === null)?.from ?? null
  }

  /** Offered for a quarter of an hour after a crisis was decided or anything was escalated, until taken or declined. */
  #pauseAt(now: number): CareStatus['pause'] {
    const from = now - protectedPauseMs
    const last = this.events.pauses(from - protectedPauseMs).at(-1)
    if (last?.until !== undefined && last.until !== null && last.until > now && last.from <= now) return { state: 'on', until: instant(last.until) }
    const rescue = this.events.decisions(from).findLast(({ level, verdict }) => level === 'crisis' || verdict === 'escalate')
    if (rescue === undefined || rescue.at <= this.#declinedAt || (last !== undefined && last.from >= rescue.at)) return { state: 'none' }
    return { state: 'offered', until: instant(rescue.at + protectedPauseMs) }
  }

  #asReading({ item, level, from }: { item: ItemId; level: Level; from: number }, done: readonly Reading[], now: number): Reading {
    const until = Math.max(from, now)
    const before = done.filter((reading) => reading.item === item).reduce((sum, { at, until: end }) => sum + end - at, 0)
    return { at: from, until, item, level, load: loadOfReading(level, until - from, before) }
  }

  #putDown(now: number) {
    const open = this.#open
    this.#open = null
    if (open === null) return
    const reading = this.#asReading(open, this.events.readings(now - lookBackMs), now)
    if (reading.until > reading.at) this.events.read(reading)
  }
}
