/** Fetches what this person has chosen when their desk opens, and keeps every later change. */
import type { Bridge, SettingPut } from '#contract/bridge'
import { say } from '../app/announce'
import { preferences } from '../app/preferences'
import { savedFilters } from '../queue/savedFilters'
import { bindingsStore, bounceStore, keySettings, takeKeys } from '../keyboard/bindings'

/** Resolves with the way to stop once the stores hold what was kept. Where that cannot be read, the usual choices hold. */
export async function keepSettings(bridge: Bridge): Promise<() => void> {
  const answer = await bridge.call('settings.get', {})
  if (answer.ok) {
    takeKeys(answer.value.keys)
    preferences.set(answer.value.view)
    savedFilters.set(answer.value.filters.saved)
  } else say('Your settings could not be read, so the usual ones hold. Nothing else is touched.', { tone: 'attention' })
  const put = (setting: SettingPut) => {
    void bridge.call('settings.put', setting).then((kept) => {
      if (!kept.ok) say(`This choice holds until the desk locks; it could not be kept. ${kept.error.message}`, { tone: 'attention' })
    })
  }
  const putKeys = () => put({ name: 'keys', value: keySettings() })
  const stops = [
    preferences.subscribe(() => put({ name: 'view', value: preferences.get() })),
    savedFilters.subscribe(() => put({ name: 'filters', value: { saved: [...savedFilters.get()] } })),
    bindingsStore.subscribe(putKeys),
    bounceStore.subscribe(putKeys),
  ]
  return () => stops.forEach((stop) => stop())
}
