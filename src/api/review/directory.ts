/** The directory that this community gives its desks, and what a member is shown of what was chosen from it. */
import crisisFile from '#resources/crisis-lines.json'
import demoFile from '#resources/directory/demo.json'
import { crisisServices, CrisisLines } from '#contract/crisis-lines'
import { Directory, type SignpostedService } from '#contract/directory'
import { toSignposted } from '#contract/directory-words'

const lines = CrisisLines.parse(crisisFile)
const crisis = crisisServices(lines)
const demo = Directory.parse(demoFile)
const licence = 'Facts about services, compiled for Wallguide'

/** Only the demo community hands out made-up services. */
export const directoryFor = (isDemo: boolean): Directory =>
  isDemo
    ? { version: `${demo.version}+crisis-${lines.verifiedAt}`, licence, services: [...crisis, ...demo.services] }
    : { version: `crisis-${lines.verifiedAt}`, licence, services: crisis }

const byId = new Map([...crisis, ...demo.services].map((service) => [service.id, service]))

/** Ids that a signpost may name. A desk only knows those that it was given. */
export const serviceIds: ReadonlySet<string> = new Set(byId.keys())

/** Kept with the message as they are now, so that it can always be told what a member was shown. */
export const signposted = (ids: readonly string[]): SignpostedService[] =>
  ids.flatMap((id) => {
    const service = byId.get(id)
    return service ? [toSignposted(service)] : []
  })
