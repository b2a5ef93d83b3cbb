/** Which community this workstation works for and where it keeps its vault. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type ShellSettings = { apiUrl: string; dataDir: string }

/** The environment first (the launcher sets it), then `config.json` in `userData`, as an administrator rolls it out. */
export function readSettings(env: NodeJS.ProcessEnv, userData: string): { ok: true; settings: ShellSettings } | { ok: false; sentence: string } {
  const file = join(userData, 'config.json')
  const apiUrl = env.WALLGUIDE_API_URL || apiUrlIn(file)
  if (!apiUrl || !URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol)) {
    return { ok: false, sentence: `This workstation has not been told which community it works for. Nothing was changed. Put {"apiUrl":"https://…"} into ${file}, then start it again.` }
  }
  return { ok: true, settings: { apiUrl: new URL(apiUrl).origin, dataDir: resolve(env.WALLGUIDE_DATA || join(userData, 'desk')) } }
}

function apiUrlIn(file: string): string | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null && 'apiUrl' in value && typeof value.apiUrl === 'string' ? value.apiUrl : null
  } catch {
    return null
  }
}
