import { UnstyledButton } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { Delayed } from '../components/Delayed'
import { useDesk } from '../app/context'
import { useStore } from '../app/store'
import { NewVault } from './NewVault'
import { Profiles } from './Profiles'
import { SignIn } from './SignIn'
import { Unlock } from './Unlock'
import styles from './Entrance.module.css'

/** Everything before an open vault. The phase comes from the core; only sign-in versus profile list is this window's choice. */
export function Entrance() {
  const desk = useDesk()
  const state = useStore(desk.view, (v) => v.state)
  const lost = useStore(desk.view, (v) => v.link === 'lost')
  const [signingIn, setSigningIn] = useState(false)
  if (!state) {
    return (
      <Delayed ms={lost ? 0 : 400}>
        <Frame title={lost ? 'The workstation’s core is not answering' : 'One moment'}>
          <p className={styles.lead}>{lost ? 'Nothing that was saved is lost. This window keeps trying; if it lasts, close Wallguide and start it again.' : 'Opening this desk.'}</p>
        </Frame>
      </Delayed>
    )
  }
  if (state.phase === 'new-device') return <NewVault />
  if (state.phase === 'locked') return <Unlock key={state.profile?.id} />
  if (signingIn || state.profiles.length === 0) return <SignIn onBack={state.profiles.length > 0 ? () => setSigningIn(false) : null} />
  return <Profiles profiles={state.profiles} onSignIn={() => setSigningIn(true)} />
}

/** The page around each entrance screen. */
export function Frame({ title, children, aside, onBack, back = 'Back' }: { title: string; children: ReactNode; aside?: ReactNode; onBack?: (() => void) | null; back?: string }) {
  const info = useStore(useDesk().view, (v) => v.info)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <img src="./mark.svg" alt="" width="22" height="22" />
        <span>Wallguide</span>
      </header>
      <main className={styles.main} data-aside={aside ? true : undefined}>
        <section className={styles.card} aria-labelledby="entrance-title">
          <h1 id="entrance-title">{title}</h1>
          {children}
          {onBack && (
            <UnstyledButton className={styles.back} onClick={onBack}>
              {back}
            </UnstyledButton>
          )}
        </section>
        {aside}
      </main>
      <footer className={styles.foot}>
        <span>For registered clinicians of this service.</span>
        {info && (
          <span>
            {new URL(info.apiUrl).host} · version {info.version}
          </span>
        )}
      </footer>
    </div>
  )
}
