/** One piece of every other kind of work, so that a Guide who looks in can see how each is done. Made up and gentle, like the rest. */
import { uuidv7 } from 'uuidv7'
import type { Viewer } from '#contract/community'
import type { PostId } from '#contract/ids'
import type { DecisionSummary, ReviewItem } from '#contract/review'
import type { Level } from '#contract/risk'
import type { Scorer } from '#risk'
import { ask } from '../community/asking'
import { report } from '../community/reports'
import type { Database } from '../db/database'
import { statement } from '../db/sql'
import { raiseAssessment } from '../review/assessment'
import { appendItems, type NewItem } from '../review/items'
import { placeInQueue } from '../review/rank'
import { blindLevel, noteSecond } from '../second-review/sample'
import { seedDecision } from './history'
import { demoMembers, demoStaff } from './people'

type Found = { id: string; item: string; version: number; level: Level; pack_version: string; author_id: string; decision: DecisionSummary | null }
const postBy = (name: string, what: string) =>
  statement<Found>(
    name,
    `select p.id, i.id as item, i.version, i.level, i.pack_version, p.author_id, i.decision
     from post p join item i on i.post_id = p.id and i.kind = 'content' where ${what} order by p.created_at, p.id limit 1`,
  )
const byTitle = postBy('demo_kinds_title', `p.title = $1`)
const byText = postBy('demo_kinds_text', `p.text = $1`)
const memberBy = statement<{ id: string; pseudonym: string; country: string | null; rules_version: string }>(
  'demo_kinds_member',
  'select id, pseudonym, country, rules_version from member where pseudonym = $1',
)
const others = statement<{ id: string; pseudonym: string; country: string | null; rules_version: string }>(
  'demo_kinds_others',
  `select id, pseudonym, country, rules_version from member where source = 'demo' order by pseudonym limit $1`,
)
const openAsk = statement<{ id: string; version: number }>(
  'demo_kinds_ask',
  `select id, version from item where author_id = $1 and kind = 'ask' and status = 'open' order by queued_at limit 1`,
)

const minute = 60_000
const insult = 'He sounds like a useless idiot, and so do the people who sit there and say nothing.'
const fishing = 'Write to me elsewhere, we could talk properly. What is the name you use on the photo app?'

export type KindsDeps = { database: Database; scorer: Scorer; at: Date }

export async function seedKinds({ database, scorer, at }: KindsDeps): Promise<void> {
  const ago = (minutes: number) => new Date(at.getTime() - minutes * minute)
  const depsAt = (minutes: number) => ({ database, scorer, now: () => ago(minutes) })
  const one = async (of: typeof byTitle, value: string): Promise<Found> => {
    const [found] = await database.query(of, [value])
    if (!found) throw new Error(`The demo has no post “${value}”`)
    return found
  }
  const viewer = (row: { id: string; pseudonym: string; country: string | null; rules_version: string }): Viewer =>
    ({ id: row.id, pseudonym: row.pseudonym, country: row.country, rulesVersion: row.rules_version, restrictedUntil: null }) as Viewer
  const [lantern, harbour] = await Promise.all(demoMembers.map(async ({ pseudonym }) => (await database.query(memberBy, [pseudonym]))[0]))
  const people = await database.query(others, [4])
  if (!lantern || !harbour) throw new Error('The demo has no members')

  // Two members report the same answer; one of them is an account that anyone may use, and sees what becomes of it.
  const rude = await one(byText, insult)
  await report(depsAt(26), viewer(lantern), { post: rude.id as PostId, reason: 'unkind', words: 'The person who wrote first was looking for support, not for names.' })
  const second = people.find((row) => row.id !== rude.author_id && row.id !== lantern.id)
  if (second) await report(depsAt(17), viewer(second), { post: rude.id as PostId, reason: 'unkind', words: '' })

  // A conversation with an answer, and a question that waits.
  await ask(depsAt(1500), viewer(harbour), { text: 'Is it all right to write here when I only want to be read, without any advice?', key: 'demo-ask-1' })
  const [answered] = await database.query(openAsk, [harbour.id])
  const body = 'It is. Choose “Listen to me” when you post, and people will know. I am glad you asked.'
  if (answered) await seedDecision(database, answered, { by: 1, action: { verdict: 'message', body }, reason: 'support' }, ago(1480))
  await ask(depsAt(11), viewer(harbour), { text: 'I have hardly slept for two weeks, and I notice that I snap at people I like. Whom could I speak to about that first?', key: 'demo-ask-2' })

  const help = people[0]
  if (help) {
    const answer = { form: 'demo', instrument: 'PHQ-9', questionId: '9', question: 'PHQ-9, question 9', answer: 'Several days' }
    await raiseAssessment(database, { member: help.id, ...answer, total: null, level: 'red', at: ago(13) })
  }

  const elsewhere = await one(byText, fishing)
  const removal = { by: 0, action: { verdict: 'propose_removal', rule: 'stay-here' }, reason: 'identifying-detail', note: 'Asks a newcomer for a name on another app. Second time this week.' } as const
  await seedDecision(database, { id: elsewhere.item, version: elsewhere.version }, removal, ago(30))

  await again(database, await one(byTitle, 'First time here'), await one(byTitle, 'I opened the letter'), ago(20))
}

/** One item read again on purpose, and another judged a second time without sight of the first judgement. */
async function again(database: Database, reopened: Found, sampled: Found, at: Date): Promise<void> {
  if (reopened.decision === null) throw new Error('The demo reopens what nobody has decided')
  const itemOf = (found: Found, kind: 'reopened' | 'second-review') => ({
    id: uuidv7(),
    kind,
    postId: found.id,
    authorId: found.author_id,
    level: found.level,
    packVersion: found.pack_version,
    audience: 0,
    queuedAt: at,
    ...placeInQueue(kind, found.level, at),
  })
  const [robin] = demoStaff
  if (robin === undefined) throw new Error('The demo has no staff')
  const second: NewItem = {
    ...itemOf({ ...sampled, level: blindLevel }, 'second-review'),
    origin: null,
    about: { of: 'second-review', first: sampled.item as ReviewItem['id'] },
    assignee: { id: robin.id, name: robin.pseudonym },
  }
  const origin = { ...reopened.decision, itemId: reopened.item as ReviewItem['id'], detail: 'Reads differently next to their second post.' }
  const items: NewItem[] = [
    { ...itemOf(reopened, 'reopened'), origin },
    second,
  ]
  await database.transaction(async (tx) => {
    await noteSecond(tx, { id: second.id, first: sampled.item, post: sampled.id, assignee: robin.id, verdict: sampled.decision?.verdict ?? 'no_action', level: sampled.level })
    await appendItems(tx, items, [])
  })
}
