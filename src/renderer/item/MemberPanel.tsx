import { IconEye } from '@tabler/icons-react'
import { memo, useEffect, useRef } from 'react'
import type { ItemView } from '#contract/bridge'
import { useNow } from '../app/clock'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { Press } from '../components/Press'
import { LevelMark } from '../components/LevelMark'
import { ago, fullTime, monthOf } from '../components/time'
import { plural, shortName, verdictDone } from '../components/words'
import { Decisions, Promises, Trajectory, useRecord } from './Trajectory'
import styles from './Context.module.css'

const countryNames = new Intl.DisplayNames(['en-GB'], { type: 'region' })

function countryOf(code: string | null): string | null {
  try {
    return code ? (countryNames.of(code) ?? code) : null
  } catch {
    return code
  }
}

/** The pseudonym, since when, whether watched and by whom, the course so far, promises and earlier decisions. */
export function MemberPanel({ view }: { view: ItemView }) {
  const { author, watched } = view.item
  const box = useRef<HTMLElement>(null)
  const focus = useStore(nav, (n) => n.focus)
  useEffect(() => {
    if (focus.to !== 'member') return
    box.current?.scrollIntoView({ block: 'start' })
    box.current?.focus({ preventScroll: true })
  }, [focus])
  const country = countryOf(author.country)
  const record = useRecord(view)
  const now = useNow()
  return (
    <section className={styles.section} aria-labelledby="member-title" ref={box} tabIndex={-1} data-quiet-focus>
      <h3 id="member-title">
        Member <KeyHint id="member" />
      </h3>
      <p className={styles.name} dir="auto">
        {author.pseudonym}
      </p>
      <p className={styles.since}>
        Here since {monthOf(author.since)}
        {country && <>, {country}</>}
      </p>
      {watched && (
        <p className={styles.watched}>
          <IconEye size={14} stroke={1.8} aria-hidden="true" /> On the watch list{record?.watch && `, ${shortName(record.watch.name)}, ${ago(record.watch.at, now)}`}
        </p>
      )}
      <Promises record={record} />
      <Trajectory record={record} expected={view.history.length > 0} />
      <Decisions record={record} />
    </section>
  )
}

/** What they wrote before and what was decided, newest first. */
export const Earlier = memo(function Earlier({ view, covered }: { view: ItemView; covered: boolean }) {
  const station = useWorkstation()
  const now = useNow()
  return (
    <section className={styles.section} aria-labelledby="earlier-title">
      <h3 id="earlier-title">{view.history.length === 0 ? 'No earlier posts on this desk' : `Earlier, ${plural(view.history.length, 'post')}`}</h3>
      {view.history.length > 0 && (
        <ol>
          {view.history.map((h) => (
            <li key={h.item}>
              <Press className={styles.earlier} onClick={() => station.visit(h.item)} title={fullTime(h.at)}>
                <span className={styles.earlierHead}>
                  <LevelMark level={h.level} />
                  <span>{ago(h.at, now)}</span>
                  <span className={styles.dim}>{h.topic}</span>
                </span>
                {!covered && (
                  <span className={styles.preview} dir="auto">
                    {h.preview}
                  </span>
                )}
                <span className={styles.dim}>{h.decision ? `${verdictDone[h.decision.verdict]}, ${shortName(h.decision.name)}` : 'Not decided yet'}</span>
              </Press>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
})
