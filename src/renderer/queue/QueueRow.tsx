import { IconClockExclamation, IconClockHour9, IconEye, IconHourglassLow, IconSquareCheckFilled, IconUser } from '@tabler/icons-react'
import { memo } from 'react'
import type { QueueRow } from '#contract/bridge'
import { nav, wish } from '../app/nav'
import type { Workstation } from '../app/workstation'
import { LevelMark } from '../components/LevelMark'
import { age, clockState } from '../components/time'
import { kindWords, shortName, themeWord, verdictDone } from '../components/words'
import styles from './Queue.module.css'

type Props = { row: QueueRow; index: number; total: number; top: number; height: number; active: boolean; now: number; station: Workstation; /** Chosen for a batch. */ chosen: boolean; /** Left to colleagues by this person’s own wish. */ leftOut: boolean; /** Colleagues who have it open now. */ alsoHere: string }

/** A second reading shows no level before it is made. */
const unlevelled = (row: Partial<Pick<QueueRow, 'kind' | 'status'>>): boolean => row.kind === 'second-review' && row.status === 'open'

/** What a row forewarns of: its themes; without any, that it could not be judged or that nothing was found. */
export function forewarning(row: Pick<QueueRow, 'themes' | 'abstained'> & Partial<Pick<QueueRow, 'kind' | 'status'>>): string {
  if (unlevelled(row)) return 'Judge it first'
  if (row.abstained) return 'Cannot judge: please read'
  return row.themes.length ? row.themes.slice(0, 3).map((t, i) => (i === 0 ? themeWord(t) : themeWord(t).toLowerCase())).join(', ') : 'No theme found'
}

export const QueueRowView = memo(function QueueRowView({ row, index, total, top, height, active, now, station, chosen, leftOut, alsoHere }: Props) {
  const clock = clockState(row.queuedAt, row.dueAt, now)
  const settled = row.pending !== null || row.status !== 'open'
  const words = forewarning(row)
  const left = leftOut && !settled
  const kind = kindWords[row.kind].short
  return (
    <div
      id={`row-${row.id}`}
      className={styles.row}
      role="option"
      aria-selected={active}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-settled={settled || undefined}
      data-chosen={chosen || undefined}
      data-left-out={left || undefined}
      data-other={row.lease?.who === 'other' || undefined}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={() => {
        station.goTo(index)
        wish('list')
      }}
      onDoubleClick={() => {
        nav.patch({ reading: true, uncovered: row.id })
        station.open()
      }}
    >
      <span className={styles.mark}>
        {chosen ? <IconSquareCheckFilled size={17} aria-label="Chosen" className={styles.check} /> : unlevelled(row) ? <span aria-label="No level yet">–</span> : <LevelMark level={row.level} />}
      </span>
      <span className={styles.age} data-clock={settled ? undefined : clock.kind} title={clock.text}>
        {age(row.queuedAt, now)}
        {!settled && clock.kind === 'over' && <IconClockExclamation size={13} stroke={1.9} aria-hidden="true" />}
        {!settled && clock.kind === 'soon' && <IconClockHour9 size={13} stroke={1.9} aria-hidden="true" />}
        {clock.kind !== 'running' && <span className="wg-visually-hidden">, {clock.text}</span>}
      </span>
      <span className={styles.themes} data-none={row.themes.length === 0 && !row.abstained}>
        {kind && <span className={styles.kind}>{kind}</span>}
        {left && <span className={styles.kind}>Left to colleagues</span>}
        {words}
      </span>
      <span className={styles.where}>
        <span className={styles.topic}>{row.topic}</span>
        <span className={styles.author}>
          {row.watched && <IconEye size={13} stroke={1.8} aria-label="Watched member" className={styles.eye} />}
          {alsoHere !== '' && <IconUser size={13} stroke={1.8} aria-label={`${alsoHere} has it open`} className={styles.eye} />}
          <Person row={row} />
        </span>
      </span>
    </div>
  )
})

/** Who it is about, or, when that matters more, who has it and what was done. */
function Person({ row }: { row: QueueRow }) {
  if (row.pending) {
    return (
      <span className={styles.done} title="Saved on this desk, not out yet">
        <IconHourglassLow size={13} stroke={1.8} aria-label="not out yet" className={styles.eye} />
        {verdictDone[row.pending.verdict]}
      </span>
    )
  }
  if (row.status === 'decided') return <span className={styles.done}>Decided</span>
  if (row.status === 'withdrawn') return <span className={styles.done}>Withdrawn</span>
  if (row.lease) {
    return (
      <span className={styles.lease} data-who={row.lease.who} title={row.lease.who === 'mine' ? 'You have this item' : `${row.lease.name} has this item`}>
        {row.lease.who === 'mine' ? 'Yours' : `with ${shortName(row.lease.name)}`}
      </span>
    )
  }
  return <span dir="auto">{row.author}</span>
}

export function SkeletonRow({ top, height }: { top: number; height: number }) {
  return (
    <div className={styles.skeleton} style={{ height, transform: `translateY(${top}px)` }} aria-hidden="true">
      <i style={{ width: 26 }} />
      <i style={{ width: 44 }} />
      <i style={{ width: '34%' }} />
      <i style={{ width: '18%' }} />
    </div>
  )
}
