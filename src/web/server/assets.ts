/** The built scripts, styles and pictures: hashed names from the manifest, read once at start. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Assets = { url(name: string): string }

/** Name of the manifest that `vite.islands.config.ts` writes: source name → hashed file name. */
const manifestName = 'assets.json'

/** Reads the manifest in `dir`. Without one (a development build) names stand for themselves. */
export function readAssets(dir: string): Assets {
  const file = join(dir, manifestName)
  const names: Record<string, string> = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
  return { url: (name) => `/assets/${names[name] ?? name}` }
}
