import { createStore } from './store'

/** How this desk looks. Kept in the browser's own storage: nothing clinical is in it. */
export type Preferences = {
  density: 'compact' | 'comfortable'
  /** Cover crisis and red texts until opened one by one. */
  cover: boolean
  queuePane: boolean
  contextPane: boolean
  /** Minutes without a key or a click before the desk locks itself. */
  lockAfterMinutes: number
}

const place = 'wallguide.view'
const defaults: Preferences = { density: 'compact', cover: false, queuePane: true, contextPane: true, lockAfterMinutes: 15 }

function read(): Preferences {
  try {
    const value = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>
    return {
      density: value.density === 'comfortable' ? 'comfortable' : 'compact',
      cover: value.cover === true,
      queuePane: value.queuePane !== false,
      contextPane: value.contextPane !== false,
      lockAfterMinutes: typeof value.lockAfterMinutes === 'number' && value.lockAfterMinutes >= 1 ? value.lockAfterMinutes : 15,
    }
  } catch {
    return defaults
  }
}

export const preferences = createStore<Preferences>(typeof localStorage === 'undefined' ? defaults : read())

export function prefer(part: Partial<Preferences>): void {
  preferences.patch(part)
  try {
    localStorage.setItem(place, JSON.stringify(preferences.get()))
  } catch {
    // Storage refused: the choice holds until the window closes.
  }
}
