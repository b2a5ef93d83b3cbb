import type { Bridge } from '#contract/bridge'

/** Whether the workstation's core answers. Not the network: the core keeps working without one. */
export type CoreLink = 'answering' | 'lost'

/** A bridge that also tells whether its core is reachable. */
export type LinkedBridge = Bridge & { onLink(listener: (link: CoreLink) => void): () => void }

declare global {
  interface Window {
    /** Set by the preload script under Electron; absent under the loopback host. */
    wallguide?: Bridge
  }
}
