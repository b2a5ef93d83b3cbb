/** A window that was closed, or crashed, cannot lock its desk: the host does it. */
import type { ServerResponse } from 'node:http'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { abandonedMs, eventStreams } from '../../../../src/main/host/events'
import { rememberingDesk } from './support'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const aWindow = () => new PassThrough() as unknown as ServerResponse
const closed = async (window: ServerResponse) => {
  window.destroy()
  await new Promise((resolve) => setImmediate(resolve))
}

it('locks a while after the last window has gone, not before', async () => {
  const abandoned = vi.fn()
  const streams = eventStreams(rememberingDesk().desk, abandoned)
  const [one, other] = [aWindow(), aWindow()]
  streams.attach(one)
  streams.attach(other)
  await closed(one)
  vi.advanceTimersByTime(2 * abandonedMs)
  expect(abandoned).not.toHaveBeenCalled()
  await closed(other)
  vi.advanceTimersByTime(abandonedMs - 1)
  expect(abandoned).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(abandoned).toHaveBeenCalledTimes(1)
})

it('leaves a desk open whose window is loaded again', async () => {
  const abandoned = vi.fn()
  const streams = eventStreams(rememberingDesk().desk, abandoned)
  const window = aWindow()
  streams.attach(window)
  await closed(window)
  vi.advanceTimersByTime(2_000)
  streams.attach(aWindow())
  vi.advanceTimersByTime(2 * abandonedMs)
  expect(abandoned).not.toHaveBeenCalled()
})
