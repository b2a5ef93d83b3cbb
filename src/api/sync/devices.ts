/** Desks: an administrator can have one wiped, or ask for a fresh sign-in; every answer to it says so. */
import type { DeskDevice } from '#contract/staff'
import type { DeviceState } from '#contract/sync'
import { statement, type Sql } from '../db/sql'

const setState = statement('device_set_state', 'update device set state = $3 where id = $1 and staff_id = $2')

const ofStaff = statement<{ id: string; name: string; state: DeviceState; last_seen: Date }>('device_of_staff', 'select id, name, state, last_seen from device where staff_id = $1 order by last_seen desc')

/** The desks of one member of staff, latest first. `own` is the one that asks. */
export async function devicesOf(sql: Sql, staff: string, own: string | null): Promise<DeskDevice[]> {
  const rows = await sql.query(ofStaff, [staff])
  return rows.map(({ id, name, state, last_seen }) => ({ id: id as DeskDevice['id'], name, state, lastSeen: last_seen.toISOString(), thisOne: id === own }))
}

export const setDeviceState = (sql: Sql, device: string, staff: string, state: DeviceState) => sql.query(setState, [device, staff, state])
