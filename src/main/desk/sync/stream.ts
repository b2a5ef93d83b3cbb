/** The stream of pokes. It carries no data: a lost poke costs time, never correctness. */
import { Poke } from '#contract/sync'
import type { Clock } from '../clock'
import { requestFor, type Credentials } from './api-client'
import { fullJitter } from './backoff'
import type { Transport } from './transport'

export type StreamDeps = { transport: Transport; credentials: () => Credentials; clock: Clock; random: () => number; onPoke: () => void }

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
    const { transport, credentials, onPoke } = this.#deps
    const opened = () => {
      this.#live = true
      this.#failures = 0
      // Whatever happened before the stream was open.
      onPoke()
    }
    const line = (text: string) => {
      if (text.startsWith('data:') && isPoke(text.slice(5))) onPoke()
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

function isPoke(text: string): boolean {
  try {
    return Poke.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
