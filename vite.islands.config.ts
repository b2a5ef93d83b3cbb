/** Builds the members' script, stylesheet, font and pictures into out/web/assets, with hashed names and compressed twins. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const art = join(import.meta.dirname, 'src/web/styles/art')
const outDir = join(import.meta.dirname, 'out/web/assets')

/** Pictures are linked from pages, not from the script: they are added to the build by name. */
function pictures(): Plugin {
  return {
    name: 'wallguide-pictures',
    buildStart() {
      for (const name of readdirSync(art).filter((file) => file.endsWith('.svg'))) {
        this.addWatchFile(join(art, name))
        this.emitFile({ type: 'asset', name, source: readFileSync(join(art, name)) })
      }
    },
  }
}

/** `assets.json`: plain name → hashed name, as the server reads it; and a .br and .gz beside each text file. */
function namesAndTwins(): Plugin {
  return {
    name: 'wallguide-names-and-twins',
    apply: 'build',
    writeBundle(options, bundle) {
      const dir = options.dir ?? outDir
      const names: Record<string, string> = {}
      for (const file of Object.keys(bundle)) {
        names[basename(file).replace(/-[\w-]{8}(?=\.[a-z0-9]+$)/, '')] = file
        if (!/\.(js|css|svg)$/.test(file)) continue
        const bytes = readFileSync(join(dir, file))
        writeFileSync(join(dir, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
        writeFileSync(join(dir, `${file}.gz`), gzipSync(bytes, { level: 9 }))
      }
      writeFileSync(join(dir, 'assets.json'), JSON.stringify(names, null, 2))
    },
  }
}

export default defineConfig({
  base: '/assets/',
  publicDir: false,
  plugins: [pictures(), namesAndTwins()],
  build: {
    outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    target: 'es2022',
    cssMinify: 'lightningcss',
    rollupOptions: {
      input: { pages: join(import.meta.dirname, 'src/web/islands/pages.ts') },
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
})
