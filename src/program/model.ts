/** `npm run test:model`: the sync protocol under random play, for as long as one likes. */
import { helpText, parseFlags, type Flag } from './flags.ts'
import { moduleFile, root } from './paths.ts'
import { runCommand } from './process/run.ts'
import { say } from './say.ts'

const flags: readonly Flag[] = [
  { name: 'runs', value: 'N', help: 'scripts of the model with the played server; a hundredth as many with the whole system (default 3000)' },
  { name: 'seed', value: 'N', help: 'play the same scripts again' },
]

async function run(runs: string, seed: string | undefined): Promise<number> {
  const count = Number(runs)
  if (!Number.isInteger(count) || count < 1) {
    say(`--runs wants a whole number above zero, not “${runs}”. Nothing was run.`)
    return 1
  }
  const play = async (project: string, file: string, many: number) => {
    say(`Playing ${many} scripts: ${file}`)
    const env = { ...process.env, WALLGUIDE_MODEL_RUNS: String(many), ...(seed === undefined ? {} : { WALLGUIDE_MODEL_SEED: seed }) }
    const args = [moduleFile('vitest', 'vitest.mjs'), 'run', '--project', project, file]
    return (await runCommand(process.execPath, args, { cwd: root, limitMs: 24 * 3_600_000, env, onOutput: (text) => process.stdout.write(text) })).code ?? 1
  }
  const model = await play('property', 'tests/property/desk/sync.test.ts', count)
  const whole = await play('integration', 'tests/integration/desk/model', Math.max(1, Math.round(count / 100)))
  return model === 0 && whole === 0 ? 0 : 1
}

const read = parseFlags('test:model', flags, process.argv.slice(2))
if (!read.ok) {
  say(read.sentence)
  process.exitCode = 1
} else if (read.parsed.switches.has('help')) process.stdout.write(`${helpText('test:model', 'Random play against the sync protocol; prints the seed of what it finds.', flags)}\n`)
else process.exitCode = await run(read.parsed.values.get('runs') ?? '3000', read.parsed.values.get('seed'))
