/** Loads a forum's export, so that the queue can be tried on real text. Streams; each batch is one transaction. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { uuidv7 } from 'uuidv7'
import type { Scorer } from '#risk'
import { storeEntries, type Entry } from '../community/intake'
import type { Database, Tx } from '../db/database'
import { statement } from '../db/sql'
import { makePseudonym, pseudonymKey, pseudonymProblem, tidyPseudonym } from '../identity/pseudonym'
import { houseRulesVersion } from '../review/rules'
import { checkLine, type ImportLine } from './lines'

const batchSize = 250
/** Earlier texts of an author that the scorer looks at. */
const historySize = 50

export type BadLine = { number: number; reason: string }
export type ImportReport = { lines: number; stored: number; known: number; bad: BadLine[] }
export type ImportOptions = {
  database: Database
  scorer: Scorer
  now: () => Date
  onProgress: (bytes: number, lines: number) => void
  onBad: (bad: BadLine) => void
}

const ensureTopics = statement<{ id: string; slug: string }>(
  'import_topics',
  `with wanted as (select * from jsonb_to_recordset($1::jsonb) as x (id uuid, slug text, name text)),
   made as (
     insert into topic (id, slug, name, description, position) select id, slug, name, 'Imported', 100 from wanted on conflict (slug) do nothing returning id, slug
   )
   select id, slug from made union select t.id, t.slug from topic t join wanted w on w.slug = t.slug`,
)
const ensureMembers = statement<{ id: string; key: string }>(
  'import_members',
  `with wanted as (select * from jsonb_to_recordset($1::jsonb) as x (id uuid, pseudonym text, key text)),
   made as (
     insert into member (id, pseudonym, pseudonym_key, rules_version, rules_agreed_at, joined_at, source)
     select id, pseudonym, key, $2, $3, $3, 'import' from wanted on conflict (pseudonym_key) do nothing returning id, pseudonym_key as key
   )
   select id, key from made union select m.id, m.pseudonym_key as key from member m join wanted w on w.key = m.pseudonym_key where m.source = 'import'`,
)
const byKeys = statement<{ id: string; thread_id: string; topic_id: string; source_key: string }>(
  'import_by_keys',
  'select id, thread_id, topic_id, source_key from post where source_key = any($1::text[])',
)

const slugOf = (name: string): string => {
  const slug = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60)
  return slug === '' ? `topic-${createHash('sha256').update(name).digest('hex').slice(0, 8)}` : slug
}

/** A made-up name for every author, always the same one: an export's own names could be real. */
export function importedPseudonym(author: string): string {
  const hash = createHash('sha256').update(`import ${author}`).digest()
  let at = 0
  const made = `${makePseudonym(() => (hash[at++ % 16] ?? 0) / 256)}-${hash.toString('hex', 20, 25)}`
  const own = tidyPseudonym(author)
  // A name that could be chosen here anyway, and holds a digit or a hyphen, is nobody's real name.
  return pseudonymProblem(own) === null && /[\d_-]/.test(own) ? `${own}·${hash.toString('hex', 20, 22)}` : made
}

type Place = { id: string; thread: string; topic: string }

/** Reads the file once. What was stored stays stored when it stops half-way; running it again goes on without doubling. */
export async function importPosts(file: string, options: ImportOptions): Promise<ImportReport> {
  const { database, onProgress, onBad } = options
  const report: ImportReport = { lines: 0, stored: 0, known: 0, bad: [] }
  const run = new Run(options)
  const seen = new Map<string, number>()
  const occurrence = (hash: string) => {
    const count = seen.get(hash) ?? 0
    seen.set(hash, count + 1)
    return count
  }
  const refuse = (bad: BadLine) => {
    if (report.bad.length < 10_000) report.bad.push(bad)
    onBad(bad)
  }
  let batch: ImportLine[] = []
  const flush = async () => {
    if (batch.length === 0) return
    const done = await database.transaction((tx) => run.store(tx, batch))
    run.remember(done.places)
    report.stored += done.stored
    report.known += done.known
    for (const bad of done.bad) refuse(bad)
    batch = []
  }

  const stream = createReadStream(file, { encoding: 'utf8' })
  let bytes = 0
  for await (const raw of createInterface({ input: stream, crlfDelay: Infinity })) {
    report.lines += 1
    bytes = stream.bytesRead
    const text = report.lines === 1 ? raw.replace(/^\ufeff/, '') : raw
    if (text.trim() === '') continue
    const checked = checkLine(text, report.lines, occurrence)
    if (checked.ok) batch.push(checked.line)
    else refuse({ number: checked.number, reason: checked.reason })
    if (batch.length >= batchSize) {
      await flush()
      onProgress(bytes, report.lines)
    }
  }
  await flush()
  onProgress(stream.bytesRead, report.lines)
  return report
}

type Done = { stored: number; known: number; bad: BadLine[]; places: Map<string, Place> }

class Run {
  readonly #scorer: Scorer
  readonly #now: () => Date
  /** Line names to where they were stored. */
  readonly #places = new Map<string, Place>()
  readonly #topics = new Map<string, string>()
  readonly #members = new Map<string, string>()
  readonly #history = new Map<string, { text: string; at: string }[]>()

  constructor({ scorer, now }: Pick<ImportOptions, 'scorer' | 'now'>) {
    this.#scorer = scorer
    this.#now = now
  }

  /** Only after the commit: a batch that failed leaves nothing that a later line could answer. */
  remember(places: Map<string, Place>): void {
    for (const [name, place] of places) this.#places.set(name, place)
  }

  async store(tx: Tx, lines: readonly ImportLine[]): Promise<Done> {
    const now = this.#now()
    await this.#ensure(tx, lines, now)
    const known = new Map((await tx.query(byKeys, [lines.map((line) => line.key)])).map((row) => [row.source_key, row]))
    const done: Done = { stored: 0, known: 0, bad: [], places: new Map() }
    const entries: Entry[] = []
    for (const line of lines) {
      const before = known.get(line.key)
      if (before) {
        done.known += 1
        for (const name of line.names) done.places.set(name, { id: before.id, thread: before.thread_id, topic: before.topic_id })
        continue
      }
      const parent = line.replyTo === null ? null : this.#find(line.replyTo, done.places)
      if (parent === undefined) {
        done.bad.push({ number: line.number, reason: `replyTo names ${line.replyTo ?? ''}, which no earlier line has` })
        continue
      }
      const id = uuidv7()
      const place = parent === null ? { id, thread: id, topic: this.#topics.get(slugOf(line.topic)) ?? '' } : { id, thread: parent.thread, topic: parent.topic }
      for (const name of line.names) done.places.set(name, place)
      entries.push(this.#entry(line, place, parent === null ? 'post' : 'comment', now))
    }
    if (entries.length > 0) done.stored = (await storeEntries(tx, entries)).size
    return done
  }

  #find(replyTo: string, batch: Map<string, Place>): Place | undefined {
    for (const name of [`=${replyTo}`, `#${replyTo}`]) {
      const place = batch.get(name) ?? this.#places.get(name)
      if (place) return place
    }
    return undefined
  }

  #entry(line: ImportLine, place: Place, kind: Entry['kind'], now: Date): Entry {
    const author = this.#members.get(pseudonymKey(importedPseudonym(line.author))) ?? ''
    const history = this.#history.get(author) ?? []
    const at = line.at !== null && line.at < now ? line.at : now
    const score = this.#scorer.score(line.text, { history })
    this.#history.set(author, [...history.slice(1 - historySize), { text: line.text, at: at.toISOString() }])
    // The clock starts when it enters the queue: an imported archive is not late.
    return { id: place.id, kind, thread: place.thread, topic: place.topic, author, title: null, intent: null, text: line.text, at, queuedAt: now, sourceKey: line.key, score }
  }

  async #ensure(tx: Tx, lines: readonly ImportLine[], now: Date): Promise<void> {
    const topics = new Map(lines.filter((line) => !this.#topics.has(slugOf(line.topic))).map((line) => [slugOf(line.topic), line.topic]))
    if (topics.size > 0) {
      const wanted = [...topics].map(([slug, name]) => ({ id: uuidv7(), slug, name }))
      for (const { id, slug } of await tx.query(ensureTopics, [JSON.stringify(wanted)])) this.#topics.set(slug, id)
    }
    const names = new Map(lines.map((line) => importedPseudonym(line.author)).map((name) => [pseudonymKey(name), name]))
    const wanted = [...names].filter(([key]) => !this.#members.has(key)).map(([key, pseudonym]) => ({ id: uuidv7(), pseudonym, key }))
    if (wanted.length > 0) {
      for (const { id, key } of await tx.query(ensureMembers, [JSON.stringify(wanted), houseRulesVersion, now])) this.#members.set(key, id)
    }
  }
}
