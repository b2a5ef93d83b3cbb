/** Headers of every members' page, and the two checks that a form came from our own page. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

/** No inline script or style anywhere: whatever slips into a page cannot run. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** `same-origin`, not `no-referrer`: with the latter, browsers send `Origin: null` with our own forms. */
export function pageHeaders(secureCookies: boolean): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    ...(secureCookies ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}

/**
 * True unless the request says that another site sent it. A browser always says so with a form (`Origin`, and
 * `Sec-Fetch-Site` in current ones); a request with neither is not a browser's, and still needs the session's token.
 */
export function fromOwnPage(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.origin
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === request.host
}

/**
 * What ties a form to a session, from the session cookie alone: nothing to store, every API process agrees, and another
 * site cannot know it. Null when there is no cookie.
 */
function sessionSecret(cookie: string | undefined): string | null {
  if (!cookie) return null
  const pairs = cookie.split(';').map((pair) => pair.trim())
  const session = pairs.filter((pair) => /^[^=]*session_token[^=]*=/.test(pair))
  return (session.length > 0 ? session : pairs).sort().join(';')
}

const sign = (secret: string, salt: string) =>
  createHmac('sha256', `wallguide form ${secret}`).update(salt).digest('base64url').slice(0, 32)

/** A fresh token for this session. It differs on every page, so that compression of the page gives nothing away. */
export function formToken(request: FastifyRequest): string {
  const secret = sessionSecret(request.headers.cookie)
  if (!secret) return ''
  const salt = randomBytes(12).toString('base64url')
  return `${salt}.${sign(secret, salt)}`
}

/** Does the token belong to the session that sends it? */
export function tokenFits(request: FastifyRequest, token: string): boolean {
  const secret = sessionSecret(request.headers.cookie)
  const [salt, given] = token.split('.')
  if (!secret || !salt || !given) return false
  const wanted = Buffer.from(sign(secret, salt))
  const got = Buffer.from(given)
  return wanted.length === got.length && timingSafeEqual(wanted, got)
}
