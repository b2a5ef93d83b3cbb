import { UnstyledButton } from '@mantine/core'
import { useActions } from '../app/actionsContext'
import { useNow } from '../app/clock'
import { useWorkstation } from '../app/context'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { bandWords, gentlerWords } from './care'
import styles from './Care.module.css'

const minutes = (until: string, now: number) => `${Math.max(1, Math.round((Date.parse(until) - now) / 60_000))} min`

/** How heavy this sitting has been and when a break is due: small, calm, for this person alone. */
export function CareMeter() {
  const { care } = useWorkstation()
  const actions = useActions()
  const status = useStore(care.state, (s) => s.status)
  const now = useNow()
  if (!status) return null
  const { exposure, pause, breakDueAt } = status
  const pausing = pause.state === 'on' && Date.parse(pause.until) > now
  const rest = breakDueAt === null ? null : Date.parse(breakDueAt) > now ? `break in ${spoken(breakDueAt, now)}` : 'break due'
  // The bar has no room for both, and in the pause only this matters.
  if (pausing) {
    return (
      <UnstyledButton className={styles.pausing} onClick={() => actions.run('pause')} title="Only green items come next. Press to end it.">
        protected pause, {minutes(pause.until, now)}, green only <KeyHint id="pause" />
      </UnstyledButton>
    )
  }
  return (
    <>
      {status.gentler && (
        <UnstyledButton className={styles.cell} title={gentlerWords(status)} onClick={() => actions.run(status.crisisWaits ? 'go-queue' : 'gentler')}>
          {status.crisisWaits ? 'a crisis waits' : 'gentler next'}
        </UnstyledButton>
      )}
      <UnstyledButton className={styles.meter} onClick={() => actions.run('go-shift')} title="How heavy this sitting has been. Kept on this desk for you alone.">
        <svg width="42" height="8" viewBox="0 0 42 8" aria-hidden="true">
          <rect x=".5" y=".5" width="41" height="7" rx="3.5" fill="none" stroke="currentColor" opacity=".55" />
          <rect x="2" y="2" width={Math.round(38 * exposure.share * 10) / 10} height="4" rx="2" fill="currentColor" />
        </svg>
        <span>{bandWords[exposure.band]}</span>
        {rest && <span>{rest}</span>}
      </UnstyledButton>
    </>
  )
}

function spoken(at: string, now: number): string {
  const left = Math.max(1, Math.round((Date.parse(at) - now) / 60_000))
  return left < 60 ? `${left} min` : `${Math.floor(left / 60)} h${left % 60 ? ` ${left % 60} min` : ''}`
}
