import { Button, NumberInput, PasswordInput, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useActions } from '../app/actionsContext'
import { say } from '../app/announce'
import { useDesk } from '../app/context'
import { prefer, preferences } from '../app/preferences'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { strengthOf } from '../vault/failures'
import { KeychainSetting } from './KeychainSetting'
import styles from './Settings.module.css'

export function LockSection() {
  const actions = useActions()
  const minutes = useStore(preferences, (p) => p.lockAfterMinutes)
  return (
    <section className={styles.section} aria-label="Lock">
      <h3>Lock</h3>
      <p className={styles.lead}>A locked desk keeps everything, encrypted. Drafts and decisions that have not gone out wait until you open it again.</p>
      <Stack gap={16} align="flex-start">
        <NumberInput
          label="Lock after minutes without a key or a click"
          description="Between 1 and 60."
          value={minutes}
          min={1}
          max={60}
          allowDecimal={false}
          clampBehavior="strict"
          w={320}
          onChange={(value) => typeof value === 'number' && value >= 1 && value <= 60 && prefer({ lockAfterMinutes: value })}
        />
        <Button variant="default" onClick={() => actions.run('lock')} rightSection={<KeyHint id="lock" />}>
          Lock now
        </Button>
      </Stack>
      <ChangePassphrase />
      <KeychainSetting />
    </section>
  )
}

/** The vault’s key is wrapped anew; nothing is encrypted again and nothing is lost when it is refused. */
function ChangePassphrase() {
  const desk = useDesk()
  const [fields, setFields] = useState({ from: '', to: '', again: '' })
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')
  const strength = strengthOf(fields.to)
  const different = fields.again !== fields.to
  const change = (part: Partial<typeof fields>) => setFields({ ...fields, ...part })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setRefusal('')
    if (!fields.from || strength.score === 0 || different) return
    setBusy(true)
    const answer = await desk.bridge.call('vault.changePassphrase', { from: fields.from, to: fields.to })
    setBusy(false)
    if (!answer.ok) return setRefusal(answer.error.message || 'This is not the passphrase of this desk. Nothing was changed.')
    setFields({ from: '', to: '', again: '' })
    setTried(false)
    say('The passphrase of this desk was changed. It holds from the next unlock on.')
  }
  return (
    <form onSubmit={(event) => void submit(event)} aria-label="Change the desk passphrase">
      <h4>Change the desk passphrase</h4>
      <Stack gap={12} maw={360}>
        {refusal && (
          <p className={styles.refused} role="alert">
            {refusal}
          </p>
        )}
        <PasswordInput label="Passphrase now" autoComplete="current-password" maxLength={256} value={fields.from} onChange={(e) => change({ from: e.currentTarget.value })} error={tried && !fields.from ? 'Type the passphrase that opens this desk now.' : undefined} />
        <PasswordInput label="New passphrase" description={strength.words} autoComplete="new-password" maxLength={256} value={fields.to} onChange={(e) => change({ to: e.currentTarget.value })} error={tried && strength.score === 0 ? 'At least 10 characters.' : undefined} />
        <PasswordInput label="The new one again" autoComplete="new-password" maxLength={256} value={fields.again} onChange={(e) => change({ again: e.currentTarget.value })} error={tried && different ? 'The two are not the same.' : undefined} />
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          Change it
        </Button>
      </Stack>
    </form>
  )
}
