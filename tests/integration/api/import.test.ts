import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { statement } from '../../../src/api/db/sql'
import { importPosts, type ImportReport } from '../../../src/api/import/import'
import { importProgram } from '../../../src/api/import/program'
import { startTestApi, type TestApi } from '../support/api'
import { makeDesk, wordScorer } from '../support/people'

type Row = { text: string; kind: string; thread: string; pseudonym: string; topic: string; at: Date; queued: Date }
const imported = statement<Row>(
  'test_imported',
  `select p.text, p.kind, f.text as thread, m.pseudonym, t.name as topic, p.created_at as at, i.queued_at as queued
   from post p join post f on f.id = p.thread_id join member m on m.id = p.author_id join topic t on t.id = p.topic_id join item i on i.post_id = p.id
   where m.source = 'import' order by p.created_at, p.id`,
)
const empty = statement('test_empty', 'truncate item, decision, post, member, message, topic cascade')

let api: TestApi
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallguide-import-'))
  api = await startTestApi({ scorer: wordScorer })
})
beforeEach(() => api.database.query(empty))
afterAll(async () => {
  await api.close()
  await rm(folder, { recursive: true })
})

async function load(lines: (object | string)[], stopAfter = Infinity): Promise<ImportReport> {
  const file = join(folder, 'posts.jsonl')
  await writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  let calls = 0
  const onProgress = () => {
    if (++calls > stopAfter) throw new Error('stopped by the test')
  }
  return importPosts(file, { database: api.database, scorer: wordScorer, now: () => new Date(), onProgress, onBad: () => undefined })
}

describe('an import', () => {
  it('makes threads of lines that answer one another by id or by line number', async () => {
    const report = await load([
      { author: 'Anna Beispiel', topic: 'Sleep', text: 'First', at: '2024-05-01T10:00:00Z', id: 'a' },
      { author: 'b', topic: 'Sleep', text: 'Answer by id', at: '2024-05-01T11:00:00Z', replyTo: 'a' },
      { author: 'c', topic: 'Ignored for answers', text: 'Answer to the answer', at: '2024-05-01T12:00:00+02:00', replyTo: 2 },
      { author: 'Anna Beispiel', topic: 'Work', text: 'Second', at: '2024-05-02T10:00:00Z' },
    ])
    expect(report).toEqual({ lines: 4, stored: 4, known: 0, bad: [] })
    const rows = await api.database.query(imported)
    expect(rows.map(({ text, kind, thread, topic }) => ({ text, kind, thread, topic }))).toEqual([
      { text: 'First', kind: 'post', thread: 'First', topic: 'Sleep' },
      { text: 'Answer to the answer', kind: 'comment', thread: 'First', topic: 'Sleep' },
      { text: 'Answer by id', kind: 'comment', thread: 'First', topic: 'Sleep' },
      { text: 'Second', kind: 'post', thread: 'Second', topic: 'Work' },
    ])
    expect(rows[0]?.pseudonym).toBe(rows[3]?.pseudonym)
    expect(rows[0]?.pseudonym).not.toMatch(/anna|beispiel/i)
    // An imported archive is not late: its clocks start now.
    for (const row of rows) expect(Date.now() - row.queued.getTime()).toBeLessThan(60_000)
  })

  it('skips bad lines with their number and reason and stores all the others', async () => {
    const good = { author: 'a', topic: 'T', text: 'Good' }
    const report = await load([
      good,
      '{not json',
      { topic: 'T', text: 'No author' },
      { author: 'a', topic: 'T', text: '   ' },
      { author: 'a', topic: 'T', text: 'x'.repeat(20_001) },
      { author: 'a', topic: 'T', text: 'When?', at: 'yesterday' },
      '',
      { author: 'a', topic: 'T', text: 'To nobody', replyTo: 'nobody' },
      '[1,2]',
      { ...good, text: 'Good too' },
    ])
    expect(report.stored).toBe(2)
    expect(report.bad.map((bad) => bad.number).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 8, 9])
    expect(Object.fromEntries(report.bad.map((bad) => [bad.number, bad.reason]))).toMatchObject({
      2: 'this is not JSON',
      3: 'author is missing',
      4: 'text is empty',
      5: 'text is longer than 20,000 characters',
      6: expect.stringMatching(/not a time/) as string,
      8: expect.stringMatching(/replyTo names nobody/) as string,
    })
  })

  it('does not double when it runs again, and keeps lines that are equal on purpose', async () => {
    const lines = [
      { author: 'a', topic: 'T', text: 'Same' },
      { author: 'a', topic: 'T', text: 'Same' },
      { author: 'b', topic: 'T', text: 'Answer', replyTo: 1 },
    ]
    expect(await load(lines)).toMatchObject({ stored: 3, known: 0 })
    expect(await load([...lines, { author: 'c', topic: 'T', text: 'New', replyTo: 3 }])).toMatchObject({ stored: 1, known: 3 })
    expect((await api.database.query(imported)).filter((row) => row.thread === 'Same')).toHaveLength(4)
  })

  it('that breaks off leaves whole batches and goes on from there', async () => {
    const lines = Array.from({ length: 700 }, (_, i) => ({ author: `u${i % 40}`, topic: 'T', text: `Line ${i}`, ...(i % 5 === 4 && { replyTo: i }) }))
    await expect(load(lines, 1)).rejects.toThrow('stopped by the test')
    const half = (await api.database.query(imported)).length
    expect(half % 250).toBe(0)
    expect(await load(lines)).toMatchObject({ stored: 700 - half, known: half, bad: [] })
    expect(await api.database.query(imported)).toHaveLength(700)
  })

  it('puts what it loaded into the desk’s queue', async () => {
    const desk = await makeDesk(api)
    await load([{ author: 'a', topic: 'T', text: 'Read me #crisis' }])
    expect((await desk.get('/v1/queue/top')).body).toMatchObject({ items: [{ item: { post: { text: 'Read me #crisis' }, intake: { level: 'crisis' } } }] })
  })
})

describe('the import program', () => {
  const sink = () => {
    let text = ''
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        text += chunk.toString()
        done()
      },
    })
    return { stream, text: () => text }
  }
  const program = async (...args: string[]) => {
    const [out, err] = [sink(), sink()]
    const code = await importProgram({ args, env: {}, out: out.stream, err: err.stream })
    return { code, out: out.text(), err: err.text() }
  }

  it('says in a sentence what is wrong with the file, and that nothing was imported', async () => {
    const data = ['--data', join(folder, 'data')]
    const [none, blank, wrong] = ['none.jsonl', 'blank.jsonl', 'wrong.jsonl'].map((name) => join(folder, name)) as [string, string, string]
    await writeFile(blank, '')
    await writeFile(wrong, '<html>\n<body>\n')
    const cases: [string[], RegExp][] = [
      [[], /^Usage: /],
      [[none, ...data], /There is no file .* Nothing was imported/],
      [[folder, ...data], /is not a file\. Nothing was imported/],
      [[blank, ...data], /is empty\. Nothing was imported/],
      [[wrong, ...data], /Line 1 was skipped: this is not JSON[\s\S]*None of the lines could be imported/],
    ]
    for (const [args, sentence] of cases) {
      const result = await program(...args)
      expect([args, result.code, result.out]).toEqual([args, 1, ''])
      expect(result.err).toMatch(sentence)
    }
  })

  it('loads a file into a folder, and names the program that has the folder open', async () => {
    const data = join(folder, 'live')
    const file = join(folder, 'good.jsonl')
    await writeFile(file, `${JSON.stringify({ author: 'a', topic: 'T', text: 'One' })}\n`)
    expect(JSON.parse((await program(file, '--data', data)).out)).toEqual({ stored: 1, known: 0, skipped: 0 })
    const running = await startTestApi({ database: { dataDir: data } })
    const refused = await program(file, '--data', data)
    await running.close()
    expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/is running on .*Nothing was imported.*Stop it/) as string })
  })
})
