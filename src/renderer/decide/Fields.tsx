import { NativeSelect, NumberInput, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import houseRules from '#resources/house-rules.json'
import type { ItemView } from '#contract/bridge'
import { clinicalOffered, missingWords } from '#contract/policy'
import { ColleagueField } from '../people/ColleagueField'
import { BodyField } from './BodyField'
import { ClinicalField } from './ClinicalField'
import { clinicalParts, type Draft } from './draft'
import { Field, type Change, type ErrorOf } from './Field'
import { PromiseField } from './PromiseField'
import { RedactField } from './RedactField'
import { ServicePicker } from './ServicePicker'
import { formOf } from './verdicts'
import styles from './Composer.module.css'

type Props = { draft: Draft; view: ItemView; change: Change; error: ErrorOf }

/** Only the fields that this verdict needs. */
export function Fields({ draft, view, change, error }: Props) {
  const needs = formOf(draft.verdict).needs
  if (needs === 'body' || needs === 'services') return <Letter draft={draft} view={view} change={change} error={error} />
  if (needs === 'contentNote') {
    return (
      <Field label="Note" missing={error('contentNote')}>
        <TextInput data-first size="xs" aria-label="Content note" placeholder="For example: talks about loss" maxLength={200} value={draft.contentNote} error={error('contentNote') !== undefined} onChange={(e) => change({ contentNote: e.currentTarget.value })} />
      </Field>
    )
  }
  if (needs === 'question') {
    return (
      <Field label="Question" missing={error('question')}>
        <Textarea data-first size="xs" aria-label="Your question" autosize minRows={2} maxRows={6} value={draft.question} error={error('question') !== undefined} onChange={(e) => change({ question: e.currentTarget.value })} />
      </Field>
    )
  }
  if (needs === 'spans') return <RedactField draft={draft} view={view} change={change} missing={error('spans')} />
  if (draft.verdict === 'escalate' || draft.verdict === 'hand_on') return <ColleagueField draft={draft} change={change} error={error} />
  if (needs === 'rule' || needs === 'restriction') return <Rule draft={draft} view={view} change={change} error={error} />
  return null
}

/** A reply, a message or a signpost: what they read, what goes with it, and what was promised in it. */
function Letter({ draft, view, change, error }: Props) {
  const toThread = draft.verdict === 'support_reply'
  return (
    <>
      {view.score.categories.includes('domestic-abuse') && !toThread && (
        <p className={styles.warn} role="note">
          Someone who hurts them may read this, too. If in doubt, ask a Lead before you write.
        </p>
      )}
      <BodyField label={toThread ? 'Reply' : 'Message'} name={toThread ? 'Your reply' : 'Your message'} body={draft.body} change={change} missing={error('body')} />
      {draft.verdict === 'signpost' && <ServicePicker draft={draft} view={view} change={change} missing={error('services')} />}
      <PromiseField draft={draft} change={change} missing={error('promise')} />
    </>
  )
}

function Rule({ draft, change, error }: Props) {
  return (
    <>
      <Field label="House rule" missing={error('rule')}>
        <NativeSelect data-first size="xs" aria-label="House rule" value={draft.rule} error={error('rule') !== undefined} onChange={(e) => change({ rule: e.currentTarget.value })}>
          <option value="">Choose the rule it rests on</option>
          {houseRules.rules.map((rule) => (
            <option key={rule.id} value={rule.id}>
              {rule.title}
            </option>
          ))}
        </NativeSelect>
      </Field>
      {formOf(draft.verdict).needs === 'restriction' && (
        <Field label="Days" missing={error('days')}>
          <NumberInput size="xs" w={90} aria-label="Days" min={1} max={90} value={draft.days} onChange={(value) => change({ days: typeof value === 'number' ? value : Number.parseInt(value, 10) || 0 })} />
        </Field>
      )}
    </>
  )
}

/** For colleagues: in clinical shape where policy asks for it, else a free note, folded until wanted. */
export function Words({ draft, view, change, error }: Props) {
  const level = view.item.intake.level
  const needed = missingWords({ verdict: draft.verdict, note: '' }, level)
  const [shaped, setShaped] = useState(false)
  const begun = clinicalParts.some((part) => draft[part] !== '')
  if (needed === 'clinical' || shaped || begun) return <ClinicalField draft={draft} change={change} error={error} />
  return (
    <>
      <NoteField draft={draft} change={change} needed={needed === 'note'} missing={error('note')} />
      {clinicalOffered(draft.verdict, level) && (
        <Field label="">
          <UnstyledButton className={styles.addNote} onClick={() => setShaped(true)}>
            Write it as concern, risk, action and justification
          </UnstyledButton>
        </Field>
      )}
    </>
  )
}

function NoteField({ draft, change, needed, missing }: { draft: Draft; change: Change; needed: boolean; missing?: string }) {
  const [asked, setAsked] = useState(false)
  const needs = formOf(draft.verdict).needs
  const alone = needs === 'reason' || needs === 'nothing'
  if (!asked && !needed && !alone && draft.note === '') {
    return (
      <Field label="">
        <UnstyledButton className={styles.addNote} onClick={() => setAsked(true)}>
          Add a note for colleagues
        </UnstyledButton>
      </Field>
    )
  }
  return (
    <Field label="Note" missing={missing}>
      <Textarea
        size="xs"
        data-first={alone || undefined}
        aria-label="Note for colleagues"
        placeholder={needed ? 'In a sentence, what you saw. Only staff read this' : 'Only staff read this'}
        autosize
        minRows={alone ? 2 : 1}
        maxRows={5}
        maxLength={4000}
        autoFocus={asked}
        error={missing !== undefined}
        value={draft.note}
        onChange={(e) => change({ note: e.currentTarget.value })}
      />
    </Field>
  )
}
