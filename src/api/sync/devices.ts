/** Desks: an administrator can have one wiped, or ask for a fresh sign-in; every answer to it says so. */
import type { DeviceState } from '#contract/sync'
import { statement, type Sql } from '../db/sql'

const setState = statement('device_set_state', 'update device set state = $3 where id = $1 and staff_id = $2')

export const setDeviceState = (sql: Sql, device: string, staff: string, state: DeviceState) => sql.query(setState, [device, staff, state])
