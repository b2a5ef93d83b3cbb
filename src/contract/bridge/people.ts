/** Colleagues: who there is, who looks at what, holding an item for a supervisor, and taking an escalation. */
import { z } from 'zod'
import { Instant, ItemId } from '../ids'
import { Colleague, EscalationAnswer } from '../people'
import { define, none, ok } from './call'
import { itemCalls } from './item'

/** Who else has an item open, by the names that colleagues know. */
export const PresenceNow = z.object({ looking: z.array(z.object({ item: ItemId, names: z.array(z.string()) })) })
export type PresenceNow = z.infer<typeof PresenceNow>

export const peopleCalls = define({
  /** As the server said last; `asOf` is null when it never has. */
  'people.colleagues': { input: none, output: z.object({ colleagues: z.array(Colleague), asOf: Instant.nullable() }) },
  /** This desk looks at that item, or at none. Told to colleagues while it lasts. */
  'people.look': { input: z.object({ item: ItemId.nullable() }), output: ok },
  'people.presence': { input: none, output: PresenceNow },
  /** Needs the network. */
  'people.hold': { input: z.object({ item: ItemId, why: z.string().trim().min(1).max(300) }), output: itemCalls['item.claim'].output },
  /** Needs the network: a receipt that nobody receives is none. */
  'people.answerEscalation': { input: z.object({ item: ItemId, answer: z.enum(['accept', 'decline']) }), output: EscalationAnswer },
})
