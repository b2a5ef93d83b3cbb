/** The one dated file of crisis lines (resources/crisis-lines.json) as services of the directory. No number lives anywhere else. */
import { z } from 'zod'
import type { Service } from './directory'

const Reach = z.object({ number: z.string(), tel: z.string().regex(/^\d{3,15}$/) })

export const CrisisLines = z.object({
  verifiedAt: z.iso.date(),
  countries: z.array(
    z.object({
      code: z.string().length(2),
      name: z.string(),
      lines: z.array(z.object({ name: z.string(), does: z.string(), call: Reach.optional(), text: Reach.optional(), source: z.url() })),
    }),
  ),
})
export type CrisisLines = z.infer<typeof CrisisLines>

/** Zones are only for reckoning hours, of which the file has none. */
const zones: Record<string, string> = { GB: 'Europe/London', IE: 'Europe/Dublin', US: 'America/New_York', CA: 'America/Toronto', NZ: 'Pacific/Auckland', AU: 'Australia/Sydney' }

const slug = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60)

/** Ids are stable while names are: `crisis-gb-samaritans`. Hours are unknown: the file does not say them. */
export function crisisServices(lines: CrisisLines): Service[] {
  return lines.countries.flatMap((country) =>
    country.lines.map((line) => ({
      id: `crisis-${country.code.toLowerCase()}-${slug(line.name)}`,
      name: line.name,
      description: line.does,
      organization: { name: line.name },
      status: 'active' as const,
      url: line.source,
      phones: [...(line.call ? [{ ...line.call, type: 'voice' as const }] : []), ...(line.text ? [{ ...line.text, type: 'text' as const }] : [])],
      languages: country.code === 'CA' ? [{ code: 'en' }, { code: 'fr' }] : [{ code: 'en' }],
      service_areas: [{ name: country.name, extent: country.code }],
      schedules: [],
      time_zone: zones[country.code] ?? 'UTC',
      attributes: [{ taxonomy_term: 'crisis' as const }, { taxonomy_term: 'suicide' as const }],
      assured_date: lines.verifiedAt,
    })),
  )
}
