/** Decisions as they arrive from a desk: one transaction and one outcome each, always. */
import { DecisionId, ItemId } from '#contract/ids'
import { Decision, type Outcome } from '#contract/review'
import type { Staff } from '#contract/staff'
import type { Database } from '../db/database'
import type { Sampling } from '../second-review/sample'
import { troubleOf } from '../db/errors'
import { canonical, fingerprint } from './canonical'
import { decide, type Decider } from './decide'
import { findEntry, recordOnly, repeated, type Received } from './ledger'

export type PushDeps = { database: Database; sampling?: Sampling; now: () => Date; onError: (error: unknown) => void }
type Result = { id: string; outcome: Outcome }

/** How often a transaction that lost a race is tried again before the desk is asked to. */
const tries = 4
/** Milliseconds after which the desk sends again. */
const soon = 1_000
const later = 30_000

const idOf = (raw: unknown): unknown => (typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined)
const itemOf = (raw: unknown): string | null => {
  const item = ItemId.safeParse(typeof raw === 'object' && raw !== null && 'item' in raw ? raw.item : undefined)
  return item.success ? item.data : null
}

/** Never rejects: whatever goes wrong with one decision becomes its own outcome and does not touch the others. */
export async function push(deps: PushDeps, staff: Staff & { role: Decider['role'] }, device: string, decisions: readonly unknown[]): Promise<Result[]> {
  const results: Result[] = []
  let unavailable = false
  for (const raw of decisions) {
    const given = idOf(raw)
    const id = DecisionId.safeParse(given)
    if (!id.success) {
      results.push({ id: typeof given === 'string' ? given : '', outcome: invalid('The decision has no valid number.') })
      continue
    }
    if (unavailable) {
      results.push({ id: id.data, outcome: { kind: 'retry', after: soon } })
      continue
    }
    const outcome = await pushOne(deps, staff, device, id.data, raw)
    if (outcome === 'unavailable') unavailable = true
    results.push({ id: id.data, outcome: outcome === 'unavailable' ? { kind: 'retry', after: soon } : outcome })
  }
  return results
}

const invalid = (why: string): Outcome => ({ kind: 'rejected', code: 'invalid', why })

async function pushOne(
  { database, sampling, now, onError }: PushDeps,
  staff: Staff & { role: Decider['role'] },
  device: string,
  id: DecisionId,
  raw: unknown,
): Promise<Outcome | 'unavailable'> {
  const parsed = Decision.safeParse(raw)
  const payload = canonical(parsed.success ? parsed.data : raw)
  const received: Received = { id, item: itemOf(raw), staff: staff.id, device, hash: fingerprint(staff.id, payload), payload, at: now() }

  for (let attempt = 1; ; attempt++) {
    try {
      if (!parsed.success) {
        const entry = await findEntry(database, id)
        return entry ? repeated(entry, received.hash) : await recordOnly(database, received, invalid('The decision is incomplete or malformed.'))
      }
      return await decide(database, { staff, decision: parsed.data, received, ...(sampling && { sampling }) })
    } catch (error) {
      switch (troubleOf(error)) {
        // The same decision arrived twice at once, or another was faster: look again.
        case 'duplicate':
        case 'conflict':
          if (attempt < tries) continue
          return { kind: 'retry', after: soon }
        case 'unavailable':
          onError(error)
          return 'unavailable'
        case 'bad_text':
          return invalid('The decision holds a character that cannot be stored.')
        default:
          onError(error)
          return { kind: 'retry', after: later }
      }
    }
  }
}
