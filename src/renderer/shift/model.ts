/** One's own shift on screen: asked for when the screen is opened, and what became of things only on demand. */
import type { Became, Bridge, BridgeError, ShiftGlance } from '#contract/bridge'
import { createStore } from '../app/store'

export type ShiftState = {
  glance: ShiftGlance | null
  /** Null until somebody asks. */
  became: readonly Became[] | null
  show: 'glance' | 'became'
  asTables: boolean
  cursor: number
  error: BridgeError | null
}

export class ShiftModel {
  readonly state = createStore<ShiftState>({ glance: null, became: null, show: 'glance', asTables: false, cursor: 0, error: null })
  readonly #bridge: Bridge

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  async load(): Promise<void> {
    const answer = await this.#bridge.call('shift.glance', {})
    if (answer.ok) this.state.patch({ glance: answer.value, error: null })
    else this.state.patch({ error: answer.error })
  }

  /** Opens the list, or goes back to the figures. */
  async toggleBecame(): Promise<void> {
    if (this.state.get().show === 'became') return this.state.patch({ show: 'glance' })
    this.state.patch({ show: 'became', cursor: 0 })
    const answer = await this.#bridge.call('shift.became', {})
    if (answer.ok) this.state.patch({ became: answer.value.list, error: null })
    else this.state.patch({ error: answer.error })
  }

  toggleTables(): void {
    this.state.patch({ asTables: !this.state.get().asTables })
  }

  move(by: 1 | -1): void {
    const { became, cursor } = this.state.get()
    if (became?.length) this.state.patch({ cursor: Math.max(0, Math.min(became.length - 1, cursor + by)) })
  }

  get chosen(): Became | null {
    const { became, show, cursor } = this.state.get()
    return show === 'became' ? (became?.[cursor] ?? null) : null
  }
}
