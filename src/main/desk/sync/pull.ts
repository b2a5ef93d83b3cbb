/**
 * Pulling, in two halves: a ticket says what to ask and remembers where the desk stood; the answer is applied against the
 * ticket, however late it comes. C2 (changes) and C4 (snapshot) of the protocol.
 */
import type { z } from 'zod'
import type { ChangesPage, QueueTop, SnapshotPage } from '#contract/sync'
import { standingOf } from '../score/score'
import { placeOf } from './cursor'
import type { Gone } from '../cache/shadow'
import type { SyncState } from '../cache/sync-state'
import type { SyncStore } from './store'

export const pageLimit = 500

export type PullTicket =
  | { kind: 'changes'; cursor: string; generation: number }
  | { kind: 'snapshot'; state: SyncState }
  /** The fail-safe waits for a person. */
  | { kind: 'wait' }

export type Applied = {
  /** False when the page was dropped because it answered an old question. */
  counted: boolean
  /** Ids whose rows changed. */
  changed: string[]
  /** Rows that were removed. */
  gone: Gone[]
  more: boolean
}

const dropped: Applied = { counted: false, changed: [], gone: [], more: true }

export function beginPull(store: SyncStore): PullTicket {
  const state = store.state()
  if (state.sweep === 'stopped') return { kind: 'wait' }
  if (state.snapshot > 0) return { kind: 'snapshot', state }
  if (state.cursor === null) throw new Error('Neither a cursor nor a snapshot')
  return { kind: 'changes', cursor: state.cursor, generation: state.generation }
}

type RawList = { [K in 'changes' | 'items']?: unknown }
const rawAt = (raw: unknown, list: 'changes' | 'items', index: number): unknown => {
  const entries = (raw as RawList)[list]
  const entry: unknown = Array.isArray(entries) ? entries[index] : undefined
  return typeof entry === 'object' && entry !== null && 'item' in entry ? entry.item : undefined
}

/** C2. */
export function applyChanges(store: SyncStore, ticket: PullTicket & { kind: 'changes' }, page: z.infer<typeof ChangesPage>, raw: unknown): Applied {
  const { rules, scorer } = store
  const work = (advance: () => boolean): Applied => {
    if (!advance()) return dropped
    const { era, lastSnapshot } = store.state()
    const changed: string[] = []
    const removed: Gone[] = []
    page.changes.forEach((change, index) => {
      if (change.removed || change.item === undefined) {
        const gone = store.shadow.remove(change.id, change.seq, era)
        if (gone) removed.push(gone)
        return
      }
      const at = standingOf(scorer, change.item)
      const received = { seq: change.seq, item: change.item, raw: rawAt(raw, 'changes', index) ?? change.item }
      if (store.shadow.put(received, { era, mark: lastSnapshot }, at)) changed.push(change.id)
    })
    return { counted: true, changed, gone: removed, more: page.more }
  }
  const advance = () => {
    if (rules.compareAndSet) return store.setState.advance(ticket.cursor, ticket.generation, page.next)
    store.setState.force(page.next)
    return true
  }
  if (rules.cursorWithPage) return store.atomically(() => work(advance))
  if (!store.atomically(advance)) return dropped
  return store.atomically(() => work(() => true))
}

/** 410: the log cannot be continued. The outbox and the outcomes stay as they are. */
export function beginResync(store: SyncStore, ticket: PullTicket & { kind: 'changes' }): boolean {
  return store.atomically(() => {
    const begun = store.setState.beginSnapshot(ticket.cursor, ticket.generation)
    if (begun && !store.rules.outboxSurvivesResync) store.outbox.clear()
    return begun
  })
}

/** Half of the rows and more would go: more likely a fault of the server than a community that emptied overnight. */
const massRemoval = 0.5
/** Below this many rows a half is nothing unusual. */
const fewRows = 20

/** C4, one page. The sweep comes with the last one. */
export function applySnapshot(store: SyncStore, ticket: PullTicket & { kind: 'snapshot' }, page: z.infer<typeof SnapshotPage>, raw: unknown): Applied {
  const { scorer, rules } = store
  return store.atomically(() => {
    const now = store.state()
    const was = ticket.state
    if (now.generation !== was.generation || now.snapshot !== was.snapshot || now.after !== was.after) return dropped
    const asOf = rules.firstHead ? (was.asOf ?? page.asOf) : page.asOf
    if (placeOf(asOf).epoch !== placeOf(page.asOf).epoch) {
      // The server's log was replaced between two pages: begin again, and trust no number of the old one.
      store.setState.newEra()
      store.setState.beginSnapshot(now.cursor, now.generation)
      return { counted: true, changed: [], gone: [], more: true }
    }
    // Of rows that were seeded nobody knows by which log they were numbered.
    const unknown = now.cursor === null || placeOf(now.cursor).epoch !== placeOf(page.asOf).epoch
    if (was.asOf === null && unknown) store.setState.newEra()
    const { era } = store.state()
    if (!store.setState.snapshotPage(was, asOf, page.last ?? was.after, page.items.length, page.total)) return dropped
    const changed: string[] = []
    page.items.forEach(({ seq, item }, index) => {
      const at = standingOf(scorer, item)
      if (store.shadow.put({ seq, item, raw: rawAt(raw, 'items', index) ?? item }, { era, mark: now.snapshot }, at)) changed.push(item.id)
    })
    if (!page.more) return finishSnapshot(store, changed)
    return { counted: true, changed, gone: [], more: true }
  })
}

function finishSnapshot(store: SyncStore, changed: string[]): Applied {
  const state = store.state()
  if (state.asOf === null) throw new Error('A snapshot ends before its first page')
  const { seq } = placeOf(state.asOf)
  const sweepable = store.shadow.sweepable(state.snapshot, state.era, seq)
  if (state.sweep !== 'approved' && sweepable.held >= fewRows && sweepable.gone >= sweepable.held * massRemoval) {
    store.setState.setSweep('stopped')
    return { counted: true, changed, gone: [], more: false }
  }
  const removed = store.shadow.sweep(state.snapshot, state.era, seq)
  store.setState.endSnapshot(state.asOf)
  return { counted: true, changed, gone: removed, more: true }
}

/** A person looked at the stopped resync and lets it go on. */
export function approveSweep(store: SyncStore): Gone[] {
  return store.atomically(() => {
    if (store.state().sweep !== 'stopped') return []
    store.setState.setSweep('approved')
    return finishSnapshot(store, []).gone
  })
}

/** The most urgent items before the first page. Counts only while that page has not come: later it could bring back the dead. */
export function applySeeds(store: SyncStore, ticket: PullTicket & { kind: 'snapshot' }, top: z.infer<typeof QueueTop>, raw: unknown): Applied {
  return store.atomically(() => {
    const now = store.state()
    if (now.snapshot !== ticket.state.snapshot || now.generation !== ticket.state.generation || now.asOf !== null) return dropped
    const changed: string[] = []
    top.items.forEach(({ seq, item }, index) => {
      const at = standingOf(store.scorer, item)
      // Not marked as seen by the snapshot: if it is gone by then, the sweep takes it.
      if (store.shadow.put({ seq, item, raw: rawAt(raw, 'items', index) ?? item }, { era: now.era, mark: 0 }, at)) changed.push(item.id)
    })
    return { counted: true, changed, gone: [], more: true }
  })
}
