import { AreaChart, BarChart } from '@mantine/charts'
import type { ShiftGlance } from '#contract/bridge'
import { verdicts } from '#contract/review'
import { levels } from '#contract/risk'
import { LevelMark } from '../components/LevelMark'
import { span } from '../components/time'
import { plural, verdictDone } from '../components/words'
import { ageRows, cutAt, families, hourOf, lengthWords, loadRows, nearest, stepRows, timeRows, type ClockRow, type FamilyId } from './figures'
import { Twin } from '../components/Twin'
import styles from './Shift.module.css'

type Props = { glance: ShiftGlance; asTable: boolean }

const still = { isAnimationActive: false }
const text = { textColor: 'var(--wg-ink-2)', gridColor: 'var(--wg-line)' }
const ink = { none: 'var(--wg-ink-3)', answer: 'var(--wg-accent-ink)', change: 'var(--wg-amber)', pass: 'var(--wg-red)' } as const satisfies Record<FamilyId, string>

/** Told apart by pattern as well as by colour. Once on the page, for all charts. */
export function Patterns() {
  const box = { width: 7, height: 7, patternUnits: 'userSpaceOnUse' as const }
  return (
    <svg width="0" height="0" className={styles.patterns} aria-hidden="true">
      <defs>
        <pattern id="shift-none" {...box}>
          <rect width="7" height="7" fill={ink.none} fillOpacity=".28" />
        </pattern>
        <pattern id="shift-answer" {...box}>
          <rect width="7" height="7" fill={ink.answer} />
        </pattern>
        <pattern id="shift-change" {...box} patternTransform="rotate(45)">
          <rect width="7" height="7" fill="var(--wg-page)" />
          <rect width="3.4" height="7" fill={ink.change} />
        </pattern>
        <pattern id="shift-pass" {...box}>
          <rect width="7" height="7" fill="var(--wg-page)" />
          <circle cx="3.5" cy="3.5" r="2.1" fill={ink.pass} />
        </pattern>
        <pattern id="shift-far" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--wg-ink-3)" fillOpacity=".2" />
          <rect width="1.7" height="5" fill="var(--wg-ink-2)" />
        </pattern>
      </defs>
    </svg>
  )
}

export function DecisionsChart({ glance, asTable }: Props) {
  const rows = stepRows(glance.steps)
  const total = rows.reduce((sum, row) => sum + row.total, 0)
  const kinds = verdicts.filter((verdict) => (glance.decisions[verdict] ?? 0) > 0)
  const table = {
    head: ['Kind', ...(rows.length > 8 ? [] : rows.map((row) => row.time)), 'In all'],
    rows: kinds.map((verdict) => [verdictDone[verdict], ...(rows.length > 8 ? [] : glance.steps.map((step) => step.counts[verdict] ?? 0)), glance.decisions[verdict] ?? 0]),
  }
  return (
    <Twin title="Decisions by kind" words={total === 0 ? 'None yet in this shift.' : `${plural(total, 'decision')}, each column ${span(glance.stepMs)}.`} table={table} asTable={asTable} empty={total === 0}>
      <BarChart
        h={170}
        data={rows}
        dataKey="time"
        type="stacked"
        series={families.map(({ id, name }) => ({ name: id, label: name, color: ink[id] }))}
        barProps={(series) => ({ ...still, fill: `url(#shift-${series.name})`, stroke: ink[series.name as FamilyId], strokeWidth: 1, maxBarSize: 44 })}
        yAxisProps={{ allowDecimals: false, width: 28 }}
        tickLine="none"
        withTooltip={false}
        accessibilityLayer={false}
        {...text}
      />
      <ul className={styles.legend}>
        {families.map(({ id, name }) => (
          <li key={id}>
            <svg width="14" height="12">
              <rect x=".5" y=".5" width="13" height="11" fill={`url(#shift-${id})`} stroke={ink[id]} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </Twin>
  )
}

/** Two bars for each level as per cent of its own clock. */
function AgainstClocks({ rows, middle, far }: { rows: ClockRow[]; middle: string; far: string }) {
  return (
    <>
      <BarChart
        h={190}
        data={rows}
        dataKey="name"
        orientation="vertical"
        series={[
          { name: 'middle', label: middle, color: 'var(--wg-accent-ink)' },
          { name: 'far', label: far, color: 'var(--wg-ink-3)' },
        ]}
        barProps={(series) => ({ ...still, maxBarSize: 11, ...(series.name === 'far' ? { fill: 'url(#shift-far)' } : {}) })}
        xAxisProps={{ domain: [0, cutAt], ticks: [0, 50, 100, 150, 200], tickFormatter: (value: number) => `${value} %` }}
        yAxisProps={{ width: 58 }}
        gridAxis="y"
        tickLine="none"
        referenceLines={[{ x: 100, color: 'var(--wg-ink)', label: 'clock', labelPosition: 'insideTopRight' }]}
        withTooltip={false}
        accessibilityLayer={false}
        {...text}
      />
      <ul className={styles.legend}>
        <li>
          <svg width="14" height="12">
            <rect x=".5" y="2.5" width="13" height="7" fill="var(--wg-accent-ink)" />
          </svg>
          {middle}
        </li>
        <li>
          <svg width="14" height="12">
            <rect x=".5" y="2.5" width="13" height="7" fill="url(#shift-far)" />
          </svg>
          {far}
        </li>
        <li>Bars are cut at twice the clock.</li>
      </ul>
    </>
  )
}

export function TimesChart({ glance, asTable }: Props) {
  const { times } = glance
  const decided = levels.reduce((sum, level) => sum + times[level].decided, 0)
  const inTime = levels.reduce((sum, level) => sum + times[level].inTime, 0)
  const table = {
    head: ['Level', 'Decided', 'Median', 'Nine in ten within', 'Clock', 'In time'],
    rows: levels.map((level) => [
      <LevelMark key="level" level={level} named />,
      times[level].decided,
      lengthWords(times[level].medianMs),
      lengthWords(times[level].p90Ms),
      span(times[level].clockMs),
      times[level].decided === 0 ? 'none' : `${times[level].inTime} of ${times[level].decided}`,
    ]),
  }
  return (
    <Twin title="How long things waited for me" words={decided === 0 ? 'Nothing decided yet in this shift.' : `From entering the queue to my decision. ${inTime} of ${decided} within their clock.`} table={table} asTable={asTable} empty={decided === 0}>
      <AgainstClocks rows={timeRows(times)} middle="median" far="nine in ten within" />
    </Twin>
  )
}

export function QueueAgeChart({ glance, asTable }: Props) {
  const { queue } = glance
  const open = levels.reduce((sum, level) => sum + queue[level].open, 0)
  const late = levels.reduce((sum, level) => sum + queue[level].late, 0)
  const table = {
    head: ['Level', 'Open', 'Median age', 'Oldest', 'Clock', 'Past it'],
    rows: levels.map((level) => [
      <LevelMark key="level" level={level} named />,
      queue[level].open.toLocaleString('en-GB'),
      lengthWords(queue[level].medianMs),
      lengthWords(queue[level].oldestMs),
      span(queue[level].clockMs),
      queue[level].late.toLocaleString('en-GB'),
    ]),
  }
  return (
    <Twin title="What waits, by age" words={open === 0 ? 'Nothing waits.' : `${open.toLocaleString('en-GB')} open on this desk, ${late.toLocaleString('en-GB')} past their clock.`} table={table} asTable={asTable} empty={open === 0}>
      <AgainstClocks rows={ageRows(queue)} middle="median age" far="oldest" />
    </Twin>
  )
}

export function ExposureChart({ glance, asTable }: Props) {
  const rows = loadRows(glance.exposure)
  const rests = [...glance.breaks.map((rest) => ({ ...rest, what: 'Break' })), ...glance.pauses.map((rest) => ({ ...rest, what: 'Protected pause' }))].sort((a, b) => a.from.localeCompare(b.from))
  const length = ({ from, until }: { from: string; until: string | null }) => span((until === null ? Date.parse(glance.to) : Date.parse(until)) - Date.parse(from))
  const every = Math.max(1, Math.ceil(rows.length / 10))
  const table = {
    head: ['Time', 'Load'],
    rows: [
      ...rows.filter((_, i) => i % every === 0 || i === rows.length - 1).map((row) => [row.time, Math.round(row.load)]),
      ...rests.map((rest) => [hourOf(rest.from), `${rest.what}, ${length(rest)}`]),
    ],
  }
  const last = rows.at(-1)
  return (
    <Twin
      title="Exposure and breaks"
      words={last === undefined ? 'Nothing read yet in this shift.' : `${Math.round(last.load)} now. ${rests.length === 0 ? 'No break so far.' : `${rests.map((rest) => `${rest.what} at ${hourOf(rest.from)}, ${length(rest)}`).slice(-3).join('; ')}.`}`}
      table={table}
      asTable={asTable}
      empty={last === undefined}
    >
      <AreaChart
        h={190}
        data={rows}
        dataKey="time"
        series={[{ name: 'load', label: 'Load', color: 'var(--wg-accent-ink)' }]}
        curveType="monotone"
        withDots={false}
        strokeWidth={1.8}
        fillOpacity={0.18}
        areaProps={still}
        xAxisProps={{ minTickGap: 36 }}
        yAxisProps={{ width: 28, domain: [0, (max: number) => Math.max(20, Math.ceil(max / 20) * 20)], allowDecimals: false }}
        tickLine="none"
        referenceLines={rests.flatMap((rest) => {
          const x = nearest(rows, rest.from)
          return x === null ? [] : [{ x, color: 'var(--wg-ink-2)', strokeDasharray: '2 3', label: rest.what === 'Break' ? 'break' : 'pause', labelPosition: 'insideTopLeft' as const }]
        })}
        withTooltip={false}
        accessibilityLayer={false}
        {...text}
      />
    </Twin>
  )
}
