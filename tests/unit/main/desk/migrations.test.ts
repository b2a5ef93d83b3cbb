/** The cache's history: each migration from the version before it, with rows. */
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate, migrations } from '../../../../src/main/desk/cache/migrations'

const upTo = (version: number) => migrations.filter((step) => step.version <= version)
const columns =
  'id, seq, era, mark, status, kind, topic, thread, author, author_name, preview, queued_at, due_at, watched, level, abstained, themes, pack_version, band, rank_at, payload'

describe('migrations', () => {
  test('are numbered upwards, leave their number, and do nothing the second time', () => {
    const db = new Database(':memory:')
    migrate(db)
    const version = db.pragma('user_version', { simple: true })
    expect(version).toBe(migrations.at(-1)?.version)
    migrate(db)
    expect(db.pragma('user_version', { simple: true })).toBe(version)
    expect(() => migrate(new Database(':memory:'), [...migrations].reverse())).toThrow(/out of order/)
  })

  test('refuse a file from the future without touching it', () => {
    const db = new Database(':memory:')
    db.pragma('user_version = 100000')
    expect(() => migrate(db)).toThrow(expect.objectContaining({ code: 'from-the-future' }))
    expect(db.prepare('select count(*) from sqlite_schema').pluck().get()).toBe(0)
  })

  test('20: items are ranked by level and due time', () => {
    const db = new Database(':memory:')
    migrate(db, upTo(10))
    const insert = db.prepare(`insert into item (${columns}) values (?, 1, 1, 1, 0, 'content', 't', 'x', 'a', 'n', 'p', 100, ?, 0, ?, 0, '[]', 'v', ?, ?, '{}')`)
    insert.run('crisis', 200, 0, 0, 100)
    insert.run('amber', 900, 2, 1, 900)
    insert.run('green', 5_000, 3, 2, 100)
    migrate(db, upTo(20))
    expect(db.prepare('select id, band, rank_at from item order by id').all()).toEqual([
      { id: 'amber', band: 2, rank_at: 900 },
      { id: 'crisis', band: 0, rank_at: 200 },
      { id: 'green', band: 3, rank_at: 5_000 },
    ])
  })
})
