/** One risk episode under way, so that a newcomer can see how one is worked on. Made up, without any detail of means. */
import { EpisodeCommand, type Assessment, type What } from '#contract/episode'
import type { Database } from '../db/database'
import { statement } from '../db/sql'
import { pushEpisodes } from '../episodes/push'
import type { Decider } from '../sync/decide'
import { demoId } from './id'
import { demoStaff } from './people'

const deskId = '01900000-0000-7000-8000-0000000000d0'
const minute = 60_000
const hour = 60 * minute

type Escalated = { id: string; title: string | null; text: string; revision: number }
const escalated = statement<Escalated>(
  'demo_episode_item',
  `select i.id, p.title, p.text, p.revision from item i join post p on p.id = i.post_id where p.title = $1 and i.kind = 'escalation' and i.status = 'open' limit 1`,
)

const assessment: Assessment = {
  cssrs: { wish: 'no', thoughts: 'no', method: 'unknown', intent: 'unknown', plan: 'unknown', recentBehaviour: 'no', earlierBehaviour: 'no' },
  stressors: 'Saw something at a relative’s home that does not leave them alone; afraid of splitting the family.',
  protective: 'Asked for help by themselves; has an aunt who knows.',
  others: 'Their grandmother, who lives with dementia and depends on the person who frightens her.',
  formulation: 'Not at risk themselves. Wants somebody to share the decision with, and agrees that it cannot wait for long.',
  band: 'none',
  lowerBecause: '',
}

/** Who did what, and how many minutes ago. */
const story = (at: Date): readonly { by: string; minutes: number; steers: boolean; what: What }[] => {
  const from = (minutes: number, ms: number) => new Date(at.getTime() - minutes * minute + ms).toISOString()
  return [
    { by: 'linden', minutes: 172, steers: true, what: { do: 'triage', level: 'red', categories: ['safeguarding-adult'], words: 'An adult who cannot speak up for herself. The writer is safe and wants to talk.' } },
    { by: 'sage', minutes: 165, steers: false, what: { do: 'take-on' } },
    { by: 'sage', minutes: 160, steers: true, what: { do: 'contact', how: 'private-message', reached: true, words: 'Answered within ten minutes; glad that somebody had read it properly.' } },
    { by: 'sage', minutes: 120, steers: true, what: { do: 'assess', assessment } },
    { by: 'sage', minutes: 112, steers: true, what: { do: 'plan', way: 'hand-over', words: 'Adult safeguarding of the county, with the member’s agreement; the aunt is told by the member first.' } },
    { by: 'sage', minutes: 110, steers: false, what: { do: 'task', task: demoId('episode task', at) as never, what: 'Ask the member whether the aunt has been told', due: from(110, 4 * hour) } },
    { by: 'linden', minutes: 60, steers: false, what: { do: 'note', words: 'The thread is kind. Two others wrote that they had been in the same place.' } },
  ]
}

export async function seedEpisodes(database: Database, at: Date, onError: (error: unknown) => void): Promise<void> {
  const [item] = await database.query(escalated, ['My gran and my uncle'])
  if (item === undefined) return
  const episode = demoId('episode', at)
  const seen = { title: item.title, text: item.text, revision: item.revision }
  const first = { by: 'linden', minutes: 178, steers: false, what: { do: 'open', item: item.id as never, level: 'red', concern: 'Possible abuse of an older person by a relative, seen by the writer.', seen } satisfies What }
  let step = 1
  for (const { by, minutes, steers, what } of [first, ...story(at)]) {
    const staff = demoStaff.find((one) => one.username === by) as unknown as Decider
    const then = new Date(at.getTime() - minutes * minute)
    const command = EpisodeCommand.parse({ id: demoId(`episode ${what.do} ${minutes}`, then), episode, step, at: then.toISOString(), what })
    const [result] = await pushEpisodes({ database, now: () => then, onError }, staff, deskId, [command])
    if (result?.outcome.kind !== 'applied') throw new Error(`The demo’s episode breaks a rule: ${JSON.stringify(result?.outcome)}`)
    if (steers) step++
  }
}
