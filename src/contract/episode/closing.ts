/** When an episode may end: nothing open, everybody cared for, and two people who say so. */
import type { StaffId } from '../ids'
import type { Category } from '../risk'
import { aftercareFor } from './command'
import { safeTSteps } from './assessment'
import type { Episode, EpisodeTask, In } from './shape'

export const openTasks = (episode: Pick<Episode, 'tasks'>): EpisodeTask[] => episode.tasks.filter((task) => task.finished === null)

/** Where the person's own life was in question, all five SAFE-T steps are on record before the end. */
const ownLife: ReadonlySet<Category> = new Set<Category>(['suicide', 'self-harm', 'overdose'])

/** What still has to be done before the end, in the order in which one would do it; empty when nothing. */
export function leftBeforeClosing(episode: Episode): string[] {
  const left: string[] = []
  const tasks = openTasks(episode).length
  if (tasks > 0) left.push(tasks === 1 ? 'finish the open task' : `finish the ${tasks} open tasks`)
  if (episode.followUp === null || episode.followUp.done.length === 0) left.push('follow up at least once')
  if (episode.triage?.categories.some((category) => ownLife.has(category)) === true) {
    const steps = safeTSteps.filter((step) => episode.safeT[step] === undefined).length
    if (steps > 0) left.push(`record ${steps === 1 ? 'the last SAFE-T step' : `${steps} SAFE-T steps`}`)
  }
  const whom = aftercareFor.filter((each) => episode.aftercare[each] === undefined)
  if (whom.length > 0) left.push(`note the after-care of the ${whom.join(', the ')}`)
  return left
}

export type WhyNot = { code: 'illegal' | 'incomplete' | 'not_allowed'; why: string } | null

export function whyNotClose(episode: Episode): WhyNot {
  if (episode.state !== 'follow-up') return { code: 'illegal', why: 'An episode is closed from its follow-up, and not before. Nothing was changed.' }
  const left = leftBeforeClosing(episode)
  return left.length === 0 ? null : { code: 'incomplete', why: `Before it is closed: ${left.join('; ')}. Nothing was changed.` }
}

/** The signature is of a Senior who neither proposed the end nor made the assessment that it rests on. */
export function whyNotSign(episode: In<'follow-up'>, by: StaffId): WhyNot {
  const { closing, assessment } = episode
  if (closing === null) return { code: 'incomplete', why: 'Nobody has proposed to close this episode yet. Propose it first; a second person signs. Nothing was changed.' }
  if (closing.by === by) return { code: 'not_allowed', why: 'You proposed to close it, so another Senior clinician has to sign. Nothing was changed.' }
  if (assessment?.by === by) return { code: 'not_allowed', why: 'You made its assessment, so another Senior clinician has to sign. Nothing was changed.' }
  return whyNotClose(episode)
}
