import { Button, Group } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { CallInput, CallOutput } from '#contract/bridge'
import { say } from '../app/announce'
import { useDesk } from '../app/context'
import { Delayed } from '../components/Delayed'
import styles from './Settings.module.css'

type Device = CallOutput<'desks.list'>['devices'][number]
type Listed = { devices: readonly Device[] | null; refusal: string }

const stateWords: Record<Device['state'], string> = {
  ok: 'in use',
  wipe: 'will be wiped when it next reaches the server',
  reauth: 'asks for a sign-in',
}

const when = (at: string) => new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** A lost or stolen computer: from here its vault is destroyed. */
export function DesksSection() {
  const desk = useDesk()
  const [{ devices, refusal }, set] = useState<Listed>({ devices: null, refusal: '' })
  const [sure, setSure] = useState<string | null>(null)
  const load = useCallback(async () => {
    const answer = await desk.bridge.call('desks.list', {})
    set(answer.ok ? { devices: answer.value.devices, refusal: '' } : { devices: [], refusal: answer.error.message })
  }, [desk])
  useEffect(() => {
    void load()
  }, [load])
  const change = async (device: Device, state: Device['state']) => {
    setSure(null)
    const input: CallInput<'desks.set'> = { device: device.id, state }
    const answer = await desk.bridge.call('desks.set', input)
    if (!answer.ok) return set({ devices, refusal: answer.error.message })
    set({ devices: answer.value.devices, refusal: '' })
    say(state === 'wipe' ? `${device.name} is wiped as soon as it reaches the server.` : `${device.name} may be used again.`)
  }
  return (
    <section className={styles.section} aria-label="Your computers">
      <h3>Your computers</h3>
      <p className={styles.lead}>
        Where you have signed in. A computer that is lost can be wiped: it destroys the key of its cache when it next reaches the server. Decisions on it that have not gone out are lost with it.
        A computer that does not reach the server stays closed after the time that your service allows.
      </p>
      {refusal && (
        <p className={styles.refused} role="alert">
          {refusal}
        </p>
      )}
      {devices === null ? (
        <Delayed>
          <p>Asking the server…</p>
        </Delayed>
      ) : (
        <ul className={styles.devices}>
          {devices.map((device) => (
            <li key={device.id}>
              <div>
                <strong>{device.name}</strong> {device.thisOne && <em>this one</em>}
                <small>
                  {stateWords[device.state]}, last signed in {when(device.lastSeen)}
                </small>
              </div>
              {device.state === 'wipe' ? (
                <Button size="compact-sm" variant="default" onClick={() => void change(device, 'ok')}>
                  Do not wipe it
                </Button>
              ) : sure === device.id ? (
                <Group gap={6}>
                  <Button size="compact-sm" variant="subtle" onClick={() => setSure(null)}>
                    Keep it
                  </Button>
                  <Button size="compact-sm" color="red" onClick={() => void change(device, 'wipe')}>
                    Yes, wipe {device.name}
                  </Button>
                </Group>
              ) : (
                !device.thisOne && (
                  <Button size="compact-sm" variant="default" onClick={() => setSure(device.id)}>
                    Wipe
                  </Button>
                )
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
