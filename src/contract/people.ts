/** Colleagues at their desks: who there is, who looks at what, and who has accepted an escalation. */
import { z } from 'zod'
import { Instant, ItemId, StaffId } from './ids'
import { StaffRole } from './staff'

export const Colleague = z.object({
  id: StaffId,
  name: z.string(),
  role: StaffRole,
  /** False when their registration has expired. */
  mayDecide: z.boolean(),
  /** When they last signed in anywhere. */
  lastSeen: Instant.nullable(),
})
export type Colleague = z.infer<typeof Colleague>

/** One colleague with one item open in front of them. */
export const Looking = z.object({ item: ItemId, staff: StaffId, name: z.string() })
export type Looking = z.infer<typeof Looking>

/** How long a desk's word about what it looks at holds, in milliseconds; it repeats it while it looks. */
export const lookingMs = 45_000

export const EscalationAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), at: Instant }),
  /** Somebody else was first. */
  z.object({ kind: z.literal('taken'), by: z.string(), at: Instant }),
  z.object({ kind: z.literal('declined') }),
  z.object({ kind: z.literal('gone') }),
])
export type EscalationAnswer = z.infer<typeof EscalationAnswer>
