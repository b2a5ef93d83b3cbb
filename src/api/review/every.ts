/** Work that is looked for now and then. One look never overlaps the next; stopping waits for the one under way. */
export function every(ms: number, look: () => Promise<unknown>, onError: (error: unknown) => void): () => Promise<void> {
  let looking: Promise<void> | null = null
  const timer = setInterval(() => {
    looking ??= look()
      .then(() => undefined, onError)
      .finally(() => {
        looking = null
      })
  }, ms)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}
