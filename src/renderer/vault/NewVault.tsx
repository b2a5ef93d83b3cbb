import { Button, PasswordInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useDesk } from '../app/context'
import { useStore } from '../app/store'
import { shortName } from '../components/words'
import { Frame } from './Entrance'
import { strengthOf } from './failures'
import styles from './Entrance.module.css'

/** First time on this device: the passphrase under which everything here is encrypted. */
export function NewVault() {
  const desk = useDesk()
  const busy = useStore(desk.view, (v) => v.busy)
  const refusal = useStore(desk.view, (v) => v.refusal)
  const staff = useStore(desk.view, (v) => v.state?.staff ?? null)
  const failure = useStore(desk.view, (v) => v.state?.failure ?? null)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const strength = strengthOf(passphrase)
  const different = again !== '' && again !== passphrase
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (strength.score === 0 || again !== passphrase) return
    void desk.change('vault.create', { passphrase })
  }
  return (
    <Frame title={staff ? `Welcome, ${shortName(staff.pseudonym)}` : 'A new desk'} onBack={() => void desk.change('desk.chooseProfile', { profile: null })} back="Not now">
      <p className={styles.lead}>Choose a passphrase for this desk. It is for this device only.</p>
      <ul className={styles.points}>
        <li>What members wrote, your drafts and your decisions are kept here encrypted under it.</li>
        <li>It opens this desk without a network.</li>
        <li>Nobody can recover it. If it is lost, a new desk syncs again from the server.</li>
      </ul>
      <form className={styles.form} onSubmit={submit}>
        {(refusal ?? failure) && (
          <div className={styles.refusal} role="alert">
            {(refusal ?? failure)?.message}
          </div>
        )}
        <PasswordInput label="Desk passphrase" value={passphrase} onChange={(e) => setPassphrase(e.currentTarget.value)} autoComplete="new-password" autoFocus required withAsterisk={false} maxLength={256} aria-describedby="strength" error={tried && strength.score === 0 ? 'At least 10 characters.' : undefined} />
        <div className={styles.strength} id="strength" role="status">
          <span className={styles.bars} aria-hidden="true">
            {[1, 2, 3].map((n) => (
              <i key={n} data-on={strength.score >= n} />
            ))}
          </span>
          {strength.words}
        </div>
        <PasswordInput label="The same again" value={again} onChange={(e) => setAgain(e.currentTarget.value)} autoComplete="new-password" required withAsterisk={false} maxLength={256} error={(tried || again.length >= passphrase.length) && different ? 'The two are not the same.' : undefined} />
        <Button type="submit" loading={busy} mt={4}>
          Open this desk
        </Button>
      </form>
    </Frame>
  )
}
