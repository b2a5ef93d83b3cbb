import type { Level } from '#contract/risk'
import { levelWords } from './words'
import styles from './LevelMark.module.css'

const shapes: Record<Level, React.ReactNode> = {
  crisis: <path d="M6 .6 11.4 6 6 11.4.6 6Z" fill="currentColor" />,
  red: <path d="M6 1.2 11.3 10.6H.7Z" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinejoin="round" />,
  amber: <circle cx="6" cy="6" r="4.4" fill="currentColor" />,
  green: <circle cx="6" cy="6" r="4.1" fill="none" stroke="currentColor" strokeWidth="1.6" />,
}

/** Shape, letter and colour say the level three times over; only crisis is filled. */
export function LevelMark({ level, named = false, count }: { level: Level; named?: boolean; count?: number }) {
  const { letter, name } = levelWords[level]
  return (
    <span className={styles.mark} data-level={level} title={named ? undefined : name}>
      <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
        {shapes[level]}
      </svg>
      <span aria-hidden={!named}>{named ? name : letter}</span>
      {!named && <span className="wg-visually-hidden">{name}</span>}
      {count !== undefined && <span className={styles.count}>{count.toLocaleString('en-GB')}</span>}
    </span>
  )
}
