import { Button } from '@mantine/core'
import { useActions } from '../app/actionsContext'
import { useWorkstation } from '../app/context'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import styles from './Care.module.css'

/** Offered between two items, never over one and never while something is written. Nothing waits for an answer to it. */
export function CareBanner() {
  const { care } = useWorkstation()
  const actions = useActions()
  const banner = useStore(care.state, (s) => s.banner)
  if (banner === 'none') return null
  return (
    <div className={styles.banner} role="status">
      {banner === 'pause' ? (
        <>
          <p>
            <strong>That was a hard one.</strong> Fifteen protected minutes are yours if you want them: only green items come next.
          </p>
          <Button size="compact-sm" onClick={() => actions.run('pause')} rightSection={<KeyHint id="pause" />}>
            Take them
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => void care.declinePause()}>
            Not now
          </Button>
        </>
      ) : (
        <>
          <p>
            <strong>Two hours of work.</strong> A break would do you good. Your place and your drafts stay as they are.
          </p>
          <Button size="compact-sm" onClick={() => actions.run('break')} rightSection={<KeyHint id="break" />}>
            Take a break
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => care.putOff()}>
            In 15 minutes
          </Button>
        </>
      )}
    </div>
  )
}
