/** What narrows the queue beside level and topic. Answered from an index of its own, so that no text is read. */
import type { QueueFilter } from '#contract/bridge'
import type { z } from 'zod'
import { openStatus } from '../cache/item-row'
import type { ReadHandle } from '../cache/open'

type Filter = z.output<typeof QueueFilter>
export type FacetColumns = { kind: string; partner: string; country: string; themes: string }
export type FacetPick = { rid: number; level: number; topic: string }
type Wanted = { kind: string | null; partner: string | null; country: string | null; theme: string | null }

export const facetColumns = 'kind, partner, country, themes'

export const isNarrowed = (filter: Filter): boolean =>
  filter.kind !== undefined || filter.partner !== undefined || filter.country !== undefined || filter.theme !== undefined

/** Themes are kept as a JSON list of codes, none of which needs an escape. */
const quoted = (theme: string) => `"${theme}"`

export const fits = (filter: Filter, item: FacetColumns): boolean =>
  (filter.kind === undefined || item.kind === filter.kind) &&
  (filter.partner === undefined || item.partner === filter.partner) &&
  (filter.country === undefined || item.country === filter.country) &&
  (filter.theme === undefined || item.themes.includes(quoted(filter.theme)))

export function facetReads({ db }: ReadHandle) {
  const open = db.prepare<[Wanted], FacetPick>(
    `select rid, level, topic from item indexed by item_facets
     where status = ${openStatus} and (@kind is null or kind = @kind) and (@partner is null or partner = @partner)
       and (@country is null or country = @country) and (@theme is null or instr(themes, @theme) > 0)`,
  )
  const partners = db.prepare<[], string>(`select distinct partner from item indexed by item_facets where status = ${openStatus} and partner <> ''`).pluck()
  const countries = db.prepare<[], string>(`select distinct country from item indexed by item_facets where status = ${openStatus} and country <> ''`).pluck()
  const sorted = (list: string[]) => list.sort((a, b) => a.localeCompare(b))
  return {
    open: ({ kind, partner, country, theme }: Filter): FacetPick[] =>
      open.all({ kind: kind ?? null, partner: partner ?? null, country: country ?? null, theme: theme === undefined ? null : quoted(theme) }),
    known: () => ({ partners: sorted(partners.all()), countries: sorted(countries.all()) }),
  }
}
