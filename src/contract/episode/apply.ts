/**
 * What a command does to an episode: one pure, synchronous function for desk and server alike. Each step is typed with the states
 * that it may start from, so that an illegal one does not compile; what arrives from outside is refused in words.
 */
import type { ClinicalRole } from '../staff'
import type { StaffId } from '../ids'
import type { EpisodeCommand, EpisodeOutcome, WhatOf } from './command'
import { assessmentLacks } from './assessment'
import { openTasks, whyNotClose, whyNotSign } from './closing'
import { timelineWords, type Episode, type Evidence, type In, type OpenEpisode } from './shape'
import { deedNames, dueOf, followUpMs, rolesFor, stateNames, steers, transitions, type EpisodeState, type FromOf, type ToOf, type Transition } from './states'

export type Actor = { id: StaffId; name: string; role: ClinicalRole }
/** The post and its member, as whoever applies the command holds them. */
export type Snapshot = Omit<Evidence, 'at' | 'by' | 'name' | 'words' | 'seen'> & { member: Episode['member'] }
/** `received`: when it arrived. `snapshot`: for what quotes an item; null when that item is not known. */
export type Context = { by: Actor; received: string; snapshot: Snapshot | null }

type Refused = Exclude<EpisodeOutcome, { kind: 'applied' | 'retry' }>
export type Applied = { ok: true; episode: Episode } | { ok: false; outcome: Refused }

type Stamp = { at: string; by: StaffId; name: string }
const no = (code: Extract<Refused, { kind: 'refused' }>['code'], why: string): Applied => ({ ok: false, outcome: { kind: 'refused', code, why } })

export const isIn = <S extends EpisodeState>(episode: Episode, states: readonly S[]): episode is In<S> => (states as readonly EpisodeState[]).includes(episode.state)

/** Every step of the machine, from the states where it is legal to the one where it leads. */
type Steps = { [T in Transition]: (episode: In<FromOf<T>>, what: WhatOf<T>, stamp: Stamp) => In<ToOf<T>> }

export const steps: Steps = {
  triage: (e, { level, categories, words }, by) => ({ ...e, state: 'triaged', level, triage: { ...by, level, categories, words } }),
  contact: (e, { how, reached, words }, by) => ({ ...e, state: 'contact-attempted', contacts: [...e.contacts, { ...by, how, reached, words }] }),
  assess: (e, { assessment }, by) => ({ ...e, state: 'assessed', assessment: { ...by, ...assessment }, plan: null }),
  plan: (e, { way, words }, by) => ({ ...e, state: 'planned', plan: { ...by, way, words } }),
  'de-escalate': (e, { words, withoutPlan }, by) => ({ ...e, state: 'de-escalated', ending: { way: 'de-escalate', ...by, words, withoutPlan } }),
  'hand-over': (e, { to, words }, by) => ({ ...e, state: 'handed-over', ending: { way: 'hand-over', ...by, words, to } }),
  rescue: (e, { words, imminent }, by) => ({ ...e, state: 'active-rescue', ending: { way: 'rescue', ...by, words, imminent } }),
  'follow-up': (e, { due, words }, by) => ({ ...e, state: 'follow-up', followUp: { ...by, due, words, done: [] } }),
  resume: (e, { level, words }, by) => ({ ...e, state: 'triaged', level, triage: { ...by, level, categories: e.triage.categories, words }, plan: null, ending: null, followUp: null, closing: null }),
  'sign-off': (e, { words }, by) => ({ ...e, state: 'closed', closing: e.closing ?? { ...by, words }, signedOff: { ...by, words } }),
}

/** Done no later than it arrived and no earlier than the episode began: a desk's clock may be wrong. */
const doneAt = (command: EpisodeCommand, received: string, from: string | null): string => {
  const at = Math.min(Date.parse(command.at), Date.parse(received))
  return new Date(from === null ? at : Math.max(at, Date.parse(from))).toISOString()
}

const said = (episode: Episode) => `The episode is ${stateNames[episode.state].toLowerCase()}`

/** Applies one command. The same command on the same episode always gives the same; nothing is changed in place. */
export function applyCommand(episode: Episode | null, command: EpisodeCommand, context: Context): Applied {
  const { what } = command
  const { by } = context
  if (!rolesFor[what.do].includes(by.role)) return no('not_allowed', `“${deedNames[what.do]}” is for a ${rolesFor[what.do].includes('lead') ? 'Lead or a Senior clinician' : 'Senior clinician'}. Nothing was changed.`)
  if (what.do === 'open') return episode === null ? opened(command, what, context) : no('exists', 'This episode is open already. Nothing was changed.')
  if (episode === null) return { ok: false, outcome: { kind: 'gone' } }
  if (episode.state === 'closed') return no('illegal', 'This episode is closed. Nothing was added; if the risk is back, open a new one.')
  const stamp: Stamp = { at: doneAt(command, context.received, episode.opened.at), by: by.id, name: by.name }
  if (steers.has(what.do) && command.step !== episode.step) return stale(episode, command)
  const done = work(episode, command, stamp, context)
  if (!done.ok) return done
  return { ok: true, episode: recorded(episode, done.episode, command, stamp, context.received) }
}

/** Writes the timeline and starts the clock of a new state. */
function recorded(before: Episode, after: Episode, { id, what }: EpisodeCommand, stamp: Stamp, received: string): Episode {
  const moved = what.do in transitions
  const since = moved ? stamp.at : after.since
  return {
    ...after,
    version: before.version + 1,
    step: before.step + (steers.has(what.do) ? 1 : 0),
    owner: after.owner ?? (moved && what.do !== 'triage' ? { id: stamp.by, name: stamp.name } : null),
    since,
    dueAt: dueOf(after.state, after.level, since, after.followUp?.due ?? null),
    timeline: [...before.timeline, { id, do: what.do, ...stamp, received, words: timelineWords(what) }],
  }
}

function stale(episode: Episode, command: EpisodeCommand): Applied {
  const last = [...episode.timeline].reverse().find((entry) => steers.has(entry.do)) ?? episode.timeline[0]
  const who = last?.name ?? 'A colleague'
  const why = `${who} changed this episode meanwhile; it is ${stateNames[episode.state].toLowerCase()} now. “${deedNames[command.what.do]}” was not done. Your words are kept here: read what is new and decide again.`
  return { ok: false, outcome: { kind: 'stale', why, by: who, at: last?.at ?? episode.since } }
}

function opened(command: EpisodeCommand, what: WhatOf<'open'>, { by, received, snapshot }: Context): Applied {
  if (snapshot === null) return { ok: false, outcome: { kind: 'gone' } }
  const stamp: Stamp = { at: doneAt(command, received, null), by: by.id, name: by.name }
  const { member } = snapshot
  const episode: Episode = {
    id: command.episode,
    version: 1,
    step: 1,
    state: 'detected',
    member,
    level: what.level,
    concern: what.concern,
    opened: stamp,
    owner: by.role === 'senior' ? { id: by.id, name: by.name } : null,
    since: stamp.at,
    dueAt: dueOf('detected', what.level, stamp.at, null),
    evidence: [evidenceOf(snapshot, what.seen, what.concern, stamp)],
    tasks: [],
    timeline: [{ id: command.id, do: 'open', ...stamp, received, words: what.concern }],
    safeT: {},
    safetyPlan: null,
    aftercare: {},
    closing: null,
    triage: null,
    contacts: [],
    assessment: null,
    plan: null,
    ending: null,
    followUp: null,
    signedOff: null,
  }
  return { ok: true, episode }
}

function evidenceOf({ member: _, ...post }: Snapshot, seen: Evidence['seen'], words: string, stamp: Stamp): Evidence {
  const same = seen !== null && seen.text === post.text && seen.title === post.title
  return { ...post, ...stamp, words, seen: same ? null : seen }
}

const done = (episode: Episode): Applied => ({ ok: true, episode })

/** The deed itself, in an open episode, by somebody who may. */
function work(e: OpenEpisode, command: EpisodeCommand, stamp: Stamp, { by, snapshot }: Context): Applied {
  const { what } = command
  const illegal = () => no('illegal', `${said(e)}: “${deedNames[what.do]}” is not possible from there. Nothing was changed.`)
  switch (what.do) {
    case 'open':
      return illegal()
    case 'triage':
      return isIn(e, transitions.triage.from) ? done(steps.triage(e, what, stamp)) : illegal()
    case 'contact':
      return isIn(e, transitions.contact.from) ? done(steps.contact(e, what, stamp)) : illegal()
    case 'assess': {
      if (!isIn(e, transitions.assess.from)) return illegal()
      const lacks = assessmentLacks(what.assessment)
      return lacks === null ? done(steps.assess(e, what, stamp)) : no('incomplete', lacks)
    }
    case 'plan':
      return isIn(e, transitions.plan.from) ? done(steps.plan(e, what, stamp)) : illegal()
    case 'de-escalate':
      if (!isIn(e, transitions['de-escalate'].from)) return illegal()
      if (e.safetyPlan === null && what.withoutPlan === '') return no('incomplete', 'There is no safety plan with the member yet. Write it first, or say why there is none. Nothing was changed.')
      return done(steps['de-escalate'](e, what, stamp))
    case 'hand-over':
      return isIn(e, transitions['hand-over'].from) ? done(steps['hand-over'](e, what, stamp)) : illegal()
    case 'rescue':
      if (!isIn(e, transitions.rescue.from)) return illegal()
      if (e.state !== 'planned' && !what.imminent) return no('incomplete', 'A rescue without assessment and plan is for imminent danger to life. Say so, or assess and plan first. Nothing was changed.')
      return done(steps.rescue(e, what, stamp))
    case 'follow-up': {
      if (!isIn(e, transitions['follow-up'].from)) return illegal()
      return inFollowUpTime(what.due, stamp.at) ? done(steps['follow-up'](e, what, stamp)) : no('invalid', followUpWords)
    }
    case 'resume':
      return isIn(e, transitions.resume.from) ? done(steps.resume(e, what, stamp)) : illegal()
    case 'sign-off': {
      if (!isIn(e, transitions['sign-off'].from)) return illegal()
      const why = whyNotSign(e, by.id)
      return why === null ? done(steps['sign-off'](e, what, stamp)) : no(why.code, why.why)
    }
    case 'propose-close': {
      const why = whyNotClose(e)
      return why === null ? done({ ...e, closing: { ...stamp, words: what.words } }) : no(why.code, why.why)
    }
    case 'send-back':
      return e.closing === null ? no('illegal', 'Nobody has proposed to close this episode. Nothing was changed.') : done({ ...e, closing: null })
    case 'take-on':
      return done({ ...e, owner: { id: by.id, name: by.name } })
    case 'note':
      return done(e)
    case 'evidence':
      if (snapshot === null) return { ok: false, outcome: { kind: 'gone' } }
      if (snapshot.member.id !== e.member.id) return no('invalid', 'This was written by another member, who needs an episode of their own. Nothing was added.')
      return done({ ...e, closing: null, evidence: [...e.evidence, evidenceOf(snapshot, what.seen, what.words, stamp)] })
    case 'task':
      if (e.tasks.some((task) => task.id === what.task)) return no('invalid', 'This task is in the episode already.')
      return done({ ...e, closing: null, tasks: [...e.tasks, { id: what.task, what: what.what, due: what.due, ...stamp, finished: null }] })
    case 'finish': {
      const task = openTasks(e).find((one) => one.id === what.task)
      if (task === undefined) return no('illegal', 'This task is finished already, or is not in this episode. Nothing was changed.')
      const finished = { ...stamp, how: what.how, words: what.words }
      return done({ ...e, tasks: e.tasks.map((one) => (one === task ? { ...one, finished } : one)) })
    }
    case 'safe-t':
      return done({ ...e, safeT: { ...e.safeT, [what.step]: { ...stamp, words: what.words } } })
    case 'safety-plan':
      return done({ ...e, safetyPlan: { ...stamp, ...what.plan } })
    case 'followed-up': {
      if (!isIn(e, ['follow-up'])) return illegal()
      if (what.again !== null && Date.parse(what.again) - Date.parse(stamp.at) > followUpMs.max) return no('invalid', 'The next follow-up is due within 72 hours. Choose an earlier time. Nothing was changed.')
      const { followUp } = e
      return done({ ...e, closing: null, followUp: { ...followUp, due: what.again ?? followUp.due, done: [...followUp.done, { ...stamp, reached: what.reached, words: what.words }] } })
    }
    case 'aftercare':
      return done({ ...e, aftercare: { ...e.aftercare, [what.whom]: { ...stamp, words: what.words } } })
  }
}

const followUpWords = 'A follow-up is due 24 to 72 hours from now. Choose a time within that. Nothing was changed.'
/** A minute of grace on both sides, for a form that was open a little. */
const inFollowUpTime = (due: string, at: string): boolean => {
  const ms = Date.parse(due) - Date.parse(at)
  return ms >= followUpMs.min - 60_000 && ms <= followUpMs.max + 60_000
}
