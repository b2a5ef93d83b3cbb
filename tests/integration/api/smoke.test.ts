import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApi, type TestApi } from '../support/api'

describe('the demo community', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({ demo: true })
  })
  afterAll(() => api.close())

  it('signs every desk role in with the code of this moment', async () => {
    for (const account of api.accounts().filter((a) => a.opens === 'desk')) {
      const session = await api.signIn(account.user)
      const top = await fetch(`${api.url}/v1/queue/top?limit=5`, { headers: { authorization: `Bearer ${session.token}` } })
      expect(top.status).toBe(200)
      expect(((await top.json()) as { items: unknown[] }).items).toHaveLength(5)
    }
  })
})
