/** Starts a workstation: Electron's window, or the loopback host for a browser. */
import { join } from 'node:path'
import { startChild, type Child } from '../process/child.ts'
import { moduleFile, programFile, root } from '../paths.ts'
import { say } from '../say.ts'
import { downloadElectron, electronBinary, hasScreen, planHost, type HostPlan, type Machine } from './electron.ts'
import type { HostChoice } from './options.ts'
import { openInBrowser } from './opener.ts'

export type StartedWorkstation =
  | { kind: 'up'; child: Child; /** Null in Electron: there is no address. */ url: string | null; words: string }
  | { kind: 'failed'; sentence: string }

export type WorkstationOptions = { api: string; data: string; host: HostChoice; open: boolean; env?: NodeJS.ProcessEnv }

const thisMachine: Machine = { platform: process.platform, env: process.env }
const readyWithinMs = 30_000
const downloadMs = { auto: 20_000, electron: 300_000, loopback: 0 }

export async function startWorkstation(options: WorkstationOptions, register: (child: Child) => void): Promise<StartedWorkstation> {
  const packageDir = moduleFile('electron')
  const plan = await planHost(options.host, {
    screen: hasScreen(thisMachine),
    binary: () => electronBinary(packageDir, thisMachine),
    download: () => {
      say('Electron’s program is not installed; trying to download it.')
      return downloadElectron(packageDir, downloadMs[options.host])
    },
  })
  if (plan.host === 'refused') return { kind: 'failed', sentence: plan.sentence }
  if (plan.host === 'loopback') return inBrowser(options, plan.reason, register)
  const shown = await inElectron(options, plan, register)
  if (shown.kind === 'up' || options.host === 'electron') return shown
  return inBrowser(options, 'Electron is installed but its window did not open; what it said is above', register)
}

const environment = (options: WorkstationOptions): NodeJS.ProcessEnv => ({
  ...process.env,
  ...options.env,
  NODE_ENV: options.env?.NODE_ENV ?? 'production',
  WALLGUIDE_API_URL: options.api,
  WALLGUIDE_DATA: join(options.data, 'desk'),
})

const onLine = (line: string, afterReady: boolean) => say(afterReady ? `[workstation] ${line}` : line)

async function inElectron(options: WorkstationOptions, plan: HostPlan & { host: 'electron' }, register: (child: Child) => void): Promise<StartedWorkstation> {
  const child = startChild({ name: 'Electron', file: plan.binary, args: [root], env: environment(options), readyWithinMs, onLine })
  register(child)
  const ready = await child.ready
  if (ready.kind === 'ready') return { kind: 'up', child, url: null, words: `Runs in Electron: ${plan.reason}.` }
  await child.stop()
  return { kind: 'failed', sentence: 'Electron’s window did not open; what it said is above. Nothing was lost. Leave out --host electron to use your browser.' }
}

async function inBrowser(options: WorkstationOptions, reason: string, register: (child: Child) => void): Promise<StartedWorkstation> {
  const child = startChild({ name: 'The workstation', file: process.execPath, args: [programFile('host')], env: environment(options), readyWithinMs, onLine })
  register(child)
  const ready = await child.ready
  if (ready.kind !== 'ready' || typeof ready.line.url !== 'string') {
    await child.stop()
    return { kind: 'failed', sentence: 'The workstation could not start; the reason is above. Nothing was lost.' }
  }
  const { url } = ready.line
  const opened = options.open && openInBrowser(url, thisMachine)
  const how = opened ? 'Opened in your browser' : options.open ? 'Open the address above in your browser (none could be opened from here)' : 'Open the address above in your browser'
  return { kind: 'up', child, url, words: `${how}: ${reason}.` }
}
