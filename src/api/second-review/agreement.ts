/** Agreement of second readings with first ones, over groups that are large enough. Reads no person: its rows name none. */
import { classOf, leastReadings, verdictClasses, type Agreement, type AgreementOf, type KappaFigure } from '#contract/agreement'
import type { Verdict } from '#contract/review'
import { levels, type Level } from '#contract/risk'
import { one, statement, type Sql } from '../db/sql'
import { cohensKappa, countPairs, type Kappa } from './kappa'

export type Reading = { topic: string; first_level: Level; own_level: Level; first_verdict: Verdict; verdict: Verdict }

const answered = statement<Reading>(
  'agreement_answered',
  `select t.name as topic, s.first_level, s.own_level, s.first_verdict, s.verdict from second_review s
   join post p on p.id = s.post_id join topic t on t.id = p.topic_id
   where s.answered_at > $1 and s.answered_at <= $2 and s.own_level is not null and s.verdict <> 'hand_on'`,
)
const unanswered = statement<{ n: number }>(
  'agreement_waiting',
  `select count(*)::int as n from second_review s join item i on i.id = s.item where s.answered_at is null and i.status = 'open' and not i.removed`,
)

const figure = (kappa: Kappa | null): KappaFigure => (kappa === null ? null : { kappa: kappa.kappa, low: kappa.low, high: kappa.high })

/** Null below `leastReadings`. Levels with quadratic weights, because they have an order; classes of verdicts without. */
export function agreementOf(readings: readonly Reading[]): AgreementOf | null {
  if (readings.length < leastReadings) return null
  const given = readings.map((reading) => [reading.first_level, reading.own_level] as const)
  const done = readings.map((reading) => [classOf[reading.first_verdict], classOf[reading.verdict]] as const)
  const same = (pairs: readonly (readonly [unknown, unknown])[]) => pairs.filter(([first, second]) => first === second).length
  return {
    n: readings.length,
    levels: figure(cohensKappa(countPairs(levels, given), 'quadratic')),
    verdicts: figure(cohensKappa(countPairs<unknown>(verdictClasses, done), 'plain')),
    same: { levels: same(given), verdicts: same(done) },
  }
}

/** One period for all: the difference of two neighbouring ones would come down to single readings. */
const periodMs = 90 * 86_400_000

/** With one topic withheld, the whole less the others would tell of it: then the smallest of the others is withheld, too. */
export function withheldTogether<T extends { of: { n: number } | null }>(topics: readonly T[]): (T | (T & { of: null }))[] {
  if (topics.filter(({ of }) => of === null).length !== 1) return [...topics]
  const [smallest] = topics.filter(({ of }) => of !== null).sort((a, b) => (a.of?.n ?? 0) - (b.of?.n ?? 0))
  return topics.map((one) => (one === smallest ? { ...one, of: null } : one))
}

export async function agreement(sql: Sql, { share, now }: { share: number; now: Date }): Promise<Agreement> {
  const from = new Date(now.getTime() - periodMs)
  const readings = await sql.query(answered, [from, now])
  const { n: waiting } = await one(sql, unanswered, [])
  const all = [...new Set(readings.map(({ topic }) => topic))].map((topic) => ({ topic, of: agreementOf(readings.filter((reading) => reading.topic === topic)) }))
  const topics = withheldTogether(all)
  return {
    from: from.toISOString(),
    to: now.toISOString(),
    read: readings.length,
    waiting,
    share,
    overall: agreementOf(readings),
    topics: topics.flatMap(({ topic, of }) => (of === null ? [] : [{ topic, ...of }])).sort((a, b) => b.n - a.n || (a.topic < b.topic ? -1 : 1)),
    withheld: topics.filter(({ of }) => of === null).length,
  }
}
