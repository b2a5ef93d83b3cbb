/** Reads the licensed and the measuring data. Nothing of it is ever written into the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Labelled {
  text: string
  /** 0 green … 3 crisis. */
  grade: number
  group: string
  fold: number
}

const grades: Record<string, number> = { green: 0, amber: 1, red: 2, crisis: 3 }
const userGrades: Record<string, number> = { Supportive: 0, Indicator: 0, Ideation: 1, Behavior: 2, Attempt: 3 }

/** Fields of one CSV text with quotes and line breaks. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted) {
      if (c === '"') {
        if (text[i + 1] === '"') {
          cell += '"'
          i++
        } else quoted = false
      } else cell += c
    } else if (c === '"') quoted = true
    else if (c === ',') {
      row.push(cell)
      cell = ''
    } else if (c === '\n') {
      row.push(cell.replace(/\r$/, ''))
      rows.push(row)
      row = []
      cell = ''
    } else cell += c
  }
  if (cell || row.length) {
    row.push(cell)
    rows.push(row)
  }
  return rows
}

/** The posts in one cell: a list written as source text with either kind of quotes. */
function listCell(cell: string): string[] {
  const out: string[] = []
  let i = cell.indexOf('[') + 1
  while (i < cell.length) {
    const q = cell[i]
    if (q !== "'" && q !== '"') {
      i++
      continue
    }
    let s = ''
    i++
    while (i < cell.length && cell[i] !== q) {
      if (cell[i] === '\\') {
        i++
        s += cell[i] === 'n' ? '\n' : (cell[i] ?? '')
      } else s += cell[i]
      i++
    }
    i++
    if (s.trim()) out.push(s)
  }
  return out
}

export const has = (dir: string, file: string) => existsSync(path.join(dir, file))

/** Posts of the 500 users, each with the label of its user. */
export function readUsers(dir: string): Labelled[] {
  const rows = parseCsv(readFileSync(path.join(dir, 'cssrs-500/500_Reddit_users_posts_labels.csv'), 'utf8')).slice(1)
  return rows.flatMap(([user, posts, label]) => {
    const grade = userGrades[(label ?? '').trim()]
    if (grade === undefined) return []
    return listCell(posts!).map((text) => ({ text, grade, group: user!, fold: -1 }))
  })
}

/** The post-level annotations: for measuring only. */
export function readPosts(dir: string): Labelled[] {
  return readFileSync(path.join(dir, 'cssrs-500/posts.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((l) => {
      const o = JSON.parse(l) as { user: string; fold: number; level: string; text: string }
      return { text: o.text, grade: grades[o.level]!, group: o.user, fold: o.fold }
    })
}

export interface Vignette {
  id: string
  text: string
  level: string
  categories: string[]
  theme: string
  split: 'train' | 'tune' | 'test'
  register: string
  dialect: string
  perspective?: string
}

export function readVignettes(dir: string): Vignette[] {
  return readdirSync(dir)
    .filter((f) => f.endsWith('.jsonl'))
    .sort()
    .flatMap((f) =>
      readFileSync(path.join(dir, f), 'utf8')
        .split('\n')
        .filter((l) => l.trim())
        .map((l) => JSON.parse(l) as Vignette),
    )
}
export const gradeOf = (level: string) => grades[level]!

const words = (t: string) => t.toLowerCase().replace(/[^a-z0-9\s]+/g, '').split(/\s+/).filter(Boolean)

/** Five-word shingles of a text as numbers. */
export function shingles(text: string): Set<number> {
  const w = words(text)
  const out = new Set<number>()
  const n = Math.min(5, w.length)
  for (let i = 0; i + n <= w.length; i++) {
    let h = 0x811c9dc5
    for (let k = i; k < i + n; k++) for (const c of w[k]! + ' ') h = Math.imul(h ^ c.charCodeAt(0), 0x01000193)
    out.add(h >>> 0)
  }
  return out
}

/** For each text of `a`, the texts of `b` that share at least `share` of the shorter one's shingles. */
export function nearDuplicates(a: readonly string[], b: readonly string[], share = 0.3): number[][] {
  const bs = b.map(shingles)
  const where = new Map<number, number[]>()
  bs.forEach((s, i) => s.forEach((h) => where.get(h)?.push(i) ?? where.set(h, [i])))
  return a.map((t) => {
    const s = shingles(t)
    const hits = new Map<number, number>()
    for (const h of s) for (const i of where.get(h) ?? []) hits.set(i, (hits.get(i) ?? 0) + 1)
    return [...hits].filter(([i, n]) => n >= share * Math.max(1, Math.min(s.size, bs[i]!.size))).map(([i]) => i)
  })
}
