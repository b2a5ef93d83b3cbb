/** Staff: roles, sign-in, devices. */
import { z } from 'zod'
import { DeviceId, Instant, StaffId } from './ids'

export const staffRoles = ['guide', 'lead', 'senior', 'admin', 'partner-viewer', 'referrer'] as const
export const StaffRole = z.enum(staffRoles)
export type StaffRole = z.infer<typeof StaffRole>

/** Roles that triage; only they can open the workstation. */
export const clinicalRoles = ['guide', 'lead', 'senior'] as const satisfies readonly StaffRole[]
export type ClinicalRole = (typeof clinicalRoles)[number]

/** Roles as people read them. */
export const roleNames: Record<StaffRole, string> = {
  guide: 'Wall Guide',
  lead: 'Lead Guide',
  senior: 'Senior clinician',
  admin: 'Administrator',
  'partner-viewer': 'Partner viewer',
  referrer: 'Referrer',
}

export const Staff = z.object({
  id: StaffId,
  username: z.string(),
  /** The only name that members ever see, e.g. "Wall Guide Robin". */
  pseudonym: z.string(),
  role: StaffRole,
  registration: z.object({ body: z.string(), number: z.string(), expires: z.iso.date() }).nullable(),
})
export type Staff = z.infer<typeof Staff>

/** A computer that a member of staff has signed in on. `wipe`: it destroys its vault when it next reaches the server. */
export const DeskDevice = z.object({ id: DeviceId, name: z.string(), state: z.enum(['ok', 'wipe', 'reauth']), lastSeen: Instant, thisOne: z.boolean() })
export type DeskDevice = z.infer<typeof DeskDevice>

/** One step: name, passphrase and the six digits of the authenticator. Staff always sign in with a second factor. */
export const StaffSignIn = z.object({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
  code: z.string().regex(/^\d{6}$/, 'The code is the six digits that your authenticator shows.'),
  device: z.object({ id: DeviceId, name: z.string().min(1).max(80) }),
})
export type StaffSignIn = z.infer<typeof StaffSignIn>

export const StaffSession = z.object({ token: z.string(), expiresAt: Instant, staff: Staff })
export type StaffSession = z.infer<typeof StaffSession>

/** Demo only: an account that anyone may use, with the code that its authenticator would show now. */
export const DemoAccount = z.object({
  role: z.string(),
  user: z.string(),
  password: z.string(),
  /** Base32 secret and current six digits; absent for members, who sign in with a passphrase alone. */
  totpSecret: z.string().optional(),
  code: z.string().optional(),
  opens: z.enum(['community', 'desk', 'none']),
})
export type DemoAccount = z.infer<typeof DemoAccount>
