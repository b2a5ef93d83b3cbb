/**
 * Every JSON route of the community API, in one table: the API registers from it, the desk's client is typed by it, the
 * OpenAPI document and the role × route test are generated from it. Members' pages are forms and live in `src/web`.
 */
import { Agreement } from './agreement'
import { z } from 'zod'
import { Directory } from './directory'
import { CssrsWording, EpisodeChanges, EpisodeChangesQuery, EpisodeId, EpisodePush, EpisodePushed } from './episode'
import { DecisionId, DeviceId, Instant, ItemId } from './ids'
import { Colleague, EscalationAnswer, Looking } from './people'
import { Problem } from './problem'
import { PackAnswer } from './risk-pack'
import { DemoAccount, DeskDevice, StaffSession, StaffSignIn, Staff, type StaffRole, clinicalRoles } from './staff'
import {
  ChangesPage,
  ChangesQuery,
  ClaimRequest,
  ClaimResponse,
  PushRequest,
  PushResponse,
  QueueTop,
  RecordedDecision,
  ResyncNeeded,
  SnapshotPage,
  SnapshotQuery,
  UpgradeNeeded,
} from './sync'

/** Who may call a route: anyone, a signed-in member, or staff of the named roles. */
export type Access = 'public' | 'member' | readonly StaffRole[]

export type Route = {
  method: 'GET' | 'POST'
  path: string
  access: Access
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** Success first. Errors that are not listed are a `Problem`. */
  responses: Record<number, z.ZodType>
  /** Server-sent events: the body is a stream. */
  stream?: true
}

const define = <T extends Record<string, Route>>(routes: T): T => routes

export const Health = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  protocol: z.int(),
  schema: z.int(),
  minProtocol: z.int(),
  minSchema: z.int(),
  database: z.enum(['pglite', 'postgresql']),
  demo: z.boolean(),
  serverTime: Instant,
})

export const api = define({
  health: { method: 'GET', path: '/v1/health', access: 'public', summary: 'Is it up, and which versions does it speak?', responses: { 200: Health } },
  demoAccounts: {
    method: 'GET',
    path: '/v1/demo/accounts',
    access: 'public',
    summary: 'Demo accounts with their current codes; 404 unless the server runs the demo community on a loopback address',
    responses: { 200: z.object({ accounts: z.array(DemoAccount) }), 404: Problem },
  },
  signIn: { method: 'POST', path: '/v1/staff/sign-in', access: 'public', summary: 'Staff sign-in with second factor', body: StaffSignIn, responses: { 200: StaffSession, 401: Problem, 429: Problem } },
  signOut: { method: 'POST', path: '/v1/staff/sign-out', access: clinicalRoles, summary: 'End this session', responses: { 200: z.object({ ok: z.literal(true) }) } },
  me: { method: 'GET', path: '/v1/staff/me', access: clinicalRoles, summary: 'Who am I', responses: { 200: Staff } },
  devices: { method: 'GET', path: '/v1/staff/devices', access: clinicalRoles, summary: 'The computers that I have signed in on', responses: { 200: z.object({ devices: z.array(DeskDevice) }) } },
  setDevice: {
    method: 'POST',
    path: '/v1/staff/devices/:id',
    access: clinicalRoles,
    summary: 'Have one of my desks wiped, ask it to sign in again, or allow it again',
    params: z.object({ id: DeviceId }),
    body: z.object({ state: DeskDevice.shape.state }),
    responses: { 200: z.object({ devices: z.array(DeskDevice) }), 404: Problem },
  },
  colleagues: { method: 'GET', path: '/v1/staff/colleagues', access: clinicalRoles, summary: 'Who works here and may be given work', responses: { 200: z.object({ colleagues: z.array(Colleague) }) } },
  answerEscalation: {
    method: 'POST',
    path: '/v1/escalations/:id',
    access: ['lead', 'senior'],
    summary: 'Accept an escalation, or say that one cannot; whoever escalated sees it',
    params: z.object({ id: ItemId }),
    body: z.object({ answer: z.enum(['accept', 'decline']) }),
    responses: { 200: z.object({ answer: EscalationAnswer }) },
  },
  presence: { method: 'POST', path: '/v1/presence', access: clinicalRoles, summary: 'What this desk looks at; forgotten after a while', body: z.object({ device: DeviceId, item: ItemId.nullable() }), responses: { 200: z.object({ looking: z.array(Looking) }) } },
  hold: {
    method: 'POST',
    path: '/v1/claims/hold',
    access: clinicalRoles,
    summary: 'Keep an item for a supervisor to look at, with a word why',
    body: z.object({ device: DeviceId, item: ItemId, why: z.string().trim().min(1).max(300) }),
    responses: { 200: ClaimResponse },
  },
  changes: { method: 'GET', path: '/v1/sync/changes', access: clinicalRoles, summary: 'Changes after a cursor, in commit order', query: ChangesQuery, responses: { 200: ChangesPage, 410: ResyncNeeded, 426: UpgradeNeeded } },
  snapshot: { method: 'GET', path: '/v1/sync/snapshot', access: clinicalRoles, summary: 'All items by id, page by page', query: SnapshotQuery, responses: { 200: SnapshotPage, 426: UpgradeNeeded } },
  stream: { method: 'GET', path: '/v1/sync/stream', access: clinicalRoles, summary: 'Pokes: something changed, pull', responses: { 200: z.string() }, stream: true },
  queueTop: { method: 'GET', path: '/v1/queue/top', access: clinicalRoles, summary: 'The most urgent open items', query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(200) }), responses: { 200: QueueTop } },
  claim: { method: 'POST', path: '/v1/claims', access: clinicalRoles, summary: 'Take leases', body: ClaimRequest, responses: { 200: ClaimResponse } },
  renew: { method: 'POST', path: '/v1/claims/renew', access: clinicalRoles, summary: 'Renew leases', body: ClaimRequest, responses: { 200: ClaimResponse } },
  release: { method: 'POST', path: '/v1/claims/release', access: clinicalRoles, summary: 'Give leases back', body: ClaimRequest, responses: { 200: ClaimResponse } },
  decide: { method: 'POST', path: '/v1/decisions', access: clinicalRoles, summary: 'Push decisions; one outcome per id, always', body: PushRequest, responses: { 200: PushResponse } },
  riskPack: { method: 'GET', path: '/v1/risk/pack', access: clinicalRoles, summary: 'The signed risk pack that this community scores with', query: z.object({ have: z.string().max(60).optional() }), responses: { 200: PackAnswer, 404: Problem } },
  directory: { method: 'GET', path: '/v1/directory', access: clinicalRoles, summary: 'The services that a Guide may point members to', responses: { 200: Directory } },
  agreement: { method: 'GET', path: '/v1/review/agreement', access: ['lead', 'senior'], summary: 'How far blind second readings agree with first ones: of groups, never of a person', responses: { 200: Agreement } },
  decision: { method: 'GET', path: '/v1/decisions/:id', access: clinicalRoles, summary: 'The recorded outcome of a decision', params: z.object({ id: DecisionId }), responses: { 200: RecordedDecision, 404: Problem } },
  episodeChanges: { method: 'GET', path: '/v1/episodes/changes', access: clinicalRoles, summary: 'Risk episodes after a cursor, in commit order; a Guide gets who looks after whom, and no word of it', query: EpisodeChangesQuery, responses: { 200: EpisodeChanges } },
  episodePush: { method: 'POST', path: '/v1/episodes/commands', access: ['lead', 'senior'], summary: 'Commands to risk episodes; one outcome per id, always', body: EpisodePush, responses: { 200: EpisodePushed } },
  episodeRecord: {
    method: 'GET',
    path: '/v1/episodes/:id/record',
    access: ['lead', 'senior'],
    summary: 'Whether the chain of an episode’s record is intact, from its beginning',
    params: z.object({ id: EpisodeId }),
    responses: { 200: z.object({ entries: z.int(), intact: z.boolean() }), 404: Problem },
  },
  episodeWording: { method: 'GET', path: '/v1/episodes/wording', access: ['lead', 'senior'], summary: 'The words of the assessment’s questions', responses: { 200: CssrsWording } },
})
export type ApiRoutes = typeof api
