/** The architecture's import table, proved by linting snippets with the project's own configuration. */
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { refusal, zoneOf } from '../../../scripts/lint/boundaries.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))

describe('imports that the architecture refuses', () => {
  it.each([
    ['src/contract/ids.ts', '../risk/index'],
    ['src/contract/ids.ts', 'node:fs'],
    ['src/contract/ids.ts', 'fastify'],
    ['src/risk/score.ts', '../api/app'],
    ['src/risk/score.ts', 'node:fs'],
    ['src/api/review/items.ts', '../../web/server/web'],
    ['src/api/review/items.ts', '../../main/desk/desk'],
    ['src/web/server/web.ts', '../../api/app'],
    ['src/web/islands/live.ts', '../server/web'],
    ['src/main/desk/desk.ts', '../electron/shell'],
    ['src/main/desk/desk.ts', '../host/host'],
    ['src/main/desk/desk.ts', 'electron'],
    ['src/main/host/host.ts', '../electron/pages'],
    ['src/main/host/host.ts', '../../api/app'],
    ['src/main/host/host.ts', 'electron'],
    ['src/main/electron/shell.ts', '../host/host'],
    ['src/main/electron/shell.ts', '#risk'],
    ['src/preload/index.ts', '../main/desk/desk'],
    ['src/preload/index.ts', 'node:fs'],
    ['src/renderer/main.tsx', '../main/desk/desk'],
    ['src/renderer/main.tsx', 'node:fs'],
    ['src/renderer/main.tsx', 'fastify'],
    ['src/renderer/main.tsx', 'electron'],
    ['src/program/start.ts', '../api/app'],
    ['tests/unit/anything.test.ts', 'electron'],
  ])('%s may not import %s', (file, source) => {
    expect(refusal(file, source)).not.toBeNull()
  })

  it.each([
    ['src/contract/review.ts', './ids'],
    ['src/contract/review.ts', 'zod'],
    ['src/risk/score.ts', '#contract/risk'],
    ['src/api/review/items.ts', '#risk'],
    ['src/api/main.ts', '../web/server'],
    ['src/main/desk/core.ts', 'better-sqlite3'],
    ['src/main/host/main.ts', '../desk/open'],
    ['src/main/electron/index.ts', 'electron'],
    ['src/preload/index.ts', '../main/electron/channels'],
    ['src/renderer/main.tsx', '@mantine/core/styles.layer.css'],
    ['src/renderer/main.tsx', '#contract/bridge'],
    ['tests/integration/any.test.ts', '../../src/api/app'],
  ])('%s may import %s', (file, source) => {
    expect(refusal(file, source)).toBeNull()
  })

  it('lets a test use Electron’s types, which need no program', () => {
    expect(refusal('tests/unit/any.test.ts', 'electron', true)).toBeNull()
  })

  it('tells a file from a folder with the same beginning', () => {
    expect(zoneOf('src/risk-tools/train.ts')?.at).toBe('src/risk-tools')
    expect(zoneOf('src/api/main.ts')?.at).toBe('src/api/main.ts')
    expect(refusal('src/renderer/main.tsx', '../contract-private/x')).not.toBeNull()
  })
})

describe('the project’s lint', () => {
  // Type-aware rules need the file on disk; these snippets are not.
  const eslint = new ESLint({ cwd: root, overrideConfig: { languageOptions: { parserOptions: { project: null } }, rules: {} }, ruleFilter: ({ ruleId }) => !/floating|misused|thenable|exhaustiveness/.test(ruleId) })
  const rulesBroken = async (file: string, code: string) => {
    const [result] = await eslint.lintText(code, { filePath: join(root, file) })
    return result?.messages.map((message) => message.ruleId) ?? []
  }

  it('refuses an import across a boundary, static, re-exported or dynamic', async () => {
    expect(await rulesBroken('src/main/desk/snippet.ts', `import { app } from 'electron'\napp.quit()\n`)).toContain('wallguide/boundaries')
    expect(await rulesBroken('src/api/snippet.ts', `export * from '../main/desk/desk'\n`)).toContain('wallguide/boundaries')
    expect(await rulesBroken('src/renderer/snippet.ts', `void import('node:fs')\n`)).toContain('wallguide/boundaries')
  })

  it.each(['it.skip', 'test.only', 'describe.skip', 'describe.todo'])('refuses %s', async (call) => {
    expect(await rulesBroken('tests/unit/snippet.test.ts', `${call}('a rule', () => {})\n`)).toContain('no-restricted-syntax')
  })

  it('refuses a database dumped in plain text, silenced types, and talking to the console', async () => {
    expect(await rulesBroken('src/main/desk/snippet.ts', `declare const db: { serialize(): void }\ndb.serialize()\n`)).toContain('no-restricted-syntax')
    expect(await rulesBroken('src/api/snippet.ts', `// @ts-ignore\nexport const a = 1\n`)).toContain('@typescript-eslint/ban-ts-comment')
    expect(await rulesBroken('src/api/snippet.ts', `console.log('x')\n`)).toContain('no-console')
  })

  it('lets a clean file pass', async () => {
    expect(await rulesBroken('src/api/snippet.ts', `import { DecisionId } from '#contract/ids'\nexport const id = DecisionId\n`)).toEqual([])
  })
})
