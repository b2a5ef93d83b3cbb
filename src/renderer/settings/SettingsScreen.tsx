import { Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { createStore, useStore } from '../app/store'
import { settingsSections } from './sections'
import list from '../components/ListScreen.module.css'
import { useScreenFocus } from '../components/useScreenFocus'
import styles from './Settings.module.css'

/** The section that is open; kept while the window is. */
export const settingsSection = createStore<string>('keys')

export function SettingsScreen() {
  const section = useStore(settingsSection)
  const heading = useScreenFocus()
  const narrow = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  return (
    <main id="main" className={list.screen}>
      <header className={list.head}>
        <h2 ref={heading} tabIndex={-1} data-quiet-focus>
          Settings
        </h2>
        <p>Yours alone: kept with your desk, encrypted, and not sent anywhere.</p>
      </header>
      <Tabs value={section} onChange={(value) => value && settingsSection.set(value)} orientation={narrow ? 'horizontal' : 'vertical'} keepMounted={false} className={styles.tabs} classNames={{ list: styles.list, tabLabel: styles.tabLabel, tab: styles.tab, panel: styles.panel }}>
        <Tabs.List aria-label="Settings">
          {settingsSections.map(({ id, title }) => (
            <Tabs.Tab key={id} value={id}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {settingsSections.map(({ id, Body }) => (
          <Tabs.Panel key={id} value={id}>
            <Body />
          </Tabs.Panel>
        ))}
      </Tabs>
    </main>
  )
}
