import { defineConfig } from 'vitest/config'

const suite = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...extra },
})

export default defineConfig({
  test: {
    projects: [suite('unit'), suite('property', { testTimeout: 120_000 }), suite('integration', { testTimeout: 60_000, hookTimeout: 120_000 }), suite('safety')],
  },
})
