/**
 * Electron's settings that bear on safety, all spelled out: one that a new Electron adds breaks the build until somebody has
 * decided about it. Frozen data, no logic.
 */
import type { WebPreferences } from 'electron'

/** Looks and handles; nothing here widens what a page may do. */
type NotAboutSafety =
  | 'accessibleTitle'
  | 'autoplayPolicy'
  | 'backgroundThrottling'
  | 'defaultEncoding'
  | 'defaultFontFamily'
  | 'defaultFontSize'
  | 'defaultMonospaceFontSize'
  | 'disableDialogs'
  | 'disableHtmlFullscreenWindowResize'
  | 'disableWakeLocks'
  | 'enablePreferredSizeMode'
  | 'focusOnNavigation'
  | 'imageAnimationPolicy'
  | 'images'
  | 'javascript'
  | 'minimumFontSize'
  | 'offscreen'
  | 'partition'
  | 'preload'
  | 'safeDialogsMessage'
  | 'scrollBounce'
  | 'session'
  | 'textAreasAreResizable'
  | 'transparent'
  | 'v8CacheOptions'
  | 'zoomFactor'
  | 'zoomMode'

export const windowPreferences: Readonly<Required<Omit<WebPreferences, NotAboutSafety>>> = Object.freeze({
  additionalArguments: [],
  allowRunningInsecureContent: false,
  contextIsolation: true,
  devTools: false,
  disableBlinkFeatures: '',
  enableBlinkFeatures: '',
  enableDeprecatedPaste: false,
  enableWebSQL: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  plugins: false,
  safeDialogs: true,
  sandbox: true,
  // On some systems its dictionaries come from a third party's server.
  spellcheck: false,
  webgl: false,
  webSecurity: true,
  webviewTag: false,
})

/** Switches that are burnt into a packaged program. Names as Electron's fuse wire has them, version 1. */
export type FuseName =
  | 'runAsNode'
  | 'enableCookieEncryption'
  | 'enableNodeOptionsEnvironmentVariable'
  | 'enableNodeCliInspectArguments'
  | 'enableEmbeddedAsarIntegrityValidation'
  | 'onlyLoadAppFromAsar'
  | 'loadBrowserProcessSpecificV8Snapshot'
  | 'grantFileProtocolExtraPrivileges'

export const fuses: Readonly<Record<FuseName, boolean>> = Object.freeze({
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // Checked by Electron on macOS and Windows; Linux has no such check.
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
})
