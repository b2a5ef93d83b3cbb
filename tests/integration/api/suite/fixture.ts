import type { TestApi } from '../../support/api'

/** Real time, which a test can move on: sessions and authenticator codes go by real time. */
export class Clock {
  #ahead = 0
  readonly now = (): Date => new Date(Date.now() + this.#ahead)
  add(ms: number): void {
    this.#ahead += ms
  }
  reset(): void {
    this.#ahead = 0
  }
}

export type Fixture = { readonly api: TestApi; readonly clock: Clock }
