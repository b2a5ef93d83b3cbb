/** From rows to a model: text heads, out-of-fold stack, calibration. The same code trains the pack and the measured folds. */
import { denseFeatures, featureNames } from '../../risk/model/features'
import { H, heads, type HeadWeights } from '../../risk/model/heads'
import { modelWords } from '../../risk/model/words'
import { parse } from '../../risk/parse'
import { applyHeads, fitHeads, prune, spaceOf, toHeadWeights, vectorise, type Space, type TextRow } from './heads'
import { decision, fit, platt, sigmoid, sparse, type Linear } from './logistic'

export interface Row extends TextRow {
  dense: Float64Array
  group: string
  /** Rows the probabilities are calibrated on. */
  calibrate: boolean
}

export function rowOf(text: string, y: readonly number[], weight: number, group: string, calibrate: boolean): Row {
  const p = parse(text)
  return { words: modelWords(p), dense: Float64Array.from(denseFeatures(p, new Float64Array(featureNames.length))), y, weight, group, calibrate }
}

export interface Model {
  heads: HeadWeights
  space: Space
  raw: Float64Array
  /** Per head: weights over dense features and the text sums, and a bias. */
  stack: Linear[]
  platt: Array<{ a: number; b: number }>
  /** Calibrated probabilities of the training rows by models that had not seen their group. */
  outOfFold: number[][]
}

export interface TrainOptions {
  c: number
  stackC: number
  folds: number
  keep: { words: number; pairs: number; grams: number }
  least: { words: number; pairs: number; grams: number }
  iterations: number
}
export const defaults: TrainOptions = {
  c: 1, stackC: 0.1, folds: 3, keep: { words: 9000, pairs: 9000, grams: 16000 }, least: { words: 4, pairs: 6, grams: 12 }, iterations: 16,
}

const hash = (s: string) => {
  let h = 0x811c9dc5
  for (const c of s) h = Math.imul(h ^ c.charCodeAt(0), 0x01000193)
  h ^= h >>> 15
  return Math.imul(h, 0x2c1b3c6d) >>> 0
}

export const stackRow = (dense: ArrayLike<number>, text: ArrayLike<number>): number[] => [...Array.from(dense), ...Array.from(text)]

function fitText(rows: readonly Row[], o: TrainOptions, pruned: boolean): { space: Space; raw: Float64Array } {
  const space = spaceOf(rows, o.least)
  const raw = fitHeads(vectorise(rows, space), rows, space.size, o.c, o.iterations)
  if (!pruned) return { space, raw }
  const small = prune(space, raw, o.keep)
  return { space: small, raw: fitHeads(vectorise(rows, small), rows, small.size, o.c, o.iterations) }
}

const dense = (rows: ReadonlyArray<ArrayLike<number>>) =>
  sparse(
    rows.map((r) => {
      const out: Array<[number, number]> = []
      for (let j = 0; j < r.length; j++) if (r[j]) out.push([j, r[j]!])
      return out
    }),
    rows[0]!.length,
  )

function fitStack(rows: readonly Row[], text: readonly Float64Array[], h: number, c: number, keep: (i: number) => boolean): Linear {
  const use = rows.map((_, i) => i).filter((i) => !Number.isNaN(rows[i]!.y[h]!) && keep(i))
  // A head nobody labelled stays silent.
  if (use.length === 0) return { weights: new Float64Array(stackRow(rows[0]!.dense, text[0]!).length), bias: -6 }
  return fit(dense(use.map((i) => stackRow(rows[i]!.dense, text[i]!))), use.map((i) => rows[i]!.y[h]!), { c, weight: Float64Array.from(use.map((i) => rows[i]!.weight)), iterations: 120 })
}

export function train(rows: readonly Row[], o: TrainOptions = defaults): Model {
  const foldOf = rows.map((r) => hash(r.group) % o.folds)
  const text: Float64Array[] = rows.map(() => new Float64Array(H))
  for (let f = 0; f < o.folds; f++) {
    const inside = rows.filter((_, i) => foldOf[i] !== f)
    const { space, raw } = fitText(inside, o, false)
    const out = rows.map((_, i) => i).filter((i) => foldOf[i] === f)
    applyHeads(vectorise(out.map((i) => rows[i]!), space), raw, space.size).forEach((z, k) => (text[out[k]!] = z))
  }
  const { space, raw } = fitText(rows, o, true)
  const stack: Linear[] = []
  const cal: Array<{ a: number; b: number }> = []
  const raws = rows.map(() => new Float64Array(H))
  for (let h = 0; h < H; h++) {
    stack.push(fitStack(rows, text, h, o.stackC, () => true))
    // Calibrated on scores of rows the stack has not seen.
    const z: number[] = []
    const y: number[] = []
    for (let f = 0; f < o.folds; f++) {
      const m = fitStack(rows, text, h, o.stackC, (i) => foldOf[i] !== f)
      const use = rows.map((_, i) => i).filter((i) => foldOf[i] === f)
      if (use.length === 0) continue
      decision(m, dense(use.map((i) => stackRow(rows[i]!.dense, text[i]!)))).forEach((v, k) => {
        const i = use[k]!
        raws[i]![h] = v
        if (!rows[i]!.calibrate || Number.isNaN(rows[i]!.y[h]!)) return
        z.push(v)
        y.push(rows[i]!.y[h]!)
      })
    }
    cal.push(z.length ? platt(z, y) : { a: 1, b: 0 })
  }
  return {
    heads: toHeadWeights(space, raw), space, raw, stack, platt: cal,
    outOfFold: raws.map((r) => Array.from(r, (v, h) => sigmoid(cal[h]!.a * v + cal[h]!.b))) }
}

/** Calibrated probabilities of rows by the model, in head order. */
export function predict(m: Model, rows: readonly Row[]): number[][] {
  const text = applyHeads(vectorise(rows, m.space), m.raw, m.space.size)
  return rows.map((r, i) => {
    const x = stackRow(r.dense, text[i]!)
    return heads.map((_, h) => {
      let z = m.stack[h]!.bias
      for (let j = 0; j < x.length; j++) z += m.stack[h]!.weights[j]! * x[j]!
      return sigmoid(m.platt[h]!.a * z + m.platt[h]!.b)
    })
  })
}

/**
 * Users carry one label for all their posts. Which posts earned it is estimated: starting from the rules, the posts of a
 * positive user are ranked and softly labelled, and a small model learns and ranks again (multiple-instance learning).
 */
export function softLabels(rows: ReadonlyArray<{ dense: Float64Array; grade: number }>, prior: readonly number[]): number[][] {
  const at = (n: string) => featureNames.indexOf(n)
  const all = dense(rows.map((r) => r.dense))
  const out = rows.map(() => [0, 0, 0, 0])
  for (let k = 1; k <= 3; k++) {
    let score: ArrayLike<number> = rows.map((r) => r.dense[at('maxSelf')]! * 2 + r.dense[at('iMinusYou')]! * 0.3 + r.dense[at('rate:death')]! * 0.5)
    const soft = new Float64Array(rows.length)
    for (let pass = 0; pass < 3; pass++) {
      const positive = rows.map((_, i) => i).filter((i) => rows[i]!.grade >= k).sort((a, b) => score[b]! - score[a]! || a - b)
      soft.fill(0)
      positive.forEach((i, rank) => (soft[i] = sigmoid((prior[k]! - rank / positive.length) * 8)))
      if (pass < 2) score = decision(fit(all, soft, { c: 0.1, iterations: 60 }), all)
    }
    for (let i = 0; i < rows.length; i++) out[i]![k - 1] = soft[i]!
  }
  return out
}
