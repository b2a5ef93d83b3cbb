/**
 * What the shell uses of Electron, and no more. The real modules fit these types (index.ts proves it when it compiles), and so
 * does the double that the tests use.
 */
import type { BrowserWindowConstructorOptions, CustomScheme, MenuItemConstructorOptions } from 'electron'

export type Preventable = { preventDefault(): void }

export interface AppPart {
  requestSingleInstanceLock(): boolean
  enableSandbox(): void
  setPath(name: 'userData', path: string): void
  getPath(name: 'userData'): string
  getVersion(): string
  whenReady(): Promise<void>
  quit(): void
  exit(code: number): void
  on(event: 'second-instance' | 'window-all-closed', listener: () => void): unknown
  on(event: 'before-quit', listener: (event: Preventable) => void): unknown
  on(event: 'web-contents-created', listener: (event: Preventable, contents: ContentsPart) => void): unknown
}

export interface ContentsPart {
  on(event: 'will-navigate' | 'will-redirect', listener: (event: Preventable & { url: string }) => void): unknown
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
  send(channel: string, ...args: unknown[]): void
  isDestroyed(): boolean
}

export interface WindowPart {
  readonly webContents: ContentsPart
  loadURL(url: string): Promise<void>
  show(): void
  focus(): void
  restore(): void
  isMinimized(): boolean
  isDestroyed(): boolean
  once(event: 'ready-to-show', listener: () => void): unknown
}

export type SenderPart = { readonly senderFrame: { readonly url: string; readonly parent: unknown } | null }

export interface IpcPart {
  handle(channel: string, listener: (event: SenderPart, ...args: unknown[]) => Promise<unknown>): void
}

export interface ProtocolPart {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void
}

export interface SessionPart {
  setPermissionRequestHandler(handler: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void): void
  setPermissionCheckHandler(handler: () => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
}

export interface SafeStoragePart {
  isAsyncEncryptionAvailable(): Promise<boolean>
  getSelectedStorageBackend(): string
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>
}

export interface PowerPart {
  on(event: 'lock-screen' | 'suspend', listener: () => void): unknown
}

export interface ElectronParts {
  app: AppPart
  ipcMain: IpcPart
  protocol: ProtocolPart
  powerMonitor: PowerPart
  safeStorage: SafeStoragePart
  /** `session.defaultSession`; only there once the app is ready. */
  defaultSession: () => SessionPart
  newWindow: (options: BrowserWindowConstructorOptions) => WindowPart
  setMenu: (template: MenuItemConstructorOptions[]) => void
  showError: (title: string, sentence: string) => void
}
