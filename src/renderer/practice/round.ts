/** What a timed round is made of, and what it says in the end. Pure; times are milliseconds. */
import type { Verdict } from '#contract/review'
import type { Level } from '#contract/risk'
import type { Practised } from './bridge'
import type { PracticeItem } from './items'

/** `same`: the expert’s own choice. `also`: one that the expert finds as good. `other`: neither. */
export type Agreement = 'same' | 'also' | 'other'

export type Taken = { index: number; level: Level; title: string; verdict: Verdict; best: Verdict; agreement: Agreement; why: string; ms: number }

export type Round = {
  startedAt: number
  /** When the last decision was made or taken back: the next one’s time runs from there. */
  since: number
  /** Time already spent on an item whose decision was taken back. */
  spent: Readonly<Record<number, number>>
  taken: readonly Taken[]
  keys: number
  pointer: number
}

export const beginRound = (now: number): Round => ({ startedAt: now, since: now, spent: {}, taken: [], keys: 0, pointer: 0 })

export const agreementOf = (item: PracticeItem, verdict: Verdict): Agreement => (verdict === item.expert.best ? 'same' : item.expert.fine.includes(verdict) ? 'also' : 'other')

/** The round after a deed. Searching changes nothing. */
export function afterDeed(round: Round, did: Practised, items: readonly PracticeItem[], now: number): Round {
  if (did.kind === 'undone') {
    const back = round.taken.find((each) => each.index === did.index)
    if (!back) return round
    return { ...round, spent: { ...round.spent, [did.index]: back.ms + now - round.since }, since: now, taken: round.taken.filter((each) => each !== back) }
  }
  const item = did.kind === 'decided' ? items[did.index] : undefined
  if (did.kind !== 'decided' || !item) return round
  const { verdict } = did.action
  const taken: Taken = {
    index: did.index,
    level: item.level,
    title: item.title ?? item.topic,
    verdict,
    best: item.expert.best,
    agreement: agreementOf(item, verdict),
    why: item.expert.why,
    ms: now - round.since + (round.spent[did.index] ?? 0),
  }
  return { ...round, since: now, taken: [...round.taken, taken] }
}

export type Report = { decided: number; same: number; also: number; medianMs: number | null; totalMs: number; keys: number; pointer: number; taken: readonly Taken[] }

export function reportOf(round: Round, now: number): Report {
  const sorted = round.taken.map((each) => each.ms).sort((a, b) => a - b)
  const count = (agreement: Agreement) => round.taken.filter((each) => each.agreement === agreement).length
  const middle = sorted.length >> 1
  const median = sorted.length === 0 ? null : sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  return { decided: round.taken.length, same: count('same'), also: count('also'), medianMs: median, totalMs: now - round.startedAt, keys: round.keys, pointer: round.pointer, taken: round.taken }
}
