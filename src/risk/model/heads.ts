/**
 * The linear heads: exact sums over words, word pairs and letter sequences. What one word adds is worked out once and kept,
 * so that scoring is one look-up per word; the sum is exact, and so are the contributions shown as evidence.
 */
import type { Parsed } from '../parse'
import { lexicon } from '../rules/engine'
import { flag } from '../text/tokens'
import { letterGrams, maybeName, modelWord, spelling, tokenCheck, tokenHash } from './words'

export const heads = ['flag', 'urgent', 'crisis', 'abuse'] as const
export type Head = (typeof heads)[number]
export const H = heads.length

export interface HeadWeights {
  words: string[]
  pairs: string[]
  grams: string[]
  /** Inverse document frequencies, in the order words, pairs, grams. */
  idf: Float32Array
  /** Weights, `H` per feature, same order. */
  weights: Float32Array
  bias: Float32Array
}

const MAX_KEPT = 60_000
const SPARE = 4096
const RECORD = 10
/** In place of a vocabulary number: the model must not see this word. */
const SILENT = -2
const SLOTS = 1 << 17

/** Word pairs by the numbers of their words, open addressing over typed arrays. */
class PairTable {
  private keys: Int32Array
  private values: Int32Array
  private mask: number

  constructor(entries: Array<[number, number, number]>) {
    let cap = 16
    while (cap < entries.length * 3) cap <<= 1
    this.mask = cap - 1
    this.keys = new Int32Array(cap).fill(-1)
    this.values = new Int32Array(cap)
    for (const [a, b, f] of entries) {
      const key = a * 65536 + b
      let i = this.at(key)
      while (this.keys[i] !== -1) i = (i + 1) & this.mask
      this.keys[i] = key
      this.values[i] = f
    }
  }

  private at(key: number): number {
    let h = Math.imul(key, 0x9e3779b1)
    h ^= h >>> 15
    return h & this.mask
  }

  find(a: number, b: number): number {
    const key = a * 65536 + b
    let i = this.at(key)
    for (;;) {
      const k = this.keys[i]!
      if (k === key) return this.values[i]!
      if (k === -1) return -1
      i = (i + 1) & this.mask
    }
  }
}

export class HeadScorer {
  private wordIndex = new Map<string, number>()
  private gramIndex = new Map<string, number>()
  private pairs: PairTable
  /** Open addressing: only the entry stands here, hash and check beside its other figures. */
  private slots = new Int32Array(SLOTS)
  /** Entry 0 is "no word". */
  private kept = 1
  private overflow = 0
  /**
   * One record of ten places per entry, so that a word is one place in memory. Places 0–4, as whole numbers: number in the
   * vocabulary or -1, text it was last seen in, how often there, hash, check. Places 5–9, as fractions: what the word adds to
   * each head, and its square.
   */
  private state = new Int32Array((MAX_KEPT + SPARE + 2) * RECORD)
  private adds = new Float32Array(this.state.buffer)
  private text = 0
  /** Entry of each word of the rules' lexicon, -1 while unknown: most words of a text are found here without a hash. */
  private ofLexicon = new Int32Array(lexicon.vocabulary.size).fill(-1)
  /** Whether a word is the second of any pair that is known. */
  private ends: Uint8Array
  private pairText: Int32Array
  private pairCount: Int32Array
  private tokenEntry: Int32Array = new Int32Array(0)
  private tokenPair: Int32Array = new Int32Array(0)
  readonly sums = new Float64Array(H)
  private norm = 1
  /** Words of the text scored last, and how many of them the vocabulary holds. */
  words = 0
  known = 0

  constructor(private w: HeadWeights) {
    w.words.forEach((x, i) => this.wordIndex.set(x, i))
    w.grams.forEach((x, i) => this.gramIndex.set(x, w.words.length + w.pairs.length + i))
    const entries: Array<[number, number, number]> = []
    w.pairs.forEach((x, i) => {
      const [a, b] = x.split(' ')
      const ia = this.wordIndex.get(a!)
      const ib = this.wordIndex.get(b!)
      if (ia !== undefined && ib !== undefined && ia < 32768 && ib < 65536) entries.push([ia, ib, w.words.length + i])
    })
    this.pairs = new PairTable(entries)
    this.ends = new Uint8Array(w.words.length + 1)
    for (const [, b] of entries) this.ends[b] = 1
    this.pairText = new Int32Array(w.words.length + w.pairs.length)
    this.pairCount = new Int32Array(w.words.length + w.pairs.length)
  }

  private learn(word: string, entry: number): number {
    const at = entry * RECORD + 5
    this.adds.fill(0, at, at + 5)
    const id = this.wordIndex.get(word) ?? -1
    let square = 0
    const put = (f: number) => {
      const v = this.w.idf[f]!
      square += v * v
      for (let h = 0; h < H; h++) this.adds[at + h] = this.adds[at + h]! + v * this.w.weights[f * H + h]!
    }
    if (id >= 0) put(id)
    for (const g of word ? letterGrams(word) : []) {
      const f = this.gramIndex.get(g)
      if (f !== undefined) put(f)
    }
    this.adds[at + 4] = square
    this.state[at - 5] = word ? id : SILENT
    this.state[at - 4] = -1
    return entry
  }

  /** Entry of token `k`; what a word adds is worked out the first time it is met. */
  private entry(p: Parsed, k: number): number {
    const hash = tokenHash(p, k)
    const check = tokenCheck(p, k)
    const { slots, state } = this
    let i = (hash ^ (hash >>> 14)) & (SLOTS - 1)
    for (let e = slots[i]!; e !== 0; e = slots[i]!) {
      const r = e * RECORD
      if (state[r + 3] === hash && state[r + 4] === check) return state[r] === SILENT ? 0 : e
      i = (i + 1) & (SLOTS - 1)
    }
    const word = modelWord(spelling(p, k))
    const full = this.kept >= MAX_KEPT
    const e = this.learn(word, full ? this.spare() : this.kept)
    if (!full) {
      this.kept++
      slots[i] = e
      state[e * RECORD + 3] = hash
      state[e * RECORD + 4] = check
    }
    return word ? e : 0
  }

  /** When the store is full, words share a few entries at its end, each for the length of a text. */
  private spare(): number {
    this.overflow = (this.overflow + 1) % SPARE
    return MAX_KEPT + 1 + this.overflow
  }

  /** Sums of the whole text per head; reused by the next call. */
  score(p: Parsed): Float64Array {
    const { sums, w } = this
    const n = p.tokens.count
    const mark = ++this.text
    if (this.tokenPair.length < n) {
      this.tokenPair = new Int32Array(n + 256)
      this.tokenEntry = new Int32Array(n + 256)
    }
    const { tokenPair, tokenEntry, adds, state } = this
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let square = 0
    let before = -1
    let words = 0
    let known = 0
    const gaps = p.tokens.gap
    const { flags } = p.tokens
    const { ids } = p
    const { ofLexicon } = this
    for (let k = 0; k < n; k++) {
      tokenPair[k] = -1
      if (gaps[k] === 2) before = -1
      const w0 = ids[k]!
      let e = 0
      if (w0 !== 0 && (flags[k]! & flag.digits) === 0) {
        e = ofLexicon[w0]!
        if (e < 0) {
          e = this.entry(p, k)
          if (e <= MAX_KEPT) ofLexicon[w0] = e
        }
      } else if (!maybeName(p, k)) e = this.entry(p, k)
      tokenEntry[k] = e
      if (e === 0) {
        before = -1
        continue
      }
      const st = e * RECORD
      const c = state[st + 1] === mark ? state[st + 2]! + 1 : 1
      state[st + 1] = mark
      state[st + 2] = c
      // The n-th occurrence adds the growth of 1 + log n.
      const was = c > 1 ? growth(c - 1) : 0
      const is = growth(c)
      const d = is - was
      const at = st + 5
      s0 += d * adds[at]!
      s1 += d * adds[at + 1]!
      s2 += d * adds[at + 2]!
      s3 += d * adds[at + 3]!
      square += (is * is - was * was) * adds[at + 4]!
      const id = state[st]!
      words++
      if (id >= 0) known++
      if (before >= 0 && id >= 0 && this.ends[id] === 1) {
        const f = this.pairs.find(before, id)
        if (f >= 0) {
          tokenPair[k] = f
          const m = this.pairText[f] === mark ? this.pairCount[f]! + 1 : 1
          this.pairText[f] = mark
          this.pairCount[f] = m
          const pw = m > 1 ? growth(m - 1) : 0
          const pi = growth(m)
          const v = w.idf[f]!
          const dv = (pi - pw) * v
          square += (pi * pi - pw * pw) * v * v
          const o = f * H
          s0 += dv * w.weights[o]!
          s1 += dv * w.weights[o + 1]!
          s2 += dv * w.weights[o + 2]!
          s3 += dv * w.weights[o + 3]!
        }
      }
      before = id
    }
    this.words = words
    this.known = known
    this.norm = 1 / Math.sqrt(square + 1)
    sums[0] = s0 * this.norm + w.bias[0]!
    sums[1] = s1 * this.norm + w.bias[1]!
    sums[2] = s2 * this.norm + w.bias[2]!
    sums[3] = s3 * this.norm + w.bias[3]!
    return sums
  }

  /** Each token's exact share of the sum of head `h`, for the text scored last. */
  shares(p: Parsed, h: number, out: Float64Array): Float64Array {
    for (let k = 0; k < p.tokens.count; k++) {
      const e = this.tokenEntry[k]!
      const n = this.state[e * RECORD + 2]!
      let v = e === 0 ? 0 : (growth(n) / n) * this.adds[e * RECORD + 5 + h]!
      const f = this.tokenPair[k]!
      if (f >= 0) {
        const c = this.pairCount[f]!
        v += (growth(c) / c) * this.w.idf[f]! * this.w.weights[f * H + h]!
      }
      out[k] = v * this.norm
    }
    return out
  }
}

const logs = Float64Array.from({ length: 64 }, (_, i) => (i === 0 ? 0 : 1 + Math.log(i)))
const growth = (n: number) => (n < 64 ? logs[n]! : 1 + Math.log(n))
