/** The 5-fold figures on the measuring posts: nothing of a fold's users, and no near-duplicate, is ever trained on. */
import { gradeByCuts, macroCuts, macroF1 } from './cuts'
import { nearDuplicates, readPosts, type Labelled } from './data'
import { background, labelled, targets, userRows, vignetteRows, vignettes, type UserRow } from './licensed'
import { auroc, calibration, recallAt, type Bin } from './metrics'
import { defaults, predict, rowOf, train, type Row } from './train'

export interface FoldFigures {
  name: string
  tasks: Array<{ task: string; positives: number; auroc: number; recallAt40: number; ece: number; bins: Bin[]; curve: Array<[number, number]> }>
  macroF1: number
}

const words = (t: string) => t.split(/\s+/).length

/** Users of the licensed file that must not train fold `f`: those of the fold, and those who share a post with one of them. */
function banned(posts: readonly Labelled[], users: readonly UserRow[], duplicates: readonly number[][], f: number): Set<string> {
  const out = new Set(posts.filter((p) => p.fold === f).map((p) => p.group))
  duplicates.forEach((list, i) => {
    // Short phrases ("thank you so much") are shared by strangers; they ban the post, not its user.
    if (words(users[i]!.source.text) < 8) return
    for (const j of list) if (posts[j]!.fold === f) out.add(users[i]!.source.group)
  })
  return out
}

export interface FoldSetup {
  name: string
  /** Whether the other folds' posts train (the protocol of the published baselines) or only what may train shipped weights. */
  withPosts: boolean
}

/** What one fold gave; kept between runs, so that a run that was stopped goes on where it was. */
export interface FoldOutcome {
  p: number[][]
  levels: number[]
}
export interface FoldStore {
  get(fold: number): FoldOutcome | null
  put(fold: number, outcome: FoldOutcome): void
}

export function measureFolds(dir: string, vignetteDir: string, setup: FoldSetup, store: FoldStore, tell: (s: string) => void): FoldFigures {
  const posts = readPosts(dir)
  const users = userRows(dir, setup.withPosts ? 0.15 : 0.3)
  const duplicates = nearDuplicates(users.map((u) => u.source.text), posts.map((p) => p.text))
  const postRows = posts.map((p) => rowOf(p.text, [...targets(p.grade), Number.NaN], 1, `user:${p.group}`, true))
  const ours = vignetteRows(vignettes(vignetteDir, 'train'), setup.withPosts ? 0.1 : 0.5)
  const calm = background(dir).map((r) => (setup.withPosts ? { ...r, weight: r.weight * 0.2 } : r))
  const out: number[][] = new Array<number[]>(posts.length)
  const levels = new Array<number>(posts.length).fill(0)
  for (let f = 0; f < 5; f++) {
    const test = posts.map((_, i) => i).filter((i) => posts[i]!.fold === f)
    const kept = store.get(f)
    if (kept) {
      test.forEach((i, k) => {
        out[i] = kept.p[k]!
        levels[i] = kept.levels[k]!
      })
      continue
    }
    const ban = banned(posts, users, duplicates, f)
    const csv = labelled(users.filter((u, i) => !ban.has(u.source.group) && !duplicates[i]!.some((j) => posts[j]!.fold === f)))
    const other = postRows.filter((_, i) => posts[i]!.fold !== f)
    // The protocol of the published baselines: the other folds' posts and nothing else.
    const rows: Row[] = setup.withPosts ? other : [...csv, ...ours, ...calm]
    const model = train(rows, { ...defaults })
    const p = predict(model, test.map((i) => postRows[i]!))
    const rest = posts.filter((q) => q.fold !== f)
    // Cuts for the four levels from inside the training rows.
    const inside = setup.withPosts
      ? other.map((_, k) => ({ p: model.outOfFold[k]!, grade: rest[k]!.grade }))
      : csv.map((r, k) => ({ p: model.outOfFold[k]!, grade: r.y[2]! > 0.5 ? 3 : r.y[1]! > 0.5 ? 2 : r.y[0]! > 0.5 ? 1 : 0 }))
    const cuts = macroCuts(inside)
    test.forEach((i, k) => {
      out[i] = p[k]!
      levels[i] = gradeByCuts(p[k]!, cuts)
    })
    store.put(f, { p, levels: test.map((i) => levels[i]!) })
    tell(`  ${setup.name}: fold ${f} measured (${csv.length} posts of other users, ${test.length} measured).`)
  }
  const tasks = ['flagged', 'urgent', 'crisis'].map((task, h) => {
    const y = posts.map((p) => (p.grade >= h + 1 ? 1 : 0))
    const s = out.map((r) => r[h]!)
    const { ece, bins } = calibration(s, y)
    return {
      task, positives: y.filter((v) => v === 1).length, auroc: auroc(s, y), recallAt40: recallAt(s, y, 0.4), ece, bins,
      curve: [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((q) => [q, recallAt(s, y, q)] as [number, number]),
    }
  })
  return { name: setup.name, tasks, macroF1: macroF1(levels, posts.map((p) => p.grade)) }
}
