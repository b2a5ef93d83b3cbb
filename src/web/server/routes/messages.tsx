/** The conversation with the Guides: what they wrote, what the member wrote to them, and the form to ask. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { formKey, problemsOf, readForm, statusOf, type Problems } from '../form'
import { Messages } from '../pages/messages'
import { formFits, goTo, memberVisit, sendPage, type MemberVisit, type Site } from '../web'
import { queryText } from './door'
import { formLimit, notStored, slowDown, textProblem, visitToWrite } from './sending'

type Draft = { text: string; key: string }

export function messageRoutes(app: FastifyInstance, site: Site): void {
  const show = async (here: MemberVisit, reply: FastifyReply, draft: Draft, problems: Problems, status: number, { sent = false, seen = false } = {}) => {
    const [messages, line] = await Promise.all([site.service.messages(here.viewer), site.service.asking(here.viewer)])
    if (here.unread && seen) await site.service.markMessagesRead(here.viewer)
    const page = <Messages here={here} messages={messages} line={line} draft={draft} problems={problems} sent={sent} />
    return sendPage({ ...here, unread: here.unread && !seen }, reply, { title: here.words.messages.title, status, live: '' }, page)
  }

  app.get('/messages', async (request, reply) => {
    const here = await memberVisit(site, request, reply)
    if (!here) return reply
    // A page fetched ahead by the browser, or a fragment that waits to be shown, has not been seen by anyone.
    const seen = !request.headers['sec-purpose'] && !request.headers['x-fragment']
    return show(here, reply, { text: '', key: formKey() }, {}, 200, { seen, sent: queryText(request, 'sent') !== '' })
  })

  /** Neither a restriction nor rules that changed meanwhile stand between a member and a Guide. */
  app.post('/messages', { bodyLimit: formLimit }, async (request, reply) => {
    const form = readForm(request)
    const draft = { text: form.text('text').trim(), key: form.text('key') || formKey() }
    const here = await visitToWrite(site, request, reply, '/messages', { title: '', intent: '', ...draft })
    if (!here) return reply
    if (!formFits(request, form.text('token'))) return show(here, reply, draft, { '': here.words.form.stale }, 403)
    const problems = textProblem(here, draft.text)
    if (Object.keys(problems).length > 0) return show(here, reply, draft, problems, 422)
    const asked = await site.service.ask(here.viewer, draft).catch((error: unknown) => notStored(request, error))
    if (asked === null) return show(here, reply, draft, { '': here.words.write.notStored }, 503)
    slowDown(reply, asked)
    if (!asked.ok) return show(here, reply, draft, problemsOf(asked, ['text']), statusOf(asked))
    return goTo(reply, '/messages?sent=yes')
  })
}
