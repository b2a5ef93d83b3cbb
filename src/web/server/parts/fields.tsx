import type { ReactNode } from 'react'
import type { Problems } from '../form'
import type { Words } from '../words'

/** What could not be taken, first thing on the page, with a link to each field. */
export function ProblemList(props: { words: Words; problems: Problems; labels: Record<string, string>; kept?: boolean }) {
  const { words, problems, labels, kept = false } = props
  const entries = Object.entries(problems)
  if (entries.length === 0) return null
  return (
    <div className="problems" role="alert" id="problems" tabIndex={-1}>
      <h2>{entries.length === 1 ? words.form.problem : words.form.problems}</h2>
      <ul>
        {entries.map(([field, message]) => (
          <li key={field}>{field !== '' && labels[field] !== undefined ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
      {kept && <p className="quiet">{words.form.kept}</p>}
    </div>
  )
}

type FieldProps = { name: string; label: ReactNode; hint?: ReactNode; problem?: string | undefined }

/** Ids of what describes a field, for `aria-describedby`. */
const describedBy = ({ name, hint, problem }: FieldProps) =>
  [problem ? `${name}-problem` : '', hint ? `${name}-hint` : ''].filter(Boolean).join(' ') || undefined

function FieldFrame({ name, label, hint, problem, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      {children}
    </div>
  )
}

export function TextField(
  props: FieldProps & {
    value: string
    type?: 'text' | 'password'
    autoComplete?: string
    maxLength?: number
    spellCheck?: boolean
    capitals?: 'none' | 'characters'
  },
) {
  const { name, value, type = 'text', autoComplete = 'off', maxLength, spellCheck, capitals } = props
  return (
    <FieldFrame {...props}>
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        maxLength={maxLength}
        spellCheck={spellCheck}
        autoCapitalize={capitals}
        required
        aria-invalid={props.problem ? true : undefined}
        aria-describedby={describedBy(props)}
      />
    </FieldFrame>
  )
}

/** No `maxLength`: cutting a pasted text off without a word would lose what somebody wrote. */
export function TextArea(props: FieldProps & { words: Words; value: string; rows: number; limit: number; optional?: boolean }) {
  const { words, name, value, rows, limit, optional = false } = props
  return (
    <FieldFrame {...props}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={value}
        required={!optional}
        dir="auto"
        data-limit={limit}
        aria-invalid={props.problem ? true : undefined}
        aria-describedby={[describedBy(props), `${name}-left`].filter(Boolean).join(' ')}
      />
      <p className="hint left" id={`${name}-left`} aria-live="polite" data-words={words.form.charactersLeft} />
    </FieldFrame>
  )
}

export function Tick({
  name,
  value,
  label,
  ticked,
  problem,
}: {
  name: string
  value: string
  label: string
  ticked: boolean
  problem?: string | undefined
}) {
  return (
    <div className={problem ? 'field tick wrong' : 'field tick'}>
      {problem && (
        <p className="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      <label>
        <input
          id={name}
          name={name}
          type="checkbox"
          value={value}
          defaultChecked={ticked}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${name}-problem` : undefined}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}

export function Choice(
  props: FieldProps & { value: string; options: ReadonlyArray<{ value: string; label: string }>; empty: string },
) {
  const { name, value, options, empty } = props
  return (
    <FieldFrame {...props}>
      <select
        id={name}
        name={name}
        defaultValue={value}
        required
        aria-invalid={props.problem ? true : undefined}
        aria-describedby={describedBy(props)}
      >
        <option value="">{empty}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** The one thing to do on a page. The words while it is being sent are read by the script. */
export function Submit({ words, label }: { words: Words; label: string }) {
  return (
    <button className="main" type="submit" data-sending={words.form.sending}>
      {label}
    </button>
  )
}
