/** Starts the community API as a child. */
import { join } from 'node:path'
import { startChild, type Child } from '../process/child.ts'
import { programFile } from '../paths.ts'
import { say } from '../say.ts'

export type StartedCommunity = { kind: 'up'; child: Child; url: string } | { kind: 'failed'; sentence: string }

/** The first start of the demo community writes a lot; a slow disk may take minutes. */
const readyWithinMs = 180_000

export async function startCommunity(
  options: { port: number; data: string; demo: boolean; execArgs?: string[]; script?: string },
  register: (child: Child) => void,
): Promise<StartedCommunity> {
  let told = false
  const child = startChild({
    name: 'The community',
    file: process.execPath,
    args: [...(options.execArgs ?? []), options.script ?? programFile('api')],
    env: {
      ...process.env,
      WALLGUIDE_HOST: '127.0.0.1',
      WALLGUIDE_PORT: String(options.port),
      WALLGUIDE_DATA: join(options.data, 'community'),
      WALLGUIDE_DEMO: options.demo ? '1' : '0',
      NODE_ENV: 'production',
    },
    readyWithinMs,
    onLine: (line, afterReady) => {
      told = true
      say(afterReady ? `[community] ${line}` : line)
    },
  })
  register(child)
  const ready = await child.ready
  if (ready.kind === 'ready' && typeof ready.line.url === 'string') return { kind: 'up', child, url: ready.line.url }
  await child.stop()
  if (ready.kind === 'slow') return { kind: 'failed', sentence: `The community was not ready after ${readyWithinMs / 60_000} minutes and was stopped. Nothing was lost. Try again; a slow or full disk is the usual cause.` }
  return { kind: 'failed', sentence: told ? 'The community could not start; the reason is above.' : 'The community could not start and did not say why. Nothing was lost. Run npm run build, then try again.' }
}
