/** Decisions that differ from the scorer's level, as rows for retraining; the text leaves only when the caller allows it. */
import { levels, type Level } from '#contract/risk'

export interface ScoredDecision {
  itemId: string
  text: string
  scored: Level
  decided: Level
  p: { flag: number; urgent: number; crisis: number }
  packVersion: string
  decidedAt: string
}

export interface Disagreement {
  itemId: string
  scored: Level
  decided: Level
  /** Levels between the two; positive when the clinician saw more risk than the scorer. */
  steps: number
  p: { flag: number; urgent: number; crisis: number }
  packVersion: string
  decidedAt: string
  text?: string
}

/** Largest misses first: risk that the scorer did not see stands before risk it saw in vain. */
export function disagreements(decisions: readonly ScoredDecision[], options: { withText: boolean }): Disagreement[] {
  return decisions
    .filter((d) => d.scored !== d.decided)
    .map((d) => ({
      itemId: d.itemId,
      scored: d.scored,
      decided: d.decided,
      steps: levels.indexOf(d.scored) - levels.indexOf(d.decided),
      p: d.p,
      packVersion: d.packVersion,
      decidedAt: d.decidedAt,
      ...(options.withText ? { text: d.text } : {}),
    }))
    .sort((a, b) => b.steps - a.steps || (a.itemId < b.itemId ? -1 : 1))
}

/** One JSON object a line. */
export const exportDisagreements = (rows: readonly Disagreement[]): string => rows.map((r) => `${JSON.stringify(r)}\n`).join('')
