/** Trains the linear heads of the pack: the same sums as `src/risk/model/heads.ts`, written as sparse rows. */
import { H, type HeadWeights } from '../../risk/model/heads'
import { letterGrams } from '../../risk/model/words'
import { minimise } from './logistic'

export interface TextRow {
  words: string[]
  /** Target per head (0…1), NaN when not known. */
  y: readonly number[]
  weight: number
}

interface Bag {
  words: Map<string, number>
  pairs: Map<string, number>
}

const bags = new WeakMap<TextRow, Bag>()
function bagOf(r: TextRow): Bag {
  let b = bags.get(r)
  if (!b) {
    b = { words: new Map(), pairs: new Map() }
    let before = ''
    for (const w of r.words) {
      if (w) {
        b.words.set(w, (b.words.get(w) ?? 0) + 1)
        if (before) b.pairs.set(`${before} ${w}`, (b.pairs.get(`${before} ${w}`) ?? 0) + 1)
      }
      before = w
    }
    bags.set(r, b)
  }
  return b
}

const gramCache = new Map<string, string[]>()
function gramsOf(w: string): string[] {
  let g = gramCache.get(w)
  if (!g) gramCache.set(w, (g = letterGrams(w)))
  return g
}

export interface Space {
  words: Map<string, number>
  pairs: Map<string, number>
  grams: Map<string, number>
  names: { words: string[]; pairs: string[]; grams: string[] }
  idf: Float32Array
  size: number
}

export function spaceOf(rows: readonly TextRow[], least: { words: number; pairs: number; grams: number }): Space {
  const wd = new Map<string, number>()
  const pd = new Map<string, number>()
  const gd = new Map<string, number>()
  for (const r of rows) {
    const b = bagOf(r)
    const grams = new Set<string>()
    for (const w of b.words.keys()) {
      wd.set(w, (wd.get(w) ?? 0) + 1)
      for (const g of gramsOf(w)) grams.add(g)
    }
    for (const g of grams) gd.set(g, (gd.get(g) ?? 0) + 1)
    for (const p of b.pairs.keys()) pd.set(p, (pd.get(p) ?? 0) + 1)
  }
  const pick = (m: Map<string, number>, n: number) => [...m].filter(([, c]) => c >= n).map(([k]) => k).sort()
  const words = pick(wd, least.words)
  const known = new Set(words)
  const pairs = pick(pd, least.pairs).filter((p) => p.split(' ').every((w) => known.has(w)))
  const grams = pick(gd, least.grams)
  return indexSpace({ words, pairs, grams }, (k, kind) => Math.log((1 + rows.length) / (1 + (kind === 'w' ? wd : kind === 'p' ? pd : gd).get(k)!)) + 1)
}

function indexSpace(names: Space['names'], idfOf: (key: string, kind: 'w' | 'p' | 'g') => number): Space {
  let n = 0
  const index = (list: string[]) => new Map(list.map((k) => [k, n++]))
  const words = index(names.words)
  const pairs = index(names.pairs)
  const grams = index(names.grams)
  const idf = new Float32Array(n)
  words.forEach((i, k) => (idf[i] = idfOf(k, 'w')))
  pairs.forEach((i, k) => (idf[i] = idfOf(k, 'p')))
  grams.forEach((i, k) => (idf[i] = idfOf(k, 'g')))
  return { words, pairs, grams, names, idf, size: n }
}

/** Keeps the features that carry most weight. */
export function prune(space: Space, weights: Float64Array, keep: { words: number; pairs: number; grams: number }): Space {
  const strength = (f: number) => {
    let s = 0
    for (let h = 0; h < H; h++) s += Math.abs(weights[h * (space.size + 1) + f]!) * space.idf[f]!
    return s
  }
  const top = (m: Map<string, number>, n: number) =>
    [...m].map(([k, i]) => [k, strength(i)] as const).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, n).map(([k]) => k).sort()
  const words = top(space.words, keep.words)
  const known = new Set(words)
  const pairs = top(space.pairs, keep.pairs).filter((p) => p.split(' ').every((w) => known.has(w)))
  const grams = top(space.grams, keep.grams)
  return indexSpace({ words, pairs, grams }, (k, kind) => space.idf[(kind === 'w' ? space.words : kind === 'p' ? space.pairs : space.grams).get(k)!]!)
}

export interface Rows {
  n: number
  start: Int32Array
  index: Int32Array
  value: Float32Array
}

export function vectorise(rows: readonly TextRow[], space: Space): Rows {
  const start = new Int32Array(rows.length + 1)
  const index: number[] = []
  const value: number[] = []
  rows.forEach((r, i) => {
    const b = bagOf(r)
    const x = new Map<number, number>()
    let square = 1
    for (const [w, n] of b.words) {
      const s = n === 1 ? 1 : 1 + Math.log(n)
      let q = 0
      const put = (f: number) => {
        const v = space.idf[f]!
        q += v * v
        x.set(f, (x.get(f) ?? 0) + s * v)
      }
      const f = space.words.get(w)
      if (f !== undefined) put(f)
      for (const g of gramsOf(w)) {
        const fg = space.grams.get(g)
        if (fg !== undefined) put(fg)
      }
      square += s * s * q
    }
    for (const [p, n] of b.pairs) {
      const f = space.pairs.get(p)
      if (f === undefined) continue
      const v = (n === 1 ? 1 : 1 + Math.log(n)) * space.idf[f]!
      square += v * v
      x.set(f, (x.get(f) ?? 0) + v)
    }
    const norm = 1 / Math.sqrt(square)
    for (const [f, v] of x) {
      index.push(f)
      value.push(v * norm)
    }
    start[i + 1] = index.length
  })
  return { n: rows.length, start, index: Int32Array.from(index), value: Float32Array.from(value) }
}

/** All heads in one pass over the rows. Layout: per head `size` weights and a bias. */
export function fitHeads(x: Rows, rows: readonly TextRow[], size: number, c: number, iterations: number): Float64Array {
  const D = size + 1
  const w = new Float64Array(H * D)
  const z = new Float64Array(H)
  const r = new Float64Array(H)
  minimise(
    w,
    (w, g) => {
      g.fill(0)
      let loss = 0
      for (let i = 0; i < x.n; i++) {
        for (let h = 0; h < H; h++) z[h] = w[h * D + size]!
        const a = x.start[i]!
        const b = x.start[i + 1]!
        for (let k = a; k < b; k++) {
          const f = x.index[k]!
          const v = x.value[k]!
          for (let h = 0, o = f; h < H; h++, o += D) z[h] = z[h]! + w[o]! * v
        }
        const { y, weight } = rows[i]!
        let any = false
        for (let h = 0; h < H; h++) {
          const t = y[h]!
          if (t !== t) {
            r[h] = 0
            continue
          }
          const s = z[h]!
          const m = Math.max(0, s)
          loss += weight * (m + Math.log(Math.exp(-m) + Math.exp(s - m)) - t * s)
          r[h] = weight * (1 / (1 + Math.exp(-s)) - t)
          any = true
        }
        if (!any) continue
        for (let k = a; k < b; k++) {
          const f = x.index[k]!
          const v = x.value[k]!
          for (let h = 0, o = f; h < H; h++, o += D) g[o] = g[o]! + r[h]! * v
        }
        for (let h = 0; h < H; h++) g[h * D + size] = g[h * D + size]! + r[h]!
      }
      const l = 1 / c
      for (let h = 0; h < H; h++) {
        for (let f = 0; f < size; f++) {
          const o = h * D + f
          loss += 0.5 * l * w[o]! * w[o]!
          g[o] = g[o]! + l * w[o]!
        }
      }
      return loss
    },
    iterations,
  )
  return w
}

export function applyHeads(x: Rows, w: Float64Array, size: number): Float64Array[] {
  const D = size + 1
  return Array.from({ length: x.n }, (_, i) => {
    const z = new Float64Array(H)
    for (let h = 0; h < H; h++) z[h] = w[h * D + size]!
    for (let k = x.start[i]!; k < x.start[i + 1]!; k++) for (let h = 0; h < H; h++) z[h] = z[h]! + w[h * D + x.index[k]!]! * x.value[k]!
    return z
  })
}

export function toHeadWeights(space: Space, w: Float64Array): HeadWeights {
  const D = space.size + 1
  const weights = new Float32Array(space.size * H)
  const bias = new Float32Array(H)
  for (let h = 0; h < H; h++) {
    bias[h] = w[h * D + space.size]!
    for (let f = 0; f < space.size; f++) weights[f * H + h] = w[h * D + f]!
  }
  return { ...space.names, idf: space.idf, weights, bias }
}
