/** What one suite came to, whatever ran it. Pure. */

export type Failure = { name: string; message: string }
export type Skip = { name: string; reason: string }
export type Report = { passed: number; failures: Failure[]; skips: Skip[] }

/** A check that is one thing: passed, or failed with what it printed. */
export const singleCheck = (name: string, ok: boolean, output: string): Report =>
  ok ? { passed: 1, failures: [], skips: [] } : { passed: 0, failures: [{ name, message: output.trim() || 'It failed and printed nothing.' }], skips: [] }

export const merge = (reports: readonly Report[]): Report => ({
  passed: reports.reduce((sum, report) => sum + report.passed, 0),
  failures: reports.flatMap((report) => report.failures),
  skips: reports.flatMap((report) => report.skips),
})

/**
 * Holds a suite to its word: a crash that its report does not show, a suite that ran nothing, and a skip without a reason are
 * failures.
 */
export function judge(suite: string, report: Report | null, exitCode: number, output: string): Report {
  const tail = output.trim().split('\n').slice(-40).join('\n')
  if (!report) return { passed: 0, failures: [{ name: `${suite}: did not report`, message: tail || `It ended with code ${exitCode} and printed nothing.` }], skips: [] }
  const failures = [...report.failures]
  const reasonless = report.skips.filter((skip) => skip.reason.trim() === '')
  failures.push(...reasonless.map((skip) => ({ name: skip.name, message: 'Skipped without a reason.' })))
  if (exitCode !== 0 && report.failures.length === 0) failures.push({ name: `${suite}: ended with code ${exitCode}`, message: tail })
  if (report.passed + failures.length + report.skips.length === 0) failures.push({ name: `${suite}: ran nothing`, message: 'A suite without tests proves nothing.' })
  return { passed: report.passed, failures, skips: report.skips.filter((skip) => skip.reason.trim() !== '') }
}

/** ESLint's JSON: one check in all; its messages when it fails. Null when this is not its report. */
export function fromEslint(text: string): Report | null {
  const files = parse<{ filePath: string; messages: { line?: number; ruleId: string | null; message: string }[] }[]>(text)
  if (!Array.isArray(files)) return null
  const lines = files.flatMap((file) => file.messages.map((m) => `${file.filePath}:${m.line ?? 0} ${m.message} (${m.ruleId ?? 'syntax'})`))
  return singleCheck('lint', lines.length === 0, lines.join('\n'))
}

type PlaywrightSpec = {
  title: string
  file: string
  tests: { status: 'expected' | 'unexpected' | 'flaky' | 'skipped'; annotations: { type: string; description?: string }[]; results: { errors?: { message?: string }[] }[] }[]
}
type PlaywrightSuite = { title: string; specs?: PlaywrightSpec[]; suites?: PlaywrightSuite[] }

/** Playwright's JSON. Null when this is not its report. */
export function fromPlaywright(text: string): Report | null {
  const whole = parse<{ suites?: PlaywrightSuite[]; errors?: { message?: string }[] }>(text)
  if (!whole?.suites) return null
  const report: Report = { passed: 0, failures: (whole.errors ?? []).map((error) => ({ name: 'before any test', message: plain(error.message) })), skips: [] }
  const visit = (suite: PlaywrightSuite, above: string) => {
    const path = above ? `${above} › ${suite.title}` : suite.title
    for (const spec of suite.specs ?? []) {
      const name = `${path} › ${spec.title}`
      for (const test of spec.tests) {
        if (test.status === 'expected') report.passed += 1
        else if (test.status === 'skipped') report.skips.push({ name, reason: test.annotations.find((a) => a.type === 'skip' || a.type === 'fixme')?.description ?? '' })
        // A flaky pass is a failure: nothing is tried twice here.
        else report.failures.push({ name, message: plain(test.results.flatMap((r) => r.errors ?? []).map((e) => e.message ?? '').join('\n')) })
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, path)
  }
  for (const suite of whole.suites) visit(suite, '')
  return report
}

/** What our own vitest reporter wrote. Null when it is not that. */
export function fromVitest(text: string): Report | null {
  const report = parse<Report>(text)
  return report && typeof report.passed === 'number' && Array.isArray(report.failures) && Array.isArray(report.skips) ? report : null
}

function parse<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

/** Without terminal colours. */
const plain = (text: string | undefined): string => (text ?? '').replace(/\u001b\[[0-9;]*m/g, '')
