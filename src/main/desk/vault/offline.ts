/**
 * How long a desk may be opened without having heard from its server: a stolen computer cannot be wiped from afar, so it must not
 * stay open for ever. The server says how long; the time is counted from its last answer, and a clock that is set back ends it.
 */
import type { Cache } from '../cache/open'
import { settingReads, settingWrites } from '../cache/small'
import type { Clock } from '../clock'

const name = 'contact'
const hourMs = 3_600_000

type Contact = {
  /** Milliseconds that have passed since the server last answered this person's session, as far as `seen`. */
  spent: number
  /** What this computer's clock showed when that was reckoned. */
  seen: number
  maxOfflineHours: number | null
}

/** Clocks are corrected by minutes; a clock that goes back further than this was set, and time cannot be told by it. */
const correctionMs = hourMs
/** How exactly time is kept on the disk. */
const exactMs = 60_000

export class OfflineLimit {
  readonly #clock: Clock
  readonly #save: (contact: Contact) => void
  #contact: Contact | null
  #saved: Contact | null

  constructor(cache: Cache, clock: Clock) {
    this.#clock = clock
    const { put } = settingWrites(cache.write)
    this.#save = (contact) => put(name, JSON.stringify(contact))
    const kept = settingReads(cache.write).find(name)
    this.#contact = kept === null ? null : (JSON.parse(kept) as Contact)
    this.#saved = this.#contact
  }

  /** The server answered. `maxOfflineHours`: null is no limit, undefined leaves what it said before. */
  heard(maxOfflineHours?: number | null) {
    const limit = maxOfflineHours === undefined ? (this.#contact?.maxOfflineHours ?? null) : maxOfflineHours
    this.#set({ spent: 0, seen: this.#clock.now(), maxOfflineHours: limit })
  }

  /** Time passes. To be called about every minute. */
  tick() {
    const contact = this.#contact
    if (contact !== null && !this.#wasSetBack(contact)) this.#set({ ...contact, spent: contact.spent + this.#since(contact), seen: this.#clock.now() })
  }

  #since(contact: Contact): number {
    return Math.max(0, this.#clock.now() - contact.seen)
  }

  #wasSetBack(contact: Contact): boolean {
    return contact.seen - this.#clock.now() > correctionMs
  }

  #set(contact: Contact) {
    this.#contact = contact
    const saved = this.#saved
    // Answers come every second.
    if (saved !== null && saved.maxOfflineHours === contact.maxOfflineHours && Math.abs(contact.spent - saved.spent) < exactMs && Math.abs(contact.seen - saved.seen) < exactMs) return
    this.#saved = contact
    this.#save(contact)
  }

  /** Milliseconds that are left without an answer of the server; null without a limit. */
  left(): number | null {
    const contact = this.#contact
    if (contact === null || contact.maxOfflineHours === null) return null
    if (this.#wasSetBack(contact)) return 0
    return contact.maxOfflineHours * hourMs - contact.spent - this.#since(contact)
  }

  over(): boolean {
    const left = this.left()
    return left !== null && left <= 0
  }
}
