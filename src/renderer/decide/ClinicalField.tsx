import { Textarea } from '@mantine/core'
import { clinicalParts, type ClinicalPart, type Draft } from './draft'
import { Field, type Change, type ErrorOf } from './Field'
import styles from './Composer.module.css'

export const clinicalWords: Record<ClinicalPart, { name: string; asks: string }> = {
  concern: { name: 'Concern', asks: 'What you saw or read' },
  risk: { name: 'Risk', asks: 'How great, and from what' },
  action: { name: 'Action', asks: 'What is done now' },
  justification: { name: 'Justification', asks: 'Why this, and nothing lighter' },
}

/** A note in clinical shape, for colleagues: four short fields in the order in which the next one reads them. */
export function ClinicalField({ draft, change, error }: { draft: Draft; change: Change; error: ErrorOf }) {
  return (
    <div role="group" aria-label="Note in clinical shape, only staff read it" className={styles.clinical}>
      {clinicalParts.map((part, i) => (
        <Field key={part} label={clinicalWords[part].name} missing={error(part)}>
          <Textarea
            size="xs"
            data-first={i === 0 || undefined}
            aria-label={`${clinicalWords[part].name}: ${clinicalWords[part].asks.toLowerCase()}`}
            placeholder={clinicalWords[part].asks}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={3000}
            error={error(part) !== undefined}
            value={draft[part]}
            onChange={(e) => change({ [part]: e.currentTarget.value })}
          />
        </Field>
      ))}
    </div>
  )
}
