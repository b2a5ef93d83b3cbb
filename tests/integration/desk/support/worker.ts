/** The desk worker as the product builds it, in a folder of its own. */
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { packageRoot } from '../../../../src/api/package-root'

const root = packageRoot()

/** Inside the repository, so that the built file finds its packages; ignored by git. Gives the file and a way to remove it. */
export async function buildWorker(): Promise<{ file: string; remove: () => Promise<void> }> {
  const { mkdirSync } = await import('node:fs')
  mkdirSync(join(root, '.cache'), { recursive: true })
  const outDir = mkdtempSync(join(root, '.cache', 'desk-worker-'))
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node22',
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { input: { 'desk-worker': join(root, 'src/main/desk/worker.ts') }, output: { entryFileNames: '[name].js' } },
    },
  })
  return { file: join(outDir, 'desk-worker.js'), remove: () => rm(outDir, { recursive: true, force: true }) }
}
