import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bridgeCalls, type CallName } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import { makeActions, type Actions } from '../../../src/renderer/app/actions'
import { Desk } from '../../../src/renderer/app/desk'
import { nav } from '../../../src/renderer/app/nav'
import { PracticeBridge, throughToDesk } from '../../../src/renderer/practice/bridge'
import { lessonItems, roundItems } from '../../../src/renderer/practice/items'
import { lesson } from '../../../src/renderer/practice/lesson'
import { enterPractice, leavePractice, practiceStore, type Practice } from '../../../src/renderer/practice/practice'
import { afterDeed, agreementOf, beginRound, reportOf } from '../../../src/renderer/practice/round'
import { FakeBridge } from './support/fakeBridge'

const until = (check: () => boolean) => vi.waitFor(() => expect(check(), String(check)).toBe(true), { timeout: 2000, interval: 2 })

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget())
  nav.set({ ...nav.get(), screen: 'queue', reading: false, uncovered: null, thread: false, similar: false, overlay: null })
})
afterEach(() => {
  leavePractice()
  vi.unstubAllGlobals()
})

const now = (): Practice => {
  const practice = practiceStore.get()
  if (!practice) throw new Error('Nobody is practising')
  return practice
}
const actions = (): Actions => now().watched(makeActions(now().station, now().desk))
/** The item under the cursor, fetched as the item pane does. */
const shown = () =>
  until(() => {
    const { station } = now()
    if (station.shown) station.views.want(station.shown)
    return station.shownView?.pending === null
  })
const claimed = () => until(() => now().station.queue.current?.lease?.who === 'mine')

/** Something that needs nothing more, on an item that asks for no words. */
async function decide(): Promise<void> {
  await shown()
  const before = now().bridge.did.get()
  actions().run('no_action')
  await until(() => practiceStore.get()?.bridge.did.get() !== before)
}

describe('practice reaches nobody', () => {
  it('leaves no call of its lesson and its round for the desk, but those that lock it and tell its state', async () => {
    const real = new FakeBridge({ count: 30 })
    const desk = new Desk(real)
    await desk.ask()
    real.calls.length = 0
    enterPractice(desk)
    await shown()
    actions().run('next')
    actions().run('open')
    await claimed()
    await shown()
    actions().run('next')
    actions().run('peek')
    actions().run('sync')
    await decide()
    actions().run('undo')
    await until(() => now().bridge.did.get()?.kind === 'undone')
    await now().station.filter({ show: 'open', text: 'garlic' })
    await now().station.filter({ show: 'open' })
    await now().station.loadOutcomes()
    now().to('round')
    nav.patch({ reading: true })
    const round = now()
    for (let n = 0; n < roundItems.length; n++) {
      await until(() => round.station.queue.current !== undefined)
      const open = [...round.station.queue.rows.values()].find((row) => row.pending === null)
      if (!open) break
      round.station.goTo(round.station.queue.place(open.id) ?? 0)
      await until(() => round.station.shownView?.item.id === open.id)
      await round.bridge.call('decision.make', { item: open.id, itemVersion: 1, action: { verdict: 'watch' }, reason: 'routine', note: '' })
      await until(() => practiceStore.get() !== round || round.station.queue.row(round.station.queue.place(open.id) ?? 0)?.pending !== null)
    }
    await until(() => now().phase === 'report')
    expect(now().report?.decided).toBe(roundItems.length)
    expect(real.calls.map((call) => call.name).filter((name) => !(throughToDesk as readonly CallName[]).includes(name))).toEqual([])
  })

  it('passes on no call by name but the three, and refuses in words what it does not know', async () => {
    const real = new FakeBridge({ count: 1 })
    const practice = new PracticeBridge(real, lessonItems)
    const wanted = (Object.keys(bridgeCalls) as CallName[]).filter((name) => !(throughToDesk as readonly CallName[]).includes(name))
    for (const name of wanted) await practice.call(name, { filter: {}, view: 1, start: 0, count: 1 } as never)
    expect(real.calls).toEqual([])
    const answer = await practice.call('sync.now', {})
    expect(answer).toEqual({ ok: false, error: expect.objectContaining({ code: 'not-allowed', message: expect.stringContaining('This is practice') as string }) as object })
    await practice.call('vault.lock', {})
    expect(real.calls.map((call) => call.name)).toEqual(['vault.lock'])
  })

  it('uses ids of its own: no item of the desk can be met', async () => {
    const real = new FakeBridge({ count: 30 })
    const practice = new PracticeBridge(real, roundItems)
    const answer = await practice.call('item.open', { item: real.items[0]?.item.id as ItemId })
    expect(answer.ok).toBe(false)
  })
})

describe('the lesson', () => {
  it('goes on when the key of its step was used, step by step to the round', async () => {
    enterPractice(new Desk(new FakeBridge({ count: 3 })))
    await shown()
    const step = () => now().step.get()
    actions().run('peek')
    expect(step()).toBe(0)
    actions().run('next')
    expect(step()).toBe(1)
    actions().run('open')
    await claimed()
    actions().run('peek')
    expect(step()).toBe(3)
    await decide()
    expect(step()).toBe(4)
    await until(() => now().station.undoable.get().length > 0)
    actions().run('undo')
    await until(() => step() === 5)
    const { station } = now()
    await until(() => station.queue.state.get().total === lessonItems.length)
    const number = lessonItems.findIndex((item) => item.details)
    const item = station.queue.row(number)?.id as ItemId
    await now().bridge.call('decision.make', { item, itemVersion: 1, action: { verdict: 'redact', spans: [{ start: 0, end: 3, kind: 'identity' }] }, reason: 'identifying-detail', note: '' })
    expect(step()).toBe(6)
    await station.filter({ show: 'open', text: 'garlic' })
    expect(station.queue.state.get().total).toBe(1)
    actions().run('palette')
    expect(step()).toBe(8)
    actions().run('lock')
    await until(() => now().phase === 'ready')
  })

  it('hears the lock key without locking in that one step; in every other the desk locks', async () => {
    const real = new FakeBridge({ count: 3 })
    const desk = new Desk(real)
    enterPractice(desk)
    const locks = () => real.calls.filter((call) => call.name === 'vault.lock').length
    actions().run('lock')
    await until(() => locks() === 1)
    while (lesson[now().step.get()]?.command !== 'lock') now().skip()
    actions().run('lock')
    await until(() => now().phase === 'ready')
    expect(locks()).toBe(1)
  })

  it('ends where it began: the real queue as it was left', () => {
    nav.patch({ reading: true, uncovered: 'this one' })
    enterPractice(new Desk(new FakeBridge({ count: 3 })))
    expect(nav.get().reading).toBe(false)
    leavePractice()
    expect(nav.get()).toMatchObject({ screen: 'queue', reading: true, uncovered: 'this one' })
    expect(practiceStore.get()).toBeNull()
  })
})

describe('the round', () => {
  const item = roundItems[0]!
  const act = (index: number, verdict: 'escalate' | 'no_action') => ({ kind: 'decided' as const, index, action: { verdict } })

  it('says who agrees: the expert’s choice, one as good, or another', () => {
    const red = roundItems.find((each) => each.expert.best === 'message')!
    expect(agreementOf(item, 'escalate')).toBe('same')
    expect(agreementOf(item, 'no_action')).toBe('other')
    expect(agreementOf(red, 'signpost')).toBe('also')
  })

  it('counts the time of each item from the decision before, and all of it when one was taken back', () => {
    let round = beginRound(0)
    round = afterDeed(round, act(0, 'escalate'), roundItems, 4_000)
    round = afterDeed(round, act(1, 'no_action'), roundItems, 10_000)
    round = afterDeed(round, { kind: 'undone', index: 1 }, roundItems, 11_000)
    expect(round.taken.map((each) => each.ms)).toEqual([4_000])
    round = afterDeed(round, act(1, 'escalate'), roundItems, 15_000)
    const report = reportOf({ ...round, keys: 9, pointer: 1 }, 16_000)
    expect(report).toMatchObject({ decided: 2, same: 2, also: 0, medianMs: 7_500, totalMs: 16_000, keys: 9, pointer: 1 })
    expect(report.taken.map((each) => each.ms)).toEqual([4_000, 11_000])
  })

  it('has no median without a decision', () => expect(reportOf(beginRound(0), 1_000).medianMs).toBeNull())

  it('tells keys from the pointer; a held key and a bare modifier count for nothing', async () => {
    enterPractice(new Desk(new FakeBridge({ count: 3 })))
    now().to('round')
    const send = (type: string, more: object = {}) => window.dispatchEvent(Object.assign(new Event(type), more))
    send('keydown', { key: 'j', repeat: false })
    send('keydown', { key: 'j', repeat: true })
    send('keydown', { key: 'Shift', repeat: false })
    send('pointerdown')
    expect(now().round.get()).toMatchObject({ keys: 1, pointer: 1 })
    now().to('report')
    expect(now().report).toMatchObject({ keys: 1, pointer: 1, decided: 0 })
  })
})

describe('the made-up posts', () => {
  it('are 20, of every level, each with a verdict and the reason for it; all marks are words of their text', () => {
    expect(roundItems).toHaveLength(20)
    expect(new Set(roundItems.map((each) => each.level))).toEqual(new Set(['crisis', 'red', 'amber', 'green']))
    for (const each of [...lessonItems, ...roundItems]) {
      expect(each.expert.why.length).toBeGreaterThan(10)
      for (const [words] of [...(each.marks ?? []), ...(each.details ?? [])]) expect(each.text).toContain(words)
      expect(each.author).toMatch(/^practice-/)
    }
  })
})
