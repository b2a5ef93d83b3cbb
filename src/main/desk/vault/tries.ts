/** Back-off after wrong passphrases. Kept on disk: closing the desk does not reset it. */
import { z } from 'zod'
import type { Files } from './files'

const State = z.object({ wrong: z.int().nonnegative(), notBefore: z.number() })

/** Tries that cost nothing but the key stretching itself. */
const free = 4
const firstWait = 5_000
const longestWait = 15 * 60_000

/** Milliseconds to wait after so many wrong tries in a row. */
export const waitAfter = (wrong: number): number => (wrong < free ? 0 : Math.min(longestWait, firstWait * 2 ** (wrong - free)))

export class Tries {
  readonly #files: Files
  readonly #path: string

  constructor(files: Files, path: string) {
    this.#files = files
    this.#path = path
  }

  #state(): z.infer<typeof State> {
    const text = this.#files.read(this.#path)
    if (text === null) return { wrong: 0, notBefore: 0 }
    try {
      return State.parse(JSON.parse(text.toString()))
    } catch {
      // Damaged on purpose or by accident: be careful rather than generous.
      return { wrong: free, notBefore: 0 }
    }
  }

  /** Milliseconds until the next try is allowed; 0 when it is allowed now. A clock set back never waits longer than the rule. */
  wait(now: number): number {
    const { wrong, notBefore } = this.#state()
    return Math.max(0, Math.min(notBefore - now, waitAfter(wrong)))
  }

  /** Counted before the try is made, so that ending the program in the middle of a try does not save it. */
  count(now: number) {
    const wrong = this.#state().wrong + 1
    this.#files.replace(this.#path, JSON.stringify({ wrong, notBefore: now + waitAfter(wrong) }))
  }

  clear() {
    this.#files.remove(this.#path)
  }
}
