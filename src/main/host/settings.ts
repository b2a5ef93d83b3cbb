/** What the loopback host reads from its environment; a mistake becomes a sentence. Pure. */
import { resolve } from 'node:path'
import type { Development } from './development'

export type HostSettings = { apiUrl: string; dataDir: string; port: number; development: Development | undefined }

export function readSettings(env: NodeJS.ProcessEnv): { ok: true; settings: HostSettings } | { ok: false; sentence: string } {
  const refuse = (what: string) => ({ ok: false as const, sentence: `${what} Nothing was started.` })
  const apiUrl = env.WALLGUIDE_API_URL
  if (!apiUrl || !URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol)) return refuse('WALLGUIDE_API_URL is not the address of a community, such as http://127.0.0.1:4180.')
  if (!env.WALLGUIDE_DATA) return refuse('WALLGUIDE_DATA does not name the folder for this desk’s vault and cache.')
  const port = Number(env.WALLGUIDE_DESK_PORT || '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return refuse('WALLGUIDE_DESK_PORT is not a number from 0 to 65535.')
  return { ok: true, settings: { apiUrl: new URL(apiUrl).origin, dataDir: resolve(env.WALLGUIDE_DATA), port, development: developmentIn(env) } }
}

/** All of it or nothing, and never outside `npm run dev`. */
function developmentIn(env: NodeJS.ProcessEnv): Development | undefined {
  const { NODE_ENV, WALLGUIDE_RENDERER_URL: rendererUrl, WALLGUIDE_DEV_TOKEN: token, WALLGUIDE_DEV_COOKIE: cookieValue } = env
  return NODE_ENV === 'development' && rendererUrl && token && cookieValue ? { rendererUrl, secrets: { token, cookieValue } } : undefined
}
