import type { FilterSettings } from '#contract/bridge'
import { createStore } from '../app/store'

/** Filters that this person named. Kept by settings/kept in their encrypted cache. */
export const savedFilters = createStore<FilterSettings['saved']>([])
