import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { cssrsSource, deedNames, safeTSource, type Episode } from '#contract/episode'
import { useActions } from '../app/actionsContext'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { fieldsOf, requires, ruleWords, type FormField, type Values } from './forms'
import type { EpisodeForm as Form } from './model'
import styles from './Episodes.module.css'

/** What one deed asks for. Everything typed is kept on the desk until it is done. */
export function EpisodeForm({ form, episode }: { form: Form; episode: Episode }) {
  const station = useWorkstation()
  const actions = useActions()
  const { episodes } = station
  const wording = useStore(episodes.wording)
  const box = useRef<HTMLFormElement>(null)
  const focus = useStore(nav, (n) => n.focus)
  const { deed, missing, refused, sending } = form
  const fields = fieldsOf(deed, episode, wording.words)
  const firstMissing = Object.keys(missing)[0]
  useEffect(() => {
    if (focus.to !== 'composer') return
    const at = firstMissing ? box.current?.querySelector<HTMLElement>(`[data-field="${firstMissing}"] :is(input, textarea, select)`) : null
    ;(at ?? box.current?.querySelector<HTMLElement>('input, textarea, select'))?.focus()
  }, [focus, firstMissing, deed])
  return (
    <form
      ref={box}
      className={styles.form}
      aria-label={deedNames[deed]}
      onSubmit={(event) => {
        event.preventDefault()
        actions.run('episode-send')
      }}
    >
      <h4>{deedNames[deed]}</h4>
      {deed === 'assess' && (
        <p className={styles.requires}>
          {wording.attestation ? `Wording shown on the attestation of ${wording.attestation.by}.` : 'In our own words.'} Triage rule: {cssrsSource}
        </p>
      )}
      {deed === 'safe-t' && <p className={styles.requires}>Five steps after {safeTSource}</p>}
      <div className={styles.fields}>
        {fields.map((field) => (
          <div key={field.name} data-field={field.name}>
            <Control field={field} value={form.values[field.name] ?? ''} missing={missing[field.name]} change={(value) => episodes.change({ [field.name]: value })} />
            {field.name === 'band' && <Rule values={form.values} />}
          </div>
        ))}
      </div>
      {refused && (
        <p className={styles.note} role="alert">
          {refused}
        </p>
      )}
      <div className={styles.send}>
        <Button type="submit" loading={sending} rightSection={<KeyHint id="episode-send" />}>
          {deedNames[deed]}
        </Button>
        <Button variant="default" onClick={() => actions.run('episode-leave')} rightSection={<KeyHint id="episode-leave" />}>
          Leave, keeping the draft
        </Button>
      </div>
      {requires[deed] && <p className={styles.requires}>Needs: {requires[deed]}.</p>}
    </form>
  )
}

function Rule({ values }: { values: Values }) {
  return (
    <p className={styles.requires} aria-live="polite">
      {ruleWords(values)} Your judgement counts.
    </p>
  )
}

type ControlProps = { field: FormField; value: string; missing: string | undefined; change: (value: string) => void }

function Control({ field, value, missing, change }: ControlProps) {
  const { label, hint } = field
  switch (field.kind) {
    case 'line':
      return <TextInput label={label} description={hint} value={value} error={missing} onChange={(e) => change(e.currentTarget.value)} />
    case 'long':
      return <Textarea label={field.optional ? `${label} (if any)` : label} description={hint} autosize minRows={2} maxRows={8} value={value} error={missing} onChange={(e) => change(e.currentTarget.value)} />
    case 'tick':
      return <Checkbox label={label} checked={value === 'yes'} error={missing} onChange={(e) => change(e.currentTarget.checked ? 'yes' : '')} />
    case 'pick':
      return <NativeSelect label={label} data={[...field.options]} value={value} error={missing} onChange={(e) => change(e.currentTarget.value)} />
    case 'answer':
      return (
        <fieldset className={styles.answer} data-missing={missing ? true : undefined}>
          <legend>{label}</legend>
          <div className={styles.options}>
            {field.options.map((option) => (
              <Radio key={option.value} size="xs" name={field.name} label={option.label} checked={value === option.value} onChange={() => change(option.value)} />
            ))}
          </div>
          {missing && <p className={styles.missing} role="alert">{missing}</p>}
        </fieldset>
      )
    case 'many': {
      const chosen = value.split(',').filter(Boolean)
      const toggle = (one: string, on: boolean) => change((on ? [...chosen, one] : chosen.filter((each) => each !== one)).join(','))
      return (
        <fieldset className={styles.answer} data-missing={missing ? true : undefined} style={{ display: 'block' }}>
          <legend style={{ float: 'none' }}>{label}</legend>
          <div className={styles.many}>
            {field.options.map((option) => (
              <Checkbox key={option.value} size="xs" label={option.label} checked={chosen.includes(option.value)} onChange={(e) => toggle(option.value, e.currentTarget.checked)} />
            ))}
          </div>
          {missing && <p className={styles.missing} role="alert">{missing}</p>}
        </fieldset>
      )
    }
  }
}
