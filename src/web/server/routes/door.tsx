/** Coming in and going out: welcome, joining in three steps, signing in, signing out. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problemsOf, readForm, safePath, statusOf, type Problems } from '../form'
import { JoinCode, JoinDetails, JoinRules, SignIn, Welcome, type JoinDetailsValues } from '../pages/door'
import { fromOwnPage } from '../security'
import { formFits, goTo, headersOf, sendPage, visit, type Site } from '../web'

/** Shorter ones are refused here already; the community may ask for more. */
const shortestPassphrase = 10

type Query = Record<string, string | string[] | undefined>
export const queryText = (request: FastifyRequest, name: string): string => {
  const value = (request.query as Query)[name]
  return typeof value === 'string' ? value : ''
}

export function doorRoutes(app: FastifyInstance, site: Site): void {
  app.get('/', async (request, reply) => {
    const here = await visit(site, request)
    return sendPage(here, reply, { title: here.words.brand }, <Welcome here={here} />)
  })

  app.get('/join', async (request, reply) => {
    const here = await visit(site, request)
    if (here.viewer) return goTo(reply, '/topics')
    return sendPage(
      here,
      reply,
      { title: here.words.join.title },
      <JoinCode here={here} code={queryText(request, 'code')} problems={{}} />,
    )
  })

  app.post('/join', async (request, reply) => {
    const code = readForm(request).text('code').trim()
    const refuse = async (problems: Problems, status: number) => {
      const here = await visit(site, request)
      return sendPage(
        here,
        reply,
        { title: here.words.join.title, status },
        <JoinCode here={here} code={code} problems={problems} />,
      )
    }
    if (code === '') return refuse({ code: (await visit(site, request)).words.join.codeMissing }, 422)
    const known = await site.service.checkAccessCode(code, request.ip)
    if (!known.ok) return refuse(problemsOf({ ...known, field: known.field ?? 'code' }, ['code']), statusOf(known))
    return goTo(reply, `/join/rules?code=${encodeURIComponent(code)}`)
  })

  app.get('/join/rules', async (request, reply) => {
    const here = await visit(site, request)
    const code = queryText(request, 'code')
    if (code === '') return goTo(reply, '/join')
    return sendPage(here, reply, { title: here.words.rules.title }, <JoinRules here={here} code={code} problems={{}} />)
  })

  app.post('/join/rules', async (request, reply) => {
    const form = readForm(request)
    const code = form.text('code')
    if (form.text('agree') === site.rules.version) {
      return goTo(reply, `/join/you?code=${encodeURIComponent(code)}&agreed=${encodeURIComponent(site.rules.version)}`)
    }
    const here = await visit(site, request)
    const problems = { agree: form.ticked('agree') ? here.words.rules.changedAgain : here.words.join.agreeMissing }
    return sendPage(
      here,
      reply,
      { title: here.words.rules.title, status: 422 },
      <JoinRules here={here} code={code} problems={problems} />,
    )
  })

  app.get('/join/you', async (request, reply) => {
    const here = await visit(site, request)
    const code = queryText(request, 'code')
    const agreed = queryText(request, 'agreed')
    if (code === '') return goTo(reply, '/join')
    if (agreed !== site.rules.version) return goTo(reply, `/join/rules?code=${encodeURIComponent(code)}`)
    const pseudonym = await site.service.suggestPseudonym()
    const values = { code, agreed, pseudonym, country: '', over16: false }
    return sendPage(here, reply, { title: here.words.join.title }, <JoinDetails here={here} values={values} problems={{}} />)
  })

  app.post('/join/you', async (request, reply) => {
    const here = await visit(site, request)
    const form = readForm(request)
    const values: JoinDetailsValues = {
      code: form.text('code'),
      agreed: form.text('agreed'),
      pseudonym: form.text('pseudonym').trim(),
      country: form.text('country'),
      over16: form.ticked('over16'),
    }
    if (values.agreed !== site.rules.version) return goTo(reply, `/join/rules?code=${encodeURIComponent(values.code)}`)
    const passphrase = form.text('passphrase')
    const { join } = here.words
    const refuse = (problems: Problems, status: number) =>
      sendPage(here, reply, { title: join.title, status }, <JoinDetails here={here} values={values} problems={problems} />)

    const problems: Problems = {}
    if (values.pseudonym === '') problems['pseudonym'] = join.pseudonymMissing
    if (passphrase.length < shortestPassphrase) problems['passphrase'] = join.passphraseShort
    if (!/^[A-Z]{2}$/.test(values.country)) problems['country'] = join.countryMissing
    if (!values.over16) problems['over16'] = join.over16Missing
    if (Object.keys(problems).length > 0) return refuse(problems, 422)

    const { code, pseudonym, country, over16 } = values
    const joined = await site.service.join(
      { code, pseudonym, passphrase, over16, rulesVersion: values.agreed, country },
      request.ip,
    )
    if (joined.ok) return goTo(reply, '/topics?welcome=1', joined.setCookie)
    return refuse(problemsOf(joined, ['pseudonym', 'passphrase', 'country', 'over16']), statusOf(joined))
  })

  app.get('/sign-in', async (request, reply) => {
    const next = safePath(queryText(request, 'next'), '/topics')
    const here = await visit(site, request)
    if (here.viewer) return goTo(reply, next)
    const { signIn } = here.words
    const notice = queryText(request, 'out') ? signIn.signedOut : queryText(request, 'next') ? signIn.needed : null
    return sendPage(
      here,
      reply,
      { title: signIn.title },
      <SignIn here={here} pseudonym="" next={next} notice={notice} problems={{}} />,
    )
  })

  app.post('/sign-in', async (request, reply) => {
    const form = readForm(request)
    const pseudonym = form.text('pseudonym').trim()
    const passphrase = form.text('passphrase')
    const next = safePath(form.text('next'), '/topics')
    const here = await visit(site, request)
    const { signIn } = here.words
    const refuse = (problems: Problems, status: number) =>
      sendPage(
        here,
        reply,
        { title: signIn.title, status },
        <SignIn here={here} pseudonym={pseudonym} next={next} notice={null} problems={problems} />,
      )
    const problems: Problems = {}
    if (pseudonym === '') problems['pseudonym'] = signIn.missingName
    if (passphrase === '') problems['passphrase'] = signIn.missingPassphrase
    if (Object.keys(problems).length > 0) return refuse(problems, 422)
    const signed = await site.service.signIn({ pseudonym, passphrase }, request.ip)
    if (signed.ok) return goTo(reply, next, signed.setCookie)
    return refuse(problemsOf(signed, ['pseudonym', 'passphrase']), statusOf(signed))
  })

  /** A stale token here means an old page: the button is shown again, nobody is signed out by another site. */
  app.post('/sign-out', async (request, reply) => {
    if (!formFits(request, readForm(request).text('token'))) return goTo(reply, '/')
    const { setCookie } = await site.service.signOut(headersOf(request))
    return goTo(reply, '/sign-in?out=1', setCookie)
  })
}

/** A form that another site sent is refused before anything is read from it. */
export function refuseForeignForms(site: Site, refuse: (request: FastifyRequest, reply: FastifyReply) => FastifyReply) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> =>
    request.method === 'POST' && !fromOwnPage(request) ? refuse(request, reply) : undefined
}
