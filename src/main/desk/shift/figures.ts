/** Figures of a shift. Pure; all times in milliseconds. */
import type { Verdict } from '#contract/review'
import { levels, type Level } from '#contract/risk'
import { clocks } from '#contract/review'
import type { Deciding } from '../care/events'

/** The value that a share of all values does not exceed (nearest rank); null without any. */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}

export type Times = { decided: number; medianMs: number | null; p90Ms: number | null; clockMs: number; inTime: number }

/** How long things waited until this person decided them, level by level, against the level's clock. */
export function timesOf(decisions: readonly Deciding[]): Record<Level, Times> {
  const of = (level: Level): Times => {
    const waits = decisions.filter((one) => one.level === level).map(({ at, queuedAt }) => Math.max(0, at - queuedAt))
    const inTime = waits.filter((wait) => wait <= clocks[level]).length
    return { decided: waits.length, medianMs: quantile(waits, 0.5), p90Ms: quantile(waits, 0.9), clockMs: clocks[level], inTime }
  }
  return Object.fromEntries(levels.map((level) => [level, of(level)])) as Record<Level, Times>
}

export type Counts = Partial<Record<Verdict, number>>

export function countsOf(decisions: readonly { verdict: Verdict }[]): Counts {
  const counts: Counts = {}
  for (const { verdict } of decisions) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}

const minute = 60_000
const stepLengths = [10, 15, 30, 60, 120].map((minutes) => minutes * minute)
const mostSteps = 16

/** Steps short enough to show the shift and few enough to read: at most 16. */
export const stepOf = (length: number): number => stepLengths.find((step) => length / step <= mostSteps) ?? Math.ceil(length / mostSteps / minute) * minute

/** Decisions by kind, step by step from `from` to `to`; a step without any is there, too. */
export function stepsOf(decisions: readonly Deciding[], from: number, to: number): { stepMs: number; steps: { from: number; counts: Counts }[] } {
  const stepMs = stepOf(Math.max(1, to - from))
  const count = Math.max(1, Math.ceil((to - from) / stepMs))
  const steps = Array.from({ length: count }, (_, place) => {
    const start = from + place * stepMs
    const last = place === count - 1
    return { from: start, counts: countsOf(decisions.filter(({ at }) => at >= start && (last || at < start + stepMs))) }
  })
  return { stepMs, steps }
}
