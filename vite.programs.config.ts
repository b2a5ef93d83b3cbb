/**
 * Builds the Node programs but the desk's worker into out/programs, their packages included: read as hundreds of small files
 * they took three times as long to start and three times the memory. What brings files of its own (PGlite's database) stays a
 * package. A missing entry stops the build, unless WALLGUIDE_BUILD=partial (development).
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vite'

const entries: Record<string, string> = {
  'api': 'src/api/main.ts',
  'import': 'src/api/import/main.ts',
  'setup': 'src/api/setup/main.ts',
  'host': 'src/main/host/main.ts',
}

const at = (file: string) => join(import.meta.dirname, file)
const partial = process.env.WALLGUIDE_BUILD === 'partial'
const input = Object.fromEntries(
  Object.entries(entries)
    .map(([name, file]) => [name, at(file)] as const)
    .filter(([, file]) => !partial || existsSync(file)),
)

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ['@electric-sql/pglite', 'better-sqlite3', 'pg-native'] },
  define: { 'import.meta.env.DEV': 'false', 'import.meta.env.PROD': 'true' },
  build: {
    ssr: true,
    target: 'node22',
    outDir: at('out/programs'),
    // The desk's worker is built into the same folder at the same time.
    emptyOutDir: false,
    minify: false,
    sourcemap: true,
    rollupOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
})
