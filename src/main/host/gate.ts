/**
 * Who may talk to the loopback host. Any page in any browser on this machine can send requests to 127.0.0.1, and a name can
 * be made to point there: so every request must carry our own address literally, come from our own page, and show the cookie
 * that only the link in the terminal gives. Pure.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export type Gate = {
  /** `127.0.0.1:port`, the only Host that is answered. */
  authority: string
  /** Exchanged for the cookie at `/?token=…`, as often as wanted while this host runs. */
  token: string
  cookieName: string
  cookieValue: string
}

/** The parts of a request that decide. */
export type Asked = {
  method: string
  /** Path with query, as sent. */
  url: string
  headers: { host?: string | undefined; origin?: string | undefined; 'sec-fetch-site'?: string | string[] | undefined; cookie?: string | undefined }
}

export type Verdict =
  | { kind: 'pass' }
  /** The right token: give the cookie and send the browser to `/`. */
  | { kind: 'welcome' }
  | { kind: 'refused'; status: 401 | 403 | 421; sentence: string }

export type Secrets = Pick<Gate, 'token' | 'cookieValue'>

/** 256 bits each. */
export function newSecrets(): Secrets {
  const secret = () => randomBytes(32).toString('base64url')
  return { token: secret(), cookieValue: secret() }
}

/** A gate for a host on `port`. Cookies are shared by all ports of a host: the port is in the name. */
export const newGate = (port: number, secrets: Secrets = newSecrets()): Gate => ({ authority: `127.0.0.1:${port}`, cookieName: `wallguide-${port}`, ...secrets })

export function judge(gate: Gate, asked: Asked): Verdict {
  const { host, origin, cookie } = asked.headers
  const site = asked.headers['sec-fetch-site']
  // Literals on purpose: comparing Origin with the request's own Host would let a rebound name through.
  if (host !== gate.authority) return { kind: 'refused', status: 421, sentence: 'This workstation answers only at the address that the terminal printed.' }
  if (origin !== undefined && origin !== `http://${gate.authority}`) return refusedOrigin
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refusedOrigin

  const token = tokenOf(asked)
  if (token !== null) return same(token, gate.token) ? { kind: 'welcome' } : strangers
  return cookiesNamed(gate.cookieName, cookie).some((value) => same(value, gate.cookieValue)) ? { kind: 'pass' } : strangers
}

const refusedOrigin: Verdict = { kind: 'refused', status: 403, sentence: 'Another page asked for this. Open the workstation by the link that the terminal printed.' }
const strangers: Verdict = {
  kind: 'refused',
  status: 401,
  sentence: 'This browser has not been let in yet, or the workstation was started again since. Nothing was lost. Open the whole link that the terminal printed.',
}

function tokenOf({ method, url }: Asked): string | null {
  if (method !== 'GET' || !url.startsWith('/?')) return null
  return new URLSearchParams(url.slice(2)).get('token')
}

function cookiesNamed(name: string, header: string | undefined): string[] {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}

/** In constant time whatever the lengths. */
const same = (a: string, b: string): boolean => timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
