import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import type { Episode, EpisodeBrief, EpisodeChanges, EpisodeOutcome, What } from '#contract/episode'
import type { Decision, ReviewItem } from '#contract/review'
import { replay } from '../../../../src/api/episodes/ledger'
import { statement } from '../../../../src/api/db/sql'
import { aDecision, clinical, fullItem, makeDesk, makeMember, until, write, type Desk, type Written } from '../../support/people'
import { answers, assessment, hours, safetyPlan } from '../../support/episodes'
import type { Fixture } from './fixture'

const tamper = statement('test_episode_tamper', `update episode_command set payload = '{}' where episode_id = $1`)
const erase = statement('test_episode_erase', 'delete from episode_command where episode_id = $1')
const eraseAll = statement('test_episode_truncate', 'truncate episode_command')

type Command = { id: string; episode: string; step: number; at: string; what: unknown }

export function episodesSuite(fixture: Fixture): void {
  const written = async (text = 'It is all a bit much today. #red') => write(fixture.api, await makeMember(fixture.api), text)
  const now = () => fixture.clock.now().toISOString()
  const command = (episode: string, what: What, step = 0): Command => ({ id: uuidv7(), episode, step, at: now(), what })
  const send = async (desk: Desk, ...commands: unknown[]): Promise<EpisodeOutcome[]> => {
    const { status, body } = await desk.post('/v1/episodes/commands', { device: desk.device, commands })
    expect(status).toBe(200)
    return (body as { results: { outcome: EpisodeOutcome }[] }).results.map((one) => one.outcome)
  }
  const feed = async (desk: Desk, cursor?: string) => (await desk.get(`/v1/episodes/changes${cursor ? `?cursor=${cursor}` : '?limit=200'}`)).body as EpisodeChanges
  const all = async (desk: Desk) => {
    const rows: EpisodeChanges['rows'] = []
    for (let page = await feed(desk); ; page = await feed(desk, page.next)) {
      rows.push(...page.rows)
      if (!page.more) return rows
    }
  }
  const see = async (desk: Desk, id: string): Promise<Episode | undefined> =>
    (await all(desk)).flatMap((row) => (row.view === 'full' && row.episode.id === id ? [row.episode] : []))[0]
  const openWhat = ({ item }: Written, text = 'It is all a bit much today. #red'): What => ({ do: 'open', item: item.id, level: 'red', concern: 'Worn out, and alone with it.', seen: { title: 'A title', text, revision: 1 } })
  const opened = async (desk: Desk, of?: Written): Promise<{ id: string; of: Written }> => {
    const post = of ?? (await written())
    const id = uuidv7()
    expect(await send(desk, command(id, openWhat(post)))).toEqual([{ kind: 'applied', version: 1 }])
    return { id, of: post }
  }
  /** Does it as whoever sees the episode as it is now. */
  const does = async (desk: Desk, id: string, what: What): Promise<EpisodeOutcome> => {
    const [outcome] = await send(desk, command(id, what, (await see(desk, id))?.step ?? 0))
    return outcome as EpisodeOutcome
  }
  const applied = async (desk: Desk, id: string, what: What) => expect(await does(desk, id, what), JSON.stringify(what)).toMatchObject({ kind: 'applied' })

  const triage: What = { do: 'triage', level: 'red', categories: ['distress'], words: 'Needs a person today.' }
  const contact: What = { do: 'contact', how: 'private-message', reached: true, words: 'Answered within minutes.' }
  const assess: What = { do: 'assess', assessment: assessment() }
  const plan: What = { do: 'plan', way: 'de-escalate', words: 'Stay with them by message today.' }

  /** Up to the follow-up, as one Senior. */
  const toFollowUp = async (senior: Desk, id: string) => {
    for (const what of [triage, contact, assess, plan, { do: 'safety-plan', plan: safetyPlan } as What, { do: 'de-escalate', words: 'Calmer, and not alone tonight.', withoutPlan: '' } as What]) await applied(senior, id, what)
    await applied(senior, id, { do: 'follow-up', due: hours(fixture.clock.now(), 26), words: 'Tomorrow afternoon, by message.' })
  }
  const readyToClose = async (senior: Desk, id: string) => {
    await toFollowUp(senior, id)
    await applied(senior, id, { do: 'followed-up', reached: true, words: 'Slept, and has spoken with a friend.', again: null })
    for (const whom of ['member', 'thread', 'staff'] as const) await applied(senior, id, { do: 'aftercare', whom, words: 'Looked after.' })
  }

  describe('opening an episode', () => {
    it('keeps the post as it was, whatever becomes of it later', async () => {
      const [guide, senior] = await Promise.all([makeDesk(fixture.api), makeDesk(fixture.api, { role: 'senior' })])
      const { id, of } = await opened(senior)
      await guide.decide(aDecision(of.item, { verdict: 'hide' }, 'needs-second-look', 'Read.'))
      expect((await fullItem(guide, of.item.id))?.post.state).toBe('held')
      expect((await see(senior, id))?.evidence).toMatchObject([{ item: of.item.id, text: 'It is all a bit much today. #red', postState: 'reading', seen: null }])
      const other = uuidv7()
      const second = await written()
      await send(senior, command(other, openWhat(second, 'What an older desk had shown.')))
      expect((await see(senior, other))?.evidence[0]?.seen?.text).toBe('What an older desk had shown.')
    })

    it('accepts the escalation that it is opened from, so that whoever escalated sees who has it', async () => {
      const [guide, lead] = await Promise.all([makeDesk(fixture.api), makeDesk(fixture.api, { role: 'lead' })])
      const { item } = await written()
      await guide.decide({ ...aDecision(item, { verdict: 'escalate' }, 'risk-to-self'), clinical } as Decision)
      const { body } = await lead.get('/v1/sync/snapshot?limit=500')
      const work = (body as { items: { item: ReviewItem }[] }).items.find((one) => one.item.origin?.itemId === item.id)?.item
      expect(work?.kind).toBe('escalation')
      await opened(lead, { post: work!.post.id, item: work! })
      expect(await fullItem(guide, item.id)).toMatchObject({ assignee: { id: lead.id }, acceptedAt: expect.any(String) as unknown })
    })

    it('is once per member while one is open, also when two open at the same moment', async () => {
      const [one, two] = await Promise.all([makeDesk(fixture.api, { role: 'lead' }), makeDesk(fixture.api, { role: 'senior' })])
      const of = await written()
      const outcomes = (await Promise.all([one, two].map((desk) => send(desk, command(uuidv7(), openWhat(of)))))).flat()
      expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['applied', 'refused'])
      expect(outcomes.find((outcome) => outcome.kind === 'refused')).toMatchObject({ code: 'exists', episode: expect.any(String) as unknown, why: expect.stringContaining('already') as unknown })
    })

    it('is not for a Guide, who sees that somebody looks after the member and no word of it', async () => {
      const [guide, senior] = await Promise.all([makeDesk(fixture.api), makeDesk(fixture.api, { role: 'senior' })])
      const { id, of } = await opened(senior)
      expect((await guide.post('/v1/episodes/commands', { device: guide.device, commands: [command(uuidv7(), openWhat(of))] })).status).toBe(403)
      expect((await guide.get(`/v1/episodes/${id}/record`)).status).toBe(403)
      const row = (await all(guide)).find((one) => one.episode.id === id)
      expect(row?.view).toBe('brief')
      const brief = row?.episode as EpisodeBrief
      expect(Object.keys(brief).sort()).toEqual(['id', 'items', 'member', 'open', 'owner', 'since'])
      expect(brief).toMatchObject({ open: true, owner: { id: senior.id }, items: [of.item.id] })
    })

    it('needs an item that this role sees, and a valid registration', async () => {
      const [lead, expired] = await Promise.all([makeDesk(fixture.api, { role: 'lead' }), makeDesk(fixture.api, { role: 'senior', expires: '2020-01-01' })])
      expect(await send(lead, command(uuidv7(), openWhat({ item: { id: uuidv7() as never, version: 1 }, post: uuidv7() as never })))).toEqual([{ kind: 'gone' }])
      expect(await send(expired, command(uuidv7(), openWhat(await written())))).toMatchObject([{ kind: 'refused', code: 'registration_expired' }])
    })
  })

  describe('an episode', () => {
    it('goes its way from detection to sign-off by a second Senior, and its record replays to the same', async () => {
      const [lead, senior, second] = await Promise.all([makeDesk(fixture.api, { role: 'lead' }), makeDesk(fixture.api, { role: 'senior' }), makeDesk(fixture.api, { role: 'senior' })])
      const { id } = await opened(lead)
      const task = uuidv7() as never
      await applied(lead, id, { do: 'task', task, what: 'Ask the Guide of the night to look in', due: hours(fixture.clock.now(), 8) })
      await readyToClose(senior, id)
      expect(await does(lead, id, { do: 'propose-close', words: 'Settled.' })).toMatchObject({ kind: 'refused', code: 'incomplete', why: expect.stringContaining('open task') as unknown })
      await applied(lead, id, { do: 'finish', task, how: 'done', words: 'Looked in twice; quiet.' })
      await applied(lead, id, { do: 'propose-close', words: 'Settled, followed up, nothing open.' })
      expect(await does(lead, id, { do: 'sign-off', words: 'Agreed.' })).toMatchObject({ kind: 'refused', code: 'not_allowed' })
      expect(await does(senior, id, { do: 'sign-off', words: 'Agreed.' })).toMatchObject({ kind: 'refused', code: 'not_allowed', why: expect.stringContaining('another Senior') as unknown })
      await applied(second, id, { do: 'sign-off', words: 'Read and agreed.' })
      const closed = await see(lead, id)
      expect(closed).toMatchObject({ state: 'closed', dueAt: null, signedOff: { by: second.id } })
      expect(await does(senior, id, { do: 'note', words: 'Too late.' })).toMatchObject({ kind: 'refused', code: 'illegal' })

      const record = await replay(fixture.api.database, id)
      expect(record).toMatchObject({ intact: true, entries: closed?.version })
      expect(record.episode).toEqual(closed)
      expect((await lead.get(`/v1/episodes/${id}/record`)).body).toEqual({ intact: true, entries: closed?.version })
    })

    it('refuses in words what its state or role does not allow, and changes nothing', async () => {
      const [lead, senior] = await Promise.all([makeDesk(fixture.api, { role: 'lead' }), makeDesk(fixture.api, { role: 'senior' })])
      const { id } = await opened(lead)
      for (const what of [contact, assess, plan, { do: 'sign-off', words: 'x' } as What]) expect(await does(senior, id, what)).toMatchObject({ kind: 'refused', code: 'illegal', why: expect.stringContaining('detected') as unknown })
      await applied(lead, id, triage)
      expect(await does(lead, id, contact)).toMatchObject({ kind: 'refused', code: 'not_allowed', why: expect.stringContaining('Senior clinician') as unknown })
      expect(await does(senior, id, { do: 'rescue', words: 'x', imminent: false })).toMatchObject({ kind: 'refused', code: 'incomplete' })
      expect(await see(lead, id)).toMatchObject({ state: 'triaged', version: 2 })
    })

    it('does not take a lower judgement than the answers without a reason', async () => {
      const senior = await makeDesk(fixture.api, { role: 'senior' })
      const { id } = await opened(senior)
      await applied(senior, id, triage)
      await applied(senior, id, contact)
      const low = { ...assessment({ cssrs: answers({ thoughts: 'yes', plan: 'yes' }) }), band: 'low' as const }
      expect(await does(senior, id, { do: 'assess', assessment: low })).toMatchObject({ kind: 'refused', code: 'incomplete', why: expect.stringContaining('high risk') as unknown })
      await applied(senior, id, { do: 'assess', assessment: { ...low, lowerBecause: 'Spoke of an old plan; nothing of it stands.' } })
    })

    it('tells the second of two who steer it what the first did, and takes notes of both', async () => {
      const [one, two] = await Promise.all([makeDesk(fixture.api, { role: 'senior', name: `steers-${uuidv7().slice(-6)}` }), makeDesk(fixture.api, { role: 'senior' })])
      const { id } = await opened(one)
      expect(await send(one, command(id, triage, 1))).toMatchObject([{ kind: 'applied' }])
      const [late, note] = await send(two, command(id, { ...triage, words: 'Mine.' }, 1), command(id, { do: 'note', words: 'Saw the same.' }, 1))
      expect(late).toMatchObject({ kind: 'stale', why: expect.stringMatching(/steers-.* changed this episode meanwhile; it is triaged now/) as unknown })
      expect(note).toMatchObject({ kind: 'applied' })
    })

    it('has a command carried out once, however often it arrives, and never another under its number', async () => {
      const senior = await makeDesk(fixture.api, { role: 'senior' })
      const { id } = await opened(senior)
      const note = command(id, { do: 'note', words: 'Once.' })
      const outcomes = (await Promise.all(Array.from({ length: 4 }, () => send(senior, note)))).flat()
      expect(outcomes).toEqual(Array(4).fill({ kind: 'applied', version: 2 }))
      expect(await send(senior, { ...note, what: { do: 'note', words: 'Other.' } })).toMatchObject([{ kind: 'refused', code: 'key_reuse' }])
      expect((await see(senior, id))?.timeline.filter((entry) => entry.do === 'note').length).toBe(1)
    })

    it('takes the good ones of a batch although one is malformed', async () => {
      const senior = await makeDesk(fixture.api, { role: 'senior' })
      const { id } = await opened(senior)
      const outcomes = await send(senior, { id: uuidv7(), episode: id, what: { do: 'note' } }, {}, command(id, { do: 'note', words: 'Good.' }))
      expect(outcomes).toMatchObject([{ kind: 'refused', code: 'invalid' }, { kind: 'refused', code: 'invalid' }, { kind: 'applied', version: 2 }])
    })

    it('takes further evidence of its own member only', async () => {
      const senior = await makeDesk(fixture.api, { role: 'senior' })
      const { id } = await opened(senior)
      const stranger = await written()
      const what: What = { do: 'evidence', item: stranger.item.id, words: 'x', seen: { title: null, text: 'x', revision: 1 } }
      expect(await does(senior, id, what)).toMatchObject({ kind: 'refused', code: 'invalid', why: expect.stringContaining('another member') as unknown })
    })
  })

  describe('the record of an episode', () => {
    it('cannot be changed, shortened or emptied in the database', async () => {
      const senior = await makeDesk(fixture.api, { role: 'senior' })
      const { id } = await opened(senior)
      for (const [attack, params] of [[tamper, [id]], [erase, [id]], [eraseAll, []]] as const) await expect(fixture.api.database.query(attack, params)).rejects.toThrow(/only added to/)
      expect(await replay(fixture.api.database, id)).toMatchObject({ entries: 1, intact: true })
    })
  })

  describe('the feed of episodes', () => {
    it('gives what changed after a cursor, and begins anew for one it does not know', async () => {
      const [lead, senior] = await Promise.all([makeDesk(fixture.api, { role: 'lead' }), makeDesk(fixture.api, { role: 'senior' })])
      const { id } = await opened(senior)
      let page = await feed(lead)
      while (page.more) page = await feed(lead, page.next)
      expect(await feed(lead, page.next)).toMatchObject({ rows: [], reset: false })
      await applied(senior, id, triage)
      const after = await until('the change', async () => {
        const found = await feed(lead, page.next)
        return found.rows.length > 0 && found
      })
      expect(after.rows.map((row) => row.episode.id)).toEqual([id])
      expect((await feed(lead, `${uuidv7()}.5`)).reset).toBe(true)
    })
  })
}
