import { Button, UnstyledButton } from '@mantine/core'
import type { Profile } from '#contract/bridge'
import { useNow } from '../app/clock'
import { useDesk } from '../app/context'
import { useStore } from '../app/store'
import { ago } from '../components/time'
import { shortName } from '../components/words'
import { Frame } from './Entrance'
import styles from './Entrance.module.css'

/** Whose desk? Opening one needs its passphrase, and no network. */
export function Profiles({ profiles, onSignIn }: { profiles: readonly Profile[]; onSignIn: () => void }) {
  const desk = useDesk()
  const busy = useStore(desk.view, (v) => v.busy)
  const refusal = useStore(desk.view, (v) => v.refusal)
  const now = useNow()
  return (
    <Frame title="Desks on this device">
      <p className={styles.lead}>Choose yours. It opens with its passphrase, also without a network.</p>
      {refusal && (
        <div className={styles.refusal} role="alert">
          {refusal.message}
        </div>
      )}
      <ul className={styles.list}>
        {profiles.map((profile, i) => (
          <li key={profile.id}>
            <UnstyledButton className={styles.person} disabled={busy} autoFocus={i === 0} onClick={() => void desk.change('desk.chooseProfile', { profile: profile.id })}>
              <span className={styles.initial} aria-hidden="true">
                {shortName(profile.pseudonym).slice(0, 1)}
              </span>
              <span className={styles.who}>{profile.pseudonym}</span>
              <span className={styles.what}>{profile.username}</span>
              <span className={styles.when}>{ago(profile.lastUsed, now)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Button variant="default" fullWidth mt={16} onClick={onSignIn}>
        Sign in as someone else
      </Button>
    </Frame>
  )
}
