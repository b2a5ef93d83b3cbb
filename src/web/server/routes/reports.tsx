/** Reporting what somebody wrote, and what became of it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { maxReportLength, type Reportable } from '#contract/community'
import { PostId } from '#contract/ids'
import { ReportReason } from '#contract/review'
import { formKey, problemsOf, readForm, statusOf, type Problems } from '../form'
import { MyReports, ReportPage, type ReportValues } from '../pages/reports'
import { formFits, goTo, memberVisit, sendPage, type MemberVisit, type Site } from '../web'
import { queryText } from './door'
import { formLimit, notStored, slowDown, visitToWrite } from './sending'

type NotFound = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

export function reportRoutes(app: FastifyInstance, site: Site, notFound: NotFound): void {
  const find = async (here: MemberVisit, id: string): Promise<Reportable | null> => {
    const post = PostId.safeParse(id)
    return post.success ? site.service.reportable(here.viewer, post.data) : null
  }
  const show = (here: MemberVisit, reply: FastifyReply, about: Reportable, values: ReportValues, problems: Problems, status: number) => {
    const page = <ReportPage here={here} about={about} values={values} problems={problems} />
    return sendPage(here, reply, { title: here.words.report.title, status }, page)
  }

  app.get<{ Params: { id: string } }>('/report/:id', async (request, reply) => {
    const here = await memberVisit(site, request, reply)
    if (!here) return reply
    const about = await find(here, request.params.id)
    return about ? show(here, reply, about, { reason: '', text: '' }, {}, 200) : notFound(request, reply)
  })

  app.post<{ Params: { id: string } }>('/report/:id', { bodyLimit: formLimit }, async (request, reply) => {
    const form = readForm(request)
    const values = { reason: form.text('reason'), text: form.text('text').trim() }
    const { id } = request.params
    const here = await visitToWrite(site, request, reply, `/report/${id}`, { title: '', intent: '', text: values.text, key: formKey() })
    if (!here) return reply
    const { words } = here
    const about = await find(here, id)
    if (!about) return notFound(request, reply)
    if (!formFits(request, form.text('token'))) return show(here, reply, about, values, { '': words.form.stale }, 403)
    const problems: Problems = {}
    if (!ReportReason.safeParse(values.reason).success) problems['reason'] = words.report.reasonMissing
    if (values.text.length > maxReportLength) problems['text'] = words.report.wordsLong(values.text.length, maxReportLength)
    if (Object.keys(problems).length > 0) return show(here, reply, about, values, problems, 422)
    const input = { post: about.post.id, reason: values.reason, words: values.text }
    const reported = await site.service.report(here.viewer, input).catch((error: unknown) => notStored(request, error))
    if (reported === null) return show(here, reply, about, values, { '': words.report.notStored }, 503)
    slowDown(reply, reported)
    if (!reported.ok) return show(here, reply, about, values, problemsOf(reported, ['reason', 'text']), statusOf(reported))
    return goTo(reply, `/mine/reports?sent=${reported.already ? 'before' : 'now'}`)
  })

  app.get('/mine/reports', async (request, reply) => {
    const here = await memberVisit(site, request, reply)
    if (!here) return reply
    const sent = queryText(request, 'sent')
    const notice = sent === 'now' ? here.words.reports.sent : sent === 'before' ? here.words.reports.before : null
    const page = <MyReports here={here} reports={await site.service.myReports(here.viewer)} notice={notice} />
    return sendPage(here, reply, { title: here.words.reports.title, live: '' }, page)
  })
}
