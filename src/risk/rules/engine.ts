/** Applies the rules to one text: hits with polarity, experiencer, time and certainty. */
import { flag, type Tokens } from '../text/tokens'
import { balanceRules } from './balance'
import { classes } from './classes'
import { Lexicon, NUM, YEAR } from './dsl'
import { harmRules } from './harm'
import { peerRules } from './more'
import { endWords, piiCues, styleElements } from './style'
import { safetyRules } from './safety'
import { signRules } from './signs'
import { suicideRules } from './suicide'
import { widerRules } from './wider'
import type { Grade, Rule } from './types'

export const rules: readonly Rule[] = [...suicideRules, ...peerRules, ...harmRules, ...safetyRules, ...widerRules, ...signRules, ...balanceRules]
export const lexicon = new Lexicon(classes)
rules.forEach((r, i) => r.patterns.forEach((p) => lexicon.add(i, p)))
const cls = Object.fromEntries(
  ['I', 'my', 'myself', 'neg', 'he', 'him', 'themself', 'friend', 'you', 'said', 'contrast', 'conj', 'conditional', 'nowcue', 'recent', 'thinkv', 'pseudo', 'undo', 'third',
    'suicide', 'suicidal', 'past', 'nowword', 'immed', 'partner', 'family', 'joke', 'trivial'].map((n) => [n, lexicon.element(`@${n}`)]),
) as Record<string, number>
const el = {
  if: lexicon.element('if|unless'),
  to: lexicon.element('@to'),
  try: lexicon.element('try|trying|tried|tryna|struggling|fighting|hard|how'),
  no: lexicon.element('no|nah|nope'),
  mine: lexicon.element('i|im|ive|id|ah|ill|imma|ima'),
  scope: lexicon.element('but|because|cos|so|then|coz|except|until|till|since'),
  and: lexicon.element('and|but|n|then|or|so|just|really|still|also|honestly|fucking|to|that'),
  wish: lexicon.element('would|could|might|may'),
  past3: lexicon.element('killed|hanged|hung|shot|took|died|drowned|overdosed|committed|jumped|lost'),
  longer: lexicon.element('longer'),
  why: lexicon.element('why|dont|havent|didnt'),
  wrong: lexicon.element('wrong|stop|unacceptable|report|reported|reporting|called|calling|saying|said|quote|against|racist|homophobic|transphobic|hateful|word|slur|slurs|comments|someone|somebody'),
  english: lexicon.element('@english'),
  like: lexicon.element('like|that|as|saying|because|cos'),
  own: lexicon.element('i|im|ive|id|ill|could|would|to|wanna|want|might|let|me|will|ima|imma'),
  proud: lexicon.element('proud|pride|our|fellow|loud|im|queer|happy|we|as'),
  ask: lexicon.element('ask|asked|asks|asking|wondered|wonders|checked'),
  whether: lexicon.element('if|whether|was|am|are|do|about|did'),
  fine: lexicon.element('fine|better|ok|okay|good|well|recovered|clean|sober|happy|happier|stable|great|safe|alright|grand'),
  harm: lexicon.element('kill|hang|shoot|drown|neck|off|end|unalive|cut|stab|hurt|harm|die|do|jump|take|give|listen|let|think'),
  tale: lexicon.element('@fiction'),
  being: lexicon.element('is|was|are|were|gets|got|becomes|feels'),
  joke: lexicon.element('@joke'),
  still: lexicon.element('still'),
  yesterday: lexicon.element('yesterday'),
  last: lexicon.element('last'),
  night: lexicon.element('night|week|weekend'),
  present: lexicon.element('here|alive|breathing|standing|with'),
  ever: lexicon.element('ever|once'),
  asks: lexicon.element('why'),
  ifOnly: lexicon.element('if'),
  aux: lexicon.element('have|had|do|did|would|will|could|can|am|was|should'),
  way: lexicon.element('way|chance|circumstances|plans|plan|intention|desire|wish'),
  oneOf: lexicon.element('a|one|single'),
  span: lexicon.element('day|night|hour|minute|moment|morning|second|week'),
  urge: lexicon.element('tell|telling|say|pretend|ask|asking|persuade|convince|promise|guarantee'),
  stopper: lexicon.element('nobody|noone|nothing|cant|cannot|dont|wont|never|not'),
  generic: lexicon.element('someone|somebody|people|anyone|anybody|those|everyone|everybody|others|patients|men|women|teenagers|students|student|pupil|pupils|clients'),
  known: lexicon.element('know|friend|mate|met|here|brother|sister|son|daughter|mum|dad|class|chat|group|tonight|today|scared|worried|just'),
  who: lexicon.element('who|that|to|whos|with|are'),
  orders: lexicon.element('told|tells|tell|telling|asked|asks|ordered|says|said|screamed|shouted|texted|messaged|yelled|begged'),
  unreal: lexicon.element('voice|voices|god|demon|demons|devil|satan|angel|angels|whispers|shadow|it|head|they'),
  me: lexicon.element('me|us'),
  infinitive: lexicon.element('to'),
  return: lexicon.element('again|back|worse|return|returned|started|starting|relapsed|same|thoughts|want|feel|feeling|urges|worst|want'),
  thats: lexicon.element('thats|is|literally|exactly|basically'),
  meNow: lexicon.element('me|i|how|mine|my'),
  two: lexicon.element('2'),
  scene: lexicon.element('@scene'),
  nobody: lexicon.element('nobody|noone'),
  otherLanguage: lexicon.element('@otherlang'),
  goesOn: lexicon.element('do|am|feel|want|think|have|does|get'),
  more: lexicon.element('more|as|so|this'),
  than: lexicon.element('than|much|badly|strongly|bad'),
  victims: lexicon.element('them|him|her|people|someone|anyone|everyone|somebody|family|kids'),
}
/** Words that repairs look for; the risk-bearing ones only, so that nothing harmless is bent into harm. */
export const critical = [
  'suicide', 'suicidal', 'suicides', 'killing', 'myself', 'overdose', 'overdosed', 'overdosing', 'selfharm', 'unalive', 'hanging', 'cutting', 'kill', 'die', 'dying', 'death', 'dead', 'hang', 'harm',
  'pills', 'tablets', 'noose', 'hurt', 'goodbye', 'rape', 'raped', 'strangled', 'depressed', 'hopeless', 'worthless', 'anorexia', 'bulimia', 'alive', 'living', 'live', 'attempt', 'kys', 'kms', 'cut', 'wrist', 'wrists',
  'paracetamol', 'wanna', 'yourself', 'life', 'end', 'jump', 'bridge', 'knife', 'blade', 'gun', 'murder', 'want', 'anymore', 'nigger', 'faggot', 'bitch', 'cunt', 'fuck', 'fucking', 'shit', 'whore', 'slut', 'stupid', 'idiot',
  'drugs', 'heroin', 'cocaine', 'abuse', 'abused', 'self', 'not', 'to', 'it', 'i', 'my', 'me', 'be', 'here', 'die', 'no', 'on', 'off', 'dont', 'cant', 'going', 'tonight', 'bleach', 'rope', 'over', 'retard', 'jews', 'muslims', 'gay',
] as const
for (const source of [...Object.values(styleElements), ...Object.values(endWords), ...Object.values(piiCues)]) lexicon.element(source)
lexicon.seal([...critical, 'emoji'])
export const NUM_ID = lexicon.vocabulary.idOf(NUM)
export const YEAR_ID = lexicon.vocabulary.idOf(YEAR)

export interface Hit {
  rule: number
  first: number
  last: number
  level: Grade
  subject: 'self' | 'other' | 'you' | 'any'
  negated: boolean
  past: boolean
  conditional: boolean
  fiction: boolean
  quoted: boolean
  soon: boolean
  idiom: boolean
  /** Said with a laugh, or about something small. */
  joking: boolean
  trivial: boolean
  /** A farewell that says when they will be back. */
  returning: boolean
  /** "If I ever were …": said of what has not happened. */
  supposed: boolean
}

const pool: Hit[] = []
function take(i: number): Hit {
  return (pool[i] ??= { rule: 0, first: 0, last: 0, level: 0, subject: 'any', negated: false, past: false, conditional: false, fiction: false, quoted: false, soon: false, idiom: false, returning: false, joking: false, trivial: false, supposed: false })
}

/** Token positions where the sentence of `k` begins and ends. */
function sentence(t: Tokens, k: number): [number, number] {
  let a = k
  while (a > 0 && t.gap[a] !== 2) a--
  let b = k
  while (b + 1 < t.count && t.gap[b + 1] !== 2) b++
  return [a, b]
}

/** "Never have I …", "not once did I …", "no way would I …": the negation stands in front of a turned-round clause. */
function turned(t: Tokens, w: Int32Array, k: number): boolean {
  const is = (q: number, e: number) => lexicon.is(w[q]!, e)
  if (k >= 2 && is(k - 1, el.way) && is(k - 2, cls.neg!)) return true
  if (k < 2 || !is(k - 1, el.aux) || t.gap[k - 1] !== 0) return false
  return is(k - 2, cls.neg!) || (k >= 3 && t.gap[k - 2] === 0 && is(k - 3, cls.neg!) && (is(k - 2, el.ever) || is(k - 2, el.way)))
}

function negated(t: Tokens, w: Int32Array, h: Hit): boolean {
  const is = (k: number, e: number) => lexicon.is(w[k]!, e)
  for (let k = h.first - 1; k >= 0 && k >= h.first - 6; k--) {
    // A comma or a full stop ends the reach of a negation.
    if (t.gap[k + 1] !== 0) return false
    if (is(k, el.scope)) return false
    if (is(k, cls.undo!) && !is(k, cls.neg!)) {
      const before = (k > 0 && t.gap[k] !== 2 && is(k - 1, el.stopper)) || (k > 1 && t.gap[k] === 0 && t.gap[k - 1] === 0 && is(k - 2, el.stopper))
      if (!before) return true
      return false
    }
    // "Nobody here is suicidal".
    if (is(k, el.nobody)) return true
    if (is(k, cls.neg!)) {
      // Two negations make none: "not a day goes by that I don't", "why shouldn't I", "don't tell me not to".
      if (k > 0 && t.gap[k] !== 2 && is(k - 1, el.asks)) return false
      for (let j = k - 1; j >= 0 && j >= k - 8 && t.gap[j + 1] === 0; j--) {
        if (is(j, cls.conj!)) break
        if (is(j, cls.neg!) && ((is(j + 1, el.oneOf) && (is(j + 2, el.span) || is(j + 3, el.span))) || is(j + 1, el.urge))) return false
      }
      // "not only", "not sure", "can't stop": the negation does not reach the words.
      if (k + 1 < h.first && is(k + 1, cls.pseudo!)) return false
      // "Never wanted to die more than now", "never felt so suicidal".
      if (h.last + 2 < t.count && is(h.last + 1, el.more) && is(h.last + 2, el.than)) return false
      if (h.first - 1 > k && is(h.first - 1, el.more)) return false
      if (k > 0 && t.gap[k] === 0 && is(k - 1, el.try)) return false
      if (is(k, el.no) && k + 1 < t.count && (t.gap[k + 1] !== 0 || is(k + 1, el.mine))) return false
      return true
    }
    // "It's not like I want to", "not that I would".
    if (is(k, el.mine) && k >= 2 && t.gap[k] === 0 && is(k - 1, el.like) && is(k - 2, cls.neg!)) return true
    // A new subject starts a new clause, unless it hangs on a verb of thinking ("I don't think I want to").
    if (is(k, el.mine) && k > 0 && t.gap[k] === 0 && !is(k - 1, cls.thinkv!) && !is(k - 1, cls.neg!)) return turned(t, w, k)
  }
  return false
}

function subjectOf(t: Tokens, w: Int32Array, h: Hit, from: number): Hit['subject'] {
  const is = (k: number, e: number) => lexicon.is(w[k]!, e)
  for (let k = h.first; k <= h.last; k++) {
    if (is(k, cls.myself!)) return 'self'
    if (is(k, cls.themself!)) return 'other'
  }
  for (let k = h.first; k <= h.last; k++) {
    if (is(k, el.mine)) return 'self'
    if (is(k, cls.third!) && k === h.first && k > 0 && !is(k - 1, cls.I!)) return 'other'
  }
  if (h.first > from && is(h.first - 1, cls.contrast!)) {
    for (let k = from; k < h.first; k++) if (is(k, el.mine)) return 'self'
  }
  // "… is suicidal" without an I before it is told of somebody else.
  if (h.first > from && is(h.first - 1, el.being)) {
    let own = false
    let you = false
    for (let k = from; k < h.first; k++) {
      if (is(k, el.mine)) own = true
      if (is(k, cls.you!)) you = true
    }
    if (!own) return you ? 'you' : 'other'
  }
  for (let k = h.first - 1; k >= from; k--) {
    if (is(k, cls.I!) && !is(k, cls.my!)) return 'self'
    if (is(k, cls.he!)) return 'other'
    if (is(k, cls.friend!)) {
      const owner = k > 0 && t.gap[k] !== 2
      if (owner || k === from) return 'other'
    }
    if (is(k, cls.you!)) return 'you'
    if (is(k, cls.my!) && k === h.first - 1) return 'self'
    if (w[k] === 0 && (t.flags[k]! & flag.capital) !== 0 && (t.flags[k]! & flag.shout) === 0 && k + 1 < t.count && is(k + 1, cls.third!)) return 'other'
  }
  return 'self'
}

/** Kinds whose patterns leave gaps in which a negation may stand. */
const inside = new Set(['self-harm-now', 'violence', 'violence-plan', 'intent', 'plan'])

export interface Reading {
  hits: Hit[]
  count: number
}
const reading: Reading = { hits: pool, count: 0 }

/** All hits of the text, each read in its clause. The array is reused by the next call. */
export function read(t: Tokens, w: Int32Array): Reading {
  let n = 0
  lexicon.match(w, t.gap, t.count, (rule, first, last) => {
    for (let i = n - 1; i >= 0 && i >= n - 24; i--) {
      const o = pool[i]!
      if (o.rule === rule && o.first <= last && first <= o.last) {
        if (first < o.first) o.first = first
        if (last > o.last) o.last = last
        return
      }
    }
    const h = take(n++)
    h.rule = rule
    h.first = first
    h.last = last
  })
  reading.count = n
  if (n === 0) return reading
  for (let i = 0; i < n; i++) settle(t, w, pool[i]!, n)
  return reading
}

/** "…; now I coach swimming", "I am thirty now and fine": a now of another clause that does not say it has come back. */
function better(t: Tokens, w: Int32Array, k: number, h: Hit, b: number): boolean {
  const is = (q: number, e: number) => lexicon.is(w[q]!, e)
  if (k <= h.last) return false
  let apart = false
  for (let q = h.last + 1; q <= k; q++) if (t.gap[q] !== 0 || (is(q, cls.conj!) && q < k)) apart = true
  if (!apart) return false
  for (let q = h.last + 1; q <= b; q++) if (is(q, el.return)) return false
  return true
}

/** Words of suicide that are no place: with one of them a place is never a mere outing. */
const outings = new Set(['edge', 'place', 'beyond-line', 'perch', 'edge-peer', 'place-peer'])

function settle(t: Tokens, w: Int32Array, h: Hit, n: number): void {
  const r = rules[h.rule]!
  h.level = r.level
  h.subject = r.who === 'auto' ? 'self' : r.who
  h.negated = h.past = h.conditional = h.fiction = h.quoted = h.soon = h.idiom = h.returning = h.joking = h.trivial = h.supposed = false
  if (r.category === 'protective' || r.category === 'idiom') return
  const is = (k: number, e: number) => lexicon.is(w[k]!, e)
  const [a, b] = sentence(t, h.first)
  if (r.who === 'auto') h.subject = subjectOf(t, w, h, a)
  if (r.polarity === 'death') h.negated = negated(t, w, h)
  if ((r.who === 'you' || (r.who === 'other' && r.polarity === 'death')) && !h.negated) for (let k = h.first; k < h.last; k++) if (is(k, cls.neg!) && (r.who === 'other' || is(k + 1, el.harm))) h.negated = true
  let addressed = false
  for (let k = h.first; k <= h.last; k++) if (is(k, cls.you!)) addressed = true
  // "I'm not gonna hurt myself": the negation stands inside the words of the rule.
  if (!h.negated && inside.has(r.kind) && r.polarity === 'death') for (let k = h.first + 1; k < h.last; k++) if (is(k, cls.neg!) && !is(k - 1, el.try) && !is(k + 1, cls.pseudo!)) h.negated = true
  // "I could just die" is said of oneself, not to another.
  if (r.who === 'you' && !addressed && ((h.first > 0 && is(h.first - 1, el.own)) || (h.first > 1 && is(h.first - 2, el.mine)))) h.subject = 'self'
  // Killing oneself is no violence to others.
  if (r.kind === 'violence' || r.kind === 'violence-plan') {
    let own = false
    let others = false
    for (let k = h.first; k <= h.last; k++) {
      if (is(k, cls.themself!) || is(k, cls.myself!)) own = true
      else if (is(k, el.victims)) others = true
    }
    h.idiom = own && !others
  }

  h.quoted = (t.flags[h.first]! & t.flags[h.last]! & flag.quoted) !== 0
  let now = false
  let asked = false
  let own = false
  let outing = outings.has(r.id)
  for (let i = 0; i < n && outing; i++) {
    const or = rules[pool[i]!.rule]!
    if (or.category === 'suicide' && or.level >= 1 && !outings.has(or.id)) outing = false
  }
  // What is said of people in general, and what somebody else told one to do, is no thought of one's own.
  const k0 = h.first - 1
  if (r.category === 'suicide' || r.category === 'self-harm') {
    let whom = k0
    for (let q = k0; q >= a && q >= k0 - 3; q--) if (is(q, el.generic) && (q === k0 || is(q + 1, el.who))) whom = q
    if (h.subject === 'other' && (is(h.first, el.generic) || (whom >= a && is(whom, el.generic)))) {
      let near = false
      for (let k = a; k <= b; k++) if (is(k, el.known) || is(k, cls.nowcue!)) near = true
      if (!near) h.supposed = true
    }
    if (k0 >= a + 2 && is(k0, el.infinitive) && is(k0 - 1, el.me) && is(k0 - 2, el.orders) && !(k0 >= a + 3 && is(k0 - 3, el.unreal))) h.supposed = true
  }
  // Slurs and incitement that are reported or spoken against, or a word a group uses of itself.
  const tellable = r.kind === 'slur' || r.kind === 'incite'
  if (r.kind === 'slur' && h.last - h.first <= 1) for (let k = Math.max(a, h.first - 4); k < h.first; k++) if (is(k, el.proud)) h.quoted = true
  for (let k = a; k <= b; k++) {
    if (k < h.first && is(k, el.ask)) asked = true
    if (asked && k < h.first && is(k, el.whether)) h.negated = r.polarity === 'death'
    if (tellable && is(k, el.wrong)) h.quoted = true
    if (is(k, cls.joke!) && !(k > a && is(k - 1, cls.neg!))) h.joking = true
    if (is(k, cls.trivial!)) h.trivial = true
    // "Fine now", "clean now": the now of getting better.
    // "Still here", "still alive" tells of having come through.
    if (is(k, cls.nowcue!) && !(k > a && t.gap[k] === 0 && is(k - 1, el.fine)) && !better(t, w, k, h, b) && !(k < b && is(k, el.still) && is(k + 1, el.present))) now = true
    if (k < b && is(k, el.still) && is(k + 1, el.goesOn)) now = true
    // "Last night" is not over and done with.
    if (is(k, el.yesterday) || (k < b && is(k, el.last) && is(k + 1, el.night))) now = true
    // "The song says …, and that is me": the words are taken over as one's own.
    if (k > h.last && k < b && is(k, el.thats) && is(k + 1, el.meNow)) own = true
    if (outing && is(k, el.scene)) h.idiom = true
    // "If I ever …" speaks of what has not happened.
    if (k >= a + 2 && k < h.first && is(k, el.ever) && (is(k - 1, el.mine) || is(k - 1, cls.you!)) && is(k - 2, el.ifOnly)) h.supposed = true
    if (is(k, cls.immed!)) h.soon = true
    if (k < h.first && k >= h.first - 8 && is(k, cls.conditional!)) h.conditional = true
  }
  if (own) h.quoted = false
  for (let i = 0; i < n; i++) {
    const o = pool[i]!
    const or = rules[o.rule]!
    if (or.kind === 'recovered' && o.first >= a && o.last <= b) {
      // "No longer want to live" is no recovery.
      if (!now && !(r.polarity === 'fixed' && o.first <= h.last && h.first <= o.last)) h.past = true
    } else if (or.kind === 'fiction' && o.last >= a && o.first <= b) h.fiction = !own
    else if (or.kind === 'return') h.returning ||= !negated(t, w, o)
    else if (or.kind === 'idiom' && o.first <= h.last && h.first <= o.last && covers(t, w, o, h)) h.idiom = true
  }
}

/** An idiom covers a hit when it holds the hit's own words and nobody speaks of themselves or of suicide by name. */
function covers(t: Tokens, w: Int32Array, idiom: Hit, h: Hit): boolean {
  // "No joke" and "not kidding" are no jokes.
  for (let k = idiom.first + 1; k <= idiom.last; k++) if (lexicon.is(w[k]!, el.joke) && lexicon.is(w[k - 1]!, cls.neg!)) return false
  for (let k = h.first; k <= h.last; k++) {
    if (lexicon.is(w[k]!, cls.myself!) && !(k >= idiom.first && k <= idiom.last && !lexicon.is(w[idiom.last]!, el.joke))) return false
    if (lexicon.is(w[k]!, cls.suicidal!)) return false
    if (lexicon.is(w[k]!, cls.suicide!) && (k < idiom.first || k > idiom.last)) return false
  }
  if (rules[h.rule]!.id === 'if-i-leave') return false
  // "Cut her some slack" does not cover "cutting her arms".
  if (rules[h.rule]!.category === 'self-harm' && h.last > idiom.last) return false
  // "i want 2 kms": the two is a to.
  if (idiom.first > 0 && lexicon.is(w[idiom.first]!, el.two) && lexicon.is(w[idiom.first - 1]!, cls.want!)) return false
  // A figure of speech at the rim of a long hit says nothing about the rest of it.
  const length = h.last - h.first + 1
  const shared = Math.min(h.last, idiom.last) - Math.max(h.first, idiom.first) + 1
  if (length >= 8 && shared * 3 < length) return false
  return h.last <= idiom.last + 1 || h.first >= idiom.first - 1
}

export { cls, el }
