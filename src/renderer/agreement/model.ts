/** How far second readings agree with first ones, at this window. */
import type { Agreement, KappaFigure } from '#contract/agreement'
import type { Bridge, BridgeError } from '#contract/bridge'
import { createStore } from '../app/store'
import { plural } from '../components/words'

export type AgreementState = { agreement: Agreement | null; asTables: boolean; error: BridgeError | null }

export class AgreementModel {
  readonly state = createStore<AgreementState>({ agreement: null, asTables: false, error: null })
  readonly #bridge: Bridge

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  async load(): Promise<void> {
    const answer = await this.#bridge.call('agreement.read', {})
    if (answer.ok) this.state.patch({ agreement: answer.value, error: null })
    else this.state.patch({ error: answer.error })
  }

  toggleTables(): void {
    this.state.patch({ asTables: !this.state.get().asTables })
  }
}

/** In words, after J. R. Landis and G. G. Koch, Biometrics 1977;33:159-174. */
export const kappaWord = (kappa: number): string => {
  if (kappa < 0) return 'less than chance'
  if (kappa <= 0.2) return 'slight'
  if (kappa <= 0.4) return 'fair'
  if (kappa <= 0.6) return 'moderate'
  if (kappa <= 0.8) return 'substantial'
  return 'almost complete'
}

const two = (value: number) => value.toFixed(2).replace('-', '−')

export const kappaWords = (of: KappaFigure): string => (of === null ? 'not defined: only one answer was ever given' : `${two(of.kappa)} (${two(of.low)} to ${two(of.high)}), ${kappaWord(of.kappa)}`)

export type Bar = { name: string; levels: number | null; verdicts: number | null }

export const bars = ({ overall, topics }: Agreement): Bar[] =>
  [...(overall ? [{ topic: 'Overall', ...overall }] : []), ...topics].map(({ topic, n, levels, verdicts }) => ({ name: `${topic} (${n})`, levels: levels?.kappa ?? null, verdicts: verdicts?.kappa ?? null }))

export const withheldWords = (agreement: Agreement): string => {
  const least = agreement.overall === null ? `Fewer than ten second readings so far (${agreement.read}), so there is no figure yet.` : ''
  const topics = agreement.withheld > 0 && agreement.overall !== null ? `${plural(agreement.withheld, 'topic')} with fewer than ten readings ${agreement.withheld === 1 ? 'is' : 'are'} not shown.` : ''
  return least || topics
}
