import { Button, UnstyledButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { OutboxEntry } from '#contract/bridge'
import { useActions } from '../app/actionsContext'
import { useNow, useSecond } from '../app/clock'
import { useDesk, useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { Delayed } from '../components/Delayed'
import { Empty } from '../components/Empty'
import { KeyHint } from '../components/Keys'
import { ago, clockTime, countdown, fullTime } from '../components/time'
import { plural, reasonWords, verdictDone } from '../components/words'
import { WentWith } from '../decide/WentWith'
import { wordsOf } from '../outcomes/OutcomesScreen'
import styles from '../components/ListScreen.module.css'

/** Where a decision is on its way, in words. */
export function stateOf(entry: Pick<OutboxEntry, 'state' | 'attempts' | 'undoUntil' | 'nextAt'>, online: boolean, now: number): string {
  switch (entry.state) {
    case 'held':
      return entry.undoUntil && Date.parse(entry.undoUntil) > now ? `Can be undone for ${countdown(entry.undoUntil, now)}` : 'About to go out'
    case 'ready':
      if (!online) return 'Waits for the network'
      return entry.nextAt && Date.parse(entry.nextAt) > now ? `Tries again in ${countdown(entry.nextAt, now)}` : 'Goes out now'
    case 'sending':
      return 'On its way'
    case 'needs-update':
      return 'Waits for a newer version of this desk'
  }
}

/** Every decision that has not arrived yet. None is ever dropped from here. */
export function OutboxScreen() {
  const station = useWorkstation()
  const desk = useDesk()
  const actions = useActions()
  const { list, cursor, error } = useStore(station.outbox)
  const pending = useStore(desk.view, (v) => v.sync?.pending ?? 0)
  const network = useStore(desk.view, (v) => v.sync?.network ?? 'connecting')
  const heading = useRef<HTMLHeadingElement>(null)
  const focus = useStore(nav, (n) => n.focus)
  useEffect(() => void station.loadOutbox(), [station, pending])
  useEffect(() => {
    heading.current?.focus()
  }, [focus])
  const chosen = list?.[cursor] ?? null
  return (
    <main id="main" className={styles.screen}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1} data-quiet-focus>
          Outbox
        </h2>
        <p>Saved on this desk, encrypted, until the server has them. Each arrives once.</p>
        {network === 'online' && (list?.length ?? 0) > 0 && (
          <UnstyledButton className={styles.toggle} onClick={() => actions.run('sync')}>
            Try now
          </UnstyledButton>
        )}
      </header>
      {error && <Empty title="The outbox could not be read">{error.message}</Empty>}
      {!error && list === null && <Delayed><p className={styles.waiting}>Reading the outbox.</p></Delayed>}
      {list?.length === 0 && <Empty title="Everything has arrived.">No decision waits on this desk.</Empty>}
      {list && list.length > 0 && (
        <div className={styles.split}>
          <ul className={styles.list} aria-label="Decisions on their way">
            {list.map((entry, i) => (
              <Row key={entry.decision.id} entry={entry} active={i === cursor} online={network === 'online'} onChoose={() => station.outbox.patch({ cursor: i })} />
            ))}
          </ul>
          {chosen && <Detail entry={chosen} online={network === 'online'} />}
        </div>
      )}
    </main>
  )
}

function Row({ entry, active, online, onChoose }: { entry: OutboxEntry; active: boolean; online: boolean; onChoose: () => void }) {
  const now = useSecond()
  return (
    <li>
      <UnstyledButton className={styles.row} aria-current={active} onClick={onChoose}>
        <span className={styles.rowTitle}>{verdictDone[entry.decision.action.verdict]}</span>
        <span className={styles.rowTime}>{ago(entry.decision.decidedAt, now)}</span>
        <span className={styles.rowSub}>{stateOf(entry, online, now)}</span>
      </UnstyledButton>
    </li>
  )
}

function Detail({ entry, online }: { entry: OutboxEntry; online: boolean }) {
  const station = useWorkstation()
  const actions = useActions()
  const now = useNow()
  const second = useSecond()
  const { decision } = entry
  const undoable = entry.state === 'held' && entry.undoUntil !== null && Date.parse(entry.undoUntil) > second
  return (
    <article className={styles.detail}>
      <h3>{verdictDone[decision.action.verdict]}</h3>
      <p className={styles.lead}>
        {stateOf(entry, online, second)}. {entry.attempts > 0 && `${plural(entry.attempts, 'try', 'tries')} so far. `}
        {entry.lastAnswer && `Last answer: ${entry.lastAnswer}`}
      </p>
      <div className={styles.pair}>
        <section className={styles.side} aria-label="The decision">
          <h4>Decided</h4>
          <p className={styles.verdict}>{clockTime(decision.decidedAt, now)}</p>
          <p className={styles.meta} title={fullTime(decision.decidedAt)}>
            {reasonWords[decision.reason]}, on version {decision.itemVersion} of the item
          </p>
          {wordsOf(decision.action) && <p className={styles.words}>{wordsOf(decision.action)}</p>}
          {decision.note && <p className={styles.meta}>Note: {decision.note}</p>}
          <WentWith decision={decision} />
        </section>
      </div>
      <footer className={styles.actions}>
        {undoable && (
          <Button size="xs" onClick={() => actions.run('undo')} rightSection={<KeyHint id="undo" />}>
            Undo
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => station.visit(decision.item)}>
          See the item
        </Button>
      </footer>
    </article>
  )
}
