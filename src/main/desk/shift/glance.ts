/** My shift at a glance: of this person alone, at their own desk. */
import type { ShiftGlance } from '#contract/bridge/care'
import type { Care } from '../care/care'
import { loadOver } from '../care/exposure'
import { shiftStart, type Rest } from '../care/rhythm'
import { instant } from '../clock'
import type { ageReads } from './ages'
import { countsOf, stepsOf, timesOf } from './figures'

/** No shift is longer; what lies before is another one. */
const longestMs = 24 * 3_600_000
const exposureSteps = 24

export function shiftGlance(care: Care, ages: ReturnType<typeof ageReads>, now: number, serverNow: number): ShiftGlance {
  const back = now - longestMs
  const readings = care.readings(back, now)
  const start = shiftStart([...care.events.times(back), ...readings.map(({ at }) => at)])
  const from = start ?? now
  const decisions = care.events.decisions(from)
  const { steps, stepMs } = stepsOf(decisions, from, now)
  const loads = [...readings.map(({ until, load }) => ({ at: until, load })), ...decisions]
  return {
    from: start === null ? null : instant(from),
    to: instant(now),
    steps: steps.map((step) => ({ from: instant(step.from), counts: step.counts })),
    stepMs,
    decisions: countsOf(decisions),
    times: timesOf(decisions),
    queue: ages(serverNow),
    exposure: start === null ? [] : loadOver(loads, from, now, Math.max(60_000, Math.ceil((now - from) / exposureSteps))).map(({ at, load }) => ({ at: instant(at), load: Math.round(load * 10) / 10 })),
    breaks: care.events.breaks(from).map(spoken),
    pauses: care.events.pauses(from).map(({ from: begun, until }) => spoken({ from: begun, until: until === null ? null : Math.min(until, now) })),
  }
}

const spoken = ({ from, until }: Rest) => ({ from: instant(from), until: until === null ? null : instant(until) })
