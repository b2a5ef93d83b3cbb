/** What a community that is not a demo needs before anyone can use it: topics, an access code, a first member of staff. */
import { randomBytes, randomInt } from 'node:crypto'
import { Secret } from 'otpauth'
import { uuidv7 } from 'uuidv7'
import type { StaffRole } from '#contract/staff'
import type { Database } from '../db/database'
import { one, statement } from '../db/sql'
import { insertStaff, prepareStaff } from '../identity/staff-accounts'
import { startTopics } from './topics'

export type NewPerson = { username: string; role: StaffRole; pseudonym: string; registration: { body: string; number: string; expires: string } | null }
export type Credentials = { username: string; password: string; totpSecret: string }

const anyTopic = statement<{ n: number }>('setup_any_topic', 'select count(*)::int as n from topic where not hidden')
const insertTopics = statement(
  'setup_topics',
  `insert into topic (id, slug, name, description, position)
   select id, slug, name, description, position from jsonb_to_recordset($1::jsonb) as x (id uuid, slug text, name text, description text, position smallint)
   on conflict do nothing`,
)
const insertPartner = statement('setup_partner', 'insert into partner (id, name, created_at) values ($1, $2, $3)')
const insertCode = statement<{ code: string }>('setup_code', 'insert into access_code (code, partner_id) values ($1, $2) on conflict do nothing returning code')

/** The first topics, unless there are any. Gives how many were made. */
export async function makeTopics(database: Database): Promise<number> {
  if ((await one(database, anyTopic)).n > 0) return 0
  await database.query(insertTopics, [JSON.stringify(startTopics.map((topic, position) => ({ id: uuidv7(), ...topic, position })))])
  return startTopics.length
}

/** False when the code exists already; then nothing is changed. */
export function makeAccessCode(database: Database, code: string, partner: string, now: Date): Promise<boolean> {
  return database.transaction(async (tx) => {
    const id = uuidv7()
    await tx.query(insertPartner, [id, partner, now])
    const made = await tx.query(insertCode, [code, id])
    if (made.length === 0) throw new CodeTaken(code)
    return true
  })
}

export class CodeTaken extends Error {
  override name = 'CodeTaken'
}

/** No letters or digits that are read as one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const passphrase = () => Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')).join('-')

/** Makes the account and gives its passphrase and authenticator secret: the only time that anyone sees them. */
export async function makeStaff(database: Database, secret: string, person: NewPerson, now: Date): Promise<Credentials> {
  const password = passphrase()
  const totpSecret = new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32
  const prepared = await prepareStaff(secret, { ...person, password, totpSecret }, now)
  await database.transaction((tx) => insertStaff(tx, prepared))
  return { username: person.username, password, totpSecret }
}
