/**
 * The rule language: a pattern is words in order. `a|b` alternatives, `@name` a word class, `x?` may be missing,
 * `~3` up to three words between, `#num` a number. Compiled once to bit sets, so that testing a word is one look-up.
 */
import { Vocabulary } from '../text/vocabulary'

export interface Element {
  /** Element number, or -1 for a gap. */
  id: number
  gap: number
  optional: boolean
}
export interface Pattern {
  rule: number
  elements: Element[]
  anchor: number
}

export const NUM = '#num'
/** A year of the last or this century. */
export const YEAR = '#year'
const common = new Set(
  `i im my me a an the to and it is of in on that for be have do with just so but am was this want going get are you he she they we not no if all your what
   can will at or like about up out when really as how there has had been some would now one go make her him his them its from by more then think feel who
   know could than did got take took people time because even any too only very want never ve re ll s t take day life`.split(/\s+/),
)

export class Lexicon {
  private elementIds = new Map<string, number>()
  private elementWords: Set<string>[] = []
  private classes = new Map<string, string[]>()
  private patterns: Pattern[] = []
  vocabulary!: Vocabulary
  private bits!: Uint32Array
  private stride = 0
  /** Element that must stand right after (before) the anchor of a pattern, or -1: told apart before anything else is tried. */
  private after!: Int32Array
  private before!: Int32Array
  private firstOf!: Int32Array
  private listOf!: Int32Array

  constructor(classes: Record<string, string>) {
    for (const [name, words] of Object.entries(classes)) this.classes.set(name, this.expand(words.trim().split(/\s+/)))
  }

  private expand(parts: string[]): string[] {
    return parts.flatMap((w) => {
      if (!w.startsWith('@')) return [w]
      const known = this.classes.get(w.slice(1))
      if (!known) throw new Error(`Unknown word class ${w}`)
      return known
    })
  }

  /** Number of the element that stands for these alternatives. */
  element(source: string): number {
    const known = this.elementIds.get(source)
    if (known !== undefined) return known
    const words = new Set(this.expand(source.split('|')))
    const id = this.elementWords.length
    this.elementWords.push(words)
    this.elementIds.set(source, id)
    return id
  }

  add(rule: number, source: string): void {
    const elements: Element[] = source
      .trim()
      .split(/\s+/)
      .map((part) => {
        if (part.startsWith('~')) return { id: -1, gap: Number(part.slice(1)), optional: true }
        const optional = part.endsWith('?')
        return { id: this.element(optional ? part.slice(0, -1) : part), gap: 0, optional }
      })
    let anchor = -1
    let best = Infinity
    elements.forEach((e, i) => {
      if (e.id < 0 || e.optional) return
      const words = this.elementWords[e.id]!
      let cost = 0
      for (const w of words) cost += common.has(w) ? 50 : 1
      if (cost < best) {
        best = cost
        anchor = i
      }
    })
    if (anchor < 0) throw new Error(`Pattern without a word: ${source}`)
    this.patterns.push({ rule, elements, anchor })
  }

  /** Freezes the lexicon; further words (for repairs) may be given. */
  seal(extra: readonly string[]): void {
    const all = new Set<string>([NUM, YEAR])
    for (const words of this.elementWords) for (const w of words) all.add(w)
    for (const w of extra) all.add(w)
    // A number written in a pattern, and a year, are numbers too.
    for (const words of this.elementWords) {
      if (!words.has(NUM)) continue
      words.add(YEAR)
      for (const w of all) if (/^\d+$/.test(w)) words.add(w)
    }
    this.vocabulary = new Vocabulary([...all])
    this.stride = (this.elementWords.length + 31) >> 5
    this.bits = new Uint32Array(this.stride * this.vocabulary.size)
    const ids = new Map([...all].map((w, i) => [w, i + 1]))
    this.elementWords.forEach((words, e) => {
      for (const w of words) {
        const at = ids.get(w)! * this.stride + (e >> 5)
        this.bits[at] = this.bits[at]! | (1 << (e & 31))
      }
    })
    const perWord: number[][] = Array.from({ length: this.vocabulary.size }, () => [])
    this.patterns.forEach((p, i) => {
      for (const w of this.elementWords[p.elements[p.anchor]!.id]!) perWord[ids.get(w)!]!.push(i)
    })
    this.firstOf = new Int32Array(this.vocabulary.size + 1)
    const list: number[] = []
    perWord.forEach((ps, w) => {
      this.firstOf[w] = list.length
      list.push(...ps)
    })
    this.firstOf[this.vocabulary.size] = list.length
    this.listOf = Int32Array.from(list)
    const beside = (p: Pattern, step: number) => {
      const e = p.elements[p.anchor + step]
      return e && e.id >= 0 && !e.optional ? e.id : -1
    }
    this.after = Int32Array.from(this.patterns, (p) => beside(p, 1))
    this.before = Int32Array.from(this.patterns, (p) => beside(p, -1))
  }

  is(word: number, element: number): boolean {
    return word !== 0 && (this.bits[word * this.stride + (element >> 5)]! & (1 << (element & 31))) !== 0
  }

  /** Calls `found(rule, first, last)` for every pattern that matches; `gaps[k] === 2` is never crossed. */
  match(words: Int32Array, gaps: Uint8Array, count: number, found: (rule: number, first: number, last: number) => void): void {
    const { firstOf, listOf, patterns, after, before, bits, stride } = this
    for (let k = 0; k < count; k++) {
      const w = words[k]!
      if (w === 0) continue
      const stop = firstOf[w + 1]!
      let q = firstOf[w]!
      if (q === stop) continue
      // Rows of the words beside; row 0 is no word and holds nothing.
      const next = k + 1 < count && gaps[k + 1] !== 2 ? words[k + 1]! * stride : 0
      const last1 = k > 0 && gaps[k] !== 2 ? words[k - 1]! * stride : 0
      for (; q < stop; q++) {
        const n = listOf[q]!
        const a = after[n]!
        if (a >= 0 && (bits[next + (a >> 5)]! & (1 << (a & 31))) === 0) continue
        const b = before[n]!
        if (b >= 0 && (bits[last1 + (b >> 5)]! & (1 << (b & 31))) === 0) continue
        const p = patterns[n]!
        const last = this.forward(p.elements, p.anchor + 1, k, words, gaps, count)
        if (last < 0) continue
        const first = this.backward(p.elements, p.anchor - 1, k, words, gaps)
        if (first >= 0) found(p.rule, first, last)
      }
    }
  }

  private forward(es: Element[], e: number, at: number, words: Int32Array, gaps: Uint8Array, count: number): number {
    if (e === es.length) return at
    const el = es[e]!
    const next = at + 1
    if (el.id < 0) {
      let pos = at
      for (let g = 0; g <= el.gap; g++) {
        const r = this.forward(es, e + 1, pos, words, gaps, count)
        if (r >= 0) return r
        pos++
        if (pos >= count || gaps[pos] === 2) return -1
      }
      return -1
    }
    if (next < count && gaps[next] !== 2 && this.is(words[next]!, el.id)) {
      const r = this.forward(es, e + 1, next, words, gaps, count)
      if (r >= 0) return r
    }
    return el.optional ? this.forward(es, e + 1, at, words, gaps, count) : -1
  }

  private backward(es: Element[], e: number, at: number, words: Int32Array, gaps: Uint8Array): number {
    if (e < 0) return at
    const el = es[e]!
    if (el.id < 0) {
      let pos = at
      for (let g = 0; g <= el.gap; g++) {
        const r = this.backward(es, e - 1, pos, words, gaps)
        if (r >= 0) return r
        if (pos === 0 || gaps[pos] === 2) return -1
        pos--
      }
      return -1
    }
    if (at > 0 && gaps[at] !== 2 && this.is(words[at - 1]!, el.id)) {
      const r = this.backward(es, e - 1, at - 1, words, gaps)
      if (r >= 0) return r
    }
    return el.optional ? this.backward(es, e - 1, at, words, gaps) : -1
  }
}
