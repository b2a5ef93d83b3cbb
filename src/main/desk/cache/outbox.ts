/** Decisions on their way to the server. A row leaves only with its outcome, or when its author undoes it in time. */
import { and, eq, inArray, lte, asc, sql } from 'drizzle-orm'
import { Decision } from '#contract/review'
import type { WriteHandle, ReadHandle } from './open'
import { outbox } from './schema'

export type OutboxRow = typeof outbox.$inferSelect
export type Waiting = Omit<OutboxRow, 'payload'> & { decision: Decision }

const waiting = ({ payload, ...row }: OutboxRow): Waiting => ({ ...row, decision: Decision.parse(JSON.parse(payload)) })
const at = sql.placeholder('now')
const id = sql.placeholder('id')

export function outboxReads({ orm }: ReadHandle) {
  const all = orm.select().from(outbox).orderBy(asc(outbox.decisionId)).prepare()
  const one = orm.select().from(outbox).where(eq(outbox.decisionId, id)).prepare()
  const byItem = orm.select().from(outbox).where(eq(outbox.itemId, id)).prepare()
  const count = orm.select({ n: sql<number>`count(*)` }).from(outbox).prepare()
  const items = orm.select({ item: outbox.itemId }).from(outbox).prepare()
  const due = orm
    .select()
    .from(outbox)
    .where(and(eq(outbox.state, 'ready'), lte(outbox.nextAt, at)))
    .orderBy(asc(outbox.nextAt), asc(outbox.decisionId))
    .limit(sql.placeholder('limit'))
    .prepare()
  const next = orm
    .select({ at: sql<number | null>`min(case state when 'held' then undo_until else next_at end)` })
    .from(outbox)
    .where(inArray(outbox.state, ['held', 'ready']))
    .prepare()
  return {
    all: (): Waiting[] => all.all().map(waiting),
    find: (decision: string): Waiting | null => {
      const row = one.get({ id: decision })
      return row === undefined ? null : waiting(row)
    },
    forItem: (item: string): Waiting | null => {
      const row = byItem.get({ id: item })
      return row === undefined ? null : waiting(row)
    },
    count: (): number => count.get()?.n ?? 0,
    items: (): string[] => items.all().map((row) => row.item),
    due: (now: number, limit: number): Waiting[] => due.all({ now, limit }).map(waiting),
    /** When the next row becomes due, or null when none waits. */
    nextDue: (): number | null => next.get()?.at ?? null,
  }
}
export type OutboxReads = ReturnType<typeof outboxReads>

export function outboxWrites({ db, orm }: WriteHandle) {
  const insert = orm
    .insert(outbox)
    .values({
      decisionId: id,
      itemId: sql.placeholder('item'),
      payload: sql.placeholder('payload'),
      state: sql.placeholder('state'),
      attempts: 0,
      nextAt: sql.placeholder('nextAt'),
      undoUntil: sql.placeholder('undoUntil'),
      lastAnswer: null,
    })
    .prepare()
  const undo = orm.delete(outbox).where(and(eq(outbox.decisionId, id), eq(outbox.state, 'held'))).prepare()
  const remove = orm.delete(outbox).where(eq(outbox.decisionId, id)).prepare()
  const clear = orm.delete(outbox).prepare()
  const release = orm
    .update(outbox)
    .set({ state: 'ready', nextAt: sql`undo_until` })
    .where(and(eq(outbox.state, 'held'), lte(outbox.undoUntil, at)))
    .prepare()
  const hasten = orm.update(outbox).set({ state: 'ready', nextAt: sql`${at}`, undoUntil: sql`${at}` }).where(eq(outbox.state, 'held')).prepare()
  const sending = orm.update(outbox).set({ state: 'sending', attempts: sql`attempts + 1` }).where(eq(outbox.decisionId, id)).prepare()
  const again = orm
    .update(outbox)
    .set({ state: 'ready', nextAt: sql`${at}`, lastAnswer: sql`${sql.placeholder('answer')}` })
    .where(eq(outbox.decisionId, id))
    .prepare()
  const keep = orm
    .update(outbox)
    .set({ state: 'needs-update', lastAnswer: sql`${sql.placeholder('answer')}` })
    .where(eq(outbox.decisionId, id))
    .prepare()
  const revive = orm.update(outbox).set({ state: 'ready', nextAt: sql`min(next_at, ${at})` }).where(inArray(outbox.state, ['sending', 'needs-update'])).prepare()
  const hurry = orm.update(outbox).set({ nextAt: sql`min(next_at, ${at})` }).where(and(eq(outbox.state, 'ready'), sql`last_answer is null`)).prepare()
  const held = (decision: Decision, undoUntil: number) => {
    insert.run({ id: decision.id, item: decision.item, payload: JSON.stringify(decision), state: 'held', nextAt: undoUntil, undoUntil })
  }
  return {
    /** All or none. */
    hold: (decisions: readonly Decision[], undoUntil: number) => {
      db.transaction(() => decisions.forEach((decision) => held(decision, undoUntil))).immediate()
    },
    /** A rescued decision: its time for undo is over. */
    enqueue: (decision: Decision, now: number) => {
      insert.run({ id: decision.id, item: decision.item, payload: JSON.stringify(decision), state: 'ready', nextAt: now, undoUntil: now })
    },
    /** False when it is no longer held. */
    undo: (decision: string): boolean => undo.run({ id: decision }).changes > 0,
    remove: (decision: string) => remove.run({ id: decision }),
    clear: () => clear.run(),
    /** Held rows whose time for undo is over may leave. */
    release: (now: number): number => release.run({ now }).changes,
    /** The clinician does not want to wait for the end of undo: held rows may leave now. */
    releaseAll: (now: number): number => hasten.run({ now }).changes,
    markSending: (decision: string) => sending.run({ id: decision }),
    retryAt: (decision: string, when: number, answer: string | null) => again.run({ id: decision, now: when, answer }),
    keepForUpdate: (decision: string, answer: string) => keep.run({ id: decision, answer }),
    /** After a start: nobody knows what became of rows in flight, so they go again with the same id. */
    revive: (now: number) => revive.run({ now }),
    /** The network is back: rows that only waited for it go at once. */
    hurry: (now: number) => hurry.run({ now }),
  }
}
export type OutboxWrites = ReturnType<typeof outboxWrites>
