/** The bridge over Electron's IPC: one channel each way. */
import type { BridgeError } from '#contract/bridge'
import type { Desk } from '../desk/desk'
import { isOurs } from './address'
import { callChannel, eventChannel } from './channels'
import type { IpcPart, SenderPart, WindowPart } from './parts'

const refused: BridgeError = { code: 'not-allowed', message: 'This page may not talk to the workstation’s core. Nothing was changed.' }

/** Only the top frame of our own page; a frame that is gone counts as a stranger. */
const isTrusted = ({ senderFrame }: SenderPart): boolean => senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)

/** Calls from the renderer go to the desk, which validates them by the contract. */
export function answerCalls(ipcMain: IpcPart, desk: Desk): void {
  ipcMain.handle(callChannel, async (event, name, input) => {
    if (!isTrusted(event) || typeof name !== 'string') return { ok: false, error: refused }
    return await desk.call(name, input)
  })
}

/** The desk's events go to the window while there is one. Returns the function that stops it. */
export function sendEvents(desk: Desk, window: () => WindowPart | null): () => void {
  return desk.on(({ name, payload }) => {
    const target = window()
    if (target && !target.isDestroyed() && !target.webContents.isDestroyed()) target.webContents.send(eventChannel, name, payload)
  })
}
