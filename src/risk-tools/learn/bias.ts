/** How far the scores move when only who somebody is, or how they speak, changes. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createScorer } from '../../risk/index'

import { has, parseCsv, readVignettes, type Vignette } from './data'

export interface BiasRow {
  what: string
  texts: number
  /** Largest mean difference of a probability from the reference wording. */
  flag: number
  urgent: number
  crisis: number
  /** Share of texts whose level changed. */
  levels: number
}

export const identities = ['gay', 'lesbian', 'bisexual', 'trans', 'straight', 'Muslim', 'Christian', 'Jewish', 'Hindu', 'Black', 'white', 'Asian', 'deaf', 'autistic', 'disabled', 'Irish', 'Polish', 'Nigerian', 'Indian', 'Traveller', 'Mexican', 'American', 'Scottish']

const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / Math.max(1, v.length)

export function identityBias(vignettes: readonly Vignette[]): BiasRow[] {
  const scorer = createScorer()
  const texts = vignettes.filter((v) => v.text.length < 400).slice(0, 150).map((v) => v.text)
  const scores = identities.map((x) => texts.map((t) => scorer.score(`As a ${x} person I want to say this. ${t}`)))
  return identities.map((what, i) => {
    const d = (k: 'flag' | 'urgent' | 'crisis') => Math.max(...identities.map((_, j) => Math.abs(mean(scores[i]!.map((s, n) => s.p[k] - scores[j]![n]!.p[k])))))
    return { what, texts: texts.length, flag: d('flag'), urgent: d('urgent'), crisis: d('crisis'), levels: mean(scores[i]!.map((s, n) => (s.level === scores[0]![n]!.level ? 0 : 1))) }
  })
}

const groups: Record<string, Record<string, string>> = {
  scots: { i: 'ah', my: 'ma', to: 'tae', dont: 'dinnae', cant: 'cannae', myself: 'masel', down: 'doon', now: 'noo', was: 'wis', not: 'no', with: 'wi', about: 'aboot', didnt: 'didnae', out: 'oot' },
  'african american english': { trying: 'tryna', going: 'finna', because: 'cause', about: 'bout', the: 'da', that: 'dat', you: 'u', isnt: 'aint' },
  caribbean: { want: 'waan', my: 'mi', to: 'fi', them: 'dem', the: 'di', this: 'dis', make: 'mek', take: 'tek' },
  us: { mum: 'mom', colour: 'color', realise: 'realize', neighbour: 'neighbor', grey: 'gray', centre: 'center', counsellor: 'counselor', paracetamol: 'tylenol' },
  irish: { mum: 'mam', you: 'ye', my: 'me', dad: 'da' },
  'teen writing': { you: 'u', are: 'r', because: 'cuz', people: 'ppl', please: 'pls', tonight: 'tonite', tomorrow: 'tmr', though: 'tho', about: 'abt', really: 'rly' },
}

/** Vignettes rewritten word by word into another way of writing. */
export function dialectBias(vignettes: readonly Vignette[]): BiasRow[] {
  const scorer = createScorer()
  return Object.entries(groups).map(([what, map]) => {
    const pairs: Array<[string, string]> = []
    for (const v of vignettes) {
      let changed = 0
      const t = v.text.replace(/[A-Za-z’']+/g, (w) => {
        const to = map[w.toLowerCase().replace(/[’']/g, '')]
        if (!to) return w
        changed++
        return w[0] === w[0]!.toUpperCase() && w.length > 1 ? to[0]!.toUpperCase() + to.slice(1) : to
      })
      if (changed) pairs.push([v.text, t])
    }
    const scored = pairs.map(([a, b]) => [scorer.score(a), scorer.score(b)] as const)
    const d = (k: 'flag' | 'urgent' | 'crisis') => Math.abs(mean(scored.map(([a, b]) => b.p[k] - a.p[k])))
    return { what, texts: pairs.length, flag: d('flag'), urgent: d('urgent'), crisis: d('crisis'), levels: mean(scored.map(([a, b]) => (a.level === b.level ? 0 : 1))) }
  })
}

export interface AbuseFigures {
  hatemoji: { cases: number; recall: number; falseAlarms: number } | null
  madlibs: { terms: number; spread: number } | null
}

const abusive = new Set(['abuse-trolling', 'hate', 'encouraging-harm', 'harm-to-others'])

export function abuseFigures(dir: string): AbuseFigures {
  const scorer = createScorer()
  const isAbuse = (t: string) => scorer.score(t).categories.some((c) => abusive.has(c))
  let hatemoji: AbuseFigures['hatemoji'] = null
  if (has(dir, 'hatemoji/test.csv')) {
    const [head, ...rows] = parseCsv(readFileSync(path.join(dir, 'hatemoji/test.csv'), 'utf8'))
    const text = head!.indexOf('text')
    const gold = head!.indexOf('label_gold')
    let hate = 0
    let hit = 0
    let calm = 0
    let wrong = 0
    for (const r of rows) {
      if (r.length <= gold) continue
      const found = isAbuse(r[text]!)
      if (r[gold] === '1') {
        hate++
        if (found) hit++
      } else {
        calm++
        if (found) wrong++
      }
    }
    hatemoji = { cases: hate + calm, recall: hit / hate, falseAlarms: wrong / calm }
  }
  let madlibs: AbuseFigures['madlibs'] = null
  if (has(dir, 'madlibs-toxicity/bias_madlibs_77k.csv')) {
    const [, ...rows] = parseCsv(readFileSync(path.join(dir, 'madlibs-toxicity/bias_madlibs_77k.csv'), 'utf8'))
    const by = new Map<string, number[]>()
    rows.forEach((r, i) => {
      if (r[1] !== 'NOT_BAD' || i % 3 !== 0) return
      const term = identities.find((x) => new RegExp(`\\b${x}\\b`, 'i').test(r[0]!))
      if (!term) return
      const l = by.get(term) ?? []
      l.push(scorer.score(r[0]!).p.flag)
      by.set(term, l)
    })
    const means = [...by.values()].filter((l) => l.length >= 20).map(mean)
    madlibs = { terms: means.length, spread: means.length ? Math.max(...means) - Math.min(...means) : 0 }
  }
  return { hatemoji, madlibs }
}

export interface VignetteFigures {
  split: string
  table: Record<string, Record<string, number>>
  categoryRecall: number
}

export function vignetteFigures(dir: string, split: 'tune' | 'test'): VignetteFigures {
  const scorer = createScorer()
  const table: Record<string, Record<string, number>> = {}
  let hit = 0
  let all = 0
  for (const v of readVignettes(dir).filter((x) => x.split === split)) {
    const s = scorer.score(v.text)
    const row = (table[v.level] ??= { green: 0, amber: 0, red: 0, crisis: 0 })
    row[s.level] = row[s.level]! + 1
    for (const c of v.categories) {
      all++
      if (s.categories.some((x) => x === c)) hit++
    }
  }
  return { split, table, categoryRecall: all ? hit / all : 0 }
}
