/**
 * What the members' pages (`src/web`) need of the community API. `src/api` implements it, `src/web` renders it: neither
 * imports the other; the API's composition root joins them.
 */
import type { SignpostedService } from './directory'
import type { MemberId, PostId, TopicId } from './ids'
import type { PostIntent, PostState, ReasonCode, ReportReason } from './review'

export type Viewer = {
  id: MemberId
  pseudonym: string
  country: string | null
  rulesVersion: string
  /** A restriction in force: the member reads but cannot write until then. */
  restrictedUntil: string | null
  /** Id of the house rule (resources/house-rules.json) that the restriction rests on. */
  restrictedRule?: string | null
}

/** Errors are values: each becomes a sentence beside the field it concerns. `field` is null for the whole form. */
export type Refusal = { ok: false; field: string | null; code: string; message: string; retryAfterMs?: number }
export type Result<T> = ({ ok: true } & T) | Refusal

export type TopicView = { id: TopicId; slug: string; name: string; description: string; lastAt: string | null }

export type PostView = {
  id: PostId
  thread: PostId
  kind: 'post' | 'comment'
  title: string | null
  /** As the viewer may see it: redactions applied; empty when removed and the viewer is not the author. */
  text: string
  intent: PostIntent | null
  at: string
  editedAt: string | null
  author: { pseudonym: string; staff: boolean; mine: boolean }
  /** Others see only `live` and `changed`; the author sees the true state. */
  state: PostState
  contentNote: string | null
  /** Why it was held, changed or removed: reason code and, if a Guide wrote one, their own words. Author only. */
  why: { reason: ReasonCode; words: string | null; rule: string | null } | null
  topic: { slug: string; name: string }
  comments: number
}

export type MessageView = { id: string; from: string; fromStaff: boolean; body: string; at: string; readAt: string | null; /** The thread that it is about. */ about: PostId | null; /** Services that a Guide pointed to, as they were then. */ services: SignpostedService[]; own?: OwnMessage }

/** Of an own message: `waiting` until a Guide has read it. Absent for what a Guide wrote. */
export type OwnMessage = { waiting: boolean }

/** The line at Ask a Wall Guide. Nothing in it is a promise. */
export type AskingView = {
  /** An own message waits for a Guide. */
  waiting: boolean
  /** How many members stand before the viewer, or would if they asked now. */
  before: number
  /** A Guide was at work within the last half hour. */
  guideSeen: boolean
}

/** A post that somebody wants to report, as they see it, and why it cannot be, if so. */
export type Reportable = { post: PostView; why: 'own' | 'guide' | 'removed' | 'reported' | null }

/** A report as its writer sees it: nothing of who read it and why they decided so. `thread` is null when it can no longer be opened. */
export type ReportView = {
  id: string
  at: string
  reason: ReportReason
  words: string
  status: 'reading' | 'changed' | 'left'
  kind: 'post' | 'comment'
  topic: { slug: string; name: string }
  thread: PostId | null
  post: PostId
}

export type NewReport = { post: PostId; reason: string; words: string }
export type NewAsk = { text: string; key: string }

export type NewPost = { topic: string; title: string; text: string; intent: PostIntent | null; /** Client-made key: the same form sent twice makes one post. */ key: string }
export type NewComment = { thread: PostId; text: string; key: string }

/** Longest text of a post or comment, in characters. */
export const maxPostLength = 20_000
export const maxTitleLength = 120
/** What may be said to a report, in characters. */
export const maxReportLength = 2_000

export interface CommunityService {
  /** The member behind a session cookie, or null. */
  viewer(headers: Headers): Promise<Viewer | null>
  checkAccessCode(code: string, address: string): Promise<Result<{ partner: string }>>
  /** Makes the account and signs in: `setCookie` values go to the browser as they are. */
  join(input: { code: string; pseudonym: string; passphrase: string; over16: boolean; rulesVersion: string; country: string }, address: string): Promise<Result<{ setCookie: string[] }>>
  suggestPseudonym(): Promise<string>
  signIn(input: { pseudonym: string; passphrase: string }, address: string): Promise<Result<{ setCookie: string[] }>>
  signOut(headers: Headers): Promise<{ setCookie: string[] }>
  agreeToRules(viewer: Viewer, version: string): Promise<void>

  topics(): Promise<TopicView[]>
  /** Newest activity first; `before` is the `next` of the page before. At most 20. */
  threads(viewer: Viewer, topicSlug: string, before: string | null): Promise<{ topic: TopicView; posts: PostView[]; next: string | null } | null>
  /** First post and comments, oldest first, 50 a page. Null when it does not exist for this viewer. */
  thread(viewer: Viewer, thread: PostId, page: number): Promise<{ first: PostView; comments: PostView[]; page: number; pages: number } | null>
  myPosts(viewer: Viewer, before: string | null): Promise<{ posts: PostView[]; next: string | null }>
  post(viewer: Viewer, input: NewPost): Promise<Result<{ post: PostView }>>
  comment(viewer: Viewer, input: NewComment): Promise<Result<{ post: PostView }>>
  /** Both sides of the conversation with the Guides, newest first. */
  messages(viewer: Viewer): Promise<MessageView[]>
  /** A message to the Guides. Also for members who are restricted. */
  ask(viewer: Viewer, input: NewAsk): Promise<Result<{ id: string }>>
  asking(viewer: Viewer): Promise<AskingView>
  /** Null when it does not exist for this viewer. */
  reportable(viewer: Viewer, post: PostId): Promise<Reportable | null>
  /** `already`: this member had reported it, and it is still being read. */
  report(viewer: Viewer, input: NewReport): Promise<Result<{ already: boolean }>>
  myReports(viewer: Viewer): Promise<ReportView[]>
  markMessagesRead(viewer: Viewer): Promise<void>
  unreadMessages(viewer: Viewer): Promise<number>

  /**
   * Calls back when something that this viewer can see may have changed (their own post's state, a message, a thread they
   * look at), across all API processes. Only a hint: the page then fetches afresh. Returns the unsubscribe function.
   */
  onChange(viewer: Viewer, listener: (hint: { thread: PostId | null; message: boolean }) => void): () => void
}
