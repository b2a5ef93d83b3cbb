import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { bindingsStore } from '../keyboard/bindings'
import { chordOf } from '../keyboard/chord'
import { commands, keysOf, type Command } from '../keyboard/registry'
import { say } from './announce'
import { wish } from './nav'
import { privacy } from './privacy'
import { useStore } from './store'
import styles from './PrivacyScreen.module.css'

const command = (id: string) => (commands as readonly Command[]).find((c) => c.id === id) as Command

/** Whether a key brings everything back: the privacy screen’s own keys as this person has them, and always p and Esc. */
const bringsBack = (chord: string) => chord === 'Esc' || chord === 'p' || keysOf(command('privacy'), bindingsStore.get()).includes(chord)

let lock: () => void = () => undefined

// Heard before anything else, so that no key reaches what is covered: the window asks its listeners in the order in which they came,
// and a dialog brings one of its own. So this one comes before any component does.
window.addEventListener(
  'keydown',
  (event) => {
    if (!privacy.get()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const chord = chordOf(event)
    if (!chord || event.repeat) return
    if (bringsBack(chord)) privacy.set(false)
    else if (keysOf(command('lock'), bindingsStore.get()).includes(chord)) lock()
  },
  { capture: true },
)

/** Over everything: screens, dialogs, the window’s title. No other key does anything while it is there, but to lock. */
export function PrivacyScreen({ onLock }: { onLock: () => void }) {
  const on = useStore(privacy)
  useEffect(() => {
    lock = onLock
    return () => void (lock = () => undefined)
  }, [onLock])
  useEffect(() => () => privacy.set(false), [])
  return on ? createPortal(<Cover />, document.body) : null
}

function Cover() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const title = document.title
    document.title = 'Wallguide'
    document.documentElement.toggleAttribute('data-private', true)
    box.current?.focus()
    return () => {
      document.documentElement.toggleAttribute('data-private', false)
      document.title = title
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus({ preventScroll: true })
      if (document.activeElement === document.body) wish('heading')
      say('Everything is as it was.', { quiet: true })
    }
  }, [])
  return (
    <div ref={box} className={styles.cover} data-privacy role="dialog" aria-modal="true" aria-label="Privacy screen" aria-describedby="privacy-words" tabIndex={-1} onClick={() => privacy.set(false)}>
      <img src="./mark.svg" alt="" width="40" height="40" />
      <p id="privacy-words">Everything is covered. The desk is not locked. Press p or Esc to come back.</p>
    </div>
  )
}
