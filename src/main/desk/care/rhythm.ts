/**
 * Work, breaks and hard cases as they follow one another. The two hours are the field's (domain §11); what counts as a break
 * and as a gentler stretch is our own proposal (docs/decisions/0015). Pure; all times in milliseconds.
 */
import type { Level } from '#contract/risk'

export const workBeforeBreakMs = 2 * 3_600_000
/** Shorter ones are counted and shown, but the two hours do not begin anew. */
export const restfulBreakMs = 5 * 60_000
/** So long without anything read or decided is a break that nobody had to take. */
export const restfulGapMs = 15 * 60_000
/** A shift begins anew after so long without anything. */
export const shiftGapMs = 4 * 3_600_000
export const protectedPauseMs = 15 * 60_000

export type Stretch = { from: number; until: number }
export type Rest = { from: number; /** Null while it goes on. */ until: number | null }

/**
 * When the next break is due: two hours after this run of work began; a short break moves it by its own length. Null without
 * work in the last quarter of an hour.
 */
export function breakDueAt(work: readonly Stretch[], breaks: readonly Rest[], now: number): number | null {
  const rests = breaks.map(({ from, until }) => ({ from, until: until ?? now }))
  const restful = rests.filter(({ from, until }) => until - from >= restfulBreakMs)
  const lastRest = Math.max(-Infinity, ...restful.map(({ until }) => until))
  const since = work.filter(({ until }) => until > lastRest).sort((a, b) => a.from - b.from)
  let start: number | null = null
  let end = -Infinity
  for (const { from, until } of since) {
    if (start === null || from - end >= restfulGapMs) start = Math.max(from, lastRest)
    end = Math.max(end, until)
  }
  const begun = start
  if (begun === null || now - end >= restfulGapMs) return null
  const short = rests.filter(({ from, until }) => from >= begun && until - from < restfulBreakMs)
  return begun + workBeforeBreakMs + short.reduce((sum, { from, until }) => sum + until - from, 0)
}

/** Where the shift that is under way, or was last, began; null without anything done. `times` need no order. */
export function shiftStart(times: readonly number[]): number | null {
  const sorted = [...times].sort((a, b) => b - a)
  let start: number | null = null
  for (const at of sorted) {
    if (start !== null && start - at >= shiftGapMs) break
    start = at
  }
  return start
}

export type Case = { at: number; item: string; level: Level }

/** No more than so many crisis or red cases one after the other (domain §11). */
export const hardLimit = 2
/** After those, so many amber or green cases are a gentler stretch. A restful break is one, too. */
export const gentleStretch = 2

const isHard = (level: Level): boolean => level === 'crisis' || level === 'red'

/** Hard cases in a row up to now. The same item read and then decided is one case. */
export function hardInARow(cases: readonly Case[], breaks: readonly Rest[]): number {
  const rests = breaks.flatMap(({ from, until }) => (until !== null && until - from >= restfulBreakMs ? [{ at: until, item: null, level: null }] : []))
  let hard = 0
  let gentle = 0
  let last: string | null = null
  for (const { item, level } of [...cases, ...rests].sort((a, b) => a.at - b.at)) {
    if (item === null || level === null) {
      hard = 0
      gentle = 0
      last = null
      continue
    }
    if (item === last) continue
    last = item
    if (isHard(level)) {
      hard++
      gentle = 0
    } else if (hard < hardLimit || ++gentle >= gentleStretch) {
      hard = 0
      gentle = 0
    }
  }
  return hard
}
