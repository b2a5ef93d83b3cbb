/** Keeps the word index up with the items, a few at a time and never while the cache is being filled, so that nobody waits for it. */
import type { WriteHandle } from '../cache/open'
import type { Clock } from '../clock'

const slice = 100
/** Between two slices, and while something else has the disk (ms). */
const shortly = 10
const later = 1_000

type Fresh = { rid: number; title: string | null; text: string; author: string; topic: string }

export function wordWrites({ db }: WriteHandle) {
  const fresh = db.prepare<[number], Fresh>(
    `select rid, payload ->> '$.post.title' as title, payload ->> '$.post.text' as text, author_name as author, topic
     from item indexed by item_unworded where worded = 0 limit ?`,
  )
  const insert = db.prepare<[number, string, string, string, string]>('insert into item_word (rowid, title, text, author, topic) values (?, ?, ?, ?, ?)')
  const done = db.prepare<[number]>('update item set worded = 1 where rid = ?')
  /** How many rows went in; fewer than `limit` when there are no more. */
  const add = db.transaction((limit: number): number => {
    const rows = fresh.all(limit)
    for (const { rid, title, text, author, topic } of rows) {
      insert.run(rid, title ?? '', text, author, topic)
      done.run(rid)
    }
    return rows.length
  })
  return { add }
}

export type IndexerParts = { write: WriteHandle; clock: Clock; /** The cache is being filled. */ busy: () => boolean; failed: (error: unknown) => void }

export class Indexer {
  readonly #parts: IndexerParts
  readonly #words: ReturnType<typeof wordWrites>
  #cancel: (() => void) | null = null
  #stopped = false

  constructor(parts: IndexerParts) {
    this.#parts = parts
    this.#words = wordWrites(parts.write)
  }

  /** Items came or changed. */
  wake(): void {
    if (this.#cancel === null && !this.#stopped) this.#after(shortly)
  }

  stop(): void {
    this.#stopped = true
    this.#cancel?.()
  }

  #after(ms: number): void {
    this.#cancel = this.#parts.clock.after(ms, () => {
      this.#cancel = null
      if (this.#stopped) return
      try {
        if (this.#parts.busy()) this.#after(later)
        else if (this.#words.add(slice) === slice) this.#after(shortly)
      } catch (error) {
        // A full disk, or a file that cannot be read: what failed is told, and the next change tries again.
        this.#parts.failed(error)
      }
    })
  }
}
