/** What the demo's Guides have done before a newcomer looks in: real decisions through the real ledger. */
import type { Action, ClinicalNote, Decision, PromiseMade, ReasonCode } from '#contract/review'
import { policyVersion } from '#contract/review'
import type { Level } from '#contract/risk'
import type { Database } from '../db/database'
import { statement } from '../db/sql'
import { canonical, fingerprint } from '../sync/canonical'
import { decide, type Decider } from '../sync/decide'
import { demoId } from './id'
import { demoStaff } from './people'

const deskId = '01900000-0000-7000-8000-0000000000d0'

type Past = { by: 0 | 1; action: Action; reason: ReasonCode; note?: string; clinical?: ClinicalNote; promise?: PromiseMade }

const itemByTitle = statement<{ id: string; version: number }>(
  'demo_item',
  `select i.id, i.version from item i join post p on p.id = i.post_id where p.title = $1 and p.kind = 'post' and i.kind = 'content'`,
)
const insertDesk = statement('demo_desk', `insert into device (id, staff_id, name, created_at, last_seen) values ($1, $2, 'Demo desk', $3, $3) on conflict do nothing`)

const gran: ClinicalNote = {
  concern: 'Possible abuse of an older person with dementia by a relative; the writer saw it and does not know whom to tell.',
  risk: 'Ongoing, to an adult who cannot speak up for herself. Nothing said of the writer being at risk.',
  action: 'Post stays live. Passed to a Lead for adult safeguarding.',
  justification: 'A reply alone would leave the older person where she is.',
}
const atOnce: ClinicalNote = {
  concern: 'Thoughts of ending life, and nobody has been told.',
  risk: 'High as written; no means or time named.',
  action: 'Passed up at once. No reply sent yet, so that one person speaks with them.',
  justification: 'Needs an assessment that a Guide does not make alone.',
}

/** So that histories, states and messages can be seen. */
const past: readonly (Past & { title: string; promised?: { what: string; agoMinutes: number; dueInMinutes: number } })[] = [
  { title: 'Hello from the quiet corner', by: 0, action: { verdict: 'support_reply', body: 'Welcome. Reading along for as long as you like is fine here, and so is writing without knowing why. I am glad you dared.' }, reason: 'support' },
  { title: 'First time here', by: 1, action: { verdict: 'no_action' }, reason: 'routine' },
  { title: 'Back after a break', by: 0, action: { verdict: 'no_action' }, reason: 'routine' },
  { title: 'Grey for three weeks now', by: 1, action: { verdict: 'watch' }, reason: 'support', note: 'Third post about this in a month; worth following.' },
  { title: 'Phone calls', by: 1, action: { verdict: 'no_action' }, reason: 'routine' },
  { title: 'Washed my hair', by: 0, action: { verdict: 'message', body: 'I just wanted to say: that was a mountain, and you climbed it. If you ever want to talk to a Guide, answer here.' }, reason: 'support' },
  { title: 'I opened the letter', by: 1, action: { verdict: 'no_action' }, reason: 'routine' },
  { title: 'Two weeks without smoking', by: 0, action: { verdict: 'no_action' }, reason: 'routine' },
  { title: 'Lonely in a full house', by: 0, action: { verdict: 'content_note', contentNote: 'About loneliness at home' }, reason: 'support' },
  { title: 'I skipped meals all week', by: 1, action: { verdict: 'ask_lead', question: 'She has been here before, as she says. Is a reply enough, or shall we offer the course and a call back?' }, reason: 'risk-to-self' },
  {
    title: 'Said no',
    by: 0,
    action: { verdict: 'message', body: 'That was a good no. I will look in this afternoon and ask how it went with your cousin.' },
    reason: 'support',
    promised: { what: 'Ask how it went with the cousin', agoMinutes: 200, dueInMinutes: -8 },
  },
  {
    title: 'Thirty evenings, one line each',
    by: 1,
    action: { verdict: 'message', body: 'I read all of it, also the rice. I will ask you tomorrow whether the next thirty have begun.' },
    reason: 'support',
    promised: { what: 'Ask whether the next thirty evenings have begun', agoMinutes: 600, dueInMinutes: 900 },
  },
  { title: 'After the army', by: 0, action: { verdict: 'hand_on' }, reason: 'handing-on' },
  { title: 'My gran and my uncle', by: 1, action: { verdict: 'escalate' }, reason: 'safeguarding', clinical: gran },
]

export async function seedHistory(database: Database, at: Date): Promise<void> {
  for (const { title, promised, ...what } of past) {
    const [item] = await database.query(itemByTitle, [title])
    if (item === undefined) continue
    const madeAt = promised ? minutesFrom(at, -promised.agoMinutes) : at
    const promise = promised && { what: promised.what, due: minutesFrom(at, promised.dueInMinutes).toISOString() }
    await seedDecision(database, item, { ...what, ...(promise && { promise }) }, madeAt)
  }
}

const minutesFrom = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

export async function seedDecision(database: Database, item: { id: string; version: number }, { by, action, reason, note = '', clinical, promise }: Past, at: Date): Promise<void> {
  const account = demoStaff[by]
  if (account === undefined) throw new Error('The demo has no such Guide')
  const staff = { ...account, registration: account.registration ?? null } as unknown as Decider
  await database.query(insertDesk, [deskId, staff.id, at])
  const decision = {
    id: demoId(`decision ${item.id}`, at),
    item: item.id,
    itemVersion: item.version,
    action,
    reason,
    note,
    ...(clinical && { clinical }),
    ...(promise && { promise }),
    policyVersion,
    scoreVersion: 'demo',
    decidedAt: at.toISOString(),
  } as Decision
  const payload = canonical(decision)
  const received = { id: decision.id, item: item.id, staff: staff.id, device: deskId, hash: fingerprint(staff.id, payload), payload, at }
  const outcome = await decide(database, { staff, decision, received })
  if (outcome.kind === 'rejected') throw new Error(`The demo's history breaks a rule: ${outcome.why}`)
}

const openItems = statement<{ id: string; version: number; level: Level; queued_at: Date }>(
  'demo_open',
  `select i.id, i.version, i.level, i.queued_at from item i where i.status = 'open' and i.kind = 'content' order by i.queued_at, i.id`,
)

/** How long after it was queued an item of this level has certainly been read: a shift that kept its clocks but for a few. */
const readWithinMinutes: Record<Level, number> = { crisis: 4, red: 24, amber: 215, green: 700 }
/** So many of each level are left although they are late, so that lateness can be seen. */
const leftLate: Record<Level, number> = { crisis: 0, red: 1, amber: 2, green: 3 }

const replies = [
  'Thank you for trusting us with this. You do not have to carry it alone; a Guide is here at any hour.',
  'I read every word. It sounds like so much at once. Would you like to write to a Guide about it?',
  'It took courage to say this. I am glad you are here, and I will look in again.',
]

/** The rest of the day's work, so that a newcomer finds a queue as a shift leaves it and not a day of unread posts. */
export async function seedRoutine(database: Database, now: Date): Promise<void> {
  const left = { ...leftLate }
  for (const [i, item] of (await database.query(openItems)).entries()) {
    const by = i % 2 === 0 ? 0 : 1
    const readAt = new Date(item.queued_at.getTime() + readWithinMinutes[item.level] * 60_000 * (0.2 + 0.1 * (i % 8)))
    if (item.queued_at.getTime() > now.getTime() - readWithinMinutes[item.level] * 60_000) continue
    // The newest of the late ones are left: those that a busy hour would really leave.
    const lateBy = now.getTime() - item.queued_at.getTime()
    if (lateBy < readWithinMinutes[item.level] * 60_000 * 1.8 && left[item.level]-- > 0) continue
    if (item.level === 'crisis') {
      await seedDecision(database, item, { by, action: { verdict: 'escalate' }, reason: 'risk-to-self', clinical: atOnce }, readAt)
    } else if (item.level === 'red') {
      await seedDecision(database, item, { by, action: { verdict: 'support_reply', body: replies[i % replies.length] as string }, reason: 'support' }, readAt)
    } else {
      await seedDecision(database, item, { by, action: { verdict: 'no_action' }, reason: 'routine' }, readAt)
    }
  }
}
