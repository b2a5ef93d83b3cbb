/** The session of the API. Its token is kept in the encrypted cache and nowhere else. */
import { Staff } from '#contract/staff'
import type { Cache } from './cache/open'
import { settingReads, settingWrites } from './cache/small'

/** An empty token: signed out at the server; work goes on at the desk. */
export type Session = { token: string; staff: Staff }

export const sessionName = 'session'

export function storedSession(cache: Cache): Session | null {
  const text = settingReads(cache.write).find(sessionName)
  if (text === null) return null
  const value = JSON.parse(text) as { token?: unknown; staff?: unknown }
  const staff = Staff.safeParse(value.staff)
  return typeof value.token === 'string' && staff.success ? { token: value.token, staff: staff.data } : null
}

export function storeSession(cache: Cache, { token, staff }: Session) {
  settingWrites(cache.write).put(sessionName, JSON.stringify({ token, staff }))
}
