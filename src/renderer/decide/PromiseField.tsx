import { SegmentedControl, TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { Draft } from './draft'
import { Field, type Change } from './Field'
import { dueOf, dueWords, firstDue, type DueChoice } from './promise'
import styles from './Composer.module.css'

const dateOf = (at: Date) => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}` as DueChoice

/** What the Guide said that somebody will do, and by when: it comes back to the queue when it is due. */
export function PromiseField({ draft, change, missing }: { draft: Draft; change: Change; missing?: string }) {
  const [asked, setAsked] = useState(false)
  const [now] = useState(() => new Date())
  if (!asked && draft.promise === '') {
    return (
      <Field label="">
        <UnstyledButton className={styles.addNote} onClick={() => setAsked(true)}>
          I promised something
        </UnstyledButton>
      </Field>
    )
  }
  const tooLate = firstDue(now) !== 'today'
  const named = draft.promiseDue in dueWords
  const choices = [...Object.entries(dueWords).filter(([key]) => !(key === 'today' && tooLate)), ['date', 'On a date']] as [string, string][]
  return (
    <Field label="I promised to" missing={missing}>
      <div className={styles.promise}>
        <TextInput
          size="xs"
          autoFocus={asked && draft.promise === ''}
          aria-label="What was promised to the member"
          placeholder="For example: write again, ask a Lead about the course"
          maxLength={300}
          value={draft.promise}
          error={missing !== undefined}
          onChange={(e) => change({ promise: e.currentTarget.value })}
        />
        <div className={styles.pickRow}>
          <SegmentedControl
            size="xs"
            aria-label="When it is due"
            data={choices.map(([value, label]) => ({ value, label }))}
            value={named ? draft.promiseDue : 'date'}
            onChange={(value) => change({ promiseDue: value === 'date' ? dateOf(dueOf('three-days', now)) : (value as DueChoice) })}
          />
          {!named && (
            <TextInput
              size="xs"
              type="date"
              aria-label="Date on which it is due"
              min={dateOf(now)}
              value={draft.promiseDue}
              onChange={(e) => e.currentTarget.value && change({ promiseDue: e.currentTarget.value as DueChoice })}
            />
          )}
        </div>
      </div>
    </Field>
  )
}
