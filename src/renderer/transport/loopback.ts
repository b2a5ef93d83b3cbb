import type { BridgeAnswer, CallInput, CallName, EventName, EventPayload } from '#contract/bridge'
import type { CoreLink, LinkedBridge } from './connection'

const notAnswering = 'The workstation’s core is not answering. What you saved is safe on this desk. Trying again.'

type Parts = { fetch: typeof fetch; openEvents: (url: string) => EventSource; retryMs?: number }

/**
 * The bridge over the loopback host: `POST /bridge/<call>` for calls, one event stream for events. Same origin, so the
 * host's cookie travels by itself. A call never rejects: a lost host is an `internal` answer and a `lost` link.
 */
export function loopbackBridge(parts: Partial<Parts> = {}): LinkedBridge {
  const doFetch = parts.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init))
  const openEvents = parts.openEvents ?? ((url: string) => new EventSource(url))
  const retryMs = parts.retryMs ?? 1500
  const links = new Set<(link: CoreLink) => void>()
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  let link: CoreLink = 'answering'
  let source: EventSource | null = null

  const setLink = (next: CoreLink) => {
    if (next === link) return
    link = next
    for (const listener of links) listener(next)
  }

  const deliver = (name: EventName, data: string) => {
    const payload: unknown = JSON.parse(data)
    for (const listener of listeners.get(name) ?? []) (listener as (p: unknown) => void)(payload)
  }

  const attach = (name: EventName) => source?.addEventListener(name, (message) => deliver(name, (message as MessageEvent<string>).data))

  const connect = () => {
    const opened = openEvents('/bridge/events')
    source = opened
    for (const name of listeners.keys()) attach(name)
    opened.onopen = () => setLink('answering')
    opened.onerror = () => {
      setLink('lost')
      // The browser retries by itself unless the host refused; then a new stream is needed.
      if (opened.readyState === 2 && source === opened) {
        source = null
        setTimeout(connect, retryMs)
      }
    }
  }

  return {
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<BridgeAnswer<N>> {
      try {
        const response = await doFetch(`/bridge/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
          credentials: 'same-origin',
        })
        const answer = (await response.json()) as BridgeAnswer<N>
        if (typeof answer?.ok !== 'boolean') throw new TypeError('not an answer')
        return answer
      } catch {
        if (!source) connect()
        return { ok: false, error: { code: 'internal', message: notAnswering } }
      }
    },
    on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) {
      const known = listeners.get(name)
      const set = known ?? new Set()
      set.add(listener as (payload: never) => void)
      if (!known) {
        listeners.set(name, set)
        attach(name)
      }
      if (!source) connect()
      return () => void set.delete(listener as (payload: never) => void)
    },
    onLink(listener) {
      links.add(listener)
      return () => void links.delete(listener)
    },
  }
}
