/** Colleagues at this window: who else looks at an item, who there is to give work to, and what is done with either. */
import type { CallOutput } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import { say } from '../app/announce'
import { nav } from '../app/nav'
import { createStore } from '../app/store'
import type { Workstation } from '../app/workstation'
import { shortName } from '../components/words'

/** Moving through the list is not looking at each item. */
const settleMs = 500

export type Presence = ReadonlyMap<ItemId, readonly string[]>

export class People {
  readonly presence = createStore<Presence>(new Map())
  readonly colleagues = createStore<CallOutput<'people.colleagues'> | null>(null)
  readonly #station: Workstation
  #told: ItemId | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(station: Workstation) {
    this.#station = station
  }

  start(): () => void {
    const { bridge, queue, visiting } = this.#station
    const show = ({ looking }: CallOutput<'people.presence'>) => this.presence.set(new Map(looking.map(({ item, names }) => [item, names])))
    void bridge.call('people.presence', {}).then((answer) => answer.ok && show(answer.value))
    const moved = () => this.#moved()
    const stops = [bridge.on('presence', show), nav.subscribe(moved), queue.state.subscribe(moved), visiting.subscribe(moved)]
    return () => {
      stops.forEach((stop) => stop())
      if (this.#timer) clearTimeout(this.#timer)
    }
  }

  #moved(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const { screen, reading } = nav.get()
      const item = screen === 'queue' && reading ? this.#station.shown : null
      if (item === this.#told) return
      this.#told = item
      void this.#station.bridge.call('people.look', { item })
    }, settleMs)
  }

  async loadColleagues(): Promise<void> {
    const answer = await this.#station.bridge.call('people.colleagues', {})
    if (answer.ok) this.colleagues.set(answer.value)
  }

  /** Keeps the shown item for a supervisor. */
  async hold(why: string): Promise<boolean> {
    const item = this.#station.shown
    if (!item) return false
    const answer = await this.#station.bridge.call('people.hold', { item, why })
    if (!answer.ok) {
      say(answer.error.message, { tone: 'attention' })
      return false
    }
    const { kind, by } = answer.value
    this.#station.views.invalidate([item])
    say(kind === 'granted' ? 'Held for a supervisor for four hours. Your draft stays.' : kind === 'held' ? `${shortName(by ?? 'A colleague')} has this item, so you cannot hold it.` : 'This item is no longer open.', { tone: kind === 'granted' ? undefined : 'attention' })
    return kind === 'granted'
  }

  async answer(how: 'accept' | 'decline'): Promise<void> {
    const item = this.#station.shown
    if (!item) return
    const answer = await this.#station.bridge.call('people.answerEscalation', { item, answer: how })
    if (!answer.ok) return say(answer.error.message, { tone: 'attention' })
    this.#station.views.invalidate([item])
    const result = answer.value
    if (result.kind === 'accepted') say('It is yours. Whoever escalated it sees that you have it.')
    else if (result.kind === 'taken') say(`${shortName(result.by)} has it already.`, { tone: 'attention' })
    else if (result.kind === 'declined') say('It is everybody’s now.')
    else say('This is no longer open.', { tone: 'attention' })
  }
}
