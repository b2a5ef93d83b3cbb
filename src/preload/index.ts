/** All that the renderer gets of Electron: `window.wallguide` with two functions. Runs sandboxed, hence bundled as CommonJS. */
import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, eventChannel } from '../main/electron/channels'
import { preloadBridge } from './bridge'

contextBridge.exposeInMainWorld(
  'wallguide',
  preloadBridge({
    invoke: (name, input) => ipcRenderer.invoke(callChannel, name, input),
    onEvent: (listener) => void ipcRenderer.on(eventChannel, (_event, name: unknown, payload: unknown) => listener(name, payload)),
  }),
)
