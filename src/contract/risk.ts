/**
 * What the risk scorer says about one text. The scorer orders and explains; a clinician decides.
 * Levels and categories follow the field's triage vocabulary (ReachOut/CLPsych levels, see docs/decisions).
 */
import { z } from 'zod'

/** Triage levels, most urgent first. `levels.indexOf` is the order of the queue. */
export const levels = ['crisis', 'red', 'amber', 'green'] as const
export const Level = z.enum(levels)
export type Level = z.infer<typeof Level>

export const categories = [
  'suicide',
  'self-harm',
  'overdose',
  'safeguarding-child',
  'safeguarding-adult',
  'domestic-abuse',
  'harm-to-others',
  'eating-disorder',
  'substance',
  'psychosis',
  'distress',
  'abuse-trolling',
  'hate',
  'encouraging-harm',
  'pii',
  'contact-fishing',
  'triggering-detail',
  'contagion',
  'spam',
] as const
export const Category = z.enum(categories)
export type Category = z.infer<typeof Category>

export const piiTypes = [
  'name',
  'phone',
  'email',
  'handle',
  'url',
  'street-address',
  'postcode',
  'workplace',
  'school',
  'birth-date',
  'id-number',
] as const
export const PiiType = z.enum(piiTypes)
export type PiiType = z.infer<typeof PiiType>

/**
 * A stretch of the original text that speaks for (`weight > 0`) or against (`weight < 0`) a level.
 * `start` and `end` are UTF-16 code unit offsets into the original string, `end` exclusive.
 */
export const EvidenceSpan = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  category: Category.or(z.literal('protective')),
  reason: z.string(),
  weight: z.number(),
})
export type EvidenceSpan = z.infer<typeof EvidenceSpan>

export const PiiSpan = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative(), type: PiiType })
export type PiiSpan = z.infer<typeof PiiSpan>

export const RiskScore = z.object({
  level: Level,
  /** Calibrated probabilities; always flag ≥ urgent ≥ crisis. flag = amber and up, urgent = red and up. */
  p: z.object({ flag: z.number(), urgent: z.number(), crisis: z.number() }),
  categories: z.array(Category),
  spans: z.array(EvidenceSpan),
  pii: z.array(PiiSpan),
  /** True when the scorer cannot judge; the level is then amber or above: unknown is read, never green. */
  abstained: z.boolean(),
  /** Why it abstained, in plain words; empty when it did not. */
  abstainReason: z.string(),
  packVersion: z.string(),
})
export type RiskScore = z.infer<typeof RiskScore>

/** Earlier texts of the same member, oldest first; at most the last 50 are looked at. */
export const RiskContext = z.object({
  history: z.array(z.object({ text: z.string(), at: z.string() })).optional(),
  /** Country of the member (ISO 3166-1 alpha-2), for words and telephone grammar. */
  country: z.string().optional(),
})
export type RiskContext = z.infer<typeof RiskContext>
