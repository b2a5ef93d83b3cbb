/** Small gradient-boosted trees on dense rows (histograms of quantile bins), logistic loss. Deterministic. */
export interface Tree {
  /** Per node: feature (-1 leaf), threshold (go left when value <= threshold), children, leaf value. */
  feature: number[]
  threshold: number[]
  left: number[]
  right: number[]
  value: number[]
}
export interface Boosted {
  base: number
  trees: Tree[]
}
export interface BoostOptions {
  rounds: number
  rate: number
  depth: number
  minLeaf: number
  l2: number
  /** Share of features looked at in each tree (fixed rotation, no randomness). */
  featureShare: number
}

export function boost(x: readonly Float64Array[], y: ArrayLike<number>, weight: ArrayLike<number>, o: BoostOptions, init?: ArrayLike<number>): Boosted {
  const n = x.length
  const f = x[0]!.length
  const bins = 32
  const cuts: number[][] = []
  const code = Array.from({ length: f }, () => new Uint8Array(n))
  for (let j = 0; j < f; j++) {
    const v = x.map((r) => r[j]!).sort((a, b) => a - b)
    const c: number[] = []
    for (let b = 1; b < bins; b++) {
      const q = v[Math.floor((b * n) / bins)]!
      if (q < v[n - 1]! && (c.length === 0 || q > c[c.length - 1]!)) c.push(q)
    }
    cuts.push(c)
    for (let i = 0; i < n; i++) {
      let b = 0
      while (b < c.length && x[i]![j]! > c[b]!) b++
      code[j]![i] = b
    }
  }
  let wsum = 0
  let ysum = 0
  for (let i = 0; i < n; i++) {
    wsum += weight[i]!
    ysum += weight[i]! * y[i]!
  }
  const base = init ? 0 : Math.log(ysum / (wsum - ysum))
  const z = new Float64Array(n)
  for (let i = 0; i < n; i++) z[i] = init ? init[i]! : base
  const g = new Float64Array(n)
  const h = new Float64Array(n)
  const trees: Tree[] = []
  const gh = new Float64Array(bins)
  const hh = new Float64Array(bins)
  const cnt = new Int32Array(bins)
  let seed = 12345
  const rand = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 4294967296
  for (let r = 0; r < o.rounds; r++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-z[i]!))
      g[i] = weight[i]! * (p - y[i]!)
      h[i] = weight[i]! * Math.max(1e-6, p * (1 - p))
    }
    const use: number[] = []
    for (let j = 0; j < f; j++) if (cuts[j]!.length && rand() < o.featureShare) use.push(j)
    const t: Tree = { feature: [], threshold: [], left: [], right: [], value: [] }
    const build = (rows: Int32Array, depth: number): number => {
      const id = t.feature.length
      let G = 0
      let H = 0
      for (const i of rows) {
        G += g[i]!
        H += h[i]!
      }
      t.feature.push(-1)
      t.threshold.push(0)
      t.left.push(0)
      t.right.push(0)
      t.value.push((-o.rate * G) / (H + o.l2))
      if (depth === 0 || rows.length < 2 * o.minLeaf) return id
      let best = 1e-4
      let bj = -1
      let bb = 0
      const parent = (G * G) / (H + o.l2)
      for (const j of use) {
        const m = cuts[j]!.length + 1
        gh.fill(0, 0, m)
        hh.fill(0, 0, m)
        cnt.fill(0, 0, m)
        const cj = code[j]!
        for (const i of rows) {
          const b = cj[i]!
          gh[b] = gh[b]! + g[i]!
          hh[b] = hh[b]! + h[i]!
          cnt[b] = cnt[b]! + 1
        }
        let gl = 0
        let hl = 0
        let nl = 0
        for (let b = 0; b < m - 1; b++) {
          gl += gh[b]!
          hl += hh[b]!
          nl += cnt[b]!
          if (nl < o.minLeaf || rows.length - nl < o.minLeaf) continue
          const gain = (gl * gl) / (hl + o.l2) + ((G - gl) * (G - gl)) / (H - hl + o.l2) - parent
          if (gain > best) {
            best = gain
            bj = j
            bb = b
          }
        }
      }
      if (bj < 0) return id
      const cj = code[bj]!
      const left = rows.filter((i) => cj[i]! <= bb)
      const right = rows.filter((i) => cj[i]! > bb)
      t.feature[id] = bj
      t.threshold[id] = cuts[bj]![bb]!
      t.left[id] = build(left, depth - 1)
      t.right[id] = build(right, depth - 1)
      return id
    }
    build(Int32Array.from({ length: n }, (_, i) => i), o.depth)
    trees.push(t)
    for (let i = 0; i < n; i++) z[i] = z[i]! + treeValue(t, x[i]!)
  }
  return { base, trees }
}

export function treeValue(t: Tree, row: ArrayLike<number>): number {
  let k = 0
  while (t.feature[k]! >= 0) k = row[t.feature[k]!]! <= t.threshold[k]! ? t.left[k]! : t.right[k]!
  return t.value[k]!
}

export function boosted(m: Boosted, row: ArrayLike<number>): number {
  let s = m.base
  for (const t of m.trees) s += treeValue(t, row)
  return s
}
