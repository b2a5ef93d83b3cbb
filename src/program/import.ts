/** `npm run import -- posts.jsonl [--data DIR]`: builds when needed, then hands over to the import program. */
import { spawn } from 'node:child_process'
import { ensureBuilt } from './build/build.ts'
import { programFile, root } from './paths.ts'
import { say } from './say.ts'
import { importArgs } from './start/import-args.ts'

const trouble = await ensureBuilt()
if (trouble) {
  say(trouble)
  process.exitCode = 1
} else {
  // A file named by the person is relative to where they typed the command.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const child = spawn(process.execPath, [programFile('import'), ...importArgs(process.argv.slice(2), { cwd, root })], { stdio: 'inherit', cwd })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
