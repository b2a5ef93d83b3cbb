/** `npm run import -- posts.jsonl`: builds when needed, then hands over to the import program. */
import { spawn } from 'node:child_process'
import { ensureBuilt } from './build/build.ts'
import { programFile } from './paths.ts'
import { say } from './say.ts'

const trouble = await ensureBuilt()
if (trouble) {
  say(trouble)
  process.exitCode = 1
} else {
  // A file named by the person is relative to where they typed the command.
  const child = spawn(process.execPath, [programFile('import'), ...process.argv.slice(2)], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
