import type { ViewSettings } from '#contract/bridge'
import { createStore } from './store'

/** How this person’s desk looks and when it locks. Kept by settings/kept in their encrypted cache. */
export type Preferences = ViewSettings

export const usualPreferences: Preferences = {
  colours: 'auto',
  density: 'compact',
  reading: 'usual',
  greyscale: false,
  cover: false,
  queuePane: true,
  contextPane: true,
  lockAfterMinutes: 15,
}

export const preferences = createStore<Preferences>(usualPreferences)

export const prefer = (part: Partial<Preferences>): void => preferences.patch(part)
