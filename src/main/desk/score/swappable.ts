import type { RiskContext, RiskScore } from '#contract/risk'
import type { Scorer } from '#risk'

/** One scorer for the whole desk, whose pack may be changed while it is open. */
export class SwappableScorer implements Scorer {
  #now: Scorer

  constructor(shipped: Scorer) {
    this.#now = shipped
  }

  get packVersion(): string {
    return this.#now.packVersion
  }

  score(text: string, context?: RiskContext): RiskScore {
    return this.#now.score(text, context)
  }

  use(scorer: Scorer): void {
    this.#now = scorer
  }
}
