/** Reading and writing: topics, threads, one's own posts. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { maxTitleLength } from '#contract/community'
import { PostId } from '#contract/ids'
import { PostIntent } from '#contract/review'
import { formKey, problemsOf, readForm, statusOf, type Problems } from '../form'
import { Thread, type ThreadData } from '../pages/thread'
import { Mine, Topic, Topics } from '../pages/topics'
import { NewPostPage, type PostValues } from '../pages/write'
import { goTo, memberVisit, sendPage, type MemberVisit, type Site } from '../web'
import { queryText } from './door'
import { formLimit, keepWords, mayWrite, notStored, slowDown, textProblem, visitToWrite } from './sending'

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
