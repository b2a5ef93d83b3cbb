/** What the loopback host reads from its environment; a mistake becomes a sentence. Pure. */
import { resolve } from 'node:path'

export type HostSettings = { apiUrl: string; dataDir: string; port: number; /** Development only. */ rendererUrl: string | undefined }

export function readSettings(env: NodeJS.ProcessEnv): { ok: true; settings: HostSettings } | { ok: false; sentence: string } {
  const refuse = (what: string) => ({ ok: false as const, sentence: `${what} Nothing was started.` })
  const apiUrl = env.WALLGUIDE_API_URL
  if (!apiUrl || !URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol)) return refuse('WALLGUIDE_API_URL is not the address of a community, such as http://127.0.0.1:4180.')
  if (!env.WALLGUIDE_DATA) return refuse('WALLGUIDE_DATA does not name the folder for this desk’s vault and cache.')
  const port = Number(env.WALLGUIDE_DESK_PORT || '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return refuse('WALLGUIDE_DESK_PORT is not a number from 0 to 65535.')
  const rendererUrl = env.NODE_ENV === 'development' && env.WALLGUIDE_RENDERER_URL ? env.WALLGUIDE_RENDERER_URL : undefined
  return { ok: true, settings: { apiUrl: new URL(apiUrl).origin, dataDir: resolve(env.WALLGUIDE_DATA), port, rendererUrl } }
}
