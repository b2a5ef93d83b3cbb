import '@mantine/charts/styles.layer.css'
import { UnstyledButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useActions } from '../app/actionsContext'
import { useNow } from '../app/clock'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { Delayed } from '../components/Delayed'
import { Empty } from '../components/Empty'
import { KeyHint } from '../components/Keys'
import { plural } from '../components/words'
import { bandWords } from '../care/care'
import list from '../components/ListScreen.module.css'
import { BecameList } from './BecameList'
import { Patterns, DecisionsChart, ExposureChart, QueueAgeChart, TimesChart } from './charts'
import { hourOf } from './figures'
import styles from './Shift.module.css'

const renewMs = 60_000

/** My shift at a glance: about oneself alone, on one's own desk. */
export default function ShiftScreen() {
  const { shift, care } = useWorkstation()
  const actions = useActions()
  const { glance, show, asTables, error } = useStore(shift.state)
  const band = useStore(care.state, (s) => s.status?.exposure.band ?? null)
  const heading = useRef<HTMLHeadingElement>(null)
  const focus = useStore(nav, (n) => n.focus)
  const minute = Math.floor(useNow() / renewMs)
  useEffect(() => void shift.load(), [shift, minute])
  useEffect(() => {
    heading.current?.focus()
  }, [focus])
  const decided = glance ? Object.values(glance.decisions).reduce((sum, n) => sum + n, 0) : 0
  const summary = [
    plural(decided, 'decision'),
    glance && plural(glance.breaks.length, 'break'),
    glance && glance.pauses.length > 0 && plural(glance.pauses.length, 'protected pause'),
    band && `exposure ${bandWords[band]} now`,
  ].filter(Boolean)
  return (
    <main id="main" className={list.screen}>
      <header className={list.head}>
        <h2 ref={heading} tabIndex={-1} data-quiet-focus>
          My shift
        </h2>
        <p>{glance?.from ? `Since ${hourOf(glance.from)}: ${summary.join(', ')}.` : 'Nothing read or decided yet.'}</p>
        <UnstyledButton className={list.toggle} aria-pressed={show === 'became'} onClick={() => actions.run('shift-became')}>
          {show === 'became' ? 'Back to the figures' : 'What became of it'} <KeyHint id="shift-became" />
        </UnstyledButton>
        {show === 'glance' && (
          <UnstyledButton className={list.toggle} aria-pressed={asTables} onClick={() => actions.run('shift-tables')}>
            {asTables ? 'As charts' : 'As tables'} <KeyHint id="shift-tables" />
          </UnstyledButton>
        )}
      </header>
      {error && <Empty title="This could not be read">{error.message}</Empty>}
      {!error && show === 'became' && <BecameList />}
      {!error && show === 'glance' && !glance && (
        <Delayed>
          <p className={list.waiting}>Reading your shift.</p>
        </Delayed>
      )}
      {!error && show === 'glance' && glance && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Figures of my shift">
          <Patterns />
          <div className={styles.grid}>
            <DecisionsChart glance={glance} asTable={asTables} />
            <ExposureChart glance={glance} asTable={asTables} />
            <TimesChart glance={glance} asTable={asTables} />
            <QueueAgeChart glance={glance} asTable={asTables} />
          </div>
          <p className={styles.kept}>
            What you read, decided and when you rested is kept in the encrypted desk on this computer for 30 days. It is about you alone, opens with your passphrase only, is never sent to the server, and nobody can see it or compare it with anybody else’s. The weights behind the exposure (crisis 4, red 3, amber 1.5, green 0.5 for each minute of reading and each decision, fading by half every two hours) are our own proposal, not a measure of strain.
          </p>
        </div>
      )}
    </main>
  )
}
