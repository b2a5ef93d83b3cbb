import { Button } from '@mantine/core'
import { useSecond } from '../app/clock'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { useActions } from '../app/actionsContext'
import { bindingsStore, hintFor } from '../keyboard/bindings'
import { lesson } from './lesson'
import type { Practice } from './practice'
import styles from './Practice.module.css'

/** Always above the made-up items, so that nobody takes them for real ones. */
export function Coach({ practice }: { practice: Practice }) {
  const actions = useActions()
  return (
    <section className={styles.coach} aria-label="Practice">
      <p className={styles.mark}>
        <strong>Practice</strong> Made-up posts. Nothing leaves this desk.
      </p>
      {practice.phase === 'lesson' && <LessonStep practice={practice} />}
      {practice.phase === 'round' && <RoundSoFar practice={practice} />}
      <Button size="compact-sm" variant="default" onClick={() => actions.run('go-queue')} rightSection={<KeyHint id="go-queue" />}>
        Leave practice
      </Button>
    </section>
  )
}

function LessonStep({ practice }: { practice: Practice }) {
  const n = useStore(practice.step)
  const bindings = useStore(bindingsStore)
  const step = lesson[n]
  if (!step) return null
  const key = hintFor(step.command, bindings)
  return (
    <>
      <div className={styles.step} role="status">
        <span className={styles.count}>
          {n + 1} of {lesson.length}
        </span>
        <strong>{step.title}</strong>
        {key && (
          <>
            <KeyHint id={step.command} />
            <span className="wg-visually-hidden">{key}</span>
          </>
        )}
        <span className={styles.words}>{step.words}</span>
      </div>
      <Button size="compact-sm" variant="subtle" onClick={() => practice.skip()}>
        Skip this step
      </Button>
    </>
  )
}

const clock = (ms: number) => `${Math.floor(Math.max(0, ms) / 60_000)}:${String(Math.floor((Math.max(0, ms) / 1000) % 60)).padStart(2, '0')}`

function RoundSoFar({ practice }: { practice: Practice }) {
  const round = useStore(practice.round)
  const now = useSecond()
  return (
    <>
      <div className={styles.step}>
        <span className={styles.count}>
          {round.taken.length} of {practice.items.length} decided
        </span>
        <span className="wg-num">{clock(now - round.startedAt)}</span>
      </div>
      <Button size="compact-sm" variant="subtle" onClick={() => practice.to('report')}>
        End the round now
      </Button>
    </>
  )
}
