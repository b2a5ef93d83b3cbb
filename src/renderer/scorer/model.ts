/** How the scorer does on this desk, at this window. */
import type { BridgeError, ScorerMiss, ScorerReport } from '#contract/bridge'
import { say } from '../app/announce'
import { nav, wish } from '../app/nav'
import { createStore } from '../app/store'
import { plural } from '../components/words'
import type { LinkedBridge } from '../transport/connection'

export type ScorerState = { report: ScorerReport | null; cursor: number; asTables: boolean; error: BridgeError | null }

/** Gives a text to the person as a file of their own. */
export type SaveFile = (name: string, text: string) => void

const download: SaveFile = (name, text) => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export class ScorerModel {
  readonly state = createStore<ScorerState>({ report: null, cursor: 0, asTables: false, error: null })
  readonly #bridge: LinkedBridge
  readonly #save: SaveFile

  constructor(bridge: LinkedBridge, save: SaveFile = download) {
    this.#bridge = bridge
    this.#save = save
  }

  async load(): Promise<void> {
    const answer = await this.#bridge.call('scorer.report', {})
    if (!answer.ok) return this.state.patch({ error: answer.error })
    const report = answer.value
    this.state.patch({ report, cursor: Math.max(0, Math.min(this.state.get().cursor, report.misses.length - 1)), error: null })
  }

  get chosen(): ScorerMiss | null {
    const { report, cursor } = this.state.get()
    return report?.misses[cursor] ?? null
  }

  move(by: 1 | -1): void {
    const { report, cursor } = this.state.get()
    if (report?.misses.length) this.state.patch({ cursor: Math.max(0, Math.min(report.misses.length - 1, cursor + by)) })
  }

  toggleTables(): void {
    this.state.patch({ asTables: !this.state.get().asTables })
  }

  closeExport(): void {
    nav.patch({ overlay: null })
    wish('screen')
  }

  async export(withText: boolean): Promise<void> {
    const answer = await this.#bridge.call('scorer.export', { withText })
    if (!answer.ok) return say(answer.error.message, { tone: 'attention' })
    this.closeExport()
    const { file, text, count } = answer.value
    this.#save(file, text)
    say(`${plural(count, 'disagreement')} saved as ${file}${withText ? ', with what members wrote: keep it as you keep their records' : ', without texts or names'}.`)
  }
}
