/** What an open desk answers for care and for one's own shift. */
import type { Cache } from '../cache/open'
import { outboxReads } from '../cache/outbox'
import { outcomeReads } from '../cache/outcomes'
import { shadowReads } from '../cache/shadow'
import type { Clock } from '../clock'
import type { OpenHandlers } from '../dispatch'
import type { RowContext } from '../queue/row'
import type { Scorer } from '#risk'
import { ageReads } from '../shift/ages'
import { becameReads, listed } from '../shift/became'
import { shiftGlance } from '../shift/glance'
import { MemberRecords } from '../shift/member'
import { Care } from './care'
import { keptMs } from './events'

type CareHandlers = Pick<
  OpenHandlers,
  'care.status' | 'care.reading' | 'care.break' | 'care.pause' | 'care.setOptOuts' | 'care.gentle' | 'shift.glance' | 'shift.became' | 'member.record'
>

export type CareParts = { cache: Cache; clock: Clock; scorer: Scorer; context: () => RowContext; failed: (error: unknown) => void }

/** Made once for each opened desk; `care` is told of decisions, `calls` are its answers. */
export function openCare({ cache, clock, scorer, context, failed }: CareParts): { care: Care; calls: CareHandlers } {
  const care = new Care(cache, clock, context, failed)
  const outbox = outboxReads(cache.read)
  const ages = ageReads(cache.read)
  const became = becameReads(cache.read, outbox, outcomeReads(cache.read))
  const records = new MemberRecords(shadowReads(cache.read), outbox, scorer, () => context().pseudonym)
  const calls: CareHandlers = {
    'care.status': () => care.status(),
    'care.reading': ({ item }) => care.reading(item),
    'care.break': ({ on }) => care.rest(on),
    'care.pause': ({ how }) => care.pause(how),
    'care.setOptOuts': (optOuts) => care.setOptOuts(optOuts),
    'care.gentle': ({ not }) => ({ item: care.gentle(not) }),
    'shift.glance': () => shiftGlance(care, ages, clock.now(), context().serverNow),
    'shift.became': () => ({ list: became(care.events.handledHard(clock.now() - keptMs, listed)) }),
    'member.record': ({ item }) => records.of(item),
  }
  return { care, calls }
}
