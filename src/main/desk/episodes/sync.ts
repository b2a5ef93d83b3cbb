/** Episodes and their server: commands leave in the order in which they were made, changes come by a feed of their own. */
import { z } from 'zod'
import { EpisodeOutcome, wordingOf, CssrsWording, type EpisodeId } from '#contract/episode'
import { Instant } from '#contract/ids'
import { Cursor, DeviceState } from '#contract/sync'
import type { Clock } from '../clock'
import type { ApiClient, Trouble } from '../sync/api-client'
import { fullJitter } from '../sync/backoff'
import type { EpisodeStore, PendingCommand } from './store'

/** Outcomes are looked at one by one: a kind that this version does not know must not hide the others. */
const Pushed = z.object({ results: z.array(z.object({ id: z.string(), outcome: z.unknown() })), serverTime: Instant, deviceState: DeviceState })

const cursorName = 'episodes-cursor'
const asOfName = 'episodes-as-of'
const wordingName = 'episodes-wording'
const batch = 50
const pollMs = 60_000
const hour = 3_600_000

export type EpisodeSyncDeps = {
  store: EpisodeStore
  api: () => ApiClient
  clock: Clock
  random: () => number
  device: string
  isOpen: () => boolean
  online: () => boolean
  /** Runs episodes (a Lead or a Senior); a Guide only hears who looks after whom. */
  runs: () => boolean
  memberOf: (command: PendingCommand['command']) => string | null
  changed: (episodes: EpisodeId[]) => void
  failed: (error: unknown) => void
}

export class EpisodeSync {
  readonly #deps: EpisodeSyncDeps
  #running: Promise<void> | null = null
  #again = false
  #stopped = false
  #waitUntil = 0
  #failures = 0
  #wordingAt = Number.NEGATIVE_INFINITY
  #cancel: () => void = () => {}

  constructor(deps: EpisodeSyncDeps) {
    this.#deps = deps
  }

  get asOf(): string | null {
    return this.#deps.store.setting(asOfName)
  }

  get wording(): CssrsWording {
    const kept = this.#deps.store.setting(wordingName)
    const parsed = kept === null ? null : CssrsWording.safeParse(JSON.parse(kept))
    return parsed?.success === true ? parsed.data : wordingOf(null)
  }

  /** `hurry`: also what waits after a failure; the network is back, or somebody asks. */
  wake(hurry = false) {
    if (this.#stopped) return
    if (hurry) this.#waitUntil = 0
    if (this.#running) {
      this.#again = true
      return
    }
    this.#cancel()
    if (!this.#deps.online()) return
    this.#running = this.#turns().finally(() => {
      this.#running = null
      if (!this.#stopped) this.#arm()
    })
  }

  stop() {
    this.#stopped = true
    this.#cancel()
  }

  #arm() {
    const { clock } = this.#deps
    const wait = Math.max(pollMs / 60, this.#waitUntil > clock.now() ? this.#waitUntil - clock.now() : pollMs)
    this.#cancel = clock.after(wait, () => this.wake())
  }

  async #turns(): Promise<void> {
    try {
      do {
        this.#again = false
        if (this.#deps.clock.now() < this.#waitUntil) return
        await this.#push()
        if (this.#over()) return
        await this.#pull()
        if (this.#over()) return
        await this.#fetchWording()
      } while (this.#again && !this.#over())
    } catch (error) {
      // A cache that was closed while an answer was on its way is no failure.
      if (!this.#over()) this.#deps.failed(error)
    }
  }

  #over(): boolean {
    return this.#stopped || !this.#deps.isOpen()
  }

  #wait(ms: number) {
    this.#waitUntil = this.#deps.clock.now() + ms
  }

  #trouble(trouble: Trouble) {
    const asked = trouble.kind === 'busy' ? (trouble.retryAfterMs ?? 0) : 0
    // Older servers know nothing of episodes; asking often does not change that.
    const least = trouble.kind === 'refused' ? 5 * 60_000 : 1_000
    this.#wait(Math.max(least, asked, fullJitter(this.#failures++, this.#deps.random, 1_000, 60_000)))
  }

  async #push(): Promise<void> {
    const { store, api, device } = this.#deps
    for (;;) {
      const due = this.#deps.runs() ? store.unsent(batch) : []
      if (due.length === 0) return
      const answer = await api().ask('episodePush', { body: { device, commands: due.map((one) => one.command) } }, Pushed)
      if (this.#over()) return
      if (!answer.ok) {
        this.#trouble(answer.trouble)
        return
      }
      this.#failures = 0
      if (!this.#settle(due, new Map(answer.value.results.map((result) => [result.id, result.outcome])))) return
    }
  }

  /** Gives whether everything had its outcome; what had none keeps its place before whatever came after it. */
  #settle(sent: readonly PendingCommand[], given: ReadonlyMap<string, unknown>): boolean {
    const { store, clock, memberOf, changed } = this.#deps
    const touched = new Set<EpisodeId>()
    let all = true
    store.atomically(() => {
      for (const { command } of sent) {
        const outcome = EpisodeOutcome.safeParse(given.get(command.id))
        if (!outcome.success || outcome.data.kind === 'retry') {
          all = false
          const after = outcome.success && outcome.data.kind === 'retry' ? outcome.data.after : 60_000
          const why = outcome.success ? 'The server asked to send it again a little later.' : 'The server answered in a way that this version of the desk does not know. It is kept; update the desk.'
          store.answered(command.id, why)
          this.#wait(Math.max(1_000, after))
          continue
        }
        touched.add(command.episode)
        if (outcome.data.kind === 'applied') store.arrived(command.id, outcome.data.version)
        else store.refuse(command, outcome.data, memberOf(command), clock.now())
      }
    })
    changed([...touched])
    return all
  }

  async #pull(): Promise<void> {
    const { store, api, clock, changed } = this.#deps
    for (;;) {
      const kept = Cursor.safeParse(store.setting(cursorName))
      const answer = await api().call('episodeChanges', { query: { limit: 100, ...(kept.success && { cursor: kept.data }) } })
      if (this.#over()) return
      if (!answer.ok) {
        this.#trouble(answer.trouble)
        return
      }
      const { rows, next, more, reset, deviceState } = answer.value
      if (deviceState !== 'ok') return
      store.atomically(() => {
        if (reset) store.clear()
        for (const row of rows) store.put(row)
        store.putSetting(cursorName, next)
        store.putSetting(asOfName, new Date(clock.now()).toISOString())
      })
      if (rows.length > 0 || reset) changed(rows.map((row) => row.episode.id))
      if (!more) return
    }
  }

  async #fetchWording(): Promise<void> {
    const { store, api, clock, runs } = this.#deps
    if (!runs() || clock.now() - this.#wordingAt < hour) return
    this.#wordingAt = clock.now()
    const answer = await api().call('episodeWording', {})
    if (answer.ok && !this.#over()) store.putSetting(wordingName, JSON.stringify(answer.value))
  }
}
