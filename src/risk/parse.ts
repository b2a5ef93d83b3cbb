/** A text read by the rules: tokens, word ids, hits in their clauses, and what they add up to. */
import { commonElement, otherElement } from './abstain'
import { combine, type Verdict } from './combine'
import { critical, lexicon, NUM_ID, YEAR_ID, read, type Hit } from './rules/engine'
import { piiCues } from './rules/style'
import { Repair } from './text/repair'
import type { PiiCues } from './pii/find'
import { flag, MAX_UNITS, newTokens, tokenize, type Tokens } from './text/tokens'

const tokens = newTokens()
const ids = new Int32Array(MAX_UNITS + 64)
const repair = new Repair(lexicon.vocabulary, critical)

const COMMON = 1
const NAME = 2
const HANDLE = 4
const PLACE = 8
const SELF = 16
const WHERE = 32
const CALLED = 64
const OTHER = 128
/** Which cues each word of the lexicon is. */
const cueBits = (() => {
  const bits = new Uint8Array(lexicon.vocabulary.size)
  const cues: Array<[number, number]> = [
    [COMMON, commonElement], [NAME, lexicon.element(piiCues.name)], [HANDLE, lexicon.element(piiCues.handle)],
    [OTHER, otherElement], [PLACE, lexicon.element(piiCues.place)], [SELF, lexicon.element(piiCues.self)], [WHERE, lexicon.element(piiCues.where)], [CALLED, lexicon.element(piiCues.called)],
  ]
  for (let w = 1; w < bits.length; w++) for (const [bit, e] of cues) if (lexicon.is(w, e)) bits[w] = bits[w]! | bit
  return bits
})()

export interface Parsed {
  /** What personal data may be in the text; says where it is not worth looking. */
  cues: PiiCues
  tokens: Tokens
  ids: Int32Array
  unknown: number
  common: number
  /** Everyday words of other languages. */
  other: number
  hits: Hit[]
  count: number
  verdict: Verdict
}

/** Rules only. Everything in the result is reused by the next call. */
export function parse(text: string): Parsed {
  tokenize(text, tokens)
  const unknown = repair.ids(tokens, ids, NUM_ID, YEAR_ID)
  let common = 0
  let other = 0
  const cues: PiiCues = { handle: false, name: false, place: false, full: false, where: false }
  let capital = false
  let seen = 0
  for (let k = 0; k < tokens.count; k++) {
    const w = ids[k]!
    if (k > 0 && (tokens.flags[k]! & tokens.flags[k - 1]! & flag.capital) !== 0 && tokens.gap[k] === 0 && ids[k - 1] === 0) cues.full = true
    if (w === 0) {
      if ((tokens.flags[k]! & flag.capital) !== 0) capital = true
      continue
    }
    const c = cueBits[w]!
    if (c === 0) {
      if ((tokens.flags[k]! & flag.capital) !== 0 && tokens.gap[k] !== 2) capital = true
      continue
    }
    seen |= c
    common += c & COMMON
    if ((c & OTHER) !== 0 && (c & COMMON) === 0) other++
    if ((c & SELF) === 0 && (tokens.flags[k]! & flag.capital) !== 0 && tokens.gap[k] !== 2) capital = true
  }
  cues.name = (seen & CALLED) !== 0 || ((seen & NAME) !== 0 && capital)
  cues.place = (seen & PLACE) !== 0 && capital
  cues.handle = (seen & HANDLE) !== 0
  cues.where = (seen & WHERE) !== 0
  const reading = read(tokens, ids)
  const verdict = combine(reading)
  return { cues, tokens, ids, unknown, common, other, hits: reading.hits, count: reading.count, verdict }
}
