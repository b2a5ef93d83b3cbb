/** The review queue: items, the actions a clinician can take, decisions and their outcomes. */
import { z } from 'zod'
import { DecisionId, DeviceId, Instant, ItemId, MemberId, PostId, StaffId, TopicId } from './ids'
import { Level, levels, type Level as LevelName } from './risk'

/** What the author sees of a post. `reading`: visible, a Guide is reading it. `held`: nobody but the author sees it. */
export const postStates = ['live', 'reading', 'held', 'changed', 'removed'] as const
export const PostState = z.enum(postStates)
export type PostState = z.infer<typeof PostState>

export const postIntents = ['listen', 'ideas', 'similar', 'small-win', 'hello'] as const
export const PostIntent = z.enum(postIntents)
export type PostIntent = z.infer<typeof PostIntent>

/**
 * Every verdict, in the order of the lightest-touch ladder (white paper: "monitor, observe and intervene only when
 * needed, and as lightly as possible").
 */
export const verdicts = [
  'no_action',
  'support_reply',
  'message',
  'signpost',
  'content_note',
  'redact',
  'hide',
  'watch',
  'ask_lead',
  'propose_removal',
  'propose_restriction',
  'escalate',
  'hand_on',
  'remove',
  'reopen',
] as const
export const Verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof Verdict>

const words = (max: number) => z.string().trim().min(1).max(max)

export const RedactionSpan = z.object({
  /** UTF-16 offsets into the item's text at the decided version. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  kind: z.enum(['method', 'identity', 'other']),
})
export type RedactionSpan = z.infer<typeof RedactionSpan>

/** What is done, with what that action needs. */
export const Action = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('no_action') }),
  z.object({ verdict: z.literal('support_reply'), body: words(5000) }),
  z.object({ verdict: z.literal('message'), body: words(5000) }),
  /** `services`: ids of the directory (contract/directory). The server keeps with the message what the member is shown of each. */
  z.object({ verdict: z.literal('signpost'), body: words(5000), services: z.array(z.string().max(80)).max(10) }),
  z.object({ verdict: z.literal('content_note'), contentNote: words(200) }),
  z.object({ verdict: z.literal('redact'), spans: z.array(RedactionSpan).min(1).max(100) }),
  z.object({ verdict: z.literal('hide') }),
  z.object({ verdict: z.literal('watch') }),
  z.object({ verdict: z.literal('ask_lead'), question: words(2000) }),
  z.object({ verdict: z.literal('propose_removal'), rule: words(40) }),
  z.object({ verdict: z.literal('propose_restriction'), rule: words(40), days: z.int().min(1).max(90) }),
  /** `to`: the colleague who is asked by name; without it, it is left to everybody of the next role. */
  z.object({ verdict: z.literal('escalate'), to: StaffId.optional() }),
  /** `to`: a named colleague; without one it goes back to the queue. */
  z.object({ verdict: z.literal('hand_on'), to: StaffId.optional() }),
  z.object({ verdict: z.literal('remove'), rule: words(40) }),
  /** Of a decided item: it is read and decided once more. What was done stays until then. */
  z.object({ verdict: z.literal('reopen') }),
])
export type Action = z.infer<typeof Action>

/** Why. Each reason has words for the clinician and, where the member's post changes, words for the member. */
export const reasonCodes = [
  'routine',
  'support',
  'risk-to-self',
  'risk-to-other',
  'risk-from-other',
  'safeguarding',
  'identifying-detail',
  'method-detail',
  'unkind',
  'off-topic-or-spam',
  'needs-second-look',
  'handing-on',
] as const
export const ReasonCode = z.enum(reasonCodes)
export type ReasonCode = z.infer<typeof ReasonCode>

export const Author = z.object({
  id: MemberId,
  pseudonym: z.string(),
  since: Instant,
  country: z.string().nullable(),
  /** Name of the partner organisation by which they joined. */
  partner: z.string().nullable().default(null),
})
export type Author = z.infer<typeof Author>

export const Lease = z.object({
  by: StaffId,
  name: z.string(),
  device: DeviceId,
  until: Instant,
  /** Kept on purpose for a supervisor to look at, with the holder's words why; longer than a usual lease. */
  held: z.object({ why: z.string() }).nullable().default(null),
})
export type Lease = z.infer<typeof Lease>

/** A note in clinical shape: what was seen, how great the risk is judged, what was done, and why that and not less. */
export const ClinicalNote = z.object({ concern: words(3000), risk: words(3000), action: words(3000), justification: words(3000) })
export type ClinicalNote = z.infer<typeof ClinicalNote>

export const DecisionSummary = z.object({
  id: DecisionId,
  verdict: Verdict,
  reason: ReasonCode,
  by: StaffId,
  name: z.string(),
  /** When the server applied it. */
  at: Instant,
  note: z.string(),
  clinical: ClinicalNote.optional(),
})
export type DecisionSummary = z.infer<typeof DecisionSummary>

export const itemKinds = [
  'content',
  'question',
  'proposal',
  'escalation',
  'handed-on',
  /** Read again on purpose after it was decided. */
  'reopened',
  /** A member reported the post. */
  'report',
  /** A member asks a Wall Guide; the post is their message. */
  'ask',
  /** A newcomer's first post that nobody has answered. */
  'newcomer',
  /** A risk item of a questionnaire. */
  'assessment',
  /** What a Guide promised a member is due. */
  'promise',
  /** A sampled item, judged again without sight of the first decision. */
  'second-review',
] as const
export const ItemKind = z.enum(itemKinds)
export type ItemKind = z.infer<typeof ItemKind>

/** Why a member reports a post. */
export const reportReasons = ['unkind', 'identity', 'detail', 'worried', 'contact', 'spam', 'other'] as const
export const ReportReason = z.enum(reportReasons)
export type ReportReason = z.infer<typeof ReportReason>

/** Why an item of its kind is in the queue. */
export const About = z.discriminatedUnion('of', [
  /** `snapshot` is the text as it stood when it was reported. Who reported it is never shown. */
  z.object({
    of: z.literal('report'),
    reason: z.string(),
    words: z.string(),
    at: Instant,
    snapshot: z.string(),
    /** How many members reported it while the item was open; `more` are the later ones, the first few of them. */
    count: z.int().positive().default(1),
    more: z.array(z.object({ reason: z.string(), words: z.string(), at: Instant })).default([]),
  }),
  z.object({ of: z.literal('newcomer'), joinedAt: Instant }),
  z.object({ of: z.literal('assessment'), instrument: z.string(), question: z.string(), answer: z.string(), total: z.int().nullable(), at: Instant }),
  z.object({ of: z.literal('promise'), what: z.string(), due: Instant, by: z.string() }),
  /** The item that was decided before. Its decision is not shown until this one is made. */
  z.object({ of: z.literal('second-review'), first: ItemId }),
])
export type About = z.infer<typeof About>

/**
 * One thing to decide, once. Follow-up work (a Lead's second check, an escalation, a hand-on) is a new item whose
 * `origin` is the decision that asked for it, so that an item never has more than one effective decision.
 */
export const ReviewItem = z.object({
  id: ItemId,
  version: z.int().positive(),
  kind: ItemKind,
  status: z.enum(['open', 'decided', 'withdrawn']),
  post: z.object({
    id: PostId,
    kind: z.enum(['post', 'comment', 'message']),
    /** The first post of the thread; equals `id` for a first post. */
    thread: PostId,
    topic: z.object({ id: TopicId, name: z.string() }),
    title: z.string().nullable(),
    intent: PostIntent.nullable(),
    text: z.string(),
    revision: z.int().positive(),
    state: PostState,
    at: Instant,
  }),
  author: Author,
  /** When it enters the queue: its clock runs from here. In the future for a promise that is not due yet: not listed as open before. */
  queuedAt: Instant,
  /** The level that the API's own scorer gave at intake, so that a desk without a pack still has an order. */
  intake: z.object({ level: Level, packVersion: z.string() }),
  /** Lowest role whose queue it is in. */
  audience: z.enum(['guide', 'lead', 'senior']),
  origin: DecisionSummary.extend({ itemId: ItemId, detail: z.string() }).nullable(),
  about: About.nullable().default(null),
  /** The colleague it is meant for by name: handed to them, or the owner of an escalation. */
  assignee: z.object({ id: StaffId, name: z.string() }).nullable().default(null),
  /** When the owner of an escalation said that they have it; until then it widens at `widensAt` to the next person. */
  acceptedAt: Instant.nullable().default(null),
  widensAt: Instant.nullable().default(null),
  lease: Lease.nullable(),
  decision: DecisionSummary.nullable(),
  /** What the asking clinician may do with it now; the client never guesses. */
  allowed: z.array(Verdict),
  watched: z.boolean(),
})
export type ReviewItem = z.infer<typeof ReviewItem>

/** Something said to a member that somebody has to keep. */
export const PromiseMade = z.object({ what: words(300), due: Instant })
export type PromiseMade = z.infer<typeof PromiseMade>

/** A command, valid once. `id` is made on the desk and never reused; `itemVersion` is the version its author saw. */
export const Decision = z.object({
  id: DecisionId,
  item: ItemId,
  itemVersion: z.int().positive(),
  action: Action,
  reason: ReasonCode,
  note: z.string().max(10_000),
  clinical: ClinicalNote.optional(),
  promise: PromiseMade.optional(),
  /** The level that the clinician gave it, where it was asked for before the scorer's was shown. */
  ownLevel: Level.optional(),
  /** One id for all decisions of one batch. */
  batch: z.uuid().optional(),
  policyVersion: z.string().max(40),
  scoreVersion: z.string().max(40),
  decidedAt: Instant,
})
export type Decision = z.infer<typeof Decision>

/** What became of a decision. Only `retry` is not recorded in the ledger. */
export const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('applied'), seq: z.int() }),
  z.object({ kind: z.literal('superseded'), by: z.string(), verdict: Verdict, at: Instant }),
  z.object({ kind: z.literal('stale'), version: z.int() }),
  z.object({ kind: z.literal('lease_lost'), holder: z.string(), until: Instant }),
  z.object({ kind: z.literal('gone') }),
  z.object({
    kind: z.literal('rejected'),
    code: z.enum(['key_reuse', 'not_allowed', 'invalid', 'registration_expired']),
    why: z.string(),
  }),
  z.object({ kind: z.literal('retry'), after: z.int().nonnegative() }),
])
export type Outcome = z.infer<typeof Outcome>

/** The clocks (milliseconds from `queuedAt`): our proposal, configurable per deployment (requirement M5). */
export const clocks: Record<LevelName, number> = {
  crisis: 5 * 60_000,
  red: 30 * 60_000,
  amber: 4 * 3_600_000,
  green: 24 * 3_600_000,
}

/** Clocks of kinds of work that do not wait for the clock of their level (M5). A promise is read within the hour that it is due. */
export const kindClocks: Partial<Record<ItemKind, number>> = {
  ask: 30 * 60_000,
  report: 3_600_000,
  promise: 3_600_000,
  newcomer: 2 * 3_600_000,
}

/** How long after `queuedAt` an item has to be read, in milliseconds: the more urgent of its level's clock and its kind's. */
export const clockOf = (kind: ItemKind, level: LevelName): number => Math.min(clocks[level], kindClocks[kind] ?? Infinity)

/** Among which level's items it is read: the most urgent level whose own clock is not shorter than this item's. */
export const bandOf = (kind: ItemKind, level: LevelName): LevelName => {
  const covering = levels.filter((of) => clocks[of] <= clocks[level] && clocks[of] >= clockOf(kind, level))
  return covering[0] ?? level
}

/**
 * How long the person asked by name has to accept an escalation before it is everybody's (milliseconds). Our proposal, after M5:
 * a senior is told of a crisis within 15 minutes.
 */
export const widensAfter: Record<LevelName, number> = { crisis: 15 * 60_000, red: 30 * 60_000, amber: 60 * 60_000, green: 60 * 60_000 }

/** Verdicts that do not decide an item but put new work beside it: from any state, and without overtaking anybody (E3). */
export const beside: ReadonlySet<Verdict> = new Set<Verdict>(['escalate', 'reopen'])

/** Version of these rules, written into every decision. */
export const policyVersion = '2026.11'
