/** Commands to an episode: valid once by id, made on a desk, carried out by the server. Each names what its deed requires. */
import { z } from 'zod'
import { DeviceId, Instant, ItemId, StaffId } from '../ids'
import { Category, Level } from '../risk'
import { Assessment, SafeTStep, SafetyPlan } from './assessment'

const uuid = z.uuid()
export const EpisodeId = uuid.brand<'EpisodeId'>()
export type EpisodeId = z.infer<typeof EpisodeId>
export const EpisodeCommandId = uuid.brand<'EpisodeCommandId'>()
export type EpisodeCommandId = z.infer<typeof EpisodeCommandId>
export const TaskId = uuid.brand<'TaskId'>()
export type TaskId = z.infer<typeof TaskId>

const words = (max = 3000) => z.string().trim().min(1).max(max)

/** The post as its author's desk showed it, so that what was detected is kept even if it changed on the way (E2). */
export const Seen = z.object({ title: z.string().max(1000).nullable(), text: z.string().max(100_000), revision: z.int().positive() })
export type Seen = z.infer<typeof Seen>

export const contactWays = ['private-message', 'chat', 'thread', 'other'] as const
/** The three ways on from a plan. */
export const ways = ['de-escalate', 'hand-over', 'rescue'] as const
/** Whom after-care is for (E7). */
export const aftercareFor = ['member', 'thread', 'staff'] as const

export const What = z.discriminatedUnion('do', [
  z.object({ do: z.literal('open'), item: ItemId, level: Level, concern: words(), seen: Seen }),
  z.object({ do: z.literal('triage'), level: Level, categories: z.array(Category).min(1).max(8), words: words() }),
  z.object({ do: z.literal('contact'), how: z.enum(contactWays), reached: z.boolean(), words: words() }),
  z.object({ do: z.literal('assess'), assessment: Assessment }),
  z.object({ do: z.literal('plan'), way: z.enum(ways), words: words() }),
  /** `withoutPlan`: why there is no safety plan, where there is none. */
  z.object({ do: z.literal('de-escalate'), words: words(), withoutPlan: z.string().trim().max(2000).default('') }),
  /** `to`: a service or role, never a person's number; who was told what outside is recorded with the contact itself. */
  z.object({ do: z.literal('hand-over'), to: words(200), words: words() }),
  /** `imminent`: life is in danger now; needed where there is no plan yet. */
  z.object({ do: z.literal('rescue'), words: words(), imminent: z.boolean() }),
  z.object({ do: z.literal('follow-up'), due: Instant, words: words() }),
  z.object({ do: z.literal('resume'), level: Level, words: words() }),
  z.object({ do: z.literal('sign-off'), words: words() }),
  z.object({ do: z.literal('take-on') }),
  z.object({ do: z.literal('note'), words: words(10_000) }),
  z.object({ do: z.literal('evidence'), item: ItemId, words: words(), seen: Seen }),
  z.object({ do: z.literal('task'), task: TaskId, what: words(500), due: Instant }),
  z.object({ do: z.literal('finish'), task: TaskId, how: z.enum(['done', 'not-needed']), words: words() }),
  z.object({ do: z.literal('safe-t'), step: SafeTStep, words: words() }),
  z.object({ do: z.literal('safety-plan'), plan: SafetyPlan }),
  /** `again`: when it is followed up once more; null when this was the last one. */
  z.object({ do: z.literal('followed-up'), reached: z.boolean(), words: words(), again: Instant.nullable() }),
  z.object({ do: z.literal('aftercare'), whom: z.enum(aftercareFor), words: words() }),
  z.object({ do: z.literal('propose-close'), words: words() }),
  z.object({ do: z.literal('send-back'), words: words() }),
])
export type What = z.infer<typeof What>
export type WhatOf<D extends What['do']> = Extract<What, { do: D }>

export const EpisodeCommand = z.object({
  id: EpisodeCommandId,
  episode: EpisodeId,
  /** How often the episode had been steered as its author saw it. */
  step: z.int().nonnegative(),
  /** When it was done at the desk; the server's clock bounds it. */
  at: Instant,
  what: What,
})
export type EpisodeCommand = z.infer<typeof EpisodeCommand>

export const refusals = ['not_allowed', 'illegal', 'incomplete', 'invalid', 'key_reuse', 'registration_expired', 'exists'] as const

/** What became of a command. Only `retry` is not recorded. `why` is a sentence, shown as it is. */
export const EpisodeOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('applied'), version: z.int() }),
  /** Somebody steered the episode meanwhile. */
  z.object({ kind: z.literal('stale'), why: z.string(), by: z.string(), at: Instant }),
  z.object({ kind: z.literal('refused'), code: z.enum(refusals), why: z.string(), episode: EpisodeId.optional() }),
  z.object({ kind: z.literal('gone') }),
  z.object({ kind: z.literal('retry'), after: z.int().nonnegative() }),
])
export type EpisodeOutcome = z.infer<typeof EpisodeOutcome>

/** Commands are looked at one by one, in the order given; hence `unknown`. */
export const EpisodePush = z.object({ device: DeviceId, commands: z.array(z.unknown()).min(1).max(50) })
export const EpisodePushResult = z.object({ id: z.string(), outcome: EpisodeOutcome })

export const Person = z.object({ id: StaffId, name: z.string() })
export type Person = z.infer<typeof Person>
