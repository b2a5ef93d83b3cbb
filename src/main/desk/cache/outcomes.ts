/** What became of this desk's decisions, kept for their author until acknowledged, and after. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { Decision, Outcome } from '#contract/review'
import type { ReadHandle, WriteHandle } from './open'
import { outcome } from './schema'

export type Recorded = { decision: Decision; outcome: Outcome; at: number; needsAttention: boolean; acknowledgedAt: number | null }

const recorded = (row: typeof outcome.$inferSelect): Recorded => ({
  decision: Decision.parse(JSON.parse(row.payload)),
  outcome: Outcome.parse(JSON.parse(row.outcome)),
  at: row.at,
  needsAttention: row.needsAttention === 1,
  acknowledgedAt: row.acknowledgedAt,
})

/** Everything but `applied` is news to its author. */
export const needsAttention = (kind: Outcome['kind']): boolean => kind !== 'applied' && kind !== 'retry'

const listed = 500

export function outcomeReads({ orm }: ReadHandle) {
  const unseen = and(eq(outcome.needsAttention, 1), isNull(outcome.acknowledgedAt))
  const open = orm.select().from(outcome).where(unseen).orderBy(desc(outcome.at)).limit(listed).prepare()
  const all = orm.select().from(outcome).orderBy(desc(outcome.at)).limit(listed).prepare()
  const one = orm.select().from(outcome).where(eq(outcome.decisionId, sql.placeholder('id'))).prepare()
  const count = orm.select({ n: sql<number>`count(*)` }).from(outcome).where(unseen).prepare()
  return {
    unacknowledged: (): Recorded[] => open.all().map(recorded),
    all: (): Recorded[] => all.all().map(recorded),
    find: (decision: string): Recorded | null => {
      const row = one.get({ id: decision })
      return row === undefined ? null : recorded(row)
    },
    conflicts: (): number => count.get()?.n ?? 0,
  }
}
export type OutcomeReads = ReturnType<typeof outcomeReads>

export function outcomeWrites({ orm }: WriteHandle) {
  const put = (name: string) => sql.placeholder(name)
  const insert = orm
    .insert(outcome)
    .values({ decisionId: put('id'), itemId: put('item'), payload: put('payload'), outcome: put('outcome'), at: put('at'), needsAttention: put('attention'), acknowledgedAt: null })
    .onConflictDoNothing()
    .prepare()
  const acknowledge = orm
    .update(outcome)
    .set({ acknowledgedAt: sql`${put('now')}` })
    .where(and(eq(outcome.decisionId, put('id')), isNull(outcome.acknowledgedAt)))
    .prepare()
  return {
    /** The first answer stands: a repeat changes nothing. */
    record: (decision: Decision, answer: Outcome, at: number) => {
      insert.run({
        id: decision.id,
        item: decision.item,
        payload: JSON.stringify(decision),
        outcome: JSON.stringify(answer),
        at,
        attention: needsAttention(answer.kind) ? 1 : 0,
      })
    },
    acknowledge: (decision: string, now: number): boolean => acknowledge.run({ id: decision, now }).changes > 0,
  }
}
export type OutcomeWrites = ReturnType<typeof outcomeWrites>
