/** Staff, members and texts for tests; made up. */
import { uuidv7 } from 'uuidv7'
import type { Viewer } from '../../../src/contract/community'
import type { MemberId, PostId } from '../../../src/contract/ids'
import type { Action, ClinicalNote, Decision, Outcome, ReasonCode, ReviewItem } from '../../../src/contract/review'
import { policyVersion } from '../../../src/contract/review'
import { categories, levels, type RiskScore } from '../../../src/contract/risk'
import type { StaffRole } from '../../../src/contract/staff'
import type { PushResponse } from '../../../src/contract/sync'
import type { Scorer } from '../../../src/risk'
import { statement } from '../../../src/api/db/sql'
import { codeAt } from '../../../src/api/demo/accounts'
import { insertStaff, prepareStaff } from '../../../src/api/identity/staff-accounts'
import { formKey, type TestApi } from './api'

/** Scores by words that a test puts into the text: a level and categories; green without any. */
export const wordScorer: Scorer = {
  packVersion: 'words-1',
  score: (text): RiskScore => {
    const level = levels.find((name) => text.includes(`#${name}`)) ?? 'green'
    const p = { flag: level === 'green' ? 0 : 1, urgent: level === 'crisis' || level === 'red' ? 1 : 0, crisis: level === 'crisis' ? 1 : 0 }
    return { level, p, categories: categories.filter((name) => text.includes(`#${name}`)), spans: [], pii: [], abstained: false, abstainReason: '', packVersion: 'words-1' }
  },
}

const totpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const password = 'a long enough passphrase'

export type Desk = {
  id: string
  device: string
  token: string
  get: (path: string, headers?: Record<string, string>) => Promise<{ status: number; body: unknown }>
  post: (path: string, body: unknown) => Promise<{ status: number; body: unknown }>
  claim: (...items: string[]) => Promise<Record<string, { kind: string; by?: string; until?: string; version?: number }>>
  push: (...decisions: unknown[]) => Promise<PushResponse['results']>
  /** One decision, one outcome. */
  decide: (decision: Decision) => Promise<Outcome>
}

type StaffOptions = { role?: StaffRole; name?: string; expires?: string; device?: string }

/** Makes a member of staff and signs them in on a desk. */
export async function makeDesk(api: TestApi, { role = 'guide', name = `guide-${uuidv7().slice(-12)}`, expires = '2099-12-31', device = uuidv7() }: StaffOptions = {}): Promise<Desk> {
  const registration = { body: 'Test Register', number: 'T-1', expires }
  const staff = { id: uuidv7(), username: name, password, totpSecret, pseudonym: `Wall Guide ${name}`, role, registration }
  await insertStaff(api.database, await prepareStaff(api.secret, staff, new Date()))
  return signInDesk(api, name, device)
}

export async function signInDesk(api: TestApi, username: string, device: string): Promise<Desk> {
  const call = async (method: string, path: string, body: unknown, headers: Record<string, string>) => {
    const answer = await fetch(`${api.url}${path}`, { method, headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) })
    const text = await answer.text()
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as unknown }
  }
  const session = await call('POST', '/v1/staff/sign-in', { username, password, code: codeAt(totpSecret, new Date()), device: { id: device, name: 'Test desk' } }, {})
  if (session.status !== 200) throw new Error(`Sign-in was refused: ${JSON.stringify(session.body)}`)
  const { token, staff } = session.body as { token: string; staff: { id: string } }
  const auth = { authorization: `Bearer ${token}` }
  const desk: Desk = {
    id: staff.id,
    device,
    token,
    get: (path, headers) => call('GET', path, undefined, { ...auth, ...headers }),
    post: (path, body) => call('POST', path, body, auth),
    claim: async (...items) => {
      const { body } = await desk.post('/v1/claims', { items, device })
      return Object.fromEntries((body as { results: { id: string; kind: string }[] }).results.map((result) => [result.id, result]))
    },
    push: async (...decisions) => {
      const answer = await desk.post('/v1/decisions', { device, decisions })
      if (answer.status !== 200) throw new Error(`Push was refused: ${JSON.stringify(answer.body)}`)
      return (answer.body as PushResponse).results
    },
    decide: async (decision) => {
      const [result] = await desk.push(decision)
      if (!result) throw new Error('A push gave no outcome')
      return result.outcome
    },
  }
  return desk
}

/** A note in clinical shape, for actions that ask for one. */
export const clinical: ClinicalNote = { concern: 'Says that it is too much.', risk: 'Not clear yet.', action: 'Passed up.', justification: 'A reply alone would leave them waiting.' }

export const aDecision = (item: Pick<ReviewItem, 'id' | 'version'>, action: Action = { verdict: 'no_action' }, reason: ReasonCode = 'routine', note = '', more: Pick<Decision, 'clinical' | 'promise' | 'batch'> = {}): Decision =>
  ({ id: uuidv7(), item: item.id, itemVersion: item.version, action, reason, note, ...more, policyVersion, scoreVersion: 'words-1', decidedAt: new Date().toISOString() }) as Decision

const insertTopic = statement('test_topic', `insert into topic (id, slug, name, description, position) values ($1, 'general', 'General', 'Everything', 0) on conflict do nothing`)
const insertMember = statement(
  'test_member',
  `insert into member (id, pseudonym, pseudonym_key, country, rules_version, rules_agreed_at, joined_at) values ($1, $2, $2, 'GB', 'test', $3, $3)`,
)
const insertPartner = statement('test_partner', `insert into partner (id, name, created_at) values ($1, 'Test University', $2)`)
const insertCode = statement('test_code', 'insert into access_code (code, partner_id) values ($1, $2)')
const itemOfPost = statement<{ id: string; version: number }>('test_item', 'select id, version from item where post_id = $1 order by queued_at desc, id desc limit 1')

export async function makeTopic(api: TestApi): Promise<void> {
  await api.database.query(insertTopic, [uuidv7()])
}

export async function makeAccessCode(api: TestApi, code: string): Promise<void> {
  const partner = uuidv7()
  await api.database.query(insertPartner, [partner, new Date()])
  await api.database.query(insertCode, [code, partner])
}

/** A member who is simply there, without signing in. */
export async function makeMember(api: TestApi): Promise<Viewer> {
  const id = uuidv7()
  const pseudonym = `m${id.replaceAll('-', '').slice(-12)}`
  await api.database.query(insertMember, [id, pseudonym, new Date()])
  return { id: id as MemberId, pseudonym, country: 'GB', rulesVersion: 'test', restrictedUntil: null }
}

export type Written = { post: PostId; item: { id: ReviewItem['id']; version: number } }

export async function itemOf(api: TestApi, post: string): Promise<Written['item']> {
  const [item] = await api.database.query(itemOfPost, [post])
  if (!item) throw new Error('The post has no item')
  return item as Written['item']
}

/** A member's post through the service, with its review item. */
export async function write(api: TestApi, viewer: Viewer, text = 'A quiet day.', under: PostId | null = null): Promise<Written> {
  const result =
    under === null
      ? await api.service.post(viewer, { topic: 'general', title: 'A title', text, intent: null, key: formKey() })
      : await api.service.comment(viewer, { thread: under, text, key: formKey() })
  if (!result.ok) throw new Error(`Post was refused: ${result.message}`)
  return { post: result.post.id, item: await itemOf(api, result.post.id) }
}

export async function fullItem(desk: Desk, id: string): Promise<ReviewItem | undefined> {
  let after: string | null = null
  for (;;) {
    const { body } = await desk.get(`/v1/sync/snapshot?limit=500${after === null ? '' : `&after=${after}`}`)
    const page = body as { items: { item: ReviewItem }[]; last: string | null; more: boolean }
    const found = page.items.find(({ item }) => item.id === id)
    if (found) return found.item
    if (!page.more) return undefined
    after = page.last
  }
}

/** Waits for something that another process or a stream brings, with a deadline. */
export async function until<T>(what: string, look: () => T | undefined | null | false | Promise<T | undefined | null | false>, ms = 5_000): Promise<T> {
  const end = Date.now() + ms
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`Did not happen within ${ms} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
