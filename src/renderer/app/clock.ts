import { useSyncExternalStore } from 'react'

/** One timer per pace for the whole window; nothing ticks while nobody looks at it. */
function ticker(everyMs: number) {
  let now = Date.now()
  let timer: ReturnType<typeof setInterval> | null = null
  const listeners = new Set<() => void>()
  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      if (Date.now() - now > 200) {
        now = Date.now()
        for (const l of listeners) l()
      }
      timer ??= setInterval(() => {
        now = Date.now()
        for (const l of listeners) l()
      }, everyMs)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0 && timer) {
          clearInterval(timer)
          timer = null
        }
      }
    },
    /** Steady between ticks, as React asks; caught up when the first one starts to look. */
    read() {
      if (!timer && Date.now() - now > everyMs) now = Date.now()
      return now
    },
  }
}

const calm = ticker(15_000)
const seconds = ticker(1000)

/** Milliseconds since 1970, renewed every 15 s: for ages. */
export const useNow = () => useSyncExternalStore(calm.subscribe, calm.read)
/** Renewed every second: only for leases and undo. */
export const useSecond = () => useSyncExternalStore(seconds.subscribe, seconds.read)
