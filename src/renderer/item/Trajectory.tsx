import { IconTrendingUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { ItemView, MemberRecord } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import type { Level } from '#contract/risk'
import { useNow } from '../app/clock'
import { useWorkstation } from '../app/context'
import { LevelMark } from '../components/LevelMark'
import { ago, clockTime, fullTime } from '../components/time'
import { plural, shortName, verdictDone } from '../components/words'
import { courseWords, percent, placed, stretchWords } from './course'
import { useSettled } from './useSettled'
import styles from './Trajectory.module.css'

/** Undefined while it is asked for; null when there is none to be had. */
export function useRecord(view: ItemView): MemberRecord | null | undefined {
  const { care } = useWorkstation()
  const [got, setGot] = useState<{ item: ItemId; record: MemberRecord | null } | null>(null)
  const item = view.item.id
  useSettled(() => {
    let gone = false
    void care.record(item).then((record) => {
      if (!gone) setGot({ item, record })
    })
    return () => void (gone = true)
    // A newer view of the same item may mean a newer record.
  }, [care, item, view])
  return got?.item === item ? got.record : undefined
}

const box = { width: 240, height: 58, margin: 7, gap: 9 }

/** How urgent each post of this member read, with what was decided, and whether the line goes the wrong way. */
export function Trajectory({ record, expected }: { record: MemberRecord | null | undefined; /** There are earlier posts: room is kept, so that nothing jumps. */ expected: boolean }) {
  if (record === undefined && expected) return <div className={styles.room} aria-hidden="true" />
  if (!record) return null
  const { points, deteriorating, reasons } = record
  if (points.length < 2) return null
  const places = placed(points, box)
  return (
    <figure className={styles.course}>
      <svg viewBox={`0 0 ${box.width} ${box.height + 8}`} role="img" aria-label={courseWords(record)}>
        {[0, 0.5, 1].map((share) => {
          const y = box.height - box.margin - share * (box.height - 2 * box.margin)
          return <line key={share} x1="0" x2={box.width} y1={y} y2={y} className={styles.grid} />
        })}
        <polyline points={places.map(({ x, y }) => `${x},${y}`).join(' ')} className={styles.line} />
        {places.map((point) => (
          <g key={point.item}>
            {point.decision && <rect x={point.x - 1.5} y={box.height - 1} width="3" height="7" className={styles.decided} />}
            <Mark level={point.level} x={point.x} y={point.y} current={point.current} />
          </g>
        ))}
      </svg>
      <figcaption>
        <span>
          How urgent {plural(points.length, 'post')} read, {stretchWords(points)}. A bar below: decided.
        </span>
      </figcaption>
      {deteriorating && (
        <div className={styles.flag}>
          <p>
            <IconTrendingUp size={14} stroke={1.8} aria-hidden="true" /> Getting worse
          </p>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      <Twin record={record} />
    </figure>
  )
}

/** The level's own shape, so that it reads without colour. */
function Mark({ level, x, y, current }: { level: Level; x: number; y: number; current: boolean }) {
  const size = current ? 4.4 : 3.1
  const common = { className: styles.mark, 'data-level': level, 'data-current': current || undefined }
  if (level === 'crisis') return <path d={`M${x} ${y - size} ${x + size} ${y} ${x} ${y + size} ${x - size} ${y}Z`} {...common} data-filled />
  if (level === 'red') return <path d={`M${x} ${y - size} ${x + size} ${y + size * 0.8}H${x - size}Z`} {...common} />
  return <circle cx={x} cy={y} r={size * 0.85} {...common} data-filled={level === 'amber' || undefined} />
}

function Twin({ record }: { record: MemberRecord }) {
  const now = useNow()
  return (
    <details className={styles.twin}>
      <summary>As a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Post</th>
            <th scope="col">Level</th>
            <th scope="col">Urgent</th>
            <th scope="col">Decided</th>
          </tr>
        </thead>
        <tbody>
          {[...record.points].reverse().map((point) => (
            <tr key={point.item} aria-current={point.current || undefined}>
              <td title={fullTime(point.at)}>{ago(point.at, now)}</td>
              <td>
                <LevelMark level={point.level} />
              </td>
              <td>{percent(point.urgent)}</td>
              <td>{point.decision ? `${verdictDone[point.decision.verdict]}, ${shortName(point.decision.name)}` : 'not yet'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** What was promised to this member and is still to be kept, the first due first. */
export function Promises({ record }: { record: MemberRecord | null | undefined }) {
  const now = useNow()
  if (!record || record.promises.length === 0) return null
  return (
    <div className={styles.group}>
      <h4>Promised</h4>
      <ul>
        {record.promises.map((promise) => (
          <li key={`${promise.due} ${promise.what}`} data-late={Date.parse(promise.due) < now || undefined}>
            <span dir="auto">{promise.what}</span>
            <span className={styles.dim} title={fullTime(promise.due)}>
              {Date.parse(promise.due) < now ? 'was due' : 'due'} {clockTime(promise.due, now)}, {shortName(promise.by)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Every decision about this member that this desk holds, with its note. Closed until somebody asks. */
export function Decisions({ record }: { record: MemberRecord | null | undefined }) {
  const now = useNow()
  const station = useWorkstation()
  if (!record || record.decisions.length === 0) return null
  return (
    <details className={styles.twin}>
      <summary>{plural(record.decisions.length, 'earlier decision')}</summary>
      <ul>
        {record.decisions.map((decision) => (
          <li key={decision.id}>
            <button type="button" className={styles.decision} onClick={() => station.visit(decision.item)}>
              {verdictDone[decision.verdict]}, {shortName(decision.name)}
            </button>
            <span className={styles.dim} title={fullTime(decision.at)}>
              {ago(decision.at, now)}
            </span>
            {decision.note && <span className={styles.note}>{decision.note}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
