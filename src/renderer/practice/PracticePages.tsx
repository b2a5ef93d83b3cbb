import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import { Button, Group, Table } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useActions } from '../app/actionsContext'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { LevelMark } from '../components/LevelMark'
import { plural } from '../components/words'
import { formOf } from '../decide/verdicts'
import { roundItems } from './items'
import type { Practice } from './practice'
import type { Agreement, Report } from './round'
import list from '../components/ListScreen.module.css'
import styles from './Practice.module.css'

const seconds = (ms: number) => Math.max(1, Math.round(ms / 1000))
const agreementWords: Record<Agreement, string> = { same: 'The same', also: 'As good', other: 'Another' }

/** Between lesson and round, and after the round. */
export default function PracticePages({ practice }: { practice: Practice }) {
  const actions = useActions()
  const heading = useRef<HTMLHeadingElement>(null)
  const focus = useStore(nav, (n) => n.focus)
  useEffect(() => heading.current?.focus(), [focus])
  const { report } = practice
  return (
    <main id="main" className={list.screen} aria-label="Practice">
      <header className={list.head}>
        <h2 ref={heading} tabIndex={-1} data-quiet-focus>
          {report ? 'How the round went' : 'You know the keys'}
        </h2>
      </header>
      <div className={styles.page}>
        {report ? (
          <ReportView report={report} />
        ) : (
          <p className={list.lead}>
            Next, if you like: {roundItems.length} made-up posts, decided one after the other as in a shift. You then see how long each took, and what an experienced Guide would have done. Nobody else sees it, and nothing of it is kept.
          </p>
        )}
        <Group gap={8}>
          <Button onClick={() => practice.to('round')}>{report ? 'Another round' : 'Start the round'}</Button>
          <Button variant="default" onClick={() => practice.to('lesson')}>
            The lesson again
          </Button>
          <Button variant="default" onClick={() => actions.run('go-queue')}>
            To the queue
          </Button>
        </Group>
      </div>
    </main>
  )
}

function ReportView({ report }: { report: Report }) {
  if (report.decided === 0) return <p className={list.lead}>No item was decided in this round.</p>
  const presses = report.keys + report.pointer
  return (
    <>
      <dl className={styles.figures}>
        <Figure name="Decided" value={`${report.decided} of ${roundItems.length}`} />
        <Figure name="Time for an item, median" value={`${seconds(report.medianMs ?? 0)} s`} />
        <Figure name="As an experienced Guide" value={`${report.same} the same, ${report.also} as good`} />
        <Figure name="By key" value={`${plural(report.keys, 'key')}, ${plural(report.pointer, 'click')}${presses ? ` (${Math.round((100 * report.keys) / presses)} % by key)` : ''}`} />
      </dl>
      <section aria-label="Seconds for each item, in the order of deciding" className={styles.chart}>
        <h3>Seconds for each item</h3>
        <div aria-hidden="true">
          <BarChart h={170} data={report.taken.map((each, i) => ({ item: String(i + 1), seconds: seconds(each.ms) }))} dataKey="item" series={[{ name: 'seconds', label: 'Seconds', color: 'var(--wg-accent-ink)' }]} withLegend={false} barProps={{ isAnimationActive: false }} />
        </div>
        <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Table of the round' } }}>
          <Table verticalSpacing={5} fz={13}>
            <Table.Caption>The same figures in words, with what an experienced Guide would have done and why.</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                {['', 'Post', 'Level', 'Seconds', 'You', 'Experienced Guide', 'Agreement'].map((name) => (
                  <Table.Th key={name}>{name || <span className="wg-visually-hidden">Number</span>}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.taken.map((each, i) => (
                <Table.Tr key={each.index}>
                  <Table.Td className="wg-num">{i + 1}</Table.Td>
                  <Table.Td>{each.title}</Table.Td>
                  <Table.Td>
                    <LevelMark level={each.level} named />
                  </Table.Td>
                  <Table.Td className="wg-num">{seconds(each.ms)}</Table.Td>
                  <Table.Td>{formOf(each.verdict).title}</Table.Td>
                  <Table.Td>
                    {formOf(each.best).title}
                    <span className={styles.why}>{each.why}</span>
                  </Table.Td>
                  <Table.Td>{agreementWords[each.agreement]}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </section>
    </>
  )
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
