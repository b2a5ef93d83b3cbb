import type { LinkedBridge } from './connection'
import { loopbackBridge } from './loopback'

/** The one way to the core: the preload's bridge under Electron, else the loopback host. */
export function connectBridge(): LinkedBridge {
  const preload = window.wallguide
  if (!preload) return loopbackBridge()
  return { call: (name, input) => preload.call(name, input), on: (name, listener) => preload.on(name, listener), onLink: () => () => undefined }
}
