/** What the API's programs read from the environment; a mistake becomes a sentence that names the variable. */
import { resolve } from 'node:path'
import { z } from 'zod'

const flag = (name: string) =>
  z.enum(['0', '1', 'true', 'false', ''], `${name} is either 1 or 0.`).default('0').transform((value) => value === '1' || value === 'true')

const Environment = z.object({
  WALLGUIDE_PORT: z.coerce.number('WALLGUIDE_PORT is a number.').int('WALLGUIDE_PORT is a whole number.').min(0, 'WALLGUIDE_PORT is between 0 and 65535.').max(65_535, 'WALLGUIDE_PORT is between 0 and 65535.').default(4180),
  WALLGUIDE_HOST: z.string().min(1, 'WALLGUIDE_HOST is an address such as 127.0.0.1.').default('127.0.0.1'),
  WALLGUIDE_DATA: z.string().min(1, 'WALLGUIDE_DATA is a folder.').default('.data').transform((folder) => resolve(folder)),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'DATABASE_URL is an address such as postgresql://user:password@host/database.' }).optional(),
  WALLGUIDE_DEMO: flag('WALLGUIDE_DEMO'),
  /** Behind https: secure cookies and HSTS. */
  WALLGUIDE_HTTPS: flag('WALLGUIDE_HTTPS'),
  /** Addresses of proxies whose X-Forwarded-For is believed, separated by commas. */
  WALLGUIDE_PROXIES: z.string().optional(),
  WALLGUIDE_SECRET: z.string().min(32, 'WALLGUIDE_SECRET has at least 32 characters.').optional(),
  /** Hours that a workstation may be opened without having reached the server; 0 is no limit. */
  WALLGUIDE_MAX_OFFLINE_HOURS: z.coerce
    .number('WALLGUIDE_MAX_OFFLINE_HOURS is a number of hours, or 0 for no limit.')
    .int('WALLGUIDE_MAX_OFFLINE_HOURS is a whole number of hours.')
    .min(0, 'WALLGUIDE_MAX_OFFLINE_HOURS is not below 0.')
    .default(72),
  /** A file with the protocol's own wording of the assessment's questions and the attestation that it may be shown. */
  WALLGUIDE_CSSRS_WORDING: z.string().transform((file) => resolve(file)).optional(),
  /** A signed risk pack to score with and to hand to desks; its signature lies beside it, as `….sig.json`. */
  WALLGUIDE_RISK_PACK: z.string().transform((file) => resolve(file)).optional(),
  /** The share of decisions that a second person reads without sight of the first. */
  WALLGUIDE_SECOND_REVIEW_SHARE: z.coerce
    .number('WALLGUIDE_SECOND_REVIEW_SHARE is a number from 0 to 1.')
    .min(0, 'WALLGUIDE_SECOND_REVIEW_SHARE is between 0 and 1.')
    .max(1, 'WALLGUIDE_SECOND_REVIEW_SHARE is between 0 and 1.')
    .default(0.05),
  WALLGUIDE_LOG: z.enum(['silent', 'error', 'warn', 'info'], 'WALLGUIDE_LOG is silent, error, warn or info.').default('error'),
})

export type Settings = {
  port: number
  host: string
  dataDir: string
  database: { url: string } | { dataDir: string }
  demo: boolean
  https: boolean
  proxies: string | null
  secret: string | undefined
  maxOfflineHours: number | null
  wordingFile: string | null
  packFile: string | null
  secondReviewShare: number
  logLevel: 'silent' | 'error' | 'warn' | 'info'
}

/** Pure but for resolving the folder against the working directory. */
export function readSettings(env: NodeJS.ProcessEnv): { ok: true; settings: Settings } | { ok: false; sentences: string[] } {
  // An empty variable is one that is not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) return { ok: false, sentences: [...new Set(parsed.error.issues.map((issue) => issue.message))] }
  const e = parsed.data
  if (e.DATABASE_URL !== undefined && e.WALLGUIDE_SECRET === undefined && !e.WALLGUIDE_DEMO) {
    return { ok: false, sentences: ['With DATABASE_URL set, WALLGUIDE_SECRET is needed too: at least 32 random characters, the same for every process.'] }
  }
  return {
    ok: true,
    settings: {
      port: e.WALLGUIDE_PORT,
      host: e.WALLGUIDE_HOST,
      dataDir: e.WALLGUIDE_DATA,
      database: e.DATABASE_URL === undefined ? { dataDir: e.WALLGUIDE_DATA } : { url: e.DATABASE_URL },
      demo: e.WALLGUIDE_DEMO,
      https: e.WALLGUIDE_HTTPS,
      proxies: e.WALLGUIDE_PROXIES ?? null,
      secret: e.WALLGUIDE_SECRET,
      maxOfflineHours: e.WALLGUIDE_MAX_OFFLINE_HOURS === 0 ? null : e.WALLGUIDE_MAX_OFFLINE_HOURS,
      wordingFile: e.WALLGUIDE_CSSRS_WORDING ?? null,
      packFile: e.WALLGUIDE_RISK_PACK ?? null,
      secondReviewShare: e.WALLGUIDE_SECOND_REVIEW_SHARE,
      logLevel: e.WALLGUIDE_LOG,
    },
  }
}

/** A start-up failure as the person at the terminal should read it. */
export function startFailure(error: unknown, settings: Settings): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (error instanceof Error && error.name === 'FolderInUse') return error.message
  if (code === 'EADDRINUSE') return `Port ${settings.port} is taken by another program. Nothing was changed. Stop that program, or choose another port with --port.`
  if (code === 'EACCES' || code === 'EPERM') return `The folder ${settings.dataDir} or port ${settings.port} may not be used by this account. Nothing was changed. Choose others with --data and --port.`
  if (code === 'EADDRNOTAVAIL') return `This machine does not have the address ${settings.host}. Nothing was changed. Check WALLGUIDE_HOST.`
  if (code === 'ENOSPC' || code === '53100') return 'There is no space left on the disk. What was stored before is safe. Free some space and start again.'
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000' || code === '28000') {
    return `The database of DATABASE_URL cannot be opened (${String(code)}). Nothing was changed. Check the address, the password and that PostgreSQL runs.`
  }
  return `The community could not be started: ${error instanceof Error ? error.message : String(error)}`
}
