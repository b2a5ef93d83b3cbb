/** A text read by the rules: tokens, word ids, hits in their clauses, and what they add up to. */
import { commonElement } from './abstain'
import { combine, type Verdict } from './combine'
import { critical, lexicon, NUM_ID, YEAR_ID, read, type Hit } from './rules/engine'
import { piiCues } from './rules/style'
import { Repair } from './text/repair'
import type { PiiCues } from './pii/find'
import { flag, MAX_UNITS, newTokens, tokenize, type Tokens } from './text/tokens'

const tokens = newTokens()
const ids = new Int32Array(MAX_UNITS + 64)
const repair = new Repair(lexicon.vocabulary, critical)

const cueHandle = lexicon.element(piiCues.handle)
const cueName = lexicon.element(piiCues.name)
const cueSelf = lexicon.element('i|im|ive|id|ill')
const cuePlace = lexicon.element(piiCues.place)

export interface Parsed {
  /** What personal data may be in the text; says where it is not worth looking. */
  cues: PiiCues
  tokens: Tokens
  ids: Int32Array
  unknown: number
  common: number
  hits: Hit[]
  count: number
  verdict: Verdict
}

/** Rules only. Everything in the result is reused by the next call. */
export function parse(text: string): Parsed {
  tokenize(text, tokens)
  const unknown = repair.ids(tokens, ids, NUM_ID, YEAR_ID)
  let common = 0
  const cues: PiiCues = { handle: false, name: false, place: false, full: false }
  let capital = false
  let announced = false
  for (let k = 0; k < tokens.count; k++) {
    const w = ids[k]!
    if (k > 0 && (tokens.flags[k]! & tokens.flags[k - 1]! & flag.capital) !== 0 && tokens.gap[k] === 0 && ids[k - 1] === 0) cues.full = true
    if (w === 0) {
      if ((tokens.flags[k]! & flag.capital) !== 0) capital = true
      continue
    }
    if (lexicon.is(w, commonElement)) common++
    if (lexicon.is(w, cueName)) announced = true
    if (lexicon.is(w, cueHandle)) cues.handle = true
    if (lexicon.is(w, cuePlace)) cues.place = true
    if ((tokens.flags[k]! & flag.capital) !== 0 && tokens.gap[k] !== 2 && !lexicon.is(w, cueSelf)) capital = true
  }
  cues.name = announced && capital
  cues.place = cues.place && capital
  const reading = read(tokens, ids)
  const verdict = combine(reading)
  return { cues, tokens, ids, unknown, common, hits: reading.hits, count: reading.count, verdict }
}
