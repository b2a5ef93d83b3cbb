/** Reading and writing: topics, threads, one's own posts, messages. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { maxPostLength, maxTitleLength } from '#contract/community'
import { PostId } from '#contract/ids'
import { PostIntent } from '#contract/review'
import { formKey, problemsOf, readForm, statusOf, type Form, type Problems } from '../form'
import { Messages } from '../pages/messages'
import { KeptWords, Mine, NewPostPage, Thread, Topic, Topics, type PostValues, type ThreadData } from '../pages/talk'
import { formFits, goTo, memberVisit, sendPage, visit, type MemberVisit, type Site, type Visit } from '../web'
import { queryText } from './door'

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
    return sendPage(here, reply, { title: words.topics.title }, <Topics here={here} topics={await site.service.topics()} notice={notice} />)
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
    return sendPage(here, reply, { title: here.words.write.title(topic.name) }, <NewPostPage here={here} topic={topic} values={values} problems={{}} />)
  })

  app.post<{ Params: { slug: string } }>('/topics/:slug/new', { bodyLimit: formLimit }, async (request, reply) => {
    const here = await visit(site, request)
    const form = readForm(request)
    const values = { title: form.text('title').trim(), text: form.text('text').trim(), intent: form.text('intent'), key: form.text('key') || formKey() }
    const { slug } = request.params
    if (!isMember(here)) return keepWords(here, reply, `/topics/${slug}/new`, values, 'signedOut')
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
    const posted = await site.service.post(gate.viewer, {
      topic: slug, title: values.title, text: values.text, intent: intent.success ? intent.data : null, key: values.key,
    })
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
    const here = await visit(site, request)
    const form = readForm(request)
    const values: PostValues = { title: '', text: form.text('text').trim(), intent: '', key: form.text('key') || formKey() }
    const { id } = request.params
    if (!isMember(here)) return keepWords(here, reply, `/threads/${id}`, values, 'signedOut')
    const gate = await mayWrite(site, here, request, form)
    const problems: Problems = { ...gate.problems, ...textProblem(here, values.text) }
    const refuse = async (found: Problems, status: number) => {
      const data = await readThread(site, here, id, 1)
      return data ? sendThread(here, reply, data, values, found, status, gate.agree) : keepWords(here, reply, '/topics', values, 'gone')
    }
    if (Object.keys(problems).length > 0) return refuse(problems, gate.status)
    const thread = PostId.safeParse(id)
    if (!thread.success) return keepWords(here, reply, '/topics', values, 'gone')
    const answered = await site.service.comment(gate.viewer, { thread: thread.data, text: values.text, key: values.key })
    if (!answered.ok) return answered.code === 'not_found' ? keepWords(here, reply, '/topics', values, 'gone') : refuse(problemsOf(answered, ['text']), statusOf(answered))
    const pages = (await site.service.thread(here.viewer, thread.data, 1))?.pages ?? 1
    return goTo(reply, `/threads/${id}${pages > 1 ? `?page=${pages}` : ''}#c-${answered.post.id}`)
  })

  app.get('/mine', async (request, reply) => {
    const here = await memberVisit(site, request, reply)
    if (!here) return reply
    const before = queryText(request, 'before') || null
    const { posts, next } = await site.service.myPosts(here.viewer, before)
    return sendPage(here, reply, { title: here.words.mine.title, live: '' }, <Mine here={here} posts={posts} next={next} first={before === null} />)
  })

  app.get('/messages', async (request, reply) => {
    const here = await memberVisit(site, request, reply)
    if (!here) return reply
    const messages = await site.service.messages(here.viewer)
    // A page fetched ahead by the browser, or a fragment that waits to be shown, has not been seen by anyone.
    const seen = !request.headers['sec-purpose'] && !request.headers['x-fragment']
    if (here.unread && seen) await site.service.markMessagesRead(here.viewer)
    return sendPage({ ...here, unread: here.unread && !seen }, reply, { title: here.words.messages.title, live: '' }, <Messages here={here} messages={messages} />)
  })
}

const isMember = (here: Visit): here is MemberVisit => here.viewer !== null

const pageNumber = (text: string): number => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1)

async function readThread(site: Site, here: MemberVisit, id: string, page: number): Promise<ThreadData | null> {
  const thread = PostId.safeParse(id)
  return thread.success ? site.service.thread(here.viewer, thread.data, page) : null
}

function sendThread(
  here: MemberVisit, reply: FastifyReply, data: ThreadData, values: { text: string; key: string }, problems: Problems, status: number, agree: boolean,
): FastifyReply {
  const title = data.first.title ?? data.first.topic.name
  return sendPage(here, reply, { title, status, live: data.first.id }, <Thread here={here} data={data} values={values} problems={problems} agree={agree} />)
}

function textProblem(here: MemberVisit, text: string): Problems {
  const { write } = here.words
  if (text === '') return { text: write.textMissing }
  return text.length > maxPostLength ? { text: write.textLong(text.length, maxPostLength) } : {}
}

/** May this member write now, with this form? A tick for changed rules in the same form is taken at its word. */
async function mayWrite(
  site: Site, here: MemberVisit, request: FastifyRequest, form: Form,
): Promise<{ problems: Problems; agree: boolean; status: number; viewer: MemberVisit['viewer'] }> {
  const { words, viewer } = here
  if (!formFits(request, form.text('token'))) return { problems: { '': words.form.stale }, agree: false, status: 403, viewer }
  if (viewer.restrictedUntil) return { problems: { '': words.restricted.kept }, agree: false, status: 403, viewer }
  if (viewer.rulesVersion !== site.rules.version) {
    if (form.text('agree') !== site.rules.version) return { problems: { '': words.rules.agreeHere }, agree: true, status: 422, viewer }
    await site.service.agreeToRules(viewer, site.rules.version)
    return { problems: {}, agree: false, status: 422, viewer: { ...viewer, rulesVersion: site.rules.version } }
  }
  return { problems: {}, agree: false, status: 422, viewer }
}

/** Whatever happened meanwhile, words that somebody wrote come back to them. */
function keepWords(here: Visit, reply: FastifyReply, action: string, values: PostValues, because: 'signedOut' | 'gone'): FastifyReply {
  const signedOut = because === 'signedOut'
  return sendPage(
    here,
    reply,
    { title: here.words.kept.title, status: signedOut ? 401 : 404 },
    <KeptWords here={here} action={action} values={values} sentence={here.words.kept[because]} signIn={signedOut} />,
  )
}
