/** Reading and writing: topics, threads, one's own posts, messages. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { maxPostLength, maxTitleLength } from '#contract/community'
import { PostId } from '#contract/ids'
import { PostIntent } from '#contract/review'
import { formKey, problemsOf, readForm, statusOf, type Form, type Problems } from '../form'
import { Messages } from '../pages/messages'
import { Thread, type ThreadData } from '../pages/thread'
import { Mine, Topic, Topics } from '../pages/topics'
import { KeptWords, NewPostPage, type PostValues } from '../pages/write'
import { formFits, goTo, memberVisit, sendPage, strangerVisit, visit, type MemberVisit, type Site, type Visit } from '../web'
import { queryText } from './door'
import { traceOf } from './trouble'

/**
 * Room for 200,000 characters of any script: a text that is too long comes back to its author with a sentence instead of
 * being lost in a refusal that never read it.
 */
const formLimit = 2 * 1024 * 1024

type NotFound = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

export function talkRoutes(app: FastifyInstance, site: Site, notFound: NotFound): void {
  app.get('/topics', async (request, reply) => {
    const here = await memberVisit(site, request, reply)
    if (!here) return reply
    const { words } = here
    const notice = queryText(request, 'welcome') ? words.join.joined(here.viewer.pseudonym) : null
    return sendPage(
      here,
      reply,
      { title: words.topics.title },
      <Topics here={here} topics={await site.service.topics()} notice={notice} />,
    )
  })

  app.get<{ Params: { slug: string } }>('/topics/:slug', async (request, reply) => {
    const here = await memberVisit(site, request, reply)
    if (!here) return reply
    const before = queryText(request, 'before') || null
    const found = await site.service.threads(here.viewer, request.params.slug, before)
    if (!found) return notFound(request, reply)
    return sendPage(here, reply, { title: found.topic.name, live: '' }, <Topic here={here} {...found} first={before === null} />)
  })

  app.get<{ Params: { slug: string } }>('/topics/:slug/new', async (request, reply) => {
    const here = await memberVisit(site, request, reply)
    if (!here) return reply
    const topic = (await site.service.topics()).find(({ slug }) => slug === request.params.slug)
    if (!topic) return notFound(request, reply)
    const values = { title: '', text: '', intent: '', key: formKey() }
    return sendPage(
      here,
      reply,
      { title: here.words.write.title(topic.name) },
      <NewPostPage here={here} topic={topic} values={values} problems={{}} />,
    )
  })

  app.post<{ Params: { slug: string } }>('/topics/:slug/new', { bodyLimit: formLimit }, async (request, reply) => {
    const form = readForm(request)
    const values = {
      title: form.text('title').trim(),
      text: form.text('text').trim(),
      intent: form.text('intent'),
      key: form.text('key') || formKey(),
    }
    const { slug } = request.params
    const here = await visitToWrite(site, request, reply, `/topics/${slug}/new`, values)
    if (!here) return reply
    const topic = (await site.service.topics()).find((one) => one.slug === slug)
    if (!topic) return keepWords(here, reply, '/topics', values, 'gone')
    const { write } = here.words
    const gate = await mayWrite(site, here, request, form)
    const problems: Problems = { ...gate.problems }
    if (values.title === '') problems['title'] = write.titleMissing
    else if (values.title.length > maxTitleLength) problems['title'] = write.titleLong(maxTitleLength)
    Object.assign(problems, textProblem(here, values.text))
    const refuse = (found: Problems, status: number) =>
      sendPage(
        here,
        reply,
        { title: write.title(topic.name), status },
        <NewPostPage here={here} topic={topic} values={values} problems={found} agree={gate.agree} />,
      )
    if (Object.keys(problems).length > 0) return refuse(problems, gate.status)
    const intent = PostIntent.safeParse(values.intent)
    const input = {
      topic: slug,
      title: values.title,
      text: values.text,
      intent: intent.success ? intent.data : null,
      key: values.key,
    }
    const posted = await site.service.post(gate.viewer, input).catch((error: unknown) => notStored(request, error))
    if (posted === null) return refuse({ '': write.notStored }, 503)
    slowDown(reply, posted)
    if (posted.ok) return goTo(reply, `/threads/${posted.post.id}`)
    return refuse(problemsOf(posted, ['title', 'text', 'intent']), statusOf(posted))
  })

  app.get<{ Params: { id: string } }>('/threads/:id', async (request, reply) => {
    const here = await memberVisit(site, request, reply)
    if (!here) return reply
    const data = await readThread(site, here, request.params.id, pageNumber(queryText(request, 'page')))
    if (!data) return notFound(request, reply)
    return sendThread(here, reply, data, { text: '', key: formKey() }, {}, 200, false)
  })

  app.post<{ Params: { id: string } }>('/threads/:id', { bodyLimit: formLimit }, async (request, reply) => {
    const form = readForm(request)
    const values: PostValues = { title: '', text: form.text('text').trim(), intent: '', key: form.text('key') || formKey() }
    const { id } = request.params
    const here = await visitToWrite(site, request, reply, `/threads/${id}`, values)
    if (!here) return reply
    const gate = await mayWrite(site, here, request, form)
    const problems: Problems = { ...gate.problems, ...textProblem(here, values.text) }
    const refuse = async (found: Problems, status: number) => {
      const data = await readThread(site, here, id, 1)
      return data
        ? sendThread(here, reply, data, values, found, status, gate.agree)
        : keepWords(here, reply, '/topics', values, 'gone')
    }
    if (Object.keys(problems).length > 0) return refuse(problems, gate.status)
    const thread = PostId.safeParse(id)
    if (!thread.success) return keepWords(here, reply, '/topics', values, 'gone')
    const input = { thread: thread.data, text: values.text, key: values.key }
    const answered = await site.service.comment(gate.viewer, input).catch((error: unknown) => notStored(request, error))
    if (answered === null) return refuse({ '': here.words.write.notStored }, 503)
    slowDown(reply, answered)
    if (!answered.ok) return refuse(problemsOf(answered, ['text']), statusOf(answered))
    const pages = (await site.service.thread(here.viewer, thread.data, 1))?.pages ?? 1
    return goTo(reply, `/threads/${id}${pages > 1 ? `?page=${pages}` : ''}#c-${answered.post.id}`)
  })

  app.get('/mine', async (request, reply) => {
    const here = await memberVisit(site, request, reply)
    if (!here) return reply
    const before = queryText(request, 'before') || null
    const { posts, next } = await site.service.myPosts(here.viewer, before)
    return sendPage(
      here,
      reply,
      { title: here.words.mine.title, live: '' },
      <Mine here={here} posts={posts} next={next} first={before === null} />,
    )
  })

  app.get('/messages', async (request, reply) => {
    const here = await memberVisit(site, request, reply)
    if (!here) return reply
    const messages = await site.service.messages(here.viewer)
    // A page fetched ahead by the browser, or a fragment that waits to be shown, has not been seen by anyone.
    const seen = !request.headers['sec-purpose'] && !request.headers['x-fragment']
    if (here.unread && seen) await site.service.markMessagesRead(here.viewer)
    return sendPage(
      { ...here, unread: here.unread && !seen },
      reply,
      { title: here.words.messages.title, live: '' },
      <Messages here={here} messages={messages} />,
    )
  })
}

/**
 * Who sends this form. Null when the answer is on its way already: signed out meanwhile, or the community cannot be asked;
 * either way with the words that were written.
 */
async function visitToWrite(
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
function notStored(request: FastifyRequest, error: unknown): null {
  request.log.error(traceOf(error), 'a form could not be stored')
  return null
}

function slowDown(reply: FastifyReply, result: { ok: boolean; retryAfterMs?: number }): void {
  if (result.retryAfterMs !== undefined) reply.header('retry-after', String(Math.ceil(result.retryAfterMs / 1000)))
}

const pageNumber = (text: string): number => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1)

async function readThread(site: Site, here: MemberVisit, id: string, page: number): Promise<ThreadData | null> {
  const thread = PostId.safeParse(id)
  return thread.success ? site.service.thread(here.viewer, thread.data, page) : null
}

function sendThread(
  here: MemberVisit,
  reply: FastifyReply,
  data: ThreadData,
  values: { text: string; key: string },
  problems: Problems,
  status: number,
  agree: boolean,
): FastifyReply {
  const title = data.first.title ?? data.first.topic.name
  return sendPage(
    here,
    reply,
    { title, status, live: data.first.id },
    <Thread here={here} data={data} values={values} problems={problems} agree={agree} />,
  )
}

function textProblem(here: MemberVisit, text: string): Problems {
  const { write } = here.words
  if (text === '') return { text: write.textMissing }
  return text.length > maxPostLength ? { text: write.textLong(text.length, maxPostLength) } : {}
}

/** May this member write now, with this form? A tick for changed rules in the same form is taken at its word. */
async function mayWrite(
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
function keepWords(
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
