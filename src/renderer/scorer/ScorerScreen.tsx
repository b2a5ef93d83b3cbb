import '@mantine/charts/styles.layer.css'
import { BarChart, ScatterChart } from '@mantine/charts'
import { Button, Checkbox, Modal, UnstyledButton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { PackStatus, ScorerMiss, ScorerReport } from '#contract/bridge'
import { useActions } from '../app/actionsContext'
import { useNow } from '../app/clock'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { Delayed } from '../components/Delayed'
import { Empty } from '../components/Empty'
import { KeyHint } from '../components/Keys'
import { LevelMark } from '../components/LevelMark'
import list from '../components/ListScreen.module.css'
import { ago, fullTime } from '../components/time'
import { Twin } from '../components/Twin'
import { levelWords, plural, verdictDone } from '../components/words'
import { useScreenFocus } from '../components/useScreenFocus'
import { atOnce } from '../decide/atOnce'
import { agreementWords, driftWords, packWords, percent } from './words'
import styles from './Scorer.module.css'

/** What scores on this desk, how it does against what clinicians decide, and where they saw it otherwise. */
export default function ScorerScreen() {
  const { scorer } = useWorkstation()
  const actions = useActions()
  const { report, asTables, error } = useStore(scorer.state)
  const heading = useScreenFocus()
  return (
    <main id="main" className={list.screen}>
      <header className={list.head}>
        <h2 ref={heading} tabIndex={-1} data-quiet-focus>
          Scorer
        </h2>
        <p>It orders the queue and shows its reasons. A clinician decides.</p>
        <UnstyledButton className={list.toggle} aria-pressed={asTables} onClick={() => actions.run('scorer-tables')}>
          {asTables ? 'As charts' : 'As tables'} <KeyHint id="scorer-tables" />
        </UnstyledButton>
      </header>
      {error && <Empty title="This could not be read">{error.message}</Empty>}
      {!error && !report && (
        <Delayed>
          <p className={list.waiting}>Looking through what was decided.</p>
        </Delayed>
      )}
      {report && <Report report={report} asTables={asTables} />}
      <ExportDialog />
    </main>
  )
}

function Report({ report, asTables }: { report: ScorerReport; asTables: boolean }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="How the scorer does">
      <Pack pack={report.pack} />
      {report.drift?.alarm && (
        <p className={styles.alarm} role="status">
          <strong>The scorer may no longer fit.</strong> {report.drift.reasons.join(' ')} Read more of the green items, and tell whoever looks after the pack.
        </p>
      )}
      <div className={styles.grid}>
        <Mix report={report} asTable={asTables} />
        <Calibration report={report} asTable={asTables} />
      </div>
      <Misses report={report} />
      <p className={styles.kept}>
        All of this is computed on this desk from the items it holds, and sent nowhere. A decision speaks for a range of levels: leaving a post as it is goes with green and amber, passing it up or a reason of danger with red
        and crisis, a word to the member with anything below crisis; hiding or covering says nothing of risk. Only what lies outside its range counts as a disagreement.
      </p>
    </div>
  )
}

function Pack({ pack }: { pack: PackStatus }) {
  const now = useNow()
  return (
    <section className={styles.pack} aria-label="Risk pack">
      <p>
        <strong>Pack {pack.version}</strong> {packWords(pack, now)}
      </p>
      {pack.refused && (
        <p className={styles.alarm} role="status">
          {pack.refused}
        </p>
      )}
    </section>
  )
}

const still = { isAnimationActive: false, maxBarSize: 34 }
const look = { textColor: 'var(--wg-ink-2)', gridColor: 'var(--wg-line)' }

function Mix({ report: { mix, drift }, asTable }: { report: ScorerReport; asTable: boolean }) {
  const empty = mix.every(({ recent, before }) => recent === 0 && before === 0)
  const rows = mix.map(({ level, recent, before }) => ({ level: levelWords[level].name, recent: Math.round(recent * 100), before: Math.round(before * 100) }))
  return (
    <Twin title="Levels, this week and before" words={empty ? 'No items yet.' : driftWords(drift)} asTable={asTable} empty={empty} table={{ head: ['Level', 'Last 7 days', 'Before'], rows: mix.map(({ level, recent, before }) => [levelWords[level].name, percent(recent), percent(before)]) }}>
      <BarChart
        h={190}
        data={rows}
        dataKey="level"
        series={[
          { name: 'recent', label: 'Last 7 days', color: 'var(--wg-accent-ink)' },
          { name: 'before', label: 'Before', color: 'var(--wg-ink-3)' },
        ]}
        barProps={still}
        yAxisProps={{ width: 44, tickFormatter: (value: number) => `${value} %` }}
        tickLine="none"
        withTooltip={false}
        withLegend
        legendProps={{ verticalAlign: 'bottom' }}
        accessibilityLayer={false}
        {...look}
      />
    </Twin>
  )
}

function Calibration({ report: { calibration, judged }, asTable }: { report: ScorerReport; asTable: boolean }) {
  const empty = calibration.length === 0
  const points = calibration.map(({ predicted, found }) => ({ predicted: Math.round(predicted * 100), found: Math.round(found * 100) }))
  const ideal = [0, 25, 50, 75, 100].map((n) => ({ predicted: n, found: n }))
  return (
    <Twin
      title="Predicted and found urgent"
      words={empty ? `Too few decisions to say: ${plural(judged, 'one', 'of them')} so far.` : `${plural(judged, 'decision')}. On the line, what was predicted came true.`}
      asTable={asTable}
      empty={empty}
      table={{ head: ['Predicted', 'Found urgent', 'Decisions'], rows: calibration.map(({ predicted, found, n }) => [percent(predicted), percent(found), n]) }}
    >
      <ScatterChart
        h={190}
        data={[
          { name: 'On the line', color: 'var(--wg-line-strong)', data: ideal },
          { name: 'This desk', color: 'var(--wg-accent-ink)', data: points },
        ]}
        dataKey={{ x: 'predicted', y: 'found' }}
        xAxisProps={{ domain: [0, 100], tickFormatter: (value: number) => `${value} %` }}
        yAxisProps={{ domain: [0, 100], width: 44, tickFormatter: (value: number) => `${value} %` }}
        scatterProps={{ isAnimationActive: false }}
        withTooltip={false}
        tickLine="none"
        accessibilityLayer={false}
        {...look}
      />
    </Twin>
  )
}

function Misses({ report }: { report: ScorerReport }) {
  const { scorer } = useWorkstation()
  const actions = useActions()
  const cursor = useStore(scorer.state, (s) => s.cursor)
  const { misses, judged, missed } = report
  return (
    <section className={styles.misses} aria-labelledby="misses-title">
      <header>
        <h3 id="misses-title">Where clinicians saw it otherwise</h3>
        <p>{agreementWords(judged, missed)}</p>
        {misses.length > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => actions.run('scorer-export')} rightSection={<KeyHint id="scorer-export" />}>
            Export
          </Button>
        )}
      </header>
      <ol>
        {misses.map((miss, i) => (
          <Miss key={miss.item} miss={miss} active={i === cursor} choose={() => scorer.state.patch({ cursor: i })} open={() => actions.run('scorer-open')} />
        ))}
      </ol>
    </section>
  )
}

function Miss({ miss, active, choose, open }: { miss: ScorerMiss; active: boolean; choose: () => void; open: () => void }) {
  const now = useNow()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <li ref={row}>
      <UnstyledButton className={styles.miss} aria-current={active ? 'true' : undefined} onClick={choose} onDoubleClick={open}>
        <span className={styles.levels}>
          <LevelMark level={miss.scored} /> <span className={styles.dim}>scored,</span> <LevelMark level={miss.decided} /> <span className={styles.dim}>decided</span>
        </span>
        <span>{verdictDone[miss.verdict]}</span>
        <span className={styles.dim}>{miss.topic}</span>
        <span className={styles.dim} title={fullTime(miss.at)}>
          {ago(miss.at, now)}
        </span>
      </UnstyledButton>
    </li>
  )
}

function ExportDialog() {
  const { scorer } = useWorkstation()
  const open = useStore(nav, (n) => n.overlay === 'export')
  const [withText, setWithText] = useState(false)
  const close = () => {
    setWithText(false)
    scorer.closeExport()
  }
  return (
    <Modal opened={open} onClose={close} title="Export the disagreements" {...atOnce(close)} returnFocus={false}>
      <p className={styles.dialog}>A file of lines, one for each: the item’s number, the level scored and the level decided, the three probabilities, the pack and the time. Never who wrote it and never who decided.</p>
      <Checkbox
        checked={withText}
        onChange={(e) => setWithText(e.currentTarget.checked)}
        label="With what members wrote"
        description="Then the file is as sensitive as their records: it leaves the encrypted desk, and your service’s rules for such files apply."
      />
      <Button mt={14} data-autofocus onClick={() => void scorer.export(withText)}>
        Save the file
      </Button>
    </Modal>
  )
}
