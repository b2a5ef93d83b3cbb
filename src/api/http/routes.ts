/** Registers every route of the contract's table. What is not in the table does not exist. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { api, type ApiRoutes, type Route } from '#contract/api'
import type { Sql } from '../db/sql'
import type { SignedIn } from '../identity/staff-sessions'
import { requireStaff, rolesOf } from './access'

type Part<R, K extends string> = R extends Record<K, infer S extends z.ZodType> ? z.output<S> : undefined
/** `staff` is there exactly on routes that ask for it. */
export type Call<R extends Route> = {
  query: Part<R, 'query'>
  params: Part<R, 'params'>
  body: Part<R, 'body'>
  staff: R['access'] extends string ? null : SignedIn
  request: FastifyRequest
  reply: FastifyReply
}
type Answer<R extends Route> = { [S in keyof R['responses'] & number]: { status: S; body: z.output<R['responses'][S]> } }[keyof R['responses'] & number]
/** A stream's handler takes the connection over and gives nothing back. */
type Handler<R extends Route> = (call: Call<R>) => Promise<R extends { stream: true } ? void : Answer<R>>
export type Handlers = { [K in keyof ApiRoutes]: Handler<ApiRoutes[K]> }

type AnyHandler = (call: { query: unknown; params: unknown; body: unknown; staff: SignedIn | null; request: FastifyRequest; reply: FastifyReply }) => Promise<unknown>

export function registerRoutes(app: FastifyInstance, handlers: Handlers, sql: Sql, now: () => Date): void {
  for (const [name, route] of Object.entries(api) as [keyof ApiRoutes, Route][]) {
    // The table is a union of routes; each handler was checked against its own route above.
    const handler = handlers[name] as unknown as AnyHandler
    const roles = rolesOf(route.access)
    const signedIn = new WeakMap<FastifyRequest, SignedIn>()
    app.route({
      method: route.method,
      url: route.path,
      schema: {
        summary: route.summary,
        operationId: name,
        tags: [route.path.split('/')[2] ?? 'v1'],
        ...(roles !== null && { security: [{ session: [] }], description: `Roles: ${roles.join(', ')}.` }),
        ...(route.params && { params: route.params }),
        ...(route.query && { querystring: route.query }),
        ...(route.body && { body: route.body }),
        response: route.responses,
      },
      ...(roles !== null && {
        // Before the body is read: a stranger cannot make the server parse a megabyte.
        onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
          const staff = await requireStaff(sql, request, roles, now())
          signedIn.set(request, staff)
          void reply.header('x-device-state', staff.deviceState)
        },
      }),
      handler: async (request, reply) => {
        const { query, params, body } = request
        const answer = await handler({ query, params, body, staff: signedIn.get(request) ?? null, request, reply })
        if (route.stream) return reply
        const { status, body: result } = answer as { status: number; body: unknown }
        return reply.code(status).header('cache-control', 'no-store').send(result)
      },
    })
  }
}
