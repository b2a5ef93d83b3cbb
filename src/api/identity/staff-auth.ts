/** Staff sign-in: name, passphrase and six digits in one step. There is no way round the digits. */
import { betterAuth } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { twoFactor, username } from 'better-auth/plugins'
import { uuidv7 } from 'uuidv7'
import type { Orm } from '../db/database'
import * as schema from '../db/schema'

/** One long shift. */
export const staffSessionSeconds = 12 * 3600

export function staffAuth(orm: Orm, secret: string) {
  return betterAuth({
    appName: 'Wallguide staff',
    baseURL: 'http://127.0.0.1',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: drizzleAdapter(orm, {
      provider: 'pg',
      schema: {
        user: schema.staffUser,
        session: schema.staffSession,
        account: schema.staffAccount,
        verification: schema.staffVerification,
        twoFactor: schema.staffTwoFactor,
      },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: { expiresIn: staffSessionSeconds, disableSessionRefresh: true },
    advanced: { cookiePrefix: 'wallguide-staff', database: { generateId: () => uuidv7() } },
    plugins: [
      username({ minUsernameLength: 1, maxUsernameLength: 64, displayUsername: false, usernameValidator: () => true }),
      twoFactor({ issuer: 'Wallguide', accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 } }),
    ],
  })
}
export type StaffAuth = ReturnType<typeof staffAuth>
