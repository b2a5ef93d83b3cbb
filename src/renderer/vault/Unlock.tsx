import { Button, PasswordInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { VaultFailure } from '#contract/bridge'
import { useSecond } from '../app/clock'
import { useDesk } from '../app/context'
import { useStore } from '../app/store'
import { countdown } from '../components/time'
import { plural } from '../components/words'
import { Frame } from './Entrance'
import { failureWords } from './failures'
import styles from './Entrance.module.css'

type Failure = { code: VaultFailure; message: string; retryAfterMs?: number }

const isFailure = (code: string): code is VaultFailure => code in failureWords

/** The locked desk: its passphrase, or the one screen for what is wrong with it. */
export function Unlock() {
  const desk = useDesk()
  const profile = useStore(desk.view, (v) => v.state?.profile ?? null)
  const stateFailure = useStore(desk.view, (v) => v.state?.failure ?? null)
  const refusal = useStore(desk.view, (v) => v.refusal)
  const failure: Failure | null = refusal && isFailure(refusal.code) ? { ...refusal, code: refusal.code } : stateFailure
  const keychain = useStore(desk.view, (v) => v.state?.keychain ?? 'none')
  const busy = useStore(desk.view, (v) => v.busy)
  const back = () => void desk.change('desk.chooseProfile', { profile: null })
  const name = profile?.pseudonym ?? 'this desk'
  if (failure && (failureWords[failure.code].offers === 'rebuild' || failureWords[failure.code].offers === 'try-again')) {
    return <Broken failure={failure} onBack={back} />
  }
  const words = failure && failure.code !== 'wrong-passphrase' && failure.code !== 'too-many-tries' ? failureWords[failure.code] : null
  return (
    <Frame title={words ? words.title : 'This desk is locked'} onBack={back} back="Another desk">
      {words ? <Facts words={words} message={failure?.message ?? ''} /> : <p className={styles.lead}>Desk of {name}. It opens without a network.</p>}
      {keychain === 'on' && (
        <Button variant="default" loading={busy} onClick={() => void desk.change('vault.unlockWithKeychain', {})}>
          Unlock with this computer’s keychain
        </Button>
      )}
      <PassphraseForm failure={failure} other={refusal && !isFailure(refusal.code) ? refusal.message : null} />
    </Frame>
  )
}

function PassphraseForm({ failure, other }: { failure: Failure | null; other: string | null }) {
  const desk = useDesk()
  const busy = useStore(desk.view, (v) => v.busy)
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const [until, setUntil] = useState<number | null>(null)
  useEffect(() => {
    setUntil(failure?.code === 'too-many-tries' ? Date.now() + (failure.retryAfterMs ?? 30_000) : null)
    if (failure) field.current?.select()
  }, [failure])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase) void desk.change('vault.unlock', { passphrase })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      {failure?.code === 'wrong-passphrase' && (
        <div className={styles.refusal} role="alert">
          {failure.message || `${failureWords['wrong-passphrase'].title}.`} {failureWords['wrong-passphrase'].happened}
        </div>
      )}
      {failure?.code === 'too-many-tries' && (
        <div className={styles.refusal} role="alert">
          {failure.message || failureWords['too-many-tries'].happened} {failureWords['too-many-tries'].safe}
        </div>
      )}
      {other && (
        <div className={styles.refusal} role="alert">
          {other}
        </div>
      )}
      <PasswordInput ref={field} label="Desk passphrase" value={passphrase} onChange={(e) => setPassphrase(e.currentTarget.value)} autoComplete="current-password" autoFocus maxLength={256} />
      {until === null ? (
        <Button type="submit" loading={busy} mt={4}>
          Unlock
        </Button>
      ) : (
        <Waiting until={until} onOver={() => setUntil(null)} />
      )}
    </form>
  )
}

function Waiting({ until, onOver }: { until: number; onOver: () => void }) {
  const now = useSecond()
  useEffect(() => {
    if (now >= until) onOver()
  }, [now, until, onOver])
  return (
    <Button type="submit" disabled mt={4}>
      Try again in {countdown(new Date(until).toISOString(), now)}
    </Button>
  )
}

function Facts({ words, message }: { words: (typeof failureWords)[VaultFailure]; message: string }) {
  return (
    <div className={styles.facts}>
      <p>{message || words.happened}</p>
      <p>
        <strong>What is safe:</strong> {words.safe}
      </p>
      <p>
        <strong>What to do:</strong> {words.todo}
      </p>
    </div>
  )
}

function Broken({ failure, onBack }: { failure: Failure; onBack: () => void }) {
  const desk = useDesk()
  const words = failureWords[failure.code]
  const busy = useStore(desk.view, (v) => v.busy)
  const profile = useStore(desk.view, (v) => v.state?.profile ?? null)
  const other = useStore(desk.view, (v) => v.refusal)
  const [sure, setSure] = useState(false)
  const [done, setDone] = useState<{ rescued: number; setAside: string } | null>(null)
  const again = async () => {
    if (await desk.change('desk.chooseProfile', { profile: null })) await desk.change('desk.chooseProfile', { profile: profile?.id ?? null })
  }
  const rebuild = async () => {
    const answer = await desk.rebuild()
    if (answer) setDone(answer)
  }
  if (done) {
    return (
      <Frame title="A fresh cache is ready" onBack={onBack} back="Another desk">
        <div className={styles.facts} role="status">
          <p>{done.rescued === 0 ? 'No undelivered decision was found in the damaged cache.' : `${plural(done.rescued, 'undelivered decision')} found and kept: they go out by themselves.`}</p>
          <p>The damaged file was kept as {done.setAside}.</p>
        </div>
        <PassphraseForm failure={null} other={null} />
      </Frame>
    )
  }
  return (
    <Frame title={words.title} onBack={onBack} back="Another desk">
      <Facts words={words} message={failure.message} />
      {other && !isFailure(other.code) && (
        <div className={styles.refusal} role="alert">
          {other.message}
        </div>
      )}
      {!sure && (
        <div className={styles.row}>
          <Button onClick={() => void again()} loading={busy} autoFocus>
            Try again
          </Button>
          {words.offers === 'rebuild' && (
            <Button variant="subtle" onClick={() => setSure(true)}>
              Start a fresh cache …
            </Button>
          )}
        </div>
      )}
      {sure && (
        <div className={styles.confirm} role="group" aria-label="Start a fresh cache">
          <p>The damaged file is renamed and kept. Undelivered decisions are rescued first. Then this desk syncs again, which may take a few minutes.</p>
          <div className={styles.row}>
            <Button variant="default" onClick={() => setSure(false)} autoFocus>
              Leave it as it is
            </Button>
            <Button loading={busy} onClick={() => void rebuild()}>
              Set it aside and start fresh
            </Button>
          </div>
        </div>
      )}
    </Frame>
  )
}
