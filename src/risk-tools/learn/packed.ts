/** The scorer as it ships, on the measuring posts. Some of its licensed training users wrote measured posts, so this figure flatters; it is shown to be compared with the fold figures. */
import { levels } from '../../contract/risk'
import { createScorer } from '../../risk/index'
import { macroF1 } from './cuts'
import { readPosts } from './data'
import { auroc, calibration, recallAt } from './metrics'

export interface PackedFigures {
  tasks: Array<{ task: string; auroc: number; recallAt40: number; ece: number }>
  macroF1: number
  levels: number[]
  abstained: number
}

export function packedFigures(dir: string): PackedFigures {
  const scorer = createScorer()
  const posts = readPosts(dir)
  const scored = posts.map((p) => scorer.score(p.text))
  const grades = scored.map((s) => 3 - levels.indexOf(s.level))
  const tasks = (['flag', 'urgent', 'crisis'] as const).map((k, h) => {
    const y = posts.map((p) => (p.grade > h ? 1 : 0))
    const p = scored.map((s) => s.p[k])
    return { task: k, auroc: auroc(p, y), recallAt40: recallAt(p, y, 0.4), ece: calibration(p, y).ece }
  })
  return { tasks, macroF1: macroF1(grades, posts.map((p) => p.grade)), levels: [0, 1, 2, 3].map((g) => grades.filter((x) => x === g).length), abstained: scored.filter((s) => s.abstained).length }
}
