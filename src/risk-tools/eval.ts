/** `npm run risk:eval`: measures the scorer on the data that is not shipped, and writes the model card with its plots. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createScorer } from '../risk/index'
import { abuseFigures, dialectBias, identityBias, vignetteFigures, type AbuseFigures, type BiasRow, type VignetteFigures } from './learn/bias'
import { modelCard, type Parts } from './learn/card'
import { has, readVignettes } from './learn/data'
import { measureFolds, type FoldFigures, type FoldOutcome, type FoldStore } from './learn/folds'
import { measurePii, type PiiFigure } from './learn/pii'
import { packedFigures } from './learn/packed'
import { dataDir, modelCardPath, root, say, vignetteDir } from './paths'

/** Figures of parts are kept between runs, so that one part can be measured again without the others. */
const keep = path.join(root, 'out', 'risk-eval')
const wanted = process.argv.slice(2).filter((a) => !a.startsWith('-'))

function part<T>(name: string, needs: string | null, make: () => T): T | null {
  const file = path.join(keep, `${name}.json`)
  const asked = wanted.length === 0 || wanted.includes(name)
  if (asked && (needs === null || has(dataDir, needs))) {
    const began = performance.now()
    const value = make()
    mkdirSync(keep, { recursive: true })
    writeFileSync(file, JSON.stringify(value))
    say(`${name}: measured in ${((performance.now() - began) / 1000).toFixed(0)} s.`)
    return value
  }
  if (asked && needs) say(`${name}: ${needs} is not here; set WALLGUIDE_RISK_DATA to the folder that holds it. This part was left out.`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null
}

/** Folds measured for this very pack. */
const storeOf = (name: string): FoldStore => {
  const file = (f: number) => path.join(keep, `${name}-${createScorer().packVersion}-fold-${f}.json`)
  return {
    get: (f) => (existsSync(file(f)) ? (JSON.parse(readFileSync(file(f), 'utf8')) as FoldOutcome) : null),
    put: (f, outcome) => {
      mkdirSync(keep, { recursive: true })
      writeFileSync(file(f), JSON.stringify(outcome))
    },
  }
}

const posts = 'cssrs-500/posts.jsonl'
const others = readVignettes(vignetteDir).filter((v) => v.split === 'tune')
const parts: Parts = {
  packVersion: createScorer().packVersion,
  packed: part('packed', posts, () => packedFigures(dataDir)),
  licensed: part<FoldFigures>('licensed', posts, () => measureFolds(dataDir, vignetteDir, { name: 'licensed data only', withPosts: false }, storeOf('licensed'), say)),
  protocol: part<FoldFigures>('protocol', posts, () => measureFolds(dataDir, vignetteDir, { name: 'with the other folds', withPosts: true }, storeOf('protocol'), say)),
  pii: part<{ looked: PiiFigure[]; held: PiiFigure[] }>('pii', 'presidio-research/synth_dataset_v2.json', () => ({ looked: measurePii(dataDir, 0), held: measurePii(dataDir, 1) })),
  identity: part<BiasRow[]>('identity', null, () => identityBias(others)),
  dialect: part<BiasRow[]>('dialect', null, () => dialectBias(others)),
  abuse: part<AbuseFigures>('abuse', 'hatemoji/test.csv', () => abuseFigures(dataDir)),
  vignettes: part<VignetteFigures[]>('vignettes', null, () => [vignetteFigures(vignetteDir, 'tune'), vignetteFigures(vignetteDir, 'test')]),
}
const { text, plots } = modelCard(parts)
writeFileSync(modelCardPath, text)
const plotDir = path.join(path.dirname(modelCardPath), 'model-card')
mkdirSync(plotDir, { recursive: true })
for (const [name, svg] of Object.entries(plots)) writeFileSync(path.join(plotDir, name), svg)
say(`The model card is in ${path.relative(root, modelCardPath)}.`)
