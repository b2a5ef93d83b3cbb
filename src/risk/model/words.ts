/**
 * The words of a parsed text as the model reads them: repaired, standard spelling, numbers as one sign, names and words for
 * groups of people left out (who somebody is must not move a score).
 */
import { lexicon } from '../rules/engine'
import type { Parsed } from '../parse'
import { dialect } from '../text/dialect'
import { flag } from '../text/tokens'

export const groupElement = lexicon.element('@group')
const standard = new Map(dialect)
const groups = new Set(
  `gay lesbian bisexual bi trans transgender queer straight cis nonbinary enby asexual pansexual muslim muslims christian christians jewish jew jews hindu hindus buddhist sikh atheist catholic catholics protestant mormon
   black white asian african latino latina hispanic indian chinese mexican arab irish scottish welsh english british american canadian australian polish roma romani gypsy traveller immigrant refugee migrant asylum
   deaf blind disabled autistic wheelchair mosque church synagogue temple imam priest rabbi pastor imams priests aboriginal maori pakistani nigerian jamaican somali somalian european japanese korean vietnamese filipino turkish
   lgbt lgbtq lgbtqia homosexual heterosexual male female taoist evangelical millenial elderly younger older young old
   husband wife boyfriend girlfriend`.split(/\s+/),
)
/** Words that stand for "partner": the same whoever the partner is. */
for (const w of ['husband', 'wife', 'boyfriend', 'girlfriend', 'hubby', 'bf', 'gf', 'fiance', 'fiancee']) standard.set(w, 'partner')
for (const w of ['he', 'she', 'hes', 'shes']) standard.set(w, w.startsWith('s') ? w.slice(1) : w)
for (const w of ['her', 'his', 'hers']) standard.set(w, 'him')
standard.set('herself', 'himself')

/** The model's word for a token's plain spelling; empty when the model must not see it. */
export function modelWord(plain: string): string {
  const w = standard.get(plain) ?? plain
  if (w === 'partner') return w
  return groups.has(w) ? '' : w.length > 24 ? w.slice(0, 24) : w
}

/** Plain spelling of token `k`. */
export function spelling(p: Parsed, k: number): string {
  const t = p.tokens
  const f = t.flags[k]!
  if (f & flag.digits) return '#'
  if (f & flag.repaired && p.ids[k]! !== 0) return lexicon.vocabulary.words[p.ids[k]! - 1]!
  let s = ''
  for (let i = t.from[k]!; i < t.to[k]!; i++) s += String.fromCharCode(t.bytes[i]!)
  return s
}

/** Hash of a token's model spelling, without making a string of it. */
export function tokenHash(p: Parsed, k: number): number {
  const f = p.tokens.flags[k]!
  if (f & flag.digits) return DIGITS
  if (f & flag.repaired && p.ids[k]! !== 0) return p.ids[k]!
  return p.tokens.hash[k]!
}

/** Length and first letters: two spellings would have to agree in hash and in these to be taken for one. */
export function tokenCheck(p: Parsed, k: number): number {
  const t = p.tokens
  const f = t.flags[k]!
  if (f & flag.digits) return -1
  if (f & flag.repaired && p.ids[k]! !== 0) return -2
  const from = t.from[k]!
  const n = t.to[k]! - from
  return (n << 21) | (t.bytes[from]! << 14) | (t.bytes[from + (n >> 1)]! << 7) | t.bytes[from + n - 1]!
}
const DIGITS = 7

/** Likely a name: a capital in the middle of a sentence on a word nobody knows. */
export function maybeName(p: Parsed, k: number): boolean {
  const t = p.tokens
  return p.ids[k] === 0 && (t.flags[k]! & flag.capital) !== 0 && (t.flags[k]! & flag.shout) === 0 && t.gap[k] !== 2
}

/** All model words of the text in order; an empty string breaks a pair of words. For training. */
export function modelWords(p: Parsed): string[] {
  const out: string[] = []
  for (let k = 0; k < p.tokens.count; k++) {
    if (p.tokens.gap[k] === 2 && k > 0) out.push('')
    out.push(maybeName(p, k) ? '' : modelWord(spelling(p, k)))
  }
  return out
}

/** Letter sequences of a word, two to five long, with its borders. */
export function letterGrams(word: string): string[] {
  const s = ` ${word} `
  const out: string[] = []
  for (let n = 2; n <= 5; n++) for (let i = 0; i + n <= s.length; i++) out.push(s.slice(i, i + n))
  return out
}
