/** The community API, typed by the contract's table of routes. An answer is a value: nothing here throws for what a server does. */
import type { z } from 'zod'
import { api, type ApiRoutes } from '#contract/api'
import { Problem } from '#contract/problem'
import { syncHeaders, syncProtocol, syncSchema } from '#contract/sync'
import type { NetRequest, Transport } from './transport'

export type RouteName = Exclude<keyof ApiRoutes, 'stream'>

type In<N extends RouteName, K extends 'params' | 'query' | 'body'> = ApiRoutes[N] extends Record<K, z.ZodType> ? Record<K, z.input<ApiRoutes[N][K]>> : unknown
export type RouteInput<N extends RouteName> = In<N, 'params'> & In<N, 'query'> & In<N, 'body'>
export type RouteOutput<N extends RouteName> = z.output<ApiRoutes[N]['responses'][200]>

export type Trouble =
  | { kind: 'unreachable' }
  /** Not the community API, or one whose answers this desk cannot read. */
  | { kind: 'garbled' }
  | { kind: 'unauthorised'; message: string | null }
  | { kind: 'resync'; why: 'epoch' | 'horizon' }
  | { kind: 'upgrade' }
  | { kind: 'busy'; retryAfterMs: number | null; message: string | null }
  | { kind: 'refused'; status: number; message: string | null }

export type ApiAnswer<T> = { ok: true; value: T; /** As received, with fields that this version does not know. */ raw: unknown } | { ok: false; trouble: Trouble }

export type Credentials = { token: string | null; device: string }

const wordsOf = (body: unknown): string | null => {
  const problem = Problem.safeParse(body)
  return problem.success ? problem.data.message : null
}

export function requestFor<N extends keyof ApiRoutes>(name: N, input: { params?: object; query?: object; body?: unknown }, { token, device }: Credentials): NetRequest {
  const route = api[name]
  const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String((input.params as Record<string, unknown> | undefined)?.[key] ?? '')))
  return {
    method: route.method,
    path,
    ...(input.query === undefined ? {} : { query: input.query as Record<string, string | number> }),
    ...(input.body === undefined ? {} : { body: input.body }),
    headers: {
      [syncHeaders.protocol]: String(syncProtocol),
      [syncHeaders.schema]: String(syncSchema),
      [syncHeaders.device]: device,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
  }
}

export function createApiClient(transport: Transport, credentials: () => Credentials) {
  /** `schema` replaces the contract's success schema where the desk must be more patient than it. */
  async function ask<T>(name: RouteName, input: { params?: object; query?: object; body?: unknown }, schema: z.ZodType<T>): Promise<ApiAnswer<T>> {
    const answer = await transport.send(requestFor(name, input, credentials()))
    if (answer.kind !== 'answer') return { ok: false, trouble: answer }
    const { status, body, retryAfterMs } = answer
    if (status === 200) {
      const parsed = schema.safeParse(body)
      return parsed.success ? { ok: true, value: parsed.data, raw: body } : { ok: false, trouble: { kind: 'garbled' } }
    }
    return { ok: false, trouble: troubleOf(name, status, body, retryAfterMs) }
  }
  return {
    call: <N extends RouteName>(name: N, input: RouteInput<N>): Promise<ApiAnswer<RouteOutput<N>>> =>
      ask(name, input as object, successOf(name)),
    ask,
  }
}
export type ApiClient = ReturnType<typeof createApiClient>

// The table's type knows which schema belongs to which name; a lookup by a variable name loses it.
const successOf = <N extends RouteName>(name: N) => api[name].responses[200] as unknown as z.ZodType<RouteOutput<N>>

function troubleOf(name: RouteName, status: number, body: unknown, retryAfterMs: number | null): Trouble {
  const message = wordsOf(body)
  if (status === 401) return { kind: 'unauthorised', message }
  if (status === 410 && name === 'changes') {
    const parsed = api.changes.responses[410].safeParse(body)
    return { kind: 'resync', why: parsed.success ? parsed.data.why : 'horizon' }
  }
  if (status === 426) return { kind: 'upgrade' }
  if (status === 408 || status === 425 || status === 429 || status >= 500) return { kind: 'busy', retryAfterMs, message }
  return { kind: 'refused', status, message }
}
