/**
 * Who looks at what, now. Not in the log and not in the database: a word of a desk that is forgotten after a while, passed between
 * API processes by notification. It protects nothing; the lease does.
 */
import type { ItemId, StaffId } from '#contract/ids'
import { lookingMs, type Looking } from '#contract/people'
import { z } from 'zod'
import type { Database } from '../db/database'
import { statement } from '../db/sql'

const channel = 'wallguide_presence'
const notify = statement('presence_notify', `select pg_notify('${channel}', $1)`)

const Word = z.object({ staff: z.string(), device: z.string(), name: z.string(), item: z.string().nullable() })
type Word = z.infer<typeof Word>

export type Presence = {
  /** A desk says what it looks at; null is nothing. Every process and every other desk hears of it. */
  say: (word: { staff: StaffId; device: string; name: string; item: ItemId | null }) => Promise<void>
  looking: () => Looking[]
  onChange: (listener: () => void) => void
  close: () => Promise<void>
}

export async function openPresence(database: Database, now: () => Date): Promise<Presence> {
  const seen = new Map<string, Word & { until: number }>()
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())
  const forget = () => {
    const before = seen.size
    for (const [desk, word] of seen) if (word.until <= now().getTime()) seen.delete(desk)
    if (seen.size !== before) tell()
  }
  const hear = (payload: string) => {
    const word = payload === '' ? null : Word.safeParse(JSON.parse(payload)).data
    if (!word) return
    const desk = `${word.staff} ${word.device}`
    const before = seen.get(desk)?.item ?? null
    if (word.item === null) seen.delete(desk)
    else seen.set(desk, { ...word, until: now().getTime() + lookingMs })
    if (before !== word.item) tell()
  }
  const stop = await database.listen(channel, hear)
  const timer = setInterval(forget, 5_000)
  timer.unref()
  return {
    say: async (word) => void (await database.query(notify, [JSON.stringify(word)])),
    looking: () => {
      forget()
      return [...seen.values()].flatMap(({ item, staff, name }) => (item === null ? [] : [{ item: item as ItemId, staff: staff as StaffId, name }]))
    },
    onChange: (listener) => void listeners.add(listener),
    close: async () => {
      clearInterval(timer)
      listeners.clear()
      await stop()
    },
  }
}
