/**
 * A cache is only a copy of what the server has, but for the decisions that have not left yet. So a damaged file is set aside,
 * those decisions are carried over from it or from the journal beside it, and the rest is fetched again.
 */
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { Decision } from '#contract/review'
import { openCache, openDamaged, type Cache, type CacheOptions } from './cache/open'
import { outboxWrites } from './cache/outbox'
import { draftStore, settingWrites } from './cache/small'
import { sessionName } from './session'
import type { Journal } from './vault/journal'
import type { DataKey } from './vault/key'

export const cacheFile = (folder: string): string => join(folder, 'cache.db')

/** With their side files, which belong to them. */
const parts = ['cache.db', 'cache.db-wal', 'cache.db-shm']

/** Moves the cache into a folder of its own, under its own names; gives that folder, or null when there was no cache. */
export function setAside(folder: string, now: number): string | null {
  const present = parts.filter((name) => existsSync(join(folder, name)))
  if (present.length === 0) return null
  const to = join(folder, 'set-aside', new Date(now).toISOString().replace(/[:.]/g, '-'))
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const name of present) renameSync(join(folder, name), join(to, name))
  return to
}

type EpisodeRescue = { command_id: string; episode_id: string; payload: string; snapshot: string | null }
type Rescue = { decisions: Decision[]; episodes: EpisodeRescue[]; drafts: { item: string; draft: string; at: number }[]; session: string | null; complete: boolean }

/** As much as can be read, row by row: one damaged page must not cost the rows on the others. */
function rescueFrom(file: string, key: DataKey): Rescue {
  const rescue: Rescue = { decisions: [], episodes: [], drafts: [], session: null, complete: false }
  let db: ReturnType<typeof openDamaged> | null = null
  const rows = <T>(sql: string, take: (row: T) => void): boolean => {
    try {
      for (const row of db?.prepare<[], T>(sql).iterate() ?? []) take(row)
      return db !== null
    } catch {
      return false
    }
  }
  try {
    db = openDamaged(file, key)
    rescue.complete = rows<{ payload: string }>('select payload from outbox', ({ payload }) => {
      const decision = Decision.safeParse(JSON.parse(payload))
      if (decision.success) rescue.decisions.push(decision.data)
    })
    rows<EpisodeRescue>('select command_id, episode_id, payload, snapshot from episode_outbox where version is null order by n', (row) => rescue.episodes.push(row))
    rows<{ item_id: string; draft: string; at: number }>('select item_id, draft, at from draft', ({ item_id: item, draft, at }) => rescue.drafts.push({ item, draft, at }))
    rows<{ value: Buffer }>(`select value from setting where name = '${sessionName}'`, ({ value }) => (rescue.session = value.toString()))
  } catch {
    // Not one page can be read: the journal has what matters.
  } finally {
    db?.close()
  }
  return rescue
}

/** Puts decisions into the outbox, ready to leave. Of two about one item the later counts: the earlier had its outcome. */
function enqueue(cache: Cache, decisions: readonly Decision[], now: number): number {
  const latest = new Map<string, Decision>()
  for (const decision of [...decisions].sort((a, b) => (a.id < b.id ? -1 : 1))) latest.set(decision.item, decision)
  const outbox = outboxWrites(cache.write)
  cache.write.db.transaction(() => {
    for (const decision of latest.values()) outbox.enqueue(decision, now)
  })()
  return latest.size
}

type Opening = { folder: string; key: DataKey; journal: Journal; now: number; cacheOptions: CacheOptions | undefined }

/** Opens the cache. Where there is none, it is made, and what the journal still holds goes into its outbox. */
export function openOrMake({ folder, key, journal, now, cacheOptions }: Opening): Cache {
  const fresh = !existsSync(cacheFile(folder))
  const cache = openCache(cacheFile(folder), key, cacheOptions)
  if (fresh) enqueue(cache, journal.read(), now)
  return cache
}

/** After `setAside`, what was rescued is in the new cache, and nothing of the old one is needed any more. */
export function rebuildCache(opening: Opening): { cache: Cache; rescued: number; setAside: string } {
  const { folder, key, journal, now, cacheOptions } = opening
  const rescue = rescueFrom(cacheFile(folder), key)
  const known = new Set(rescue.decisions.map((decision) => decision.id))
  const decisions = rescue.complete ? rescue.decisions : [...rescue.decisions, ...journal.read().filter((decision) => !known.has(decision.id))]
  // Written down once more before the file moves: a crash in between loses nothing.
  journal.rewrite(decisions)
  const aside = setAside(folder, now) ?? folder
  const cache = openCache(cacheFile(folder), key, cacheOptions)
  const rescued = enqueue(cache, decisions, now)
  const again = cache.write.db.prepare('insert into episode_outbox (command_id, episode_id, payload, snapshot) values (@command_id, @episode_id, @payload, @snapshot)')
  for (const command of rescue.episodes) again.run(command)
  const drafts = draftStore(cache.write)
  for (const { item, draft, at } of rescue.drafts) drafts.save(item, draft, at)
  if (rescue.session !== null) settingWrites(cache.write).put(sessionName, rescue.session)
  return { cache, rescued, setAside: aside }
}
