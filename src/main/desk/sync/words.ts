/** What a clinician is told about the network: what happened, that nothing was lost, what to do. */
import type { Trouble } from './api-client'

export const stoppedWords =
  'The server no longer lists more than half of the items that this desk holds. To be safe nothing was removed here. If that is right, let the sync go on; if not, ask your administrator.'

export const faultWords = 'The desk could not sync because of a fault of its own. Your decisions are kept, and it tries again by itself.'

export function troubleWords(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'unreachable':
      return 'The community server cannot be reached. You can go on: what you decide is kept here and sent when it is back.'
    case 'garbled':
      return 'Something other than the community server answers at its address, or a version that this desk cannot read. You can go on: decisions are kept here. Check the network and the address of the server.'
    case 'unauthorised':
      return 'Your session has ended. You can go on: decisions are kept here and sent after you have signed in again.'
    case 'upgrade':
      return 'This desk is too old to fetch new items. What you decide is still sent. Update the desk.'
    case 'busy':
      return trouble.message ?? 'The community server is busy. You can go on: decisions are kept here and sent again by themselves.'
    case 'resync':
      return 'The desk fetches its queue anew. Your decisions are kept.'
    case 'refused':
      return trouble.status === 404
        ? 'The community server is older than this desk and lacks what it needs. You can go on: decisions are kept here. Ask your administrator to update the server.'
        : (trouble.message ?? `The community server refused the request (${trouble.status}). You can go on: decisions are kept here.`)
  }
}
