/** Entry of the Electron shell: hands Electron's modules to the shell. With the preload script, the only importer of 'electron'. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, safeStorage, session } from 'electron'
import { openDesk } from '../desk/open'
import type { ElectronParts } from './parts'
import { runShell } from './shell'

const parts: ElectronParts = {
  app,
  ipcMain,
  protocol,
  powerMonitor,
  safeStorage,
  defaultSession: () => session.defaultSession,
  newWindow: (options) => new BrowserWindow(options),
  setMenu: (template) => Menu.setApplicationMenu(Menu.buildFromTemplate(template)),
  showError: (title, sentence) => dialog.showErrorBox(title, sentence),
}

// Bundled into out/main.
const out = join(import.meta.dirname, '..')

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
process.on('disconnect', () => app.quit())

runShell(parts, {
  env: process.env,
  rendererDir: join(out, 'renderer'),
  preloadFile: join(out, 'preload', 'index.cjs'),
  workerFile: join(out, 'programs', 'desk-worker.js'),
  openDesk,
  onReady: () => void process.stdout.write(`${JSON.stringify({ ready: true })}\n`),
}).catch((error: unknown) => {
  const sentence = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${sentence}\n`)
  dialog.showErrorBox('Wallguide could not start', `${sentence} Nothing was lost.`)
  app.exit(1)
})
