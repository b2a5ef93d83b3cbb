/** Reading a posted form: fields as text, problems beside the field they concern. */
import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Refusal } from '#contract/community'

export type Form = { text(name: string): string; ticked(name: string): boolean }

/** What is wrong, by field; the empty name is for the whole form. */
export type Problems = Record<string, string>

/** Line ends as one character: browsers send two, and a member counts one. */
export function readForm(request: FastifyRequest): Form {
  const body = (typeof request.body === 'object' && request.body !== null ? request.body : {}) as Record<string, unknown>
  const text = (name: string): string => {
    const value = body[name]
    const first: unknown = Array.isArray(value) ? value[0] : value
    return typeof first === 'string' ? first.replace(/\r\n?/g, '\n') : ''
  }
  return { text, ticked: (name) => text(name) !== '' }
}

/** A refusal as a problem. `known` are the fields that this form shows; anything else goes to the top. */
export function problemsOf(refusal: Refusal, known: readonly string[]): Problems {
  return { [refusal.field !== null && known.includes(refusal.field) ? refusal.field : '']: refusal.message }
}

/** The status of a page that shows a refused form again. */
export function statusOf(refusal: Refusal): number {
  if (refusal.retryAfterMs !== undefined) return 429
  return refusal.code === 'restricted' ? 403 : 422
}

/** Made when a form is shown: the same form sent twice makes one post. */
export const formKey = (): string => randomBytes(16).toString('hex')

/** A path inside this site, or the fallback: a link must not lead a member away. */
export function safePath(path: string, fallback: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : fallback
}
