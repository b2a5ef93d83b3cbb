import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nav } from '../../../src/renderer/app/nav'
import { preferences } from '../../../src/renderer/app/preferences'
import { said } from '../../../src/renderer/app/announce'
import { Workstation } from '../../../src/renderer/app/workstation'
import { batchReasons } from '../../../src/renderer/batch/batch'
import { giveNext } from '../../../src/renderer/queue/nextOne'
import type { CallInput } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import { FakeBridge } from './support/fakeBridge'

const until = (check: () => boolean) => vi.waitFor(() => expect(check()).toBe(true), { timeout: 2000, interval: 2 })

/** A sitting over green items only. */
async function open() {
  const bridge = new FakeBridge({ count: 60 })
  const station = new Workstation(bridge)
  station.start()
  await until(() => station.queue.state.get().view !== null)
  await station.filter({ show: 'open', level: 'green' })
  return { bridge, station }
}

beforeEach(() => {
  nav.set({ screen: 'queue', reading: false, uncovered: null, thread: false, similar: false, overlay: null, focus: { to: 'list', n: 0 } })
  preferences.patch({ cover: false })
})

describe('a batch', () => {
  it('chooses row after row, opens one list for all of them, and is taken back by one undo', async () => {
    const { bridge, station } = await open()
    const undoUntil = new Date(Date.now() + 8000).toISOString()
    let sent: CallInput<'decision.makeBatch'> | null = null
    bridge.answers['decision.makeBatch'] = (input) => {
      sent = input
      return { ok: true, value: { decisions: input.items.map(({ item }, n) => ({ item: item as ItemId, decision: `00000000-0000-7000-8000-00000000000${n}` as never })), undoUntil: undoUntil as never } }
    }
    const chosen = [0, 1, 2].map((place) => station.queue.row(place)!.id)
    station.batch.toggle()
    station.batch.toggle()
    station.batch.toggle()
    expect([...station.batch.selection.get()]).toEqual(chosen)
    station.begin('no_action')
    await until(() => nav.get().overlay === 'batch')
    expect(station.batch.form.get()?.items.map((one) => one.item)).toEqual(chosen)
    station.batch.leaveOut(chosen[1]!)
    await station.batch.send()
    expect(sent!.items.map(({ item }) => item)).toEqual([chosen[0], chosen[2]])
    expect(nav.get().overlay).toBeNull()
    expect(station.batch.selection.get().size).toBe(0)
    expect(station.queue.row(0)?.pending?.verdict).toBe('no_action')
    expect(station.queue.row(1)?.pending).toBeNull()

    bridge.answers['decision.undo'] = () => ({ ok: true, value: { items: [chosen[0]!, chosen[2]!] } })
    await station.undo()
    expect(station.queue.row(0)?.pending).toBeNull()
    expect(station.queue.row(2)?.pending).toBeNull()
    expect(station.undoable.get()).toEqual([])
  })

  it('never takes a red or crisis item in', async () => {
    const { station } = await open()
    await station.filter({ show: 'open', level: 'red' })
    station.batch.toggle()
    expect(station.batch.selection.get().size).toBe(0)
    expect(said.get().text).toContain('decided by itself')
  })

  it('a refusal leaves the list as it is, with the words of the core', async () => {
    const { bridge, station } = await open()
    bridge.answers['decision.makeBatch'] = () => ({ ok: false, error: { code: 'not-allowed', message: 'Nothing was decided, because of one item.' } })
    station.batch.toggle()
    station.begin('hand_on')
    await until(() => nav.get().overlay === 'batch')
    await station.batch.send()
    expect(station.batch.form.get()?.refused?.message).toContain('Nothing was decided')
    expect(station.batch.selection.get().size).toBe(1)
  })

  it('hiding several is offered as spam only, and asks why nothing lighter would do', async () => {
    const { bridge, station } = await open()
    expect(batchReasons('hide')).toEqual(['off-topic-or-spam'])
    station.batch.toggle()
    station.begin('hide')
    await until(() => nav.get().overlay === 'batch')
    await station.batch.send()
    expect(station.batch.form.get()?.missing).toBe(true)
    expect(bridge.calls.some((call) => call.name === 'decision.makeBatch')).toBe(false)
  })

  it('ends when another list is shown: what is chosen is always on screen', async () => {
    const { station } = await open()
    station.batch.toggle()
    expect(station.batch.selection.get().size).toBe(1)
    await station.filter({ show: 'open', level: 'amber' })
    expect(station.batch.selection.get().size).toBe(0)
  })

  it('an action that is not for several goes to the item that is read', async () => {
    const { station } = await open()
    station.batch.toggle()
    station.peek()
    await until(() => station.shownView !== null)
    station.begin('support_reply')
    expect(station.composer.state.get()?.item).toBe(station.shown)
    expect(nav.get().overlay).toBeNull()
  })
})

describe('the next one', () => {
  it('asks again without what a colleague has just taken', async () => {
    const { bridge, station } = await open()
    const [first, second] = [station.queue.row(0)!.id, station.queue.row(1)!.id]
    const asked: string[][] = []
    bridge.answers['queue.next'] = ({ not }) => {
      asked.push([...not])
      const item = not.length === 0 ? first : second
      return { ok: true, value: { next: { item, level: 'green', kind: 'content', queuedAt: new Date().toISOString() as never, late: false, mine: false, watched: false, passed: { held: not.length, leftOut: 0, notAllowed: 0 } } } }
    }
    bridge.answers['item.claim'] = ({ item }) => ({ ok: true, value: item === first ? { kind: 'held', by: 'Wall Guide Robin' } : { kind: 'granted', until: new Date(Date.now() + 600_000).toISOString() as never } })
    await giveNext(station)
    expect(asked).toEqual([[], [first]])
    expect(station.shown).toBe(second)
    expect(said.get().text).toBe('Next: green, just in, nobody on it. Passed over: 1 that colleagues have.')
  })

  it('leads nobody away who has begun to write meanwhile', async () => {
    const { bridge, station } = await open()
    const second = station.queue.row(1)!.id
    bridge.answers['queue.next'] = () => {
      station.begin('support_reply')
      return { ok: true, value: { next: { item: second, level: 'green', kind: 'content', queuedAt: new Date().toISOString() as never, late: false, mine: false, watched: false, passed: { held: 0, leftOut: 0, notAllowed: 0 } } } }
    }
    station.peek()
    await until(() => station.shownView !== null)
    const writing = station.shown
    await giveNext(station)
    expect(station.shown).toBe(writing)
    expect(station.composer.state.get()?.item).toBe(writing)
  })

  it('says so when nothing can be taken', async () => {
    const { bridge, station } = await open()
    bridge.answers['queue.next'] = () => ({ ok: true, value: { next: null } })
    await giveNext(station)
    expect(said.get().text).toBe('Nothing waits that you can take now.')
  })
})
