/** Who is at the desk and how it stands with the core and the network. */
import type { Bridge, BridgeError, CallInput, CallName, CallOutput, DeskState, SyncStatus } from '#contract/bridge'
import { createStore, type Store } from './store'
import type { CoreLink, LinkedBridge } from '../transport/connection'

export type AppInfo = CallOutput<'app.info'>

export type DeskView = {
  /** Null until the core has answered for the first time. */
  state: DeskState | null
  info: AppInfo | null
  sync: SyncStatus | null
  link: CoreLink
  /** A call that changes the desk's state is under way. */
  busy: boolean
  /** The last refusal of sign-in or unlock, in the core's words. */
  refusal: BridgeError | null
}

type StateCall = 'desk.signIn' | 'desk.chooseProfile' | 'vault.create' | 'vault.unlock' | 'vault.unlockWithKeychain' | 'vault.useKeychain' | 'vault.lock'

export class Desk {
  readonly view: Store<DeskView>
  readonly bridge: LinkedBridge

  constructor(bridge: LinkedBridge, view = createStore<DeskView>({ state: null, info: null, sync: null, link: 'answering', busy: false, refusal: null })) {
    this.bridge = bridge
    this.view = view
  }

  /** Listens and asks for the first time. Returns the way to stop. */
  start(): () => void {
    const stops = [
      this.bridge.on('desk.state', (state) => this.#settle(state)),
      this.bridge.on('sync.status', (sync) => this.view.patch({ sync })),
      this.bridge.onLink((link) => {
        this.view.patch({ link })
        if (link === 'answering') void this.ask()
      }),
    ]
    void this.ask()
    return () => stops.forEach((stop) => stop())
  }

  async ask(): Promise<void> {
    const [state, info] = await Promise.all([this.bridge.call('desk.state', {}), this.bridge.call('app.info', {})])
    if (info.ok) this.view.patch({ info: info.value })
    if (state.ok) {
      this.view.patch({ link: 'answering' })
      this.#settle(state.value)
    } else {
      this.view.patch({ link: 'lost' })
      setTimeout(() => void this.ask(), 1500)
      return
    }
    if (state.value.phase === 'open') {
      const sync = await this.bridge.call('sync.status', {})
      if (sync.ok) this.view.patch({ sync: sync.value })
    }
  }

  /** Sign-in, unlock and lock: one at a time; a refusal is kept for the screen that asked. */
  async change<N extends StateCall>(name: N, input: CallInput<N>): Promise<boolean> {
    if (this.view.get().busy) return false
    this.view.patch({ busy: true, refusal: null })
    const answer = await this.bridge.call(name, input)
    this.view.patch({ busy: false })
    if (!answer.ok) {
      this.view.patch({ refusal: answer.error })
      return false
    }
    this.#settle(answer.value as DeskState)
    return true
  }

  async rebuild(): Promise<CallOutput<'vault.rebuild'> | null> {
    this.view.patch({ busy: true, refusal: null })
    const answer = await this.bridge.call('vault.rebuild', { confirm: 'set-aside' })
    this.view.patch({ busy: false })
    if (!answer.ok) {
      this.view.patch({ refusal: answer.error })
      return null
    }
    this.#settle(answer.value.state)
    return answer.value
  }

  #settle(state: DeskState): void {
    const before = this.view.get().state
    this.view.patch({ state, refusal: before?.phase === state.phase ? this.view.get().refusal : null })
    if (before?.phase === 'open' && state.phase !== 'open') this.onClosed()
    if (before?.phase !== 'open' && state.phase === 'open') {
      void this.bridge.call('sync.status', {}).then((sync) => sync.ok && this.view.patch({ sync: sync.value }))
    }
  }

  /** The cache was closed: everything that was read here leaves this window's memory with a reload. */
  onClosed: () => void = () => undefined
}

/** Sugar for calls whose failure the caller only shows. */
export async function ask<N extends CallName>(bridge: Bridge, name: N, input: CallInput<N>, onError: (error: BridgeError) => void): Promise<CallOutput<N> | null> {
  const answer = await bridge.call(name, input)
  if (answer.ok) return answer.value
  onError(answer.error)
  return null
}
