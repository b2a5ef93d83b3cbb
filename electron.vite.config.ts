/**
 * Builds the Electron shell (out/main), its preload (out/preload; CommonJS, as a sandboxed preload must be) and the renderer
 * (out/renderer), which the loopback host serves too. Needs no Electron binary.
 */
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (file: string) => join(import.meta.dirname, file)

export default defineConfig({
  main: {
    build: { outDir: at('out/main'), sourcemap: true, rollupOptions: { input: at('src/main/electron/index.ts') } },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rollupOptions: { input: at('src/preload/index.ts'), output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome120',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: at('src/renderer/index.html') },
    },
  },
})
