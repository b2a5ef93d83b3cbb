/** Word ids of a text, with disguised spellings read as the words they stand for. */
import { leetFold } from './chars'
import { ruleDialect } from './dialect'
import { flag, type Tokens } from './tokens'
import { SEED, step, type Vocabulary } from './vocabulary'

const scratch = new Uint8Array(256)
const DULL = 1 << 15

/** Words that mean the same: acronyms and algospeak, written out as one word of the lexicon. */
const acronyms: Record<string, string> = {
  sewercide: 'suicide', sewerslide: 'suicide', sooicide: 'suicide', suey: 'suicide', sewerslidal: 'suicidal', unalived: 'killed', unaliving: 'killing', kermit: 'commit', slef: 'self',
  myslef: 'myself', wnt: 'want', wnna: 'wanna', tmrw: 'tomorrow', b4: 'before', '2nite': 'tonight', '2day': 'today', '2moro': 'tomorrow', str8: 'straight', gr8: 'great', l8r: 'later',
  oversleep: 'overdose', hashtag: 'emoji', liv: 'live', dye: 'die', kil: 'kill', diee: 'die', sui: 'suicide', panini: 'emoji', dnt: 'dont', cnt: 'cant', bcuz: 'because', ppl: 'people', pilz: 'pills', kll: 'kill',
  nemore: 'anymore', anymair: 'anymore', anymo: 'anymore', 'f***': 'fuck', 's***': 'shit', 'c***': 'cunt', 'b****': 'bitch', 'f**k': 'fuck',
  sucide: 'suicide', suiside: 'suicide', suacide: 'suicide', suisidal: 'suicidal', sucidal: 'suicidal', kys: 'kys', deth: 'death', depresed: 'depressed', harmin: 'harming', cuttin: 'cutting', hangin: 'hanging', killin: 'killing',
}

export class Repair {
  private variants = new Map<string, number>()
  private isCritical: Uint8Array
  private dullHash = new Int32Array(DULL)
  private dullCheck = new Int32Array(DULL)
  /** Risk words by their letters without doubles, for letters held down ("kiiilll"). */
  private squeezed = new Map<string, number>()
  private acronym = new Map<string, number>()
  /** Standard word of a dialect form, by word id. */
  private standard: Int32Array

  constructor(private v: Vocabulary, critical: readonly string[]) {
    this.isCritical = new Uint8Array(v.size)
    for (const c of critical) this.isCritical[v.idOf(c)] = 1
    this.standard = new Int32Array(v.size)
    for (const [from, to] of ruleDialect) {
      const id = v.idOf(to)
      const own = v.idOf(from)
      if (!id) continue
      if (own) this.standard[own] = id
      else this.acronym.set(from, id)
    }
    for (const [from, to] of Object.entries(acronyms)) {
      const id = v.idOf(to)
      if (id) this.acronym.set(from, id)
    }
    for (const c of critical) if (c.length >= 4) this.squeezed.set(c.replace(/(.)\1+/g, '$1'), v.idOf(c))
    // One letter missing, doubled or swapped in the long risk words.
    for (const c of critical) {
      if (c.length < 6) continue
      const id = v.idOf(c)
      for (let i = 1; i < c.length; i++) {
        this.variant(c.slice(0, i) + c.slice(i + 1), id)
        if (i + 1 < c.length) this.variant(c.slice(0, i) + c[i + 1] + c[i] + c.slice(i + 2), id)
        for (const ch of 'aeiouy') if ('aeiouy'.includes(c[i]!)) this.variant(c.slice(0, i) + ch + c.slice(i + 1), id)
      }
    }
  }

  private variant(word: string, id: number): void {
    if (word.length >= 5 && !this.v.idOf(word) && !plainWords.has(word)) this.variants.set(word, id)
  }

  /** Fills `out` with word ids (0 unknown), `numId` for numbers; merges spaced-out letters in place. Returns unknown words seen. */
  ids(t: Tokens, out: Int32Array, numId: number, yearId: number): number {
    this.mergeSpaced(t)
    this.mergeSplit(t)
    const { v } = this
    let unknown = 0
    for (let k = 0; k < t.count; k++) {
      const f = t.flags[k]!
      let id = v.find(t.bytes, t.from[k]!, t.to[k]!, t.hash[k]!)
      if (id === 0) {
        if (f & flag.digits) id = isYear(t, k) ? yearId : numId
        else if ((f & flag.emoji) === 0) {
          id = this.rescue(t, k)
          if (id === 0) unknown++
        }
      }
      out[k] = this.standard[id] || id
    }
    return unknown
  }

  private lookup(n: number): number {
    let h = SEED
    for (let i = 0; i < n; i++) h = step(h, scratch[i]!)
    return this.v.find(scratch, 0, n, h)
  }

  private rescue(t: Tokens, k: number): number {
    const f = t.flags[k]!
    const from = t.from[k]!
    const n = t.to[k]! - from
    if (n < 2 || n > 40) return 0
    if (f & (flag.mixed | flag.stretched)) {
      const id = this.plain(t.bytes, from, n, (f & flag.mixed) !== 0)
      if (id) {
        t.flags[k] = f | flag.repaired
        return id
      }
    }
    // Most unknown words are plain words: once found to be nothing else, they are not looked into again.
    const hash = t.hash[k]!
    const slot = (hash ^ (hash >>> 13)) & (DULL - 1)
    const check = (n << 16) | (t.bytes[from]! << 8) | t.bytes[from + n - 1]!
    if (this.dullHash[slot] === hash && this.dullCheck[slot] === check) return 0
    // Strings are only made for words the lexicon does not know, and only short ones.
    let s = ''
    for (let i = 0; i < n; i++) s += String.fromCharCode(t.bytes[from + i]!)
    const id = this.acronym.get(s) ?? this.variants.get(s) ?? 0
    if (id) {
      t.flags[k] = f | flag.repaired
      return id
    }
    const parts = n >= 7 ? this.runTogether(t, k, s) : 0
    if (parts === 0 && (f & (flag.mixed | flag.stretched)) === 0) {
      this.dullHash[slot] = hash
      this.dullCheck[slot] = check
    }
    return parts
  }

  /** Leet signs to letters, stretched letters shortened, `*` tried as any letter. */
  private plain(bytes: Uint8Array, from: number, n: number, mixed: boolean): number {
    for (let pass = 0; pass < 4; pass++) {
      const keep = pass & 1 ? 2 : 1
      const one = pass & 2 ? 108 : 105
      let m = 0
      let run = 0
      const stars: number[] = []
      for (let i = 0; i < n; i++) {
        let b = bytes[from + i]!
        if (b === 42 || b === 35) {
          stars.push(m)
          b = 42
        } else if (mixed && b < 97) {
          b = b === 49 || b === 33 || b === 124 ? one : leetFold[b]!
          if (b === 0) return 0
        }
        if (m > 0 && b === scratch[m - 1] && b !== 42) {
          if (++run >= keep) continue
        } else run = 0
        scratch[m++] = b
      }
      if (stars.length === 0) {
        const id = this.lookup(m)
        if (id) return id
      } else if (stars.length <= 2 && m >= 3) {
        const id = this.stars(stars, 0, m)
        if (id) return id
      }
      if (pass === 0 && stars.length === 0) {
        const id = this.squeezed.get(String.fromCharCode(...scratch.subarray(0, m))) ?? 0
        if (id && !mixed) return id
      }
      if (!mixed && pass === 1) break
    }
    return 0
  }

  private stars(at: number[], i: number, m: number): number {
    if (i === at.length) {
      const id = this.lookup(m)
      return this.isCritical[id] ? id : 0
    }
    for (let b = 97; b <= 122; b++) {
      scratch[at[i]!] = b
      const id = this.stars(at, i + 1, m)
      if (id) return id
    }
    scratch[at[i]!] = 42
    return 0
  }

  /** "killmyself", "wanttodie": the last risk word is read; its neighbours are put in front when there is room. */
  private runTogether(t: Tokens, k: number, s: string): number {
    const parts: string[] = []
    let rest = s
    while (rest.length > 0 && parts.length < 6) {
      const p = glued.find((g) => rest.endsWith(g))
      if (!p) return 0
      parts.unshift(p)
      rest = rest.slice(0, -p.length)
    }
    if (rest.length > 0 || !parts.some((p) => riskGlue.has(p))) return 0
    this.insert(t, k, parts)
    return this.v.idOf(parts[0]!)
  }

  /** Puts the parts of one token into the stream as tokens of their own, all pointing at the same place. */
  private insert(t: Tokens, k: number, parts: string[]): void {
    const extra = parts.length - 1
    if (t.count + extra >= t.start.length - 8) return
    for (const a of [t.start, t.end, t.from, t.to, t.hash, t.flags, t.gap, t.question]) a.copyWithin(k + 1 + extra, k + 1, t.count)
    let at = t.to[t.count - 1]!
    for (let i = 0; i < k + extra + 1; i++) if (t.to[i]! > at) at = t.to[i]!
    for (let i = t.count - 1 + extra; i > k + extra; i--) if (t.to[i]! > at) at = t.to[i]!
    parts.forEach((p, i) => {
      const q = k + i
      t.start[q] = t.start[k]!
      t.end[q] = t.end[k]!
      t.flags[q] = flag.repaired
      if (i > 0) t.gap[q] = 0
      t.question[q] = 0
      t.from[q] = at
      let h = SEED
      for (let c = 0; c < p.length && at < t.bytes.length; c++) {
        t.bytes[at] = p.charCodeAt(c)
        h = step(h, t.bytes[at++]!)
      }
      t.to[q] = at
      t.hash[q] = h
    })
    t.count += extra
  }

  private at(t: Tokens, k: number): string {
    let s = ''
    for (let i = t.from[k]!; i < t.to[k]! && s.length < 12; i++) s += String.fromCharCode(t.bytes[i]!)
    return s
  }

  /** "kill my self", "sui cide": two halves of one risk word become one token. */
  private mergeSplit(t: Tokens): void {
    for (let k = 0; k + 1 < t.count; k++) {
      // Looked at by hash first: hardly any word gets as far as a string.
      if (tailHash[t.hash[k + 1]! & 4095] === 0 || t.to[k]! - t.from[k]! > 5) continue
      if (t.gap[k + 1] !== 0 && t.start[k + 1] !== t.end[k]! + 1) continue
      const tails = halves[this.at(t, k)]
      if (!tails) continue
      const tail = this.at(t, k + 1)
      if (!tails.includes(tail)) continue
      if (tail === 'self' && k + 2 < t.count && t.gap[k + 2] === 0 && afterSelf.has(this.at(t, k + 2))) continue
      const word = this.at(t, k) + tail
      const room = t.bytes.length - word.length
      let at = 0
      for (let i = 0; i < t.count; i++) if (t.to[i]! > at) at = t.to[i]!
      if (at > room) return
      t.end[k] = t.end[k + 1]!
      t.from[k] = at
      let h = SEED
      for (let i = 0; i < word.length; i++) h = step(h, (t.bytes[at++] = word.charCodeAt(i)))
      t.to[k] = at
      t.hash[k] = h
      t.flags[k] = t.flags[k]! | flag.repaired
      t.question[k] = t.question[k + 1]!
      for (const a of [t.start, t.end, t.from, t.to, t.hash, t.flags, t.gap, t.question]) a.copyWithin(k + 1, k + 2, t.count)
      t.count--
    }
  }

  /** "k i l l  m y s e l f", "d.i.e": runs of three and more single letters become words. */
  private mergeSpaced(t: Tokens): void {
    let k = 0
    while (k + 2 < t.count) {
      if (!((t.flags[k]! & flag.single) && (t.flags[k + 1]! & flag.single) && (t.flags[k + 2]! & flag.single))) {
        k++
        continue
      }
      let e = k
      let s = ''
      let digits = 0
      while (e < t.count && t.flags[e]! & flag.single && e - k < 40) {
        const b = t.bytes[t.from[e]!]!
        const folded = b < 97 ? leetFold[b]! : b
        if (t.flags[e]! & flag.digits) digits++
        s += String.fromCharCode(folded || b)
        e++
      }
      if (digits > (e - k) / 2) {
        k = e
        continue
      }
      // Longest known words first, from the left; a leading "i" may stand alone.
      const parts: Array<[number, number]> = []
      let p = 0
      let ok = true
      while (p < s.length) {
        let len = 0
        for (let n = Math.min(14, s.length - p); n >= 2; n--) {
          const w = s.slice(p, p + n)
          if (acronymLetters.has(w) || riskGlue.has(w) || glueSet.has(w) || (n > 3 && this.v.idOf(w))) {
            len = n
            break
          }
        }
        if (len === 0) {
          if (s[p] === 'i' || s[p] === 'a' || s[p] === 'u') len = 1
          else {
            ok = false
            break
          }
        }
        parts.push([p, len])
        p += len
      }
      if (!ok || parts.every(([, n]) => n < 2)) {
        k = e
        continue
      }
      let q = k
      for (const [at, n] of parts) {
        const first = k + at
        const last = k + at + n - 1
        const startsAt = t.start[first]!
        const endsAt = t.end[last]!
        let h = SEED
        const fromByte = t.from[first]!
        for (let i = 0; i < n; i++) {
          t.bytes[fromByte + i] = s.charCodeAt(at + i)
          h = step(h, s.charCodeAt(at + i))
        }
        t.start[q] = startsAt
        t.end[q] = endsAt
        t.from[q] = fromByte
        t.to[q] = fromByte + n
        t.hash[q] = h
        t.gap[q] = q === k ? t.gap[k]! : 0
        t.flags[q] = n > 1 ? flag.repaired : flag.single
        t.question[q] = t.question[last]!
        q++
      }
      const removed = e - q
      for (const a of [t.start, t.end, t.from, t.to, t.hash, t.flags, t.gap, t.question]) a.copyWithin(q, e, t.count)
      t.count -= removed
      k = q
    }
  }
}

/** Acronyms that are spelt with dots or spaces. */
const acronymLetters = new Set(['kms', 'kys', 'ctb'])
/** Halves of risk words that are sometimes written apart, by their first half. */
const halves: Record<string, readonly string[]> = {
  my: ['self'], your: ['self'], him: ['self'], her: ['self'], sui: ['cide', 'cidal'], suici: ['de', 'dal'], over: ['dose', 'dosed', 'dosing'], un: ['alive', 'aliving', 'alived'], sewer: ['slide'], good: ['bye'], ki: ['ll', 'lling'], kil: ['l', 'ling'], hop: ['eless'], worth: ['less'],
}
/** After these "my self" is two words ("my self esteem"). */
const afterSelf = new Set(['esteem', 'worth', 'confidence', 'harm', 'harming', 'harmed', 'care', 'image', 'respect', 'injury', 'doubt', 'love', 'pity', 'control', 'help', 'service', 'defence', 'defense', 'employed', 'made', 'hate', 'hatred', 'loathing', 'assessment', 'employment', 'test', 'portrait', 'isolation', 'medication', 'medicating', 'injuring', 'is', 'was'])

function isYear(t: Tokens, k: number): boolean {
  const a = t.from[k]!
  if (t.to[k]! - a !== 4) return false
  const first = t.bytes[a]!
  const second = t.bytes[a + 1]!
  return (first === 49 && second === 57) || (first === 50 && second === 48)
}

const riskGlue = new Set(['kill', 'killing', 'myself', 'yourself', 'die', 'dying', 'suicide', 'suicidal', 'hang', 'hurt', 'cutting', 'overdose', 'unalive', 'harm', 'endit', 'dead', 'pills', 'life', 'alive', 'exist', 'death'])
const glued = [...riskGlue, 'want', 'wanna', 'to', 'i', 'im', 'my', 'end', 'it', 'all', 'be', 'not', 'dont', 'here', 'go', 'going', 'gonna', 'self', 'the', 'live', 'cut', 'off', 'just', 'let', 'me', 'no', 'more'].sort((a, b) => b.length - a.length)
const glueSet = new Set(glued)
/** Ordinary words one letter away from a risk word. */
const plainWords = new Set(['handing', 'having', 'banging', 'hiding', 'putting', 'tables', 'table', 'tablet', 'worthies', 'alive', 'olive', 'leaving', 'loving', 'giving', 'living', 'lining', 'living', 'cussing', 'killings', 'abused', 'abuser', 'amuse', 'amused', 'wanted', 'harming', 'hanging', 'heroine', 'idioms', 'yourselves', 'driving', 'striped', 'bridge', 'stranded', 'strangle', 'strangles', 'stranger', 'strange', 'culling', 'calling', 'kiling', 'depress', 'deprived', 'hopeful', 'goody', 'heron', 'herein', 'bride', 'beach', 'overdoing', 'overdoes', 'niger', 'nagger', 'wrests', 'writs', 'abased', 'hinging'])

/** Which hashes a second half can have. */
const tailHash = new Uint8Array(4096)
for (const tail of Object.values(halves).flat()) {
  let h = SEED
  for (let i = 0; i < tail.length; i++) h = step(h, tail.charCodeAt(i))
  tailHash[h & 4095] = 1
}
