/** Colleagues, as this desk knows them: kept for offline, told and heard while online. */
import { z } from 'zod'
import type { PresenceNow } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import { Colleague, Looking, lookingMs } from '#contract/people'
import type { Cache } from '../cache/open'
import { settingReads, settingWrites } from '../cache/small'
import { instant, type Clock } from '../clock'
import type { OpenHandlers } from '../dispatch'
import { DeskError } from '../errors'
import type { ApiClient, Trouble } from '../sync/api-client'
import { troubleWords } from '../sync/words'

const kept = 'colleagues'
const Kept = z.object({ colleagues: z.array(Colleague), asOf: z.string() })
/** People come and go by the shift, not by the minute. */
const freshMs = 10 * 60_000

export type PeopleDeps = {
  api: ApiClient
  cache: Cache
  clock: Clock
  device: string
  staff: () => string
  online: () => boolean
  granted: (item: ItemId, until: string, serverTime: string) => number
  changed: (items: ItemId[]) => void
  emit: (presence: PresenceNow) => void
}

type PeopleHandlers = Pick<OpenHandlers, 'people.colleagues' | 'people.look' | 'people.presence' | 'people.hold' | 'people.answerEscalation'>

export class People {
  readonly #deps: PeopleDeps
  #looking: readonly Looking[] = []
  #at: ItemId | null = null
  #repeat: () => void = () => {}

  constructor(deps: PeopleDeps) {
    this.#deps = deps
  }

  readonly handlers: PeopleHandlers = {
    'people.colleagues': () => this.#colleagues(),
    'people.look': ({ item }) => this.#look(item),
    'people.presence': () => this.presence(),
    'people.hold': ({ item, why }) => this.#hold(item, why),
    'people.answerEscalation': async ({ item, answer }) => {
      const answered = await this.#deps.api.call('answerEscalation', { params: { id: item }, body: { answer } })
      if (!answered.ok) throw refused(answered.trouble)
      return answered.value.answer
    },
  }

  /** The server's word about everybody; one's own desks are nobody else. */
  heard(looking: readonly Looking[]) {
    const others = looking.filter((one) => one.staff !== this.#deps.staff())
    if (JSON.stringify(others) === JSON.stringify(this.#looking)) return
    this.#looking = others
    this.#deps.emit(this.presence())
  }

  presence(): PresenceNow {
    const names = new Map<ItemId, Set<string>>()
    // What was heard before the line was cut is not known any more.
    if (this.#deps.online()) for (const { item, name } of this.#looking) names.set(item, (names.get(item) ?? new Set()).add(name))
    return { looking: [...names].map(([item, who]) => ({ item, names: [...who].sort() })) }
  }

  async #colleagues() {
    const { api, cache, clock, online } = this.#deps
    const text = settingReads(cache.write).find(kept)
    const known = text === null ? null : (Kept.safeParse(JSON.parse(text)).data ?? null)
    if (!online() || (known !== null && clock.now() - Date.parse(known.asOf) < freshMs)) return known ?? { colleagues: [], asOf: null }
    const answer = await api.call('colleagues', {})
    if (!answer.ok) return known ?? { colleagues: [], asOf: null }
    const now = { colleagues: answer.value.colleagues, asOf: instant(clock.now()) }
    settingWrites(cache.write).put(kept, JSON.stringify(now))
    return now
  }

  async #look(item: ItemId | null): Promise<{ ok: true }> {
    this.#at = item
    this.#repeat()
    await this.#say()
    return { ok: true }
  }

  /** Repeated while it lasts; offline it is tried again, and nobody misses it. */
  async #say(): Promise<void> {
    const { api, clock, device, online } = this.#deps
    const item = this.#at
    if (item !== null) this.#repeat = clock.after(lookingMs / 2, () => void this.#say())
    if (!online()) return
    const answer = await api.call('presence', { body: { device: device as never, item } })
    if (answer.ok) this.heard(answer.value.looking)
  }

  async #hold(item: ItemId, why: string) {
    const { api, device, granted, changed } = this.#deps
    const answer = await api.call('hold', { body: { device: device as never, item, why } })
    if (!answer.ok) throw refused(answer.trouble)
    const result = answer.value.results.find((one) => one.id === item)
    if (result === undefined || result.kind === 'gone') return { kind: 'gone' as const }
    if (result.kind === 'held') return { kind: 'held' as const, by: result.by, until: result.until }
    const until = granted(item, result.until, answer.value.serverTime)
    changed([item])
    return { kind: 'granted' as const, until: instant(until) }
  }

  stop() {
    this.#repeat()
    this.#at = null
  }
}

const refused = (trouble: Trouble) =>
  trouble.kind === 'unreachable' ? new DeskError('offline', 'This needs the network, and the server cannot be reached. Nothing was changed; call the person, or try again.') : new DeskError('not-allowed', troubleWords(trouble))
