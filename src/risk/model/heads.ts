/**
 * The linear heads: exact sums over words, word pairs and letter sequences. What one word adds is worked out once and kept,
 * so that scoring is one look-up per word; the sum is exact, and so are the contributions shown as evidence.
 */
import type { Parsed } from '../parse'
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

interface Known {
  word: string
  /** Number of the word when it is in the vocabulary, else -1. */
  id: number
  /** Sum of its own weights per head, times idf. */
  add: Float64Array
  square: number
  /** Which text it was last seen in, and how often there. */
  seen: number
  count: number
}

const MAX_KEPT = 60_000
const SLOTS = 1 << 18

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
  private slotHash = new Int32Array(SLOTS)
  private slotCheck = new Int32Array(SLOTS)
  private slotKnown: Array<Known | undefined> = new Array<Known | undefined>(SLOTS)
  private kept = 0
  private text = 0
  private pairText: Int32Array
  private pairCount: Int32Array
  private tokenKnown: Known[] = []
  private tokenPair: Int32Array = new Int32Array(0)
  readonly sums = new Float64Array(H)
  private norm = 1

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
    this.pairText = new Int32Array(w.words.length + w.pairs.length)
    this.pairCount = new Int32Array(w.words.length + w.pairs.length)
  }

  private learn(word: string): Known {
    const add = new Float64Array(H)
    let square = 0
    const id = this.wordIndex.get(word) ?? -1
    if (word) {
      const put = (f: number) => {
        const v = this.w.idf[f]!
        square += v * v
        for (let h = 0; h < H; h++) add[h] = add[h]! + v * this.w.weights[f * H + h]!
      }
      if (id >= 0) put(id)
      for (const g of letterGrams(word)) {
        const f = this.gramIndex.get(g)
        if (f !== undefined) put(f)
      }
    }
    return { word, id, add, square, seen: 0, count: 0 }
  }

  private known(p: Parsed, k: number): Known {
    const hash = tokenHash(p, k)
    const check = tokenCheck(p, k)
    let i = (hash ^ (hash >>> 14)) & (SLOTS - 1)
    for (;;) {
      const e = this.slotKnown[i]
      if (e === undefined) break
      if (this.slotHash[i] === hash && this.slotCheck[i] === check) return e
      i = (i + 1) & (SLOTS - 1)
    }
    const e = this.learn(modelWord(spelling(p, k)))
    if (this.kept < MAX_KEPT) {
      this.kept++
      this.slotKnown[i] = e
      this.slotHash[i] = hash
      this.slotCheck[i] = check
    }
    return e
  }

  /** Sums of the whole text per head; reused by the next call. */
  score(p: Parsed): Float64Array {
    const { sums, w } = this
    const n = p.tokens.count
    const mark = ++this.text
    if (this.tokenPair.length < n) this.tokenPair = new Int32Array(n + 256)
    const { tokenPair, tokenKnown } = this
    sums.fill(0)
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let square = 0
    let before = -1
    const gaps = p.tokens.gap
    for (let k = 0; k < n; k++) {
      tokenPair[k] = -1
      if (gaps[k] === 2) before = -1
      const e = maybeName(p, k) ? NOTHING : this.known(p, k)
      tokenKnown[k] = e
      if (e.word === '') {
        before = -1
        continue
      }
      if (e.seen === mark) e.count++
      else {
        e.seen = mark
        e.count = 1
      }
      // The n-th occurrence adds the growth of 1 + log n.
      const was = e.count > 1 ? growth(e.count - 1) : 0
      const is = growth(e.count)
      const d = is - was
      const a = e.add
      s0 += d * a[0]!
      s1 += d * a[1]!
      s2 += d * a[2]!
      s3 += d * a[3]!
      square += (is * is - was * was) * e.square
      if (before >= 0 && e.id >= 0) {
        const f = this.pairs.find(before, e.id)
        if (f >= 0) {
          tokenPair[k] = f
          if (this.pairText[f] === mark) this.pairCount[f]!++
          else {
            this.pairText[f] = mark
            this.pairCount[f] = 1
          }
          const c = this.pairCount[f]!
          const pw = c > 1 ? growth(c - 1) : 0
          const pi = growth(c)
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
      before = e.id
    }
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
      const e = this.tokenKnown[k]!
      let v = e.word === '' ? 0 : (growth(e.count) / e.count) * e.add[h]!
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

const NOTHING: Known = { word: '', id: -1, add: new Float64Array(H), square: 0, seen: 0, count: 1 }
const logs = Float64Array.from({ length: 64 }, (_, i) => (i === 0 ? 0 : 1 + Math.log(i)))
const growth = (n: number) => (n < 64 ? logs[n]! : 1 + Math.log(n))
