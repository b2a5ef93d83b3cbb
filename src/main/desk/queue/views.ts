/** The queue: ranked by an index, frozen as lists of row numbers so that nothing jumps under the cursor. */
import type { CallOutput, NextOne, OptOuts, QueueFilter, QueueRow } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import { levels, type Level } from '#contract/risk'
import type { z } from 'zod'
import type { OutboxReads } from '../cache/outbox'
import type { ReadHandle } from '../cache/open'
import type { Gone } from '../cache/shadow'
import { DeskError } from '../errors'
import { nextReads } from './next'
import { queueReads } from './reads'
import { removedRow, rowOf, type RowContext } from './row'

type Filter = z.output<typeof QueueFilter>
type View = {
  filter: Filter
  rids: Int32Array
  /** Made when somebody asks for arrivals. */
  members: Set<number> | null
  /** Row numbers and levels of what ranks now and is not in the view; null when it must be counted afresh. */
  arrived: Map<number, number> | null
  /** When a promise falls due that was not listed when this was counted. */
  nextDue: number | null
}
type Arrivals = { count: number; top: Level | null }

const kept = 4
/** More changes at once than this, and counting afresh is cheaper. */
const fewChanges = 200

export class Queue {
  readonly #reads: ReturnType<typeof queueReads>
  readonly #nextOf: ReturnType<typeof nextReads>
  readonly #outbox: OutboxReads
  readonly #context: () => RowContext
  readonly #views = new Map<number, View>()
  /** Ids of rows that were removed while a view may point at them. */
  readonly #gone = new Map<number, string>()
  #next = 1

  constructor(read: ReadHandle, outbox: OutboxReads, context: () => RowContext) {
    this.#reads = queueReads(read)
    this.#nextOf = nextReads(read)
    this.#outbox = outbox
    this.#context = context
  }

  /** No items at all: many changed. */
  changed(items: readonly string[], gone: readonly Gone[]) {
    if (this.#views.size > 0) for (const { rid, id } of gone) this.#gone.set(rid, id)
    const context = this.#context()
    const nextDue = this.#views.size === 0 ? null : this.#reads.nextDue(context.serverNow)
    for (const view of this.#views.values()) {
      const { filter, members, arrived } = view
      if (nextDue !== null) view.nextDue = Math.min(view.nextDue ?? nextDue, nextDue)
      if (arrived === null || members === null) continue
      if (items.length > fewChanges || (items.length === 0 && gone.length === 0)) {
        view.arrived = null
        continue
      }
      for (const { rid } of gone) arrived.delete(rid)
      for (const id of items) {
        const stand = this.#reads.stand(filter, id, context)
        if (stand === null) continue
        if (stand.listed && !members.has(stand.rid)) arrived.set(stand.rid, stand.level)
        else arrived.delete(stand.rid)
      }
    }
  }

  open(filter: Filter): CallOutput<'queue.open'> {
    const { rids, counts, outside, topics } = this.#reads.rank(filter, { pending: this.#outbox.items(), ...this.#context() })
    const view = this.#next++
    if (this.#views.size === 0) this.#gone.clear()
    this.#views.set(view, { filter, rids: Int32Array.from(rids), members: null, arrived: null, nextDue: this.#reads.nextDue(this.#context().serverNow) })
    for (const old of this.#views.keys()) if (old <= view - kept) this.#views.delete(old)
    return { view, total: rids.length, counts, outside, topics }
  }

  facets(): CallOutput<'queue.facets'> {
    return this.#reads.facets()
  }

  next(not: readonly ItemId[], optOuts: OptOuts): NextOne | null {
    const context = this.#context()
    const { rids } = this.#reads.rank({ show: 'open' }, { pending: this.#outbox.items(), ...context })
    return this.#nextOf(rids, not, optOuts, context)
  }

  /** One row for each place of the view, in order: what was removed meanwhile keeps its place. */
  rows(view: number, start: number, count: number): QueueRow[] {
    const rids = this.#view(view).rids.subarray(start, start + count)
    const context = this.#context()
    return Array.from(rids).flatMap((rid) => {
      const row = this.#reads.row(rid)
      if (row !== null) return [rowOf(row, context)]
      const id = this.#gone.get(rid)
      return id === undefined ? [] : [removedRow(id, context)]
    })
  }

  arrivals(number: number): Arrivals {
    const view = this.#view(number)
    const { serverNow } = this.#context()
    if (view.nextDue !== null && view.nextDue <= serverNow) {
      view.arrived = null
      view.nextDue = this.#reads.nextDue(serverNow)
    }
    view.members ??= new Set(view.rids)
    view.arrived ??= this.#count(view.filter, view.members)
    let top: number = levels.length
    for (const level of view.arrived.values()) top = Math.min(top, level)
    return { count: view.arrived.size, top: levels.find((_, place) => place === top) ?? null }
  }

  #count(filter: Filter, members: ReadonlySet<number>): Map<number, number> {
    const { rids } = this.#reads.rank(filter, { pending: this.#outbox.items(), ...this.#context() })
    return new Map(rids.filter((rid) => !members.has(rid)).map((rid) => [rid, this.#reads.level(rid)]))
  }

  #view(number: number): View {
    const view = this.#views.get(number)
    if (!view) throw new DeskError('not-found', 'This list is no longer kept. Open the queue again; nothing was lost.')
    return view
  }
}
