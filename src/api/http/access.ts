/** Who is asking, and may they: enforced from the same table that the routes come from. */
import type { FastifyRequest } from 'fastify'
import type { Access } from '#contract/api'
import type { StaffRole } from '#contract/staff'
import type { Sql } from '../db/sql'
import { staffByToken, type SignedIn } from '../identity/staff-sessions'
import { ProblemError } from './problems'

export const bearerOf = (request: Pick<FastifyRequest, 'headers'>): string | null => {
  const match = /^Bearer ([\w.-]{16,200})$/.exec(request.headers.authorization ?? '')
  return match?.[1] ?? null
}

/** Staff of one of the named roles; throws the problem otherwise. */
export async function requireStaff(sql: Sql, request: Pick<FastifyRequest, 'headers'>, roles: readonly StaffRole[], now: Date): Promise<SignedIn> {
  const token = bearerOf(request)
  const signedIn = token === null ? null : await staffByToken(sql, token, now)
  if (signedIn === null) throw new ProblemError('unauthorised')
  if (!roles.includes(signedIn.staff.role)) throw new ProblemError('forbidden')
  return signedIn
}

export const rolesOf = (access: Access): readonly StaffRole[] | null => (typeof access === 'string' ? null : access)
