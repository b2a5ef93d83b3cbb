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
  if (h.joking && level === 2 && (r.kind === 'farewell' || r.kind === 'preparation')) level = 1
  if (h.joking && r.kind === 'plan') level -= 1
  // A note, a farewell, a way or a beating in a tale is part of the tale.
  if (h.fiction && tales.has(r.kind) && h.subject !== 'other') level = Math.min(level - 1, 1)
  if (h.returning && (r.kind === 'farewell' || r.kind === 'preparation')) level -= 1
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
    if (h.negated || h.past || h.idiom || (e < r.level && (h.fiction || h.trivial || h.joking || h.subject === 'you' || h.quoted || h.returning))) lowered++
    else if (e > 0) open++
    if (e > 0 && !h.negated && !h.returning) strength[kindNo.get(r.kind)!]! += h.past || h.subject === 'other' ? 0.5 : 1
    if (h.negated && (r.category === 'suicide' || r.category === 'self-harm')) denied = true
    if (e > 0) put(r.category, e)
    if (r.kind === 'child' && r.level === 0) strength[kindNo.get('child')!]! += 1
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
  if (soonIntent) raise(3, 'suicide', 'an intention with a time')
  if (has('intent') && (has('place') || has('farewell') || has('preparation'))) raise(3, 'suicide', 'an intention with a place, a farewell or preparations')
  if (has('farewell') && (has('preparation') || has('means-held') || has('place') || (ideation && has('calm')))) raise(3, 'suicide', 'a farewell with preparations or means')
  if (ideation && has('place')) raise(3, 'suicide', 'thoughts of suicide at a dangerous place')
  const distress = has('distress') || has('hopeless') || has('pain') || has('trapped') || has('burden') || has('self-harm')
  if (has('means-held') && (denied || distress)) raise(2, 'suicide', 'means within reach while in distress')
  if (has('place') && distress) raise(2, 'suicide', 'in distress at a dangerous place')
  const signs = ['burden', 'trapped', 'pain', 'calm', 'hopeless', 'past-attempt', 'self-harm'].filter((k) => has(k as Kind)).length
  if (signs >= 3) raise(2, 'suicide', 'several signs of suicide risk together')
  if (has('calm') && (has('hopeless') || has('burden'))) raise(2, 'suicide', 'sudden calm after hopelessness')
  if (has('command')) raise(3, 'psychosis', 'voices that command harm')
  if (has('child') && has('partner')) put('safeguarding-child', 2)
  if (level === 3 && floor < 3) floor = 3
  return {
    farewell: has('farewell'),
    resolved: lowered > 0 && level < 2, harmless: figures > 0 && open === 0 && level === 0,
    level: level as Grade, floor: floor as Grade, byCategory, effective: eff, raised, strength,
  }
}
