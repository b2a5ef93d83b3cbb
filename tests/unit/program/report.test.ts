import { describe, expect, it } from 'vitest'
import { fromEslint, fromPlaywright, fromVitest, judge, type Report } from '../../../src/program/test/report'
import { lastLine, summary, totals } from '../../../src/program/test/summary'
import { chooseSuites, type Suite } from '../../../src/program/test/suites'

const empty: Report = { passed: 0, failures: [], skips: [] }
const good = (passed: number): Report => ({ ...empty, passed })

describe('a suite is held to its word', () => {
  it('passes on its report when it ended well', () => {
    expect(judge('unit', good(3), 0, '')).toEqual(good(3))
  })
  it('fails when it crashed before it could report', () => {
    expect(judge('unit', null, 139, 'Segmentation fault').failures).toEqual([{ name: 'unit: did not report', message: 'Segmentation fault' }])
  })
  it('fails when it ended badly although every test passed', () => {
    expect(judge('unit', good(3), 1, 'boom').failures).toEqual([{ name: 'unit: ended with code 1', message: 'boom' }])
  })
  it('fails when it ran nothing', () => {
    expect(judge('unit', empty, 0, '').failures).toHaveLength(1)
  })
  it('fails for a skip without a reason, and keeps one with', () => {
    const judged = judge('unit', { ...good(1), skips: [{ name: 'a', reason: ' ' }, { name: 'b', reason: 'no binary' }] }, 0, '')
    expect(judged.failures).toEqual([{ name: 'a', message: 'Skipped without a reason.' }])
    expect(judged.skips).toEqual([{ name: 'b', reason: 'no binary' }])
  })
})

describe('machine-readable reports', () => {
  it('of ESLint: one check, with every message when it fails', () => {
    expect(fromEslint('[{"filePath":"/a.ts","messages":[]}]')).toEqual(good(1))
    expect(fromEslint('[{"filePath":"/a.ts","messages":[{"line":3,"ruleId":"eqeqeq","message":"Use ==="}]}]')?.failures).toEqual([{ name: 'lint', message: '/a.ts:3 Use === (eqeqeq)' }])
    expect(fromEslint('Oops')).toBeNull()
  })

  it('of Playwright: passed, failed, flaky as failed, skipped with its reason, and what failed before any test', () => {
    const spec = (title: string, status: string, extra: object = {}) => ({ title, file: 'a', tests: [{ status, annotations: [], results: [], ...extra }] })
    const report = fromPlaywright(
      JSON.stringify({
        errors: [{ message: 'no config' }],
        suites: [
          {
            title: 'a.spec.ts',
            specs: [spec('one', 'expected'), spec('two', 'unexpected', { results: [{ errors: [{ message: '\u001b[31mred\u001b[39m' }] }] })],
            suites: [{ title: 'group', specs: [spec('three', 'flaky'), spec('four', 'skipped', { annotations: [{ type: 'skip', description: 'no binary' }] })] }],
          },
        ],
      }),
    )
    expect(report).toEqual({
      passed: 1,
      failures: [
        { name: 'before any test', message: 'no config' },
        { name: 'a.spec.ts › two', message: 'red' },
        { name: 'a.spec.ts › group › three', message: '' },
      ],
      skips: [{ name: 'a.spec.ts › group › four', reason: 'no binary' }],
    })
    expect(fromPlaywright('')).toBeNull()
  })

  it('of vitest: ours, and nothing that merely looks like JSON', () => {
    expect(fromVitest(JSON.stringify(good(2)))).toEqual(good(2))
    expect(fromVitest('{}')).toBeNull()
    expect(fromVitest('{"passed":')).toBeNull()
  })
})

describe('the end of npm test', () => {
  const failing: Report = { passed: 5, failures: [{ name: 'a rule', message: 'expected 1\ngot 2' }], skips: [{ name: 'x', reason: 'no binary' }, { name: 'y', reason: 'no binary' }] }

  it('adds up over suites', () => {
    expect(totals([{ suite: 'unit', report: good(10), ms: 1 }, { suite: 'e2e', report: failing, ms: 1 }])).toEqual({ passed: 15, failed: 1, skipped: 2 })
  })

  it('closes with one line alone, which names skips only when there are some', () => {
    expect(lastLine({ passed: 1204, failed: 0, skipped: 0 })).toBe('1204 passed, 0 failed')
    expect(lastLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
    const lines = summary([{ suite: 'unit', report: good(10), ms: 1 }])
    expect(lines.at(-1)).toBe('10 passed, 0 failed')
    expect(lines.filter((line) => / passed, \d+ failed/.test(line))).toHaveLength(1)
  })

  it('shows what failed with its message, and skips by reason with their count', () => {
    const text = summary([{ suite: 'e2e', report: failing, ms: 61_000 }]).join('\n')
    expect(text).toContain('FAILED  e2e: a rule\n        expected 1\n        got 2')
    expect(text).toContain('not run: 2  e2e: no binary')
    expect(text).toMatch(/e2e +5 +1 +2 +61\.0 s/)
  })
})

describe('the choice of suites', () => {
  const suite = (name: string, needs?: 'build'): Suite => ({ name, what: '', ...(needs && { needs }), run: () => Promise.resolve(empty) })
  const all = [suite('lint'), suite('build'), suite('unit'), suite('e2e', 'build')]
  const names = (asked: string[]) => {
    const choice = chooseSuites(asked, all)
    return choice.ok ? choice.chosen.map(({ name }) => name) : choice.sentence
  }

  it('is everything without names, else what is named with the build where it is needed', () => {
    expect(names([])).toEqual(['lint', 'build', 'unit', 'e2e'])
    expect(names(['unit'])).toEqual(['unit'])
    expect(names(['e2e', 'lint'])).toEqual(['lint', 'build', 'e2e'])
  })

  it('refuses a name that there is not', () => {
    expect(names(['units'])).toBe('There is no suite called units. The suites are lint, build, unit, e2e. Nothing was run.')
  })
})
