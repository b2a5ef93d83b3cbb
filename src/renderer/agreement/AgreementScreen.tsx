import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import { UnstyledButton } from '@mantine/core'
import type { Agreement } from '#contract/agreement'
import { useActions } from '../app/actionsContext'
import { useWorkstation } from '../app/context'
import { useStore } from '../app/store'
import { Delayed } from '../components/Delayed'
import { Empty } from '../components/Empty'
import { KeyHint } from '../components/Keys'
import list from '../components/ListScreen.module.css'
import { Twin } from '../components/Twin'
import { useScreenFocus } from '../components/useScreenFocus'
import { plural } from '../components/words'
import { bars, kappaWords, withheldWords } from './model'
import styles from './Agreement.module.css'

/** How far two clinicians agree who read the same post independently. Of topics, never of people. */
export default function AgreementScreen() {
  const { agreement: model } = useWorkstation()
  const actions = useActions()
  const { agreement, asTables, error } = useStore(model.state)
  const heading = useScreenFocus()
  return (
    <main id="main" className={list.screen}>
      <header className={list.head}>
        <h2 ref={heading} tabIndex={-1} data-quiet-focus>
          Agreement
        </h2>
        <p>Second readings beside first ones, the last 90 days.</p>
        <UnstyledButton className={list.toggle} aria-pressed={asTables} onClick={() => actions.run('agreement-tables')}>
          {asTables ? 'As a chart' : 'As a table'} <KeyHint id="agreement-tables" />
        </UnstyledButton>
      </header>
      {error && <Empty title="This could not be read">{error.message}</Empty>}
      {!error && !agreement && (
        <Delayed>
          <p className={list.waiting}>Asking the community.</p>
        </Delayed>
      )}
      {!error && agreement && <Figures agreement={agreement} asTables={asTables} />}
    </main>
  )
}

function Figures({ agreement, asTables }: { agreement: Agreement; asTables: boolean }) {
  const { overall, topics, read, waiting, share } = agreement
  const withheld = withheldWords(agreement)
  const sampled = `${(share * 100).toLocaleString('en-GB', { maximumFractionDigits: 1 })} % of decisions are drawn for a second reading. ${plural(read, 'reading')} made, ${waiting} waiting.`
  if (overall === null) {
    return (
      <Empty title="Not enough readings yet">
        <p>{withheld}</p>
        <p>{sampled}</p>
      </Empty>
    )
  }
  const rows = [{ topic: 'Overall', ...overall }, ...topics]
  const data = bars(agreement)
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Agreement">
      <p className={styles.words}>
        {sampled} {withheld}
      </p>
      <Twin
        title="Cohen’s kappa, by topic"
        words={`Overall: levels ${kappaWords(overall.levels)}; what was done ${kappaWords(overall.verdicts)}.`}
        table={{
          head: ['Topic', 'Readings', 'Levels (95 % interval)', 'Same level', 'What was done (95 % interval)', 'Same kind'],
          rows: rows.map(({ topic, n, levels, verdicts, same }) => [topic, n, kappaWords(levels), `${same.levels} of ${n}`, kappaWords(verdicts), `${same.verdicts} of ${n}`]),
        }}
        asTable={asTables}
        empty={false}
      >
        <BarChart
          h={60 + data.length * 46}
          data={data}
          dataKey="name"
          orientation="vertical"
          series={[
            { name: 'levels', label: 'Levels', color: 'var(--wg-accent-ink)' },
            { name: 'verdicts', label: 'What was done', color: 'var(--wg-ink-3)' },
          ]}
          barProps={{ isAnimationActive: false, maxBarSize: 12 }}
          xAxisProps={{ domain: [Math.min(0, ...data.flatMap(({ levels, verdicts }) => [levels ?? 0, verdicts ?? 0])), 1] }}
          yAxisProps={{ width: 150 }}
          gridAxis="y"
          tickLine="none"
          withLegend
          withTooltip={false}
          accessibilityLayer={false}
          textColor="var(--wg-ink-2)"
          gridColor="var(--wg-line)"
        />
      </Twin>
      <section className={styles.read} aria-labelledby="how-to-read">
        <h3 id="how-to-read">How to read it</h3>
        <p>Kappa is agreement beyond chance: 1 is complete, 0 is what chance would give. For levels, being one level apart counts little, and far apart much. The interval says how sure the figure is; with few readings it is wide.</p>
        <p>The first reader gives no level: the scorer’s stands for it, unless the decision said otherwise. A low figure says that a topic is hard, or that the guidance leaves room. It is a reason to talk about cases, and says nothing of a person.</p>
      </section>
    </div>
  )
}
