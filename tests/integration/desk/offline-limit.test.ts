/** A lost computer must not stay open for ever: without an answer of the server a desk opens only for as long as the service allows. */
import { afterEach, describe, expect, test } from 'vitest'
import { ask, passphrase, refusal } from './support/desk'
import { ModelDesk } from './support/model-desk'
import { settled } from './support/turned-clock'

const hour = 3_600_000
const desks: ModelDesk[] = []
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.end()
})

async function opened(maxOfflineHours: number | null = 24): Promise<ModelDesk> {
  const desk = new ModelDesk()
  desks.push(desk)
  desk.line.maxOfflineHours = maxOfflineHours
  return desk.opened()
}

/** Closed, and started again later, with or without the network. */
async function startedAgain(desk: ModelDesk, after: number, network: 'up' | 'down') {
  await desk.core.close()
  if (network === 'down') desk.line.cut()
  else desk.line.state = 'up'
  await desk.clock.turn(after)
  desk.start()
  await desk.chooseAgain()
}

describe('a desk that has not reached its server', () => {
  test('opens within the time, and says until when', async () => {
    const desk = await opened()
    const limit = new Date(desk.clock.now() + 24 * hour).toISOString()
    expect((await ask(desk.core, 'sync.status', {})).offlineUntil).toBe(limit)
    await startedAgain(desk, 23 * hour, 'down')
    expect((await ask(desk.core, 'vault.unlock', { passphrase })).phase).toBe('open')
    expect((await ask(desk.core, 'sync.status', {})).offlineUntil).toBe(limit)
  })

  test('stays closed after it, keeps its outbox, and opens again once the server has answered', async () => {
    const desk = await opened()
    desk.line.cut()
    await desk.decideFirst('kept')
    await startedAgain(desk, 25 * hour, 'down')
    const error = await refusal(desk.core, 'vault.unlock', { passphrase })
    expect(error).toMatchObject({ code: 'offline-too-long', message: expect.stringMatching(/Nothing was lost/) })
    expect(await ask(desk.core, 'desk.state', {})).toMatchObject({ phase: 'locked', failure: { code: 'offline-too-long' } })
    expect((await refusal(desk.core, 'queue.open', { filter: {} })).code).toBe('locked')
    desk.line.state = 'up'
    expect((await ask(desk.core, 'vault.unlock', { passphrase })).phase).toBe('open')
    await settled()
    expect((await ask(desk.core, 'outcomes.list', { onlyUnacknowledged: false })).outcomes).toMatchObject([{ outcome: { kind: 'applied' }, decision: { note: 'kept' } }])
  })

  test('opens after a fresh sign-in when its session has ended meanwhile', async () => {
    const desk = await opened()
    await startedAgain(desk, 30 * hour, 'up')
    desk.line.token = 'token-of-the-second-session'
    expect((await refusal(desk.core, 'vault.unlock', { passphrase })).code).toBe('offline-too-long')
    await ask(desk.core, 'desk.signIn', { username: 'guide-0', password: 'a passphrase', code: '123456' })
    expect((await ask(desk.core, 'vault.unlock', { passphrase })).phase).toBe('open')
  })

  test('gains nothing from a clock that is set back, while it is closed or open', async () => {
    const desk = await opened()
    await desk.core.close()
    desk.line.cut()
    desk.clock.setBack(20 * hour)
    desk.start()
    await desk.chooseAgain()
    expect((await refusal(desk.core, 'vault.unlock', { passphrase })).code).toBe('offline-too-long')
    desk.clock.setBack(-20 * hour)
    await ask(desk.core, 'vault.unlock', { passphrase })
    await desk.clock.turn(10 * 60_000)
    desk.clock.setBack(2 * hour)
    await desk.clock.turn(2 * 60_000)
    expect((await ask(desk.core, 'desk.state', {})).phase).toBe('locked')
  })

  test('bears with a clock that is corrected by minutes', async () => {
    const desk = await opened()
    desk.line.cut()
    await desk.clock.turn(10 * 60_000)
    desk.clock.setBack(5 * 60_000)
    await desk.clock.turn(2 * 60_000)
    expect((await ask(desk.core, 'desk.state', {})).phase).toBe('open')
  })

  test('locks by itself when the time is over while it is open', async () => {
    const desk = await opened()
    desk.line.cut()
    await desk.clock.turn(24 * hour + 2 * 60_000)
    expect(await ask(desk.core, 'desk.state', {})).toMatchObject({ phase: 'locked', failure: { code: 'offline-too-long' } })
  })

  test('opens for ever where the service sets no limit', async () => {
    const desk = await opened(null)
    await startedAgain(desk, 1_000 * hour, 'down')
    expect((await ask(desk.core, 'vault.unlock', { passphrase })).phase).toBe('open')
    expect((await ask(desk.core, 'sync.status', {})).offlineUntil).toBeNull()
  })
})
