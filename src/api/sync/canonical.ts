/** One text for one decision, whatever the order of its keys, and its fingerprint. */
import { createHash } from 'node:crypto'

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
        .map(([key, inner]) => [key, sorted(inner)]),
    )
  }
  return value
}

export const canonical = (value: unknown): string => JSON.stringify(sorted(value)) ?? 'null'

/** Over the person and the content: nobody learns another's outcome by guessing an id. */
export const fingerprint = (staff: string, payload: string): string => createHash('sha256').update(`${staff}\n${payload}`).digest('hex')
