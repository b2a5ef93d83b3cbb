/** Bundles each tests/bench/<name>/index.ts to out/bench/<name>/index.js: the same depth, so that paths relative to a file hold. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vite'

const benches = join(import.meta.dirname, 'tests/bench')
const names = readdirSync(benches).filter((name) => existsSync(join(benches, name, 'index.ts')))

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node22',
    outDir: join(import.meta.dirname, 'out/bench'),
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: Object.fromEntries(names.map((name) => [name, join(benches, name, 'index.ts')])),
      output: { entryFileNames: '[name]/index.js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
