/**
 * The directory on this desk: fetched from the community when there is a network, kept in the encrypted cache, asked without
 * one. Before it was ever fetched, the crisis lines that ship with the desk are there: no missing link hides a crisis (E8).
 */
import crisisFile from '#resources/crisis-lines.json'
import { crisisServices, CrisisLines } from '#contract/crisis-lines'
import { Directory, findServices, isStale, openNow, servicesNear, type DirectoryHit, type Service } from '#contract/directory'
import type { Cache } from '../cache/open'
import { settingReads, settingWrites } from '../cache/small'
import { instant, type Clock } from '../clock'
import type { Handlers } from '../dispatch'
import type { ApiClient } from '../sync/api-client'

export type DirectoryCalls = Pick<Handlers, 'directory.find' | 'directory.near' | 'directory.services'>
export type DeskDirectory = {
  calls: DirectoryCalls
  /** Told whenever the network is there: fetches when what is here is older than an hour. Never throws. */
  online: () => void
}

const name = 'directory'
const hour = 3_600_000
const soon = 60_000

type Kept = { fetchedAt: number; directory: Directory }

/** What the cache holds; null when nothing, or nothing that this version can read: it is then fetched again. */
function readKept(text: string | null): Kept | null {
  if (text === null) return null
  try {
    const value = JSON.parse(text) as { fetchedAt?: unknown; directory?: unknown }
    const directory = Directory.safeParse(value.directory)
    return directory.success && typeof value.fetchedAt === 'number' ? { fetchedAt: value.fetchedAt, directory: directory.data } : null
  } catch {
    return null
  }
}

export function openDirectory(parts: { cache: Cache; clock: Clock; api: () => ApiClient; failed: (error: unknown) => void }): DeskDirectory {
  const { cache, clock, api, failed } = parts
  const shipped = crisisServices(CrisisLines.parse(crisisFile))
  const write = settingWrites(cache.write)
  let kept = readKept(settingReads(cache.read).find(name))
  let askedAt = Number.NEGATIVE_INFINITY

  const services = (): readonly Service[] => kept?.directory.services ?? shipped
  const at = () => new Date(clock.now())
  const answer = (hits: DirectoryHit[]) => ({ hits, fetchedAt: kept === null ? null : instant(kept.fetchedAt) })

  const fetchAgain = async () => {
    const fetched = await api().call('directory', {})
    // Not urgent: what is here stays, and it is asked for again soon. A desk that was locked meanwhile has no cache to write to.
    if (!fetched.ok) askedAt = clock.now() - hour + soon
    if (!fetched.ok || !cache.isOpen()) return
    kept = { fetchedAt: clock.now(), directory: fetched.value }
    write.put(name, JSON.stringify(kept))
  }

  return {
    online: () => {
      const now = clock.now()
      if (now - Math.max(askedAt, kept?.fetchedAt ?? Number.NEGATIVE_INFINITY) < hour) return
      askedAt = now
      fetchAgain().catch(failed)
    },
    calls: {
      'directory.find': (query) => answer(findServices(services(), query, at())),
      'directory.near': ({ country, themes }) => answer(servicesNear(services(), country, themes, at())),
      'directory.services': ({ ids }) =>
        answer(
          ids.flatMap((id) => {
            const service = services().find((s) => s.id === id)
            return service ? [{ service, opening: openNow(service, at()), stale: isStale(service, at()) }] : []
          }),
        ),
    },
  }
}
