/** What waits, as far as care must know: a crisis that nobody holds, and something gentler to read. */
import { optedOut, type OptOuts } from '#contract/bridge/care'
import type { ItemId } from '#contract/ids'
import { levels, type Level } from '#contract/risk'
import { openStatus } from '../cache/item-row'
import type { ReadHandle } from '../cache/open'
import type { RowContext } from '../queue/row'

type Waiting = { id: string; level: number; topic: string; themes: string; queuedAt: number; leaseUntil: number | null }

const page = 200

export function waitingReads({ db }: ReadHandle) {
  // A promise waits from when it is due. Nothing else is ever too early: a clock that is off must not hide a crisis.
  const open = `status = ${openStatus} and level = ? and (queued_at <= ? or kind <> 'promise') and id not in (select item_id from outbox)`
  const free = db.prepare<[number, number, number], string>(`select id from item where ${open} and coalesce(lease_until, 0) <= ? order by queued_at, id limit 50`).pluck()
  const after = db.prepare<[number, number, number, string, number], Waiting>(
    `select id, level, topic, themes, queued_at as queuedAt, lease_until as leaseUntil from item
     where ${open} and (queued_at, id) > (?, ?) order by queued_at, id limit ?`,
  )
  const standing = db.prepare<[string], { level: number; queuedAt: number; topic: string }>('select level, queued_at as queuedAt, topic from item where id = ?')

  /** The first in the order of waiting, after a place, that this person may be given. */
  const firstAfter = (level: number, from: { queuedAt: number; id: string }, optOuts: OptOuts, context: RowContext): ItemId | null => {
    let place = from
    for (;;) {
      const rows = after.all(level, context.serverNow, place.queuedAt, place.id, page)
      for (const row of rows) {
        const held = (row.leaseUntil ?? 0) > context.serverNow && context.ownLease(row.id) === null
        const item = { level: levels[row.level] ?? 'amber', topic: row.topic, themes: JSON.parse(row.themes) as string[] }
        if (!held && !optedOut(optOuts, item)) return row.id as ItemId
      }
      const last = rows.at(-1)
      if (last === undefined || rows.length < page) return null
      place = { queuedAt: last.queuedAt, id: last.id }
    }
  }

  return {
    standing: (id: string): { level: Level; queuedAt: number } | null => {
      const row = standing.get(id)
      return row === undefined ? null : { level: levels[row.level] ?? 'amber', queuedAt: row.queuedAt }
    },
    crisisUnheld: (context: RowContext): boolean => free.all(levels.indexOf('crisis'), context.serverNow, context.serverNow).some((id) => context.ownLease(id) === null),
    /** The one that has waited longest, level by level; after `not`, so that the key never gives the same one twice. */
    gentle: (wanted: readonly Level[], not: ItemId | null, optOuts: OptOuts, context: RowContext): ItemId | null => {
      const at = not === null ? undefined : standing.get(not)
      const start = { queuedAt: Number.MIN_SAFE_INTEGER, id: '' }
      const here = at === undefined || not === null ? null : { level: at.level, queuedAt: at.queuedAt, id: not as string }
      const order = wanted.map((level) => levels.indexOf(level))
      const from = here === null ? -1 : order.indexOf(here.level)
      // From the present one on through its level and those below, then round again from the start.
      if (here !== null && from >= 0) {
        const next = firstAfter(here.level, here, optOuts, context)
        if (next !== null) return next
      }
      for (const level of [...order.slice(from + 1), ...order.slice(0, from + 1)]) {
        const next = firstAfter(level, start, optOuts, context)
        if (next !== null && next !== not) return next
      }
      return null
    },
  }
}
export type WaitingReads = ReturnType<typeof waitingReads>
