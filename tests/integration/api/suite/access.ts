import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import { api as routes, type Route } from '#contract/api'
import { staffRoles } from '#contract/staff'
import { makeDesk, signInDesk, type Desk } from '../../support/people'
import type { Fixture } from './fixture'

export function accessSuite(fixture: Fixture): void {
  const pathOf = (route: Route) => route.path.replace(':id', uuidv7())
  const table = Object.entries(routes) as [string, Route][]

  describe('who may call what', () => {
    it('holds for every role and every route of the contract', async () => {
      const { api } = fixture
      const desks = new Map<string, Desk>()
      for (const role of staffRoles) desks.set(role, await makeDesk(api, { role }))
      for (const [name, route] of table) {
        if (route.stream || name === 'signOut') continue
        for (const [role, desk] of desks) {
          const answer = route.method === 'GET' ? await desk.get(pathOf(route)) : await desk.post(pathOf(route), {})
          const allowed = typeof route.access === 'string' || route.access.includes(role as never)
          expect([name, role, answer.status === 403]).toEqual([name, role, !allowed])
        }
        if (route.access !== 'public') {
          const stranger = await fetch(`${api.url}${pathOf(route)}`, { method: route.method })
          expect([name, stranger.status]).toEqual([name, 401])
        }
      }
    })

    it('answers bad input with a problem that names the field and stores nothing', async () => {
      const desk = await makeDesk(fixture.api)
      const cases: [string, unknown, string][] = [
        ['/v1/claims', { items: [], device: desk.device }, 'items'],
        ['/v1/claims', { items: ['no-id'], device: desk.device }, 'items.0'],
        ['/v1/decisions', { device: desk.device, decisions: [] }, 'decisions'],
        ['/v1/staff/sign-in', { username: 'a', password: 'b', code: '12', device: { id: desk.device, name: 'x' } }, 'code'],
      ]
      for (const [path, body, field] of cases) {
        const answer = await desk.post(path, body)
        expect([path, answer]).toMatchObject([path, { status: 400, body: { code: 'invalid', fields: { [field]: expect.any(String) as string } } }])
      }
      for (const path of ['/v1/sync/changes?cursor=nonsense', '/v1/sync/changes', '/v1/sync/snapshot?limit=100000', '/v1/queue/top?limit=0', '/v1/decisions/no-id']) {
        expect([path, (await desk.get(path)).status]).toEqual([path, 400])
      }
    })

    it('lets everybody wipe their own desks and nobody else’s', async () => {
      const { api } = fixture
      const mine = await makeDesk(api, { name: 'wiper' })
      const other = await signInDesk(api, 'wiper', uuidv7())
      const stranger = await makeDesk(api)
      const state = async (desk: Desk) => ((await desk.get('/v1/queue/top?limit=1')).body as { deviceState: string }).deviceState
      expect((await mine.get('/v1/staff/devices')).body).toMatchObject({ devices: expect.arrayContaining([expect.objectContaining({ id: mine.device, thisOne: true }), expect.objectContaining({ id: other.device, thisOne: false, state: 'ok' })]) as unknown })
      expect((await stranger.post(`/v1/staff/devices/${other.device}`, { state: 'wipe' })).status).toBe(404)
      expect(await state(other)).toBe('ok')
      expect((await mine.post(`/v1/staff/devices/${other.device}`, { state: 'wipe' })).status).toBe(200)
      expect([await state(mine), await state(other)]).toEqual(['ok', 'wipe'])
      // Signing in again does not lift it; only its owner's word does.
      expect(await state(await signInDesk(api, 'wiper', other.device))).toBe('wipe')
      await mine.post(`/v1/staff/devices/${other.device}`, { state: 'ok' })
      expect(await state(other)).toBe('ok')
    })

    it('forgets a session at sign-out', async () => {
      const desk = await makeDesk(fixture.api)
      expect((await desk.get('/v1/staff/me')).body).toMatchObject({ id: desk.id, role: 'guide' })
      expect((await desk.post('/v1/staff/sign-out', {})).status).toBe(200)
      expect((await desk.get('/v1/staff/me')).status).toBe(401)
    })
  })
}
