/** How far two clinicians agree who read the same post independently. Of groups only, never of a person (requirement M9). */
import { z } from 'zod'
import { Instant } from './ids'
import type { Verdict } from './review'

/** Below so many readings nothing is said of a group: the figure would be noise, and might point at somebody. */
export const leastReadings = 10

export const verdictClasses = ['nothing', 'answer', 'change', 'pass'] as const
export type VerdictClass = (typeof verdictClasses)[number]

/** What kind of thing was done. Null for what is no judgement of the post. */
export const classOf: Record<Verdict, VerdictClass | null> = {
  no_action: 'nothing',
  support_reply: 'answer',
  message: 'answer',
  signpost: 'answer',
  watch: 'answer',
  content_note: 'change',
  redact: 'change',
  hide: 'change',
  propose_removal: 'change',
  remove: 'change',
  propose_restriction: 'pass',
  ask_lead: 'pass',
  escalate: 'pass',
  hand_on: null,
  reopen: null,
}

/** Cohen's kappa with its 95 % interval; null where everybody only ever said the same one thing. */
export const KappaFigure = z.object({ kappa: z.number(), low: z.number(), high: z.number() }).nullable()
export type KappaFigure = z.infer<typeof KappaFigure>

/** `same`: how many of `n` were given the same level, and the same class of verdict. */
export const AgreementOf = z.object({
  n: z.int().min(leastReadings),
  levels: KappaFigure,
  verdicts: KappaFigure,
  same: z.object({ levels: z.int(), verdicts: z.int() }),
})
export type AgreementOf = z.infer<typeof AgreementOf>

export const Agreement = z.object({
  from: Instant,
  to: Instant,
  /** How many second readings there were, and how many wait for one. */
  read: z.int(),
  waiting: z.int(),
  /** The share of decisions that is sampled. */
  share: z.number(),
  /** Null below the least number of readings. */
  overall: AgreementOf.nullable(),
  /** By name of the topic, the most readings first. */
  topics: z.array(AgreementOf.extend({ topic: z.string() })),
  /** Topics with readings, but too few of them to say anything. */
  withheld: z.int(),
})
export type Agreement = z.infer<typeof Agreement>
