import { memo } from 'react'
import { useStore } from '../app/store'
import { bindingsStore, hintFor, printed } from '../keyboard/bindings'
import type { CommandId } from '../keyboard/registry'
import styles from './Keys.module.css'

/** The key of a command, as it is bound on this desk. Nothing when it has none. */
export const KeyHint = memo(function KeyHint({ id }: { id: CommandId }) {
  const bindings = useStore(bindingsStore)
  const text = hintFor(id, bindings)
  return text ? (
    <kbd className={styles.key} aria-hidden="true">
      {text}
    </kbd>
  ) : null
})

export function Key({ children }: { children: string }) {
  return <kbd className={styles.key}>{printed(children)}</kbd>
}
