/** The state machine of a risk episode (domain E1) as data: which step leads from where to where, and how long each state may last. */
import { z } from 'zod'
import type { Level } from '../risk'
import type { ClinicalRole } from '../staff'

export const episodeStates = [
  'detected',
  'triaged',
  'contact-attempted',
  'assessed',
  'planned',
  'de-escalated',
  'handed-over',
  'active-rescue',
  'follow-up',
  'closed',
] as const
export const EpisodeState = z.enum(episodeStates)
export type EpisodeState = z.infer<typeof EpisodeState>

/**
 * Every step there is. Two steps go beyond the straight line of E1, both our own proposal: a rescue need not wait for forms
 * when life is in imminent danger, and an episode whose risk rises again goes back to triage instead of being closed and reopened.
 */
export const transitions = {
  triage: { from: ['detected'], to: 'triaged' },
  contact: { from: ['triaged', 'contact-attempted'], to: 'contact-attempted' },
  assess: { from: ['contact-attempted', 'assessed', 'planned'], to: 'assessed' },
  plan: { from: ['assessed'], to: 'planned' },
  'de-escalate': { from: ['planned'], to: 'de-escalated' },
  'hand-over': { from: ['planned'], to: 'handed-over' },
  rescue: { from: ['triaged', 'contact-attempted', 'assessed', 'planned'], to: 'active-rescue' },
  'follow-up': { from: ['de-escalated', 'handed-over', 'active-rescue'], to: 'follow-up' },
  resume: { from: ['de-escalated', 'handed-over', 'follow-up'], to: 'triaged' },
  'sign-off': { from: ['follow-up'], to: 'closed' },
} as const satisfies Record<string, { from: readonly EpisodeState[]; to: EpisodeState }>

export type Transition = keyof typeof transitions
export type FromOf<T extends Transition> = (typeof transitions)[T]['from'][number]
export type ToOf<T extends Transition> = (typeof transitions)[T]['to']

/** What else is done in an episode without moving it. */
export const works = ['open', 'take-on', 'note', 'evidence', 'task', 'finish', 'safe-t', 'safety-plan', 'followed-up', 'aftercare', 'propose-close', 'send-back'] as const
export type Work = (typeof works)[number]
export type Deed = Transition | Work

/**
 * Who may do what (domain §2): a Senior clinician runs an episode; a Lead, who reviews potential risk, opens and triages it, sees it
 * all, notes, keeps its tasks and proposes its end. A Guide does nothing in it.
 */
const leads: readonly ClinicalRole[] = ['lead', 'senior']
const seniors: readonly ClinicalRole[] = ['senior']
export const rolesFor: Record<Deed, readonly ClinicalRole[]> = {
  open: leads,
  triage: leads,
  note: leads,
  evidence: leads,
  task: leads,
  finish: leads,
  aftercare: leads,
  'propose-close': leads,
  'take-on': seniors,
  contact: seniors,
  assess: seniors,
  plan: seniors,
  'de-escalate': seniors,
  'hand-over': seniors,
  rescue: seniors,
  'follow-up': seniors,
  'followed-up': seniors,
  resume: seniors,
  'safe-t': seniors,
  'safety-plan': seniors,
  'sign-off': seniors,
  'send-back': seniors,
}

/**
 * What overwrites or moves something counts only on the episode as its author saw it; what only adds (a note, a task, further
 * evidence) is welcome at any time while the episode is open.
 */
export const steers: ReadonlySet<Deed> = new Set<Deed>([
  ...(Object.keys(transitions) as Transition[]),
  'safety-plan',
  'propose-close',
  'send-back',
])

const minute = 60_000
const hour = 60 * minute
/** A follow-up is due no sooner and no later than this after it was arranged, in milliseconds (E1). */
export const followUpMs = { min: 24 * hour, max: 72 * hour } as const

const byLevel = (crisis: number, red: number, other: number): Record<Level, number> => ({ crisis, red, amber: other, green: other })

/** How long an episode may stay in a state before somebody should have moved it (milliseconds). Our proposal, after M5. */
const stateClocks: Record<Exclude<EpisodeState, 'follow-up' | 'closed'>, Record<Level, number>> = {
  detected: byLevel(15 * minute, 30 * minute, 4 * hour),
  triaged: byLevel(15 * minute, hour, 4 * hour),
  'contact-attempted': byLevel(hour, 4 * hour, 24 * hour),
  assessed: byLevel(hour, 2 * hour, 24 * hour),
  planned: byLevel(hour, 4 * hour, 24 * hour),
  'de-escalated': byLevel(4 * hour, 12 * hour, 24 * hour),
  'handed-over': byLevel(4 * hour, 12 * hour, 24 * hour),
  'active-rescue': byLevel(hour, hour, hour),
}

/** When the clock of a state runs out. A follow-up has the time that was arranged; what is closed has none. */
export function dueOf(state: EpisodeState, level: Level, since: string, followUpDue: string | null): string | null {
  if (state === 'closed') return null
  if (state === 'follow-up') return followUpDue
  return new Date(Date.parse(since) + stateClocks[state][level]).toISOString()
}

/** States as people read them. */
export const stateNames: Record<EpisodeState, string> = {
  detected: 'Detected',
  triaged: 'Triaged',
  'contact-attempted': 'Contact attempted',
  assessed: 'Assessed',
  planned: 'Planned',
  'de-escalated': 'De-escalated',
  'handed-over': 'Handed over',
  'active-rescue': 'Active rescue',
  'follow-up': 'Follow-up',
  closed: 'Closed',
}

/** What is done, as a title. */
export const deedNames: Record<Deed, string> = {
  open: 'Open an episode',
  triage: 'Triage',
  contact: 'Record a contact attempt',
  assess: 'Assess',
  plan: 'Plan',
  'de-escalate': 'De-escalated with the member',
  'hand-over': 'Hand over',
  rescue: 'Active rescue',
  'follow-up': 'Arrange the follow-up',
  resume: 'The risk has risen again',
  'sign-off': 'Sign off and close',
  'take-on': 'Take this episode on',
  note: 'Add a note',
  evidence: 'Add evidence',
  task: 'Add a task',
  finish: 'Finish a task',
  'safe-t': 'SAFE-T step',
  'safety-plan': 'Safety plan with the member',
  'followed-up': 'Record a follow-up',
  aftercare: 'After-care',
  'propose-close': 'Propose closing',
  'send-back': 'Send the closing back',
}

/** What was done, for the timeline. */
export const deedDone: Record<Deed, string> = {
  open: 'Opened',
  triage: 'Triaged',
  contact: 'Contact attempted',
  assess: 'Assessed',
  plan: 'Planned',
  'de-escalate': 'De-escalated',
  'hand-over': 'Handed over',
  rescue: 'Active rescue begun',
  'follow-up': 'Follow-up arranged',
  resume: 'Back to triage: the risk has risen again',
  'sign-off': 'Signed off and closed',
  'take-on': 'Taken on',
  note: 'Note',
  evidence: 'Evidence added',
  task: 'Task added',
  finish: 'Task finished',
  'safe-t': 'SAFE-T step',
  'safety-plan': 'Safety plan written',
  'followed-up': 'Followed up',
  aftercare: 'After-care',
  'propose-close': 'Closing proposed',
  'send-back': 'Closing sent back',
}
