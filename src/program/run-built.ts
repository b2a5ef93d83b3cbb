/** Builds when needed, then hands over to a built program of the community, in the folder where the person typed the command. */
import { spawn } from 'node:child_process'
import { ensureBuilt } from './build/build.ts'
import { programFile, root } from './paths.ts'
import { say } from './say.ts'
import { communityArgs } from './community-args.ts'

export async function runBuilt(name: 'import' | 'setup'): Promise<void> {
  const trouble = await ensureBuilt()
  if (trouble) {
    say(trouble)
    process.exitCode = 1
    return
  }
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const child = spawn(process.execPath, [programFile(name), ...communityArgs(process.argv.slice(2), { cwd, root })], { stdio: 'inherit', cwd })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
