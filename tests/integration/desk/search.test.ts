/** Search and similar items on a whole desk: the word index in the real encrypted cache, a clock that is turned by hand. */
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { ReviewItem } from '../../../src/contract/review'
import { openCache } from '../../../src/main/desk/cache/open'
import { Indexer, wordWrites } from '../../../src/main/desk/search/indexer'
import { searchReads } from '../../../src/main/desk/search/search'
import { DataKey } from '../../../src/main/desk/vault/key'
import { iso, modelItem, uuid } from '../../property/desk/model-server'
import { ask, refusal, temporaryFolder } from './support/desk'
import { ModelDesk } from './support/model-desk'
import { settled } from './support/turned-clock'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

type More = { title?: string | null; text: string; author?: number; decided?: boolean; status?: ReviewItem['status'] }

async function opened() {
  const desk = new ModelDesk()
  ends.push(() => desk.end())
  await desk.opened(0)
  let made = 0
  const give = ({ title = null, text, author, decided = false, status }: More): ReviewItem => {
    made++
    const base = modelItem(uuid('search', made), 700 + made, desk.clock.now() - made * 60_000)
    const who = author ?? made
    const item: ReviewItem = {
      ...base,
      status: status ?? (decided ? 'decided' : 'open'),
      post: { ...base.post, title, text },
      author: { ...base.author, id: uuid('search-member', who) as never, pseudonym: `fern-${who}` },
      decision: decided ? { id: uuid('search-decision', made) as never, by: uuid('staff', 1) as never, name: 'Wall Guide Robin', at: iso(desk.clock.now()), verdict: 'support_reply', reason: 'support', note: '' } as never : null,
    }
    desk.server.rows.set(item.id, { item, seq: ++desk.server.seq, removed: false })
    return item
  }
  const change = (item: ReviewItem, text: string) => {
    const next = { ...item, version: item.version + 1, post: { ...item.post, text } }
    desk.server.rows.set(item.id, { item: next, seq: ++desk.server.seq, removed: false })
  }
  const remove = (item: ReviewItem) => {
    const row = desk.server.rows.get(item.id)
    if (row) Object.assign(row, { removed: true, seq: ++desk.server.seq })
  }
  const sync = async () => {
    await ask(desk.core, 'sync.now', {})
    await settled()
  }
  const indexed = () => desk.clock.turn(2_000)
  const found = async (text: string, show: 'open' | 'decided' = 'open') => {
    const { view, total } = await ask(desk.core, 'queue.open', { filter: { text, show } })
    if (total === 0) return []
    return (await ask(desk.core, 'queue.rows', { view, start: 0, count: 200 })).rows.map((row) => row.preview)
  }
  return { desk, give, change, remove, sync, indexed, found }
}

describe('search', () => {
  test('finds words by their beginning, several of them, phrases and pseudonyms, whatever case or accents; the same before and after indexing', async () => {
    const { give, sync, indexed, found } = await opened()
    give({ title: 'Café', text: 'The river was quiet and I slept' })
    give({ text: 'I slept badly; the river kept me awake' })
    give({ text: 'Nothing of the kind', author: 77 })
    await sync()
    for (const round of ['before', 'after'] as const) {
      expect((await found('river')).length, round).toBe(2)
      expect((await found('RIV slept')).length, round).toBe(2)
      expect(await found('river awake'), round).toEqual(['I slept badly; the river kept me awake'])
      expect(await found('"I slept badly"'), round).toHaveLength(1)
      expect(await found('fern-77'), round).toEqual(['Nothing of the kind'])
      expect(await found('payload'), round).toEqual([])
      await indexed()
    }
    expect(await found('cafe')).toHaveLength(1)
    expect(await found('"slept I"')).toEqual([])
    // The middle of a word is not a word.
    expect(await found('iver')).toEqual([])
  })

  test('what was covered or removed is not found any more, from the same moment on', async () => {
    const { give, change, remove, sync, indexed, found } = await opened()
    const [number, other] = [give({ text: 'Ring me on the lantern number' }), give({ text: 'A lantern in the window' })]
    await sync()
    await indexed()
    expect(await found('lantern')).toHaveLength(2)
    change(number, 'Ring me on the number')
    remove(other)
    await sync()
    expect(await found('lantern')).toEqual([])
    expect(await found('ring')).toHaveLength(1)
    await indexed()
    expect(await found('lantern')).toEqual([])
    expect(await found('ring')).toHaveLength(1)
  })

  test('scripts without spaces and emoji are found as they stand', async () => {
    const { give, sync, indexed, found } = await opened()
    give({ text: '昨夜はあまり眠れませんでした' })
    give({ text: 'Small win today 🌱' })
    await sync()
    await indexed()
    expect(await found('眠れません')).toHaveLength(1)
    expect(await found('🌱')).toEqual(['Small win today 🌱'])
    expect(await found('win 🌱')).toHaveLength(1)
    expect(await found('win 🌳')).toEqual([])
  })

  test('whatever is typed is words, never the language of the index', () => {
    const folder = temporaryFolder()
    const key = DataKey.make()
    const cache = openCache(`${folder.path}/cache.db`, key)
    ends.push(folder.remove, () => key.zero(), () => cache.close())
    const { all, matches } = searchReads(cache.read.db)
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', '""', 'AND', 'OR', 'NOT', 'NEAR(', ')', '*', '^', ':', 'title:', '{text}', '+', '-', "'", ';', '\0', '\\', '%', '_', '\uD800'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', ' '), (pieces, joint) => {
        const text = pieces.join(joint)
        expect(all(text).size).toBe(0)
        expect(matches(text, 1)).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  test('the index waits while the cache is being filled, goes on afterwards, and tells what fails', async () => {
    const { desk } = await opened()
    const folder = temporaryFolder()
    const key = DataKey.make()
    const cache = openCache(`${folder.path}/cache.db`, key)
    ends.push(folder.remove, () => key.zero())
    let busy = true
    const failures: unknown[] = []
    const indexer = new Indexer({ write: cache.write, clock: desk.clock, busy: () => busy, failed: (error) => failures.push(error) })
    cache.write.db.prepare(`insert into item (id, seq, era, mark, status, kind, topic, thread, author, author_name, preview, queued_at, due_at, watched, level, abstained, themes, pack_version, band, rank_at, payload)
      values ('a', 1, 1, 1, 0, 'content', 'Low days', 't', 'm', 'fern', 'p', 0, 0, 0, 3, 0, '[]', 'x', 3, 0, '{"post":{"text":"a kettle"}}')`).run()
    const held = () => cache.read.db.prepare('select count(*) as n from item_word where item_word match ?').get('kettle')
    indexer.wake()
    await desk.clock.turn(3_000)
    expect(held()).toEqual({ n: 0 })
    busy = false
    await desk.clock.turn(1_500)
    expect(held()).toEqual({ n: 1 })
    expect(wordWrites(cache.write).add(10)).toBe(0)
    cache.close()
    indexer.wake()
    await desk.clock.turn(1_500)
    expect(failures).toHaveLength(1)
    indexer.stop()
  })
})

describe('similar items', () => {
  test('share rare words; decided ones come first, the same post, the same member and chance likeness do not come', async () => {
    const { desk, give, sync, indexed } = await opened()
    const subject = give({ text: 'Since the redundancy at the bakery I wake at four and walk the towpath until it is light', author: 500 })
    const decided = give({ text: 'Redundancy letters came to our bakery on Friday and I do not sleep', decided: true })
    const open = give({ text: 'I walk the towpath at four because I cannot sleep since the redundancy' })
    const same = give({ text: 'The bakery again, the redundancy again', author: 500 })
    const one = give({ text: 'A towpath is a good place for a dog' })
    for (let n = 0; n < 30; n++) give({ text: `Today was quiet and I read a book, number ${n}` })
    await sync()
    await indexed()
    const { similar } = await ask(desk.core, 'item.similar', { item: subject.id })
    const ids = similar.map((found) => found.item)
    expect(ids).toContain(decided.id)
    expect(ids).toContain(open.id)
    expect(ids).not.toContain(same.id)
    expect(ids).not.toContain(one.id)
    expect(ids).not.toContain(subject.id)
    expect(similar.find((found) => found.item === decided.id)).toMatchObject({ decision: { verdict: 'support_reply' }, words: expect.arrayContaining(['bakery', 'redundancy']) as string[] })
  })

  test('an item that shares nothing has none, and an unknown one is told', async () => {
    const { desk, give, sync, indexed } = await opened()
    const alone = give({ text: 'Zugzwang' })
    await sync()
    await indexed()
    expect((await ask(desk.core, 'item.similar', { item: alone.id })).similar).toEqual([])
    expect((await refusal(desk.core, 'item.similar', { item: uuid('search', 999) as never })).code).toBe('not-found')
  })
})
