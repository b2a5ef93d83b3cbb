/** Filters of the queue as words, as a ready-made list and as parts that can be taken out one by one. Pure. */
import type { FilterSettings, QueueFilter } from '#contract/bridge'
import type { ItemKind } from '#contract/review'
import { categoryWords, levelWords } from '../components/words'

export const openFilter: QueueFilter = { show: 'open' }

export type NamedFilter = { name: string; filter: QueueFilter }
export type SavedFilters = FilterSettings['saved']

export const showWords: Record<QueueFilter['show'], string> = { open: 'All open', mine: 'Mine', watched: 'Watched members', decided: 'Decided' }

/** Kinds of work in the plural. */
export const kindNames: Record<ItemKind, string> = {
  content: 'Posts and replies',
  question: 'Questions to a Lead',
  proposal: 'Proposals',
  escalation: 'Escalations',
  'handed-on': 'Handed on',
  reopened: 'Opened again',
  report: 'Members’ reports',
  ask: 'Asks a Guide',
  newcomer: 'Newcomers nobody answered',
  assessment: 'Questionnaires with a risk answer',
  promise: 'Promises that are due',
  'second-review': 'Second reviews',
}

const ofKind = (kind: ItemKind): NamedFilter => ({ name: kindNames[kind], filter: { show: 'open', kind } })

/** What every desk has. A language is not among them: a post does not say which it is in. */
export const readyFilters: readonly NamedFilter[] = [
  { name: 'All open', filter: { show: 'open' } },
  { name: 'Mine', filter: { show: 'mine' } },
  { name: 'Watched members', filter: { show: 'watched' } },
  ofKind('report'),
  ofKind('ask'),
  ofKind('newcomer'),
  ofKind('assessment'),
  ofKind('promise'),
  ofKind('second-review'),
  ofKind('escalation'),
  ofKind('reopened'),
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
  if (part === 'kind') return filter.kind ? kindNames[filter.kind] : null
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
