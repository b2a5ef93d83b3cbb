/** What each route of the table does. */
import type { Health } from '#contract/api'
import type { z } from 'zod'
import type { StaffId } from '#contract/ids'
import { clinicalRoles, type ClinicalRole, type DemoAccount, type Staff } from '#contract/staff'
import { syncHeaders, syncProtocol, syncSchema } from '#contract/sync'
import type { FastifyRequest } from 'fastify'
import type { CssrsWording } from '#contract/episode'
import type { Database } from '../db/database'
import { episodeHandlers } from '../episodes/handlers'
import { waitSentence } from '../identity/limits'
import { colleagues } from '../people/colleagues'
import { answerEscalation } from '../people/escalations'
import type { Presence } from '../people/presence'
import type { StaffAuth } from '../identity/staff-auth'
import { signInStaff, signOutStaff, staffByToken, type SignedIn } from '../identity/staff-sessions'
import { directoryFor } from '../review/directory'
import { agreement } from '../second-review/agreement'
import type { Sampling } from '../second-review/sample'
import { lease } from '../sync/claims'
import { devicesOf, setDeviceState } from '../sync/devices'
import { changes, queueTop, snapshot } from '../sync/feed'
import { head } from '../sync/head'
import type { CommunityPack } from '../risk-pack'
import { recorded } from '../sync/ledger'
import { push } from '../sync/push'
import { ProblemError } from './problems'
import type { Handlers } from './routes'
import type { PokeStreams } from './stream'

/** The oldest desk that may still pull. */
export const minProtocol = 1
export const minSchema = 1

export type HandlerDeps = {
  database: Database
  staffAuth: StaffAuth
  streams: PokeStreams
  presence: Presence
  version: string
  demo: boolean
  /** Null unless the demo community runs on a loopback address. */
  demoAccounts: (() => DemoAccount[]) | null
  /** Null: desks may be opened without the network for ever. */
  maxOfflineHours: number | null
  /** The words of the assessment's questions. */
  wording: CssrsWording
  /** Null where texts are scored by something that is no pack. */
  pack: Pick<CommunityPack, 'version' | 'signed'> | null
  sampling: Sampling
  now: () => Date
  onError: (error: unknown) => void
}

const clinician = ({ staff }: SignedIn): Staff & { role: ClinicalRole } => {
  const role = clinicalRoles.find((r) => r === staff.role)
  if (role === undefined) throw new ProblemError('forbidden')
  return { ...staff, role }
}

/** The desk that the session was opened on; a request in another desk's name is refused. */
const deviceOf = (signedIn: SignedIn, named: string): string => {
  if (signedIn.device !== named) throw new ProblemError('forbidden', 'This session belongs to another desk. Nothing was changed; please sign in on this one.')
  return named
}

const versionHeader = (request: FastifyRequest, name: string, otherwise: number): number => {
  const value = request.headers[name]
  const number = typeof value === 'string' ? Number(value) : otherwise
  return Number.isInteger(number) ? number : 0
}
const tooOld = (request: FastifyRequest) =>
  versionHeader(request, syncHeaders.protocol, syncProtocol) < minProtocol || versionHeader(request, syncHeaders.schema, syncSchema) < minSchema

export function handlers(deps: HandlerDeps): Handlers {
  const { database, now } = deps
  const upgrade = { status: 426, body: { code: 'upgrade', minProtocol, minSchema } } as const
  const stamp = (signedIn: SignedIn) => ({ serverTime: now().toISOString(), deviceState: signedIn.deviceState, maxOfflineHours: deps.maxOfflineHours })

  const claims = async (signedIn: SignedIn, body: Parameters<Handlers['claim']>[0]['body'], verb: Parameters<typeof lease>[3]) => {
    const { id, pseudonym, role } = clinician(signedIn)
    const who = { id: id as StaffId, pseudonym, role, device: deviceOf(signedIn, body.device) }
    const withheld = signedIn.deviceState !== 'ok' && verb !== 'release'
    const results = withheld ? body.items.map((item) => ({ id: item, kind: 'gone' as const })) : await lease(database, who, body.items, verb, now())
    return { status: 200, body: { results, ...stamp(signedIn) } } as const
  }

  return {
    ...episodeHandlers({ database, now, onError: deps.onError, wording: deps.wording, clinician, deviceOf, stamp }),
    riskPack: async ({ query }) => {
      const { pack } = deps
      if (pack === null) throw new ProblemError('not_found', 'This community hands out no risk pack. The desk goes on with its own.')
      return { status: 200, body: { version: pack.version, pack: query.have === pack.version ? null : pack.signed } }
    },
    health: async () => {
      const status: z.infer<typeof Health>['status'] = await head(database).then(
        () => 'ok',
        () => 'degraded',
      )
      const { version, demo } = deps
      const body = { status, version, protocol: syncProtocol, schema: syncSchema, minProtocol, minSchema, database: database.engine, demo, serverTime: now().toISOString() }
      return { status: 200, body }
    },
    demoAccounts: async () => {
      if (deps.demoAccounts === null) throw new ProblemError('not_found')
      return { status: 200, body: { accounts: deps.demoAccounts() } }
    },
    signIn: async ({ body, request }) => {
      const answer = await signInStaff(database, deps.staffAuth, body, request.ip, now())
      if (answer.ok) return { status: 200, body: answer.session }
      if (answer.kind === 'wait') throw new ProblemError('too_many_requests', waitSentence(answer.waitMs), { retryAfterMs: answer.waitMs })
      throw new ProblemError('unauthorised', 'Name, passphrase and code do not go together. Please check all three; a code is valid for half a minute.')
    },
    signOut: async ({ staff }) => {
      await signOutStaff(database, staff.token)
      return { status: 200, body: { ok: true } }
    },
    me: async ({ staff }) => ({ status: 200, body: staff.staff }),
    devices: async ({ staff }) => ({ status: 200, body: { devices: await devicesOf(database, staff.staff.id, staff.device) } }),
    setDevice: async ({ staff, params, body }) => {
      const known = await devicesOf(database, staff.staff.id, staff.device)
      if (!known.some((device) => device.id === params.id)) throw new ProblemError('not_found', 'You have no desk of this number. Nothing was changed.')
      await setDeviceState(database, params.id, staff.staff.id, body.state)
      return { status: 200, body: { devices: await devicesOf(database, staff.staff.id, staff.device) } }
    },
    colleagues: async () => ({ status: 200, body: { colleagues: await colleagues(database, now()) } }),
    answerEscalation: async ({ staff, params, body }) => ({ status: 200, body: { answer: await answerEscalation(database, clinician(staff), params.id, body.answer, now()) } }),
    presence: async ({ staff, body }) => {
      const { id, pseudonym } = clinician(staff)
      if (staff.deviceState === 'ok') await deps.presence.say({ staff: id, device: deviceOf(staff, body.device), name: pseudonym, item: body.item })
      return { status: 200, body: { looking: deps.presence.looking().filter((one) => one.staff !== id) } }
    },
    hold: ({ staff, body }) => claims(staff, { device: body.device, items: [body.item] }, { hold: body.why }),
    changes: async ({ staff, query, request }) => {
      if (tooOld(request)) return upgrade
      // A desk that is to be wiped gets no more content; its cursor stands still.
      if (staff.deviceState !== 'ok') return { status: 200, body: { changes: [], next: query.cursor, more: false, ...stamp(staff) } }
      const page = await changes(database, clinician(staff), query.cursor, query.limit)
      return 'code' in page ? { status: 410, body: page } : { status: 200, body: { ...page, ...stamp(staff) } }
    },
    snapshot: async ({ staff, query, request }) => {
      if (tooOld(request)) return upgrade
      const page = await snapshot(database, clinician(staff), query.after, query.limit)
      const body = staff.deviceState === 'ok' ? page : { ...page, items: [], last: null, more: false, total: 0 }
      return { status: 200, body: { ...body, ...stamp(staff) } }
    },
    stream: async ({ staff, reply }) => {
      const { seq } = await head(database)
      deps.streams.open(reply, seq, async () => (await staffByToken(database, staff.token, now())) !== null)
    },
    queueTop: async ({ staff, query }) => {
      const page = staff.deviceState === 'ok' ? await queueTop(database, clinician(staff), query.limit, now()) : { items: [] }
      return { status: 200, body: { ...page, ...stamp(staff) } }
    },
    claim: ({ staff, body }) => claims(staff, body, 'claim'),
    renew: ({ staff, body }) => claims(staff, body, 'renew'),
    release: ({ staff, body }) => claims(staff, body, 'release'),
    decide: async ({ staff, body }) => {
      const device = deviceOf(staff, body.device)
      const results = await push({ database, now, onError: deps.onError, sampling: deps.sampling }, clinician(staff), device, body.decisions)
      return { status: 200, body: { results, ...stamp(staff) } }
    },
    agreement: async () => ({ status: 200, body: await agreement(database, { share: deps.sampling.share, now: now() }) }),
    directory: async () => ({ status: 200, body: directoryFor(deps.demo) }),
    decision: async ({ staff, params }) => {
      const entry = await recorded(database, params.id)
      const may = entry !== null && (entry.staff === staff.staff.id || staff.staff.role !== 'guide')
      if (entry === null || !may) throw new ProblemError('not_found', 'No decision with this number was received.')
      return { status: 200, body: { id: params.id, decision: entry.decision, outcome: entry.outcome } }
    },
  }
}
