/** One item as the cache keeps it: the columns that rank, filter and preview, and the item itself as the server sent it. */
import { ReviewItem } from '#contract/review'
import { levels } from '#contract/risk'
import { dueAt, rankKey } from '../rank/key'
import type { Standing } from '../score/score'

const statuses = ['open', 'decided', 'withdrawn'] as const satisfies readonly ReviewItem['status'][]
export const statusNumber = (status: ReviewItem['status']): number => statuses.indexOf(status)
export const statusOf = (value: number): ReviewItem['status'] => statuses[value] ?? 'withdrawn'
export const openStatus = statusNumber('open')

const previewLength = 160

/** First words, on one line. A cut never leaves half a character behind. */
export function previewOf(text: string): string {
  const line = text.slice(0, previewLength * 2).replace(/\s+/g, ' ').trim()
  if (line.length <= previewLength) return line
  return `${line.slice(0, previewLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** The columns in the order of `itemColumns`. */
export type ItemValues = readonly (string | number | null)[]

export const itemColumns = [
  'id',
  'seq',
  'era',
  'mark',
  'status',
  'kind',
  'topic',
  'thread',
  'author',
  'author_name',
  'preview',
  'queued_at',
  'due_at',
  'decided_at',
  'lease_by',
  'lease_name',
  'lease_device',
  'lease_until',
  'watched',
  'level',
  'abstained',
  'themes',
  'pack_version',
  'band',
  'rank_at',
  'payload',
  'partner',
  'country',
  'assignee',
] as const

export type Received = {
  seq: number
  item: ReviewItem
  /** The same item with whatever else the server sent. */
  raw: unknown
}

export function itemValues({ seq, item, raw }: Received, { era, mark }: { era: number; mark: number }, at: Standing): ItemValues {
  const queuedAt = Date.parse(item.queuedAt)
  const key = rankKey(item.kind, at.level, queuedAt, item.id)
  return [
    item.id,
    seq,
    era,
    mark,
    statusNumber(item.status),
    item.kind,
    item.post.topic.name,
    item.post.thread,
    item.author.id,
    item.author.pseudonym,
    previewOf(item.post.title === null ? item.post.text : `${item.post.title} — ${item.post.text}`),
    queuedAt,
    dueAt(item.kind, at.level, queuedAt),
    item.decision === null ? null : Date.parse(item.decision.at),
    item.lease?.by ?? null,
    item.lease?.name ?? null,
    item.lease?.device ?? null,
    item.lease === null ? null : Date.parse(item.lease.until),
    item.watched ? 1 : 0,
    levels.indexOf(at.level),
    at.abstained ? 1 : 0,
    JSON.stringify(at.themes),
    at.packVersion,
    key.band,
    key.at,
    JSON.stringify(raw),
    item.author.partner ?? '',
    item.author.country ?? '',
    item.assignee?.id ?? null,
  ]
}

/** Reads back what `itemValues` wrote; the cache only ever holds items that were validated on the way in. */
export const itemOf = (payload: string): ReviewItem => ReviewItem.parse(JSON.parse(payload))
