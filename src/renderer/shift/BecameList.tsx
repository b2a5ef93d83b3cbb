import { UnstyledButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Became } from '#contract/bridge'
import { useNow } from '../app/clock'
import { useWorkstation } from '../app/context'
import { useStore } from '../app/store'
import { Delayed } from '../components/Delayed'
import { Empty } from '../components/Empty'
import { LevelMark } from '../components/LevelMark'
import { ago, clockTime, fullTime } from '../components/time'
import { kindWords, levelWords, plural, shortName, stateWords, verdictDone } from '../components/words'
import list from '../components/ListScreen.module.css'
import styles from './Shift.module.css'

const fates: Record<Became['fate'], string> = {
  waiting: 'It is still on its way to the server.',
  applied: 'It took effect.',
  superseded: 'A colleague had decided first; yours is kept as a second opinion.',
  'not-applied': 'It did not take effect; the answers screen says why.',
}

/** What happened since, in sentences; nothing of what the member wrote. */
export function sinceWords(entry: Became, now: number): string[] {
  if (entry.post === null) return ['This desk no longer holds it.']
  const later = entry.later.map((one) => `${verdictDone[one.verdict]} by ${shortName(one.name)}, ${clockTime(one.at, now)}${kindWords[one.kind].short ? ` (${kindWords[one.kind].short.toLowerCase()})` : ''}.`)
  const again = entry.wroteAgain
  return [
    fates[entry.fate],
    `The post: ${stateWords[entry.post].short.toLowerCase()}. ${stateWords[entry.post].long}`,
    ...(later.length ? later : ['No later decision about it.']),
    again ? `They wrote again, ${plural(again.times, 'post')}, the last ${ago(again.at, now)} and read as ${levelWords[again.level].name.toLowerCase()}.` : 'They have not written again.',
  ]
}

/** Quiet, and only on demand. */
export function BecameList() {
  const station = useWorkstation()
  const { became, cursor } = useStore(station.shift.state)
  const now = useNow()
  const chosen = became?.[cursor] ?? null
  const active = useRef<HTMLLIElement>(null)
  useEffect(() => active.current?.scrollIntoView({ block: 'nearest' }), [cursor])
  if (became === null) {
    return (
      <Delayed>
        <p className={list.waiting}>Looking.</p>
      </Delayed>
    )
  }
  if (became.length === 0) return <Empty title="Nothing to look back on.">Crisis and red items, escalations and messages that you decide appear here.</Empty>
  return (
    <div className={list.split}>
      <ul className={list.list} aria-label="What I handled">
        {became.map((entry, i) => (
          <li key={entry.item} ref={i === cursor ? active : undefined}>
            <UnstyledButton className={list.row} aria-current={i === cursor} onClick={() => station.shift.state.patch({ cursor: i })}>
              <span className={list.rowTitle}>
                <LevelMark level={entry.level} /> {verdictDone[entry.verdict]}
              </span>
              <span className={list.rowTime} title={fullTime(entry.at)}>
                {ago(entry.at, now)}
              </span>
              <span className={list.rowSub}>
                {entry.post === null ? 'No longer on this desk' : `${entry.author} in ${entry.topic}`}
                {entry.wroteAgain && ', wrote again'}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {chosen && (
        <article className={list.detail} aria-label="What became of it">
          <h3>
            {verdictDone[chosen.verdict]}, {ago(chosen.at, now)}
          </h3>
          <ul className={styles.since}>
            {sinceWords(chosen, now).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {chosen.post !== null && (
            <footer className={list.actions}>
              <UnstyledButton className={list.toggle} onClick={() => station.visit(chosen.item)}>
                See the item
              </UnstyledButton>
              {chosen.wroteAgain && (
                <UnstyledButton className={list.toggle} onClick={() => chosen.wroteAgain && station.visit(chosen.wroteAgain.item)}>
                  See what they wrote last <LevelMark level={chosen.wroteAgain.level} />
                </UnstyledButton>
              )}
            </footer>
          )}
        </article>
      )}
    </div>
  )
}
