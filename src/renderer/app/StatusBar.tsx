import { Progress, UnstyledButton } from '@mantine/core'
import { roleNames } from '#contract/staff'
import { CareMeter } from '../care/CareMeter'
import { KeyHint } from '../components/Keys'
import { countdown, fullTime, syncedAgo } from '../components/time'
import { plural, shortName, verdictDone } from '../components/words'
import { useActions } from './actionsContext'
import { said } from './announce'
import { useNow, useSecond } from './clock'
import { useDesk, useWorkstation } from './context'
import { useStore } from './store'
import { lockNear } from './useIdleLock'
import styles from './StatusBar.module.css'

const networkWords = { online: 'Online', offline: 'Offline', connecting: 'Connecting' } as const

/** Always there: the network, what waits, who sits here, and how to lock. */
export function StatusBar() {
  const desk = useDesk()
  const actions = useActions()
  const sync = useStore(desk.view, (v) => v.sync)
  const staff = useStore(desk.view, (v) => v.state?.staff ?? null)
  const profile = useStore(desk.view, (v) => v.state?.profile ?? null)
  const now = useNow()
  const network = sync?.network ?? 'connecting'
  const name = staff?.pseudonym ?? profile?.pseudonym ?? ''
  return (
    <footer className={styles.bar} aria-label="Status">
      <span className={styles.network} data-network={network} title={sync?.problem ?? undefined}>
        <svg width="9" height="9" viewBox="0 0 10 10" aria-hidden="true">
          {network === 'online' ? <circle cx="5" cy="5" r="4" fill="currentColor" /> : <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray={network === 'connecting' ? '3 2' : undefined} />}
        </svg>
        {networkWords[network]}
      </span>
      <span className={styles.cell} title={sync?.lastSyncedAt ? fullTime(sync.lastSyncedAt) : undefined}>
        {sync?.lastSyncedAt ? `synced ${syncedAgo(sync.lastSyncedAt, now)}` : 'not synced yet'}
      </span>
      {sync?.progress && sync.progress.total > 0 && (
        <span className={styles.cell}>
          <Progress value={(100 * sync.progress.done) / sync.progress.total} size={5} w={90} aria-label="Sync" transitionDuration={0} />
          <span className="wg-num">
            {sync.progress.done.toLocaleString('en-GB')} of {sync.progress.total.toLocaleString('en-GB')}
          </span>
        </span>
      )}
      <UnstyledButton className={styles.link} onClick={() => actions.run('go-outbox')}>
        {sync?.pending ?? 0} pending
      </UnstyledButton>
      <UnstyledButton className={styles.link} data-attention={(sync?.conflicts ?? 0) > 0} onClick={() => actions.run('go-answers')}>
        {(sync?.conflicts ?? 0) > 0 ? `${plural(sync?.conflicts ?? 0, 'answer')} to look at` : 'no conflicts'}
      </UnstyledButton>
      <UndoStrip />
      <Message />
      <span className={styles.gap} />
      <LockNear />
      <CareMeter />
      {name && (
        <span className={styles.cell} title={staff?.registration ? `${staff.registration.body}, registration valid until ${staff.registration.expires}` : undefined}>
          {shortName(name)}
          {staff && <span className={styles.dim}>{roleNames[staff.role]}</span>}
        </span>
      )}
      <UnstyledButton className={styles.link} onClick={() => actions.run('help')}>
        Keys <KeyHint id="help" />
      </UnstyledButton>
      <UnstyledButton className={styles.link} onClick={() => actions.run('lock')}>
        Lock <KeyHint id="lock" />
      </UnstyledButton>
    </footer>
  )
}

function UndoStrip() {
  const undoable = useStore(useWorkstation().undoable)
  return undoable.length > 0 ? <Undo /> : null
}

/** Ticks each second, but only while something can be taken back. */
function Undo() {
  const actions = useActions()
  const undoable = useStore(useWorkstation().undoable)
  const now = useSecond()
  const last = undoable.filter((u) => Date.parse(u.undoUntil) > now).at(-1)
  if (!last) return null
  return (
    <UnstyledButton className={styles.undo} onClick={() => actions.run('undo')}>
      <span>{verdictDone[last.verdict]}</span>
      <span className={styles.dim}>saved on this desk, {countdown(last.undoUntil, now)} to undo</span>
      <span className={styles.undoWord}>
        Undo <KeyHint id="undo" />
      </span>
    </UnstyledButton>
  )
}

function Message() {
  const message = useStore(said)
  if (!message.shown) return null
  return (
    <span className={styles.said} data-tone={message.tone} title={message.text}>
      {message.text}
    </span>
  )
}

function LockNear() {
  const left = useStore(lockNear)
  return left === null ? null : <span className={styles.cell}>locks in {Math.ceil(left / 1000)} s</span>
}
