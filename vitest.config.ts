import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const suite = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...extra },
})

export default defineConfig({
  // Importing the real package from Node starts a download of its program.
  resolve: { alias: { electron: join(import.meta.dirname, 'tests/unit/main/electron/electron-double.ts') } },
  test: {
    allowOnly: false,
    // Two cores, and some suites bring a database of their own.
    maxWorkers: 2,
    projects: [
      suite('unit'),
      suite('property', { testTimeout: 120_000 }),
      suite('safety', { testTimeout: 60_000 }),
      suite('integration', { testTimeout: 60_000, hookTimeout: 120_000 }),
    ],
  },
})
