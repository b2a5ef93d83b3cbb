/** `npm test`: every suite, or those named after `--`; ends with `N passed, N failed`. */
import { helpText, parseFlags } from './flags.ts'
import { say, tell } from './say.ts'
import { chooseSuites, suites } from './test/suites.ts'
import { lastLine, summary, totals, type Ran } from './test/summary.ts'

async function run(names: readonly string[]): Promise<number> {
  const choice = chooseSuites(names)
  if (!choice.ok) {
    say(choice.sentence)
    return 1
  }
  const ran: Ran[] = []
  for (const suite of choice.chosen) {
    tell(`\n=== ${suite.name}: ${suite.what}`)
    const began = performance.now()
    const report = await suite.run((text) => process.stdout.write(text))
    const done = { suite: suite.name, report, ms: performance.now() - began }
    ran.push(done)
    tell(`=== ${suite.name}: ${lastLine(totals([done]))}`)
  }
  for (const line of summary(ran)) tell(line)
  return totals(ran).failed === 0 ? 0 : 1
}

const read = parseFlags('test', [], process.argv.slice(2), { words: true })
if (!read.ok) {
  say(read.sentence)
  process.exitCode = 1
} else if (read.parsed.switches.has('help')) {
  tell(helpText('test', `Runs all suites, or those named: ${suites.map((suite) => suite.name).join(', ')}.`, []))
} else process.exitCode = await run(read.parsed.words)
