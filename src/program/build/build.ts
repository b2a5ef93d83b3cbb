/** Builds everything that runs: Node programs, shell and renderer, members' scripts and styles. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { moduleFile, out, root } from '../paths.ts'
import { runCommand } from '../process/run.ts'
import { say } from '../say.ts'
import { buildOutputs, digest, isFresh, removeStamp, writeStamp } from './stamp.ts'

const vite = moduleFile('vite', 'bin', 'vite.js')
const electronVite = moduleFile('electron-vite', 'bin', 'electron-vite.js')

const steps = [
  { name: 'programs', args: [vite, 'build', '--config', 'vite.programs.config.ts', '--logLevel', 'warn'] },
  { name: 'desk’s worker', args: [vite, 'build', '--config', 'vite.desk-worker.config.ts', '--logLevel', 'warn'] },
  { name: 'workstation', args: [electronVite, 'build', '--logLevel', 'warn'] },
  { name: 'members’ pages', args: [vite, 'build', '--config', 'vite.islands.config.ts', '--logLevel', 'warn'] },
] as const

/** Null when built, else a sentence. `WALLGUIDE_BUILD=never` takes `out` as it is; `partial` builds the programs that exist. */
export async function ensureBuilt(options: { force?: boolean } = {}): Promise<string | null> {
  const mode = process.env.WALLGUIDE_BUILD
  if (mode === 'never') return null
  const wanted = digest(root)
  if (!options.force && isFresh(out, wanted)) return null
  say('Building (a few seconds; only after a change).')
  removeStamp(out)
  rmSync(join(out, 'programs'), { recursive: true, force: true })
  const began = performance.now()
  const results = await Promise.all(steps.map(async (step) => ({ step, ran: await runCommand(process.execPath, step.args, { cwd: root }) })))
  const failed = results.filter(({ ran }) => ran.code !== 0)
  for (const { step, ran } of failed) say(`--- ${step.name}\n${ran.output.trim()}`)
  if (failed.length > 0) {
    return `The build of ${failed.map(({ step }) => step.name).join(' and ')} did not succeed; what went wrong is above. Your data was not touched.`
  }
  const missing = mode === 'partial' ? [] : buildOutputs.filter((file) => !existsSync(join(out, file)))
  if (missing.length > 0) return `The build ended but ${missing.join(', ')} did not appear in out. Your data was not touched.`
  if (mode !== 'partial') writeStamp(out, wanted)
  say(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
  return null
}
