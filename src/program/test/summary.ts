/** The end of `npm test`: a table, what failed, what was not run and why, and one last line. Pure. */
import type { Report } from './report.ts'

export type Ran = { suite: string; report: Report; ms: number }

export type Totals = { passed: number; failed: number; skipped: number }

export const totals = (ran: readonly Ran[]): Totals => ({
  passed: ran.reduce((sum, { report }) => sum + report.passed, 0),
  failed: ran.reduce((sum, { report }) => sum + report.failures.length, 0),
  skipped: ran.reduce((sum, { report }) => sum + report.skips.length, 0),
})

/** Alone on the last line, so that a machine can read it. */
export const lastLine = ({ passed, failed, skipped }: Totals): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

export function summary(ran: readonly Ran[]): string[] {
  const rows = ran.map(({ suite, report, ms }) => [suite, String(report.passed), String(report.failures.length), String(report.skips.length), `${(ms / 1000).toFixed(1)} s`])
  const head = ['suite', 'passed', 'failed', 'not run', 'time']
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')
  const failures = ran.flatMap(({ suite, report }) => report.failures.flatMap(({ name, message }) => ['', `FAILED  ${suite}: ${name}`, ...message.split('\n').map((text) => `        ${text}`)]))
  return [...failures, '', line(head), ...rows.map(line), ...notRun(ran), '', lastLine(totals(ran))]
}

/** Skips with the same reason are one line with their count. */
function notRun(ran: readonly Ran[]): string[] {
  const counts = new Map<string, number>()
  for (const { suite, report } of ran) {
    for (const { reason } of report.skips) {
      const line = `${suite}: ${reason}`
      counts.set(line, (counts.get(line) ?? 0) + 1)
    }
  }
  return counts.size === 0 ? [] : ['', ...[...counts].map(([line, count]) => `not run: ${count}  ${line}`)]
}
