/** Leases: who is looking at an item with the intention to decide it. */
import type { ItemId, StaffId } from '#contract/ids'
import { heldLeaseMs, leaseMs, type ClaimResult } from '#contract/sync'
import type { ClinicalRole } from '#contract/staff'
import type { Database, Tx } from '../db/database'
import { statement } from '../db/sql'
import { rankOf } from '../review/rank'
import { announcing, drawing } from './head'

export type Claimant = { id: StaffId; pseudonym: string; role: ClinicalRole; device: string }

type Locked = {
  id: string
  version: number
  status: string
  removed: boolean
  audience: number
  lease_user: string | null
  lease_name: string | null
  lease_device: string | null
  lease_until: Date | null
  lease_held: string | null
}

// Locked in the order of ids, as every transaction on several items does, so that no two wait for each other.
const lockItems = statement<Locked>(
  'claim_lock',
  `select id, version, status, removed, audience, lease_user, lease_name, lease_device, lease_until, lease_held
   from item where id = any($1::uuid[]) order by id for update`,
)
const setLeases = statement(
  'claim_set',
  `with ${drawing}, leased as (
     update item set seq = h.base + g.n, lease_user = $6, lease_name = $7, lease_device = $8, lease_until = $9, lease_held = $11
     from h, unnest($5::uuid[]) with ordinality as g(id, n) where item.id = g.id
   ) select ${announcing('$10')} from h`,
)

type Verb = 'claim' | 'renew' | 'release' | { hold: string }

/**
 * Takes, renews or gives back leases: one result per item asked for, in that order. The item's row lock decides between two
 * that ask at once. A claim of one's own live lease renews it; a renewal takes a lease that nobody holds any more.
 */
export async function lease(database: Database, who: Claimant, ids: readonly ItemId[], verb: Verb, now: Date): Promise<ClaimResult[]> {
  const distinct = [...new Set(ids)]
  const why = typeof verb === 'object' ? verb.hold : null
  const until = new Date(now.getTime() + (why === null ? leaseMs : heldLeaseMs))
  return database.transaction(async (tx) => {
    const rows = new Map((await tx.query(lockItems, [distinct])).map((row) => [row.id, row]))
    const change: string[] = []
    const results = new Map<string, ClaimResult>()
    for (const id of distinct) {
      const row = rows.get(id)
      if (row === undefined || row.removed || row.status !== 'open' || row.audience > rankOf[who.role]) {
        results.set(id, { id, kind: 'gone' })
        continue
      }
      const live = row.lease_until !== null && row.lease_until > now
      const mine = row.lease_user === who.id && row.lease_device === who.device
      // What is held for a supervisor is theirs to take; its holder sees who has it now.
      const supervises = verb === 'claim' && row.lease_held !== null && who.role !== 'guide' && row.lease_user !== who.id
      if (live && !mine && !supervises) {
        results.set(id, { id, kind: 'held', by: row.lease_name ?? '', until: (row.lease_until ?? now).toISOString() })
        continue
      }
      if (verb === 'release') {
        if (mine) change.push(id)
        results.set(id, { id, kind: 'gone' })
        continue
      }
      // Renewing what is held does not shorten it.
      const kept = why === null && mine && row.lease_held !== null && row.lease_until !== null && row.lease_until > until
      if (!kept) change.push(id)
      results.set(id, { id, kind: 'granted', until: (kept ? (row.lease_until ?? until) : until).toISOString(), version: row.version })
    }
    if (change.length > 0) await write(tx, change, verb === 'release' ? null : { who, until, why })
    return ids.map((id) => results.get(id) ?? { id, kind: 'gone' })
  })
}

async function write(tx: Tx, ids: readonly string[], held: { who: Claimant; until: Date; why: string | null } | null) {
  const lease = held ? [held.who.id, held.who.pseudonym, held.who.device, held.until] : [null, null, null, null]
  await tx.last(setLeases, [ids.length, 0, 0, 0, ids, ...lease, '[]', held?.why ?? null])
}
