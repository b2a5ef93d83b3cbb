/** What somebody typed into the search, as conditions. Pure; whatever is typed is words, never the language of the index. */

export type Asked = {
  /** A query of the word index, of words and phrases alone; null when nothing typed is a word. */
  match: string | null
  /** The same words, for rows that the index does not hold yet. */
  plain: string[]
  /** Looked for as they stand: scripts that are written without spaces, and signs such as emoji, which no word index holds. */
  signs: string[]
}

const mostWords = 8
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const wordy = /[\p{L}\p{N}]/u
const beyondAscii = /[^\p{ASCII}]/u

const quoted = (words: string) => `"${words.replaceAll('"', '""')}"`

/** Words are found by their beginning, "several in quotes" as they stand; all must occur. At most eight count. */
export function askedOf(text: string): Asked {
  const parts = [...text.replaceAll('\0', ' ').matchAll(/"([^"]+)"|(\S+)/g)].slice(0, mostWords)
  const terms: string[] = []
  const asked: Asked = { match: null, plain: [], signs: [] }
  for (const [, phrase, word] of parts) {
    const said = (phrase ?? word ?? '').replaceAll('"', ' ').trim()
    if (unspaced.test(said) || (!wordy.test(said) && beyondAscii.test(said))) asked.signs.push(said)
    else if (wordy.test(said)) {
      terms.push(phrase === undefined ? `${quoted(said)}*` : quoted(said))
      asked.plain.push(said)
    }
  }
  return { ...asked, match: terms.length === 0 ? null : terms.join(' AND ') }
}
