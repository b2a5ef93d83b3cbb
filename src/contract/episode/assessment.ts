/**
 * Structured assessment (E4): our own fields and our own words, mapped to the screener triage rule of the Columbia protocol, and the
 * five steps of SAFE-T. The clinician's formulation stands above both.
 */
import { z } from 'zod'

/** What was asked and what was heard. `unknown`: not asked, or not answered; it never counts as a no. */
export const Answer = z.enum(['yes', 'no', 'unknown'])
export type Answer = z.infer<typeof Answer>

/** In the order of the protocol's items: 1 to 5 within the past month, then behaviour in the past three months and before. */
export const cssrsFields = ['wish', 'thoughts', 'method', 'intent', 'plan', 'recentBehaviour', 'earlierBehaviour'] as const
export type CssrsField = (typeof cssrsFields)[number]
export const CssrsAnswers = z.object({ wish: Answer, thoughts: Answer, method: Answer, intent: Answer, plan: Answer, recentBehaviour: Answer, earlierBehaviour: Answer })
export type CssrsAnswers = z.infer<typeof CssrsAnswers>

export const cssrsSource = 'https://cssrs.columbia.edu/the-columbia-scale-c-ssrs/triage-c-ssrs/'

/** Lowest first. */
export const riskBands = ['none', 'low', 'moderate', 'high'] as const
export const RiskBand = z.enum(riskBands)
export type RiskBand = z.infer<typeof RiskBand>

/** `found`: what the answers establish. `possible`: what it would be if everything unknown were a yes. Equal when nothing that matters is open. */
export type CssrsTriage = { found: RiskBand; possible: RiskBand }

/**
 * The published triage rule (`cssrsSource`; domain E4): high when items 4 or 5 were so within the past month, or any behaviour within
 * the past three months; moderate for item 3, or behaviour longer ago; low for items 1 or 2. Where item 2 is a clear no the protocol
 * goes on to behaviour, so unasked items 3 to 5 are then not open questions; a yes that was given to them still counts.
 */
export function cssrsTriage(answers: CssrsAnswers): CssrsTriage {
  const skipped = answers.thoughts === 'no'
  const band = (holds: (field: CssrsField) => boolean): RiskBand => {
    if (holds('intent') || holds('plan') || holds('recentBehaviour')) return 'high'
    if (holds('method') || holds('earlierBehaviour')) return 'moderate'
    return holds('wish') || holds('thoughts') ? 'low' : 'none'
  }
  const skips = (field: CssrsField) => skipped && (field === 'method' || field === 'intent' || field === 'plan')
  return {
    found: band((field) => answers[field] === 'yes'),
    possible: band((field) => answers[field] === 'yes' || (answers[field] === 'unknown' && !skips(field))),
  }
}

/** The band that a clinician starts from: what is not known is read as if it were so, never as if it were not. */
export const ruleBand = (answers: CssrsAnswers): RiskBand => cssrsTriage(answers).possible

/** Words of the fields: ours by default. A deployer may bring the protocol's own wording with an attestation that they may use it. */
export const CssrsWords = z.object({ wish: z.string(), thoughts: z.string(), method: z.string(), intent: z.string(), plan: z.string(), recentBehaviour: z.string(), earlierBehaviour: z.string() })
export type CssrsWords = z.infer<typeof CssrsWords>

export const ownCssrsWords: CssrsWords = {
  wish: 'Wished not to be alive, or not to wake up (past month)',
  thoughts: 'Thoughts of ending their life (past month)',
  method: 'Has considered how (past month)',
  intent: 'Some intention to act on it (past month)',
  plan: 'Has worked out details and means to carry it out (past month)',
  recentBehaviour: 'Did, began or prepared something to end their life (past 3 months)',
  earlierBehaviour: 'Did, began or prepared something to end their life (longer ago)',
}

const text = (max: number) => z.string().trim().min(1).max(max)

/** Who says that the protocol's own wording may be shown here, and on what ground. */
export const WordingAttestation = z.object({ by: text(200), licence: text(500), at: z.iso.date() })
export type WordingAttestation = z.infer<typeof WordingAttestation>
export const CssrsWording = z.object({ words: CssrsWords, attestation: WordingAttestation.nullable() })
export type CssrsWording = z.infer<typeof CssrsWording>

/** Other wording than ours is shown only with its attestation. */
export const wordingOf = (brought: { words?: unknown; attestation?: unknown } | null): CssrsWording => {
  const words = CssrsWords.safeParse(brought?.words)
  const attestation = WordingAttestation.safeParse(brought?.attestation)
  return words.success && attestation.success ? { words: words.data, attestation: attestation.data } : { words: ownCssrsWords, attestation: null }
}

export const Assessment = z.object({
  cssrs: CssrsAnswers,
  /** What makes it heavier, and what holds. */
  stressors: text(3000),
  protective: text(3000),
  /** Somebody else whose safety is in question: a child, a relative, a partner. Empty when nobody is. */
  others: z.string().trim().max(3000).default(''),
  /** How the clinician understands it; it overrides the rule. */
  formulation: text(5000),
  band: RiskBand,
  /** Why the clinician judges lower than the rule; needed then, and only then. */
  lowerBecause: z.string().trim().max(2000).default(''),
})
export type Assessment = z.infer<typeof Assessment>

/** What an assessment still lacks, as a sentence; null when nothing. */
export function assessmentLacks(assessment: Pick<Assessment, 'cssrs' | 'band' | 'lowerBecause'>): string | null {
  const rule = ruleBand(assessment.cssrs)
  const lower = riskBands.indexOf(assessment.band) < riskBands.indexOf(rule)
  if (!lower || assessment.lowerBecause !== '') return null
  return `The answers point to ${bandNames[rule]}. You may judge lower: say in a sentence why.`
}

export const bandNames: Record<RiskBand, string> = { none: 'no present risk', low: 'low risk', moderate: 'moderate risk', high: 'high risk' }

/** The five steps of SAFE-T (SAMHSA, Suicide Assessment Five-step Evaluation and Triage), named in our own words. */
export const safeTSteps = ['risk-factors', 'protective-factors', 'inquiry', 'level', 'document'] as const
export const SafeTStep = z.enum(safeTSteps)
export type SafeTStep = z.infer<typeof SafeTStep>
export const safeTSource = 'https://sprc.org/resources-programs/suicide-assessment-five-step-evaluation-and-triage-safe-t-pocket-card'
export const safeTWords: Record<SafeTStep, { name: string; asks: string }> = {
  'risk-factors': { name: '1 · Risk factors', asks: 'What makes it heavier; what of it could change' },
  'protective-factors': { name: '2 · Protective factors', asks: 'What holds; what could be strengthened' },
  inquiry: { name: '3 · Inquiry', asks: 'Thoughts, plans, behaviour and intention, asked openly' },
  level: { name: '4 · Level and intervention', asks: 'How great the risk is judged, and what is done about it' },
  document: { name: '5 · Documented', asks: 'Level, reasons, what was done, and the follow-up' },
}

/** A safety plan, written with the member, in parts of our own. */
export const safetyPlanParts = ['signs', 'myself', 'places', 'people', 'professionals', 'safer', 'reasons'] as const
export type SafetyPlanPart = (typeof safetyPlanParts)[number]
const part = z.string().trim().max(2000).default('')
export const SafetyPlan = z.object({ signs: part, myself: part, places: part, people: part, professionals: part, safer: part, reasons: part, /** The member took part and agrees with it. */ agreed: z.boolean() })
export type SafetyPlan = z.infer<typeof SafetyPlan>
export const safetyPlanWords: Record<SafetyPlanPart, string> = {
  signs: 'How I notice that it is getting worse',
  myself: 'What I can do on my own',
  places: 'Where I can be, and with whom, to get through an hour',
  people: 'Whom I can ask for help',
  professionals: 'Services that I can reach, at any hour',
  safer: 'What makes my surroundings safer',
  reasons: 'What I stay for',
}
