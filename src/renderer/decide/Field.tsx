import type { ReactNode } from 'react'
import type { Draft } from './draft'
import styles from './Composer.module.css'

export type Change = (part: Partial<Draft>) => void
/** The sentence beside a field that stopped the decision. */
export type ErrorOf = (field: keyof Draft) => string | undefined

/** One row of the composer: its label, the control, and what is missing. */
export function Field({ label, missing, children }: { label: string; missing?: string; children: ReactNode }) {
  return (
    <div className={styles.field} data-missing={missing ? true : undefined}>
      <span className={styles.label}>{label}</span>
      <div className={styles.control}>
        {children}
        {missing && (
          <p className={styles.missing} role="alert">
            {missing}
          </p>
        )}
      </div>
    </div>
  )
}
