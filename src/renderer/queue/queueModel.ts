/** The queue on screen: one frozen view, its loaded rows, and the cursor. Rows change in place; their order never does. */
import type { Bridge, BridgeError, QueueFilter, QueueRow } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import type { Level } from '#contract/risk'
import { createStore } from '../app/store'
import { openFilter } from './filters'

export type Counts = Partial<Record<Level, number>>

export type QueueState = {
  filter: QueueFilter
  /** Null until the first view is there. */
  view: number | null
  total: number
  counts: Counts
  topics: readonly string[]
  /** Open crisis and red items that the filter does not list. */
  outside: { crisis: number; red: number }
  cursor: number
  /** Raised whenever a row in `rows` changed; the map itself is mutated for speed. */
  revision: number
  arrivals: { count: number; top: Level | null }
  error: BridgeError | null
}

const page = 100

/** Still to be decided by somebody: what the next key stops at. */
export const isOpen = (row: QueueRow): boolean => row.status === 'open' && row.pending === null

export class QueueModel {
  readonly state = createStore<QueueState>({
    filter: openFilter,
    view: null,
    total: 0,
    counts: {},
    topics: [],
    outside: { crisis: 0, red: 0 },
    cursor: 0,
    revision: 0,
    arrivals: { count: 0, top: null },
    error: null,
  })
  readonly rows = new Map<number, QueueRow>()
  /** What the next key goes past, besides what is settled. */
  passOver: (row: QueueRow) => boolean = () => false
  readonly #places = new Map<ItemId, number>()
  readonly #loading = new Set<number>()
  readonly #bridge: Bridge
  /** What the list shows now, so that a change refetches only that. */
  #shown: [number, number] = [0, 60]
  #generation = 0

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  row(index: number): QueueRow | undefined {
    return this.rows.get(index)
  }

  get current(): QueueRow | undefined {
    return this.rows.get(this.state.get().cursor)
  }

  /** Ranks anew and freezes. Keeps the cursor on `keep` when it is near where it was, else goes to the head. */
  async open(filter: QueueFilter, keep: ItemId | null = null): Promise<void> {
    const generation = ++this.#generation
    const before = this.state.get()
    const answer = await this.#bridge.call('queue.open', { filter })
    if (generation !== this.#generation) return
    // The view that is there stays, with the filter that it was made by.
    if (!answer.ok) return this.state.patch({ error: answer.error })
    const { view, total, counts, outside, topics } = answer.value
    const first = await this.#bridge.call('queue.rows', { view, start: 0, count: 200 })
    if (generation !== this.#generation) return
    let cursor = 0
    const found = keep && first.ok ? first.value.rows.findIndex((r) => r.id === keep) : -1
    let around: { start: number; rows: QueueRow[] } | null = null
    if (found >= 0) cursor = found
    else if (keep) {
      const start = Math.max(0, Math.floor((before.cursor + before.arrivals.count - 100) / page) * page)
      const near = await this.#bridge.call('queue.rows', { view, start, count: 200 })
      if (generation !== this.#generation) return
      const index = near.ok ? near.value.rows.findIndex((r) => r.id === keep) : -1
      if (near.ok && index >= 0) {
        cursor = start + index
        around = { start, rows: near.value.rows }
      }
    }
    this.rows.clear()
    this.#places.clear()
    this.#loading.clear()
    if (first.ok) this.#take(0, first.value.rows)
    if (around) this.#take(around.start, around.rows)
    this.state.set({
      filter,
      view,
      total,
      counts,
      outside,
      topics: topics.length ? topics : before.topics,
      cursor,
      revision: this.state.get().revision + 1,
      arrivals: { count: 0, top: null },
      error: first.ok ? null : first.error,
    })
  }

  /** Loads what a stretch of the list needs; called as it scrolls. */
  show(start: number, end: number): void {
    this.#shown = [start, end]
    const { view, total } = this.state.get()
    if (view === null) return
    for (let at = Math.floor(Math.max(0, start) / page) * page; at < Math.min(total, end + page / 2); at += page) {
      if (!this.#loading.has(at) && !this.rows.has(Math.min(at + page, total) - 1)) void this.#fetch(view, at)
    }
  }

  /** These items changed (none named: anything may have): refetch what is on screen, forget the rest. */
  refresh(items: readonly ItemId[]): void {
    const { view, total } = this.state.get()
    if (view === null) return
    const touched = items.length === 0 ? null : items.map((i) => this.#places.get(i)).filter((p) => p !== undefined)
    if (touched && touched.length === 0) return
    const [start, end] = this.#shown
    const cursor = this.state.get().cursor
    const near = (at: number) => (at + page > start && at <= end) || (cursor >= at && cursor < at + page)
    const pages = new Set<number>()
    for (let at = 0; at < total; at += page) {
      if (!near(at)) continue
      if (!touched || touched.some((p) => p >= at && p < at + page)) pages.add(at)
    }
    const stale = touched ?? [...this.rows.keys()]
    for (const place of stale) if (!near(Math.floor(place / page) * page)) this.rows.delete(place)
    for (const at of pages) void this.#fetch(view, at)
  }

  async countArrivals(): Promise<void> {
    const { view } = this.state.get()
    if (view === null) return
    const answer = await this.#bridge.call('queue.arrivals', { view })
    if (answer.ok && this.state.get().view === view) {
      const { count, top } = this.state.get().arrivals
      if (answer.value.count !== count || answer.value.top !== top) this.state.patch({ arrivals: answer.value })
    }
  }

  place(item: ItemId): number | undefined {
    return this.#places.get(item)
  }

  moveTo(index: number): void {
    const { total } = this.state.get()
    if (total === 0) return
    this.state.patch({ cursor: Math.max(0, Math.min(total - 1, index)) })
  }

  /**
   * The next place to stop at in a direction, or null at the end. Skips what is decided or pending (unless the filter is
   * for looking back); `unclaimed` also skips what a colleague has, `everything` stops at what is passed over, too. A row that is
   * not loaded counts as open.
   */
  step(from: number, by: 1 | -1, unclaimed = false, everything = false): number | null {
    const { total, filter } = this.state.get()
    const back = filter.show === 'decided' || filter.show === 'watched'
    for (let i = from + by; i >= 0 && i < total; i += by) {
      const row = this.rows.get(i)
      if (!row || back) return i
      if (isOpen(row) && !(unclaimed && row.lease?.who === 'other') && (everything || !this.passOver(row))) return i
    }
    return null
  }

  /** Marks a row before the core has answered; the next refresh tells the truth. */
  amend(item: ItemId, change: (row: QueueRow) => QueueRow): void {
    const place = this.#places.get(item)
    const row = place === undefined ? undefined : this.rows.get(place)
    if (place === undefined || !row) return
    this.rows.set(place, change(row))
    this.state.patch({ revision: this.state.get().revision + 1 })
  }

  async #fetch(view: number, start: number): Promise<void> {
    this.#loading.add(start)
    const answer = await this.#bridge.call('queue.rows', { view, start, count: page })
    this.#loading.delete(start)
    if (this.state.get().view !== view) return
    if (!answer.ok) return
    if (this.#take(start, answer.value.rows)) this.state.patch({ revision: this.state.get().revision + 1 })
  }

  /** Keeps the object of a row that has not changed, so that its memoised component is left alone. */
  #take(start: number, rows: readonly QueueRow[]): boolean {
    let changed = false
    rows.forEach((row, i) => {
      const known = this.rows.get(start + i)
      if (known && JSON.stringify(known) === JSON.stringify(row)) return
      this.rows.set(start + i, row)
      this.#places.set(row.id, start + i)
      changed = true
    })
    return changed
  }
}
