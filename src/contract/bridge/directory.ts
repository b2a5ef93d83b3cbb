/** The directory of services, kept on the desk and asked without network. */
import { z } from 'zod'
import { DirectoryQuery, days, Service } from '../directory'
import { Instant } from '../ids'
import { Category } from '../risk'
import { define } from './call'

const Opening = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), until: z.string().nullable() }),
  z.object({ state: z.literal('closed'), from: z.object({ day: z.enum(days), time: z.string() }).nullable() }),
  z.object({ state: z.literal('unknown') }),
])
export const ServiceHit = z.object({ service: Service, opening: Opening, stale: z.boolean() })
export type ServiceHit = z.infer<typeof ServiceHit>

const Hits = z.object({
  hits: z.array(ServiceHit),
  /** When this desk last fetched the directory; null: it only has the crisis lines that it came with. */
  fetchedAt: Instant.nullable(),
})

export const directoryCalls = define({
  /** Best first: those that meet more of the needs, then open ones. */
  'directory.find': { input: DirectoryQuery, output: Hits },
  /** Up to three that fit where a member lives and what an item is about. */
  'directory.near': { input: z.object({ country: z.string().max(6).nullable(), themes: z.array(Category) }), output: Hits },
  /** Chosen ones by id, in the order given; an id that is not in the directory any more is left out. */
  'directory.services': { input: z.object({ ids: z.array(z.string().max(80)).max(10) }), output: Hits },
})
