/** A small community in memory: the same promises as the real service, for rendering and for driving the pages. */
import { uuidv7 } from 'uuidv7'
import type { CommunityService, MessageView, NewPost, PostView, Refusal, ReportView, TopicView, Viewer } from '#contract/community'
import type { MemberId, PostId, TopicId } from '#contract/ids'
import { ReportReason } from '#contract/review'

type Row = PostView & { by: MemberId; key: string; trueState: PostView['state'] }
type Listener = { viewer: Viewer; listener: (hint: { thread: PostId | null; message: boolean }) => void }

export type MemoryCommunity = CommunityService & {
  member(pseudonym: string, changes?: Partial<Viewer>): { viewer: Viewer; cookie: string }
  seed(by: Viewer, topic: string, title: string, text: string, changes?: Partial<PostView>): PostView
  answer(by: Viewer, thread: PostId, text: string, changes?: Partial<PostView>): PostView
  /** What a Guide's decision does to a post. */
  decide(post: PostId, changes: Partial<PostView>): void
  write(to: Viewer, message: Partial<MessageView> & { body: string }): void
  change(viewer: Viewer, changes: Partial<Viewer>): void
  posts: Row[]
  reports: Array<ReportView & { by: MemberId }>
  guideSeen: boolean
  listeners: Set<Listener>
}

export const accessCode = 'MAPLE-2026'
export const rulesVersion = '2026-11'

export function memoryCommunity(now: () => Date = () => new Date()): MemoryCommunity {
  const topics: TopicView[] = [
    ['everyday', 'Everyday life', 'The small and large things of a day.'],
    ['anxiety', 'Anxiety', 'Worry, panic, and what takes the edge off.'],
    ['low-mood', 'Low mood', 'When everything is grey or heavy.'],
    ['wins', 'Small wins', 'Something went a little better than before.'],
  ].map(([slug = '', name = '', description = '']) => ({ id: uuidv7() as TopicId, slug, name, description, lastAt: null }))
  const members = new Map<string, { viewer: Viewer; passphrase: string }>()
  const sessions = new Map<string, string>()
  const posts: Row[] = []
  const letters: Array<MessageView & { to: MemberId }> = []
  const reports: Array<ReportView & { by: MemberId }> = []
  const listeners = new Set<Listener>()
  const refusal = (field: string | null, code: string, message: string): Refusal => ({ ok: false, field, code, message })
  const tell = (thread: PostId | null, message = false): void =>
    listeners.forEach(({ listener }) => listener({ thread, message }))
  const open = (pseudonym: string): string => {
    const token = uuidv7()
    sessions.set(token, pseudonym)
    return `wg.session_token=${token}`
  }
  const seenBy = (viewer: Viewer, row: Row): PostView | null => {
    const { by, key: _key, trueState, ...post } = row
    const mine = by === viewer.id
    if (!mine && (trueState === 'held' || (trueState === 'removed' && row.kind === 'post'))) return null
    const comments = posts.filter((one) => one.thread === row.id && one.kind === 'comment').length
    return {
      ...post,
      comments,
      author: { ...post.author, mine },
      state: mine || trueState === 'changed' || trueState === 'removed' ? trueState : 'live',
      text: trueState === 'removed' && !mine ? '' : post.text,
      why: mine ? post.why : null,
    }
  }
  const add = (
    by: Viewer,
    topic: TopicView,
    kind: 'post' | 'comment',
    thread: PostId | null,
    input: Partial<NewPost> & { text: string },
  ): Row => {
    const id = uuidv7() as PostId
    const row: Row = {
      id,
      thread: thread ?? id,
      kind,
      title: input.title ?? null,
      text: input.text,
      intent: input.intent ?? null,
      at: now().toISOString(),
      editedAt: null,
      author: { pseudonym: by.pseudonym, staff: false, mine: true },
      state: 'live',
      trueState: 'live',
      contentNote: null,
      why: null,
      topic: { slug: topic.slug, name: topic.name },
      comments: 0,
      by: by.id,
      key: input.key ?? uuidv7(),
    }
    posts.push(row)
    topic.lastAt = row.at
    tell(row.thread)
    return row
  }
  const apply = (row: Row, changes: Partial<PostView>): PostView => {
    Object.assign(row, changes, { trueState: changes.state ?? row.trueState })
    return row
  }
  const topicOf = (slug: string): TopicView => {
    const topic = topics.find((one) => one.slug === slug)
    if (!topic) throw new Error(`no topic ${slug}`)
    return topic
  }

  const community: MemoryCommunity = {
    posts,
    listeners,
    reports,
    guideSeen: true,
    member(pseudonym, changes = {}) {
      const viewer: Viewer = {
        id: uuidv7() as MemberId,
        pseudonym,
        country: 'GB',
        rulesVersion,
        restrictedUntil: null,
        ...changes,
      }
      members.set(pseudonym, { viewer, passphrase: 'correct horse battery' })
      return { viewer, cookie: open(pseudonym) }
    },
    seed: (by, topic, title, text, changes = {}) =>
      apply(add(by, topicOf(topic), 'post', null, { title, text, intent: changes.intent ?? null }), changes),
    answer(by, thread, text, changes = {}) {
      const first = posts.find(({ id }) => id === thread)
      return apply(add(by, topicOf(first?.topic.slug ?? ''), 'comment', thread, { text }), changes)
    },
    decide(post, changes) {
      const row = posts.find(({ id }) => id === post)
      if (row) apply(row, changes)
      tell(row?.thread ?? null)
    },
    write(to, message) {
      letters.push({
        id: uuidv7(),
        from: 'Wall Guide Robin',
        fromStaff: true,
        at: now().toISOString(),
        readAt: null,
        about: null,
        services: [],
        to: to.id,
        ...message,
      })
      tell(null, true)
    },
    change(viewer, changes) {
      const member = members.get(viewer.pseudonym)
      if (member) member.viewer = { ...member.viewer, ...changes }
    },
    async viewer(headers) {
      const token = /wg\.session_token=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1]
      return members.get(sessions.get(token ?? '') ?? '')?.viewer ?? null
    },
    async checkAccessCode(code) {
      return code === accessCode
        ? { ok: true, partner: 'Maple University' }
        : refusal('code', 'invalid', 'We do not know this code. Please check it, letter by letter.')
    },
    async join(input) {
      if (members.has(input.pseudonym))
        return refusal('pseudonym', 'conflict', 'Somebody here already has this name. Please choose another one.')
      const { viewer } = community.member(input.pseudonym, { country: input.country, rulesVersion: input.rulesVersion })
      members.set(viewer.pseudonym, { viewer, passphrase: input.passphrase })
      return { ok: true, setCookie: [`${open(viewer.pseudonym)}; Path=/; HttpOnly; SameSite=Lax`] }
    },
    suggestPseudonym: async () => 'Quiet Heron',
    async signIn({ pseudonym, passphrase }) {
      if (passphrase === 'too often')
        return {
          ok: false,
          field: null,
          code: 'too_many',
          message: 'Too many tries. Please wait a minute.',
          retryAfterMs: 60_000,
        }
      if (members.get(pseudonym)?.passphrase !== passphrase)
        return refusal(null, 'wrong', 'Name and passphrase do not fit together. Please try again.')
      return { ok: true, setCookie: [`${open(pseudonym)}; Path=/; HttpOnly; SameSite=Lax`] }
    },
    async signOut(headers) {
      sessions.delete(/wg\.session_token=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '')
      return { setCookie: ['wg.session_token=; Path=/; Max-Age=0'] }
    },
    agreeToRules: async (viewer, version) => community.change(viewer, { rulesVersion: version }),
    topics: async () => topics,
    async threads(viewer, slug, before) {
      const topic = topics.find((one) => one.slug === slug)
      if (!topic) return null
      const all = posts
        .filter((row) => row.kind === 'post' && row.topic.slug === slug)
        .reverse()
        .flatMap((row) => seenBy(viewer, row) ?? [])
      const start = before ? all.findIndex(({ id }) => id === before) + 1 : 0
      const page = all.slice(start, start + 20)
      return { topic, posts: page, next: all.length > start + 20 ? (page.at(-1)?.id ?? null) : null }
    },
    async thread(viewer, thread, page) {
      const row = posts.find(({ id, kind }) => id === thread && kind === 'post')
      const first = row && seenBy(viewer, row)
      if (!first) return null
      const comments = posts
        .filter((one) => one.kind === 'comment' && one.thread === thread)
        .flatMap((one) => seenBy(viewer, one) ?? [])
      return {
        first,
        comments: comments.slice((page - 1) * 50, page * 50),
        page,
        pages: Math.max(1, Math.ceil(comments.length / 50)),
      }
    },
    async myPosts(viewer) {
      return {
        posts: posts
          .filter(({ by }) => by === viewer.id)
          .reverse()
          .flatMap((row) => seenBy(viewer, row) ?? []),
        next: null,
      }
    },
    async post(viewer, input) {
      const same = posts.find(({ key }) => key === input.key)
      const row = same ?? add(viewer, topicOf(input.topic), 'post', null, input)
      return { ok: true, post: row }
    },
    async comment(viewer, input) {
      const first = posts.find(({ id }) => id === input.thread)
      if (!first) return refusal(null, 'thread_gone', 'That post is no longer there.')
      const same = posts.find(({ key }) => key === input.key)
      return { ok: true, post: same ?? add(viewer, topicOf(first.topic.slug), 'comment', input.thread, input) }
    },
    async ask(viewer, input) {
      const id = uuidv7()
      const own = { id, from: viewer.pseudonym, fromStaff: false, body: input.text, at: now().toISOString(), readAt: now().toISOString(), about: null, services: [] }
      letters.push({ ...own, own: { waiting: true }, to: viewer.id })
      tell(null, true)
      return { ok: true, id }
    },
    async asking(viewer) {
      const waiting = letters.filter(({ own }) => own?.waiting)
      const first = waiting.findIndex(({ to }) => to === viewer.id)
      const before = new Set(waiting.slice(0, first < 0 ? waiting.length : first).map(({ to }) => to))
      return { waiting: first >= 0, before: before.size, guideSeen: community.guideSeen }
    },
    async reportable(viewer, id) {
      const row = posts.find((one) => one.id === id)
      const post = row && seenBy(viewer, row)
      if (!row || !post) return null
      const reported = reports.some((one) => one.by === viewer.id && one.post === id && one.status === 'reading')
      const why = post.author.mine ? 'own' : post.author.staff ? 'guide' : row.trueState === 'removed' ? 'removed' : reported ? 'reported' : null
      return { post, why }
    },
    async report(viewer, input) {
      const about = await community.reportable(viewer, input.post)
      if (!about || (about.why !== null && about.why !== 'reported')) return refusal(null, 'gone', 'There is nothing to report here.')
      if (about.why === 'reported') return { ok: true, already: true }
      const { thread, kind, topic } = about.post
      const reason = ReportReason.parse(input.reason)
      reports.unshift({ id: uuidv7(), at: now().toISOString(), reason, words: input.words, status: 'reading', kind, topic, thread, post: input.post, by: viewer.id })
      return { ok: true, already: false }
    },
    myReports: async (viewer) => reports.filter(({ by }) => by === viewer.id),
    messages: async (viewer) => letters.filter(({ to }) => to === viewer.id).map((letter) => ({ ...letter })),
    async markMessagesRead(viewer) {
      for (const letter of letters) if (letter.to === viewer.id) letter.readAt ??= now().toISOString()
    },
    unreadMessages: async (viewer) => letters.filter(({ to, readAt }) => to === viewer.id && !readAt).length,
    onChange(viewer, listener) {
      const entry = { viewer, listener }
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
  }
  return community
}
