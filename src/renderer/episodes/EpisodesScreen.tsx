import { Button, UnstyledButton } from '@mantine/core'
import { Fragment } from 'react'
import type { EpisodeAnswer, EpisodeListRow } from '#contract/bridge'
import { deedNames, stateNames } from '#contract/episode'
import { useActions } from '../app/actionsContext'
import { useNow } from '../app/clock'
import { useWorkstation } from '../app/context'
import { useStore } from '../app/store'
import { Delayed } from '../components/Delayed'
import { Empty } from '../components/Empty'
import { KeyHint } from '../components/Keys'
import { LevelMark } from '../components/LevelMark'
import { clockState, span, syncedAgo } from '../components/time'
import { plural, shortName } from '../components/words'
import { EpisodePage } from './EpisodePage'
import own from './Episodes.module.css'
import styles from '../components/ListScreen.module.css'
import { useScreenFocus } from '../components/useScreenFocus'

/** Every episode of the service: by state, with its clocks, and one of them in full. */
export default function EpisodesScreen() {
  const { episodes } = useWorkstation()
  const actions = useActions()
  const { rows, answers, asOf, show, chosen, view, error } = useStore(episodes.state)
  const heading = useScreenFocus()
  const now = useNow()
  return (
    <main id="main" className={styles.screen}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1} data-quiet-focus>
          Episodes
        </h2>
        <p>
          {show === 'open' ? `${plural(rows?.length ?? 0, 'open episode')}.` : 'Closed within 90 days.'} {asOf ? `As of ${syncedAgo(asOf, now)}; kept on this desk for when the network is away.` : 'This desk has not heard of any yet.'}
        </p>
        <UnstyledButton className={styles.toggle} aria-pressed={show === 'closed'} onClick={() => actions.run('episodes-closed')}>
          {show === 'open' ? 'Closed ones' : 'Open ones'} <KeyHint id="episodes-closed" />
        </UnstyledButton>
      </header>
      {answers[0] && <Answer answer={answers[0]} more={answers.length - 1} />}
      {error && !view && <Empty title="This could not be shown">{error.message}</Empty>}
      {!error && rows === null && (
        <Delayed>
          <p className={styles.waiting}>Reading the episodes.</p>
        </Delayed>
      )}
      {rows?.length === 0 && !view && !error && (
        <Empty title={show === 'open' ? 'No open episode.' : 'None was closed lately.'}>{show === 'open' && 'One is opened from an item, with Shift+E.'}</Empty>
      )}
      {rows && (rows.length > 0 || view) && (
        <div className={styles.split}>
          <ul className={styles.list} aria-label="Episodes by state">
            {rows.map((row, i) => (
              <Fragment key={row.id}>
                {rows[i - 1]?.state !== row.state && (
                  <li>
                    <h3 className={own.group}>
                      {stateNames[row.state]} {rows.filter((each) => each.state === row.state).length}
                    </h3>
                  </li>
                )}
                <li>
                  <UnstyledButton className={styles.row} aria-current={row.id === chosen ? 'true' : undefined} onClick={() => void episodes.choose(row.id)}>
                    <Row row={row} now={now} />
                  </UnstyledButton>
                </li>
              </Fragment>
            ))}
          </ul>
          {view ? (
            <EpisodePage key={view.episode.id} view={view} />
          ) : (
            <div className={styles.detail} />
          )}
        </div>
      )}
    </main>
  )
}

function Row({ row, now }: { row: EpisodeListRow; now: number }) {
  const clock = row.dueAt ? clockState(row.since, row.dueAt, now) : null
  const task = row.tasks.nextDue === null ? null : Date.parse(row.tasks.nextDue) - now
  return (
    <>
      <span className={styles.rowTitle} dir="auto">
        {row.member}
      </span>
      <LevelMark level={row.level} />
      <span className={own.rowMeta}>
        {clock && <span className={clock.kind === 'over' ? own.over : undefined}>{clock.text}</span>}
        {task !== null && <span className={task < 0 ? own.over : undefined}>{plural(row.tasks.open, 'task')}, next {task < 0 ? `due ${span(-task)} ago` : `in ${span(task)}`}</span>}
        <span>{row.owner ? shortName(row.owner.name) : 'Nobody has it'}</span>
        {row.closing && row.state !== 'closed' && <strong>Waits for a signature</strong>}
        {row.pending > 0 && <span>{row.pending} to go out</span>}
      </span>
    </>
  )
}

/** Something was not carried out: why, in a sentence, with the words that it held. */
function Answer({ answer, more }: { answer: EpisodeAnswer; more: number }) {
  const actions = useActions()
  return (
    <div className={own.note} role="status" style={{ margin: '12px 20px 0' }}>
      <strong>
        {deedNames[answer.do]}
        {answer.member && ` · ${answer.member}`}:
      </strong>{' '}
      {answer.why}
      {answer.words && <p className={styles.words}>“{answer.words}”</p>}
      <div className={own.send}>
        <Button size="compact-sm" variant="default" onClick={() => actions.run('episodes-seen')} rightSection={<KeyHint id="episodes-seen" />}>
          Seen
        </Button>
        {more > 0 && <span>{plural(more, 'more answer')} after this one</span>}
      </div>
    </div>
  )
}
