/** The model server behind the desk's transport port: for tests of the whole core without a network. */
import type { Decision } from '../../../src/contract/review'
import type { Staff } from '../../../src/contract/staff'
import type { NetAnswer, NetRequest, Transport } from '../../../src/main/desk/sync/transport'
import { iso, leaseLength, ModelServer, staffId } from './model-server'

export const modelStaff = (desk: number): Staff => ({
  id: staffId(desk) as never,
  username: `guide-${desk}`,
  pseudonym: `Guide ${desk}`,
  role: 'guide',
  registration: null,
})

type Line = { onLine: (line: string) => void; end: () => void }

/** One desk's line to the server. */
export class ModelLine implements Transport {
  readonly server: ModelServer
  readonly #desk: number
  readonly #now: () => number
  readonly #lines = new Set<Line>()
  /** `lost-answers`: requests arrive, nothing comes back. */
  state: 'up' | 'down' | 'lost-answers' | 'html' = 'up'
  /** Answered instead of the model's own answer, by path. */
  readonly instead = new Map<string, NetAnswer>()
  readonly sent: NetRequest[] = []
  deviceState: 'ok' | 'wipe' | 'reauth' = 'ok'
  maxOfflineHours: number | null = null
  token = 'token-of-the-first-session'

  constructor(server: ModelServer, desk: number, now: () => number) {
    this.server = server
    this.#desk = desk
    this.#now = now
  }

  async send(request: NetRequest): Promise<NetAnswer> {
    this.sent.push(request)
    if (this.state === 'down') return { kind: 'unreachable' }
    if (this.state === 'html') return { kind: 'garbled' }
    const answer = this.instead.get(request.path) ?? this.#answer(request)
    return this.state === 'lost-answers' ? { kind: 'unreachable' } : answer
  }

  lines(_request: NetRequest, onOpen: () => void, onLine: (line: string) => void, signal: AbortSignal): Promise<number> {
    if (this.state !== 'up') return Promise.resolve(0)
    return new Promise((resolve) => {
      const line: Line = { onLine, end: () => resolve(200) }
      this.#lines.add(line)
      signal.addEventListener('abort', () => resolve(0))
      onOpen()
    })
  }

  poke() {
    for (const { onLine } of this.#lines) onLine(`data: {"poke":${this.server.seq}}`)
  }

  cut(state: 'down' | 'lost-answers' | 'html' = 'down') {
    this.state = state
    for (const line of this.#lines) line.end()
    this.#lines.clear()
  }

  #answer({ path, query, body, headers }: NetRequest): NetAnswer {
    const now = this.#now()
    if (path === '/v1/staff/sign-in') return ok({ token: this.token, expiresAt: iso(now + 3_600_000), staff: modelStaff(this.#desk) })
    if (headers.authorization !== `Bearer ${this.token}`) return { kind: 'answer', status: 401, body: { code: 'unauthorised', message: 'Your session has ended.' }, retryAfterMs: null }
    const greeting = { serverTime: iso(now), deviceState: this.deviceState, maxOfflineHours: this.maxOfflineHours }
    const limit = Number(query?.limit ?? 500)
    switch (path) {
      case '/v1/staff/me':
        return ok(modelStaff(this.#desk))
      case '/v1/queue/top':
        return ok({ ...this.server.top(now), ...greeting })
      case '/v1/sync/snapshot':
        return ok({ ...this.server.snapshot(query?.after === undefined ? null : String(query.after), limit, now), ...greeting })
      case '/v1/sync/changes': {
        const page = this.server.changes(String(query?.cursor), limit, now)
        return page === 'resync' ? { kind: 'answer', status: 410, body: { code: 'resync', why: 'horizon' }, retryAfterMs: null } : ok({ ...page, ...greeting })
      }
      case '/v1/decisions': {
        const { decisions } = body as { decisions: Decision[] }
        return ok({ results: decisions.map((decision) => ({ id: decision.id, outcome: this.server.decide(this.#desk, decision, now) })), ...greeting })
      }
      case '/v1/claims': {
        const { items } = body as { items: string[] }
        return ok({ results: items.map((id) => ({ id, kind: 'granted', until: iso(now + leaseLength), version: this.server.rows.get(id)?.item.version ?? 1 })), ...greeting })
      }
      default:
        return { kind: 'answer', status: 404, body: { code: 'not_found', message: 'There is nothing here.' }, retryAfterMs: null }
    }
  }
}

const ok = (body: unknown): NetAnswer => ({ kind: 'answer', status: 200, body: JSON.parse(JSON.stringify(body)) as unknown, retryAfterMs: null })
