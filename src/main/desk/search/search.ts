/**
 * Search in the texts that this desk holds, in text, title, pseudonym and topic: by a word index inside the encrypted cache. The
 * index follows the items a little later (`Indexer`), so that a first sync is not slowed; rows that it does not hold yet are scanned.
 */
import type { ReadHandle } from '../cache/open'
import { askedOf } from './asked'

const escaped = (words: string) => words.replace(/[\\%_]/g, (sign) => `\\${sign}`)
/** As it stands inside JSON. */
const inJson = (words: string) => JSON.stringify(words).slice(1, -1)

type Like = { json: string; plain: string }
const likeOf = (words: string): Like => ({ json: `%${escaped(inJson(words))}%`, plain: `%${escaped(words)}%` })

export function searchReads(db: ReadHandle['db']) {
  // The first condition looks at the stored JSON as it is and rules most rows out before any is taken apart.
  const occurs = `(payload like @json escape '\\' or author_name like @plain escape '\\' or topic like @plain escape '\\')
    and (payload ->> '$.post.text' like @plain escape '\\' or payload ->> '$.post.title' like @plain escape '\\'
    or author_name like @plain escape '\\' or topic like @plain escape '\\')`
  const indexed = db.prepare<[string], number>('select rowid from item_word where item_word match ?').pluck()
  const unindexed = db.prepare<[], number>('select rid from item indexed by item_unworded where worded = 0').pluck()
  const scan = db.prepare<[Like], number>(`select rid from item not indexed where ${occurs}`).pluck()
  const scanNew = db.prepare<[Like], number>(`select rid from item indexed by item_unworded where worded = 0 and ${occurs}`).pluck()
  const indexedRow = db.prepare<[string, number], number>('select 1 from item_word where item_word match ? and rowid = ?').pluck()
  const isIndexed = db.prepare<[number], number>('select worded from item where rid = ?').pluck()
  const inRow = db.prepare<[Like & { rid: number }], number>(`select 1 from item where rid = @rid and ${occurs}`).pluck()
  const both = (a: Set<number>, b: Iterable<number>) => new Set([...b].filter((rid) => a.has(rid)))
  return {
    all: (text: string): Set<number> => {
      const { match, plain, signs } = askedOf(text)
      const [firstSign, ...otherSigns] = signs
      if (match === null && firstSign === undefined) return new Set()
      let found: Set<number>
      if (match === null) found = new Set(scan.all(likeOf(firstSign ?? '')))
      else {
        const fresh = plain.reduce((left, word) => (left.size === 0 ? left : both(left, scanNew.all(likeOf(word)))), new Set(unindexed.all()))
        found = new Set([...indexed.all(match), ...fresh])
        if (firstSign !== undefined) found = both(found, scan.all(likeOf(firstSign)))
      }
      return otherSigns.reduce((left, sign) => both(left, scan.all(likeOf(sign))), found)
    },
    matches: (text: string, rid: number): boolean => {
      const { match, plain, signs } = askedOf(text)
      if (match === null && signs.length === 0) return false
      const has = (words: string) => inRow.get({ ...likeOf(words), rid }) !== undefined
      if (!signs.every(has)) return false
      if (match === null) return true
      return isIndexed.get(rid) === 1 ? indexedRow.get(match, rid) !== undefined : plain.every(has)
    },
  }
}
