/** Staff sign-in in one step, and who a bearer token belongs to. */
import type { DeviceState } from '#contract/sync'
import { StaffRole, type Staff, type StaffSession, type StaffSignIn } from '#contract/staff'
import type { StaffId } from '#contract/ids'
import type { Database } from '../db/database'
import { statement, type Sql } from '../db/sql'
import { forgetTries, giveTryBack, limits, takeTry } from './limits'
import type { StaffAuth } from './staff-auth'

type Row = {
  id: string
  username: string
  pseudonym: string
  role: StaffRole
  registration_body: string | null
  registration_number: string | null
  registration_expires: string | null
  expires_at: Date
  device_id: string | null
  device_state: DeviceState | null
}

// The library's session table is read directly: one prepared statement per request instead of three queries.
const bySession = statement<Row>(
  'staff_by_session',
  `select f.id, u.username, f.pseudonym, f.role, f.registration_body, f.registration_number, f.registration_expires,
     s.expires_at, s.device_id, d.state as device_state
   from staff_session s join staff_user u on u.id = s.user_id join staff f on f.id = s.user_id
     left join device d on d.id = s.device_id and d.staff_id = f.id
   where s.token = $1 and s.expires_at > $2 and f.active`,
)
const bindDevice = statement(
  'staff_bind_device',
  `with session as (update staff_session set device_id = $2 where token = $1 returning user_id)
   insert into device (id, staff_id, name, created_at, last_seen) select $2, user_id, $3, $4, $4 from session
   on conflict (id, staff_id) do update set name = excluded.name, last_seen = excluded.last_seen,
     state = case when device.state = 'reauth' then 'ok' else device.state end`,
)
const endSession = statement('staff_end_session', 'delete from staff_session where token = $1')

export type SignedIn = { staff: Staff; token: string; device: string | null; deviceState: DeviceState; expiresAt: Date }

export async function staffByToken(sql: Sql, token: string, now: Date): Promise<SignedIn | null> {
  const [row] = await sql.query(bySession, [token, now])
  if (row === undefined) return null
  const { registration_body: body, registration_number: number, registration_expires: expires } = row
  return {
    staff: {
      id: row.id as StaffId,
      username: row.username,
      pseudonym: row.pseudonym,
      role: row.role,
      registration: body !== null && number !== null && expires !== null ? { body, number, expires } : null,
    },
    token,
    device: row.device_id,
    deviceState: row.device_state ?? 'ok',
    expiresAt: row.expires_at,
  }
}

export type SignInAnswer = { ok: true; session: StaffSession } | { ok: false; kind: 'refused' } | { ok: false; kind: 'wait'; waitMs: number }

/**
 * Passphrase, then code, against the library; the session exists only after both. Whatever is wrong, the answer is the same,
 * and an unknown name costs the same work as a known one.
 */
export async function signInStaff(database: Database, auth: StaffAuth, input: StaffSignIn, address: string, now: Date): Promise<SignInAnswer> {
  const account = input.username.toLowerCase()
  const waits = await Promise.all([
    takeTry(database, limits.signInAccount, `staff:${account}`, now),
    takeTry(database, limits.signInAddress, address, now),
  ])
  const waitMs = Math.max(0, ...waits.map((wait) => wait?.waitMs ?? 0))
  if (waitMs > 0) return { ok: false, kind: 'wait', waitMs }

  const token = await verified(auth, input)
  if (token === null) return { ok: false, kind: 'refused' }
  await database.query(bindDevice, [token, input.device.id, input.device.name, now])
  const signedIn = await staffByToken(database, token, now)
  if (signedIn === null) return { ok: false, kind: 'refused' }
  await Promise.all([
    forgetTries(database, limits.signInAccount, `staff:${account}`),
    giveTryBack(database, limits.signInAddress, address),
  ])
  return { ok: true, session: { token, expiresAt: signedIn.expiresAt.toISOString(), staff: signedIn.staff } }
}

/** The session's token, or null for any refusal. Errors of the database go through. */
async function verified(auth: StaffAuth, { username, password, code }: StaffSignIn): Promise<string | null> {
  try {
    const first = await auth.api.signInUsername({ body: { username, password }, returnHeaders: true })
    const { response } = first
    if (!('twoFactorRedirect' in response)) {
      // Without a second factor on record nobody gets in, whatever the passphrase: the session just made ends here.
      if (response.token) await (await auth.$context).internalAdapter.deleteSession(response.token)
      return null
    }
    const cookie = first.headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0] ?? '')
      .filter((pair) => !pair.endsWith('='))
      .join('; ')
    const second = await auth.api.verifyTOTP({ body: { code }, headers: new Headers({ cookie }) })
    return second.token
  } catch (error) {
    if (error instanceof Error && error.name === 'APIError' && !('statusCode' in error && Number(error.statusCode) >= 500)) return null
    throw error
  }
}

export const signOutStaff = (sql: Sql, token: string) => sql.query(endSession, [token])
