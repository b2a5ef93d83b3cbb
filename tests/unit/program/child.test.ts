import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { readyLine, startChild, type Child } from '../../../src/program/process/child'

const lines: string[] = []
const start = (script: string, readyWithinMs = 10_000): Child =>
  startChild({ name: 'The thing', file: process.execPath, args: ['-e', script], env: process.env, readyWithinMs, onLine: (line) => lines.push(line) })

/** Running: not gone, and not merely waiting for somebody to note its end. */
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || !readFileSync(stat, 'utf8').includes(') Z ')
}
const idle = 'setInterval(() => {}, 1000)'
const ready = `console.log('{"ready":true,"url":"http://x"}')`

describe('a child', () => {
  it('is ready when it says so, and stops when asked', async () => {
    const child = start(`${ready}; ${idle}`)
    expect(await child.ready).toEqual({ kind: 'ready', line: { ready: true, url: 'http://x' } })
    await child.stop()
    expect(alive(child.pid)).toBe(false)
    expect(await child.exited).toEqual({ code: null, signal: 'SIGTERM' })
  })

  it('is ended when it does not listen, with its own children', async () => {
    const child = start(`process.on('SIGTERM', () => {}); const { pid } = require('child_process').spawn(process.execPath, ['-e', '${idle}']); console.log(JSON.stringify({ ready: true, pid })); ${idle}`)
    const answer = await child.ready
    const grandchild = answer.kind === 'ready' ? Number(answer.line.pid) : 0
    expect(alive(grandchild)).toBe(true)
    await child.stop(200)
    expect(alive(child.pid)).toBe(false)
    await vi.waitFor(() => expect(alive(grandchild)).toBe(false))
  })

  it('that ends before it is ready has had its say first', async () => {
    lines.length = 0
    const child = start(`process.stderr.write('The port is taken.\\n'); process.exitCode = 1`)
    expect(await child.ready).toEqual({ kind: 'exited', exit: { code: 1, signal: null } })
    expect(lines).toContain('The port is taken.')
  })

  it('that is not ready in time is known as slow', async () => {
    const child = start(idle, 50)
    expect(await child.ready).toEqual({ kind: 'slow' })
    await child.stop()
  })

  it('that cannot be started is an end, not an exception', async () => {
    const child = startChild({ name: 'The thing', file: '/nowhere/at/all', args: [], env: {}, readyWithinMs: 5_000, onLine: (line) => lines.push(line) })
    expect(await child.ready).toMatchObject({ kind: 'exited', exit: { code: 1 } })
    expect(lines.at(-1)).toContain('The thing could not be started')
  })

  it('can be stopped twice', async () => {
    const child = start(`${ready}; ${idle}`)
    await child.ready
    await Promise.all([child.stop(), child.stop()])
    expect(alive(child.pid)).toBe(false)
  })

  it.each(['hello', '{"ready":false}', '{"ready":true', '["ready"]', 'null'])('%s on stdout is not readiness', (line) => {
    expect(readyLine(line)).toBeNull()
  })
})
