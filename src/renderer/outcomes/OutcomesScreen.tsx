import { Button, UnstyledButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { RecordedOutcome } from '#contract/bridge'
import type { Action } from '#contract/review'
import { useActions } from '../app/actionsContext'
import { useNow } from '../app/clock'
import { useDesk, useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { Delayed } from '../components/Delayed'
import { Empty } from '../components/Empty'
import { KeyHint } from '../components/Keys'
import { LevelMark } from '../components/LevelMark'
import { ago, clockTime, fullTime } from '../components/time'
import { reasonWords, verdictDone } from '../components/words'
import { ClinicalShown } from '../decide/ClinicalShown'
import { WentWith } from '../decide/WentWith'
import { outcomeWords } from './words'
import styles from '../components/ListScreen.module.css'

/** Answers to this desk's decisions that a clinician should see, side by side with what was sent. */
export function OutcomesScreen() {
  const station = useWorkstation()
  const actions = useActions()
  const { list, all, cursor, error } = useStore(station.outcomes)
  const conflicts = useStore(useDesk().view, (v) => v.sync?.conflicts ?? 0)
  const heading = useRef<HTMLHeadingElement>(null)
  const focus = useStore(nav, (n) => n.focus)
  useEffect(() => void station.loadOutcomes(), [station, conflicts])
  useEffect(() => {
    heading.current?.focus()
  }, [focus])
  const chosen = list?.[cursor] ?? null
  return (
    <main id="main" className={styles.screen}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1} data-quiet-focus>
          Answers
        </h2>
        <p>What became of decisions that met another one, or could not be applied.</p>
        <UnstyledButton className={styles.toggle} aria-pressed={all} onClick={() => actions.run('answers-all')}>
          {all ? 'Only what is new' : 'Seen ones too'} <KeyHint id="answers-all" />
        </UnstyledButton>
      </header>
      {error && <Empty title="The answers could not be read">{error.message}</Empty>}
      {!error && list === null && <Delayed><p className={styles.waiting}>Reading the answers.</p></Delayed>}
      {list?.length === 0 && <Empty title={all ? 'No answers yet.' : 'Nothing needs your eye.'}>Every decision that arrived was applied as you made it.</Empty>}
      {list && list.length > 0 && (
        <div className={styles.split}>
          <ul className={styles.list} aria-label="Answers">
            {list.map((entry, i) => (
              <Row key={entry.decision.id} entry={entry} active={i === cursor} onChoose={() => station.outcomes.patch({ cursor: i })} />
            ))}
          </ul>
          {chosen && <Detail entry={chosen} />}
        </div>
      )}
    </main>
  )
}

function Row({ entry, active, onChoose }: { entry: RecordedOutcome; active: boolean; onChoose: () => void }) {
  const now = useNow()
  const words = outcomeWords(entry)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <li ref={row}>
      <UnstyledButton className={styles.row} aria-current={active} data-seen={entry.acknowledgedAt !== null || undefined} onClick={onChoose}>
        <span className={styles.rowTitle}>{words.title}</span>
        <span className={styles.rowTime}>{ago(entry.at, now)}</span>
        <span className={styles.rowSub}>
          You: {verdictDone[entry.decision.action.verdict].toLowerCase()}
          {entry.item && `, ${entry.item.post.topic.name}`}
        </span>
      </UnstyledButton>
    </li>
  )
}

/** What a member read, or would have read: the words of an action, whatever it is. */
export function wordsOf(action: Action): string {
  switch (action.verdict) {
    case 'support_reply':
    case 'message':
    case 'signpost':
      return action.body
    case 'content_note':
      return action.contentNote
    case 'ask_lead':
      return action.question
    default:
      return ''
  }
}

function Detail({ entry }: { entry: RecordedOutcome }) {
  const actions = useActions()
  const now = useNow()
  const { decision, outcome, item } = entry
  const words = outcomeWords(entry)
  const theirs = item?.decision ?? null
  return (
    <article className={styles.detail} aria-live="polite">
      <h3>{words.title}</h3>
      <p className={styles.lead}>
        {words.text} {words.todo}
      </p>
      <div className={styles.pair}>
        <section className={styles.side} aria-label="Your decision">
          <h4>Yours</h4>
          <p className={styles.verdict}>{verdictDone[decision.action.verdict]}</p>
          <p className={styles.meta} title={fullTime(decision.decidedAt)}>
            {clockTime(decision.decidedAt, now)}, {reasonWords[decision.reason].toLowerCase()}
          </p>
          {wordsOf(decision.action) && <p className={styles.words}>{wordsOf(decision.action)}</p>}
          {decision.note && <p className={styles.meta}>Note: {decision.note}</p>}
          <WentWith decision={decision} />
        </section>
        {outcome.kind === 'superseded' && (
          <section className={styles.side} aria-label="The decision that stands">
            <h4>Stands</h4>
            <p className={styles.verdict}>{verdictDone[outcome.verdict]}</p>
            <p className={styles.meta} title={fullTime(outcome.at)}>
              {outcome.by}, {clockTime(outcome.at, now)}
              {theirs && `, ${reasonWords[theirs.reason].toLowerCase()}`}
            </p>
            {theirs?.note && <p className={styles.meta}>Note: {theirs.note}</p>}
            {theirs?.clinical && <ClinicalShown note={theirs.clinical} />}
          </section>
        )}
        {outcome.kind === 'stale' && (
          <section className={styles.side} aria-label="What changed">
            <h4>What changed</h4>
            <p className={styles.meta}>
              You decided on version {decision.itemVersion}; it is now at {item?.version ?? outcome.version}.
            </p>
            {item && (
              <p className={styles.words} dir="auto">
                {item.post.text}
              </p>
            )}
          </section>
        )}
        {outcome.kind === 'lease_lost' && (
          <section className={styles.side} aria-label="Who has it">
            <h4>Had the claim</h4>
            <p className={styles.verdict}>{outcome.holder}</p>
            <p className={styles.meta}>until {clockTime(outcome.until, now)}</p>
          </section>
        )}
      </div>
      {item && outcome.kind !== 'stale' && (
        <section className={styles.about} aria-label="The item now">
          <h4>The item now</h4>
          <p className={styles.meta}>
            <LevelMark level={item.intake.level} named /> {{ post: 'Talkabout in ', comment: 'Comment in ', message: '' }[item.post.kind]}
            {item.post.topic.name} by {item.author.pseudonym}
          </p>
          <p className={styles.words} dir="auto">
            {item.post.text.length > 400 ? `${item.post.text.slice(0, 400)}…` : item.post.text}
          </p>
        </section>
      )}
      <footer className={styles.actions}>
        {!entry.acknowledgedAt && entry.needsAttention && (
          <Button size="xs" onClick={() => actions.run('answers-seen')} rightSection={<KeyHint id="answers-seen" />}>
            Mark as seen
          </Button>
        )}
        {item && (
          <Button size="xs" variant="default" onClick={() => actions.run('answers-open')} rightSection={<KeyHint id="answers-open" />}>
            {outcome.kind === 'stale' ? 'Decide anew' : 'Open the item'}
          </Button>
        )}
        {entry.acknowledgedAt && <span className={styles.meta}>Seen {ago(entry.acknowledgedAt, now)}</span>}
      </footer>
    </article>
  )
}
