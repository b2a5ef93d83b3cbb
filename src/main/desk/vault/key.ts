/** The data key of one desk, and the keys derived from it. Zeroed when the desk locks. */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

export class DataKey {
  readonly #bytes: Buffer
  #zeroed = false

  /** Takes ownership of the buffer (32 bytes) and zeroes it in the end. */
  constructor(bytes: Buffer) {
    if (bytes.length !== 32) throw new Error('A data key has 32 bytes')
    this.#bytes = bytes
  }

  static make(): DataKey {
    return new DataKey(randomBytes(32))
  }

  #use(): Buffer {
    if (this.#zeroed) throw new Error('The data key was zeroed')
    return this.#bytes
  }

  /** Tells a wrong key from a damaged cache before the cache is touched. */
  check(): string {
    return createHmac('sha256', this.#use()).update('wallguide key check').digest('hex')
  }

  matches(check: string): boolean {
    const given = Buffer.from(check, 'hex')
    const own = Buffer.from(this.check(), 'hex')
    return given.length === own.length && timingSafeEqual(given, own)
  }

  /** Raw key in the form the cipher takes; the caller zeroes it after use. */
  forCache(): Buffer {
    return Buffer.from(`raw:${this.#use().toString('hex')}`)
  }

  forJournal(): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#use(), Buffer.alloc(0), 'wallguide undelivered journal', 32))
  }

  /** Calls back with the bytes, for wrapping only. */
  wrap<T>(use: (bytes: Buffer) => T): T {
    return use(this.#use())
  }

  zero() {
    this.#bytes.fill(0)
    this.#zeroed = true
  }
}
