/**
 * Builds the desk's worker into out/programs, its packages included (but for the native driver): a desk that unlocks starts a
 * fresh worker each time, and reading hundreds of small files would be most of that start.
 */
import { join } from 'node:path'
import { defineConfig } from 'vite'

const at = (file: string) => join(import.meta.dirname, file)

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: true,
    target: 'node22',
    outDir: at('out/programs'),
    // The other programs are built into the same folder at the same time.
    emptyOutDir: false,
    minify: false,
    sourcemap: true,
    rollupOptions: { input: { 'desk-worker': at('src/main/desk/worker.ts') }, output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
})
