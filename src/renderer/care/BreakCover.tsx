import { Button, Modal } from '@mantine/core'
import { useActions } from '../app/actionsContext'
import { useSecond } from '../app/clock'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { span } from '../components/time'
import styles from './Care.module.css'

/** Covers everything while its person is away from the reading. Back with one key. */
export function BreakCover() {
  const { care } = useWorkstation()
  const open = useStore(nav, (n) => n.overlay === 'break')
  const since = useStore(care.state, (s) => s.status?.onBreak?.since ?? null)
  return (
    <Modal.Root opened={open} onClose={() => undefined} fullScreen closeOnEscape={false} closeOnClickOutside={false} transitionProps={{ duration: 0 }}>
      <Modal.Content className={styles.coverContent} radius={0} aria-label="On a break">
        <Modal.Body className={styles.coverBody}>{since && <Cover since={since} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Cover({ since }: { since: string }) {
  const actions = useActions()
  const now = useSecond()
  const ms = Math.max(0, now - Date.parse(since))
  return (
    <div className={styles.cover}>
      <h2>On a break</h2>
      <p className={styles.since} aria-live="off">
        {ms < 60_000 ? 'since just now' : `for ${span(ms)}`}
      </p>
      <p>Look at something far away, drink something, talk to somebody. Your place and your drafts are kept. What you held without having written a word is back in the queue.</p>
      <Button data-autofocus onClick={() => actions.run('break')} rightSection={<KeyHint id="break" />}>
        Back to the desk
      </Button>
    </div>
  )
}
