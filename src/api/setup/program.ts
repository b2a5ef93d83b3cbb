/** `npm run setup`: sentences on `err`; what must be written down, on `out`. */
import { parseArgs } from 'node:util'
import type { Writable } from 'node:stream'
import { z } from 'zod'
import { staffRoles } from '#contract/staff'
import { openDatabase } from '../db/connection'
import { troubleOf } from '../db/errors'
import { FolderInUse } from '../db/folder-lock'
import { secretFromDatabase, secretFromFolder } from '../identity/secret'
import { readSettings, startFailure } from '../settings'
import { ensureHead } from '../sync/head'
import { CodeTaken, makeAccessCode, makeStaff, makeTopics, type NewPerson } from './setup'

const usage = `Usage: npm run setup -- [--data DIR] [--code CODE --partner NAME] [--staff NAME --role ROLE [--pseudonym NAME] [--registration "BODY,NUMBER,YYYY-MM-DD"]]
Roles: ${staffRoles.join(', ')}. Guides, Leads and Seniors need a registration; without one they cannot decide.`

class Stop extends Error {}

const Username = z.string().regex(/^[a-z][a-z0-9._-]{1,40}$/, 'A staff name has small letters, digits, dots and dashes, and begins with a letter.')
const Code = z.string().regex(/^[A-Z0-9][A-Z0-9-]{3,39}$/, 'An access code has 4 to 40 capital letters, digits and dashes.')
const Registration = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.tuple([z.string().min(1), z.string().min(1), z.iso.date('--registration ends with its expiry, as 2027-03-31.')], '--registration is "body,number,expiry", the expiry as 2027-03-31.'))
  .transform(([body, number, expires]) => ({ body, number, expires }))

export type Wanted = { data: string | undefined; code: { code: string; partner: string } | null; person: NewPerson | null }

/** Reads the flags; a mistake is a sentence and nothing is done. Pure. */
export function readWanted(args: string[]): { ok: true; wanted: Wanted } | { ok: false; sentence: string } {
  const text = { type: 'string' } as const
  let values: Record<string, string | undefined>
  try {
    values = parseArgs({ args, options: { data: text, code: text, partner: text, staff: text, role: text, pseudonym: text, registration: text } }).values
  } catch (error) {
    return { ok: false, sentence: `${usage}\n${error instanceof Error ? error.message : ''}` }
  }
  try {
    if ((values.code === undefined) !== (values.partner === undefined)) throw new Stop('--code and --partner go together: a code belongs to a partner organisation.')
    if ((values.staff === undefined) !== (values.role === undefined)) throw new Stop('--staff and --role go together.')
    const code = values.code === undefined ? null : { code: Code.parse(values.code.trim().toUpperCase()), partner: z.string().min(2, 'A partner has a name.').parse(values.partner) }
    const username = values.staff === undefined ? null : Username.parse(values.staff.toLowerCase())
    const person = username === null ? null : { username, role: z.enum(staffRoles, `A role is one of ${staffRoles.join(', ')}.`).parse(values.role), pseudonym: values.pseudonym ?? `Wall Guide ${username.slice(0, 1).toUpperCase()}${username.slice(1)}`, registration: values.registration === undefined ? null : Registration.parse(values.registration) }
    return { ok: true, wanted: { data: values.data, code, person } }
  } catch (error) {
    const said = error instanceof z.ZodError ? error.issues.map((issue) => issue.message).join('\n') : error instanceof Error ? error.message : ''
    return { ok: false, sentence: `${said}\nNothing was changed.\n${usage}` }
  }
}

export async function setupProgram({ args, env, out, err }: { args: string[]; env: NodeJS.ProcessEnv; out: Writable; err: Writable }): Promise<0 | 1> {
  const read = readWanted(args)
  if (!read.ok) {
    err.write(`${read.sentence}\n`)
    return 1
  }
  try {
    await setUp(read.wanted, env, out, err)
    return 0
  } catch (error) {
    err.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

async function setUp({ data, code, person }: Wanted, env: NodeJS.ProcessEnv, out: Writable, err: Writable): Promise<void> {
  const found = readSettings({ ...env, ...(data !== undefined && { WALLGUIDE_DATA: data }) })
  if (!found.ok) throw new Stop(found.sentences.join('\n'))
  const { settings } = found
  const database = await openDatabase(settings.database, () => undefined).catch((error: unknown) => {
    if (error instanceof FolderInUse) throw new Stop('The community is running on this folder, and only one program at a time can use it. Nothing was changed. Stop it with Ctrl-C, run this again, and start it again.')
    throw new Stop(startFailure(error, settings))
  })
  try {
    await ensureHead(database)
    const secret = settings.secret ?? ('dataDir' in settings.database ? await secretFromFolder(settings.database.dataDir) : await secretFromDatabase(database))
    const topics = await makeTopics(database)
    if (topics > 0) err.write(`${topics} topics were made.\n`)
    if (code !== null) {
      await makeAccessCode(database, code.code, code.partner, new Date()).catch((error: unknown) => {
        if (error instanceof CodeTaken) throw new Stop(`The access code ${code.code} exists already. It was left as it is.`)
        throw error
      })
      err.write(`Members of ${code.partner} can join with the access code ${code.code}.\n`)
    }
    if (person === null) return
    const made = await makeStaff(database, secret, person, new Date()).catch((error: unknown) => {
      if (troubleOf(error) === 'duplicate') throw new Stop(`There is a ${person.username} already. That account was left as it is.`)
      throw error
    })
    if (person.registration === null) err.write('No registration was given: this account can read but not decide.\n')
    err.write('Write these down now; they are not shown again. The secret goes into an authenticator.\n')
    out.write(`${JSON.stringify({ ...made, role: person.role, otpauth: `otpauth://totp/Wallguide:${made.username}?secret=${made.totpSecret}&issuer=Wallguide` })}\n`)
  } finally {
    await database.close()
  }
}
