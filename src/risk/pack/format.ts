/** The risk pack: weights and cuts as data, with where they come from. Read and written here, signed and stored elsewhere. */
import { H, heads, type HeadWeights } from '../model/heads'

export const PACK_FORMAT = 1

export interface PackFile {
  format: number
  version: string
  /** What it was made from, for the model card and for the record of a decision. */
  provenance: {
    sources: Array<{ name: string; licence: string; rows: number; sha256: string }>
    seed: number
    rules: number
    trainedWith: string
  }
  features: string[]
  heads: { words: string; pairs: string; grams: string; idf: string; idfScale: number; weights: string; scale: number[]; bias: number[] }
  stack: Array<{ weights: number[]; bias: number }>
  platt: Array<{ a: number; b: number }>
  /** Probabilities from which a level is given: amber by flag, red by urgent, crisis by crisis. */
  cuts: Cuts
}

export interface Cuts {
  amber: number
  red: number
  crisis: number
}

export interface Pack {
  version: string
  heads: HeadWeights
  stack: Array<{ weights: Float64Array; bias: number }>
  platt: Array<{ a: number; b: number }>
  cuts: Cuts
}

export function toBase64(bytes: Uint8Array): string {
  let s = ''
  for (let i = 0; i < bytes.length; i += 8192) s += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(s)
}

function fromBase64(text: string): Uint8Array {
  const s = atob(text)
  const out = new Uint8Array(s.length)
  for (let i = 0; i < s.length; i++) out[i] = s.charCodeAt(i)
  return out
}

const int16 = (values: ArrayLike<number>, scale: (i: number) => number) => {
  const out = new Uint8Array(values.length * 2)
  const view = new DataView(out.buffer)
  for (let i = 0; i < values.length; i++) view.setInt16(i * 2, Math.max(-32767, Math.min(32767, Math.round(values[i]! / scale(i)))), true)
  return toBase64(out)
}
const readInt16 = (text: string) => {
  const bytes = fromBase64(text)
  const view = new DataView(bytes.buffer)
  const out = new Float32Array(bytes.length / 2)
  for (let i = 0; i < out.length; i++) out[i] = view.getInt16(i * 2, true)
  return out
}

export function writeHeads(w: HeadWeights): PackFile['heads'] {
  const top = (from: number, stride: number) => {
    let m = 1e-9
    for (let i = from; i < w.weights.length; i += stride) m = Math.max(m, Math.abs(w.weights[i]!))
    return m / 32767
  }
  const scale = heads.map((_, h) => top(h, H))
  let idfTop = 1e-9
  for (const v of w.idf) idfTop = Math.max(idfTop, v)
  const idfScale = idfTop / 32767
  return {
    words: w.words.join(' '),
    pairs: w.pairs.join('|'),
    grams: w.grams.join('|'),
    idf: int16(w.idf, () => idfScale),
    idfScale,
    weights: int16(w.weights, (i) => scale[i % H]!),
    scale,
    bias: Array.from(w.bias),
  }
}

/** The pack a file holds. Throws when the file is not a pack of this program: callers at the edge tell the person. */
export function openPack(file: PackFile, expectedFeatures: readonly string[]): Pack {
  if (file.format !== PACK_FORMAT) throw new Error(`This risk pack has format ${file.format}; this program reads format ${PACK_FORMAT}.`)
  if (file.features.length !== expectedFeatures.length || file.features.some((f, i) => f !== expectedFeatures[i])) {
    throw new Error('This risk pack was made for other rules than this program has.')
  }
  const split = (s: string, by: string) => (s ? s.split(by) : [])
  const idf = readInt16(file.heads.idf)
  for (let i = 0; i < idf.length; i++) idf[i] = idf[i]! * file.heads.idfScale
  const weights = readInt16(file.heads.weights)
  for (let i = 0; i < weights.length; i++) weights[i] = weights[i]! * file.heads.scale[i % H]!
  return {
    version: file.version,
    heads: { words: split(file.heads.words, ' '), pairs: split(file.heads.pairs, '|'), grams: split(file.heads.grams, '|'), idf, weights, bias: Float32Array.from(file.heads.bias) },
    stack: file.stack.map((s) => ({ weights: Float64Array.from(s.weights), bias: s.bias })),
    platt: file.platt,
    cuts: file.cuts,
  }
}
