/** The risk scorer's one interface. Pure and synchronous: no I/O, no clock, no randomness. */
import type { RiskContext, RiskScore } from '#contract/risk'
import { RULES_VERSION, scoreByRules } from './score'

export interface Scorer {
  readonly packVersion: string
  /** Never throws, whatever the text. Spans are UTF-16 offsets of `text` itself. */
  score(text: string, context?: RiskContext): RiskScore
}

export function createScorer(): Scorer {
  return { packVersion: RULES_VERSION, score: (text, context) => scoreByRules(text, context) }
}
