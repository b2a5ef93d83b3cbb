/** One line of the queue, from its columns alone. */
import type { QueueRow } from '#contract/bridge'
import type { DecisionId, ItemId } from '#contract/ids'
import type { Verdict } from '#contract/review'
import { levels } from '#contract/risk'
import { statusOf } from '../cache/item-row'
import { instant } from '../clock'

export type Row = {
  rid: number
  id: string
  level: number
  abstained: number
  kind: QueueRow['kind']
  topic: string
  themes: string
  preview: string
  authorName: string
  queuedAt: number
  dueAt: number
  status: number
  leaseBy: string | null
  leaseName: string | null
  leaseUntil: number | null
  watched: number
  decision: string | null
  verdict: Verdict | null
  undoUntil: number | null
}

export type RowContext = {
  /** Id of the staff member at the desk. */
  staff: string
  pseudonym: string
  /** Present time of this computer and of the server, in milliseconds. */
  now: number
  serverNow: number
  /** Milliseconds left of a lease that this desk was granted itself. */
  ownLease: (item: string) => number | null
}

type LeaseColumns = Pick<Row, 'id' | 'leaseBy' | 'leaseName' | 'leaseUntil'>

/** A lease that is over is no lease. Its end is told on this computer's clock. */
export function leaseOf(row: LeaseColumns, { staff, pseudonym, now, serverNow, ownLease }: RowContext): QueueRow['lease'] {
  const own = ownLease(row.id)
  if (own !== null) return { who: 'mine', name: pseudonym, until: instant(now + own) }
  if (row.leaseBy === null || row.leaseUntil === null || row.leaseUntil <= serverNow) return null
  return { who: row.leaseBy === staff ? 'mine' : 'other', name: row.leaseName ?? '', until: instant(now + row.leaseUntil - serverNow) }
}

export function rowOf(row: Row, context: RowContext): QueueRow {
  return {
    id: row.id as ItemId,
    level: levels[row.level] ?? 'amber',
    abstained: row.abstained === 1,
    kind: row.kind,
    topic: row.topic,
    themes: JSON.parse(row.themes) as string[],
    preview: row.preview,
    author: row.authorName,
    queuedAt: instant(row.queuedAt),
    dueAt: instant(row.dueAt),
    status: statusOf(row.status),
    lease: leaseOf(row, context),
    pending:
      row.decision === null || row.verdict === null
        ? null
        : { decision: row.decision as DecisionId, verdict: row.verdict, undoUntil: row.undoUntil === null ? null : instant(row.undoUntil) },
    watched: row.watched === 1,
  }
}

/** In the place of an item that was removed while a frozen view still points at it: no word of it is left. */
export const removedRow = (id: string, { now }: RowContext): QueueRow => ({
  id: id as ItemId,
  level: 'green',
  abstained: false,
  kind: 'content',
  topic: '',
  themes: [],
  preview: '',
  author: '',
  queuedAt: instant(now),
  dueAt: instant(now),
  status: 'withdrawn',
  lease: null,
  pending: null,
  watched: false,
})
