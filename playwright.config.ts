import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each test has a product of its own, database and all: more at once would only make them wait for each other.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: { trace: 'off', video: 'off', screenshot: 'off' },
  projects: [
    { name: 'e2e', testIgnore: ['**/electron/**', '**/accessibility/**'] },
    { name: 'accessibility', testMatch: ['accessibility/**/*.spec.ts'] },
    { name: 'electron', testMatch: ['electron/**/*.spec.ts'] },
  ],
})
