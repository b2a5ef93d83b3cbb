import type { ReactNode } from 'react'
import styles from './Empty.module.css'

/** A screen or pane with nothing in it says so, and what that means. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <svg width="64" height="40" viewBox="0 0 64 40" aria-hidden="true" className={styles.bricks}>
        <rect x="1" y="1" width="26" height="11" rx="2.5" />
        <rect x="31" y="1" width="18" height="11" rx="2.5" />
        <rect x="1" y="15" width="14" height="11" rx="2.5" />
        <rect x="19" y="15" width="26" height="11" rx="2.5" />
        <rect x="1" y="29" width="26" height="11" rx="2.5" />
        <rect x="31" y="29" width="32" height="11" rx="2.5" />
      </svg>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
    </div>
  )
}
