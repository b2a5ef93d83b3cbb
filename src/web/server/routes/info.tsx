/** Pages that anyone may read, signed in or not. */
import type { FastifyInstance } from 'fastify'
import { readForm, safePath } from '../form'
import { About, AgreeAgain, Help, Rules } from '../pages/info'
import { formFits, goTo, sendPage, strangerVisit, visit, type Site } from '../web'
import { queryText } from './door'

export function infoRoutes(app: FastifyInstance, site: Site): void {
  app.get('/rules', async (request, reply) => {
    const here = await visit(site, request)
    return sendPage(here, reply, { title: here.words.rules.title }, <Rules here={here} />)
  })

  app.get('/about', async (request, reply) => {
    const here = await visit(site, request)
    return sendPage(here, reply, { title: here.words.about.title }, <About here={here} />)
  })

  /** Help must not depend on anything that can fail: when the community cannot be asked, it is the page of a stranger. */
  app.get('/help', async (request, reply) => {
    const here = await visit(site, request).catch(() => strangerVisit(site, request))
    return sendPage(here, reply, { title: here.words.help.title }, <Help here={here} />)
  })

  app.get('/rules/agree', async (request, reply) => {
    const here = await visit(site, request)
    const next = safePath(queryText(request, 'next'), '/topics')
    if (!here.viewer) return goTo(reply, `/sign-in?next=${encodeURIComponent(next)}`)
    if (here.viewer.rulesVersion === site.rules.version) return goTo(reply, next)
    const member = { ...here, viewer: here.viewer }
    return sendPage(
      here,
      reply,
      { title: here.words.rules.title },
      <AgreeAgain here={member} next={next} notice={null} problem={undefined} />,
    )
  })

  app.post('/rules/agree', async (request, reply) => {
    const here = await visit(site, request)
    const form = readForm(request)
    const next = safePath(form.text('next'), '/topics')
    if (!here.viewer) return goTo(reply, `/sign-in?next=${encodeURIComponent(next)}`)
    const member = { ...here, viewer: here.viewer }
    const { words } = here
    const fits = formFits(request, form.text('token'))
    if (fits && form.text('agree') === site.rules.version) {
      await site.service.agreeToRules(here.viewer, site.rules.version)
      return goTo(reply, next)
    }
    const problem = fits ? (form.ticked('agree') ? words.rules.changedAgain : words.join.agreeMissing) : undefined
    const notice = fits ? null : words.form.stale
    return sendPage(
      here,
      reply,
      { title: words.rules.title, status: 422 },
      <AgreeAgain here={member} next={next} notice={notice} problem={problem} />,
    )
  })

  app.get('/robots.txt', (_request, reply) => reply.type('text/plain; charset=utf-8').send('User-agent: *\nDisallow: /\n'))
}
