/** `npm run bench`: measures what the budget names and writes the figures as JSON. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readRows, table, type Row } from './bench/rows.ts'
import { ensureBuilt } from './build/build.ts'
import { helpText, parseFlags, type Flag } from './flags.ts'
import { moduleFile, out, root } from './paths.ts'
import { runCommand } from './process/run.ts'
import { say, tell } from './say.ts'

const flags: readonly Flag[] = [
  { name: 'json', value: 'FILE', help: 'write the rows there as well' },
  { name: 'only', value: 'NAME', help: 'one bench alone' },
]
const limitMs = 30 * 60_000

type Outcome = { rows: Row[]; troubles: string[] }

async function measure(name: string, folder: string): Promise<Outcome> {
  const file = join(folder, `${name}.json`)
  say(`Measuring: ${name}`)
  const args = ['--expose-gc', '--enable-source-maps', join(root, 'src/program/bench/one.ts'), join(out, 'bench', name, 'index.js'), file]
  const ran = await runCommand(process.execPath, args, { cwd: root, limitMs, env: { ...process.env, NODE_ENV: 'production' }, onOutput: (text) => process.stderr.write(text) })
  if (ran.code !== 0 || !existsSync(file)) return { rows: [], troubles: [`The bench ${name} ${ran.timedOut ? 'took longer than 30 minutes' : `ended with code ${ran.code}`}; what it said is above.`] }
  const read = readRows(JSON.parse(readFileSync(file, 'utf8')))
  return read.ok ? { rows: read.rows, troubles: [] } : { rows: [], troubles: [`The bench ${name} cannot be read: ${read.sentence}.`] }
}

async function run(json: string | undefined, only: string | undefined): Promise<number> {
  const folders = readdirSync(join(root, 'tests', 'bench'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
  const names = folders.filter((name) => existsSync(join(root, 'tests', 'bench', name, 'index.ts')))
  const troubles = folders.filter((name) => !names.includes(name) && (!only || only === name)).map((name) => `The bench ${name} has no index.ts and was not run.`)
  if (only && !names.includes(only)) {
    say(`There is no bench called ${only}. There are ${names.join(', ')}. Nothing was measured.`)
    return 1
  }
  const unbuilt = await ensureBuilt()
  const bundled = unbuilt ? null : await runCommand(process.execPath, [moduleFile('vite', 'bin', 'vite.js'), 'build', '--config', 'vite.bench.config.ts', '--logLevel', 'warn'], { cwd: root })
  if (!bundled || bundled.code !== 0) {
    say(unbuilt ?? `The benches could not be built:\n${bundled?.output ?? ''}`)
    return 1
  }
  const folder = mkdtempSync(join(tmpdir(), 'wallguide-bench-'))
  const rows: Row[] = []
  try {
    for (const name of only ? [only] : names) {
      const outcome = await measure(name, folder)
      rows.push(...outcome.rows)
      troubles.push(...outcome.troubles)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (json) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`)
  for (const line of table(rows)) tell(line)
  for (const trouble of troubles) say(trouble)
  const missed = rows.filter((row) => !row.pass).length
  tell(`${rows.length - missed} of ${rows.length} targets met`)
  return missed === 0 && troubles.length === 0 ? 0 : 1
}

const read = parseFlags('bench', flags, process.argv.slice(2))
if (!read.ok) {
  say(read.sentence)
  process.exitCode = 1
} else if (read.parsed.switches.has('help')) tell(helpText('bench', 'Measures the performance budget; progress goes to stderr.', flags))
else {
  const json = read.parsed.values.get('json')
  process.exitCode = await run(json && resolve(process.env.INIT_CWD ?? process.cwd(), json), read.parsed.values.get('only'))
}
