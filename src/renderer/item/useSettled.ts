import { useEffect, type DependencyList } from 'react'

/** How long an item stays on screen before what stands beside it is looked up (ms): moving on with a held key asks for nothing. */
export const settleMs = 120

/** An effect that begins once its item has stayed for a moment; what it gives back ends it. */
export function useSettled(begin: () => (() => void) | undefined, deps: DependencyList): void {
  useEffect(() => {
    let end: (() => void) | undefined
    const timer = setTimeout(() => (end = begin()), settleMs)
    return () => {
      clearTimeout(timer)
      end?.()
    }
    // Whoever calls it gives what it depends on, as with any effect.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, deps)
}
