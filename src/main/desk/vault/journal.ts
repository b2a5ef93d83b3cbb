/**
 * Undelivered decisions a second time, beside the cache: if the cache file is damaged they are still there. Append-only, one
 * AES-256-GCM record for each event, emptied whenever the outbox is empty.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Decision } from '#contract/review'
import type { Files } from './files'
import type { DataKey } from './key'

type Entry = { made: Decision } | { undone: string }

export class Journal {
  readonly #files: Files
  readonly #path: string
  readonly #key: Buffer

  constructor(files: Files, path: string, key: DataKey) {
    this.#files = files
    this.#path = path
    this.#key = key.forJournal()
  }

  #seal(entry: Entry): Buffer {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    const body = Buffer.concat([cipher.update(JSON.stringify(entry)), cipher.final()])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    return Buffer.concat([length, nonce, cipher.getAuthTag(), body])
  }

  made(decision: Decision) {
    this.#files.append(this.#path, this.#seal({ made: decision }))
  }

  undone(decision: string) {
    this.#files.append(this.#path, this.#seal({ undone: decision }))
  }

  /** At every opening, from the outbox: a record torn by a crash must not hide those that come after it. */
  rewrite(decisions: readonly Decision[]) {
    this.#files.replace(this.#path, Buffer.concat(decisions.map((decision) => this.#seal({ made: decision }))))
  }

  empty() {
    this.#files.truncate(this.#path)
  }

  /** Decisions that were made and not undone. A torn or damaged record ends the reading; what came before it counts. */
  read(): Decision[] {
    const bytes = this.#files.read(this.#path) ?? Buffer.alloc(0)
    const found = new Map<string, Decision>()
    for (let at = 0; at + 32 <= bytes.length; ) {
      const length = bytes.readUInt32BE(at)
      const end = at + 32 + length
      if (end > bytes.length) break
      const entry = this.#open(bytes.subarray(at + 4, at + 16), bytes.subarray(at + 16, at + 32), bytes.subarray(at + 32, end))
      if (entry === null) break
      if ('undone' in entry) found.delete(entry.undone)
      else {
        const decision = Decision.safeParse(entry.made)
        if (decision.success) found.set(decision.data.id, decision.data)
      }
      at = end
    }
    return [...found.values()]
  }

  #open(nonce: Buffer, tag: Buffer, body: Buffer): Entry | null {
    try {
      const cipher = createDecipheriv('aes-256-gcm', this.#key, nonce)
      cipher.setAuthTag(tag)
      return JSON.parse(Buffer.concat([cipher.update(body), cipher.final()]).toString()) as Entry
    } catch {
      return null
    }
  }

  zero() {
    this.#key.fill(0)
  }
}
