import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { EpisodeView } from '#contract/bridge'
import { bandNames, deedDone, deedNames, openTasks, safeTSteps, safeTWords, safetyPlanParts, safetyPlanWords, stateNames, transitions, type Deed, type Episode, type EpisodeState } from '#contract/episode'
import { useActions } from '../app/actionsContext'
import { useNow } from '../app/clock'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { LevelMark } from '../components/LevelMark'
import { clockState, clockTime, fullTime, span } from '../components/time'
import { plural, shortName, themeWord } from '../components/words'
import { EpisodeForm } from './EpisodeForm'
import { episodeCommandOf } from './keys'
import { requires } from './forms'
import styles from './Episodes.module.css'

/** One episode, like a chart: where it stands, what can be done, what is open, and everything that happened. */
export function EpisodePage({ view }: { view: EpisodeView }) {
  const { episodes } = useWorkstation()
  const form = useStore(episodes.form)
  const { episode, may, left, pending } = view
  return (
    <div className={styles.page} id="episode-page" tabIndex={-1} data-quiet-focus>
      <Head episode={episode} />
      <Way episode={episode} />
      {form?.episode === episode.id ? <EpisodeForm form={form} episode={episode} /> : <Deeds may={may} />}
      {episode.closing && episode.state !== 'closed' && (
        <p className={styles.note}>
          <strong>{shortName(episode.closing.name)} proposes to close it.</strong> “{episode.closing.words}” Another Senior clinician signs, or sends it back.
        </p>
      )}
      {pending.length > 0 && (
        <p className={styles.note} data-tone="calm">
          {plural(pending.length, 'entry', 'entries')} of yours {pending.length === 1 ? 'is' : 'are'} saved on this desk and {pending.length === 1 ? 'goes' : 'go'} out when the network is there. {pending.find((one) => one.lastAnswer)?.lastAnswer}
        </p>
      )}
      {episode.state !== 'closed' && left.length > 0 && <p className={styles.requires}>Before it can be closed: {left.join('; ')}.</p>}
      <Tasks episode={episode} />
      <EvidenceList episode={episode} />
      <AssessmentPart episode={episode} />
      <SafeT episode={episode} />
      <Plan episode={episode} />
      <After episode={episode} />
      <Timeline episode={episode} />
    </div>
  )
}

function Head({ episode }: { episode: Episode }) {
  const now = useNow()
  const heading = useRef<HTMLHeadingElement>(null)
  const focus = useStore(nav, (n) => n.focus)
  useEffect(() => {
    if (focus.to === 'heading') heading.current?.focus({ preventScroll: true })
  }, [focus, episode.id])
  const clock = episode.dueAt ? clockState(episode.since, episode.dueAt, now) : null
  return (
    <header>
      <div className={styles.top}>
        <LevelMark level={episode.level} named />
        <h3 ref={heading} tabIndex={-1} data-quiet-focus dir="auto">
          {episode.member.pseudonym}
        </h3>
        <strong>{stateNames[episode.state]}</strong>
        {clock && <span className={clock.kind === 'over' ? styles.over : undefined}>{clock.text}</span>}
      </div>
      <p className={styles.facts}>
        <span>{episode.owner ? `${shortName(episode.owner.name)} looks after it` : 'No Senior clinician has it yet'}</span>
        <span title={fullTime(episode.opened.at)}>
          Opened by {shortName(episode.opened.name)}, {clockTime(episode.opened.at, now)}
        </span>
        {episode.member.country && <span>{episode.member.country}</span>}
        {episode.member.partner && <span>{episode.member.partner}</span>}
        {episode.triage && <span>{episode.triage.categories.map(themeWord).join(', ')}</span>}
      </p>
      <p className={styles.facts}>{episode.triage?.words ?? episode.concern}</p>
    </header>
  )
}

const straight: readonly (readonly EpisodeState[])[] = [['detected'], ['triaged'], ['contact-attempted'], ['assessed'], ['planned'], ['de-escalated', 'handed-over', 'active-rescue'], ['follow-up'], ['closed']]

/** The way of E1, and where on it this episode stands. */
function Way({ episode }: { episode: Episode }) {
  const at = straight.findIndex((states) => states.includes(episode.state))
  return (
    <ol className={styles.way} aria-label="Where it stands">
      {straight.map((states, i) => (
        <li key={states[0]} aria-current={i === at ? 'step' : undefined} data-past={i < at || undefined}>
          {i === at ? stateNames[episode.state] : states.map((state) => stateNames[state]).join(' or ')}
        </li>
      ))}
    </ol>
  )
}

const isStep = (deed: Deed) => deed in transitions || deed === 'propose-close'

function Deeds({ may }: { may: readonly Deed[] }) {
  const actions = useActions()
  const button = (deed: Deed, main: boolean) => {
    const id = episodeCommandOf[deed]
    return id === null ? null : (
      <Button key={deed} size="compact-sm" variant={main ? 'filled' : 'default'} title={requires[deed]} onClick={() => actions.run(id)} rightSection={<KeyHint id={id} />}>
        {deedNames[deed]}
      </Button>
    )
  }
  const steps = may.filter(isStep)
  return (
    <>
      {steps.length > 0 && <div className={styles.deeds} role="group" aria-label="Steps">{steps.map((deed, i) => button(deed, i === 0))}</div>}
      {steps[0] && requires[steps[0]] && <p className={styles.requires}>{deedNames[steps[0]]} needs: {requires[steps[0]]}.</p>}
      <div className={styles.deeds} role="group" aria-label="Other work">{may.filter((deed) => !isStep(deed)).map((deed) => button(deed, false))}</div>
    </>
  )
}

function Tasks({ episode }: { episode: Episode }) {
  const now = useNow()
  if (episode.tasks.length === 0) return null
  const open = openTasks(episode)
  const finished = episode.tasks.filter((task) => task.finished !== null)
  return (
    <section className={styles.section} aria-label="Tasks">
      <h4>
        Tasks <span>{open.length} open</span>
      </h4>
      <ul className={styles.list}>
        {open.map((task) => {
          const late = Date.parse(task.due) - now
          return (
            <li key={task.id}>
              {task.what} <span className={late < 0 ? styles.over : styles.meta}>{late < 0 ? `due ${span(-late)} ago` : `due in ${span(late)}, ${clockTime(task.due, now)}`}</span>
            </li>
          )
        })}
        {finished.map((task) => (
          <li key={task.id}>
            <span className={styles.meta}>{task.finished?.how === 'done' ? 'Done' : 'No longer needed'}:</span> {task.what} <span className={styles.meta}>{task.finished?.words}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was written, behind one press: an episode is often opened to work in it, not to read it again. */
function EvidenceList({ episode }: { episode: Episode }) {
  const now = useNow()
  return (
    <section className={styles.section} aria-label="Evidence">
      <h4>
        Evidence <span>as it stood then; edits and removals do not change it</span>
      </h4>
      <ul className={styles.list}>
        {episode.evidence.map((one) => (
          <li key={`${one.item}${one.at}`}>
            <span className={styles.meta}>
              {one.topic}, {clockTime(one.writtenAt, now)}. Taken in by {shortName(one.name)}, {clockTime(one.at, now)}
            </span>
            <p>{one.words}</p>
            <details>
              <summary className={styles.summary}>Show what the member wrote</summary>
              <p className={styles.member} dir="auto">
                {one.title ? `${one.title}\n\n${one.text}` : one.text}
              </p>
              {one.seen && (
                <p className={styles.member} dir="auto">
                  <span className={styles.meta}>The desk had shown: </span>
                  {one.seen.text}
                </p>
              )}
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AssessmentPart({ episode }: { episode: Episode }) {
  const now = useNow()
  const { assessment } = episode
  if (!assessment) return null
  return (
    <section className={styles.section} aria-label="Assessment">
      <h4>
        Assessment <span>{shortName(assessment.name)}, {clockTime(assessment.at, now)}</span>
      </h4>
      <dl className={styles.pair}>
        <dt>Judgement</dt>
        <dd>{bandNames[assessment.band]}{assessment.lowerBecause && `, lower than the answers: ${assessment.lowerBecause}`}</dd>
        <dt>Formulation</dt>
        <dd>{assessment.formulation}</dd>
        <dt>Weighs</dt>
        <dd>{assessment.stressors}</dd>
        <dt>Holds</dt>
        <dd>{assessment.protective}</dd>
        {assessment.others && (
          <>
            <dt>Others at risk</dt>
            <dd>{assessment.others}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

function SafeT({ episode }: { episode: Episode }) {
  const steps = safeTSteps.filter((step) => episode.safeT[step] !== undefined)
  if (steps.length === 0) return null
  return (
    <section className={styles.section} aria-label="SAFE-T">
      <h4>
        SAFE-T <span>{steps.length} of {safeTSteps.length} steps</span>
      </h4>
      <dl className={styles.pair}>
        {steps.map((step) => (
          <Pair key={step} name={safeTWords[step].name} words={episode.safeT[step]?.words ?? ''} />
        ))}
      </dl>
    </section>
  )
}

function Pair({ name, words }: { name: string; words: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </>
  )
}

function Plan({ episode }: { episode: Episode }) {
  const { plan, ending, safetyPlan } = episode
  if (!plan && !ending && !safetyPlan) return null
  return (
    <section className={styles.section} aria-label="Plan">
      <h4>Plan</h4>
      <dl className={styles.pair}>
        {plan && <Pair name={deedNames[plan.way]} words={plan.words} />}
        {ending && <Pair name={deedDone[ending.way]} words={ending.way === 'hand-over' ? `${ending.to}: ${ending.words}` : ending.words} />}
        {safetyPlan && safetyPlanParts.filter((part) => safetyPlan[part] !== '').map((part) => <Pair key={part} name={safetyPlanWords[part]} words={safetyPlan[part]} />)}
        {safetyPlan && <Pair name="Safety plan" words={safetyPlan.agreed ? 'Written with the member, who agrees with it.' : 'Not yet agreed with the member.'} />}
      </dl>
    </section>
  )
}

function After({ episode }: { episode: Episode }) {
  const now = useNow()
  const { followUp, aftercare, signedOff } = episode
  const whom = (['member', 'thread', 'staff'] as const).filter((each) => aftercare[each] !== undefined)
  if (!followUp && whom.length === 0) return null
  return (
    <section className={styles.section} aria-label="Follow-up and after-care">
      <h4>
        Follow-up and after-care <span>{followUp && episode.state !== 'closed' && `due ${clockTime(followUp.due, now)}`}</span>
      </h4>
      <dl className={styles.pair}>
        {followUp && <Pair name="Arranged" words={followUp.words} />}
        {followUp?.done.map((one) => <Pair key={one.at} name={one.reached ? 'Reached' : 'Not reached'} words={`${one.words} (${shortName(one.name)}, ${clockTime(one.at, now)})`} />)}
        {whom.map((each) => <Pair key={each} name={{ member: 'The member', thread: 'Others in the thread', staff: 'Staff' }[each]} words={aftercare[each]?.words ?? ''} />)}
        {signedOff && <Pair name="Signed off" words={`${signedOff.words} (${shortName(signedOff.name)}, ${clockTime(signedOff.at, now)})`} />}
      </dl>
    </section>
  )
}

function Timeline({ episode }: { episode: Episode }) {
  const actions = useActions()
  const { episodes } = useWorkstation()
  const now = useNow()
  const record = useStore(episodes.record)
  const checked = record?.episode === episode.id ? record.result : null
  return (
    <section className={styles.section} aria-label="Timeline">
      <h4>
        Timeline
        <Button size="compact-xs" variant="default" onClick={() => actions.run('episodes-record')} rightSection={<KeyHint id="episodes-record" />}>
          Check the record
        </Button>
        <span role="status">
          {checked && (checked.intact ? `The chain of ${plural(checked.entries, 'entry', 'entries')} is intact.` : 'The chain of this record is broken. Tell your administrator at once.')}
        </span>
      </h4>
      <ol className={styles.list}>
        {[...episode.timeline].reverse().map((entry) => (
          <li key={entry.id}>
            <strong>{deedDone[entry.do]}</strong>{' '}
            <span className={styles.meta} title={fullTime(entry.at)}>
              {shortName(entry.name)}, {clockTime(entry.at, now)}
              {Date.parse(entry.received) - Date.parse(entry.at) > 120_000 && `, arrived ${clockTime(entry.received, now)}`}
            </span>
            {entry.words && <p>{entry.words}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
