/** Whether the workstation can run in Electron here. Never imports the electron package: that alone would start a download. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../process/run.ts'
import type { HostChoice } from './options.ts'

export type Machine = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv }

/** Can a window be shown? Automated runs count as no: nobody is looking. */
export function hasScreen({ platform, env }: Machine): boolean {
  if (env.CI) return false
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Electron's program: where `ELECTRON_OVERRIDE_DIST_PATH` says, else inside the package; null when it is not there. */
export function electronBinary(packageDir: string, { platform, env }: Machine): string | null {
  const pathFile = join(packageDir, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : usualName(platform)
  const file = join(env.ELECTRON_OVERRIDE_DIST_PATH || join(packageDir, 'dist'), name)
  return existsSync(file) ? file : null
}

const usualName = (platform: NodeJS.Platform): string =>
  platform === 'win32' ? 'electron.exe' : platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'

export type HostPlan =
  | { host: 'electron'; binary: string; reason: string }
  | { host: 'loopback'; reason: string }
  | { host: 'refused'; sentence: string }

/**
 * Decides where the workstation runs. `download` is tried only when a window is wanted and could be shown, and must end by
 * itself; it resolves to null or to why it failed.
 */
export async function planHost(
  asked: HostChoice,
  parts: { screen: boolean; binary: () => string | null; download: () => Promise<string | null> },
): Promise<HostPlan> {
  if (asked === 'loopback') return { host: 'loopback', reason: 'as you asked with --host loopback' }
  const there = parts.binary()
  if (asked === 'auto' && !parts.screen) return { host: 'loopback', reason: 'there is no screen to show an Electron window on' }
  if (there) return { host: 'electron', binary: there, reason: 'its program is installed' }
  const trouble = await parts.download()
  const fetched = trouble === null ? parts.binary() : null
  if (fetched) return { host: 'electron', binary: fetched, reason: 'its program was downloaded' }
  const why = trouble ?? 'the download ended without it'
  if (asked === 'auto') return { host: 'loopback', reason: `Electron’s program is not installed and could not be downloaded (${why})` }
  return {
    host: 'refused',
    sentence:
      `Electron’s program is not installed and could not be downloaded (${why}). Nothing was changed. ` +
      'Leave out --host electron to use the workstation in your browser, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron that you have.',
  }
}

/** Runs Electron's own installer for at most `limitMs`. Null when it worked. */
export async function downloadElectron(packageDir: string, limitMs: number): Promise<string | null> {
  const ran = await runCommand(process.execPath, [join(packageDir, 'install.js')], { limitMs })
  if (ran.timedOut) return `it took longer than ${Math.round(limitMs / 1000)} seconds; "npx install-electron" takes its time`
  if (ran.code === 0) return null
  const cause = /\b(ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ECONNRESET|CERT_\w+|ENOSPC|EACCES)\b/.exec(ran.output)?.[1]
  return cause ?? 'its download site did not answer as expected'
}
