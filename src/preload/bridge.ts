/** The two functions that the renderer sees. A function of injected parts, so that it can be tested without Electron. */
import type { Bridge, BridgeAnswer, CallInput, CallName, EventName, EventPayload } from '#contract/bridge'

export type PreloadParts = {
  invoke: (name: string, input: unknown) => Promise<unknown>
  onEvent: (listener: (name: unknown, payload: unknown) => void) => void
}

/** Exactly `call` and `on`: neither ipcRenderer nor its event objects reach the page. The main process validates both ways. */
export function preloadBridge(parts: PreloadParts): Bridge {
  const listeners = new Map<string, Set<(payload: never) => void>>()
  parts.onEvent((name, payload) => {
    if (typeof name !== 'string') return
    for (const listener of listeners.get(name) ?? []) (listener as (payload: unknown) => void)(payload)
  })
  return {
    call: <N extends CallName>(name: N, input: CallInput<N>) => parts.invoke(name, input) as Promise<BridgeAnswer<N>>,
    on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) => {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener as (payload: never) => void))
      return () => void set.delete(listener as (payload: never) => void)
    },
  }
}
