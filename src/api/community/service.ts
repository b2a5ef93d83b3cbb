/** The port that the members' pages use, on the database. */
import type { CommunityService, Viewer } from '#contract/community'
import type { Announcement, Hint } from '../sync/head'
import * as asking from './asking'
import * as members from './members'
import * as reading from './reading'
import * as reports from './reports'
import * as writing from './writing'

export type ServiceDeps = members.MemberDeps & writing.WritingDeps & { onAnnouncement: (listener: (a: Announcement) => void) => () => void }

export function communityService(deps: ServiceDeps): CommunityService {
  const { database, now } = deps
  return {
    viewer: (headers) => members.viewer(deps, headers),
    checkAccessCode: async (code, address) => {
      const result = await members.checkAccessCode(deps, code, address)
      return result.ok ? { ok: true, partner: result.partner } : result
    },
    join: (input, address) => members.join(deps, input, address),
    suggestPseudonym: () => members.suggestPseudonym(deps),
    signIn: (input, address) => members.signIn(deps, input, address),
    signOut: (headers) => members.signOut(deps, headers),
    agreeToRules: async (viewer, version) => {
      await members.agreeToRules(database, viewer, version, now())
    },
    topics: () => reading.topics(database),
    threads: (viewer, slug, before) => reading.threads(database, viewer, slug, before),
    thread: (viewer, id, page) => reading.thread(database, viewer, id, page),
    myPosts: (viewer, before) => reading.myPosts(database, viewer, before),
    post: (viewer, input) => writing.post(deps, viewer, input),
    comment: (viewer, input) => writing.comment(deps, viewer, input),
    ask: (viewer, input) => asking.ask(deps, viewer, input),
    asking: (viewer) => asking.asking(database, viewer, now()),
    reportable: (viewer, post) => reports.reportable(database, viewer, post),
    report: (viewer, input) => reports.report(deps, viewer, input),
    myReports: (viewer) => reports.myReports(database, viewer),
    messages: (viewer) => reading.messages(database, viewer),
    markMessagesRead: async (viewer) => {
      await reading.markMessagesRead(database, viewer, now())
    },
    unreadMessages: (viewer) => reading.unreadMessages(database, viewer),
    onChange: (viewer, listener) =>
      deps.onAnnouncement(({ seq, hints }) => {
        // After a broken line nobody knows what was missed: fetch everything afresh.
        if (seq === null && hints.length === 0) listener({ thread: null, message: true })
        for (const hint of hints) if (concerns(hint, viewer)) listener({ thread: hint.thread as PostHint, message: hint.message })
      }),
  }
}

type PostHint = Parameters<Parameters<CommunityService['onChange']>[1]>[0]['thread']
const concerns = (hint: Hint, viewer: Viewer): boolean => hint.member === null || hint.member === viewer.id
