/**
 * Other items on this desk that read alike, and what was decided about them (peers §4). The rarest words that the item shares with
 * others are looked up in the word index and ranked by BM25 (Robertson and Zaragoza, 2009), which weighs a shared rare word more than
 * a common one; shared themes, the same level and a decision count on top. It finds words, not meaning, and says nothing of what
 * ought to be decided here.
 */
import type { SimilarItem } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import { levels } from '#contract/risk'
import { itemOf, previewOf } from '../cache/item-row'
import type { ReadHandle } from '../cache/open'

const most = 5
/** Rare words that are looked up. */
const mostTerms = 12
const candidates = 60
/** A word that more than this share of all items has tells nothing. */
const commonShare = 0.05

const marks = /\p{M}/gu
const termsOf = (text: string): string[] => [...new Set(text.toLowerCase().normalize('NFD').replace(marks, '').match(/[\p{L}\p{N}]{3,}/gu) ?? [])]

type Candidate = { rid: number; bm25: number; level: number; themes: string; payload: string }

export function similarReads({ db }: ReadHandle) {
  const itemsWith = db.prepare<[string], number>('select doc from item_words where term = ?').pluck()
  const held = db.prepare<[], number>('select count(*) from item').pluck()
  const subject = db.prepare<[string], { rid: number; level: number; themes: string; payload: string }>('select rid, level, themes, payload from item where id = ?')
  const alike = db.prepare<[{ match: string; rid: number; post: string; author: string; limit: number }], Candidate>(
    `select i.rid, w.score as bm25, i.level, i.themes, i.payload
     from (select rowid, bm25(item_word, 1.5, 1.0, 0.0, 0.0) as score from item_word where item_word match @match order by score limit @limit) w
     join item i on i.rid = w.rowid
     where i.rid <> @rid and i.author <> @author and i.payload ->> '$.post.id' <> @post`,
  )
  const words = (payload: string): string => {
    const { post } = itemOf(payload)
    return `${post.title ?? ''} ${post.text}`
  }
  /** Best first, at most five; null when the item is not held. */
  return (id: ItemId): SimilarItem[] | null => {
    const row = subject.get(id)
    if (row === undefined) return null
    const whole = held.get() ?? 0
    const own = itemOf(row.payload)
    const rare = termsOf(words(row.payload))
      .map((term) => ({ term, items: itemsWith.get(term) ?? 0 }))
      .filter(({ items }) => items >= 2 && items <= Math.max(20, whole * commonShare))
      .sort((a, b) => a.items - b.items || (a.term < b.term ? -1 : 1))
      .slice(0, mostTerms)
      .map(({ term }) => term)
    if (rare.length === 0) return []
    const themes = new Set(JSON.parse(row.themes) as string[])
    const needed = Math.min(2, rare.length)
    const scored = alike.all({ match: `{title text} : (${rare.map((term) => `"${term}"`).join(' OR ')})`, rid: row.rid, post: own.post.id, author: own.author.id, limit: candidates }).flatMap((one) => {
      const has = new Set(termsOf(words(one.payload)))
      const shared = rare.filter((term) => has.has(term))
      if (shared.length < needed) return []
      const item = itemOf(one.payload)
      const common = (JSON.parse(one.themes) as string[]).filter((theme) => themes.has(theme))
      const weight = (1 + 0.25 * common.length) * (one.level === row.level ? 1.15 : 1) * (item.decision === null ? 1 : 1.5)
      return [{ item, level: levels[one.level] ?? 'amber', shared, common, score: -one.bm25 * weight }]
    })
    // Several items may be about one post: the best of them speaks for it.
    const posts = new Map<string, (typeof scored)[number]>()
    for (const one of scored.sort((a, b) => b.score - a.score)) if (!posts.has(one.item.post.id)) posts.set(one.item.post.id, one)
    return [...posts.values()].slice(0, most).map(({ item, level, shared, common }) => ({
      item: item.id,
      at: item.post.at,
      topic: item.post.topic.name,
      level,
      preview: previewOf(item.post.title === null ? item.post.text : `${item.post.title} — ${item.post.text}`),
      decision: item.decision,
      words: shared.slice(0, 4),
      themes: common,
    }))
  }
}
