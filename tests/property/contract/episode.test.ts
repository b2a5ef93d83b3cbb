/** No sequence of commands, by whomever, brings an episode where it must not be; and server and desk make the same of it. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyCommand, Episode, EpisodeCommand, openTasks, type Actor, type EpisodeState, type Snapshot, type What } from '#contract/episode'
import type { Staff } from '#contract/staff'
import { head } from '../../../src/api/sync/head'
import { episodeChanges } from '../../../src/api/episodes/feed'
import { replay } from '../../../src/api/episodes/ledger'
import { pushEpisodes } from '../../../src/api/episodes/push'
import { startTestApi, type TestApi } from '../../integration/support/api'
import { answers, assessment, hours, safetyPlan } from '../../integration/support/episodes'
import { makeDesk, makeMember, makeTopic, wordScorer, write } from '../../integration/support/people'

const start = new Date('2026-11-23T12:00:00.000Z')
const roles = ['guide', 'lead', 'senior', 'senior'] as const

/** Written down a second time and by hand, from domain E1 and decision 0020. */
const legal: Record<EpisodeState, readonly EpisodeState[]> = {
  detected: ['triaged'],
  triaged: ['contact-attempted', 'active-rescue'],
  'contact-attempted': ['contact-attempted', 'assessed', 'active-rescue'],
  assessed: ['assessed', 'planned', 'active-rescue'],
  planned: ['assessed', 'de-escalated', 'handed-over', 'active-rescue'],
  'de-escalated': ['follow-up', 'triaged'],
  'handed-over': ['follow-up', 'triaged'],
  'active-rescue': ['follow-up'],
  'follow-up': ['triaged', 'closed'],
  closed: [],
}

const uuid = (kind: number, n: number) => `0190000${kind.toString(16)}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const task = (n: number) => uuid(7, n) as never
const level = fc.constantFrom('crisis', 'red', 'amber', 'green' as const)
const of = fc.constant<What[]>
const flat = <T,>(arb: fc.Arbitrary<T[]>) => arb.chain((list) => fc.constantFrom(...list))

/** Any deed, likely ones more often, with what it requires or not quite. */
const anyWhat: fc.Arbitrary<What> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('triage' as const), level, categories: fc.constantFrom(['distress'], ['suicide']) as never, words: fc.constant('w') }) as fc.Arbitrary<What> },
  { weight: 6, arbitrary: flat(of([
    { do: 'contact', how: 'chat', reached: true, words: 'w' },
    { do: 'assess', assessment: assessment() },
    { do: 'assess', assessment: assessment({ cssrs: answers({ plan: 'yes' }) }) },
    { do: 'plan', way: 'de-escalate', words: 'w' },
    { do: 'de-escalate', words: 'w', withoutPlan: '' },
    { do: 'de-escalate', words: 'w', withoutPlan: 'w' },
    { do: 'hand-over', to: 'A service', words: 'w' },
    { do: 'rescue', words: 'w', imminent: false },
    { do: 'rescue', words: 'w', imminent: true },
    { do: 'follow-up', due: hours(start, 30), words: 'w' },
    { do: 'follow-up', due: hours(start, 2), words: 'w' },
    { do: 'resume', level: 'crisis', words: 'w' },
    { do: 'sign-off', words: 'w' },
    { do: 'propose-close', words: 'w' },
    { do: 'send-back', words: 'w' },
    { do: 'followed-up', reached: true, words: 'w', again: null },
    { do: 'followed-up', reached: false, words: 'w', again: hours(start, 20) },
  ])) },
  { weight: 3, arbitrary: flat(of([
    { do: 'take-on' },
    { do: 'note', words: 'w' },
    { do: 'task', task: task(1), what: 'w', due: hours(start, 3) },
    { do: 'task', task: task(2), what: 'w', due: hours(start, 3) },
    { do: 'finish', task: task(1), how: 'done', words: 'w' },
    { do: 'finish', task: task(2), how: 'not-needed', words: 'w' },
    { do: 'safety-plan', plan: safetyPlan },
    ...(['risk-factors', 'protective-factors', 'inquiry', 'level', 'document'] as const).map((step) => ({ do: 'safe-t' as const, step, words: 'w' })),
    ...(['member', 'thread', 'staff'] as const).map((whom) => ({ do: 'aftercare' as const, whom, words: 'w' })),
  ])) },
)
/** Who does it, and whether they saw the episode as it is. */
const anyMove = fc.record({ who: fc.oneof({ weight: 1, arbitrary: fc.constantFrom(0, 1) }, { weight: 3, arbitrary: fc.constantFrom(2, 3) }), what: anyWhat, behind: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 2) }) })
/** Random deeds rarely get far, so a whole way is mixed in, in its order. */
const wholeWay = (ending: What): { who: number; what: What }[] => [
  { who: 1, what: { do: 'triage', level: 'red', categories: ['distress'], words: 'w' } },
  { who: 2, what: { do: 'contact', how: 'chat', reached: true, words: 'w' } },
  { who: 2, what: { do: 'assess', assessment: assessment() } },
  { who: 2, what: { do: 'plan', way: 'de-escalate', words: 'w' } },
  { who: 2, what: ending },
  { who: 2, what: { do: 'follow-up', due: hours(start, 30), words: 'w' } },
  { who: 2, what: { do: 'followed-up', reached: true, words: 'w', again: null } },
  ...(['member', 'thread', 'staff'] as const).map((whom) => ({ who: 1, what: { do: 'aftercare' as const, whom, words: 'w' } })),
  { who: 1, what: { do: 'propose-close', words: 'w' } },
  { who: 3, what: { do: 'sign-off', words: 'w' } },
]
const endings = fc.constantFrom<What | null>(null, { do: 'de-escalate', words: 'w', withoutPlan: 'w' }, { do: 'hand-over', to: 'A service', words: 'w' }, { do: 'rescue', words: 'w', imminent: false })
const anyScript = fc.record({ noise: fc.array(fc.record({ before: fc.nat({ max: 12 }), move: anyMove }), { maxLength: 16 }), ending: endings }).map(({ noise, ending }) => {
  const script = ending === null ? [] : wholeWay(ending).map((move) => ({ ...move, behind: 0 }))
  for (const { before, move } of noise) script.splice(Math.min(before, script.length), 0, move)
  return script
})

const openWhat = (item: string): What => ({ do: 'open', item: item as never, level: 'red', concern: 'w', seen: { title: 'A title', text: 'A quiet day. #red', revision: 1 } })

/** What must hold of every episode, whatever was done. */
function sound(before: Episode, after: Episode) {
  expect(Episode.safeParse(after).success, JSON.stringify(after)).toBe(true)
  expect(after.version).toBe(before.version + 1)
  expect(after.timeline.length).toBe(after.version)
  if (after.state !== before.state) expect(legal[before.state], `${before.state} → ${after.state}`).toContain(after.state)
  if (after.state === 'closed') {
    expect(openTasks(after)).toEqual([])
    expect(after.signedOff.by).not.toBe(after.closing.by)
    expect(after.signedOff.by).not.toBe(after.assessment?.by)
    expect(after.followUp.done.length).toBeGreaterThan(0)
  }
}

const reached = new Set<EpisodeState>()

describe('any sequence of commands', () => {
  it('keeps an episode in states that it may be in, with the facts that they imply; what is refused changes nothing', () => {
    const actors = roles.map((role, i): Actor => ({ id: uuid(1, i) as Actor['id'], name: `Wall Guide ${i}`, role }))
    const snapshot = { item: uuid(2, 1), post: uuid(2, 2), text: 'x', title: null, revision: 1, postState: 'live', writtenAt: start.toISOString(), topic: 'General', intakeLevel: 'red', member: { id: uuid(2, 3), pseudonym: 'calm-pebble', country: null, partner: null } } as unknown as Snapshot
    fc.assert(
      fc.property(anyScript, (script) => {
        let n = 0
        const command = (what: What, step: number): EpisodeCommand => ({ id: uuid(3, ++n), episode: uuid(4, 1), step, at: start.toISOString(), what }) as never
        const first = applyCommand(null, command(openWhat(uuid(2, 1)), 0), { by: actors[2] as Actor, received: start.toISOString(), snapshot })
        if (!first.ok) throw new Error('A Senior may open an episode')
        let episode = first.episode
        for (const { who, what, behind } of script) {
          const by = actors[who] as Actor
          const text = JSON.stringify(episode)
          const applied = applyCommand(episode, command(what, episode.step - behind), { by, received: start.toISOString(), snapshot })
          expect(JSON.stringify(episode)).toBe(text)
          if (applied.ok) {
            sound(episode, applied.episode)
            expect(by.role).not.toBe('guide')
            episode = applied.episode
            reached.add(episode.state)
          } else if ('why' in applied.outcome) expect(applied.outcome.why).toMatch(/[.]$/)
        }
      }),
      { numRuns: 600 },
    )
    // The property looked into every state, or it proves less than it says.
    expect([...reached].sort()).toEqual(Object.keys(legal).sort())
  })
})

describe('server and desk', () => {
  let api: TestApi
  let staff: Staff[] = []
  beforeAll(async () => {
    api = await startTestApi({ scorer: wordScorer })
    await makeTopic(api)
    const desks = await Promise.all(roles.map((role) => makeDesk(api, { role })))
    staff = await Promise.all(desks.map(async (desk) => (await desk.get('/v1/staff/me')).body as Staff))
  })
  afterAll(() => api?.close())

  it('make the same of the same commands, also when they arrive twice', async () => {
    let n = 0
    await fc.assert(
      fc.asyncProperty(anyScript, async (script) => {
        const { item } = await write(api, await makeMember(api), 'A quiet day. #red')
        const id = uuid(5, ++n)
        const deps = { database: api.database, now: () => start, onError: (error: unknown) => { throw error } }
        const send = async (who: number, command: EpisodeCommand) => {
          const [result] = await pushEpisodes(deps, staff[who] as never, uuid(6, who), [command])
          return result?.outcome
        }
        const command = (what: What, step: number): EpisodeCommand => EpisodeCommand.parse({ id: uuid(8, ++n), episode: id, step, at: start.toISOString(), what })
        expect(await send(2, command(openWhat(item.id), 0))).toEqual({ kind: 'applied', version: 1 })
        let desk = (await replay(api.database, id)).episode
        for (const { who, what, behind } of script) {
          const { id: by, pseudonym: name, role } = staff[who] as Staff
          const made = command(what, (desk?.step ?? 0) - behind < 0 ? 0 : (desk?.step ?? 0) - behind)
          const here = applyCommand(desk, made, { by: { id: by, name, role: role as Actor['role'] }, received: start.toISOString(), snapshot: null })
          const there = await send(who, made)
          expect(there).toEqual(here.ok ? { kind: 'applied', version: here.episode.version } : here.outcome)
          if (behind > 0) expect(await send(who, made)).toEqual(there)
          if (here.ok) desk = here.episode
        }
        const record = await replay(api.database, id)
        expect(record.intact).toBe(true)
        expect(record.episode).toEqual(desk)
        const { seq } = await head(api.database)
        const page = await episodeChanges(api.database, 'senior', undefined, 200, start)
        expect(page.rows.find((row) => row.episode.id === id)).toMatchObject({ view: 'full', episode: desk })
        expect(Math.max(...page.rows.map((row) => row.seq))).toBeLessThanOrEqual(seq)
      }),
      { numRuns: 25 },
    )
  })
})
