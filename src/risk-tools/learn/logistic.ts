/** Logistic regression with L2 on sparse rows, by L-BFGS. Deterministic: no sampling, fixed order. */
export interface Sparse {
  rows: number
  columns: number
  start: Int32Array
  index: Int32Array
  value: Float32Array
}

export function sparse(rows: ReadonlyArray<ReadonlyArray<readonly [number, number]>>, columns: number): Sparse {
  const start = new Int32Array(rows.length + 1)
  let n = 0
  rows.forEach((r, i) => {
    n += r.length
    start[i + 1] = n
  })
  const index = new Int32Array(n)
  const value = new Float32Array(n)
  let k = 0
  for (const r of rows) {
    for (const [c, v] of r) {
      index[k] = c
      value[k++] = v
    }
  }
  return { rows: rows.length, columns, start, index, value }
}

export interface Linear {
  weights: Float64Array
  bias: number
}

export interface FitOptions {
  /** Inverse strength of the L2 penalty. */
  c: number
  weight?: Float64Array
  /** Per-column penalty factor (1 = as `c` says). */
  penalty?: Float64Array
  iterations?: number
}

export function fit(x: Sparse, y: ArrayLike<number>, options: FitOptions): Linear {
  const d = x.columns + 1
  const lambda = 1 / options.c
  const w = new Float64Array(d)
  const z = new Float64Array(x.rows)
  const value = (w: Float64Array, g: Float64Array): number => {
    g.fill(0)
    let loss = 0
    const b = w[d - 1]!
    for (let i = 0; i < x.rows; i++) {
      let s = b
      for (let k = x.start[i]!; k < x.start[i + 1]!; k++) s += w[x.index[k]!]! * x.value[k]!
      z[i] = s
      const yi = y[i]!
      const sw = options.weight ? options.weight[i]! : 1
      // Soft labels allowed: cross-entropy with target yi.
      const m = Math.max(0, s)
      loss += sw * (m + Math.log(Math.exp(-m) + Math.exp(s - m)) - yi * s)
      const r = sw * (1 / (1 + Math.exp(-s)) - yi)
      for (let k = x.start[i]!; k < x.start[i + 1]!; k++) g[x.index[k]!] = g[x.index[k]!]! + r * x.value[k]!
      g[d - 1] = g[d - 1]! + r
    }
    for (let j = 0; j < d - 1; j++) {
      const l = lambda * (options.penalty ? options.penalty[j]! : 1)
      loss += 0.5 * l * w[j]! * w[j]!
      g[j] = g[j]! + l * w[j]!
    }
    return loss
  }
  minimise(w, value, options.iterations ?? 80)
  return { weights: w.subarray(0, d - 1), bias: w[d - 1]! }
}

/** L-BFGS with backtracking; changes `w` in place. */
export function minimise(w: Float64Array, value: (w: Float64Array, g: Float64Array) => number, iterations: number, memory = 8): void {
  const d = w.length
  let g = new Float64Array(d)
  let f = value(w, g)
  const ss: Float64Array[] = []
  const ys: Float64Array[] = []
  const rho: number[] = []
  const dir = new Float64Array(d)
  const trial = new Float64Array(d)
  let next = new Float64Array(d)
  const dot = (a: Float64Array, b: Float64Array) => {
    let s = 0
    for (let i = 0; i < d; i++) s += a[i]! * b[i]!
    return s
  }
  for (let it = 0; it < iterations; it++) {
    const alpha: number[] = []
    for (let i = 0; i < d; i++) dir[i] = -g[i]!
    for (let k = ss.length - 1; k >= 0; k--) {
      const a = rho[k]! * dot(ss[k]!, dir)
      alpha[k] = a
      for (let i = 0; i < d; i++) dir[i] = dir[i]! - a * ys[k]![i]!
    }
    if (ss.length) {
      const k = ss.length - 1
      const gamma = 1 / (rho[k]! * dot(ys[k]!, ys[k]!))
      for (let i = 0; i < d; i++) dir[i] = dir[i]! * gamma
    }
    for (let k = 0; k < ss.length; k++) {
      const b = rho[k]! * dot(ys[k]!, dir)
      for (let i = 0; i < d; i++) dir[i] = dir[i]! + ss[k]![i]! * (alpha[k]! - b)
    }
    const slope = dot(g, dir)
    if (slope > -1e-12) break
    let t = ss.length ? 1 : 1 / Math.max(1, Math.sqrt(dot(g, g)))
    let ft = f
    let ok = false
    for (let tries = 0; tries < 25; tries++) {
      for (let i = 0; i < d; i++) trial[i] = w[i]! + t * dir[i]!
      ft = value(trial, next)
      if (ft <= f + 1e-4 * t * slope) {
        ok = true
        break
      }
      t *= 0.5
    }
    if (!ok) break
    const s = new Float64Array(d)
    const yv = new Float64Array(d)
    for (let i = 0; i < d; i++) {
      s[i] = trial[i]! - w[i]!
      yv[i] = next[i]! - g[i]!
      w[i] = trial[i]!
    }
    const sy = dot(s, yv)
    if (sy > 1e-10) {
      ss.push(s)
      ys.push(yv)
      rho.push(1 / sy)
      if (ss.length > memory) {
        ss.shift()
        ys.shift()
        rho.shift()
      }
    }
    const done = Math.abs(f - ft) < 1e-6 * Math.max(1, Math.abs(f))
    f = ft
    const swap = g
    g = next
    next = swap
    if (done) break
  }
}

export function decision(m: Linear, x: Sparse): Float64Array {
  const out = new Float64Array(x.rows)
  for (let i = 0; i < x.rows; i++) {
    let s = m.bias
    for (let k = x.start[i]!; k < x.start[i + 1]!; k++) s += m.weights[x.index[k]!]! * x.value[k]!
    out[i] = s
  }
  return out
}

export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))

/** Platt scaling with the usual smoothed targets. */
export function platt(scores: ArrayLike<number>, y: ArrayLike<number>): { a: number; b: number } {
  const n = scores.length
  let pos = 0
  for (let i = 0; i < n; i++) pos += y[i]! > 0.5 ? 1 : 0
  const hi = (pos + 1) / (pos + 2)
  const lo = 1 / (n - pos + 2)
  const w = new Float64Array([1, 0])
  minimise(w, (v, g) => {
    let loss = 0
    g.fill(0)
    for (let i = 0; i < n; i++) {
      const z = v[0]! * scores[i]! + v[1]!
      const t = y[i] === 1 ? hi : y[i] === 0 ? lo : y[i]!
      const m = Math.max(0, z)
      loss += m + Math.log(Math.exp(-m) + Math.exp(z - m)) - t * z
      const r = sigmoid(z) - t
      g[0] = g[0]! + r * scores[i]!
      g[1] = g[1]! + r
    }
    return loss
  }, 100)
  return { a: w[0]!, b: w[1]! }
}
