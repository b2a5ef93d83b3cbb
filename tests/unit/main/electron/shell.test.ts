import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Desk, DeskEvent, DeskOptions } from '../../../../src/main/desk/desk'
import { runShell } from '../../../../src/main/electron/shell'
import { electronDouble, preventable } from './electron-double'

const ours = { senderFrame: { url: 'app://wallguide/', parent: null } }

describe('the Electron shell', () => {
  let folder = ''
  let double: ReturnType<typeof electronDouble>
  const asked: { name: string; input: unknown }[] = []
  const opened: DeskOptions[] = []
  let listener: ((event: DeskEvent) => void) | null = null
  let closed: { resolve: () => void; promise: Promise<void> } | null = null
  const desk: Desk = {
    call: (name, input) => {
      asked.push({ name, input })
      return Promise.resolve({ ok: true, value: { ok: true } })
    },
    on: (heard) => {
      listener = heard
      return () => void (listener = null)
    },
    close: () => {
      let resolve: () => void = () => undefined
      const promise = new Promise<void>((done) => (resolve = done))
      closed = { resolve, promise }
      return promise
    },
  }
  const run = (env: NodeJS.ProcessEnv = { WALLGUIDE_API_URL: 'http://127.0.0.1:4180', WALLGUIDE_DATA: join(folder, 'data') }) =>
    runShell(double.parts, {
      env,
      rendererDir: join(folder, 'renderer'),
      preloadFile: '/built/preload/index.cjs',
      workerFile: '/built/programs/desk-worker.js',
      openDesk: (options) => {
        opened.push(options)
        return desk
      },
      onReady: () => undefined,
    })

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wallguide-shell-'))
    double = electronDouble()
    asked.length = 0
    opened.length = 0
    closed = null
  })
  afterEach(() => {
    vi.restoreAllMocks()
    rmSync(folder, { recursive: true })
  })

  it('opens one sandboxed window at its own address, with the preload script and nothing of Node', async () => {
    await run()
    expect(double.app.sandboxed).toBe(true)
    expect(double.state.windows).toHaveLength(1)
    const [window] = double.state.windows
    expect(window?.loaded).toBe('app://wallguide/')
    expect(window?.shown).toBe(true)
    expect(window?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      preload: '/built/preload/index.cjs',
    })
  })

  it('opens no port', async () => {
    const listen = vi.spyOn(Server.prototype, 'listen')
    await run()
    expect(listen).not.toHaveBeenCalled()
  })

  it('gives the desk its folder, community and worker', async () => {
    await run()
    expect(opened).toEqual([
      { apiUrl: 'http://127.0.0.1:4180', dataDir: join(folder, 'data'), host: 'electron', version: '9.9.9', workerFile: '/built/programs/desk-worker.js', keyStore: expect.anything() as unknown },
    ])
  })

  it('leaves at once when this desk is open already, and that one’s window comes forward', async () => {
    double.app.firstInstance = false
    await run()
    expect(double.app.quits).toBe(1)
    expect(opened).toEqual([])

    const first = electronDouble()
    double = first
    await run()
    const [window] = first.state.windows
    if (window) window.minimized = true
    first.app.emit('second-instance')
    expect(window?.minimized).toBe(false)
    expect(window?.focused).toBe(1)
  })

  it('says what is missing when it was not told its community', async () => {
    double.app.userData = folder
    await run({})
    expect(double.app.exitCode).toBe(1)
    expect(double.state.errors).toEqual([expect.stringContaining('which community it works for')])
    writeFileSync(join(folder, 'config.json'), '{"apiUrl":"https://community.example/"}')
    await run({})
    expect(opened[0]?.apiUrl).toBe('https://community.example')
  })

  it('passes calls of its own page to the desk', async () => {
    await run()
    const answer = await double.state.calls.get('bridge:call')?.(ours, 'queue.open', { filter: {} })
    expect(answer).toEqual({ ok: true, value: { ok: true } })
    expect(asked).toEqual([{ name: 'queue.open', input: { filter: {} } }])
  })

  it.each([
    ['another page', { senderFrame: { url: 'https://evil.test/', parent: null } }],
    ['a page whose address begins like ours', { senderFrame: { url: 'app://wallguide.evil/', parent: null } }],
    ['another host of the scheme', { senderFrame: { url: 'app://other/', parent: null } }],
    ['a user name in front of ours', { senderFrame: { url: 'app://x@wallguide/', parent: null } }],
    ['a frame within our page', { senderFrame: { url: 'app://wallguide/', parent: {} } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('refuses calls of %s', async (_who, sender) => {
    await run()
    expect(await double.state.calls.get('bridge:call')?.(sender, 'queue.open', {})).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
    expect(asked).toEqual([])
  })

  it('refuses a call whose name is not text', async () => {
    await run()
    expect(await double.state.calls.get('bridge:call')?.(ours, { toString: 'vault.lock' }, {})).toMatchObject({ ok: false })
    expect(asked).toEqual([])
  })

  it('sends the desk’s events to the window, and to none that is gone', async () => {
    await run()
    const contents = double.state.windows[0]?.webContents
    listener?.({ name: 'items.changed', payload: { items: [] } })
    expect(contents?.sent).toEqual([['bridge:event', 'items.changed', { items: [] }]])
    if (contents) contents.destroyed = true
    expect(() => listener?.({ name: 'items.changed', payload: { items: [] } })).not.toThrow()
  })

  it('denies navigation away, new windows and embedded pages; reloading itself stays possible', async () => {
    await run()
    const contents = double.state.windows[0]?.webContents
    for (const kind of ['will-navigate', 'will-redirect']) {
      const away = preventable({ url: 'https://evil.test/' })
      const self = preventable({ url: 'app://wallguide/' })
      contents?.emit(kind, away)
      contents?.emit(kind, self)
      expect([away.prevented, self.prevented]).toEqual([true, false])
    }
    const webview = preventable({})
    contents?.emit('will-attach-webview', webview)
    expect(webview.prevented).toBe(true)
    expect(contents?.openHandler?.()).toEqual({ action: 'deny' })
  })

  it('grants no permission', async () => {
    await run()
    const granted: boolean[] = []
    double.state.permissions.request?.(null, 'media', (yes) => granted.push(yes))
    expect(granted).toEqual([false])
    expect(double.state.permissions.check?.()).toBe(false)
    expect(double.state.permissions.device?.()).toBe(false)
  })

  it.each(['lock-screen', 'suspend'])('locks the vault on %s', async (event) => {
    await run()
    double.powerMonitor.emit(event)
    expect(asked).toEqual([{ name: 'vault.lock', input: {} }])
  })

  it('has a menu whose keys lock, sync and quit', async () => {
    await run()
    const items = double.state.menu.flatMap((top) => (Array.isArray(top.submenu) ? top.submenu : []))
    const keys = new Map(items.filter((item) => item.accelerator).map((item) => [item.accelerator, item]))
    for (const key of ['CommandOrControl+L', 'CommandOrControl+Shift+S']) {
      const click = keys.get(key)?.click as (() => void) | undefined
      click?.()
    }
    expect(asked.map(({ name }) => name)).toEqual(['vault.lock', 'sync.now'])
    expect(keys.has('CommandOrControl+Q')).toBe(true)
    expect(items.some((item) => item.role === 'reload' || item.role === 'toggleDevTools')).toBe(false)
  })

  it('quits only when the desk has closed', async () => {
    await run()
    double.app.emit('window-all-closed')
    expect(double.app.quits).toBe(0)
    double.app.quit()
    expect(double.app.quits).toBe(0)
    expect(listener).toBeNull()
    closed?.resolve()
    await vi.waitFor(() => expect(double.app.quits).toBe(1))
  })
})
