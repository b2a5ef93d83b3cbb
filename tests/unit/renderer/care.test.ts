/** Care at the window: what counts as reading, when something is said, what the next key goes past. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Became, CareStatus, MemberRecord, ShiftGlance } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import { verdicts } from '#contract/review'
import { nav } from '../../../src/renderer/app/nav'
import { privacy } from '../../../src/renderer/app/privacy'
import { said } from '../../../src/renderer/app/announce'
import { Workstation } from '../../../src/renderer/app/workstation'
import { gentlerWords } from '../../../src/renderer/care/care'
import { courseWords, placed, stretchWords } from '../../../src/renderer/item/course'
import { sinceWords } from '../../../src/renderer/shift/BecameList'
import { ageRows, cutAt, nearest, stepRows, timeRows } from '../../../src/renderer/shift/figures'
import { FakeBridge, itemId } from './support/fakeBridge'

const calm: CareStatus = {
  exposure: { load: 0, share: 0, band: 'light' },
  breakDueAt: null,
  onBreak: null,
  pause: { state: 'none' },
  hardInARow: 0,
  gentler: false,
  crisisWaits: false,
  optOuts: { topics: [], categories: [] },
}
const minute = 60_000

const stops: (() => void)[] = []
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T08:00:00.000Z') })
  nav.set({ ...nav.get(), screen: 'queue', reading: false, uncovered: null, overlay: null })
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  vi.useRealTimers()
})

async function desk(first: Partial<CareStatus> = {}) {
  const bridge = new FakeBridge({ count: 40 })
  let status: CareStatus = { ...calm, ...first }
  const told: (ItemId | null)[] = []
  const answer = () => ({ ok: true as const, value: status })
  bridge.answers = {
    ...bridge.answers,
    'care.status': answer,
    'care.reading': ({ item }) => {
      told.push(item as ItemId | null)
      return answer()
    },
    'care.break': ({ on }) => {
      status = { ...status, onBreak: on ? { since: new Date().toISOString() } : null }
      return answer()
    },
    'care.pause': ({ how }) => {
      status = { ...status, pause: how === 'take' ? { state: 'on', until: new Date(Date.now() + 15 * minute).toISOString() } : { state: 'none' } }
      return answer()
    },
    'care.setOptOuts': (optOuts) => {
      status = { ...status, optOuts: { topics: optOuts.topics, categories: optOuts.categories } }
      return answer()
    },
    'care.gentle': () => ({ ok: true, value: { item: itemId(30) } }),
  }
  const station = new Workstation(bridge)
  stops.push(station.start())
  await vi.advanceTimersByTimeAsync(0)
  stops.push(station.care.start(station.sitting))
  await vi.advanceTimersByTimeAsync(100)
  return { bridge, station, told, set: (part: Partial<CareStatus>) => (status = { ...status, ...part }) }
}

describe('reading', () => {
  test('is told once a text has been open for a moment, and when it is laid down', async () => {
    const { station, told } = await desk()
    expect(told).toEqual([])
    station.peek()
    const first = station.shown
    await vi.advanceTimersByTimeAsync(500)
    expect(told).toEqual([first])
    station.move(1)
    await vi.advanceTimersByTimeAsync(500)
    expect(told).toEqual([first, station.shown])
    nav.patch({ screen: 'outbox' })
    await vi.advanceTimersByTimeAsync(500)
    expect(told.at(-1)).toBeNull()
  })

  test('is over while the privacy screen covers it', async () => {
    const { station, told } = await desk()
    station.peek()
    await vi.advanceTimersByTimeAsync(500)
    privacy.set(true)
    await vi.advanceTimersByTimeAsync(500)
    expect(told).toEqual([station.shown, null])
    privacy.set(false)
    await vi.advanceTimersByTimeAsync(500)
    expect(told.at(-1)).toBe(station.shown)
  })

  test('does not count what is only passed by on the way', async () => {
    const { station, told } = await desk()
    station.peek()
    for (let press = 0; press < 6; press++) station.move(1)
    await vi.advanceTimersByTimeAsync(500)
    expect(told).toEqual([station.shown])
  })

  test('is told although the core has not given the whole item yet', async () => {
    const { bridge, station, told } = await desk()
    const item = station.queue.row(5)?.id ?? null
    expect(bridge.calls.some(({ name, input }) => name === 'item.open' && (input as { item: ItemId }).item === item)).toBe(false)
    station.goTo(5)
    station.peek()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(told).toEqual([item])
  })
})

describe('the banner', () => {
  test('of a break comes between two items, not in the middle of one, and can be put off', async () => {
    const { station, set } = await desk()
    station.peek()
    await vi.advanceTimersByTimeAsync(500)
    set({ breakDueAt: new Date(Date.now() - minute).toISOString() })
    await vi.advanceTimersByTimeAsync(31_000)
    expect(station.care.state.get().banner).toBe('none')
    station.move(1)
    await vi.advanceTimersByTimeAsync(500)
    expect(station.care.state.get().banner).toBe('break')
    station.care.putOff()
    station.move(1)
    await vi.advanceTimersByTimeAsync(500)
    expect(station.care.state.get().banner).toBe('none')
    await vi.advanceTimersByTimeAsync(15 * minute)
    station.move(1)
    await vi.advanceTimersByTimeAsync(500)
    expect(station.care.state.get().banner).toBe('break')
  })

  test('never comes while something is written, and goes when writing begins', async () => {
    const { station, set } = await desk({ breakDueAt: '2026-11-23T07:00:00.000Z' })
    expect(station.care.state.get().banner).toBe('break')
    station.peek()
    await vi.advanceTimersByTimeAsync(500)
    station.begin('support_reply')
    expect(station.composer.state.get()).not.toBeNull()
    expect(station.care.state.get().banner).toBe('none')
    set({ pause: { state: 'offered', until: '2026-11-23T09:00:00.000Z' } })
    await vi.advanceTimersByTimeAsync(61_000)
    expect(station.care.state.get().banner).toBe('none')
  })

  test('offers the pause after a rescue, and goes when it is declined', async () => {
    const { station } = await desk({ pause: { state: 'offered', until: '2026-11-23T09:00:00.000Z' } })
    expect(station.care.state.get().banner).toBe('pause')
    await station.care.declinePause()
    expect(station.care.state.get().banner).toBe('none')
  })
})

describe('a break', () => {
  test('covers the screen and gives back a claim without a word written', async () => {
    const { bridge, station } = await desk()
    station.open()
    await vi.advanceTimersByTimeAsync(500)
    const item = station.shown
    await station.care.toggleBreak()
    expect(nav.get().overlay).toBe('break')
    expect(bridge.calls.filter(({ name }) => name === 'item.release').map(({ input }) => input)).toEqual([{ item }])
    await station.care.toggleBreak()
    expect(nav.get().overlay).toBeNull()
  })

  test('keeps the claim of what has been begun', async () => {
    const { bridge, station } = await desk()
    station.open()
    await vi.advanceTimersByTimeAsync(500)
    const item = station.shown
    if (!item) throw new Error('Nothing is shown.')
    // As the item pane does while it shows it.
    stops.push(station.views.subscribe(item, () => undefined))
    station.views.want(item)
    await vi.advanceTimersByTimeAsync(10)
    station.begin('support_reply')
    station.composer.change({ body: 'I am glad that you wrote.' })
    await station.care.toggleBreak()
    expect(nav.get().overlay).toBe('break')
    expect(bridge.calls.some(({ name }) => name === 'item.release')).toBe(false)
  })

  test('that began before the desk was locked is still one afterwards', async () => {
    await desk({ onBreak: { since: '2026-11-23T07:50:00.000Z' } })
    expect(nav.get().overlay).toBe('break')
  })
})

describe('the next key', () => {
  test('goes past what is left to colleagues, stays covered on it, and never past a crisis', async () => {
    const { station } = await desk()
    const { queue } = station
    const topic = queue.row(1)?.topic ?? ''
    await station.care.setOptOuts({ topics: [topic], categories: [] })
    for (let place = 0; place < 40; place++) {
      const row = queue.row(place)
      if (row) expect(station.care.leftOut(row)).toBe(row.topic === topic && row.level !== 'crisis')
    }
    station.peek()
    for (let press = 0; press < 39; press++) {
      station.move(1)
      const row = queue.current
      if (row) expect(row.topic === topic && row.level !== 'crisis').toBe(false)
    }
    const left = [...queue.rows.entries()].find(([, row]) => station.care.leftOut(row))
    if (!left) throw new Error('Nothing is left out in this queue.')
    station.goTo(left[0])
    await vi.advanceTimersByTimeAsync(50)
    expect(station.isOpenToRead(left[1].id, left[1].level)).toBe(false)
    station.peek()
    expect(station.isOpenToRead(left[1].id, left[1].level)).toBe(true)
  })

  test('gives what the core finds gentle enough while a protected pause goes on', async () => {
    const { station } = await desk({ pause: { state: 'offered', until: '2026-11-23T09:00:00.000Z' } })
    await station.care.togglePause()
    expect(station.care.pausing).toBe(true)
    station.move(1)
    await vi.advanceTimersByTimeAsync(10)
    expect(station.shown).toBe(itemId(30))
    await station.care.togglePause()
    expect(station.care.pausing).toBe(false)
    expect(said.get().text).toBe('The pause has ended.')
  })

  test('is explained in words after two hard cases', () => {
    expect(gentlerWords({ hardInARow: 2, crisisWaits: false })).toBe('Two hard cases in a row. Something gentler can come next.')
    expect(gentlerWords({ hardInARow: 3, crisisWaits: true })).toBe('3 hard cases in a row. A crisis waits that nobody holds, so it comes first.')
  })
})

test('a core that does not know of care leaves no trace of it on the screen', async () => {
  const station = new Workstation(new FakeBridge({ count: 3 }))
  stops.push(station.start())
  stops.push(station.care.start(station.sitting))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(station.care.state.get()).toEqual({ status: null, banner: 'none' })
})

describe('a member’s course', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 9, day)).toISOString()
  const point = (day: number, urgent: number, current = false): MemberRecord['points'][number] => ({ item: itemId(day), at: at(day), urgent, level: urgent > 0.5 ? 'red' : 'green', decision: null, current })

  test('is drawn in time, with no point on another and none outside', () => {
    const points = [point(1, 0), point(1, 0.2), point(1, 0.4), point(30, 1, true), point(30, 0.9)]
    const places = placed(points, { width: 240, height: 58, margin: 7, gap: 9 })
    expect(places[0]).toMatchObject({ x: 7, y: 51 })
    expect(places[3]?.y).toBe(7)
    places.forEach((place, i) => {
      expect(place.x).toBeGreaterThanOrEqual(7)
      expect(place.x).toBeLessThanOrEqual(233)
      if (i > 0) expect(place.x - (places[i - 1]?.x ?? 0)).toBeGreaterThanOrEqual(9 - 1e-9)
    })
    expect(placed([point(1, 0.5)], { width: 240, height: 58, margin: 7, gap: 9 })[0]?.x).toBe(120)
  })

  test('says from when to when', () => {
    const days = (...list: string[]) => stretchWords(list.map((day) => ({ at: `${day}T12:00:00.000Z` })))
    expect(days('2026-11-23', '2026-11-23')).toBe('on 23 Nov')
    expect(days('2026-11-03', '2026-11-23')).toBe('3 Nov to 23 Nov')
    expect(days('2025-11-03', '2026-11-23')).toBe('Nov 2025 to Nov 2026')
  })

  test('is told in words', () => {
    expect(courseWords({ points: [point(1, 0.04), point(2, 0.81, true)], deteriorating: true })).toBe('How urgent the last 2 posts read, oldest first: green 4 %, red 81 %. The course is getting worse.')
  })
})

describe('figures of the shift', () => {
  const level = (part: object) => ({ crisis: part, red: part, amber: part, green: part }) as never

  test('put every verdict into one of four families', () => {
    const steps: ShiftGlance['steps'] = [{ from: '2026-11-23T08:00:00.000Z', counts: { no_action: 2, message: 1, hide: 1, escalate: 1, watch: 1 } }]
    expect(stepRows(steps)[0]).toMatchObject({ none: 2, answer: 1, change: 1, pass: 2, total: 6 })
    const each = stepRows([{ from: '2026-11-23T08:00:00.000Z', counts: Object.fromEntries(verdicts.map((verdict) => [verdict, 1])) }])
    expect(each[0]?.total).toBe(verdicts.length)
  })

  test('are per cent of each level’s clock, cut at twice of it', () => {
    expect(timeRows(level({ decided: 1, medianMs: 30, p90Ms: 900, clockMs: 60, inTime: 0 }))[0]).toMatchObject({ middle: 50, far: cutAt })
    expect(ageRows(level({ open: 0, medianMs: null, oldestMs: null, clockMs: 60, late: 0 }))[2]).toMatchObject({ name: 'Amber', middle: 0, far: 0 })
  })

  test('mark a break at the nearest point', () => {
    const rows = [0, 10, 20].map((minutes) => ({ time: `t${minutes}`, load: 0, at: Date.UTC(2026, 10, 23, 8, minutes) }))
    expect(nearest(rows, '2026-11-23T08:12:00.000Z')).toBe('t10')
    expect(nearest([], '2026-11-23T08:12:00.000Z')).toBeNull()
  })
})

test('what became of it is told in sentences, without a word of the member', () => {
  const now = Date.parse('2026-11-23T12:00:00.000Z')
  const entry: Became = {
    item: itemId(1),
    at: '2026-11-23T08:00:00.000Z',
    level: 'crisis',
    verdict: 'escalate',
    topic: 'Evenings',
    author: 'quiet-heron',
    post: 'held',
    fate: 'applied',
    later: [{ at: '2026-11-23T09:00:00.000Z', verdict: 'message', name: 'Senior Sam', kind: 'escalation' }],
    wroteAgain: { times: 2, at: '2026-11-23T11:00:00.000Z', level: 'green', item: itemId(2) },
  }
  const words = sinceWords(entry, now)
  expect(words[0]).toBe('It took effect.')
  expect(words.join(' ')).toContain('Messaged by Sam')
  expect(words.join(' ')).toContain('They wrote again, 2 posts, the last 1 h ago and read as green.')
  expect(sinceWords({ ...entry, post: null }, now)).toEqual(['This desk no longer holds it.'])
  expect(sinceWords({ ...entry, later: [], wroteAgain: null }, now).slice(2)).toEqual(['No later decision about it.', 'They have not written again.'])
})
