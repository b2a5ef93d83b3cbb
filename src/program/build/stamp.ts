/** Tells whether the build in `out` is of these sources, so that the next start need not build. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a build depends on, relative to the root. */
export const buildInputs = [
  'src',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'vite.programs.config.ts',
  'vite.desk-worker.config.ts',
  'vite.islands.config.ts',
  'tsconfig.base.json',
] as const

/** What a whole build leaves behind. */
export const buildOutputs = [
  'programs/api.js',
  'programs/import.js',
  'programs/setup.js',
  'programs/host.js',
  'programs/desk-worker.js',
  'main/index.js',
  'preload/index.cjs',
  'renderer/index.html',
  'web/assets/assets.json',
] as const

/** SHA-256 over the paths and contents of the inputs; a missing input counts as absent, so adding it changes the digest. */
export function digest(root: string, inputs: readonly string[] = buildInputs): string {
  const hash = createHash('sha256')
  const visit = (path: string) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) visit(`${path}/${name}`)
      return
    }
    const bytes = readFileSync(full)
    hash.update(`${path}\0${bytes.length}\0`)
    hash.update(bytes)
  }
  for (const input of inputs) visit(input)
  return hash.digest('hex')
}

const stampFile = (out: string) => join(out, '.stamp')

/** True when `out` holds every output and the stamp of `wanted`. */
export function isFresh(out: string, wanted: string): boolean {
  if (!existsSync(stampFile(out)) || readFileSync(stampFile(out), 'utf8') !== wanted) return false
  return buildOutputs.every((file) => existsSync(join(out, file)))
}

export function writeStamp(out: string, value: string): void {
  mkdirSync(dirname(stampFile(out)), { recursive: true })
  writeFileSync(stampFile(out), value)
}

/** Before a build begins: one that is broken off must not pass for whole. */
export const removeStamp = (out: string): void => rmSync(stampFile(out), { force: true })
