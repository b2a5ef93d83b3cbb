/** The shell: one window over one desk. A function of injected parts; opens no port. */
import { join } from 'node:path'
import type { Desk, DeskOptions } from '../desk/desk'
import { rendererUrl } from './address'
import { denyPermissions, guardPages } from './guard'
import { answerCalls, sendEvents } from './ipc'
import { electronKeyStore } from './key-store'
import { menuTemplate } from './menu'
import { registerScheme, servePages } from './pages'
import type { ElectronParts, WindowPart } from './parts'
import { windowPreferences } from './preferences'
import { readSettings } from './settings'

export type ShellOptions = {
  env: NodeJS.ProcessEnv
  rendererDir: string
  preloadFile: string
  workerFile: string
  openDesk: (options: DeskOptions) => Desk | Promise<Desk>
  /** Told once the window has been loaded. */
  onReady: () => void
}

/** Resolves when the window is loaded, or at once when another instance has this data or the settings are missing. */
export async function runShell(parts: ElectronParts, options: ShellOptions): Promise<void> {
  const { app } = parts
  // One folder per desk: two desks with their own data may run side by side, one desk never twice.
  if (options.env.WALLGUIDE_DATA) app.setPath('userData', join(options.env.WALLGUIDE_DATA, 'window'))
  app.enableSandbox()
  registerScheme(parts.protocol)
  guardPages(app)
  if (!app.requestSingleInstanceLock()) return app.quit()

  const read = readSettings(options.env, app.getPath('userData'))
  if (!read.ok) {
    parts.showError('Wallguide could not start', read.sentence)
    return app.exit(1)
  }
  let window: WindowPart | null = null
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())

  await app.whenReady()
  denyPermissions(parts.defaultSession())
  servePages(parts.protocol, options.rendererDir)
  const desk = await options.openDesk({ ...read.settings, host: 'electron', version: app.getVersion(), workerFile: options.workerFile, keyStore: electronKeyStore(parts.safeStorage) })
  const lock = () => void desk.call('vault.lock', {})

  answerCalls(parts.ipcMain, desk)
  const stopEvents = sendEvents(desk, () => window)
  closeBeforeQuit(parts, desk, stopEvents)
  for (const event of ['lock-screen', 'suspend'] as const) parts.powerMonitor.on(event, lock)
  parts.setMenu(menuTemplate({ lock, syncNow: () => void desk.call('sync.now', {}), quit: () => app.quit() }))

  window = parts.newWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Wallguide',
    webPreferences: { ...windowPreferences, preload: options.preloadFile },
  })
  const opened = window
  opened.once('ready-to-show', () => opened.show())
  await opened.loadURL(rendererUrl)
  options.onReady()
}

/** Quitting waits for the desk: a decision on its way arrives, the key is wiped, the cache is closed. */
function closeBeforeQuit({ app }: ElectronParts, desk: Desk, stopEvents: () => void): void {
  let state: 'open' | 'closing' | 'closed' = 'open'
  app.on('before-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    stopEvents()
    void desk.close().finally(() => {
      state = 'closed'
      app.quit()
    })
  })
}
