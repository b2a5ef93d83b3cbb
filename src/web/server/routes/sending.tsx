/** What every form with somebody's words has in common: who sends it, whether they may, and that no word is lost. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { maxPostLength } from '#contract/community'
import type { Form, Problems } from '../form'
import { KeptWords, type PostValues } from '../pages/write'
import { formFits, sendPage, strangerVisit, visit, type MemberVisit, type Site, type Visit } from '../web'
import { traceOf } from './trouble'

/**
 * Room for 200,000 characters of any script: a text that is too long comes back to its author with a sentence instead of
 * being lost in a refusal that never read it.
 */
export const formLimit = 2 * 1024 * 1024

/**
 * Who sends this form. Null when the answer is on its way already: signed out meanwhile, or the community cannot be asked;
 * either way with the words that were written.
 */
export async function visitToWrite(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  action: string,
  values: PostValues,
): Promise<MemberVisit | null> {
  const here = await visit(site, request).catch((error: unknown) => notStored(request, error))
  if (here?.viewer) return { ...here, viewer: here.viewer }
  keepWords(here ?? strangerVisit(site, request), reply, action, values, here ? 'signedOut' : 'notStored')
  return null
}

/** A full disk or a lost database: told to the log, and to the member beside their words. */
export function notStored(request: FastifyRequest, error: unknown): null {
  request.log.error(traceOf(error), 'a form could not be stored')
  return null
}

export function slowDown(reply: FastifyReply, result: { ok: boolean; retryAfterMs?: number }): void {
  if (result.retryAfterMs !== undefined) reply.header('retry-after', String(Math.ceil(result.retryAfterMs / 1000)))
}

export function textProblem(here: MemberVisit, text: string): Problems {
  const { write } = here.words
  if (text === '') return { text: write.textMissing }
  return text.length > maxPostLength ? { text: write.textLong(text.length, maxPostLength) } : {}
}

/** May this member write now, with this form? A tick for changed rules in the same form is taken at its word. */
export async function mayWrite(
  site: Site,
  here: MemberVisit,
  request: FastifyRequest,
  form: Form,
): Promise<{ problems: Problems; agree: boolean; status: number; viewer: MemberVisit['viewer'] }> {
  const { words, viewer } = here
  if (!formFits(request, form.text('token'))) return { problems: { '': words.form.stale }, agree: false, status: 403, viewer }
  if (viewer.restrictedUntil) return { problems: { '': words.restricted.kept }, agree: false, status: 403, viewer }
  if (viewer.rulesVersion !== site.rules.version) {
    if (form.text('agree') !== site.rules.version)
      return { problems: { '': words.rules.agreeHere }, agree: true, status: 422, viewer }
    await site.service.agreeToRules(viewer, site.rules.version)
    return { problems: {}, agree: false, status: 422, viewer: { ...viewer, rulesVersion: site.rules.version } }
  }
  return { problems: {}, agree: false, status: 422, viewer }
}

/** Whatever happened meanwhile, words that somebody wrote come back to them. */
export function keepWords(
  here: Visit,
  reply: FastifyReply,
  action: string,
  values: PostValues,
  because: 'signedOut' | 'gone' | 'notStored',
): FastifyReply {
  const status = { signedOut: 401, gone: 404, notStored: 503 }[because]
  return sendPage(
    here,
    reply,
    { title: here.words.kept.title, status },
    <KeptWords here={here} action={action} values={values} because={because} />,
  )
}
