/** Members' sign-in: pseudonym and passphrase, no e-mail address. Only our own routes call the library; its handler is not mounted. */
import { betterAuth } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { username } from 'better-auth/plugins'
import { uuidv7 } from 'uuidv7'
import type { Orm } from '../db/database'
import * as schema from '../db/schema'
import { maxPseudonym, minPseudonym, pseudonymKey } from './pseudonym'

export const minPassphrase = 10
export const maxPassphrase = 256
const sessionSeconds = 14 * 24 * 3600

export type AuthOptions = {
  secret: string
  /** Cookies only over https. */
  secureCookies: boolean
  /** For a new account: the member's id, and the passphrase's hash made beforehand. */
  newAccount?: { id: string; hash: string }
}

export function memberAuth(orm: Orm, { secret, secureCookies, newAccount }: AuthOptions) {
  return betterAuth({
    appName: 'Wallguide',
    baseURL: 'http://127.0.0.1',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: drizzleAdapter(orm, {
      provider: 'pg',
      schema: {
        user: schema.memberUser,
        session: schema.memberSession,
        account: schema.memberAccount,
        verification: schema.memberVerification,
      },
    }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: minPassphrase,
      maxPasswordLength: maxPassphrase,
      ...(newAccount && { password: { hash: () => Promise.resolve(newAccount.hash) } }),
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: 'wallguide',
      useSecureCookies: secureCookies,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: ({ model }) => (newAccount && model === 'user' ? newAccount.id : uuidv7()) },
    },
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: maxPseudonym * 4,
        displayUsername: false,
        usernameNormalization: pseudonymKey,
        // The real rules are in `pseudonym.ts` and checked at joining; sign-in must not tell which names could exist.
        usernameValidator: (name) => name.length >= Math.min(1, minPseudonym),
      }),
    ],
  })
}
export type MemberAuth = ReturnType<typeof memberAuth>

/** The library wants an address. `.invalid` can never be written to (RFC 2606). */
export const internalAddress = (id: string, who: 'member' | 'staff'): string => `${id}@${who}.invalid`
