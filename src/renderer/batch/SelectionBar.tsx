import { UnstyledButton } from '@mantine/core'
import { useActions } from '../app/actionsContext'
import { useWorkstation } from '../app/context'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { plural } from '../components/words'
import styles from './Batch.module.css'

const ways = [
  { id: 'no_action', name: 'None' },
  { id: 'hand_on', name: 'Hand on' },
  { id: 'hide', name: 'Hide as spam' },
] as const

/** What is chosen and what can be done with all of it, below the list, so that no row moves. */
export function SelectionBar() {
  const { batch } = useWorkstation()
  const actions = useActions()
  const chosen = useStore(batch.selection)
  if (chosen.size === 0) return null
  return (
    <div className={styles.bar} role="group" aria-label="What is chosen">
      <strong>{plural(chosen.size, 'item')} chosen</strong>
      {ways.map(({ id, name }) => (
        <UnstyledButton key={id} className={styles.way} onClick={() => void batch.begin(id)}>
          {name} <KeyHint id={id} />
        </UnstyledButton>
      ))}
      <UnstyledButton className={styles.way} onClick={() => actions.run('select-none')}>
        Clear <KeyHint id="select-none" />
      </UnstyledButton>
    </div>
  )
}
