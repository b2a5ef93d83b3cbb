import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react'
import { BreakCover } from '../care/BreakCover'
import { CareBanner } from '../care/CareBanner'
import { ActionBar } from '../decide/ActionBar'
import { ContextPane } from '../item/ContextPane'
import { ItemPane } from '../item/ItemPane'
import { BatchDialog } from '../batch/BatchDialog'
import { FilterDialog } from '../queue/FilterDialog'
import { Help } from '../keyboard/Help'
import { EpisodeDialog } from '../episodes/EpisodeOfItem'
import { HoldDialog } from '../people/HoldDialog'
import { Palette } from '../keyboard/Palette'
import { useFocusGuard } from '../keyboard/useFocusGuard'
import { useFocusInView } from '../keyboard/useFocusInView'
import { useKeyboard } from '../keyboard/useKeyboard'
import { OutboxScreen } from '../outbox/OutboxScreen'
import { OutcomesScreen } from '../outcomes/OutcomesScreen'
import { Coach } from '../practice/Coach'
import { practiceStore } from '../practice/practice'
import { QueuePane } from '../queue/QueuePane'
import { SettingsScreen } from '../settings/SettingsScreen'
import { useAppearance } from '../settings/useAppearance'
import { ActionsContext } from './actionsContext'
import { makeActions } from './actions'
import { Banners } from './Banners'
import { DeskContext, useDesk, useWorkstation, WorkstationContext } from './context'
import { LiveRegion } from './LiveRegion'
import { nav } from './nav'
import { preferences } from './preferences'
import { PrivacyScreen } from './PrivacyScreen'
import { Rail } from './Rail'
import { StatusBar } from './StatusBar'
import { useStore } from './store'
import { useIdleLock } from './useIdleLock'
import styles from './Shell.module.css'

const PracticePages = lazy(() => import('../practice/PracticePages'))
// Charts are large, and most sittings do without them.
const EpisodesScreen = lazy(() => import('../episodes/EpisodesScreen'))
const AgreementScreen = lazy(() => import('../agreement/AgreementScreen'))
const ScorerScreen = lazy(() => import('../scorer/ScorerScreen'))
const ShiftScreen = lazy(() => import('../shift/ShiftScreen'))

/** The workstation. While practising, all of it stands on made-up items and a bridge of its own. */
export function Shell() {
  const desk = useDesk()
  const station = useWorkstation()
  const practice = useStore(practiceStore)
  return (
    <DeskContext value={practice?.desk ?? desk}>
      <WorkstationContext value={practice?.station ?? station}>
        <Inside />
      </WorkstationContext>
    </DeskContext>
  )
}

function Inside() {
  const desk = useDesk()
  const station = useWorkstation()
  const practice = useStore(practiceStore)
  const actions = useMemo(() => {
    const usual = makeActions(station, desk)
    return practice?.watched(usual) ?? usual
  }, [station, desk, practice])
  const lock = useCallback(() => actions.run('lock'), [actions])
  useKeyboard(actions, station)
  useFocusGuard(station)
  useFocusInView()
  useAppearance()
  useIdleLock(desk)
  // What is practised on made-up items weighs nothing.
  useEffect(() => (practice ? undefined : station.care.start(station.sitting)), [station, practice])
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
          <CareBanner />
          {screen === 'queue' && practice && <Coach practice={practice} />}
          {screen === 'queue' && practice?.triaging === false && (
            <Suspense fallback={null}>
              <PracticePages practice={practice} />
            </Suspense>
          )}
          {screen === 'queue' && practice?.triaging !== false && (
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
          {screen === 'settings' && <SettingsScreen />}
          {screen === 'episodes' && (
            <Suspense fallback={null}>
              <EpisodesScreen />
            </Suspense>
          )}
          {screen === 'scorer' && (
            <Suspense fallback={null}>
              <ScorerScreen />
            </Suspense>
          )}
          {screen === 'agreement' && (
            <Suspense fallback={null}>
              <AgreementScreen />
            </Suspense>
          )}
          {screen === 'shift' && (
            <Suspense fallback={null}>
              <ShiftScreen />
            </Suspense>
          )}
        </div>
        <StatusBar />
      </div>
      <LiveRegion />
      <Help />
      <HoldDialog />
      <FilterDialog />
      <BatchDialog />
      <EpisodeDialog />
      <Palette />
      <BreakCover />
      <PrivacyScreen onLock={lock} />
    </ActionsContext>
  )
}
