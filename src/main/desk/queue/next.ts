/** The next one to take: the head of the queue, past what somebody has, what this person leaves to others and what they may not decide. */
import { optedOut, type NextOne, type OptOuts } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import { levels } from '#contract/risk'
import { instant } from '../clock'
import type { ReadHandle } from '../cache/open'
import type { RowContext } from './row'

type Candidate = {
  id: string
  level: number
  kind: NextOne['kind']
  topic: string
  themes: string
  queuedAt: number
  dueAt: number
  watched: number
  assignee: string | null
  leaseBy: string | null
  leaseUntil: number | null
  allowed: number
}

export function nextReads({ db }: ReadHandle) {
  const candidate = db.prepare<[number], Candidate>(
    `select id, level, kind, topic, themes, queued_at as queuedAt, due_at as dueAt, watched, assignee, lease_by as leaseBy, lease_until as leaseUntil,
       json_array_length(payload, '$.allowed') as allowed
     from item where rid = ?`,
  )
  /** `rids` in the order in which they should be read. Null when there is nothing that this person may take. */
  return (rids: Iterable<number>, not: readonly ItemId[], optOuts: OptOuts, context: RowContext): NextOne | null => {
    const taken = new Set<string>(not)
    const passed = { held: not.length, leftOut: 0, notAllowed: 0 }
    for (const rid of rids) {
      const row = candidate.get(rid)
      if (row === undefined || taken.has(row.id)) continue
      const level = levels[row.level] ?? 'amber'
      const late = row.dueAt <= context.serverNow
      const leased = (row.leaseUntil ?? 0) > context.serverNow
      const mine = row.assignee === context.staff || context.ownLease(row.id) !== null || (leased && row.leaseBy === context.staff)
      // What is meant for a colleague by name is theirs until its clock has run out.
      if (!mine && (leased || (row.assignee !== null && !late))) passed.held++
      else if (row.allowed === 0) passed.notAllowed++
      else if (optedOut(optOuts, { level, topic: row.topic, themes: JSON.parse(row.themes) as string[] })) passed.leftOut++
      else return { item: row.id as ItemId, level, kind: row.kind, queuedAt: instant(context.now + row.queuedAt - context.serverNow), late, mine, watched: row.watched === 1, passed }
    }
    return null
  }
}
