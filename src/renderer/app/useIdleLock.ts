import { useEffect, useState } from 'react'
import type { Desk } from './desk'
import { preferences } from './preferences'
import { createStore, useStore } from './store'

/** Milliseconds until the desk locks itself, only while that is near; null otherwise. */
export const lockNear = createStore<number | null>(null)

const warnMs = 60_000

/** Locks after a while without a key, a click or a scroll. A desk without a window is locked by its host. */
export function useIdleLock(desk: Desk): void {
  const minutes = useStore(preferences, (p) => p.lockAfterMinutes)
  const [last] = useState(() => ({ at: Date.now() }))
  useEffect(() => {
    const touch = () => {
      last.at = Date.now()
      if (lockNear.get() !== null) lockNear.set(null)
    }
    const names = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const name of names) window.addEventListener(name, touch, { passive: true, capture: true })
    const timer = setInterval(() => {
      const left = last.at + minutes * 60_000 - Date.now()
      if (left <= 0) void desk.change('vault.lock', {})
      else lockNear.set(left <= warnMs ? left : null)
    }, 1000)
    return () => {
      for (const name of names) window.removeEventListener(name, touch, { capture: true })
      clearInterval(timer)
    }
  }, [desk, minutes, last])
}
