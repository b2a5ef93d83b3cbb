/** Demo accounts with the code that each authenticator would show now. */
import { Secret, TOTP } from 'otpauth'
import type { DemoAccount } from '#contract/staff'
import { demoMembers, demoStaff, opensWhat } from './people'

/** Six digits of a base32 secret at an instant. */
export const codeAt = (secret: string, at: Date): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })

export function demoAccounts(now: Date): DemoAccount[] {
  return [
    ...demoMembers.map(({ pseudonym, password }): DemoAccount => ({ role: 'member', user: pseudonym, password, opens: 'community' })),
    ...demoStaff.map(
      ({ role, username, password, totpSecret }): DemoAccount => ({ role, user: username, password, totpSecret, code: codeAt(totpSecret, now), opens: opensWhat(role) }),
    ),
  ]
}
