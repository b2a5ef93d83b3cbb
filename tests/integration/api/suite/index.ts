import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { DatabaseOptions } from '../../../../src/api/db/connection'
import { startTestApi, type TestApi } from '../../support/api'
import { makeTopic, wordScorer } from '../../support/people'
import { accessSuite } from './access'
import { communitySuite } from './community'
import { decisionSuite } from './decisions'
import { episodesSuite } from './episodes'
import { kindsSuite } from './kinds'
import { Clock, type Fixture } from './fixture'
import { peopleSuite } from './people'
import { syncSuite } from './sync'

/** The same rules on whichever database. `open` gives an empty one, or undefined for a PGlite in memory. */
export function apiSuite(open: () => Promise<DatabaseOptions | undefined>): void {
  const clock = new Clock()
  let api: TestApi | undefined
  const fixture: Fixture = {
    clock,
    get api() {
      if (!api) throw new Error('The API is not running')
      return api
    },
  }
  beforeAll(async () => {
    const database = await open()
    api = await startTestApi({ ...(database && { database }), scorer: wordScorer, now: clock.now })
    await makeTopic(api)
  })
  afterEach(() => clock.reset())
  afterAll(() => api?.close())

  describe('sync', () => syncSuite(fixture))
  describe('decisions', () => decisionSuite(fixture))
  describe('community', () => communitySuite(fixture))
  describe('kinds of work', () => kindsSuite(fixture))
  describe('people', () => peopleSuite(fixture))
  describe('risk episodes', () => episodesSuite(fixture))
  describe('access', () => accessSuite(fixture))
}
