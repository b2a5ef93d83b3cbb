import { useMantineColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import { ActionBar } from '../decide/ActionBar'
import { ContextPane } from '../item/ContextPane'
import { ItemPane } from '../item/ItemPane'
import { Help } from '../keyboard/Help'
import { Palette } from '../keyboard/Palette'
import { useKeyboard } from '../keyboard/useKeyboard'
import { OutboxScreen } from '../outbox/OutboxScreen'
import { OutcomesScreen } from '../outcomes/OutcomesScreen'
import { QueuePane } from '../queue/QueuePane'
import { ActionsContext } from './actionsContext'
import { makeActions } from './actions'
import { Banners } from './Banners'
import { useDesk, useWorkstation } from './context'
import { LiveRegion } from './LiveRegion'
import { nav } from './nav'
import { preferences } from './preferences'
import { Rail } from './Rail'
import { StatusBar } from './StatusBar'
import { useStore } from './store'
import { useIdleLock } from './useIdleLock'
import styles from './Shell.module.css'

const schemes = ['auto', 'light', 'dark'] as const

export function Shell() {
  const desk = useDesk()
  const station = useWorkstation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const actions = useMemo(() => {
    let scheme = colorScheme
    return makeActions(station, desk, () => {
      scheme = schemes[(schemes.indexOf(scheme) + 1) % schemes.length] ?? 'auto'
      setColorScheme(scheme)
      return scheme === 'auto' ? 'like the system' : scheme
    })
    // The scheme is tracked inside, so that the actions keep their identity.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [station, desk])
  useKeyboard(actions, station)
  useIdleLock(desk)
  const screen = useStore(nav, (n) => n.screen)
  const queuePane = useStore(preferences, (p) => p.queuePane)
  const contextPane = useStore(preferences, (p) => p.contextPane)

  return (
    <ActionsContext value={actions}>
      <a className="wg-skip" href="#main">
        Skip to the item
      </a>
      <div className={styles.shell}>
        <Rail />
        <div className={styles.body}>
          <Banners />
          {screen === 'queue' && (
            <div className={styles.triage} data-queue={queuePane} data-context={contextPane}>
              {queuePane && <QueuePane />}
              <div className={styles.work}>
                <main id="main" className={styles.item} aria-label="Item">
                  <ItemPane />
                </main>
                {contextPane && <ContextPane />}
                <ActionBar />
              </div>
            </div>
          )}
          {screen === 'answers' && <OutcomesScreen />}
          {screen === 'outbox' && <OutboxScreen />}
        </div>
        <StatusBar />
      </div>
      <LiveRegion />
      <Help />
      <Palette />
    </ActionsContext>
  )
}
