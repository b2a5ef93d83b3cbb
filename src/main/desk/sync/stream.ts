/** The stream of pokes, and of who looks at what. It carries no items: a lost poke costs time, never correctness. */
import { z } from 'zod'
import { Looking } from '#contract/people'
import { Poke } from '#contract/sync'
import type { Clock } from '../clock'
import { requestFor, type Credentials } from './api-client'
import { fullJitter } from './backoff'
import type { Transport } from './transport'

const Presence = z.object({ looking: z.array(Looking) })

export type StreamDeps = { transport: Transport; credentials: () => Credentials; clock: Clock; random: () => number; onPoke: () => void; onLooking?: (looking: Looking[]) => void }

export class PokeStream {
  readonly #deps: StreamDeps
  #abort: AbortController | null = null
  #waiting: (() => void) | null = null
  #live = false
  #failures = 0

  constructor(deps: StreamDeps) {
    this.#deps = deps
  }

  get live(): boolean {
    return this.#live
  }

  /** Listens from now on. Does nothing when it does already, or waits to try again. */
  start() {
    if (this.#abort || this.#waiting) return
    const abort = new AbortController()
    this.#abort = abort
    const { transport, credentials, onPoke, onLooking } = this.#deps
    const opened = () => {
      this.#live = true
      this.#failures = 0
      // Whatever happened before the stream was open.
      onPoke()
    }
    const line = (text: string) => {
      if (!text.startsWith('data:')) return
      const data = dataOf(text.slice(5))
      if (Poke.safeParse(data).success) onPoke()
      const looking = Presence.safeParse(data)
      if (looking.success) onLooking?.(looking.data.looking)
    }
    void transport.lines(requestFor('stream', {}, credentials()), opened, line, abort.signal).then((status) => this.#ended(abort, status))
  }

  stop() {
    this.#waiting?.()
    this.#waiting = null
    this.#abort?.abort()
    this.#abort = null
    this.#live = false
  }

  #ended(abort: AbortController, status: number) {
    if (this.#abort !== abort) return
    this.#abort = null
    const was = this.#live
    this.#live = false
    const { clock, random, onPoke } = this.#deps
    // Whether the server is away, a pull finds out.
    if (was || status === 401) onPoke()
    if (status === 401) return
    const wait = Math.max(100, fullJitter(this.#failures++, random, 500, 15_000))
    this.#waiting = clock.after(wait, () => {
      this.#waiting = null
      this.start()
    })
  }
}

function dataOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
