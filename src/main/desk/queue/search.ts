/**
 * Search in the texts that this desk holds. A scan: the texts are encrypted on disk, and a word index would have to be kept up
 * to date during a first sync, which matters more. Every word must occur in the text, the title, the pseudonym or the topic.
 */
import type { ReadHandle } from '../cache/open'

const escaped = (word: string) => word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
/** As the word stands inside JSON. */
const inJson = (word: string) => JSON.stringify(word).slice(1, -1)

export function searchReads(db: ReadHandle['db']) {
  // The first condition looks at the stored JSON as it is and rules most rows out before any is taken apart.
  const find = db
    .prepare<[string, string], number>(
      `select rid from item not indexed where payload like ?1 escape '\\' and (
         payload ->> '$.post.text' like ?2 escape '\\' or payload ->> '$.post.title' like ?2 escape '\\'
         or author_name like ?2 escape '\\' or topic like ?2 escape '\\')`,
    )
    .pluck()
  return (text: string): Set<number> => {
    const words = text.trim().split(/\s+/).slice(0, 8)
    const each = words.map((word) => find.all(`%${escaped(inJson(word))}%`, `%${escaped(word)}%`))
    return each.reduce((found, rids) => new Set(rids.filter((rid) => found.has(rid))), new Set(each[0]))
  }
}
