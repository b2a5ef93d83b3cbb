/** The lesson: one key after the other, each learnt by doing it. Pure. */
import type { CommandId } from '../keyboard/registry'
import type { Practised } from './bridge'

export type Step = {
  /** Whose key is shown. */
  command: CommandId
  title: string
  words: string
  /** What was run or done meets the step. */
  met: (event: { ran: CommandId } | { did: Practised }) => boolean
}

const ran = (...ids: CommandId[]): Step['met'] => (event) => 'ran' in event && ids.includes(event.ran)

export const lesson: readonly Step[] = [
  { command: 'next', title: 'Next item', words: 'Move down the list. The item on the right changes with you; nothing is claimed.', met: ran('next', 'last') },
  { command: 'open', title: 'Open and claim', words: 'Open the text. From now on colleagues see that it is yours.', met: ran('open') },
  { command: 'peek', title: 'Read without claiming', words: 'Move on once more, then read an item without taking it from anybody.', met: ran('peek') },
  { command: 'no_action', title: 'Decide', words: 'Decide that this item needs nothing from you. The next one comes by itself.', met: (event) => 'did' in event && event.did.kind === 'decided' },
  { command: 'undo', title: 'Undo', words: 'Take it back. For some seconds nothing has left the desk.', met: (event) => 'did' in event && event.did.kind === 'undone' },
  { command: 'redact', title: 'Redact', words: 'Find the post with a telephone number, press the key, tick the number with Space, and send with Ctrl and Enter.', met: (event) => 'did' in event && event.did.kind === 'decided' && event.did.action.verdict === 'redact' },
  { command: 'search', title: 'Search', words: 'Look for a word, garlic for example. Enter goes to the list; the empty search shows everything again.', met: (event) => 'did' in event && event.did.kind === 'searched' },
  { command: 'palette', title: 'All commands', words: 'Open the list of all commands. Type some letters of what you want; Esc closes it.', met: ran('palette') },
  { command: 'lock', title: 'Lock', words: 'Lock the desk whenever you stand up. In this step, and only here, the key is heard but the desk stays open.', met: ran('lock') },
]
