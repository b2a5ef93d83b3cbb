/** Builds the risk programs (train, eval, score) into out/risk, apart from the product's own build. */
import { join } from 'node:path'
import { defineConfig } from 'vite'

const at = (file: string) => join(import.meta.dirname, file)

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node22',
    outDir: at('out/risk'),
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: { train: at('src/risk-tools/train.ts'), eval: at('src/risk-tools/eval.ts'), score: at('src/risk-tools/score.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
