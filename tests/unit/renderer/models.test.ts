import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ItemView } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import { nav } from '../../../src/renderer/app/nav'
import { Desk } from '../../../src/renderer/app/desk'
import { preferences } from '../../../src/renderer/app/preferences'
import { Workstation } from '../../../src/renderer/app/workstation'
import { unpackDrafts } from '../../../src/renderer/decide/drafts'
import { ViewCache } from '../../../src/renderer/item/viewCache'
import { isOpen, QueueModel } from '../../../src/renderer/queue/queueModel'
import { FakeBridge, itemId } from './support/fakeBridge'

const settle = () => vi.waitFor(() => Promise.resolve())
const until = (check: () => boolean) => vi.waitFor(() => expect(check()).toBe(true), { timeout: 2000, interval: 2 })

/** A sitting whose first item is amber, where a decision may need no words. */
async function openAmber() {
  const sitting = await open()
  await sitting.station.filter({ show: 'open', level: 'amber' })
  await until(() => sitting.station.shownView !== null)
  return sitting
}

async function open(options = {}) {
  const bridge = new FakeBridge({ count: 60, ...options })
  const station = new Workstation(bridge)
  station.start()
  await until(() => station.queue.state.get().view !== null && station.shownView !== null)
  // What the item pane does: look at the first item, so that a change is fetched again at once.
  station.views.subscribe(station.shown!, () => undefined)
  return { bridge, station }
}

beforeEach(() => {
  nav.set({ screen: 'queue', reading: false, uncovered: null, thread: false, similar: false, overlay: null, focus: { to: 'list', n: 0 } })
  preferences.patch({ cover: false })
})

describe('the frozen queue', () => {
  it('keeps its order and its cursor when items arrive, and counts them above', async () => {
    const { bridge, station } = await open()
    const order = [...station.queue.rows.values()].map((r) => r.id)
    station.move(1)
    const under = station.queue.current?.id
    bridge.arrive(3)
    await until(() => station.queue.state.get().arrivals.count === 3)
    expect([...station.queue.rows.values()].map((r) => r.id)).toEqual(order)
    expect(station.queue.current?.id).toBe(under)
    expect(station.queue.state.get().arrivals.top).toBe('red')
  })

  it('takes arrivals in when asked, and stays on the item that is being read', async () => {
    const { bridge, station } = await open()
    station.peek()
    for (let i = 0; i < 12; i++) station.move(1)
    const under = station.queue.current?.id
    bridge.arrive(2)
    await until(() => station.queue.state.get().arrivals.count === 2)
    await station.takeIn()
    expect(station.queue.current?.id).toBe(under)
    expect(station.queue.state.get().total).toBe(62)
    expect(station.queue.state.get().arrivals.count).toBe(0)
  })

  it('takes arrivals in by the filter that was asked for last, even before its list is there', async () => {
    const { station } = await open()
    const narrowing = station.filter({ show: 'open', level: 'amber' })
    await Promise.all([narrowing, station.takeIn()])
    expect(station.queue.state.get().filter.level).toBe('amber')
  })

  it('skips what a colleague decided, which stays greyed in its place', async () => {
    const { bridge, station } = await open()
    const second = station.queue.row(1)!.id
    bridge.decideElsewhere(bridge.items.findIndex((s) => s.item.id === second), 'support_reply')
    await until(() => !isOpen(station.queue.row(1)!))
    station.move(1)
    expect(station.queue.state.get().cursor).toBe(2)
    expect(station.queue.row(1)?.id).toBe(second)
  })

  it('refetches only the pages on screen when anything may have changed', async () => {
    const bridge = new FakeBridge({ count: 1000 })
    const queue = new QueueModel(bridge)
    await queue.open({ show: 'open' })
    queue.show(0, 40)
    bridge.calls.length = 0
    queue.refresh([])
    await settle()
    expect(bridge.calls.map((c) => c.input)).toEqual([{ view: 1, start: 0, count: 100 }])
  })

  it('leaves rows alone that did not change, so that they are not drawn again', async () => {
    const bridge = new FakeBridge({ count: 40 })
    const queue = new QueueModel(bridge)
    await queue.open({ show: 'open' })
    const first = queue.row(0)
    const revision = queue.state.get().revision
    queue.refresh([])
    await settle()
    expect(queue.row(0)).toBe(first)
    expect(queue.state.get().revision).toBe(revision)
  })
})

describe('reading and deciding', () => {
  it('does not decide on a text that was not opened', async () => {
    const { bridge, station } = await openAmber()
    station.begin('no_action')
    await settle()
    expect(bridge.outbox).toEqual([])
    station.peek()
    station.begin('no_action')
    await until(() => bridge.outbox.length === 1)
  })

  it('moves on before the core has answered, with the focus on the heading', async () => {
    const { bridge, station } = await openAmber()
    station.peek()
    const decided = station.queue.current!.id
    const asked = nav.get().focus.n
    station.begin('no_action')
    expect(station.queue.state.get().cursor).toBe(1)
    expect(nav.get().focus).toEqual({ to: 'heading', n: asked + 1 })
    await until(() => bridge.outbox.length === 1)
    expect(bridge.outbox[0]?.decision.item).toBe(decided)
  })

  it('asks for concern, risk, action and justification before a crisis item is left without action', async () => {
    const { bridge, station } = await open()
    station.peek()
    station.begin('no_action')
    await station.send()
    expect(bridge.outbox).toEqual([])
    expect(station.composer.state.get()?.missing?.field).toBe('concern')
    station.composer.change({ concern: 'A quotation from a film.', risk: 'None found; read twice.', action: 'None.' })
    await station.send()
    expect(station.composer.state.get()?.missing?.field).toBe('justification')
    station.composer.change({ justification: 'The words are not their own.' })
    await station.send()
    expect(bridge.outbox[0]?.decision).toMatchObject({ action: { verdict: 'no_action' }, clinical: { concern: 'A quotation from a film.', justification: 'The words are not their own.' } })
  })

  it('comes back to the item, with what was written, when the core refuses', async () => {
    const { bridge, station } = await open()
    station.peek()
    const item = station.shown!
    station.begin('support_reply')
    station.composer.change({ body: 'Thank you for writing.' })
    bridge.failNext.set('decision.make', { ok: false, error: { code: 'disk-full', message: 'The disk is full. Nothing was lost.' } })
    await station.send()
    expect(station.shown).toBe(item)
    expect(station.composer.state.get()?.draft.body).toBe('Thank you for writing.')
    expect(station.queue.current?.pending).toBeNull()
  })

  it('passes over items that a colleague has when it moves on by itself', async () => {
    const { bridge, station } = await openAmber()
    const second = bridge.items.findIndex((s) => s.item.id === station.queue.row(1)!.id)
    bridge.lease(second, 'other', 5)
    bridge.emit('items.changed', { items: [bridge.items[second]!.item.id] })
    await until(() => station.queue.row(1)?.lease?.who === 'other')
    station.peek()
    station.begin('no_action')
    expect(station.queue.state.get().cursor).toBe(2)
    await until(() => bridge.outbox.length === 1)
  })

  it('takes the last decision back and returns to it', async () => {
    const { bridge, station } = await openAmber()
    station.peek()
    const first = station.shown
    station.begin('no_action')
    await until(() => station.undoable.get().length === 1)
    await station.undo()
    expect(bridge.outbox).toEqual([])
    expect(station.shown).toBe(first)
    expect(station.queue.current?.pending).toBeNull()
  })

  it('claims when a composer opens, and gives the claim back when it is left with nothing written', async () => {
    const { bridge, station } = await open()
    station.peek()
    const item = station.shown!
    station.begin('message')
    await until(() => station.claims.get()?.kind === 'granted')
    station.composer.close()
    station.move(1)
    await until(() => bridge.calls.some((c) => c.name === 'item.release'))
    expect(bridge.calls.find((c) => c.name === 'item.release')?.input).toEqual({ item })
  })

  it('keeps the claim and the draft of an item that is left half-written', async () => {
    const { bridge, station } = await open()
    station.peek()
    const item = station.shown!
    station.begin('message')
    await until(() => station.claims.get()?.kind === 'granted')
    station.composer.change({ body: 'Half a sentence' })
    station.move(1)
    await until(() => bridge.calls.some((c) => c.name === 'item.saveDraft'))
    expect(bridge.calls.some((c) => c.name === 'item.release')).toBe(false)
    const kept = bridge.items.find((s) => s.item.id === item)?.draft ?? ''
    expect(unpackDrafts(kept)?.by.message?.body).toBe('Half a sentence')
  })

  it('asks to read again when the post changed while a reply was being written', async () => {
    const { bridge, station } = await open()
    station.peek()
    const item = station.shown!
    station.begin('support_reply')
    station.composer.change({ body: 'Thank you.' })
    const stored = bridge.items.find((s) => s.item.id === item)!
    stored.item = { ...stored.item, version: 2, post: { ...stored.item.post, revision: 2, text: 'Other words now.' } }
    bridge.emit('items.changed', { items: [item] })
    await until(() => station.shownView?.item.post.revision === 2)
    await station.send()
    expect(bridge.outbox).toEqual([])
    expect(station.composer.state.get()?.missing?.message).toContain('Read it again')
    await station.send()
    expect(bridge.outbox[0]?.decision.itemVersion).toBe(2)
  })

  it('covers a crisis text again for each item when that is preferred', async () => {
    const { station } = await open()
    preferences.patch({ cover: true })
    station.peek()
    expect(station.isOpenToRead(station.shown!, 'crisis')).toBe(true)
    station.move(1)
    expect(station.isOpenToRead(station.shown!, 'crisis')).toBe(false)
    expect(station.isOpenToRead(station.shown!, 'amber')).toBe(true)
  })
})

describe('the view cache', () => {
  const view = (text: string) => ({ item: { post: { text } } }) as unknown as ItemView
  const one = itemId(1) as ItemId

  it('loads an item once, however often it is wanted', async () => {
    const load = vi.fn(() => Promise.resolve({ ok: true as const, value: view('a') }))
    const cache = new ViewCache(load)
    cache.want(one)
    cache.want(one)
    await settle()
    cache.want(one)
    expect(load).toHaveBeenCalledTimes(1)
    expect(cache.get(one)?.view?.item.post.text).toBe('a')
  })

  it('never lets an answer from before a change stand for the present', async () => {
    const answers: ((text: string) => void)[] = []
    const cache = new ViewCache(() => new Promise((resolve) => answers.push((text) => resolve({ ok: true, value: view(text) }))))
    cache.subscribe(one, () => undefined)
    cache.want(one)
    cache.invalidate([one])
    answers[0]?.('old')
    await until(() => answers.length === 2)
    answers[1]?.('new')
    await until(() => cache.get(one)?.view?.item.post.text === 'new')
  })

  it('goes on showing what it had while it asks again', async () => {
    let text = 'first'
    const cache = new ViewCache(() => Promise.resolve({ ok: true, value: view(text) }))
    cache.subscribe(one, () => undefined)
    cache.want(one)
    await settle()
    text = 'second'
    cache.invalidate([])
    expect(cache.get(one)?.view?.item.post.text).toBe('first')
    await until(() => cache.get(one)?.view?.item.post.text === 'second')
  })

  it('forgets the longest unused, and never what is on screen', async () => {
    const cache = new ViewCache((item) => Promise.resolve({ ok: true, value: view(item) }), 3)
    cache.subscribe(one, () => undefined)
    cache.want(one)
    for (let n = 2; n < 8; n++) cache.want(itemId(n))
    await settle()
    expect(cache.size).toBe(3)
    expect(cache.get(one)?.view).not.toBeNull()
    expect(cache.get(itemId(2))).toBeUndefined()
  })
})

describe('the desk', () => {
  it('leaves the window when its vault closes, and not before', async () => {
    const bridge = new FakeBridge({ phase: 'locked' })
    const desk = new Desk(bridge)
    const closed = vi.fn()
    desk.onClosed = closed
    desk.start()
    await until(() => desk.view.get().state !== null)
    await desk.change('vault.unlock', { passphrase: 'four calm grey herons' })
    expect(desk.view.get().state?.phase).toBe('open')
    expect(closed).not.toHaveBeenCalled()
    await desk.change('vault.lock', {})
    expect(closed).toHaveBeenCalledTimes(1)
  })

  it('keeps a refusal for the screen that asked', async () => {
    const desk = new Desk(new FakeBridge({ phase: 'locked' }))
    desk.start()
    await until(() => desk.view.get().state !== null)
    expect(await desk.change('vault.unlock', { passphrase: 'wrong' })).toBe(false)
    expect(desk.view.get().refusal?.code).toBe('wrong-passphrase')
    expect(desk.view.get().state?.phase).toBe('locked')
  })
})
