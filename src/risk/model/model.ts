/** The calibrated stack over text heads and rule features. */
import type { Pack } from '../pack/format'
import type { Parsed } from '../parse'
import { denseFeatures, featureNames } from './features'
import { H, heads, HeadScorer } from './heads'

export interface Probabilities {
  flag: number
  urgent: number
  crisis: number
  abuse: number
}

const FLAG = heads.indexOf('flag')
const URGENT = heads.indexOf('urgent')
const CRISIS = heads.indexOf('crisis')
const ABUSE = heads.indexOf('abuse')
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))

export interface TokenShare {
  token: number
  /** Share of the log-odds of "urgent". */
  weight: number
}

export class Model {
  private scorer: HeadScorer
  private dense = new Float64Array(featureNames.length)
  private z = new Float64Array(H)
  private buffer = new Float64Array(0)

  constructor(private pack: Pack) {
    this.scorer = new HeadScorer(pack.heads)
  }

  /** Probabilities of a parsed text. */
  judge(p: Parsed): Probabilities {
    const x = denseFeatures(p, this.dense)
    const text = this.scorer.score(p)
    const z = this.z
    for (let h = 0; h < H; h++) {
      const w = this.pack.stack[h]!.weights
      let v = this.pack.stack[h]!.bias
      for (let j = 0; j < x.length; j++) v += w[j]! * x[j]!
      for (let j = 0; j < H; j++) v += w[x.length + j]! * text[j]!
      z[h] = sigmoid(this.pack.platt[h]!.a * v + this.pack.platt[h]!.b)
    }
    // Flagged holds urgent holds crisis: the wider question is never less likely than the narrower one.
    const crisis = z[CRISIS]!
    const urgent = Math.max(z[URGENT]!, crisis)
    return { flag: Math.max(z[FLAG]!, urgent), urgent, crisis, abuse: z[ABUSE]! }
  }

  /** Whether hardly any word of the text judged last is one the model has met. */
  get strange(): boolean {
    const { words, known } = this.scorer
    return words >= 2 && known < words * 0.34
  }

  /** Each word's exact share of the log-odds of "urgent", for the text judged last; only what is worth showing. */
  shares(p: Parsed): TokenShare[] {
    if (this.buffer.length < p.tokens.count) this.buffer = new Float64Array(p.tokens.count + 256)
    const gain = this.pack.stack[URGENT]!.weights[featureNames.length + URGENT]! * this.pack.platt[URGENT]!.a
    const b = this.scorer.shares(p, URGENT, this.buffer)
    const out: TokenShare[] = []
    for (let k = 0; k < p.tokens.count; k++) {
      const weight = b[k]! * gain
      if (weight > 0.06 || weight < -0.06) out.push({ token: k, weight })
    }
    return out
  }
}
