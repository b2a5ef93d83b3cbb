/** Drafts and settings. */
import { eq, sql } from 'drizzle-orm'
import type { ReadHandle, WriteHandle } from './open'
import { draft, setting } from './schema'

export function draftStore({ orm }: WriteHandle) {
  const id = sql.placeholder('id')
  const find = orm.select({ draft: draft.draft }).from(draft).where(eq(draft.itemId, id)).prepare()
  const put = orm
    .insert(draft)
    .values({ itemId: id, draft: sql.placeholder('draft'), at: sql.placeholder('now') })
    .onConflictDoUpdate({ target: draft.itemId, set: { draft: sql`excluded.draft`, at: sql`excluded.at` } })
    .prepare()
  const drop = orm.delete(draft).where(eq(draft.itemId, id)).prepare()
  return {
    find: (item: string): string => find.get({ id: item })?.draft ?? '',
    /** An empty draft is no draft. */
    save: (item: string, text: string, now: number) => {
      if (text === '') drop.run({ id: item })
      else put.run({ id: item, draft: text, now })
    },
  }
}
export type DraftStore = ReturnType<typeof draftStore>

export function settingReads({ orm }: ReadHandle) {
  const find = orm.select({ value: setting.value }).from(setting).where(eq(setting.name, sql.placeholder('name'))).prepare()
  return { find: (name: string): string | null => find.get({ name })?.value.toString() ?? null }
}

export function settingWrites({ orm }: WriteHandle) {
  const put = orm
    .insert(setting)
    .values({ name: sql.placeholder('name'), value: sql.placeholder('value') })
    .onConflictDoUpdate({ target: setting.name, set: { value: sql`excluded.value` } })
    .prepare()
  const drop = orm.delete(setting).where(eq(setting.name, sql.placeholder('name'))).prepare()
  return {
    put: (name: string, value: string) => put.run({ name, value: Buffer.from(value) }),
    drop: (name: string) => drop.run({ name }),
  }
}
