/** When the scorer says that it cannot judge: unknown is read by a person, never passed as green. */
import { lexicon } from './rules/engine'
import { MAX_UNITS, type Tokens } from './text/tokens'

/** Element of everyday English words, by which another language shows. */
export const commonElement = lexicon.element('@english')

/** Everyday words of some other languages, without those that are English words too. */
export const otherElement = lexicon.element('@otherlang')

/** Some words in a script that is not read, whatever stands around them, may be the ones that matter. */
const foreignLetters = 6

/** Why the text cannot be judged, in plain words; empty when it can. */
export function abstention(text: string, t: Tokens, unknown: number, common: number, other: number, hits: number): string {
  if (text.length >= MAX_UNITS) return 'The text is very long; only its beginning was looked at.'
  if (t.count === 0 && t.letters === 0) return text.trim() === '' ? 'There is no text.' : 'There are no words to judge.'
  const words = t.count - t.emoji
  if (words === 0) return t.letters > 0 ? 'The text is in a script that is not known.' : 'There are only pictures or signs.'
  if (t.foreign > 0 && t.foreign * 3 > t.letters) return 'The text is mostly in another script.'
  if (t.foreign >= foreignLetters) return 'A part of the text is in another script.'
  const looksLikeMarkup = text.includes('http') || text.includes('www.') || text.includes('<') || text.includes('](')
  if (looksLikeMarkup) {
    const bare = text.replace(/(?:https?:\/\/|www\.)\S+/gi, ' ').replace(/<[^>]*>/g, ' ').replace(/!?\[[^\]]*\]\([^)]*\)/g, ' ')
    if (!/[\p{L}\p{N}]/u.test(bare)) return 'There is only a link or an image.'
  }
  if (t.letters === 0) return 'There are no words to judge.'
  if (other >= 2 && other >= common) return 'It seems to be in another language.'
  if (hits === 0 && words >= 3 && common / words < 0.12 && unknown / words > 0.5) return 'Most words are not known; it may be another language.'
  if (words >= 6 && common / words < 0.08) return 'Most words are not known; it may be another language.'
  return ''
}
