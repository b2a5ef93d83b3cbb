import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ItemView } from '#contract/bridge'
import { memberWords } from '#contract/member-words'
import { nav } from '../../../src/renderer/app/nav'
import { Workstation } from '../../../src/renderer/app/workstation'
import { Composer } from '../../../src/renderer/decide/composer'
import { build, emptyDraft, type Draft } from '../../../src/renderer/decide/draft'
import { packDrafts, unpackDrafts } from '../../../src/renderer/decide/drafts'
import { beginNear } from '../../../src/renderer/decide/near'
import { previewOf } from '../../../src/renderer/decide/preview'
import { dueOf, firstDue } from '../../../src/renderer/decide/promise'
import { withService } from '../../../src/renderer/decide/services'
import { crisisLineOf, knownFor, templatesFor } from '../../../src/renderer/decide/templates'
import { coversCry, moved, selectedSpan, wordsOf } from '../../../src/renderer/decide/words'
import { FakeBridge } from './support/fakeBridge'

const until = (check: () => boolean) => vi.waitFor(() => expect(check()).toBe(true), { timeout: 2000, interval: 2 })
const noon = new Date(2026, 10, 23, 12)

async function reading(options = {}) {
  const bridge = new FakeBridge({ count: 20, ...options })
  const station = new Workstation(bridge)
  station.start()
  await until(() => station.queue.state.get().view !== null && station.shownView !== null)
  station.views.subscribe(station.shown!, () => undefined)
  station.peek()
  return { bridge, station }
}
const draftOf = (station: Workstation) => station.composer.state.get()!.draft

beforeEach(() => {
  nav.patch({ screen: 'queue', reading: false, uncovered: null, overlay: null })
})

describe('drafts', () => {
  const draft = emptyDraft('message', 'support')

  it('come back as they were written, one for each action, and keep the words of another version', () => {
    const drafts = {
      last: 'escalate' as const,
      by: {
        message: { ...draft, body: 'A line\nand another', note: 'for the Lead', promise: 'write again', promiseDue: '2026-12-01' as const, template: 'A line' },
        signpost: { ...emptyDraft('signpost', 'support'), services: ['demo-quiet-mind'] },
        escalate: { ...emptyDraft('escalate', 'risk-to-self'), concern: 'c', risk: 'r' },
      },
    }
    expect(unpackDrafts(packDrafts(drafts) ?? '')).toEqual(drafts)
    expect(unpackDrafts('plain words')?.by.support_reply?.body).toBe('plain words')
    expect(unpackDrafts('wallguide-draft:2:{broken')?.by.support_reply?.body).toBe('{broken')
    expect(unpackDrafts(`wallguide-draft:1:${JSON.stringify({ verdict: 'message', reason: 'support', body: 'from before' })}`)).toMatchObject({ last: 'message', by: { message: { body: 'from before' } } })
    expect(packDrafts({ last: 'message', by: { message: draft } })).toBe('')
  })

  it('do not leave without what their action needs, nor with a placeholder unfilled', () => {
    const say = (part: Partial<Draft>, needs: 'note' | 'clinical' | null = null) => build({ ...draft, ...part }, needs, noon)
    expect(say({})).toEqual({ ok: false, field: 'body', message: 'Write what they will read.' })
    expect(say({ body: 'Dear {name}, thank you.' })).toMatchObject({ ok: false, field: 'body' })
    expect(say({ body: 'See {crisis_line}.' })).toEqual({ ok: false, field: 'body', message: '“{crisis_line}” is still to be filled in.' })
    expect(say({ body: '  Thank you.  ' })).toEqual({ ok: true, action: { verdict: 'message', body: 'Thank you.' }, note: '' })
    expect(say({ verdict: 'redact' })).toMatchObject({ ok: false, field: 'spans' })
    expect(say({ verdict: 'hide' }, 'note')).toMatchObject({ ok: false, field: 'note' })
    expect(say({ verdict: 'escalate', note: 'Please look.' }, 'clinical')).toMatchObject({ ok: false, field: 'concern' })
    expect(say({ verdict: 'remove' })).toMatchObject({ ok: false, field: 'rule' })
    expect(say({ verdict: 'propose_restriction', rule: 'kind', days: 91 })).toMatchObject({ ok: false, field: 'days' })
    expect(say({ verdict: 'content_note', contentNote: 'x'.repeat(201) })).toMatchObject({ ok: false, field: 'contentNote' })
  })

  it('take either shape where a note will do, but a clinical one only whole', () => {
    const propose = { ...emptyDraft('propose_removal', 'unkind'), rule: 'kind' }
    expect(build({ ...propose, note: 'Names a school.' }, 'note', noon)).toMatchObject({ ok: true, note: 'Names a school.' })
    expect(build({ ...propose, concern: 'c' }, 'note', noon)).toMatchObject({ ok: false, field: 'risk' })
    expect(build({ ...propose, concern: ' c ', risk: 'r', action: 'a', justification: 'j' }, 'note', noon)).toMatchObject({ ok: true, clinical: { concern: 'c', risk: 'r', action: 'a', justification: 'j' } })
  })

  it('are kept per action on one item; a first letter begins with the words of the last', async () => {
    const { station } = await reading()
    station.begin('support_reply')
    station.composer.change({ body: 'Thank you for writing.' })
    station.begin('escalate')
    station.composer.change({ concern: 'Says it is too much.' })
    station.begin('message')
    expect(draftOf(station)).toMatchObject({ body: '', concern: '' })
    station.begin('support_reply')
    expect(draftOf(station).body).toBe('Thank you for writing.')
    station.composer.change({ body: 'Thank you for writing it.' })
    station.begin('signpost')
    expect(draftOf(station)).toMatchObject({ body: 'Thank you for writing it.', services: [] })
    station.begin('escalate')
    expect(draftOf(station)).toMatchObject({ concern: 'Says it is too much.', body: '' })
  })

  it('outlive the window: a new sitting finds every field again, also after the lease has gone', async () => {
    const { bridge, station } = await reading()
    const view = station.shownView!
    station.begin('signpost')
    station.composer.change({ body: 'Here is someone.', services: ['demo-quiet-mind'], promise: 'write on Friday', promiseDue: 'three-days' })
    station.begin('escalate')
    station.composer.change({ concern: 'c', risk: 'r', action: 'a' })
    await station.composer.keep()
    const kept = bridge.items.find((s) => s.item.id === view.item.id)!
    bridge.lease(bridge.items.indexOf(kept), 'other', 5)
    const again = new Composer(new FakeBridge({ count: 1 }))
    again.open({ ...view, draft: kept.draft }, 'signpost')
    expect(again.state.get()?.draft).toMatchObject({ body: 'Here is someone.', services: ['demo-quiet-mind'], promise: 'write on Friday', promiseDue: 'three-days' })
    again.open({ ...view, draft: kept.draft }, 'escalate')
    expect(again.state.get()?.draft).toMatchObject({ concern: 'c', risk: 'r', action: 'a', justification: '' })
  })

  it('are written before a lock, however short ago the last key was', async () => {
    const bridge = new FakeBridge({ count: 3 })
    const composer = new Composer(bridge, 60_000)
    const view = (await bridge.call('item.open', { item: bridge.items[0]!.item.id })) as { ok: true; value: ItemView }
    composer.open(view.value, 'message')
    composer.change({ body: 'Half' })
    await composer.keep()
    expect(unpackDrafts(bridge.items[0]!.draft)?.by.message?.body).toBe('Half')
  })
})

describe('templates', () => {
  it('are offered for the action in hand and found by any of their words, accents or not', () => {
    expect(templatesFor('en-GB', 'support_reply', '').map((t) => t.id)).not.toContain('ask-suicide')
    expect(templatesFor('en-GB', 'message', 'directly suicide').map((t) => t.id)).toEqual(['ask-suicide'])
    expect(templatesFor('fr-CA', 'message', 'deuil').map((t) => t.id)).toEqual(['grief'])
    expect(templatesFor('fr-CA', 'message', 'ecoute').map((t) => t.id)).toContain('listening')
  })

  it('know the member, the Guide, the topic and the line of the country, and nothing that is not known', async () => {
    const { station } = await reading()
    const view = station.shownView!
    const at = (country: string | null) => knownFor({ ...view, item: { ...view.item, author: { ...view.item.author, country } } }, 'Wall Guide Robin', [])
    expect(at('GB')).toMatchObject({ pseudonym: view.item.author.pseudonym, guide: 'Wall Guide Robin', topic: view.item.post.topic.name })
    expect(at('GB').crisis_line).toContain('111')
    expect(crisisLineOf('CA')).toBe('9-8-8 Suicide Crisis Helpline')
    expect(at(null)).not.toHaveProperty('crisis_line')
    expect(at('GB')).not.toHaveProperty('service')
    expect(knownFor(view, 'R', ['Quiet Mind', 'Still Here']).service).toBe('Quiet Mind, Still Here')
  })

  it('ask once before they go out word for word', async () => {
    const { bridge, station } = await reading()
    station.begin('message')
    station.composer.change({ body: 'Thank you for writing.\n', template: 'Thank you for writing.' })
    await station.send()
    expect(bridge.outbox).toEqual([])
    expect(station.composer.state.get()?.missing?.message).toContain('send it as written')
    await station.send()
    expect(bridge.outbox[0]?.decision.action).toEqual({ verdict: 'message', body: 'Thank you for writing.' })
  })

  it('do not ask when the Guide made them their own', async () => {
    const { bridge, station } = await reading()
    station.begin('message')
    station.composer.change({ body: 'Thank you for writing, it was brave.', template: 'Thank you for writing.' })
    await station.send()
    expect(bridge.outbox).toHaveLength(1)
  })

  it('get the name of a service when one is chosen', () => {
    expect(withService({ body: 'See {service}.', template: 'See {service}.' }, 'Quiet Mind')).toEqual({ body: 'See Quiet Mind.', template: 'See Quiet Mind.' })
  })
})

describe('a promise', () => {
  it('is due this evening, tomorrow evening, in three days or on a date at noon, on the Guide’s calendar', () => {
    expect(dueOf('today', noon)).toEqual(new Date(2026, 10, 23, 20))
    expect(dueOf('tomorrow', noon)).toEqual(new Date(2026, 10, 24, 20))
    expect(dueOf('three-days', noon)).toEqual(new Date(2026, 10, 26, 20))
    expect(dueOf('2026-12-24', noon)).toEqual(new Date(2026, 11, 24, 12))
  })

  it('goes with the decision, and is for tomorrow once it is past eight', () => {
    const draft = { ...emptyDraft('support_reply', 'support'), body: 'I will write again.', promise: ' write again ', promiseDue: 'tomorrow' as const }
    expect(build(draft, null, noon)).toMatchObject({ ok: true, promise: { what: 'write again', due: new Date(2026, 10, 24, 20).toISOString() } })
    expect(firstDue(new Date(2026, 10, 23, 20, 1))).toBe('tomorrow')
    expect(build({ ...draft, promiseDue: 'today' }, null, new Date(2026, 10, 23, 21))).toMatchObject({ ok: false, field: 'promise' })
  })
})

describe('services near the member', () => {
  it('begin a signpost, after those that were chosen before', async () => {
    const { bridge, station } = await reading()
    const stored = bridge.items.find((s) => s.item.id === station.shown)!
    stored.item = { ...stored.item, author: { ...stored.item.author, country: 'GB' } }
    stored.score = { ...stored.score, categories: ['domestic-abuse'] }
    bridge.emit('items.changed', { items: [stored.item.id] })
    await until(() => station.shownView?.score.categories[0] === 'domestic-abuse')
    station.begin('signpost')
    station.composer.change({ services: ['demo-quiet-mind'] })
    station.composer.close()
    await beginNear(station)
    expect(draftOf(station)).toMatchObject({ verdict: 'signpost', services: ['demo-quiet-mind', 'demo-safe-door'] })
  })
})

describe('the preview', () => {
  const view = { item: { post: { text: 'Ring me on 07700 900123, it is all too much', title: 'Tonight', state: 'reading' } } } as unknown as ItemView
  const of = (verdict: Draft['verdict'], part: Partial<Draft> = {}) => previewOf(view, { ...emptyDraft(verdict, 'identifying-detail'), ...part })

  it('shows a redaction as the server makes it, with the state and the reason in the words of the members’ pages', () => {
    const shown = of('redact', { spans: [{ start: 11, end: 23, kind: 'identity' }] })
    const text = `Ring me on ${memberWords.redacted.identity}, it is all too much`
    expect(shown).toMatchObject({ kind: 'post', author: { state: 'changed', name: memberWords.states.changed.name, reason: memberWords.reasons['identifying-detail'], text }, others: { text } })
  })

  it('shows that a hidden post is gone for others and kept for its author', () => {
    expect(of('hide')).toMatchObject({ kind: 'post', author: { state: 'held', sentence: memberWords.states.held.sentence, text: view.item.post.text }, others: null })
  })

  it('shows a content note before the words, and says that nothing of them was touched', () => {
    expect(of('content_note', { contentNote: 'About loss', reason: 'support' })).toMatchObject({ author: { sentence: memberWords.noted.only, contentNote: 'About loss' }, others: { contentNote: 'About loss' } })
  })

  it('says plainly when the member is told nothing', () => {
    for (const verdict of ['escalate', 'ask_lead', 'hand_on', 'propose_removal', 'watch'] as const) expect(of(verdict).kind).toBe('nothing')
  })
})

describe('covering words by keyboard', () => {
  const text = 'Please ring me (07700 900123). It is all heavy 👩‍👩‍👧 tonight'
  const words = wordsOf(text)

  it('goes word by word and holds at the ends; Shift keeps the other end', () => {
    expect(words.map((w) => text.slice(w.start, w.end))).toContain('(07700')
    let caret = { at: 0, from: 0 }
    caret = moved(caret, -1, words.length, false)
    expect(caret.at).toBe(0)
    caret = moved(caret, 3, words.length, false)
    caret = moved(caret, 1, words.length, true)
    expect(selectedSpan(text, words, caret)).toEqual({ start: text.indexOf('07700'), end: text.indexOf(').') })
    expect(moved(caret, 1000, words.length, false).at).toBe(words.length - 1)
  })

  it('never cuts a character in two', () => {
    const family = words.findIndex((w) => text.slice(w.start, w.end).startsWith('👩'))
    expect(selectedSpan(text, words, { at: family, from: family })).toEqual({ start: words[family]!.start, end: words[family]!.end })
  })

  it('warns before the cry for help is covered: most of the words, or words of feeling', () => {
    const feeling = { start: text.indexOf('all heavy'), end: text.indexOf('all heavy') + 9, category: 'distress' as const, reason: '', weight: 1 }
    const score = { spans: [feeling] }
    expect(coversCry(text, [{ start: 16, end: 28, kind: 'identity' }], score)).toBeNull()
    expect(coversCry(text, [{ start: feeling.start, end: feeling.end, kind: 'other' }], score)).toBe('feeling')
    expect(coversCry(text, [{ start: 0, end: text.length, kind: 'other' }], score)).toBe('most')
  })
})
