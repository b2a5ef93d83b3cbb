/** Item views kept at hand so that the next item is on screen in the frame after the key. */
import type { BridgeError, ItemView } from '#contract/bridge'
import type { ItemId } from '#contract/ids'

export type Held = { view: ItemView | null; error: BridgeError | null }
export type Load = (item: ItemId) => Promise<{ ok: true; value: ItemView } | { ok: false; error: BridgeError }>

type Entry = Held & { stale: boolean; epoch: number; loading: boolean }

/**
 * Least-recently-used cache with stale-while-revalidate. An answer that was asked for before an invalidation is shown but
 * asked for again: a late answer can never hide a later change.
 */
export class ViewCache {
  readonly #entries = new Map<ItemId, Entry>()
  readonly #listeners = new Map<ItemId, Set<() => void>>()
  readonly #load: Load
  readonly #max: number

  constructor(load: Load, max = 60) {
    this.#load = load
    this.#max = max
  }

  get(item: ItemId): Held | undefined {
    return this.#entries.get(item)
  }

  subscribe(item: ItemId, listener: () => void): () => void {
    const set = this.#listeners.get(item) ?? new Set()
    set.add(listener)
    this.#listeners.set(item, set)
    return () => {
      set.delete(listener)
      if (set.size === 0) this.#listeners.delete(item)
    }
  }

  /** Makes sure that the item is here and fresh; touches it for the LRU order. */
  want(item: ItemId): void {
    const known = this.#entries.get(item)
    if (known) {
      this.#entries.delete(item)
      this.#entries.set(item, known)
      if (!known.stale && !known.error) return
      if (known.loading) return
    }
    void this.#fetch(item)
  }

  /** Everything when `items` is empty. What is on screen is fetched again at once, the rest when wanted. */
  invalidate(items: readonly ItemId[]): void {
    for (const item of items.length ? items : [...this.#entries.keys()]) {
      const entry = this.#entries.get(item)
      if (!entry) continue
      entry.epoch++
      entry.stale = true
      if (!this.#listeners.has(item) && !entry.loading) this.#entries.delete(item)
      else if (!entry.loading) void this.#fetch(item)
    }
  }

  /** Changes what is held before the core has told: an optimistic mark, replaced by the next answer. */
  amend(item: ItemId, change: (view: ItemView) => ItemView): void {
    const entry = this.#entries.get(item)
    if (!entry?.view) return
    this.#entries.set(item, { ...entry, view: change(entry.view) })
    this.#tell(item)
  }

  clear(): void {
    this.#entries.clear()
  }

  get size(): number {
    return this.#entries.size
  }

  async #fetch(item: ItemId): Promise<void> {
    const entry: Entry = this.#entries.get(item) ?? { view: null, error: null, stale: true, epoch: 0, loading: false }
    entry.loading = true
    this.#entries.set(item, entry)
    this.#trim()
    const epoch = entry.epoch
    const answer = await this.#load(item)
    const now = this.#entries.get(item)
    if (!now) return
    const overtaken = now.epoch !== epoch
    this.#entries.set(item, {
      view: answer.ok ? answer.value : now.view,
      error: answer.ok ? null : answer.error,
      stale: overtaken,
      epoch: now.epoch,
      loading: false,
    })
    this.#tell(item)
    if (overtaken && this.#listeners.has(item)) void this.#fetch(item)
  }

  #trim(): void {
    for (const item of this.#entries.keys()) {
      if (this.#entries.size <= this.#max) return
      if (!this.#listeners.has(item)) this.#entries.delete(item)
    }
  }

  #tell(item: ItemId): void {
    for (const listener of [...(this.#listeners.get(item) ?? [])]) listener()
  }
}
