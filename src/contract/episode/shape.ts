/** A risk episode as desk and server hold it. In each state the facts that led there are present by type. */
import { z } from 'zod'
import { Instant, ItemId, MemberId, PostId, StaffId } from '../ids'
import { Category, Level } from '../risk'
import { Assessment, SafeTStep, SafetyPlan } from './assessment'
import { aftercareFor, contactWays, EpisodeCommandId, EpisodeId, Person, Seen, TaskId, ways, type What } from './command'
import { transitions, works, type Deed, type EpisodeState, type Transition } from './states'

const deeds: Deed[] = [...(Object.keys(transitions) as Transition[]), ...works]

/** Who did it, and when it was done. */
const by = { at: Instant, by: StaffId, name: z.string() }

/** The post as the server held it when the command arrived, never changed afterwards; `seen` where the desk had shown something else. */
export const Evidence = z.object({
  item: ItemId,
  post: PostId,
  ...by,
  words: z.string(),
  text: z.string(),
  title: z.string().nullable(),
  revision: z.int().positive(),
  postState: z.string(),
  writtenAt: Instant,
  topic: z.string(),
  intakeLevel: Level,
  seen: Seen.nullable(),
})
export type Evidence = z.infer<typeof Evidence>

export const EpisodeTask = z.object({
  id: TaskId,
  what: z.string(),
  due: Instant,
  ...by,
  finished: z.object({ ...by, how: z.enum(['done', 'not-needed']), words: z.string() }).nullable(),
})
export type EpisodeTask = z.infer<typeof EpisodeTask>

/** One thing that happened, oldest first. `received` is later than `at` where it was done offline. */
export const TimelineEntry = z.object({ id: EpisodeCommandId, do: z.enum(deeds), ...by, received: Instant, words: z.string() })
export type TimelineEntry = z.infer<typeof TimelineEntry>

const Triage = z.object({ ...by, level: Level, categories: z.array(Category).min(1), words: z.string() })
const Contact = z.object({ ...by, how: z.enum(contactWays), reached: z.boolean(), words: z.string() })
const Assessed = z.object({ ...by, ...Assessment.shape })
const Plan = z.object({ ...by, way: z.enum(ways), words: z.string() })
const DeEscalated = z.object({ way: z.literal('de-escalate'), ...by, words: z.string(), withoutPlan: z.string() })
const HandedOver = z.object({ way: z.literal('hand-over'), ...by, words: z.string(), to: z.string() })
const Rescue = z.object({ way: z.literal('rescue'), ...by, words: z.string(), imminent: z.boolean() })
const Ending = z.discriminatedUnion('way', [DeEscalated, HandedOver, Rescue])
const FollowUp = z.object({ due: Instant, words: z.string(), ...by, done: z.array(z.object({ ...by, reached: z.boolean(), words: z.string() })) })
const Closing = z.object({ ...by, words: z.string() })

const core = {
  id: EpisodeId,
  /** Raised by everything that happens. */
  version: z.int().positive(),
  /** Raised by what steers: see `steers`. */
  step: z.int().positive(),
  member: z.object({ id: MemberId, pseudonym: z.string(), country: z.string().nullable(), partner: z.string().nullable() }),
  level: Level,
  concern: z.string(),
  opened: z.object(by),
  owner: Person.nullable(),
  /** When it came into its state, and when that state's clock runs out. */
  since: Instant,
  dueAt: Instant.nullable(),
  evidence: z.array(Evidence).min(1),
  tasks: z.array(EpisodeTask),
  timeline: z.array(TimelineEntry).min(1),
  safeT: z.partialRecord(SafeTStep, z.object({ ...by, words: z.string() })),
  safetyPlan: z.object({ ...by, ...SafetyPlan.shape }).nullable(),
  aftercare: z.partialRecord(z.enum(aftercareFor), z.object({ ...by, words: z.string() })),
  /** Somebody proposes to close it; a second person signs. */
  closing: Closing.nullable(),
  triage: Triage.nullable(),
  contacts: z.array(Contact),
  assessment: Assessed.nullable(),
  plan: Plan.nullable(),
  ending: Ending.nullable(),
  followUp: FollowUp.nullable(),
  signedOff: Closing.nullable(),
}
const Core = z.object(core)
const one = z.array(Contact).min(1)

export const Episode = z.discriminatedUnion('state', [
  Core.extend({ state: z.literal('detected') }),
  Core.extend({ state: z.literal('triaged'), triage: Triage }),
  Core.extend({ state: z.literal('contact-attempted'), triage: Triage, contacts: one }),
  Core.extend({ state: z.literal('assessed'), triage: Triage, contacts: one, assessment: Assessed }),
  Core.extend({ state: z.literal('planned'), triage: Triage, contacts: one, assessment: Assessed, plan: Plan }),
  Core.extend({ state: z.literal('de-escalated'), triage: Triage, contacts: one, assessment: Assessed, plan: Plan, ending: DeEscalated }),
  Core.extend({ state: z.literal('handed-over'), triage: Triage, contacts: one, assessment: Assessed, plan: Plan, ending: HandedOver }),
  Core.extend({ state: z.literal('active-rescue'), triage: Triage, ending: Rescue }),
  Core.extend({ state: z.literal('follow-up'), triage: Triage, ending: Ending, followUp: FollowUp }),
  Core.extend({ state: z.literal('closed'), triage: Triage, ending: Ending, followUp: FollowUp, closing: Closing, signedOff: Closing }),
])
export type Episode = z.infer<typeof Episode>
/** An episode that is in one of these states, with the facts that this implies. */
export type In<S extends EpisodeState> = Extract<Episode, { state: S }>
export type OpenEpisode = In<Exclude<EpisodeState, 'closed'>>

/** What a Guide sees: that somebody looks after this member, and who. No word of it. */
export const EpisodeBrief = z.object({ id: EpisodeId, member: MemberId, open: z.boolean(), owner: Person.nullable(), items: z.array(ItemId), since: Instant })
export type EpisodeBrief = z.infer<typeof EpisodeBrief>

export const EpisodeRow = z.discriminatedUnion('view', [
  z.object({ view: z.literal('full'), seq: z.int(), episode: Episode }),
  z.object({ view: z.literal('brief'), seq: z.int(), episode: EpisodeBrief }),
])
export type EpisodeRow = z.infer<typeof EpisodeRow>

export const briefOf = (episode: Episode): EpisodeBrief => ({
  id: episode.id,
  member: episode.member.id,
  open: episode.state !== 'closed',
  owner: episode.owner,
  items: [...new Set(episode.evidence.map((one) => one.item))],
  since: episode.opened.at,
})

/** The one or two sentences of a command that the timeline shows. */
export function timelineWords(what: What): string {
  switch (what.do) {
    case 'open':
      return what.concern
    case 'assess':
      return what.assessment.formulation
    case 'take-on':
      return ''
    case 'task':
      return what.what
    case 'hand-over':
      return `${what.to}: ${what.words}`
    case 'safety-plan':
      return what.plan.agreed ? 'Written with the member, who agrees with it.' : 'Not yet agreed with the member.'
    default:
      return what.words
  }
}
