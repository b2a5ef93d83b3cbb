import { describe, expect, it } from 'vitest'
import { preloadBridge } from '../../../../src/preload/bridge'

describe('what the page gets of Electron', () => {
  const invoked: unknown[][] = []
  let emit: (name: unknown, payload: unknown) => void = () => undefined
  const bridge = preloadBridge({
    invoke: (...args) => {
      invoked.push(args)
      return Promise.resolve({ ok: true, value: {} })
    },
    onEvent: (listener) => (emit = listener),
  })

  it('is two functions and nothing else', () => {
    expect(Object.keys(bridge)).toEqual(['call', 'on'])
    expect(Object.values(bridge).every((value) => typeof value === 'function')).toBe(true)
  })

  it('carries a call and its answer', async () => {
    expect(await bridge.call('sync.now', {})).toEqual({ ok: true, value: {} })
    expect(invoked).toEqual([['sync.now', {}]])
  })

  it('gives each listener the payload of its event alone, until it stops', () => {
    const heard: unknown[] = []
    const stop = bridge.on('items.changed', (payload) => heard.push(payload))
    emit('items.changed', { items: [] })
    emit('sync.status', { network: 'offline' })
    emit(7, {})
    expect(heard).toEqual([{ items: [] }])
    stop()
    emit('items.changed', { items: [] })
    expect(heard).toHaveLength(1)
  })
})
