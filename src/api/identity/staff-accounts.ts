/** Makes staff accounts. There is no public way to sign up. */
import { generateRandomString, hashPassword, symmetricEncrypt } from 'better-auth/crypto'
import { uuidv7 } from 'uuidv7'
import type { StaffRole } from '#contract/staff'
import { statement, type Sql } from '../db/sql'
import { internalAddress } from './member-auth'

export type NewStaff = {
  id?: string
  username: string
  password: string
  /** Base32, as authenticators take it. */
  totpSecret: string
  pseudonym: string
  role: StaffRole
  registration?: { body: string; number: string; expires: string } | null
}

const insert = statement(
  'staff_insert',
  `with profile as (
     insert into staff (id, pseudonym, role, registration_body, registration_number, registration_expires, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)
   ), login as (
     insert into staff_user (id, name, email, username, two_factor_enabled, created_at, updated_at) values ($1, $8, $9, $8, true, $7, $7)
     returning id
   ), account as (
     insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
     select $10, login.id::text, 'credential', login.id, $11, $7, $7 from login
   )
   insert into staff_two_factor (id, secret, backup_codes, user_id, verified) select $12, $13, $14, login.id, true from login`,
)

/** What `insertStaff` stores; made beforehand, because hashing takes longer than a transaction should last. */
export async function prepareStaff(secret: string, staff: NewStaff, now: Date): Promise<readonly unknown[]> {
  const id = staff.id ?? uuidv7()
  const [hash, totp, backup] = await Promise.all([
    hashPassword(staff.password),
    // The library's own mark for secrets that are base32.
    symmetricEncrypt({ key: secret, data: `base32:${staff.totpSecret}` }),
    symmetricEncrypt({ key: secret, data: JSON.stringify(Array.from({ length: 10 }, () => generateRandomString(10))) }),
  ])
  const registration = staff.registration ?? null
  const name = staff.username.toLowerCase()
  return [
    ...[id, staff.pseudonym, staff.role, registration?.body ?? null, registration?.number ?? null, registration?.expires ?? null, now],
    ...[name, internalAddress(id, 'staff'), uuidv7(), hash, uuidv7(), totp, backup],
  ]
}

/** Rejects with a duplicate-key error when the name is taken. */
export async function insertStaff(sql: Sql, prepared: readonly unknown[]): Promise<void> {
  await sql.query(insert, prepared)
}
