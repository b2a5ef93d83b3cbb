import type { ClinicalNote } from '#contract/review'
import { clinicalWords } from './ClinicalField'
import { clinicalParts } from './draft'
import styles from './Clinical.module.css'

/** A colleague's note in clinical shape, as the next clinician reads it. */
export function ClinicalShown({ note }: { note: ClinicalNote }) {
  return (
    <dl className={styles.note} aria-label="Clinical note">
      {clinicalParts.map((part) => (
        <div key={part}>
          <dt>{clinicalWords[part].name}</dt>
          <dd>{note[part]}</dd>
        </div>
      ))}
    </dl>
  )
}
