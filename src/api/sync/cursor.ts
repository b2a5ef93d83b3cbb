/** A place in the log. The desk compares cursors for equality only. */
import { Cursor } from '#contract/sync'

export type Place = { epoch: string; seq: number }

/**
 * The epoch names the log and the rank whose items it carries: somebody whose role changed takes a snapshot, because a log
 * cannot tell them about older items that they may see only now.
 */
export const epochFor = (epoch: string, rank: number): string => `${epoch}-${rank}`

export const cursorOf = (place: Place): Cursor => Cursor.parse(`${place.epoch}.${place.seq}`)

export function placeOf(cursor: Cursor): Place {
  const dot = cursor.lastIndexOf('.')
  return { epoch: cursor.slice(0, dot), seq: Number(cursor.slice(dot + 1)) }
}
