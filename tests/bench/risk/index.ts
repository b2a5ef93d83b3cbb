/** Speed of the scorer on 80-word posts, and of loading its pack. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { join } from 'node:path'
import { createScorer, type PackFile } from '../../../src/risk/index'
import { readVignettes } from '../../../src/risk-tools/learn/data'

interface Figure {
  name: string
  value: number
  unit: string
  target: string
  pass: boolean
  raw?: number
  note?: string
}

const folder = join(import.meta.dirname, '../../../resources/risk')

/** Our own vignettes strung together and cut into posts of 80 words: every kind of risk and none, as a queue holds them. */
function posts(): string[] {
  const words = readVignettes(join(folder, 'vignettes')).map((v) => v.text).join(' ').split(/\s+/)
  const out: string[] = []
  for (let i = 0; i + 80 <= words.length; i += 80) out.push(words.slice(i, i + 80).join(' '))
  return out
}

export async function run(): Promise<Figure[]> {
  const text = readFileSync(join(folder, 'pack.json'), 'utf8')
  const loads: number[] = []
  for (let i = 0; i < 5; i++) {
    const began = performance.now()
    createScorer(JSON.parse(text) as PackFile)
    loads.push(performance.now() - began)
  }
  const scorer = createScorer()
  const all = posts()
  for (let i = 0; i < 3000; i++) scorer.score(all[i % all.length]!)
  const rates: number[] = []
  for (let round = 0; round < 5; round++) {
    const began = performance.now()
    let n = 0
    while (performance.now() - began < 1000) {
      for (let k = 0; k < 50; k++) scorer.score(all[n++ % all.length]!)
    }
    rates.push((n * 1000) / (performance.now() - began))
  }
  const median = (v: number[]) => [...v].sort((a, b) => a - b)[v.length >> 1]!
  const packed = gzipSync(text).length / 1e6
  return [
    { name: 'risk: posts of 80 words a second, one core', value: Math.round(median(rates)), unit: '/s', target: '≥ 20000', pass: median(rates) >= 20_000, raw: Math.round(Math.max(...rates)), note: `${all.length} posts made of our vignettes; rules, model, explanation and personal data` },
    { name: 'risk: pack loads', value: Number(median(loads).toFixed(1)), unit: 'ms', target: '≤ 50', pass: median(loads) <= 50, raw: Number(Math.min(...loads).toFixed(1)) },
    { name: 'risk: pack, compressed', value: Number(packed.toFixed(2)), unit: 'MB', target: '≤ 3', pass: packed <= 3 },
  ]
}
