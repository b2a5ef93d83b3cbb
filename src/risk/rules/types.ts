import type { Category } from '#contract/risk'

/** 0 green, 1 amber, 2 red, 3 crisis. */
export type Grade = 0 | 1 | 2 | 3

/**
 * What a hit is about; combinations of kinds make plans. Steps follow the C-SSRS order:
 * wish → thoughts → method → intent → plan → preparation → interrupted → attempt.
 */
export const kinds = [
  'wish', 'thoughts', 'method', 'intent', 'plan', 'preparation', 'interrupted', 'attempt', 'past-attempt', 'means-held', 'means', 'now', 'farewell', 'burden',
  'trapped', 'pain', 'calm', 'hopeless', 'self-harm', 'self-harm-now', 'overdose-now', 'eating', 'substance', 'psychosis', 'command', 'perinatal', 'child', 'child-abuse',
  'adult-abuse', 'partner', 'partner-grave', 'violence', 'violence-plan', 'abuse', 'slur', 'incite', 'grooming', 'spam', 'detail', 'distress', 'bereaved', 'protective', 'idiom',
  'fiction', 'support', 'denial', 'recovered', 'place', 'contagion', 'mild', 'return', 'finder', 'arranged', 'clock', 'release', 'act', 'retract',
] as const
export type Kind = (typeof kinds)[number]

/** How a negation in front of the hit is read. */
export type Polarity =
  /** A negation lowers ("I do not want to die"). */
  | 'death'
  /** The negation is part of the pattern ("do not want to live"). */
  | 'fixed'

/** Whose experience the words tell. */
export type Who =
  | 'self'
  | 'other'
  | 'you'
  /** Read from the nearest subject. */
  | 'auto'
  /** Does not matter. */
  | 'any'

export interface Rule {
  id: string
  category: Category | 'protective' | 'idiom'
  kind: Kind
  level: Grade
  polarity: Polarity
  who: Who
  reason: string
  patterns: string[]
}

type Extra = Partial<Pick<Rule, 'polarity' | 'who'>>

/** Shorthand of the rule tables: one pattern a line. */
export function rule(id: string, category: Rule['category'], kind: Kind, level: Grade, reason: string, patterns: string, extra: Extra = {}): Rule {
  return {
    id, category, kind, level, reason,
    polarity: extra.polarity ?? 'death',
    who: extra.who ?? 'auto',
    patterns: patterns.split('\n').map((p) => p.trim()).filter(Boolean),
  }
}
