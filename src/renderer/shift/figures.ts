/** What the charts and their tables show, from what the core computed. Pure. */
import type { ShiftGlance } from '#contract/bridge'
import { verdicts, type Verdict } from '#contract/review'
import { levels, type Level } from '#contract/risk'
import { span } from '../components/time'
import { levelWords } from '../components/words'

/** The ladder in four families: more would not be told apart by pattern. */
const first = [
  { id: 'none', name: 'No action', verdicts: ['no_action'] },
  { id: 'answer', name: 'Answered', verdicts: ['support_reply', 'message', 'signpost'] },
  { id: 'change', name: 'Changed the post', verdicts: ['content_note', 'redact', 'hide', 'remove'] },
] as const satisfies readonly { id: string; name: string; verdicts: readonly Verdict[] }[]
const named: readonly Verdict[] = first.flatMap((family) => family.verdicts)
/** Whatever else the ladder has goes to somebody, or is looked at again. */
export const families = [...first, { id: 'pass', name: 'Watched or passed on', verdicts: verdicts.filter((verdict) => !named.includes(verdict)) }] as const

export type FamilyId = (typeof families)[number]['id']

const hourFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
export const hourOf = (at: string) => hourFormat.format(new Date(at))

export type StepRow = { time: string; total: number } & Record<FamilyId, number>

export function stepRows(steps: ShiftGlance['steps']): StepRow[] {
  return steps.map(({ from, counts }) => {
    const row: StepRow = { time: hourOf(from), total: 0, none: 0, answer: 0, change: 0, pass: 0 }
    for (const { id, verdicts } of families) for (const verdict of verdicts) row[id] += counts[verdict] ?? 0
    row.total = families.reduce((sum, { id }) => sum + row[id], 0)
    return row
  })
}

/** Bars are cut at twice the clock; the table tells the whole length. */
export const cutAt = 200

const ofClock = (ms: number | null, clockMs: number) => (ms === null ? 0 : Math.min(cutAt, Math.round((ms / clockMs) * 100)))

export type ClockRow = { level: Level; name: string; middle: number; far: number }

/** As per cent of each level's own clock, so that five minutes and a day can stand side by side. */
export const timeRows = (times: ShiftGlance['times']): ClockRow[] =>
  levels.map((level) => ({ level, name: levelWords[level].name, middle: ofClock(times[level].medianMs, times[level].clockMs), far: ofClock(times[level].p90Ms, times[level].clockMs) }))

export const ageRows = (queue: ShiftGlance['queue']): ClockRow[] =>
  levels.map((level) => ({ level, name: levelWords[level].name, middle: ofClock(queue[level].medianMs, queue[level].clockMs), far: ofClock(queue[level].oldestMs, queue[level].clockMs) }))

export const lengthWords = (ms: number | null) => (ms === null ? 'none' : span(ms))

export type LoadRow = { time: string; load: number; at: number }
export const loadRows = (exposure: ShiftGlance['exposure']): LoadRow[] => exposure.map(({ at, load }) => ({ time: hourOf(at), load, at: Date.parse(at) }))

/** The point of the chart nearest to an instant: where a break is marked. */
export const nearest = (rows: readonly LoadRow[], at: string): string | null =>
  rows.reduce<LoadRow | null>((best, row) => (best === null || Math.abs(row.at - Date.parse(at)) < Math.abs(best.at - Date.parse(at)) ? row : best), null)?.time ?? null
