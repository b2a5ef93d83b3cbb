/** Dense features of one parsed text for the stack: what the rules read, and how the text is written. */
import { lexicon, rules } from '../rules/engine'
import { endWords, styleElements } from '../rules/style'
import { kinds as allKinds, type Kind } from '../rules/types'
import type { Parsed } from '../parse'
import { flag } from '../text/tokens'

/** Kinds the stack sees; a stated return only bears on farewells. */
const kinds: Kind[] = allKinds.filter((k) => k !== 'return')
const kindIndex = new Map<Kind, number>(kinds.map((k, i) => [k, i]))
const K = kinds.length
const styleNames = Object.keys(styleElements)
const styleIds = styleNames.map((n) => lexicon.element(styleElements[n]!))
const first = { i: lexicon.element(endWords.i), you: lexicon.element(endWords.you) }

export const featureNames: string[] = [
  ...kinds.map((k) => `self:${k}`), ...kinds.map((k) => `other:${k}`), ...kinds.map((k) => `held:${k}`), ...kinds.map((k) => `past:${k}`),
  ...styleNames.map((n) => `rate:${n}`), ...styleNames.map((n) => `has:${n}`),
  'length', 'length2', 'question', 'shout', 'level', 'level2', 'level3', 'maxSelf', 'sumSelf', 'firstYou', 'firstI', 'iMinusYou', 'quoted', 'selfOnly', 'supportRate', 'levelAmber', 'hits',
]
const styleAt = 4 * K
const restAt = styleAt + 2 * styleNames.length

const styleCount = new Float64Array(styleNames.length)
/** Style groups of each word, as a list: most words are in none or one. */
const styleOf: number[][] = Array.from({ length: lexicon.vocabulary.size }, (_, w) => styleIds.map((e, s) => (w > 0 && lexicon.is(w, e) ? s : -1)).filter((s) => s >= 0))

/** Fills `out` (length `featureNames.length`) and returns it. */
export function denseFeatures(p: Parsed, out: Float64Array): Float64Array {
  out.fill(0)
  styleCount.fill(0)
  const { tokens: t, ids } = p
  let firstYou = 0
  let firstI = 0
  let questions = 0
  let shouts = 0
  let quoted = 0
  for (let k = 0; k < t.count; k++) {
    const w = ids[k]!
    if (w !== 0) {
      const groups = styleOf[w]!
      for (let g = 0; g < groups.length; g++) styleCount[groups[g]!]!++
      if (k < 8) {
        if (lexicon.is(w, first.i)) firstI = 1
        if (lexicon.is(w, first.you)) firstYou = 1
      }
    }
    questions += t.question[k]!
    if (t.flags[k]! & flag.shout) shouts++
    if (t.flags[k]! & flag.quoted) quoted++
  }
  let maxSelf = 0
  let sumSelf = 0
  let support = 0
  for (let i = 0; i < p.count; i++) {
    const h = p.hits[i]!
    const r = rules[h.rule]!
    const k = kindIndex.get(r.kind)
    if (k === undefined) continue
    const block = h.negated || h.idiom ? 2 : h.past ? 3 : h.subject === 'other' || h.subject === 'you' ? 1 : 0
    const at = block * K + k
    out[at] = out[at]! + 1
    const e = p.verdict.effective[i]!
    if (block === 0) {
      sumSelf += e
      if (e > maxSelf && r.category !== 'hate') maxSelf = e
    }
    if (r.kind === 'support') support++
  }
  for (let j = 0; j < styleAt; j++) if (out[j] !== 0) out[j] = Math.log1p(out[j]!)
  const n = Math.max(1, t.count)
  for (let s = 0; s < styleNames.length; s++) {
    out[styleAt + s] = Math.min(3, (10 * styleCount[s]!) / (n + 8))
    out[styleAt + styleNames.length + s] = styleCount[s]! > 0 ? 1 : 0
  }
  const len = Math.log1p(n)
  const { level } = p.verdict
  const rest = [
    len / 4, (len * len) / 20, Math.min(2, questions / 2), Math.min(2, (8 * shouts) / n), level / 3, level >= 2 ? 1 : 0, level >= 3 ? 1 : 0, maxSelf / 3, Math.log1p(sumSelf) / 2, firstYou, firstI,
    (styleCount[0]! + styleCount[1]! - styleCount[2]!) / (n + 5) * 5, quoted > 0 ? 1 : 0, styleCount[2] === 0 ? 1 : 0, Math.min(2, (10 * support) / n), level >= 1 ? 1 : 0, Math.log1p(p.count) / 3,
  ]
  for (let j = 0; j < rest.length; j++) out[restAt + j] = rest[j]!
  return out
}
