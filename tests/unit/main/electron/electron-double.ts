/** Stands in for Electron: remembers what it was told and lets a test play the operating system and the page. */
import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, CustomScheme, MenuItemConstructorOptions } from 'electron'
import type { ContentsPart, ElectronParts, Preventable, SenderPart, WindowPart } from '../../../../src/main/electron/parts'

export const preventable = <T extends object>(extra: T) => {
  const event = { prevented: false, ...extra, preventDefault: () => void (event.prevented = true) }
  return event as Preventable & T & { prevented: boolean }
}

export class FakeContents extends EventEmitter implements ContentsPart {
  openHandler: (() => { action: 'deny' }) | null = null
  readonly sent: unknown[][] = []
  destroyed = false
  setWindowOpenHandler(handler: () => { action: 'deny' }): void {
    this.openHandler = handler
  }
  send(...args: unknown[]): void {
    if (this.destroyed) throw new Error('Object has been destroyed')
    this.sent.push(args)
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
}

export class FakeWindow extends EventEmitter implements WindowPart {
  readonly webContents = new FakeContents()
  loaded = ''
  shown = false
  minimized = false
  focused = 0
  constructor(readonly options: BrowserWindowConstructorOptions) {
    super()
  }
  loadURL(url: string): Promise<void> {
    this.loaded = url
    this.emit('ready-to-show')
    return Promise.resolve()
  }
  show(): void {
    this.shown = true
  }
  focus(): void {
    this.focused += 1
  }
  restore(): void {
    this.minimized = false
  }
  isMinimized(): boolean {
    return this.minimized
  }
  isDestroyed(): boolean {
    return this.webContents.destroyed
  }
}

export class FakeApp extends EventEmitter {
  firstInstance = true
  sandboxed = false
  userData = '/tmp/wallguide-none'
  exitCode: number | null = null
  quits = 0
  requestSingleInstanceLock(): boolean {
    return this.firstInstance
  }
  enableSandbox(): void {
    this.sandboxed = true
  }
  setPath(_name: 'userData', path: string): void {
    this.userData = path
  }
  getPath(): string {
    return this.userData
  }
  getVersion(): string {
    return '9.9.9'
  }
  whenReady(): Promise<void> {
    return Promise.resolve()
  }
  /** As Electron does: asks first, and goes only when nobody prevents it. */
  quit(): void {
    const event = preventable({})
    this.emit('before-quit', event)
    if (!event.prevented) this.quits += 1
  }
  exit(code: number): void {
    this.exitCode = code
  }
}

type Handler = (event: SenderPart, ...args: unknown[]) => Promise<unknown>

/** Turned bytes stand for encryption: what matters here is who asks for what. */
export function fakeSafeStorage(): ElectronParts['safeStorage'] & { backend: string; available: boolean; rotated: boolean } {
  const turned = (text: string) => [...text].reverse().join('')
  return {
    backend: 'gnome_libsecret',
    available: true,
    rotated: false,
    isAsyncEncryptionAvailable() {
      return Promise.resolve(this.available)
    },
    getSelectedStorageBackend() {
      return this.backend
    },
    encryptStringAsync: (text) => Promise.resolve(Buffer.from(turned(text))),
    decryptStringAsync(encrypted) {
      return Promise.resolve({ result: turned(encrypted.toString()), shouldReEncrypt: this.rotated })
    },
  }
}

export function electronDouble() {
  const app = new FakeApp()
  const powerMonitor = new EventEmitter()
  const state = {
    schemes: [] as CustomScheme[],
    pages: new Map<string, (request: Request) => Promise<Response>>(),
    calls: new Map<string, Handler>(),
    windows: [] as FakeWindow[],
    menu: [] as MenuItemConstructorOptions[],
    errors: [] as string[],
    permissions: {
      request: null as null | ((contents: unknown, permission: string, callback: (granted: boolean) => void) => void),
      check: null as null | (() => boolean),
      device: null as null | (() => boolean),
    },
  }
  const parts: ElectronParts = {
    app,
    powerMonitor,
    safeStorage: fakeSafeStorage(),
    ipcMain: { handle: (channel, listener) => void state.calls.set(channel, listener) },
    protocol: {
      registerSchemesAsPrivileged: (schemes) => void state.schemes.push(...schemes),
      handle: (scheme, handler) => void state.pages.set(scheme, handler),
    },
    defaultSession: () => ({
      setPermissionRequestHandler: (handler) => (state.permissions.request = handler),
      setPermissionCheckHandler: (handler) => (state.permissions.check = handler),
      setDevicePermissionHandler: (handler) => (state.permissions.device = handler),
    }),
    newWindow: (options) => {
      const window = new FakeWindow(options)
      state.windows.push(window)
      app.emit('web-contents-created', preventable({}), window.webContents)
      return window
    },
    setMenu: (template) => void (state.menu = template),
    showError: (_title, sentence) => void state.errors.push(sentence),
  }
  return { app, powerMonitor, state, parts }
}

// What `import … from 'electron'` gives under the tests: one double for src/main/electron/index.ts.
export const shared = electronDouble()
export const app = shared.parts.app
export const ipcMain = shared.parts.ipcMain
export const protocol = shared.parts.protocol
export const powerMonitor = shared.powerMonitor
export const safeStorage = shared.parts.safeStorage
export const session = { defaultSession: shared.parts.defaultSession() }
export const dialog = { showErrorBox: shared.parts.showError }
export const Menu = { buildFromTemplate: (template: MenuItemConstructorOptions[]) => template, setApplicationMenu: shared.parts.setMenu }
export const BrowserWindow = function (options: BrowserWindowConstructorOptions) {
  return shared.parts.newWindow(options)
}
