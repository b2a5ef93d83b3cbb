/** The queue: ranked by an index, frozen as lists of row numbers so that nothing jumps under the cursor. */
import type { LevelCounts, QueueFilter, QueueRow } from '#contract/bridge'
import { levels, type Level } from '#contract/risk'
import type { z } from 'zod'
import type { OutboxReads } from '../cache/outbox'
import type { ReadHandle } from '../cache/open'
import { DeskError } from '../errors'
import { queueReads } from './reads'
import { rowOf, type RowContext } from './row'

type Filter = z.output<typeof QueueFilter>
type View = { filter: Filter; rids: Int32Array; members: Set<number> | null; arrivals: { at: number; answer: Arrivals } | null }
type Arrivals = { count: number; top: Level | null }

const kept = 4

export class Queue {
  readonly #reads: ReturnType<typeof queueReads>
  readonly #outbox: OutboxReads
  readonly #context: () => RowContext
  readonly #views = new Map<number, View>()
  #next = 1
  /** Counts changes of the cache: an answer about arrivals holds until the next one. */
  #changes = 0

  constructor(read: ReadHandle, outbox: OutboxReads, context: () => RowContext) {
    this.#reads = queueReads(read)
    this.#outbox = outbox
    this.#context = context
  }

  changed() {
    this.#changes++
  }

  open(filter: Filter): { view: number; total: number; counts: z.output<typeof LevelCounts>; topics: string[] } {
    const pending = this.#outbox.items()
    const { rids, counts, topics } = this.#reads.rank(filter, { pending, ...this.#context() })
    const view = this.#next++
    this.#views.set(view, { filter, rids: Int32Array.from(rids), members: null, arrivals: null })
    for (const old of this.#views.keys()) if (old <= view - kept) this.#views.delete(old)
    return { view, total: rids.length, counts, topics }
  }

  rows(view: number, start: number, count: number): QueueRow[] {
    const rids = this.#view(view).rids.subarray(start, start + count)
    const context = this.#context()
    return this.#reads.rows(rids).map((row) => rowOf(row, context))
  }

  arrivals(number: number): Arrivals {
    const view = this.#view(number)
    if (view.arrivals?.at === this.#changes) return view.arrivals.answer
    view.members ??= new Set(view.rids)
    const { rids } = this.#reads.rank(view.filter, { pending: this.#outbox.items(), ...this.#context() })
    let count = 0
    let top: number = levels.length
    for (const rid of rids) {
      if (view.members.has(rid)) continue
      count++
      if (top > 0) top = Math.min(top, this.#reads.level(rid))
    }
    const answer: Arrivals = { count, top: count === 0 ? null : (levels.find((_, place) => place === top) ?? null) }
    view.arrivals = { at: this.#changes, answer }
    return answer
  }

  #view(number: number): View {
    const view = this.#views.get(number)
    if (!view) throw new DeskError('not-found', 'This list is no longer kept. Open the queue again; nothing was lost.')
    return view
  }
}
