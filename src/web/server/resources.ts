/** House rules and crisis lines: data files with licence and date, checked when the program starts. */
import { z } from 'zod'
import crisisFile from '#resources/crisis-lines.json' with { type: 'json' }
import rulesFile from '#resources/house-rules.json' with { type: 'json' }

const Reach = z.object({ number: z.string(), tel: z.string().regex(/^\d{3,15}$/) })

export const CrisisLines = z.object({
  verifiedAt: z.iso.date(),
  staleAfterDays: z.int().positive(),
  howVerified: z.string(),
  licence: z.string(),
  countries: z.array(
    z.object({
      code: z.string().length(2),
      name: z.string(),
      emergency: z.array(Reach).min(1),
      lines: z
        .array(
          z.object({ name: z.string(), does: z.string(), call: Reach.optional(), text: Reach.optional(), source: z.url() }),
        )
        .min(1),
    }),
  ),
})
export type CrisisLines = z.infer<typeof CrisisLines>
export type CrisisCountry = CrisisLines['countries'][number]

export const HouseRules = z.object({
  version: z.string(),
  from: z.iso.date(),
  licence: z.string(),
  rules: z
    .array(z.object({ id: z.string().max(40), title: z.string(), text: z.string() }))
    .min(1)
    .max(8),
})
export type HouseRules = z.infer<typeof HouseRules>

export const crisisLines = CrisisLines.parse(crisisFile)
export const houseRules = HouseRules.parse(rulesFile)

/** True when the numbers were last checked longer ago than the file allows (domain: crisis entries after 30 days). */
export function crisisLinesStale(lines: CrisisLines, now: Date): boolean {
  return now.getTime() - new Date(lines.verifiedAt).getTime() > lines.staleAfterDays * 86_400_000
}

/** The title of a house rule by its id; an unknown id stands for itself, so that a sanction always cites something. */
export function ruleTitle(rules: HouseRules, id: string): string {
  return rules.rules.find((rule) => rule.id === id)?.title ?? id
}

/** A member's time zone, guessed from the country; the browser says it again in its own zone. */
const zones: Record<string, string> = {
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  US: 'America/New_York',
  CA: 'America/Toronto',
  NZ: 'Pacific/Auckland',
  AU: 'Australia/Sydney',
}
export function zoneOf(country: string | null): string {
  return (country && zones[country]) || 'Europe/London'
}
