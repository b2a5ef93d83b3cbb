/** The risk scorer's one interface. Pure and synchronous: no I/O, no clock, no randomness. */
import type { RiskContext, RiskScore } from '#contract/risk'

export interface Scorer {
  readonly packVersion: string
  /** Never throws, whatever the text. Spans are UTF-16 offsets of `text` itself. */
  score(text: string, context?: RiskContext): RiskScore
}

export function createScorer(): Scorer {
  return {
    packVersion: 'unscored',
    score: () => ({
      level: 'amber',
      p: { flag: 0.5, urgent: 0, crisis: 0 },
      categories: [],
      spans: [],
      pii: [],
      abstained: true,
      abstainReason: 'No risk pack is loaded.',
      packVersion: 'unscored',
    }),
  }
}
