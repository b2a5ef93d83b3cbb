import { IconEye } from '@tabler/icons-react'
import { memo, useEffect, useRef } from 'react'
import type { ItemView } from '#contract/bridge'
import { levels } from '#contract/risk'
import { useNow } from '../app/clock'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { Press } from '../components/Press'
import { LevelMark } from '../components/LevelMark'
import { ago, fullTime, monthOf } from '../components/time'
import { levelWords, plural, shortName, verdictDone } from '../components/words'
import styles from './Context.module.css'

const countryNames = new Intl.DisplayNames(['en-GB'], { type: 'region' })

function countryOf(code: string | null): string | null {
  try {
    return code ? (countryNames.of(code) ?? code) : null
  } catch {
    return code
  }
}

/** The pseudonym, since when, whether watched, and the levels so far. */
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
          <IconEye size={14} stroke={1.8} aria-hidden="true" /> On the watch list
        </p>
      )}
      <Trajectory view={view} />
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

/** The levels of their last posts, oldest to newest, this one last. Shape and height tell it, not colour alone. */
function Trajectory({ view }: { view: ItemView }) {
  const points = [...view.history.slice(0, 11)].reverse().map((h) => h.level)
  if (points.length < 2) return null
  const all = [...points, view.score.level]
  const width = 200
  const y = (level: (typeof all)[number]) => 5 + levels.indexOf(level) * 8
  const x = (i: number) => 6 + (i * (width - 12)) / (all.length - 1)
  const words = all.map((l) => levelWords[l].name.toLowerCase()).join(', ')
  return (
    <figure className={styles.trajectory}>
      <svg viewBox={`0 0 ${width} 34`} role="img" aria-label={`Levels of the last ${all.length} posts, oldest first: ${words}`}>
        {levels.map((l) => (
          <line key={l} x1="0" x2={width} y1={y(l)} y2={y(l)} className={styles.grid} />
        ))}
        <polyline points={all.map((l, i) => `${x(i)},${y(l)}`).join(' ')} className={styles.path} />
        {all.map((l, i) => (
          <circle key={i} cx={x(i)} cy={y(l)} r={i === all.length - 1 ? 3.4 : 2.2} className={styles.point} data-level={l} />
        ))}
      </svg>
      <figcaption>Level of the last {all.length} posts</figcaption>
    </figure>
  )
}
