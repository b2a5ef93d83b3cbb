/** The models of care, rule by rule. Their numbers are our own proposal: docs/decisions/0015. */
import { describe, expect, test } from 'vitest'
import { optedOut } from '../../../../src/contract/bridge/care'
import { levels } from '../../../../src/contract/risk'
import { bandOf, fullLoad, halfLifeMs, loadAt, loadOfDecision, loadOfReading, loadOver, readingCapMs, severity, shareOf } from '../../../../src/main/desk/care/exposure'
import { breakDueAt, hardInARow, shiftStart, workBeforeBreakMs } from '../../../../src/main/desk/care/rhythm'
import { quantile, stepOf, stepsOf, timesOf } from '../../../../src/main/desk/shift/figures'

const minute = 60_000
const hour = 60 * minute

describe('exposure', () => {
  test('weighs a minute of reading by severity, and a decision like one minute', () => {
    expect(levels.map((level) => loadOfReading(level, minute))).toEqual([4, 3, 1.5, 0.5])
    expect(levels.map(loadOfDecision)).toEqual([4, 3, 1.5, 0.5])
    expect(loadOfReading('red', 30_000)).toBe(1.5)
  })

  test('counts five minutes of one item and no more, however it is left and opened again', () => {
    expect(loadOfReading('crisis', 3 * hour)).toBe(20)
    expect(loadOfReading('crisis', readingCapMs, 4 * minute)).toBe(severity.crisis)
    expect(loadOfReading('crisis', minute, readingCapMs)).toBe(0)
    expect(loadOfReading('crisis', -minute)).toBe(0)
  })

  test('fades by half every two hours and never below nothing', () => {
    const events = [{ at: 0, load: 80 }]
    expect(loadAt(events, 0)).toBe(80)
    expect(loadAt(events, halfLifeMs)).toBeCloseTo(40)
    expect(loadAt(events, 4 * halfLifeMs)).toBeCloseTo(5)
    // A clock that was set back neither grows nor loses it.
    expect(loadAt(events, -hour)).toBe(80)
  })

  test('is drawn as a share of a full meter, in three bands that have words', () => {
    expect(shareOf(2 * fullLoad)).toBe(1)
    expect([0, fullLoad / 2, fullLoad].map(bandOf)).toEqual(['light', 'middling', 'heavy'])
  })

  test('over a shift rises with what is read and falls in between', () => {
    const points = loadOver([{ at: hour, load: 40 }], 0, 3 * hour, hour)
    expect(points.map(({ at }) => at)).toEqual([0, hour, 2 * hour, 3 * hour])
    expect(points.map(({ load }) => Math.round(load))).toEqual([0, 40, 28, 20])
  })
})

describe('a break', () => {
  const work = (from: number, until: number) => ({ from, until })

  test('is due two hours after work began', () => {
    expect(breakDueAt([work(0, hour)], [], hour)).toBe(workBeforeBreakMs)
  })

  test('is not due while nothing has been done, nor after a quarter of an hour without any work', () => {
    expect(breakDueAt([], [], hour)).toBeNull()
    expect(breakDueAt([work(0, hour)], [], hour + 15 * minute)).toBeNull()
    expect(breakDueAt([work(0, hour)], [], hour + 14 * minute)).toBe(workBeforeBreakMs)
  })

  test('of five minutes begins the two hours anew', () => {
    const rests = [{ from: hour, until: hour + 5 * minute }]
    expect(breakDueAt([work(0, hour), work(hour + 5 * minute, 2 * hour)], rests, 2 * hour)).toBe(hour + 5 * minute + workBeforeBreakMs)
  })

  test('that is shorter only moves the next one by its own length', () => {
    const rests = [{ from: hour, until: hour + 2 * minute }]
    expect(breakDueAt([work(0, hour), work(hour + 2 * minute, 90 * minute)], rests, 90 * minute)).toBe(workBeforeBreakMs + 2 * minute)
  })

  test('that nobody had to take counts as one', () => {
    expect(breakDueAt([work(0, hour), work(2 * hour, 3 * hour)], [], 3 * hour)).toBe(2 * hour + workBeforeBreakMs)
  })
})

test('a shift begins with the first thing done after four hours without any', () => {
  expect(shiftStart([])).toBeNull()
  expect(shiftStart([0, hour, 6 * hour, 9 * hour])).toBe(6 * hour)
  expect(shiftStart([9 * hour, 6 * hour])).toBe(6 * hour)
})

describe('hard cases in a row', () => {
  const cases = (words: string) => [...words].map((letter, place) => ({ at: place, item: `${letter}${place}`, level: ({ c: 'crisis', r: 'red', a: 'amber', g: 'green' } as const)[letter as 'c'] }))

  test('are crisis and red ones one after the other', () => {
    expect(['', 'g', 'r', 'rc', 'rcr'].map((words) => hardInARow(cases(words), []))).toEqual([0, 0, 1, 2, 3])
  })

  test('a single gentle case ends a row of one; two are the gentler stretch after two', () => {
    expect(['ra', 'rra', 'rrag', 'rragr'].map((words) => hardInARow(cases(words), []))).toEqual([0, 2, 0, 1])
  })

  test('a restful break is a gentler stretch; a short one is not', () => {
    const after = (length: number) => hardInARow(cases('rr'), [{ from: 10, until: 10 + length }])
    expect(after(5 * minute)).toBe(0)
    expect(after(minute)).toBe(2)
  })

  test('reading an item and deciding it is one case', () => {
    expect(hardInARow([{ at: 1, item: 'one', level: 'red' }, { at: 2, item: 'one', level: 'red' }], [])).toBe(1)
  })
})

describe('opting out', () => {
  const item = { level: 'amber' as const, topic: 'Food', themes: ['eating-disorder'] }

  test('is by topic or by theme', () => {
    expect(optedOut({ topics: [], categories: [] }, item)).toBe(false)
    expect(optedOut({ topics: ['Food'], categories: [] }, item)).toBe(true)
    expect(optedOut({ topics: [], categories: ['eating-disorder'] }, item)).toBe(true)
    expect(optedOut({ topics: ['Work'], categories: ['spam'] }, item)).toBe(false)
  })

  test('never leaves out a crisis', () => {
    expect(optedOut({ topics: ['Food'], categories: ['eating-disorder'] }, { ...item, level: 'crisis' })).toBe(false)
    expect(optedOut({ topics: ['Food'], categories: [] }, { ...item, level: 'red' })).toBe(true)
  })
})

describe('figures of a shift', () => {
  const decision = (at: number, level: 'red' | 'green', waited: number, verdict: 'watch' | 'message' = 'watch') => ({
    at,
    item: `item-${at}`,
    decision: `decision-${at}` as never,
    level,
    verdict,
    queuedAt: at - waited,
    load: 0,
  })

  test('quantiles are values that were seen', () => {
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile([5], 0.9)).toBe(5)
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9)
    expect(quantile([3, 1, 2], 0.5)).toBe(2)
  })

  test('time to decision is told by level against its clock', () => {
    const times = timesOf([decision(hour, 'red', 10 * minute), decision(2 * hour, 'red', 50 * minute), decision(3 * hour, 'green', -minute)])
    expect(times.red).toEqual({ decided: 2, medianMs: 10 * minute, p90Ms: 50 * minute, clockMs: 30 * minute, inTime: 1 })
    expect(times.green).toMatchObject({ decided: 1, medianMs: 0, inTime: 1 })
    expect(times.crisis).toMatchObject({ decided: 0, medianMs: null, p90Ms: null })
  })

  test('steps cover the shift without gaps, each decision once', () => {
    const list = [decision(0, 'red', 0), decision(20 * minute, 'red', 0, 'message'), decision(8 * hour, 'green', 0)]
    const { steps, stepMs } = stepsOf(list, 0, 8 * hour)
    expect(stepMs).toBe(30 * minute)
    expect(steps).toHaveLength(16)
    expect(steps[0]?.counts).toEqual({ watch: 1, message: 1 })
    expect(steps.at(-1)?.counts).toEqual({ watch: 1 })
    for (const hours of [0, 1, 7, 12, 24]) expect(Math.ceil((hours * hour) / stepOf(Math.max(1, hours * hour)))).toBeLessThanOrEqual(16)
  })
})
