/** Leases that this desk was granted, as deadlines on a clock that nobody can set. */
import type { Clock } from '../clock'

export class OwnLeases {
  readonly #clock: Clock
  readonly #until = new Map<string, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** `until` and `serverTime` are the server's; only their difference counts. Gives the end on this computer's clock. */
  granted(item: string, until: string, serverTime: string): number {
    const left = Math.max(0, Date.parse(until) - Date.parse(serverTime))
    this.#until.set(item, this.#clock.monotonic() + left)
    return this.#clock.now() + left
  }

  /** Milliseconds that are left, or null when there is no live lease. */
  left(item: string): number | null {
    const until = this.#until.get(item)
    if (until === undefined) return null
    const left = until - this.#clock.monotonic()
    if (left > 0) return left
    this.#until.delete(item)
    return null
  }

  drop(item: string) {
    this.#until.delete(item)
  }
}
