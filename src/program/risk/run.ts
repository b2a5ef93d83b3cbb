/** Builds the risk programs when their sources changed, and runs one of them. stdout belongs to the program. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { moduleFile, out, root } from '../paths.ts'
import { runCommand } from '../process/run.ts'
import { say } from '../say.ts'

const stamp = join(out, 'risk', 'built.txt')
const sources = ['src/risk', 'src/risk-tools', 'src/contract']

function digest(): string {
  const h = createHash('sha256')
  for (const folder of sources) {
    for (const f of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (f.endsWith('.ts')) h.update(f).update(readFileSync(join(root, folder, f)))
    }
  }
  for (const f of ['vite.risk.config.ts', 'resources/risk/pack.json']) if (existsSync(join(root, f))) h.update(readFileSync(join(root, f)))
  return h.digest('hex')
}

async function build(): Promise<string | null> {
  const wanted = digest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return null
  rmSync(stamp, { force: true })
  const ran = await runCommand(process.execPath, [moduleFile('vite', 'bin', 'vite.js'), 'build', '--config', 'vite.risk.config.ts', '--logLevel', 'warn'], { cwd: root })
  if (ran.code !== 0) return `The risk programs could not be built:\n${ran.output.trim()}`
  writeFileSync(stamp, wanted)
  return null
}

export async function runRisk(program: 'train' | 'eval' | 'score'): Promise<number> {
  const trouble = await build()
  if (trouble) {
    say(trouble)
    return 1
  }
  // Files named by the person are relative to where they typed the command; training and measuring work on the project.
  const cwd = program === 'score' ? resolve(process.env.INIT_CWD ?? process.cwd()) : root
  const child = spawn(process.execPath, [join(out, 'risk', `${program}.js`), ...process.argv.slice(2)], { stdio: 'inherit', cwd, env: { ...process.env, WALLGUIDE_ROOT: root } })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((done) => child.on('exit', (code) => done(code ?? 1)))
}
