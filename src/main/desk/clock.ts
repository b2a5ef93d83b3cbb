/** Time as the core sees it. Injected, so that tests turn it by hand. */
export interface Clock {
  /** Milliseconds since 1970; may jump when somebody sets the clock. */
  now(): number
  /** Milliseconds that only ever go forward; for deadlines. */
  monotonic(): number
  /** Calls back once; returns the way to call it off. */
  after(ms: number, then: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  },
}

export const instant = (ms: number): string => new Date(ms).toISOString()
