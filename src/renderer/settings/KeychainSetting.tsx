import { Button, PasswordInput, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { say } from '../app/announce'
import { useDesk } from '../app/context'
import { useStore } from '../app/store'
import styles from './Settings.module.css'

/** The operating system's key store beside the passphrase: for a computer that one person alone signs in to. */
export function KeychainSetting() {
  const desk = useDesk()
  const keychain = useStore(desk.view, (v) => v.state?.keychain ?? 'none')
  const busy = useStore(desk.view, (v) => v.busy)
  const refusal = useStore(desk.view, (v) => v.refusal)
  const [asking, setAsking] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  if (keychain === 'none') return null
  const change = async (input: { on: true; passphrase: string } | { on: false }) => {
    const done = await desk.change('vault.useKeychain', input)
    setPassphrase('')
    if (!done) return
    setAsking(false)
    say(input.on ? 'This computer’s keychain opens this desk from now on. The passphrase still does.' : 'Only the passphrase opens this desk now.')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase) void change({ on: true, passphrase })
  }
  return (
    <section aria-label="This computer’s keychain">
      <h4>This computer’s keychain</h4>
      <p className={styles.lead}>
        {keychain === 'on'
          ? 'Whoever is signed in to your account of this computer can open this desk without its passphrase.'
          : 'It can open this desk instead of the passphrase. Only for a computer account that nobody shares with you: on a shared one, everybody could open your desk.'}
      </p>
      {keychain === 'on' ? (
        <Button variant="default" loading={busy} onClick={() => void change({ on: false })}>
          Passphrase only
        </Button>
      ) : asking ? (
        <form onSubmit={submit}>
          <Stack gap={12} maw={360} align="flex-start">
            {refusal && (
              <p className={styles.refused} role="alert">
                {refusal.message}
              </p>
            )}
            <PasswordInput w="100%" label="Passphrase of this desk" autoComplete="current-password" maxLength={256} value={passphrase} onChange={(e) => setPassphrase(e.currentTarget.value)} autoFocus />
            <Button type="submit" loading={busy}>
              Let the keychain open it
            </Button>
          </Stack>
        </form>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          Use the keychain too
        </Button>
      )}
    </section>
  )
}
