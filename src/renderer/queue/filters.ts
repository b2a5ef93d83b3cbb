/** Filters of the queue as words, as a ready-made list and as parts that can be taken out one by one. Pure. */
import type { FilterSettings, QueueFilter } from '#contract/bridge'
import { categoryWords, levelWords } from '../components/words'

export const openFilter: QueueFilter = { show: 'open' }

export type NamedFilter = { name: string; filter: QueueFilter }
export type SavedFilters = FilterSettings['saved']

export const showWords: Record<QueueFilter['show'], string> = { open: 'All open', mine: 'Mine', watched: 'Watched members', decided: 'Decided' }

/** What every desk has. A language is not among them: a post does not say which it is in. */
export const readyFilters: readonly NamedFilter[] = [
  { name: 'All open', filter: { show: 'open' } },
  { name: 'Mine', filter: { show: 'mine' } },
  { name: 'Watched members', filter: { show: 'watched' } },
  { name: 'Members’ reports', filter: { show: 'open', kind: 'report' } },
  { name: 'Asks a Guide', filter: { show: 'open', kind: 'ask' } },
  { name: 'Newcomers nobody answered', filter: { show: 'open', kind: 'newcomer' } },
  { name: 'Questionnaires with a risk answer', filter: { show: 'open', kind: 'assessment' } },
  { name: 'Promises that are due', filter: { show: 'open', kind: 'promise' } },
  { name: 'Second reviews', filter: { show: 'open', kind: 'second-review' } },
  { name: 'Escalations', filter: { show: 'open', kind: 'escalation' } },
  { name: 'Opened again', filter: { show: 'open', kind: 'reopened' } },
  { name: 'Decided', filter: { show: 'decided' } },
]

/** Parts that narrow a filter, in the order in which they are shown. */
export const parts = ['level', 'kind', 'theme', 'topic', 'partner', 'country', 'text'] as const satisfies readonly (keyof QueueFilter)[]
export type Part = (typeof parts)[number]

export function partWords(filter: QueueFilter, part: Part): string | null {
  const value = filter[part]
  if (value === undefined || value === '') return null
  if (part === 'level') return filter.level ? levelWords[filter.level].name : null
  if (part === 'theme') return filter.theme ? categoryWords[filter.theme] : null
  if (part === 'kind') return readyFilters.find((ready) => ready.filter.kind === filter.kind)?.name ?? String(value)
  if (part === 'text') return `“${value}”`
  return String(value)
}

/** The same filter without one of its parts. */
export const without = (filter: QueueFilter, part: Part): QueueFilter => ({ ...filter, [part]: undefined })

const plain = (filter: QueueFilter): string => JSON.stringify([filter.show, ...parts.map((part) => (part === 'text' ? '' : (filter[part] ?? '')))])
export const sameFilter = (a: QueueFilter, b: QueueFilter): boolean => plain(a) === plain(b) && (a.text ?? '') === (b.text ?? '')

/** Nothing is left out: everything that is open is in the list. */
export const isPlain = (filter: QueueFilter): boolean => (filter.show) === 'open' && parts.every((part) => partWords(filter, part) === null)

/** The heading of the list: the filter’s own name when it has one, else what it shows. The parts stand below it as chips. */
export function filterName(filter: QueueFilter, saved: SavedFilters): string {
  const bare = without(filter, 'text')
  const named = [...saved, ...readyFilters].find((one) => sameFilter(one.filter, bare))
  return named?.name ?? showWords[filter.show]
}

/** The parts that the heading does not name already. */
export function chipsOf(filter: QueueFilter, saved: SavedFilters): { part: Part; words: string }[] {
  const named = [...saved, ...readyFilters].some((one) => sameFilter(one.filter, without(filter, 'text')))
  return parts.flatMap((part) => {
    const words = part === 'text' || named ? null : partWords(filter, part)
    return words === null ? [] : [{ part, words }]
  })
}

/** Why a name cannot be given to a filter; null when it can. The same name again replaces what it stood for. */
export function nameRefusal(name: string, saved: SavedFilters): string | null {
  const wanted = name.trim()
  if (wanted === '') return 'Give it a name.'
  if (wanted.length > 40) return 'At most 40 letters.'
  if (readyFilters.some((ready) => ready.name.toLowerCase() === wanted.toLowerCase())) return 'This name is one of the ready-made ones. Choose another.'
  if (saved.length >= 20 && !saved.some((one) => one.name === wanted)) return 'Twenty are kept at most. Remove one first.'
  return null
}

export const withSaved = (saved: SavedFilters, name: string, filter: QueueFilter): SavedFilters => {
  const { text: _, ...rest } = filter
  const named = { name: name.trim(), filter: rest }
  const at = saved.findIndex((one) => one.name === named.name)
  return at < 0 ? [...saved, named] : saved.map((one, place) => (place === at ? named : one))
}
