/** What this person would rather not read, as a setting of the encrypted cache. */
import { OptOuts } from '#contract/bridge/care'
import type { Cache } from '../cache/open'
import { settingReads, settingWrites } from '../cache/small'

export const optOutsName = 'care.optOuts'
const nothing: OptOuts = { topics: [], categories: [] }

export function optOutStore({ write }: Cache) {
  const { find } = settingReads(write)
  const { put } = settingWrites(write)
  return {
    /** Unreadable (another version's) is nothing left out: better to see too much than to have something hidden unasked. */
    find: (): OptOuts => {
      const text = find(optOutsName)
      if (text === null) return nothing
      try {
        return OptOuts.parse(JSON.parse(text))
      } catch {
        return nothing
      }
    },
    save: (optOuts: OptOuts) => {
      const tidy: OptOuts = { topics: [...new Set(optOuts.topics)].sort(), categories: [...new Set(optOuts.categories)].sort() }
      put(optOutsName, JSON.stringify(tidy))
    },
  }
}
export type OptOutStore = ReturnType<typeof optOutStore>
