/** The routes of episodes: who asks is known; the rules are in `command`. */
import type { CssrsWording } from '#contract/episode'
import type { ClinicalRole, Staff } from '#contract/staff'
import type { Database } from '../db/database'
import { ProblemError } from '../http/problems'
import type { Handlers } from '../http/routes'
import type { SignedIn } from '../identity/staff-sessions'
import { episodeChanges } from './feed'
import { replay } from './ledger'
import { pushEpisodes } from './push'

export type EpisodeHandlerDeps = {
  database: Database
  now: () => Date
  onError: (error: unknown) => void
  wording: CssrsWording
  clinician: (signedIn: SignedIn) => Staff & { role: ClinicalRole }
  deviceOf: (signedIn: SignedIn, named: string) => string
  stamp: (signedIn: SignedIn) => { serverTime: string; deviceState: SignedIn['deviceState']; maxOfflineHours: number | null }
}

type EpisodeHandlers = Pick<Handlers, 'episodeChanges' | 'episodePush' | 'episodeRecord' | 'episodeWording'>

export function episodeHandlers({ database, now, onError, wording, clinician, deviceOf, stamp }: EpisodeHandlerDeps): EpisodeHandlers {
  return {
    episodeChanges: async ({ staff, query }) => {
      const page = await episodeChanges(database, clinician(staff).role, query.cursor, query.limit, now())
      // A desk that is to be wiped gets no more content.
      const body = staff.deviceState === 'ok' ? page : { ...page, rows: [], more: false, reset: false, next: query.cursor ?? page.next }
      return { status: 200, body: { ...body, ...stamp(staff) } }
    },
    episodePush: async ({ staff, body }) => {
      const device = deviceOf(staff, body.device)
      const results = await pushEpisodes({ database, now, onError }, clinician(staff), device, body.commands)
      return { status: 200, body: { results, ...stamp(staff) } }
    },
    episodeRecord: async ({ params }) => {
      const { entries, intact, episode } = await replay(database, params.id)
      if (episode === null) throw new ProblemError('not_found', 'There is no episode with this number.')
      return { status: 200, body: { entries, intact } }
    },
    episodeWording: async () => ({ status: 200, body: wording }),
  }
}
