/** Commands as they arrive from a desk, in the order in which they were made there. */
import { EpisodeCommand, EpisodeCommandId, EpisodeId, type EpisodeOutcome } from '#contract/episode'
import type { Database } from '../db/database'
import { troubleOf } from '../db/errors'
import { answerEscalation } from '../people/escalations'
import { canonical, fingerprint } from '../sync/canonical'
import { actorOf, carryOut, type Commanding } from './command'
import { findCommand, recordCommand, repeated, type Received } from './ledger'

export type EpisodePushDeps = { database: Database; now: () => Date; onError: (error: unknown) => void }
type Staff = Commanding['staff']
type Result = { id: string; outcome: EpisodeOutcome }

/** How often a transaction that lost a race is tried again before the desk is asked to. */
const tries = 4
const soon = 1_000
const later = 30_000

const field = (raw: unknown, name: string): unknown => (typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[name] : undefined)
const invalid = (why: string): EpisodeOutcome => ({ kind: 'refused', code: 'invalid', why })

/** Never rejects. After one that has to wait, the rest of the batch waits too: later commands may build on it. */
export async function pushEpisodes(deps: EpisodePushDeps, staff: Staff, device: string, commands: readonly unknown[]): Promise<Result[]> {
  const results: Result[] = []
  let wait: number | null = null
  for (const raw of commands) {
    const given = field(raw, 'id')
    const id = EpisodeCommandId.safeParse(given)
    if (!id.success) {
      results.push({ id: typeof given === 'string' ? given : '', outcome: invalid('This has no valid number, so nothing was changed.') })
      continue
    }
    const outcome: EpisodeOutcome = wait === null ? await pushOne(deps, staff, device, id.data, raw) : { kind: 'retry', after: wait }
    if (outcome.kind === 'retry') wait = outcome.after
    results.push({ id: id.data, outcome })
  }
  return results
}

async function pushOne(deps: EpisodePushDeps, staff: Staff, device: string, id: EpisodeCommandId, raw: unknown): Promise<EpisodeOutcome> {
  const { database, now, onError } = deps
  const parsed = EpisodeCommand.safeParse(raw)
  const episode = EpisodeId.safeParse(field(raw, 'episode'))
  if (!episode.success) return invalid('This names no episode, so nothing was changed.')
  const payload = canonical(parsed.success ? parsed.data : raw)
  const received: Received = { id, episode: episode.data, staff: staff.id, device, hash: fingerprint(staff.id, payload), payload, actor: actorOf(staff), at: now() }
  for (let attempt = 1; ; attempt++) {
    try {
      if (!parsed.success) {
        const entry = await findCommand(database, id)
        return entry ? repeated(entry, received.hash) : await recordCommand(database, received, invalid('This is incomplete or malformed, so nothing was changed.'))
      }
      const outcome = await carryOut(database, { staff, command: parsed.data, received })
      await accepts(deps, staff, parsed.data, outcome)
      return outcome
    } catch (error) {
      const trouble = troubleOf(error)
      if ((trouble === 'duplicate' || trouble === 'conflict') && attempt < tries) continue
      if (trouble === 'bad_text') return invalid('This holds a character that cannot be stored. Nothing was changed.')
      if (trouble !== 'duplicate' && trouble !== 'conflict') onError(error)
      return { kind: 'retry', after: trouble === 'other' || trouble === 'storage_full' ? later : soon }
    }
  }
}

/** Whoever opens an episode from an escalation has taken it: whoever escalated sees that somebody has. */
async function accepts({ database, now, onError }: EpisodePushDeps, staff: Staff, { what }: EpisodeCommand, outcome: EpisodeOutcome): Promise<void> {
  if (what.do !== 'open' || outcome.kind !== 'applied') return
  // The episode stands whether or not the receipt could be written; the escalation then widens as if nobody had it.
  await answerEscalation(database, staff, what.item, 'accept', now()).catch(onError)
}
