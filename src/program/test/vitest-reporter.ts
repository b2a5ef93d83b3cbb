/** Writes what a vitest run came to, with the reasons of skips (its own JSON leaves them out), to the file in WALLGUIDE_REPORT. */
import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { Report } from './report.ts'

type Errors = readonly { message?: string; stack?: string }[]

const words = (errors: Errors): string => errors.map((error) => error.stack ?? error.message ?? 'no message').join('\n')

export default class FileReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    if (test.result().state === 'failed') process.stdout.write(`  failed: ${test.fullName}\n`)
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: Errors): void {
    const report: Report = { passed: 0, failures: [], skips: [] }
    for (const module of modules) {
      const errors = module.errors()
      if (errors.length > 0) report.failures.push({ name: module.relativeModuleId, message: words(errors) })
      for (const suite of module.children.allSuites()) {
        const broken = suite.errors()
        if (broken.length > 0) report.failures.push({ name: `${module.relativeModuleId} › ${suite.fullName}`, message: words(broken) })
      }
      for (const test of module.children.allTests()) add(report, module, test)
    }
    if (unhandled.length > 0) report.failures.push({ name: 'errors outside any test', message: words(unhandled) })
    const file = process.env.WALLGUIDE_REPORT
    if (file) writeFileSync(file, JSON.stringify(report))
  }
}

function add(report: Report, module: TestModule, test: TestCase): void {
  const name = `${module.relativeModuleId} › ${test.fullName}`
  const result = test.result()
  if (result.state === 'passed') report.passed += 1
  else if (result.state === 'skipped') report.skips.push({ name, reason: result.note ?? '' })
  else if (result.state === 'failed') report.failures.push({ name, message: words(result.errors) })
  else report.failures.push({ name, message: 'It never ended.' })
}
