/** From hits to one level: what counts, what the combinations mean, and which floors nobody but a person lifts. */
import type { Category } from '#contract/risk'
import { rules, type Reading, type Hit } from './rules/engine'
import { kinds, type Grade, type Kind } from './rules/types'

const kindNo = new Map(kinds.map((k, i) => [k, i]))
export const kindOf = (h: Hit): Kind => rules[h.rule]!.kind

export interface Verdict {
  level: Grade
  floor: Grade
  /** Level the hits alone reach, by category. */
  byCategory: Map<Category, Grade>
  /** Effective level of each hit, same order as the reading. */
  effective: Uint8Array
  /** Danger words were there, and the context has taken them back (denied, past, told, figure of speech, support). */
  resolved: boolean
  /** Holds a farewell that was not taken back. */
  farewell: boolean
  /** Nothing but figures of speech or words of support. */
  harmless: boolean
  /** Plain reasons of combinations that raised the level. */
  raised: string[]
  /** Strength of each kind (own, not negated), for the model. */
  strength: Float64Array
}

/** Kinds that stories and studies are full of. */
const tales = new Set<Kind>(['preparation', 'farewell', 'method', 'adult-abuse', 'child-abuse', 'mild', 'violence', 'means-held', 'bereaved', 'substance', 'distress', 'hopeless'])

/** Quiet signs of an ending; which bit each is counted under. */
const signBit = new Map<Kind, number>([['finder', 1], ['arranged', 2], ['preparation', 2], ['clock', 4], ['now', 4], ['release', 8], ['farewell', 8], ['calm', 8], ['act', 16], ['place', 32], ['means-held', 64], ['method', 64], ['wish', 128], ['thoughts', 128], ['intent', 128]])
/** Signs further apart than this many words are not taken together. */
const NEAR = 70
const ACT = 16

/** How many different quiet signs stand close together, and whether something may have been begun. */
function quietSigns(hits: readonly Hit[], count: number): { most: number; begun: boolean } {
  let most = 0
  let begun = false
  for (let i = 0; i < count; i++) {
    if (!speaks(hits[i]!)) continue
    let bits = 0
    for (let j = 0; j < count; j++) {
      const h = hits[j]!
      if (h.first >= hits[i]!.first && h.first <= hits[i]!.first + NEAR && speaks(h)) bits |= signBit.get(kindOf(h))!
    }
    let n = 0
    for (let b = bits; b; b &= b - 1) n++
    if (n > most || (n === most && (bits & ACT) !== 0)) {
      most = n
      begun = (bits & ACT) !== 0
    }
  }
  return { most, begun }
}

const speaks = (h: Hit) => signBit.has(kindOf(h)) && !h.negated && !h.past && !h.fiction && !h.idiom && !h.returning && !h.joking && !h.supposed && !h.conditional && h.subject === 'self'

const eff = new Uint8Array(4096)
const strength = new Float64Array(kinds.length)

/** The level a single hit speaks for, once read in its clause. */
function effective(h: Hit): Grade {
  const r = rules[h.rule]!
  if (r.category === 'protective' || r.category === 'idiom') return 0
  let level = r.level as number
  if (level === 0) return 0
  const suicide = r.category === 'suicide' || r.category === 'self-harm' || r.category === 'overdose'
  if (h.idiom) return 0
  if (r.who === 'you' && h.subject === 'self') return 0
  if (r.category === 'harm-to-others' && h.joking) level = Math.min(level, 1)
  if (h.trivial && level === 2 && (r.kind === 'wish' || r.kind === 'thoughts') && r.id === 'wish') level = 1
  if (r.who === 'you' || (r.kind === 'abuse' || r.kind === 'slur')) {
    if (h.negated && r.who === 'you') return 0
    return (h.quoted ? Math.max(0, level - 1) : level) as Grade
  }
  if (suicide && r.who === 'auto') {
    if (h.subject === 'you') return 0
    if (h.subject === 'other') {
      if (h.fiction) return 0
      level = Math.min(level, h.past ? 1 : 2)
    }
  }
  if (r.kind === 'wish' && r.who === 'other' && h.fiction) return 0
  if (h.negated) level = Math.min(level - 1, 1)
  if (h.supposed) level = Math.min(level - 1, 1)
  // A number of months clean is a thing to be glad of.
  if (h.past && r.kind === 'substance' && level === 1) return 0
  if (h.joking && level === 2 && (r.kind === 'farewell' || r.kind === 'preparation')) level = 1
  if (h.joking && r.kind === 'plan') level -= 1
  // A note, a farewell, a way or a beating in a tale is part of the tale.
  if (h.fiction && tales.has(r.kind) && h.subject !== 'other') level = Math.min(level - 1, 1)
  if (h.returning && (r.kind === 'farewell' || r.kind === 'preparation')) level -= r.kind === 'farewell' ? 2 : 1
  if (h.conditional && level === 3) level = 2
  if (h.past && level > 1) level = 1
  if (h.fiction && (h.quoted || h.subject !== 'self') && level > 0) level = h.quoted ? Math.min(level, 1) : level - 1
  return Math.max(0, level) as Grade
}

export function combine(reading: Reading): Verdict {
  const { hits, count } = reading
  const byCategory = new Map<Category, Grade>()
  strength.fill(0)
  const raised: string[] = []
  let level = 0
  let floor = 0
  let denied = false
  let lowered = 0
  let open = 0
  let figures = 0
  let soonIntent = false
  let ownThoughts = false
  let signs = 0
  const put = (c: Category, g: number) => {
    if (g > (byCategory.get(c) ?? 0)) byCategory.set(c, g as Grade)
  }
  for (let i = 0; i < count; i++) {
    const h = hits[i]!
    const r = rules[h.rule]!
    const e = i < eff.length ? effective(h) : 0
    if (i < eff.length) eff[i] = e
    if (r.category === 'protective') strength[kindNo.get(r.kind)!]! += 1
    if (r.kind === 'idiom' || r.kind === 'support' || r.kind === 'return') figures++
    if (r.category === 'protective' || r.category === 'idiom') continue
    if (h.negated || h.past || h.idiom || (e < r.level && (h.fiction || h.trivial || h.joking || h.subject === 'you' || h.quoted || h.returning || h.supposed))) lowered++
    else if (e > 0) open++
    if (e > 0 && !h.negated && !h.returning) strength[kindNo.get(r.kind)!]! += h.past || h.subject === 'other' ? 0.5 : 1
    if (h.negated && (r.category === 'suicide' || r.category === 'self-harm')) denied = true
    if (e > 0) put(r.category, e)
    if (r.kind === 'now' && !h.negated && !h.past && !h.fiction && !h.conditional && h.subject !== 'other') strength[kindNo.get('now')!]! += 1
    if (r.kind === 'child' && r.level === 0) strength[kindNo.get('child')!]! += 1
    if (e >= 2 && h.subject === 'self' && !h.negated && !h.conditional && (r.kind === 'wish' || r.kind === 'thoughts' || r.kind === 'method')) ownThoughts = true
    if (signBit.has(r.kind)) signs++
    if (r.kind === 'retract' && !h.fiction) strength[kindNo.get('retract')!]! += 1
    if (e > level) level = e
    if (e === 3) floor = 3
    if (h.soon && e === 2 && !h.negated && h.subject === 'self' && (r.kind === 'intent' || r.kind === 'plan')) soonIntent = true
  }
  const has = (k: Kind) => strength[kindNo.get(k)!]! > 0
  const raise = (to: Grade, c: Category, why: string) => {
    put(c, to)
    if (to > level) {
      level = to
      raised.push(why)
    }
    if (to > floor && to === 3) floor = 3
  }
  const ideation = (has('wish') || has('thoughts') || has('method') || has('intent')) && (byCategory.get('suicide') ?? 0) >= 2
  if (ideation && has('means-held')) raise(3, 'suicide', 'thoughts of suicide with means within reach')
  if (ownThoughts && has('now')) raise(3, 'suicide', 'thoughts of suicide and a time that is decided')
  if (soonIntent) raise(3, 'suicide', 'an intention with a time')
  if (has('intent') && (has('place') || has('farewell') || has('preparation'))) raise(3, 'suicide', 'an intention with a place, a farewell or preparations')
  if (has('farewell') && (has('preparation') || has('means-held') || has('place') || (ideation && has('calm')))) raise(3, 'suicide', 'a farewell with preparations or means')
  if (has('place') && has('preparation')) raise(3, 'suicide', 'preparations, and a dangerous place')
  if (ideation && has('place')) raise(3, 'suicide', 'thoughts of suicide at a dangerous place')
  const distress = has('distress') || has('hopeless') || has('pain') || has('trapped') || has('burden') || has('self-harm')
  if (has('means-held') && (denied || distress)) raise(2, 'suicide', 'means within reach while in distress')
  if (has('place') && distress) raise(2, 'suicide', 'in distress at a dangerous place')
  const worn = ['burden', 'trapped', 'pain', 'calm', 'hopeless', 'past-attempt', 'self-harm'].filter((k) => has(k as Kind)).length
  if (worn >= 3) raise(2, 'suicide', 'several signs of suicide risk together')
  if (has('calm') && (has('hopeless') || has('burden'))) raise(2, 'suicide', 'sudden calm after hopelessness')
  if (denied && has('retract')) raise(2, 'suicide', 'takes back that they are safe')
  if (signs > 1) {
    const { most, begun } = quietSigns(hits, count)
    if (most >= 4 || (begun && most >= 3)) raise(3, 'suicide', 'many quiet signs of an ending close together')
    else if (most >= 3 || (begun && most >= 2)) raise(2, 'suicide', 'several quiet signs of an ending close together')
    else if (most >= 2) raise(1, 'suicide', 'quiet signs of an ending')
  }
  if (has('command')) raise(3, 'psychosis', 'voices that command harm')
  if (has('child') && has('partner')) put('safeguarding-child', 2)
  if (level === 3 && floor < 3) floor = 3
  return {
    farewell: has('farewell'),
    resolved: lowered > 0 && level < 2, harmless: figures > 0 && open === 0 && level === 0,
    level: level as Grade, floor: floor as Grade, byCategory, effective: eff, raised, strength,
  }
}
