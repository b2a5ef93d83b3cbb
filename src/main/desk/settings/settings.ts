/** Preferences of one person, in the encrypted cache of their desk. */
import { settingShapes, type CallOutput, type SettingName, type SettingPut, type Settings } from '#contract/bridge'
import type { Cache } from '../cache/open'
import { settingReads, settingWrites } from '../cache/small'

const place = (name: SettingName) => `preference.${name}`

export type SettingParts = { cache: Pick<Cache, 'read' | 'write'>; packVersion: () => string; dataFolder: string }

/** Handlers of the settings capability. */
export function settingHandlers({ cache, packVersion, dataFolder }: SettingParts) {
  const reads = settingReads(cache.read)
  const writes = settingWrites(cache.write)
  return {
    'settings.get': (): Settings => ({ keys: read(reads.find(place('keys')), 'keys'), view: read(reads.find(place('view')), 'view'), filters: read(reads.find(place('filters')), 'filters') }),
    'settings.put': ({ name, value }: SettingPut): { ok: true } => {
      writes.put(place(name), JSON.stringify(value))
      return { ok: true }
    },
    'settings.about': (): CallOutput<'settings.about'> => ({ packVersion: packVersion(), dataFolder }),
  }
}

/** Field by field, so that one that is unreadable (of an older or newer version) does not take the others with it. */
function read<N extends SettingName>(text: string | null, name: N): Settings[N] {
  const fields = settingShapes[name].shape
  const kept = asRecord(text)
  const sound = Object.entries(fields).filter(([field, shape]) => field in kept && shape.safeParse(kept[field]).success)
  return settingShapes[name].parse(Object.fromEntries(sound.map(([field]) => [field, kept[field]]))) as Settings[N]
}

function asRecord(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
