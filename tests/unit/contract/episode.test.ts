/** The rules of a risk episode, one by one: the triage rule with its truth table, what steps require, when it may end. */
import { describe, expect, it } from 'vitest'
import {
  applyCommand,
  assessmentLacks,
  cssrsFields,
  cssrsTriage,
  dueOf,
  episodeStates,
  ownCssrsWords,
  rolesFor,
  steps,
  transitions,
  wordingOf,
  type Actor,
  type CssrsAnswers,
  type Deed,
  type Episode,
  type EpisodeCommand,
  type RiskBand,
  type What,
} from '#contract/episode'
import { answers, assessment, hours, safetyPlan } from '../../integration/support/episodes'

const start = new Date('2026-11-23T12:00:00.000Z')
const person = (n: number, role: Actor['role']): Actor => ({ id: `01900000-0000-7000-8000-0000000000a${n}` as Actor['id'], name: `Wall Guide ${n}`, role })
const lead = person(1, 'lead')
const senior = person(2, 'senior')
const second = person(3, 'senior')
const guide = person(4, 'guide')
const item = '01900000-0000-7000-8000-0000000000b1'
const snapshot = {
  item,
  post: '01900000-0000-7000-8000-0000000000b2',
  text: 'All a bit much.',
  title: null,
  revision: 1,
  postState: 'live',
  writtenAt: start.toISOString(),
  topic: 'General',
  intakeLevel: 'red',
  member: { id: '01900000-0000-7000-8000-0000000000b3', pseudonym: 'calm-pebble', country: 'GB', partner: null },
} as never

let n = 0
const id = () => `01900000-0000-7000-8000-${(++n).toString(16).padStart(12, '0')}`
const command = (what: What, step: number, at = start): EpisodeCommand => ({ id: id(), episode: '01900000-0000-7000-8000-0000000000c1', step, at: at.toISOString(), what }) as never
const give = (episode: Episode | null, what: What, by: Actor = senior, at = start) => applyCommand(episode, command(what, episode?.step ?? 0, at), { by, received: at.toISOString(), snapshot })
const done = (episode: Episode | null, what: What, by: Actor = senior, at = start): Episode => {
  const applied = give(episode, what, by, at)
  if (!applied.ok) throw new Error(`${what.do}: ${JSON.stringify(applied.outcome)}`)
  return applied.episode
}
const why = (episode: Episode, what: What, by: Actor = senior) => {
  const applied = give(episode, what, by)
  return applied.ok ? 'done' : 'why' in applied.outcome ? applied.outcome.why : applied.outcome.kind
}

const open: What = { do: 'open', item: item as never, level: 'red', concern: 'Alone with it.', seen: { title: null, text: 'All a bit much.', revision: 1 } }
const triage: What = { do: 'triage', level: 'red', categories: ['distress'], words: 'Today.' }
const contact: What = { do: 'contact', how: 'chat', reached: true, words: 'Answered.' }
const assess: What = { do: 'assess', assessment: assessment() }
const plan: What = { do: 'plan', way: 'de-escalate', words: 'By message.' }
const deEscalate: What = { do: 'de-escalate', words: 'Calmer.', withoutPlan: '' }
const to = (...whats: What[]) => whats.reduce<Episode | null>((episode, what) => done(episode, what), null) as Episode
const followUp: What = { do: 'follow-up', due: hours(start, 30), words: 'Tomorrow.' }
const inFollowUp = () => to(open, triage, contact, assess, plan, { do: 'safety-plan', plan: safetyPlan }, deEscalate, followUp)
const cared: What[] = (['member', 'thread', 'staff'] as const).map((whom) => ({ do: 'aftercare', whom, words: 'Yes.' }))
const ready = () => [...cared, { do: 'followed-up', reached: true, words: 'Better.', again: null } as What].reduce((episode, what) => done(episode, what), inFollowUp())

describe('the triage rule (cssrs.columbia.edu, triage page)', () => {
  const yes = (...fields: (keyof CssrsAnswers)[]) => answers(Object.fromEntries(fields.map((field) => [field, 'yes'])))

  it.each<[RiskBand, (keyof CssrsAnswers)[]]>([
    ['none', []],
    ['low', ['wish']],
    ['low', ['thoughts']],
    ['low', ['wish', 'thoughts']],
    ['moderate', ['thoughts', 'method']],
    ['moderate', ['earlierBehaviour']],
    ['moderate', ['wish', 'earlierBehaviour']],
    ['high', ['thoughts', 'intent']],
    ['high', ['thoughts', 'method', 'plan']],
    ['high', ['recentBehaviour']],
    ['high', ['intent', 'earlierBehaviour']],
  ])('is %s for %j', (band, fields) => {
    expect(cssrsTriage(yes(...fields))).toEqual({ found: band, possible: band })
  })

  it('is, for every one of the 128 full sets of answers, what the published rule says', () => {
    for (let bits = 0; bits < 2 ** cssrsFields.length; bits++) {
      const set = Object.fromEntries(cssrsFields.map((field, i) => [field, bits & (1 << i) ? 'yes' : 'no'])) as CssrsAnswers
      const is = (field: keyof CssrsAnswers) => set[field] === 'yes'
      const expected = is('intent') || is('plan') || is('recentBehaviour') ? 'high' : is('method') || is('earlierBehaviour') ? 'moderate' : is('wish') || is('thoughts') ? 'low' : 'none'
      expect(cssrsTriage(set).found).toBe(expected)
    }
  })

  it('reads what was not asked as possible, never as a no', () => {
    expect(cssrsTriage(answers({ thoughts: 'yes', intent: 'unknown' }))).toEqual({ found: 'low', possible: 'high' })
    expect(cssrsTriage(answers({ recentBehaviour: 'unknown' }))).toEqual({ found: 'none', possible: 'high' })
    expect(cssrsTriage(answers({ earlierBehaviour: 'unknown' }))).toEqual({ found: 'none', possible: 'moderate' })
  })

  it('leaves out items 3 to 5 where the second is a clear no, but hears a yes that was given to them', () => {
    const skipped = { method: 'unknown', intent: 'unknown', plan: 'unknown' } as const
    expect(cssrsTriage(answers({ wish: 'yes', thoughts: 'no', ...skipped }))).toEqual({ found: 'low', possible: 'low' })
    expect(cssrsTriage(answers({ thoughts: 'unknown', ...skipped })).possible).toBe('high')
    expect(cssrsTriage(answers({ thoughts: 'no', plan: 'yes' })).found).toBe('high')
  })

  it('gives way to the clinician: higher without a word, lower with a sentence', () => {
    const high = answers({ recentBehaviour: 'yes' })
    expect(assessmentLacks({ cssrs: answers(), band: 'high', lowerBecause: '' })).toBeNull()
    expect(assessmentLacks({ cssrs: high, band: 'moderate', lowerBecause: '' })).toContain('high risk')
    expect(assessmentLacks({ cssrs: high, band: 'moderate', lowerBecause: 'In the company of two friends until Monday.' })).toBeNull()
  })

  it('is asked in our own words unless somebody attests that others may be shown', () => {
    const words = Object.fromEntries(cssrsFields.map((field) => [field, `Other words for ${field}`]))
    expect(wordingOf({ words })).toEqual({ words: ownCssrsWords, attestation: null })
    expect(wordingOf({ words: { wish: 'only one' }, attestation: { by: 'A', licence: 'B', at: '2026-11-01' } }).words).toBe(ownCssrsWords)
    expect(wordingOf({ words, attestation: { by: 'Clinical director', licence: 'Agreement 12', at: '2026-11-01' } }).words.wish).toBe('Other words for wish')
  })
})

describe('the machine of E1', () => {
  it('leads from detection to its end by nothing but its own steps', () => {
    expect(to(open).state).toBe('detected')
    expect(inFollowUp().state).toBe('follow-up')
    expect(new Set(Object.values(transitions).map((step) => step.to))).toEqual(new Set(episodeStates.filter((state) => state !== 'detected')))
  })

  it('cannot be moved illegally even by its own code', () => {
    const detected = to(open)
    if (detected.state !== 'detected') throw new Error('An episode begins as detected')
    // @ts-expect-error: a detected episode cannot be planned
    const illegal = () => steps.plan(detected, { do: 'plan', way: 'rescue', words: 'x' }, { at: '', by: senior.id, name: '' })
    expect(illegal).toBeTypeOf('function')
  })

  it('does not wait for forms when life is in danger', () => {
    expect(why(to(open, triage), { do: 'rescue', words: 'Now.', imminent: false })).toContain('imminent danger')
    expect(to(open, triage, { do: 'rescue', words: 'Now.', imminent: true })).toMatchObject({ state: 'active-rescue', ending: { imminent: true } })
  })

  it('goes back to triage when the risk rises again, and needs a new plan then', () => {
    expect(done(inFollowUp(), { do: 'resume', level: 'crisis', words: 'Worse since noon.' })).toMatchObject({ state: 'triaged', level: 'crisis', plan: null, followUp: null })
  })

  it('is not de-escalated without a safety plan or a reason why there is none', () => {
    const planned = to(open, triage, contact, assess, plan)
    expect(why(planned, deEscalate)).toContain('safety plan')
    expect(done(planned, { ...deEscalate, withoutPlan: 'Wishes to write it with their own doctor.' }).state).toBe('de-escalated')
  })

  it('is followed up within 24 to 72 hours', () => {
    const ended = to(open, triage, contact, assess, plan, { do: 'safety-plan', plan: safetyPlan }, deEscalate)
    for (const after of [1, 23, 73, 200]) expect(why(ended, { ...followUp, due: hours(start, after) })).toContain('24 to 72 hours')
    for (const after of [24, 48, 72]) expect(done(ended, { ...followUp, due: hours(start, after) })).toMatchObject({ state: 'follow-up', dueAt: hours(start, after) })
  })

  it('has a clock in every state but the last', () => {
    for (const state of episodeStates) expect(dueOf(state, 'crisis', start.toISOString(), hours(start, 30)) === null).toBe(state === 'closed')
    expect(dueOf('detected', 'crisis', start.toISOString(), null)).toBe(hours(start, 0.25))
  })

  it('does not believe a desk whose clock runs ahead', () => {
    const applied = applyCommand(to(open), command({ do: 'note', words: 'x' }, 1, new Date(hours(start, 5))), { by: senior, received: hours(start, 1), snapshot: null })
    expect(applied.ok && applied.episode.timeline.at(-1)?.at).toBe(hours(start, 1))
  })
})

describe('the end of an episode', () => {
  it('is proposed from its follow-up only, with nothing open and everybody cared for', () => {
    const propose: What = { do: 'propose-close', words: 'Settled.' }
    expect(why(to(open), propose)).toContain('from its follow-up')
    expect(why(inFollowUp(), propose)).toContain('follow up at least once; note the after-care of the member, the thread, the staff')
    const task = done(ready(), { do: 'task', task: id() as never, what: 'Call the night Guide', due: hours(start, 2) })
    expect(why(task, propose)).toContain('finish the open task')
    expect(done(ready(), propose).closing?.words).toBe('Settled.')
  })

  it('asks for all SAFE-T steps where the person’s own life was in question', () => {
    const own = [contact, assess, plan, { ...deEscalate, withoutPlan: 'x' } as What, followUp, ...cared, { do: 'followed-up', reached: true, words: 'x', again: null } as What].reduce((e, what) => done(e, what), to(open, { ...triage, categories: ['suicide'] } as What))
    expect(why(own, { do: 'propose-close', words: 'x' })).toContain('5 SAFE-T steps')
  })

  it('is signed by a Senior who neither proposed it nor made the assessment', () => {
    const byLead = done(ready(), { do: 'propose-close', words: 'x' }, lead)
    const sign: What = { do: 'sign-off', words: 'Agreed.' }
    expect(why(byLead, sign, lead)).toContain('Senior clinician')
    expect(why(byLead, sign, senior)).toContain('made its assessment')
    expect(why(done(ready(), { do: 'propose-close', words: 'x' }, second), sign, second)).toContain('proposed to close it')
    expect(done(byLead, sign, second)).toMatchObject({ state: 'closed', dueAt: null })
  })

  it('is off again when a task, evidence or another follow-up comes after it was proposed', () => {
    const proposed = done(ready(), { do: 'propose-close', words: 'x' }, lead)
    expect(done(proposed, { do: 'task', task: id() as never, what: 'x', due: hours(start, 1) }).closing).toBeNull()
    expect(done(proposed, { do: 'evidence', item: item as never, words: 'Wrote again.', seen: { title: null, text: 'x', revision: 1 } }).closing).toBeNull()
    expect(done(proposed, { do: 'send-back', words: 'Please ask once more.' }, second).closing).toBeNull()
  })
})

describe('roles', () => {
  it('let a Guide do nothing in an episode, a Lead open, triage and keep it, a Senior run it', () => {
    const all = Object.keys(rolesFor) as Deed[]
    expect(all.filter((deed) => rolesFor[deed].includes('guide'))).toEqual([])
    expect(all.filter((deed) => rolesFor[deed].includes('lead')).sort()).toEqual(['aftercare', 'evidence', 'finish', 'note', 'open', 'propose-close', 'task', 'triage'])
    expect(all.every((deed) => rolesFor[deed].includes('senior'))).toBe(true)
    expect(give(null, open, guide).ok).toBe(false)
  })
})
