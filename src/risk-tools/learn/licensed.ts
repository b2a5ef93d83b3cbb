/** The rows that may train the shipped weights: the CC BY users file, GoEmotions as everyday background, our own vignettes. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gradeOf, has, parseCsv, readUsers, readVignettes, type Labelled, type Vignette } from './data'
import { rowOf, softLabels, type Row } from './train'

export const ABUSE = new Set(['abuse-trolling', 'hate', 'encouraging-harm'])
/** GoEmotions labels of comments without distress; comments with others are left out. */
const calm = new Set([0, 1, 4, 5, 7, 8, 13, 15, 17, 18, 20, 21, 22, 23, 26, 27].map(String))

export const targets = (grade: number): number[] => [grade >= 1 ? 1 : 0, grade >= 2 ? 1 : 0, grade >= 3 ? 1 : 0]

export const vignetteRows = (list: readonly Vignette[], weight: number): Row[] =>
  list.map((v) => rowOf(v.text, [...targets(gradeOf(v.level)), v.categories.some((c) => ABUSE.has(c)) ? 1 : 0], weight, `theme:${v.theme}`, false))

/** Every `step`-th calm comment from `offset`. */
export function calmComments(dir: string, step: number, offset: number): string[] {
  return readFileSync(path.join(dir, 'goemotions/train.tsv'), 'utf8')
    .trim()
    .split('\n')
    .map((l) => l.split('\t'))
    .filter(([, l]) => l!.split(',').every((x) => calm.has(x)))
    .filter((_, i) => i % step === offset)
    .map(([t]) => t!)
}

export function toxicComments(dir: string): Array<{ text: string; toxic: boolean }> {
  return parseCsv(readFileSync(path.join(dir, 'madlibs-toxicity/toxicity_nonfuzzed_testset.csv'), 'utf8'))
    .slice(1)
    .filter((r) => r.length >= 3)
    .map((r) => ({ text: r[1]!, toxic: r[2]!.trim() === 'True' }))
}

/** Share of a positive user's posts that are taken to have earned the label, by grade; an assumption, stated in the model card. */
export const priors = [0, 0.5, 0.35, 0.2]

export interface UserRow {
  row: Row
  source: Labelled
}

export function userRows(dir: string, weight: number): UserRow[] {
  const users = readUsers(dir).filter((u) => u.text.split(/\s+/).length >= 4)
  const rows = users.map((u) => rowOf(u.text, [0, 0, 0, Number.NaN], weight, `user:${u.group}`, true))
  return users.map((source, i) => ({ row: rows[i]!, source }))
}

/** Fills in the soft labels of the given users' posts; only these posts are looked at. */
export function labelled(rows: readonly UserRow[]): Row[] {
  const soft = softLabels(rows.map((r) => ({ dense: r.row.dense, grade: r.source.grade })), priors)
  return rows.map((r, i) => ({ ...r.row, y: [...soft[i]!.slice(0, 3), Number.NaN] }))
}

export function background(dir: string): Row[] {
  const comments = calmComments(dir, 8, 0).map((t, i) => rowOf(t, [0.02, 0.01, 0, Number.NaN], 0.3, `calm:${i}`, false))
  const toxic = has(dir, 'madlibs-toxicity/toxicity_nonfuzzed_testset.csv')
    ? toxicComments(dir).map((c, i) => rowOf(c.text, [Number.NaN, Number.NaN, Number.NaN, c.toxic ? 1 : 0], 0.5, `wiki:${i}`, false))
    : []
  return [...comments, ...toxic]
}

export const vignettes = (dir: string, split: Vignette['split']): Vignette[] => readVignettes(dir).filter((v) => v.split === split)
export const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
