/** A clock that stands until it is turned. Timers fire in order while it turns; promises settle in between. */
import type { Clock } from '../../../../src/main/desk/clock'

type Timer = { at: number; then: () => void }

export class TurnedClock implements Clock {
  #time: number
  #timers: Timer[] = []

  constructor(start = Date.parse('2026-11-23T08:00:00.000Z')) {
    this.#time = start
  }

  now() {
    return this.#time
  }

  monotonic() {
    return this.#time
  }

  after(ms: number, then: () => void): () => void {
    const timer = { at: this.#time + ms, then }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Somebody sets the computer's clock. Deadlines that run already keep their distance. */
  setBack(ms: number) {
    this.#time -= ms
    this.#timers = this.#timers.map((timer) => ({ ...timer, at: timer.at - ms }))
  }

  async turn(ms: number) {
    const end = this.#time + ms
    await settled()
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#timers = this.#timers.filter((other) => other !== next)
      this.#time = Math.max(this.#time, next.at)
      next.then()
      await settled()
    }
    this.#time = end
    await settled()
  }
}

/** Lets promises that wait for nothing outside run to their end. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve))
}
