import { describe, expect, it, vi } from 'vitest'
import { shared } from './electron-double'

const openDesk = vi.hoisted(() => vi.fn(() => ({ call: vi.fn(), on: vi.fn(() => () => undefined), close: vi.fn() })))
vi.mock('../../../../src/main/desk/open', () => ({ openDesk }))

describe('the entry of the shell', () => {
  it('wires Electron’s own modules to the shell and says on stdout that it is ready', async () => {
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const listened = vi.spyOn(process, 'on').mockReturnValue(process)
    vi.stubEnv('WALLGUIDE_API_URL', 'http://127.0.0.1:4180')
    vi.stubEnv('WALLGUIDE_DATA', '/tmp/wallguide-entry')
    await import('../../../../src/main/electron/index')
    await vi.waitFor(() => expect(written).toHaveBeenCalledWith('{"ready":true}\n'))
    expect(listened).toHaveBeenCalledWith('disconnect', expect.any(Function))
    written.mockRestore()
    expect(shared.state.windows[0]?.loaded).toBe('app://wallguide/')
    expect(shared.state.calls.has('bridge:call')).toBe(true)
    expect(shared.state.pages.has('app')).toBe(true)
    expect(openDesk).toHaveBeenCalledWith(expect.objectContaining({ host: 'electron', apiUrl: 'http://127.0.0.1:4180', workerFile: expect.stringMatching(/programs.desk-worker\.js$/) }))
  })
})
