import { Button, PasswordInput, TextInput, UnstyledButton } from '@mantine/core'
import { useEffect, useState, type FormEvent } from 'react'
import type { DemoAccount } from '#contract/staff'
import { useDesk } from '../app/context'
import { useStore } from '../app/store'
import { roleTitle } from './roles'
import { Frame } from './Entrance'
import styles from './Entrance.module.css'

/** One step: name, passphrase and the six digits. Demo accounts, when the server offers them, do it in one press. */
export function SignIn({ onBack }: { onBack: (() => void) | null }) {
  const desk = useDesk()
  const busy = useStore(desk.view, (v) => v.busy)
  const refusal = useStore(desk.view, (v) => v.refusal)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([])

  const fetchAccounts = async () => {
    const answer = await desk.bridge.call('desk.demoAccounts', {})
    const all = answer.ok ? answer.value.accounts.filter((a) => a.opens === 'desk') : []
    setAccounts(all)
    return all
  }
  useEffect(() => {
    void fetchAccounts()
    // Once, when the screen opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void desk.change('desk.signIn', { username: username.trim(), password, code: code.replace(/\s/g, '') })
  }
  const signInAs = async (user: string) => {
    // The code changes every half minute: ask for the current one.
    const account = (await fetchAccounts()).find((a) => a.user === user)
    if (!account) return
    setUsername(account.user)
    setPassword(account.password)
    setCode(account.code ?? '')
    void desk.change('desk.signIn', { username: account.user, password: account.password, code: account.code ?? '' })
  }

  if (refusal?.code === 'not-clinical') {
    return (
      <Frame title="The workstation is for clinicians" onBack={() => desk.view.patch({ refusal: null })} back="Sign in as someone else">
        <div className={styles.facts}>
          <p>{refusal.message}</p>
          <p>Your account is fine and nothing was changed. Wall Guides, Lead Guides and Senior clinicians work here; the other roles have their own pages in the community.</p>
        </div>
      </Frame>
    )
  }
  const aside =
    accounts.length > 0 ? (
      <aside className={styles.aside} aria-labelledby="demo-title">
        <h2 id="demo-title">Demo community</h2>
        <p>Made-up members, made-up posts. Choose a role to sign in with it.</p>
        <ul className={styles.list}>
          {accounts.map((account) => (
            <li key={account.user}>
              <UnstyledButton className={styles.person} disabled={busy} onClick={() => void signInAs(account.user)}>
                <span className={styles.initial} aria-hidden="true">
                  {account.user.slice(0, 1).toUpperCase()}
                </span>
                <span className={styles.who}>{account.user}</span>
                <span className={styles.what}>{roleTitle(account.role)}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </aside>
    ) : null
  return (
    <Frame title="Sign in" onBack={onBack} back="Desks on this device" aside={aside}>
      <p className={styles.lead}>With your staff name and your authenticator.</p>
      <form className={styles.form} onSubmit={submit}>
        {refusal && (
          <div className={styles.refusal} role="alert">
            {refusal.message}
          </div>
        )}
        <TextInput label="Staff name" value={username} onChange={(e) => setUsername(e.currentTarget.value)} autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus required withAsterisk={false} maxLength={64} />
        <PasswordInput label="Passphrase" value={password} onChange={(e) => setPassword(e.currentTarget.value)} autoComplete="current-password" required withAsterisk={false} maxLength={256} />
        <TextInput
          label="Code"
          description="The six digits that your authenticator shows"
          value={code}
          onChange={(e) => setCode(e.currentTarget.value)}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\s*\d{3}\s*\d{3}\s*"
          title="Six digits"
          required
          withAsterisk={false}
          styles={{ input: { width: 150, letterSpacing: '0.08em' } }}
        />
        <Button type="submit" loading={busy} mt={4}>
          Sign in
        </Button>
      </form>
    </Frame>
  )
}
