/** Opens an address in the default browser. */
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { hasScreen, type Machine } from './electron.ts'

/** The command that opens an address here, or null when there is none. */
export function openerFor(url: string, machine: Machine): { file: string; args: string[] } | null {
  if (machine.platform === 'darwin') return { file: 'open', args: [url] }
  if (machine.platform === 'win32') return { file: 'rundll32', args: ['url.dll,FileProtocolHandler', url] }
  return hasScreen(machine) && onPath('xdg-open', machine.env) ? { file: 'xdg-open', args: [url] } : null
}

const onPath = (name: string, env: NodeJS.ProcessEnv): boolean =>
  (env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/** True when a browser was asked to open it; whether a window came is not ours to know. */
export function openInBrowser(url: string, machine: Machine): boolean {
  const opener = openerFor(url, machine)
  if (!opener) return false
  const child = spawn(opener.file, opener.args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
  return true
}
