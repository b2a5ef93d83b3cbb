/** How the scorer does on this desk: computed here from what the encrypted cache holds, and sent nowhere. */
import type { ScorerMiss, ScorerReport } from '#contract/bridge'
import { foundUrgent, levelsSaid, nearestSaid } from '#contract/level-said'
import type { ReviewItem } from '#contract/review'
import { levels, type Level } from '#contract/risk'
import { assessDrift, disagreements, exportDisagreements, type ScoredDecision, type Scorer } from '#risk'
import { itemOf } from '../cache/item-row'
import type { ReadHandle } from '../cache/open'
import { scoreItem } from './score'

const week = 7 * 24 * 3_600_000
/** Items that are scored for a figure, at most: a report takes a tenth of a second. */
const sample = 600
const mostDecided = 2_000
const mostShown = 50
/** Decisions in a step of the calibration, at least. */
const leastInStep = 5
const steps = [0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1.0001] as const

type Judged = ScoredDecision & { item: ReviewItem; urgent: boolean }

export function scorerReads({ db }: ReadHandle, scorer: Scorer) {
  const decidedRows = db.prepare<[number], string>('select payload from item where decided_at is not null order by decided_at desc limit ?').pluck()
  const sampleOf = (which: string) =>
    db.prepare<[number, number], string>(`select payload from item where queued_at ${which} ? and queued_at > 0 order by (rid * 2654435761) % 1000003 limit ?`).pluck()
  const [recentRows, olderRows] = [sampleOf('>='), sampleOf('<')]
  const mixOf = (which: string) => db.prepare<[number], { level: number; n: number }>(`select level, count(*) as n from item where queued_at ${which} ? group by level`)
  const [recentMix, olderMix] = [mixOf('>='), mixOf('<')]

  const decided = (): Judged[] =>
    decidedRows.all(mostDecided).flatMap((payload) => {
      const item = itemOf(payload)
      const { decision } = item
      if (decision === null || item.kind !== 'content') return []
      const said = levelsSaid(decision.verdict, decision.reason)
      const score = scoreItem(scorer, item)
      if (said === null || score.abstained) return []
      const urgent = foundUrgent(decision.verdict, decision.reason)
      return [{ itemId: item.id, text: item.post.text, scored: score.level, decided: nearestSaid(said, score.level), p: score.p, packVersion: scorer.packVersion, decidedAt: decision.at, item, urgent }]
    })
  const urgencies = (payloads: string[]) => payloads.map((payload) => scoreItem(scorer, itemOf(payload)).p.urgent)

  const calibration = (judged: readonly Judged[]): ScorerReport['calibration'] =>
    steps.slice(1).flatMap((to, i) => {
      const within = judged.filter(({ p }) => p.urgent >= (steps[i] ?? 0) && p.urgent < to)
      if (within.length < leastInStep) return []
      const mean = within.reduce((sum, { p }) => sum + p.urgent, 0) / within.length
      return [{ predicted: mean, found: within.filter(({ urgent }) => urgent).length / within.length, n: within.length }]
    })

  const mix = (since: number): ScorerReport['mix'] => {
    const shares = (rows: { level: number; n: number }[]) => {
      const total = rows.reduce((sum, { n }) => sum + n, 0)
      return (level: Level) => (total === 0 ? 0 : (rows.find((row) => row.level === levels.indexOf(level))?.n ?? 0) / total)
    }
    const [recent, before] = [shares(recentMix.all(since)), shares(olderMix.all(since))]
    return levels.map((level) => ({ level, recent: recent(level), before: before(level) }))
  }

  return {
    report: (now: number): Omit<ScorerReport, 'pack'> => {
      const judged = decided()
      const byId = new Map(judged.map((one) => [one.itemId, one]))
      const missed = disagreements(judged, { withText: false })
      const [recent, reference] = [urgencies(recentRows.all(now - week, sample)), urgencies(olderRows.all(now - week, sample))]
      const enough = recent.length >= 100 && reference.length >= 100
      const drift = enough ? assessDrift(reference, recent, judged.map(({ p, urgent }) => ({ p: p.urgent, outcome: urgent }))) : null
      return {
        judged: judged.length,
        missed: { sawMore: missed.filter(({ steps: apart }) => apart > 0).length, sawLess: missed.filter(({ steps: apart }) => apart < 0).length },
        misses: missed.slice(0, mostShown).flatMap((one): ScorerMiss[] => {
          const { item } = byId.get(one.itemId) ?? {}
          if (!item?.decision) return []
          return [{ item: item.id, at: item.decision.at, topic: item.post.topic.name, verdict: item.decision.verdict, scored: one.scored, decided: one.decided, steps: one.steps }]
        }),
        drift: drift === null ? null : { psi: drift.psi, alarm: drift.alarm, reasons: drift.reasons, recent: recent.length, reference: reference.length },
        mix: mix(now - week),
        calibration: calibration(judged),
      }
    },
    exported: (withText: boolean): { text: string; count: number } => {
      const rows = disagreements(decided(), { withText })
      return { text: exportDisagreements(rows), count: rows.length }
    },
  }
}
