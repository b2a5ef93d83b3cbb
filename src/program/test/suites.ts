/** The suites of `npm test`, in their order. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../build/build.ts'
import { moduleFile, root } from '../paths.ts'
import { runCommand } from '../process/run.ts'
import { fromEslint, fromPlaywright, fromVitest, judge, merge, singleCheck, type Report } from './report.ts'

export type Suite = { name: string; what: string; needs?: 'build'; run: (hear: (text: string) => void) => Promise<Report> }

/** A suite that takes longer than this hangs. */
const limitMs = 20 * 60_000

const projects = ['node', 'program', 'electron', 'browser'] as const

/** Runs `args` under this Node; `parse` reads the report that the run left in `file`. */
async function reported(
  name: string,
  args: (file: string) => string[],
  parse: (text: string) => Report | null,
  env: (file: string) => NodeJS.ProcessEnv,
  hear: (text: string) => void,
): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'wallguide-report-'))
  const file = join(folder, 'report.json')
  try {
    const ran = await runCommand(process.execPath, args(file), { cwd: root, limitMs, onOutput: hear, env: { ...process.env, ...env(file) } })
    return judge(name, readReport(file, parse), ran.code, ran.timedOut ? `${ran.output}\nIt was stopped after ${limitMs / 60_000} minutes.` : ran.output)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file: string, parse: (text: string) => Report | null): Report | null {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const vitest = (name: string, what: string): Suite => ({
  name,
  what,
  needs: 'build',
  run: (hear) =>
    reported(
      name,
      () => [moduleFile('vitest', 'vitest.mjs'), 'run', '--project', name, '--passWithNoTests', '--reporter', join(root, 'src/program/test/vitest-reporter.ts')],
      fromVitest,
      (file) => ({ WALLGUIDE_REPORT: file, NODE_ENV: 'test' }),
      hear,
    ),
})

const playwright = (name: string, what: string): Suite => ({
  name,
  what,
  needs: 'build',
  run: (hear) =>
    reported(
      name,
      () => [moduleFile('@playwright', 'test', 'cli.js'), 'test', '--project', name, '--pass-with-no-tests', '--reporter', 'line,json'],
      fromPlaywright,
      (file) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_JSON_OUTPUT_FILE: file, WALLGUIDE_BUILD: 'never' }),
      hear,
    ),
})

export const suites: readonly Suite[] = [
  {
    name: 'lint',
    what: 'style, import boundaries, no disabled tests',
    run: (hear) => {
      const args = [moduleFile('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0', '--format', 'json']
      return reported('lint', (file) => [...args, '--output-file', file], fromEslint, () => ({}), hear)
    },
  },
  {
    name: 'types',
    what: 'TypeScript, one check for each of its projects',
    run: async (hear) => {
      const reports: Report[] = []
      for (const project of projects) {
        const args = [moduleFile('typescript', 'bin', 'tsc'), '-p', `tsconfig.${project}.json`, '--incremental', '--tsBuildInfoFile', join(root, '.cache', `${project}.tsbuildinfo`)]
        const ran = await runCommand(process.execPath, args, { cwd: root, limitMs, onOutput: hear })
        reports.push(singleCheck(project, ran.code === 0, ran.output))
      }
      return merge(reports)
    },
  },
  {
    name: 'build',
    what: 'everything that runs',
    run: async () => {
      const trouble = await ensureBuilt()
      return singleCheck('build', trouble === null, trouble ?? '')
    },
  },
  vitest('unit', 'one module at a time'),
  vitest('property', 'rules under random input'),
  vitest('safety', 'what must never happen'),
  vitest('integration', 'real database, real HTTP, real encryption'),
  playwright('e2e', 'the whole product in a real browser'),
  playwright('accessibility', 'every screen, by rule and by keyboard'),
  playwright('electron', 'the shell, where an Electron binary exists'),
]

/** The suites to run for the names given, all without any; the build comes along where one needs it. */
export function chooseSuites(names: readonly string[], all: readonly Suite[] = suites): { ok: true; chosen: Suite[] } | { ok: false; sentence: string } {
  const unknown = names.filter((name) => !all.some((suite) => suite.name === name))
  if (unknown.length > 0) return { ok: false, sentence: `There is no suite called ${unknown.join(' or ')}. The suites are ${all.map((suite) => suite.name).join(', ')}. Nothing was run.` }
  const wanted = names.length === 0 ? all : all.filter((suite) => names.includes(suite.name))
  const building = wanted.some((suite) => suite.needs === 'build')
  return { ok: true, chosen: all.filter((suite) => wanted.includes(suite) || (building && suite.name === 'build')) }
}
