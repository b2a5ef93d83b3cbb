/** Joining, signing in, and who is looking. */
import { hashPassword } from 'better-auth/crypto'
import { uuidv7 } from 'uuidv7'
import type { CommunityService, Refusal, Result, Viewer } from '#contract/community'
import type { Database } from '../db/database'
import { troubleOf } from '../db/errors'
import { statement, type Sql } from '../db/sql'
import { forgetTries, giveTryBack, limits, takeTry, waitSentence, type Limit } from '../identity/limits'
import { internalAddress, maxPassphrase, memberAuth, minPassphrase, type MemberAuth } from '../identity/member-auth'
import { makePseudonym, pseudonymKey, pseudonymProblem, tidyPseudonym } from '../identity/pseudonym'

export type MemberDeps = { database: Database; auth: MemberAuth; secret: string; secureCookies: boolean; now: () => Date; random: () => number }

type MemberRow = { id: string; pseudonym: string; country: string | null; rules_version: string; restricted_until: Date | null; restricted_rule: string | null }
const memberById = statement<MemberRow>(
  'member_by_id',
  'select id, pseudonym, country, rules_version, restricted_until, restricted_rule from member where id = $1',
)
const insertMember = statement(
  'member_insert',
  `insert into member (id, pseudonym, pseudonym_key, country, partner_id, rules_version, rules_agreed_at, joined_at, source)
   values ($1, $2, $3, $4, $5, $6, $7, $7, 'joined')`,
)
const codeRow = statement<{ partner_id: string; partner: string }>(
  'access_code_find',
  'select c.partner_id, p.name as partner from access_code c join partner p on p.id = c.partner_id where c.code = $1 and c.active',
)
const taken = statement<{ key: string }>('pseudonym_taken', 'select pseudonym_key as key from member where pseudonym_key = any($1::text[])')
const agree = statement('member_agree', 'update member set rules_version = $2, rules_agreed_at = $3 where id = $1')

const refuse = (field: string | null, code: string, message: string, retryAfterMs?: number): Refusal => ({
  ok: false,
  field,
  code,
  message,
  ...(retryAfterMs !== undefined && { retryAfterMs }),
})

const tooMany = async (sql: Sql, limit: Limit, who: string, now: Date): Promise<Refusal | null> => {
  const wait = await takeTry(sql, limit, who, now)
  return wait && refuse(null, 'too_many', waitSentence(wait.waitMs), wait.waitMs)
}

export const tidyCode = (code: string): string => code.toUpperCase().replace(/\s+/g, '')

export async function viewer({ database, auth, now }: MemberDeps, headers: Headers): Promise<Viewer | null> {
  if (!headers.has('cookie')) return null
  const session = await auth.api.getSession({ headers })
  if (session === null) return null
  const [row] = await database.query(memberById, [session.user.id])
  if (row === undefined) return null
  const restricted = row.restricted_until !== null && row.restricted_until > now()
  return {
    id: row.id as Viewer['id'],
    pseudonym: row.pseudonym,
    country: row.country,
    rulesVersion: row.rules_version,
    restrictedUntil: restricted ? (row.restricted_until?.toISOString() ?? null) : null,
    restrictedRule: restricted ? row.restricted_rule : null,
  }
}

export async function checkAccessCode({ database, now }: MemberDeps, code: string, address: string): Promise<Result<{ partner: string; partnerId: string }>> {
  const wait = await tooMany(database, limits.codeAddress, address, now())
  if (wait) return wait
  const [row] = await database.query(codeRow, [tidyCode(code)])
  if (row === undefined) return refuse('code', 'unknown_code', 'We do not know this access code. Please check it letter by letter; your organisation can tell you the current one.')
  await giveTryBack(database, limits.codeAddress, address)
  return { ok: true, partner: row.partner, partnerId: row.partner_id }
}

export async function suggestPseudonym({ database, random }: MemberDeps): Promise<string> {
  const ideas = Array.from({ length: 8 }, () => makePseudonym(random))
  const used = new Set((await database.query(taken, [ideas.map(pseudonymKey)])).map((row) => row.key))
  return ideas.find((idea) => !used.has(pseudonymKey(idea))) ?? `${makePseudonym(random)}${Math.floor(random() * 90) + 10}`
}

/** Member, account and session in one transaction: nothing is left half made. */
export async function join(deps: MemberDeps, input: Parameters<CommunityService['join']>[0], address: string): ReturnType<CommunityService['join']> {
  const { database, secret, secureCookies } = deps
  const at = deps.now()
  const pseudonym = tidyPseudonym(input.pseudonym)
  const problem = pseudonymProblem(pseudonym)
  if (problem) return refuse('pseudonym', problem.code, problem.message)
  if (input.passphrase.length < minPassphrase) return refuse('passphrase', 'too_short', `Choose a passphrase of at least ${minPassphrase} characters. A few words in a row are easy to keep.`)
  if (input.passphrase.length > maxPassphrase) return refuse('passphrase', 'too_long', `A passphrase can have at most ${maxPassphrase} characters.`)
  if (pseudonymKey(input.passphrase) === pseudonymKey(pseudonym)) return refuse('passphrase', 'same', 'Choose a passphrase that is not your pseudonym.')
  if (!input.over16) return refuse('over16', 'too_young', 'This community is for people of 16 and over. The help lines on every page are there for you at any age.')
  if (input.country !== '' && !/^[A-Z]{2}$/.test(input.country)) return refuse('country', 'unknown_country', 'Choose a country from the list.')
  const wait = await tooMany(database, limits.joinAddress, address, at)
  if (wait) return wait
  const code = await checkAccessCode(deps, input.code, address)
  if (!code.ok) return code

  const id = uuidv7()
  const hash = await hashPassword(input.passphrase)
  try {
    const setCookie = await database.transaction(async (tx) => {
      const country = input.country === '' ? null : input.country
      await tx.query(insertMember, [id, pseudonym, pseudonymKey(pseudonym), country, code.partnerId, input.rulesVersion, at])
      const auth = memberAuth(tx.orm(), { secret, secureCookies, newAccount: { id, hash } })
      const { headers } = await auth.api.signUpEmail({
        body: { name: pseudonym, email: internalAddress(id, 'member'), username: pseudonym, password: input.passphrase },
        returnHeaders: true,
      })
      return headers.getSetCookie()
    })
    return { ok: true, setCookie }
  } catch (error) {
    if (troubleOf(error) === 'duplicate') return refuse('pseudonym', 'taken', 'Somebody has this name already. Try another, or add a number.')
    throw error
  }
}

const wrong = refuse(null, 'wrong', 'Name and passphrase do not go together. Please check both and try again.')

/** The same answer and the same work for a name that does not exist. */
export async function signIn({ database, auth, now }: MemberDeps, input: { pseudonym: string; passphrase: string }, address: string): ReturnType<CommunityService['signIn']> {
  const account = `member:${pseudonymKey(input.pseudonym)}`
  const waits = await Promise.all([tooMany(database, limits.signInAccount, account, now()), tooMany(database, limits.signInAddress, address, now())])
  const wait = waits.find((refusal) => refusal !== null)
  if (wait) return wait
  if (input.pseudonym.trim() === '' || input.passphrase === '' || input.passphrase.length > maxPassphrase) return wrong
  try {
    const { headers } = await auth.api.signInUsername({ body: { username: input.pseudonym, password: input.passphrase }, returnHeaders: true })
    await Promise.all([forgetTries(database, limits.signInAccount, account), giveTryBack(database, limits.signInAddress, address)])
    return { ok: true, setCookie: headers.getSetCookie() }
  } catch (error) {
    if (error instanceof Error && error.name === 'APIError' && !('statusCode' in error && Number(error.statusCode) >= 500)) return wrong
    throw error
  }
}

export async function signOut({ auth }: MemberDeps, headers: Headers): Promise<{ setCookie: string[] }> {
  const answer = await auth.api.signOut({ headers, returnHeaders: true })
  return { setCookie: answer.headers.getSetCookie() }
}

export const agreeToRules = (sql: Sql, who: Viewer, version: string, now: Date) => sql.query(agree, [who.id, version, now])
