import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { plural } from '../components/words'
import { say } from './announce'
import { useDesk } from './context'
import { useStore } from './store'
import styles from './Banners.module.css'

function Banner({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.banner} role="status">
      <div className={styles.words}>
        <strong>{title}</strong> {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

/** The host or worker behind this window does not answer. Nothing can be done here but wait, and that is said. */
export function CoreLost() {
  const desk = useDesk()
  const lost = useStore(desk.view, (v) => v.link === 'lost' && v.state !== null)
  if (!lost) return null
  return (
    <div className={styles.lost} role="status">
      <strong>The workstation’s core is not answering.</strong> Every decision that was saved is safe on this desk. Trying again; leave this window open.
    </div>
  )
}

const dayMs = 24 * 3_600_000

/** When an offline desk will lock, in words, once less than a day is left. */
function closingSoon(until: string | null, now: number): string | null {
  if (until === null || Date.parse(until) - now > dayMs) return null
  return new Date(until).toLocaleString(undefined, { weekday: 'long', hour: '2-digit', minute: '2-digit' })
}

/** What the sync needs from a person, each with its one way on. */
export function Banners() {
  const desk = useDesk()
  const needs = useStore(desk.view, (v) => v.sync?.needs ?? 'nothing')
  const progress = useStore(desk.view, (v) => v.sync?.progress ?? null)
  const closes = useStore(desk.view, (v) => (v.sync?.network === 'offline' ? closingSoon(v.sync.offlineUntil, Date.now()) : null))
  const never = useStore(desk.view, (v) => v.sync?.lastSyncedAt === null)
  if (needs === 'sign-in') return <SignInAgain />
  if (needs === 'upgrade') {
    return (
      <Banner title="This desk needs a newer version.">
        It cannot take in new items any more. What you decide here is saved and still goes out. Ask whoever looks after this machine for the update.
      </Banner>
    )
  }
  if (needs === 'resync-approval') return <ResyncApproval />
  if (closes) {
    return (
      <Banner title={`Without the network this desk stays open until ${closes}.`}>After that it locks until it has reached the server once. Your decisions are kept either way.</Banner>
    )
  }
  if (progress && never) {
    return (
      <Banner title="First sync.">
        The most urgent items are here already: you can start. {progress.total > 0 && `${plural(Math.max(0, progress.total - progress.done), 'item')} to come.`}
      </Banner>
    )
  }
  return null
}

function ResyncApproval() {
  const desk = useDesk()
  const [sure, setSure] = useState(false)
  const go = async () => {
    if (!sure) return setSure(true)
    const answer = await desk.bridge.call('sync.approveResync', {})
    if (answer.ok) desk.view.patch({ sync: answer.value })
    else say(answer.error.message, { tone: 'attention' })
  }
  return (
    <Banner
      title="The sync was stopped as a precaution."
      actions={
        <>
          {sure && (
            <Button variant="subtle" size="compact-sm" onClick={() => setSure(false)}>
              Not now
            </Button>
          )}
          <Button variant={sure ? 'filled' : 'default'} size="compact-sm" onClick={() => void go()}>
            {sure ? 'Yes, take the server’s list' : 'Go on with it'}
          </Button>
        </>
      }
    >
      The server’s list is much shorter than this desk’s. Ask a Lead whether that is expected before you go on. Your decisions stay in the outbox either way.
    </Banner>
  )
}

/** The session with the API ended. Work goes on; decisions wait here. */
function SignInAgain() {
  const desk = useDesk()
  const pending = useStore(desk.view, (v) => v.sync?.pending ?? 0)
  const username = useStore(desk.view, (v) => v.state?.staff?.username ?? v.state?.profile?.username ?? '')
  const busy = useStore(desk.view, (v) => v.busy)
  const refusal = useStore(desk.view, (v) => v.refusal)
  const [open, setOpen] = useState(false)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await desk.change('desk.signIn', { username, password, code: code.replace(/\s/g, '') })) setOpen(false)
    setPassword('')
    setCode('')
  }
  return (
    <Banner
      title="Your sign-in has ended."
      actions={
        open ? (
          <form className={styles.form} onSubmit={(e) => void submit(e)}>
            <PasswordInput size="xs" w={170} placeholder="Passphrase" aria-label={`Sign-in passphrase of ${username}`} value={password} onChange={(e) => setPassword(e.currentTarget.value)} autoFocus />
            <TextInput size="xs" w={90} placeholder="Code" aria-label="Six-digit code" inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(e) => setCode(e.currentTarget.value)} />
            <Button size="xs" type="submit" loading={busy}>
              Sign in
            </Button>
          </form>
        ) : (
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            Sign in again
          </Button>
        )
      }
    >
      {refusal && open ? refusal.message : `You can go on working: ${pending === 0 ? 'decisions wait' : `${plural(pending, 'decision')} ${pending === 1 ? 'waits' : 'wait'}`} on this desk until you sign in again.`}
    </Banner>
  )
}
