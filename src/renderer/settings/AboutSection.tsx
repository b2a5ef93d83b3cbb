import { useEffect, useState } from 'react'
import type { CallOutput } from '#contract/bridge'
import { useDesk } from '../app/context'
import { useStore } from '../app/store'
import styles from './Settings.module.css'

/** What runs here and where it keeps its data: what support asks for first. */
export function AboutSection() {
  const desk = useDesk()
  const info = useStore(desk.view, (v) => v.info)
  const [about, setAbout] = useState<CallOutput<'settings.about'> | null>(null)
  const [trouble, setTrouble] = useState('')
  useEffect(() => {
    void desk.bridge.call('settings.about', {}).then((answer) => (answer.ok ? setAbout(answer.value) : setTrouble(answer.error.message)))
  }, [desk])
  return (
    <section className={styles.section} aria-label="About">
      <h3>About this desk</h3>
      {trouble && (
        <p className={styles.refused} role="alert">
          {trouble}
        </p>
      )}
      <dl className={styles.facts}>
        <dt>Wallguide</dt>
        <dd>{info ? `version ${info.version}` : '…'}</dd>
        <dt>Risk pack</dt>
        <dd>{about?.packVersion ?? '…'}</dd>
        <dt>Server</dt>
        <dd>{info?.apiUrl ?? '…'}</dd>
        <dt>Data folder</dt>
        <dd>{about?.dataFolder ?? '…'}</dd>
        <dt>Runs in</dt>
        <dd>{info ? (info.host === 'electron' ? 'its own window' : 'a browser on this computer') : '…'}</dd>
      </dl>
    </section>
  )
}
