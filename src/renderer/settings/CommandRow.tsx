import { Button, UnstyledButton } from '@mantine/core'
import { memo, useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { say } from '../app/announce'
import { useStore } from '../app/store'
import { Key } from '../components/Keys'
import { bindingsStore, printed, rebind, resetKeys } from '../keyboard/bindings'
import { chordOf } from '../keyboard/chord'
import { commands, keysOf, sequenceMs, type Bindings, type Command, type CommandId } from '../keyboard/registry'
import styles from './Settings.module.css'

/** Which of its keys is being recorded; `null` none, the number of keys for one more. */
type Recording = number | null

const mostKeys = 3
const where: Partial<Record<Command['scope'], string>> = { compose: 'while writing', answers: 'in answers', outbox: 'in the outbox' }

export const CommandRow = memo(function CommandRow({ command }: { command: Command }) {
  const id = command.id as CommandId
  const bindings: Bindings = useStore(bindingsStore)
  const keys = keysOf(command, bindings)
  const changed = bindings[id] !== undefined
  const [recording, setRecording] = useState<Recording>(null)
  const [refused, setRefused] = useState('')
  const row = useRef<HTMLDivElement>(null)
  /** The chip that the focus goes back to, once it is drawn. */
  const back = useRef<number | null>(null)
  useEffect(() => {
    if (recording !== null || back.current === null) return
    const chips = row.current?.querySelectorAll<HTMLElement>('[data-chip]')
    chips?.[Math.min(back.current, chips.length - 1)]?.focus()
    back.current = null
  }, [recording, keys])
  const leave = (at: number) => {
    back.current = at
    setRecording(null)
  }
  const apply = (next: readonly string[], at: number) => {
    const refusal = rebind(id, next)
    setRefused(refusal?.why ?? '')
    if (!refusal) say(`${command.title}: ${next.length ? next.map(printed).join(' or ') : 'no key'}.`, { quiet: true })
    leave(at)
  }
  const record = (at: number) => {
    setRefused('')
    setRecording(at)
  }
  const recorder = (at: number) => (
    <Recorder
      title={command.title}
      onKeys={(pressed) => apply(at < keys.length ? keys.map((each, i) => (i === at ? pressed : each)) : [...keys, pressed], at)}
      onRemove={at < keys.length ? () => apply(keys.filter((_, i) => i !== at), at) : null}
      onLeave={() => leave(at)}
    />
  )
  return (
    <div className={styles.command} ref={row} role="group" aria-label={command.title}>
      <span className={styles.commandTitle}>
        {command.title}
        {where[command.scope] && <small>{where[command.scope]}</small>}
      </span>
      {keys.map((key, at) =>
        recording === at ? (
          <span key="recorder">{recorder(at)}</span>
        ) : (
          <UnstyledButton key={key} className={styles.chip} data-chip aria-label={`${printed(key)}: change this key of ${command.title}`} onClick={() => record(at)}>
            {key.split(' ').map((part, i) => (
              <Key key={`${part}${i}`}>{part}</Key>
            ))}
          </UnstyledButton>
        ),
      )}
      {recording === keys.length && recorder(keys.length)}
      {keys.length < mostKeys && recording === null && (
        <UnstyledButton className={styles.chip} data-chip aria-label={keys.length ? `One more key for ${command.title}` : `A key for ${command.title}`} onClick={() => record(keys.length)}>
          +
        </UnstyledButton>
      )}
      {changed && recording === null && (
        <Button size="compact-xs" variant="subtle" aria-label={`The usual keys of ${command.title}`} onClick={() => (setRefused(resetKeys(id)?.why ?? ''), (back.current = 0), setRecording(null))}>
          Usual
        </Button>
      )}
      {refused && (
        <p className={styles.refused} role="alert">
          {refused}
        </p>
      )}
    </div>
  )
})

type RecorderProps = { title: string; onKeys: (keys: string) => void; onRemove: (() => void) | null; onLeave: () => void }

/** Hears one press, or two in a row such as `g q`. Only while it has the focus itself: Tab leads to its buttons. */
function Recorder({ title, onKeys, onRemove, onLeave }: RecorderProps) {
  const box = useRef<HTMLSpanElement>(null)
  const [first, setFirst] = useState('')
  const done = useRef(onKeys)
  useEffect(() => {
    done.current = onKeys
  })
  useEffect(() => box.current?.focus(), [])
  useEffect(() => {
    if (!first) return
    const timer = setTimeout(() => done.current(first), sequenceMs)
    return () => clearTimeout(timer)
  }, [first])
  const hear = useCallback(
    (event: KeyboardEvent) => {
      const chord = chordOf(event.nativeEvent)
      if (!chord || chord === 'Tab' || chord === 'Shift+Tab') return
      event.preventDefault()
      event.stopPropagation()
      if (event.repeat) return
      const usualLeave = chord === 'Esc'
      if (usualLeave) return onLeave()
      if (first) return done.current(`${first} ${chord}`)
      // Only a key that begins a sequence somewhere waits for a second press.
      if (beginsSequence(chord)) setFirst(chord)
      else done.current(chord)
    },
    [first, onLeave],
  )
  return (
    <>
      <span ref={box} className={styles.recorder} role="textbox" aria-readonly="true" tabIndex={0} aria-label={`Press the new key for ${title}. Esc leaves it as it is.`} onKeyDown={hear}>
        {first ? `${printed(first)} …` : 'Press a key'}
      </span>
      {onRemove && (
        <Button size="compact-xs" variant="subtle" onClick={onRemove}>
          Remove
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" onClick={onLeave}>
        Leave
      </Button>
    </>
  )
}

const beginsSequence = (chord: string): boolean =>
  (commands as readonly Command[]).some((command) => keysOf(command, bindingsStore.get()).some((keys) => keys.startsWith(`${chord} `)))
