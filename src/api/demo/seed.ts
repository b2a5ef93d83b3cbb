/** Seeds the demo community: the same people, texts and order each time; only ages and numbers follow the clock. Idempotent. */
import { hashPassword } from 'better-auth/crypto'
import type { Scorer } from '#risk'
import { scoredText, storeEntries, type Entry } from '../community/intake'
import type { Database, Tx } from '../db/database'
import { statement } from '../db/sql'
import { internalAddress } from '../identity/member-auth'
import { makePseudonym, pseudonymKey } from '../identity/pseudonym'
import { insertStaff, prepareStaff } from '../identity/staff-accounts'
import { houseRulesVersion } from '../review/rules'
import { watchNewcomers } from '../review/watch-newcomers'
import { seedEpisodes } from './episodes'
import { seedHistory, seedRoutine } from './history'
import { demoId } from './id'
import { seedKinds } from './kinds'
import { demoMembers, demoStaff } from './people'
import { demoPosts, demoReplies, demoWords } from './posts'
import { startTopics } from '../setup/topics'

export const demoAccessCode = 'DEMO-2026'
const people = 60
const looseComments = 140

const lock = statement('demo_lock', 'select pg_advisory_xact_lock(7302012)')
const marker = statement<{ value: string }>('demo_marker', `select value from setting where name = 'demo'`)
const mark = statement('demo_mark', `insert into setting (name, value) values ('demo', $1)`)
const insertPartner = statement('demo_partner', 'insert into partner (id, name, created_at) values ($1, $2, $3)')
const insertCode = statement('demo_code', 'insert into access_code (code, partner_id) values ($1, $2)')
const insertTopics = statement(
  'demo_topics',
  `insert into topic (id, slug, name, description, position)
   select id, slug, name, description, position from jsonb_to_recordset($1::jsonb) as x (id uuid, slug text, name text, description text, position smallint)`,
)
const insertMembers = statement(
  'demo_members',
  `insert into member (id, pseudonym, pseudonym_key, country, partner_id, rules_version, rules_agreed_at, joined_at, source)
   select id, pseudonym, key, country, $2, $3, joined_at, joined_at, 'demo'
   from jsonb_to_recordset($1::jsonb) as x (id uuid, pseudonym text, key text, country text, joined_at timestamptz)`,
)
const insertLogin = statement(
  'demo_login',
  `with login as (insert into member_user (id, name, email, username) values ($1, $2, $3, $4) returning id)
   insert into member_account (id, account_id, provider_id, user_id, password) select $5, login.id::text, 'credential', login.id, $6 from login`,
)

/** Mulberry32: small, seeded, the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type SeedDeps = { database: Database; secret: string; scorer: Scorer; now: () => Date }

const fails = (error: unknown): never => {
  throw error
}

export async function seedDemo({ database, secret, scorer, now }: SeedDeps): Promise<void> {
  if ((await database.query(marker)).length > 0) return
  const at = now()
  const hashing = Promise.all(demoMembers.map((member) => hashPassword(member.password)))
  const prepared = await Promise.all(demoStaff.map((staff) => prepareStaff(secret, staff, at)))
  const hashes = await hashing
  const fresh = await database.transaction(async (tx) => {
    await tx.query(lock)
    if ((await tx.query(marker)).length > 0) return false
    const members = await seedPeople(tx, at, hashes)
    for (const staff of prepared) await insertStaff(tx, staff)
    await tx.query(mark, ['1'])
    await storeEntries(tx, entries(members, scorer, at))
    return true
  })
  if (!fresh) return
  await seedHistory(database, at)
  await seedKinds({ database, scorer, at })
  await seedRoutine(database, at)
  await seedEpisodes(database, at, fails)
  await watchNewcomers(database, new Date(at.getTime() - 5 * 60_000))
}

type DemoMember = { id: string; pseudonym: string; country: string | null; joinedAt: Date }

async function seedPeople(tx: Tx, at: Date, hashes: readonly string[]): Promise<DemoMember[]> {
  const partner = demoId('partner', at)
  await tx.query(insertPartner, [partner, 'Demo University', at])
  await tx.query(insertCode, [demoAccessCode, partner])
  await tx.query(insertTopics, [JSON.stringify(startTopics.map((topic, position) => ({ id: demoId(topic.slug, at), ...topic, position })))])

  const random = seeded(2026)
  const names = new Map<string, string>(demoMembers.map(({ pseudonym }) => [pseudonymKey(pseudonym), pseudonym]))
  while (names.size < people) {
    const name = makePseudonym(random)
    names.set(pseudonymKey(name), name)
  }
  const members = [...names.values()].map((pseudonym, i): DemoMember => {
    const joinedAt = new Date(at.getTime() - (2 + Math.floor(random() * 200)) * 86_400_000)
    return { id: demoId(`member ${pseudonym}`, joinedAt), pseudonym, country: demoMembers[i]?.country ?? (['GB', 'GB', 'US', 'CA', 'IE', 'NZ'][i % 6] as string), joinedAt }
  })
  const rows = members.map(({ id, pseudonym, country, joinedAt }) => ({ id, pseudonym, key: pseudonymKey(pseudonym), country, joined_at: joinedAt }))
  await tx.query(insertMembers, [JSON.stringify(rows), partner, houseRulesVersion])
  for (const [i, { pseudonym }] of demoMembers.entries()) {
    const id = members[i]?.id ?? ''
    await tx.query(insertLogin, [id, pseudonym, internalAddress(id, 'member'), pseudonymKey(pseudonym), demoId(`account ${pseudonym}`, at), hashes[i]])
  }
  return members
}

function entries(members: readonly DemoMember[], scorer: Scorer, now: Date): Entry[] {
  const random = seeded(11)
  const someone = (by?: 0 | 1): DemoMember => {
    const member = members[by ?? 2 + Math.floor(random() * (members.length - 2))]
    if (member === undefined) throw new Error('The demo has no members')
    return member
  }
  const agoMinutes = (minutes: number) => new Date(now.getTime() - Math.round(minutes * 60_000))
  const score = (entry: { title: string | null; text: string }, country: string | null) => scorer.score(scoredText(entry), country === null ? {} : { country })

  const posts = demoPosts.map((post): Entry & { minutes: number } => {
    const author = someone(post.by)
    const at = agoMinutes(post.minutes)
    const id = demoId(`post ${post.title}`, at)
    const { title, text, intent } = post
    return { id, kind: 'post', thread: id, topic: demoId(post.topic, now), author: author.id, title, intent, text, at, queuedAt: at, sourceKey: `demo:${id}`, score: score(post, author.country), minutes: post.minutes }
  })
  const comment = (under: Entry & { minutes: number }, after: number, text: string, key: string, by?: 0 | 1): Entry => {
    const author = someone(by)
    const at = agoMinutes(Math.max(0.5, under.minutes - after))
    const id = demoId(`comment ${key}`, at)
    return { id, kind: 'comment', thread: under.id, topic: under.topic, author: author.id, title: null, intent: null, text, at, queuedAt: at, sourceKey: `demo:${id}`, score: score({ title: null, text }, author.country) }
  }
  const replies = demoReplies.flatMap((reply, i) => {
    const under = posts.find((post) => post.title === reply.under)
    return under ? [comment(under, reply.minutes, reply.text, `reply ${i}`, reply.by)] : []
  })
  const loose = Array.from({ length: looseComments }, (_, i) => {
    // Squared, so that some threads are lively and others wait for a first answer.
    const under = posts[Math.floor(random() ** 2 * posts.length)]
    const words = demoWords[Math.floor(random() * demoWords.length)]
    return under && words ? comment(under, random() * under.minutes, words, `loose ${i}`) : null
  }).filter((entry) => entry !== null)
  return [...posts, ...replies, ...loose]
}
