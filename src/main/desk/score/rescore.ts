/** After a new risk pack: every held item is scored again in the background, a few at a time, so that nobody waits for it. */
import type { ItemId } from '#contract/ids'
import type { Clock } from '../clock'
import type { SyncStore } from '../sync/store'
import { standingOf } from './score'

const slice = 100

export class Rescorer {
  readonly #store: SyncStore
  readonly #clock: Clock
  readonly #changed: (items: ItemId[]) => void
  readonly #failed: (error: unknown) => void
  #cancel: () => void = () => {}
  #stopped = false

  constructor(store: SyncStore, clock: Clock, changed: (items: ItemId[]) => void, failed: (error: unknown) => void) {
    this.#store = store
    this.#clock = clock
    this.#changed = changed
    this.#failed = failed
  }

  start() {
    this.#later(0, 0)
  }

  stop() {
    this.#stopped = true
    this.#cancel()
  }

  #later(after: number, done: number) {
    if (this.#stopped) return
    this.#cancel = this.#clock.after(done === 0 ? 200 : 5, () => {
      try {
        this.#slice(after, done)
      } catch (error) {
        this.#failed(error)
      }
    })
  }

  #slice(after: number, done: number) {
    const { shadow, scorer, atomically } = this.#store
    const items = shadow.otherPack(after, scorer.packVersion, slice)
    const last = items.at(-1)
    if (last === undefined) {
      if (done > 0) this.#changed([])
      return
    }
    atomically(() => {
      for (const { rid, item } of items) shadow.restand(rid, item, standingOf(scorer, item))
    })
    this.#later(last.rid, done + items.length)
  }
}
