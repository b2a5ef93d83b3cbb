/** Rules for the name a member is known by: it must not lead to a person (requirement C13). Pure. */
import { clean } from '../community/text'

export const minPseudonym = 3
export const maxPseudonym = 30

/** Spelling by which two pseudonyms count as the same. */
export const pseudonymKey = (pseudonym: string): string =>
  pseudonym.normalize('NFKC').toLowerCase().replace(/[\s._-]+/g, '')

export const tidyPseudonym = (raw: string): string => clean(raw).normalize('NFC').replace(/\s+/g, ' ').trim()

const staffWords = /\b(guide|admin|administrator|moderator|clinician|therapist|staff|wallguide|official)\b/iu
/** Two or more capitalised words of letters only, without a digit: looks like first and last name. */
const looksLikeFullName = /^\p{Lu}\p{Ll}+(?:[ '-]\p{Lu}\p{Ll}+)*[ ]\p{Lu}\p{Ll}+$/u

/** Null when it is fine, else a sentence that says what to change. `pseudonym` as `tidyPseudonym` gives it. */
export function pseudonymProblem(pseudonym: string): { code: string; message: string } | null {
  const length = [...pseudonym].length
  if (length < minPseudonym) return { code: 'too_short', message: `Choose a name with at least ${minPseudonym} characters.` }
  if (length > maxPseudonym) return { code: 'too_long', message: `Choose a name with at most ${maxPseudonym} characters.` }
  if (pseudonym.includes('@') || /\b(https?:|www\.)|\.(com|org|net|uk|ca|ie)\b/iu.test(pseudonym)) {
    return { code: 'contact', message: 'Leave out e-mail addresses, links and social media names, so that you stay anonymous.' }
  }
  if ((pseudonym.match(/\d/g) ?? []).length > 4) {
    return { code: 'digits', message: 'Use at most four digits. Phone numbers and birth dates could lead to you.' }
  }
  if (!/^[\p{L}\p{M}\p{N} '._-]+$/u.test(pseudonym) || !/\p{L}/u.test(pseudonym)) {
    return { code: 'characters', message: 'Use letters, and if you like digits, spaces, dots or hyphens.' }
  }
  if (staffWords.test(pseudonym)) return { code: 'staff', message: 'Choose a name that nobody could take for a member of staff.' }
  if (looksLikeFullName.test(pseudonym)) {
    return { code: 'full_name', message: 'This looks like a first and last name. Choose something that does not lead to you, for example "quiet-river-12".' }
  }
  return null
}

const first = ['quiet', 'warm', 'slow', 'bright', 'soft', 'steady', 'little', 'silver', 'early', 'open', 'mossy', 'calm', 'amber', 'gentle', 'north', 'brave'] as const
const second = ['river', 'lantern', 'harbour', 'meadow', 'robin', 'cloud', 'pebble', 'maple', 'otter', 'window', 'kite', 'fern', 'tide', 'sparrow', 'bridge', 'acorn'] as const

/** `random` gives numbers in [0, 1). */
export function makePseudonym(random: () => number): string {
  const pick = <T>(list: readonly T[], fallback: T): T => list[Math.floor(random() * list.length)] ?? fallback
  return `${pick(first, 'quiet')}-${pick(second, 'river')}-${10 + Math.floor(random() * 90)}`
}
