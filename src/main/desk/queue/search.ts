/**
 * Search in the texts that this desk holds. A scan: the texts are encrypted on disk, and a word index would have to be kept up
 * to date during a first sync, which matters more. Every word must occur in the text, the title, the pseudonym or the topic.
 */
import type { ReadHandle } from '../cache/open'

const escaped = (word: string) => word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
/** As the word stands inside JSON. */
const inJson = (word: string) => JSON.stringify(word).slice(1, -1)

type Words = { json: string; plain: string }

export function searchReads(db: ReadHandle['db']) {
  // The first condition looks at the stored JSON as it is and rules most rows out before any is taken apart.
  const occurs = `payload like @json escape '\\' and (payload ->> '$.post.text' like @plain escape '\\' or payload ->> '$.post.title' like @plain escape '\\'
    or author_name like @plain escape '\\' or topic like @plain escape '\\')`
  const find = db.prepare<[Words], number>(`select rid from item not indexed where ${occurs}`).pluck()
  const inRow = db.prepare<[Words & { rid: number }], number>(`select 1 from item where rid = @rid and ${occurs}`).pluck()
  const wordsOf = (text: string) =>
    text
      .trim()
      .split(/\s+/)
      .slice(0, 8)
      .map((word): Words => ({ json: `%${escaped(inJson(word))}%`, plain: `%${escaped(word)}%` }))
  return {
    all: (text: string): Set<number> => {
      const each = wordsOf(text).map((word) => find.all(word))
      return each.reduce((found, rids) => new Set(rids.filter((rid) => found.has(rid))), new Set(each[0]))
    },
    matches: (text: string, rid: number): boolean => wordsOf(text).every((word) => inRow.get({ ...word, rid }) !== undefined),
  }
}
