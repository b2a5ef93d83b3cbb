/** `npm run import -- posts.jsonl [--data DIR]`: progress and sentences on `err`, the result as one JSON line on `out`. */
import { stat } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { createScorer } from '#risk'
import { openDatabase } from '../db/connection'
import { troubleOf } from '../db/errors'
import { FolderInUse } from '../db/folder-lock'
import { readSettings, startFailure, type Settings } from '../settings'
import { ensureHead } from '../sync/head'
import { importPosts } from './import'

const usage = 'Usage: npm run import -- posts.jsonl [--data DIR]\nEach line: {"author", "topic", "text", "at"?, "id"?, "replyTo"?}; replyTo is the id of an earlier line, or its number.'
const shownBad = 20

class Stop extends Error {}

async function fileSize(file: string): Promise<number> {
  const info = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Stop(`There is no file ${file}. Nothing was imported.`)
    throw new Stop(`The file ${file} cannot be read (${error.code ?? 'unknown'}). Nothing was imported.`)
  })
  if (!info.isFile()) throw new Stop(`${file} is not a file. Nothing was imported.`)
  if (info.size === 0) throw new Stop(`The file ${file} is empty. Nothing was imported.`)
  return info.size
}

function settingsFrom(env: NodeJS.ProcessEnv, data: string | undefined): Settings {
  const read = readSettings({ ...env, WALLGUIDE_DEMO: '1', ...(data !== undefined && { WALLGUIDE_DATA: data }) })
  if (!read.ok) throw new Stop(read.sentences.join('\n'))
  return read.settings
}

export type Terminal = { args: string[]; env: NodeJS.ProcessEnv; out: Writable; err: NodeJS.WriteStream | Writable }

/** The exit code: 0 when at least one line is stored, or was before. */
export async function importProgram({ args, env, out, err }: Terminal): Promise<0 | 1> {
  try {
    await run({ args, env, out, err })
    return 0
  } catch (error) {
    err.write(`${error instanceof Stop ? error.message : `${usage}\n${error instanceof Error ? error.message : String(error)}`}\n`)
    return 1
  }
}

async function run({ args, env, out, err }: Terminal): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: { data: { type: 'string' } }, allowPositionals: true })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Stop(usage)
  const path = resolve(file)
  const size = await fileSize(path)
  const settings = settingsFrom(env, values.data)
  const database = await openDatabase(settings.database, () => undefined).catch((error: unknown) => {
    if (error instanceof FolderInUse) {
      throw new Stop(
        `The community is running on ${settings.dataDir} (process ${error.pid}), and only one program at a time can use that folder. Nothing was imported. ` +
          'Stop it with Ctrl-C, import, and start it again; or use PostgreSQL (DATABASE_URL), where both can run at once.',
      )
    }
    throw new Stop(startFailure(error, settings))
  })
  const bar = new SingleBar({ format: '{bar} {percentage}% · {lines} lines · {eta_formatted} left', stream: err as NodeJS.WriteStream, hideCursor: true, clearOnComplete: false, noTTYOutput: false })
  try {
    await ensureHead(database)
    bar.start(size, 0, { lines: 0 })
    const report = await importPosts(path, {
      database,
      scorer: createScorer(),
      now: () => new Date(),
      onProgress: (bytes, lines) => bar.update(Math.min(bytes, size), { lines }),
      onBad: () => undefined,
    })
    bar.stop()
    for (const { number, reason } of report.bad.slice(0, shownBad)) err.write(`Line ${number} was skipped: ${reason}.\n`)
    if (report.bad.length > shownBad) err.write(`… and ${report.bad.length - shownBad} more lines were skipped.\n`)
    if (report.stored + report.known === 0) throw new Stop('None of the lines could be imported. Nothing was stored.')
    err.write(`${report.stored} posts were imported${report.known > 0 ? `, ${report.known} were there already` : ''}${report.bad.length > 0 ? `, ${report.bad.length} lines were skipped` : ''}.\n`)
    out.write(`${JSON.stringify({ stored: report.stored, known: report.known, skipped: report.bad.length })}\n`)
  } catch (error) {
    bar.stop()
    if (error instanceof Stop) throw error
    const why = troubleOf(error) === 'storage_full' ? 'There is no space left on the disk' : 'The import stopped on an error'
    throw new Stop(`${why}. Every batch before it is stored whole, nothing is half written; run the same command again and it goes on without doubling.`)
  } finally {
    await database.close()
  }
}
