/**
 * The one list of commands. It feeds the key handler, the hints on buttons, the help overlay and the palette, so that what
 * is shown is what happens. Pure data and pure functions.
 */
import { chordOf, digitOf, type KeyPress } from './chord'

/** Where a command's keys are heard. `anywhere` is heard under every other scope. */
export type Scope = 'anywhere' | 'queue' | 'compose' | 'answers' | 'outbox' | 'settings' | 'shift' | 'episodes' | 'episode-form' | 'scorer' | 'agreement'
export const scopes = ['anywhere', 'queue', 'compose', 'answers', 'outbox', 'settings', 'shift', 'episodes', 'episode-form', 'scorer', 'agreement'] as const satisfies readonly Scope[]

export type Command = {
  id: string
  title: string
  group: string
  scope: Scope
  /** Alternatives; a sequence is written with a space: `g q`. */
  keys: readonly string[]
  /** Holding the key down repeats it. Never for anything that decides. */
  repeats?: true
  /** Heard while writing, too: those of its keys that are Esc or begin with Mod. It has at least one of them. */
  inFields?: true
  /** Not offered in the palette (moving about, or the palette itself). */
  noPalette?: true
  /** Words that find it in the palette. */
  also?: string
}

const define = <const T extends readonly Command[]>(list: T) => list

export const commands = define([
  { id: 'next', title: 'Next item', group: 'Queue', scope: 'queue', keys: ['j', 'Down'], repeats: true, noPalette: true },
  { id: 'previous', title: 'Previous item', group: 'Queue', scope: 'queue', keys: ['k', 'Up'], repeats: true, noPalette: true },
  { id: 'first', title: 'First item', group: 'Queue', scope: 'queue', keys: ['Home'], noPalette: true },
  { id: 'last', title: 'Last item', group: 'Queue', scope: 'queue', keys: ['End'], noPalette: true },
  { id: 'open', title: 'Open and claim', group: 'Queue', scope: 'queue', keys: ['Enter'], noPalette: true },
  { id: 'peek', title: 'Read without claiming', group: 'Queue', scope: 'queue', keys: ['o'] },
  { id: 'take-in', title: 'Take in what is new', group: 'Queue', scope: 'queue', keys: ['n', '.'], also: 'refresh arrivals' },
  { id: 'gentler', title: 'Something gentler', group: 'Queue', scope: 'queue', keys: [], also: 'easier amber green care' },
  { id: 'search', title: 'Search the queue', group: 'Queue', scope: 'queue', keys: ['/'] },
  { id: 'filter', title: 'Filter the queue', group: 'Queue', scope: 'queue', keys: ['f'] },
  { id: 'filters', title: 'Ready-made and saved filters', group: 'Queue', scope: 'queue', keys: ['Shift+F'], also: 'kind theme partner country reports newcomers save' },
  { id: 'all-open', title: 'Clear the filter', group: 'Queue', scope: 'queue', keys: ['Shift+A'], also: 'everything open reset' },
  { id: 'outside', title: 'Show crisis items outside the filter', group: 'Queue', scope: 'queue', keys: ['Shift+C'], also: 'hidden danger' },
  { id: 'select', title: 'Select for a batch, or not', group: 'Queue', scope: 'queue', keys: ['x'], also: 'several many batch' },
  { id: 'select-none', title: 'Clear the selection', group: 'Queue', scope: 'queue', keys: ['Shift+X'], also: 'batch' },
  { id: 'close-item', title: 'Back to the list', group: 'Queue', scope: 'queue', keys: ['Esc'], noPalette: true },

  { id: 'no_action', title: 'No action needed', group: 'Decide', scope: 'queue', keys: ['1'], also: 'none' },
  { id: 'support_reply', title: 'Reply in the thread', group: 'Decide', scope: 'queue', keys: ['2'], also: 'comment support' },
  { id: 'message', title: 'Message the member', group: 'Decide', scope: 'queue', keys: ['3'], also: 'private' },
  { id: 'signpost', title: 'Signpost to a service', group: 'Decide', scope: 'queue', keys: ['4'], also: 'crisis line' },
  { id: 'near', title: 'Signpost to services near them', group: 'Decide', scope: 'queue', keys: ['l'], also: 'local resources directory' },
  { id: 'content_note', title: 'Add a content note', group: 'Decide', scope: 'queue', keys: ['5'], also: 'warning' },
  { id: 'redact', title: 'Redact parts', group: 'Decide', scope: 'queue', keys: ['6'], also: 'method identity' },
  { id: 'hide', title: 'Hide the post', group: 'Decide', scope: 'queue', keys: ['7'] },
  { id: 'watch', title: 'Watch the member', group: 'Decide', scope: 'queue', keys: ['8'] },
  { id: 'ask_lead', title: 'Ask a Lead', group: 'Decide', scope: 'queue', keys: ['9'], also: 'question' },
  { id: 'escalate', title: 'Escalate', group: 'Decide', scope: 'queue', keys: ['0'], also: 'crisis senior' },
  { id: 'hand_on', title: 'Hand this on', group: 'Decide', scope: 'queue', keys: ['h'], also: 'pass colleague' },
  { id: 'propose_removal', title: 'Propose removal', group: 'Decide', scope: 'queue', keys: [] },
  { id: 'propose_restriction', title: 'Propose restricting the member', group: 'Decide', scope: 'queue', keys: [] },
  { id: 'remove', title: 'Remove the post', group: 'Decide', scope: 'queue', keys: [] },
  { id: 'reopen', title: 'Open this again', group: 'Decide', scope: 'queue', keys: ['Shift+R'], also: 'reverse decided' },
  { id: 'hand_to', title: 'Hand this to a colleague', group: 'Decide', scope: 'queue', keys: ['c'], also: 'assign person' },
  { id: 'hold', title: 'Hold for a supervisor', group: 'Decide', scope: 'queue', keys: ['Shift+H'], also: 'keep lease' },
  { id: 'accept-escalation', title: 'Accept the escalation', group: 'Decide', scope: 'queue', keys: ['y'] },
  { id: 'decline-escalation', title: 'Say that I cannot take the escalation', group: 'Decide', scope: 'queue', keys: [] },
  { id: 'undo', title: 'Undo the last decision', group: 'Decide', scope: 'anywhere', keys: ['u', 'Mod+z'] },
  { id: 'release', title: 'Give the claim back', group: 'Decide', scope: 'queue', keys: ['r'] },

  { id: 'own-crisis', title: 'My own level: crisis', group: 'Decide', scope: 'queue', keys: ['w c'], also: 'second look reading' },
  { id: 'own-red', title: 'My own level: red', group: 'Decide', scope: 'queue', keys: ['w r'], also: 'second look reading' },
  { id: 'own-amber', title: 'My own level: amber', group: 'Decide', scope: 'queue', keys: ['w a'], also: 'second look reading' },
  { id: 'own-green', title: 'My own level: green', group: 'Decide', scope: 'queue', keys: ['w g'], also: 'second look reading' },

  { id: 'evidence', title: 'Evidence', group: 'Item', scope: 'queue', keys: ['e'] },
  { id: 'thread', title: 'Thread', group: 'Item', scope: 'queue', keys: ['t'] },
  { id: 'member', title: 'Member', group: 'Item', scope: 'queue', keys: ['m'] },
  { id: 'similar', title: 'Similar items', group: 'Item', scope: 'queue', keys: ['s'], also: 'like precedent earlier decided' },
  { id: 'page-down', title: 'Scroll the text down', group: 'Item', scope: 'queue', keys: ['Space', 'PageDown'], repeats: true, noPalette: true },
  { id: 'page-up', title: 'Scroll the text up', group: 'Item', scope: 'queue', keys: ['Shift+Space', 'PageUp'], repeats: true, noPalette: true },
  { id: 'pane-queue', title: 'Show or hide the queue', group: 'View', scope: 'queue', keys: ['['] },
  { id: 'pane-context', title: 'Show or hide member and evidence', group: 'View', scope: 'queue', keys: [']'] },

  { id: 'send', title: 'Make this decision', group: 'While writing', scope: 'compose', keys: ['Mod+Enter'], inFields: true, noPalette: true },
  { id: 'templates', title: 'Insert a template', group: 'While writing', scope: 'compose', keys: ['Mod+j'], inFields: true, also: 'canned text snippet' },
  { id: 'preview', title: 'See it as the member will', group: 'While writing', scope: 'compose', keys: ['Mod+p'], inFields: true, also: 'preview' },
  { id: 'leave-composer', title: 'Leave, keeping the draft', group: 'While writing', scope: 'compose', keys: ['Esc'], inFields: true, noPalette: true },

  { id: 'answers-next', title: 'Next answer', group: 'Answers', scope: 'answers', keys: ['j', 'Down'], repeats: true, noPalette: true },
  { id: 'answers-previous', title: 'Previous answer', group: 'Answers', scope: 'answers', keys: ['k', 'Up'], repeats: true, noPalette: true },
  { id: 'answers-seen', title: 'Mark as seen', group: 'Answers', scope: 'answers', keys: ['x', 'a'] },
  { id: 'answers-open', title: 'Open the item again', group: 'Answers', scope: 'answers', keys: ['Enter', 'o'] },
  { id: 'answers-all', title: 'Show seen answers too', group: 'Answers', scope: 'answers', keys: ['s'] },
  { id: 'shift-became', title: 'What became of it', group: 'My shift', scope: 'shift', keys: ['w'], also: 'follow up handled' },
  { id: 'shift-tables', title: 'Charts or tables', group: 'My shift', scope: 'shift', keys: ['t'] },
  { id: 'shift-next', title: 'Next thing that I handled', group: 'My shift', scope: 'shift', keys: ['j', 'Down'], repeats: true, noPalette: true },
  { id: 'shift-previous', title: 'Previous thing that I handled', group: 'My shift', scope: 'shift', keys: ['k', 'Up'], repeats: true, noPalette: true },
  { id: 'shift-open', title: 'See the item', group: 'My shift', scope: 'shift', keys: ['Enter', 'o'], noPalette: true },
  { id: 'scorer-next', title: 'Next disagreement', group: 'Scorer', scope: 'scorer', keys: ['j', 'Down'], repeats: true, noPalette: true },
  { id: 'scorer-previous', title: 'Previous disagreement', group: 'Scorer', scope: 'scorer', keys: ['k', 'Up'], repeats: true, noPalette: true },
  { id: 'scorer-open', title: 'See the item', group: 'Scorer', scope: 'scorer', keys: ['Enter', 'o'], noPalette: true },
  { id: 'scorer-tables', title: 'Charts or tables', group: 'Scorer', scope: 'scorer', keys: ['t'] },
  { id: 'scorer-export', title: 'Export the disagreements', group: 'Scorer', scope: 'scorer', keys: ['e'], also: 'save file jsonl' },
  { id: 'agreement-tables', title: 'Chart or table', group: 'Agreement', scope: 'agreement', keys: ['t'] },
  { id: 'outbox-next', title: 'Next decision', group: 'Outbox', scope: 'outbox', keys: ['j', 'Down'], repeats: true, noPalette: true },
  { id: 'outbox-previous', title: 'Previous decision', group: 'Outbox', scope: 'outbox', keys: ['k', 'Up'], repeats: true, noPalette: true },

  { id: 'episodes-next', title: 'Next episode', group: 'Episodes', scope: 'episodes', keys: ['j', 'Down'], repeats: true, noPalette: true },
  { id: 'episodes-previous', title: 'Previous episode', group: 'Episodes', scope: 'episodes', keys: ['k', 'Up'], repeats: true, noPalette: true },
  { id: 'episode-triage', title: 'Triage', group: 'Episodes', scope: 'episodes', keys: ['1'] },
  { id: 'episode-contact', title: 'Record a contact attempt', group: 'Episodes', scope: 'episodes', keys: ['2'] },
  { id: 'episode-assess', title: 'Assess', group: 'Episodes', scope: 'episodes', keys: ['3'], also: 'assessment c-ssrs formulation' },
  { id: 'episode-plan', title: 'Plan', group: 'Episodes', scope: 'episodes', keys: ['4'] },
  { id: 'episode-de-escalate', title: 'De-escalated with the member', group: 'Episodes', scope: 'episodes', keys: ['5'] },
  { id: 'episode-hand-over', title: 'Hand over to a service', group: 'Episodes', scope: 'episodes', keys: ['6'] },
  { id: 'episode-rescue', title: 'Active rescue', group: 'Episodes', scope: 'episodes', keys: ['7'], also: 'imminent danger' },
  { id: 'episode-follow-up', title: 'Arrange the follow-up', group: 'Episodes', scope: 'episodes', keys: ['8'] },
  { id: 'episode-propose-close', title: 'Propose closing', group: 'Episodes', scope: 'episodes', keys: ['9'] },
  { id: 'episode-sign-off', title: 'Sign off and close', group: 'Episodes', scope: 'episodes', keys: ['0'] },
  { id: 'episode-note', title: 'Add a note', group: 'Episodes', scope: 'episodes', keys: ['n'] },
  { id: 'episode-task', title: 'Add a task', group: 'Episodes', scope: 'episodes', keys: ['t'] },
  { id: 'episode-finish', title: 'Finish a task', group: 'Episodes', scope: 'episodes', keys: ['x'] },
  { id: 'episode-safe-t', title: 'SAFE-T step', group: 'Episodes', scope: 'episodes', keys: ['s'] },
  { id: 'episode-safety-plan', title: 'Safety plan with the member', group: 'Episodes', scope: 'episodes', keys: ['y'] },
  { id: 'episode-followed-up', title: 'Record a follow-up', group: 'Episodes', scope: 'episodes', keys: ['f'] },
  { id: 'episode-aftercare', title: 'After-care', group: 'Episodes', scope: 'episodes', keys: ['a'] },
  { id: 'episode-take-on', title: 'Take this episode on', group: 'Episodes', scope: 'episodes', keys: ['m'], also: 'mine owner' },
  { id: 'episode-resume', title: 'The risk has risen again', group: 'Episodes', scope: 'episodes', keys: ['r'] },
  { id: 'episode-send-back', title: 'Send the closing back', group: 'Episodes', scope: 'episodes', keys: ['w'] },
  { id: 'episodes-item', title: 'See its latest item', group: 'Episodes', scope: 'episodes', keys: ['o'] },
  { id: 'episodes-record', title: 'Check the record', group: 'Episodes', scope: 'episodes', keys: ['v'], also: 'verify chain audit' },
  { id: 'episodes-closed', title: 'Open or closed episodes', group: 'Episodes', scope: 'episodes', keys: ['c'] },
  { id: 'episodes-seen', title: 'Mark the answer as seen', group: 'Episodes', scope: 'episodes', keys: ['d'] },
  { id: 'episode-send', title: 'Do it', group: 'Episodes', scope: 'episode-form', keys: ['Mod+Enter'], inFields: true, noPalette: true },
  { id: 'episode-leave', title: 'Leave, keeping the draft', group: 'Episodes', scope: 'episode-form', keys: ['Esc'], inFields: true, noPalette: true },
  { id: 'episode-of-item', title: 'Episode of this member', group: 'Item', scope: 'queue', keys: ['Shift+E'], also: 'open risk episode evidence' },

  { id: 'go-queue', title: 'Go to the queue', group: 'Go', scope: 'anywhere', keys: ['g q'] },
  { id: 'next-one', title: 'Give me the next one', group: 'Go', scope: 'anywhere', keys: ['g n'], also: 'most urgent claim' },
  { id: 'go-answers', title: 'Go to answers', group: 'Go', scope: 'anywhere', keys: ['g a'], also: 'outcomes conflicts' },
  { id: 'go-outbox', title: 'Go to the outbox', group: 'Go', scope: 'anywhere', keys: ['g o'], also: 'pending' },
  { id: 'go-episodes', title: 'Go to episodes', group: 'Go', scope: 'anywhere', keys: ['g e'], also: 'risk' },
  { id: 'go-scorer', title: 'Go to the scorer', group: 'Go', scope: 'anywhere', keys: ['g r'], also: 'risk pack drift calibration disagreements model' },
  { id: 'go-agreement', title: 'Go to agreement', group: 'Go', scope: 'anywhere', keys: ['g k'], also: 'second readings kappa quality' },
  { id: 'go-shift', title: 'Go to my shift', group: 'Go', scope: 'anywhere', keys: ['g w'], also: 'charts figures exposure breaks' },
  { id: 'settings', title: 'Settings', group: 'Go', scope: 'anywhere', keys: ['g ,'], also: 'preferences keys appearance passphrase about' },
  { id: 'practice', title: 'Practise the keys', group: 'Go', scope: 'anywhere', keys: ['g p'], also: 'learn training lesson' },
  { id: 'sync', title: 'Send and sync now', group: 'Desk', scope: 'anywhere', keys: ['Mod+s'], inFields: true, also: 'network refresh undo' },
  { id: 'break', title: 'Take a break, or come back', group: 'Desk', scope: 'anywhere', keys: ['b'], also: 'rest pause cover' },
  { id: 'pause', title: 'Take or end the protected pause', group: 'Desk', scope: 'anywhere', keys: ['Shift+B'], also: 'rescue gentle rest' },
  { id: 'lock', title: 'Lock this desk', group: 'Desk', scope: 'anywhere', keys: ['Mod+l'], inFields: true },
  { id: 'privacy', title: 'Privacy screen', group: 'Desk', scope: 'anywhere', keys: ['p', 'Mod+Shift+l'], inFields: true, also: 'cover hide everything blank' },
  { id: 'theme', title: 'Light, dark or like the system', group: 'View', scope: 'anywhere', keys: [], also: 'night theme colour' },
  { id: 'density', title: 'Compact or comfortable rows', group: 'View', scope: 'anywhere', keys: [] },
  { id: 'cover', title: 'Cover crisis and red texts, or not', group: 'View', scope: 'anywhere', keys: [], also: 'forewarning' },
  { id: 'palette', title: 'All commands', group: 'Desk', scope: 'anywhere', keys: ['Mod+k'], inFields: true, noPalette: true },
  { id: 'help', title: 'Keys', group: 'Desk', scope: 'anywhere', keys: ['?'] },
])

export type CommandId = (typeof commands)[number]['id']
export type Bindings = Partial<Record<CommandId, readonly string[]>>

/** The keys of a command, as remapped on this desk. */
export const keysOf = (command: Command, bindings: Bindings): readonly string[] => bindings[command.id as CommandId] ?? command.keys

export type Conflict = { keys: string; commands: [string, string]; why: 'same' | 'prefix' | 'field' }

/** Plain keys are typing, in a field. */
const heardInFields = (keys: string) => keys.split(' ').every((chord) => chord === 'Esc' || chord.startsWith('Mod+'))

const heardTogether = (a: Scope, b: Scope) => a === b || a === 'anywhere' || b === 'anywhere'

/**
 * Every pair of commands that would fight over a key: the same key in scopes that are heard together, or one that begins
 * another's sequence; and keys meant for text fields that would swallow plain typing. Empty is right.
 */
export function conflicts(list: readonly Command[], bindings: Bindings = {}): Conflict[] {
  const found: Conflict[] = []
  const all = list.flatMap((command) => keysOf(command, bindings).map((keys) => ({ command, keys })))
  for (const command of list) {
    const keys = keysOf(command, bindings)
    if (command.inFields && keys.length > 0 && !keys.some(heardInFields)) found.push({ keys: keys.join(', '), commands: [command.id, command.id], why: 'field' })
  }
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) {
      if (!heardTogether(a.command.scope, b.command.scope)) continue
      if (a.keys === b.keys) found.push({ keys: a.keys, commands: [a.command.id, b.command.id], why: 'same' })
      else if (a.keys.startsWith(`${b.keys} `) || b.keys.startsWith(`${a.keys} `)) {
        found.push({ keys: a.keys, commands: [a.command.id, b.command.id], why: 'prefix' })
      }
    }
  })
  return found
}

/** A worn switch closes twice within this time (ms): the second press is not the clinician's. */
export const bounceMs = 60
/** A sequence such as `g q` is forgotten after this time (ms). */
export const sequenceMs = 1200

export type Heard = { kind: 'run'; id: CommandId } | { kind: 'wait'; so: string } | { kind: 'ignored' } | { kind: 'none' }

/** Where the press happened: writing swallows everything but `inFields`; a control keeps its own Enter, Space and arrows. */
export type Focus = 'page' | 'field' | 'control'

/** What a button, a link or a list does with these is its own affair. */
export const controlKeys: ReadonlySet<string> = new Set(['Enter', 'Space', 'Up', 'Down', 'Left', 'Right', 'Home', 'End', 'Shift+Space'])

/** Turns presses into commands: scopes, sequences, text fields, key repeat and the bounce guard. Time is given, in ms. */
export class KeyListener {
  #sequence = ''
  #sequenceAt = 0
  #lastChord = ''
  #lastAt = -Infinity
  readonly #list: readonly Command[]
  readonly #bindings: () => Bindings
  readonly #bounce: () => number

  constructor(list: readonly Command[], bindings: () => Bindings = () => ({}), bounce: () => number = () => bounceMs) {
    this.#list = list
    this.#bindings = bindings
    this.#bounce = bounce
  }

  press(press: KeyPress, scope: Scope, focus: Focus, at: number): Heard {
    const chord = chordOf(press)
    if (!chord) return { kind: 'none' }
    const digit = digitOf(press)
    const waiting = at - this.#sequenceAt <= sequenceMs ? this.#sequence : ''
    this.#sequence = ''
    const active = this.#list.filter((c) => c.scope === scope || c.scope === 'anywhere')
    const allowed = active.filter((c) => (focus === 'field' ? c.inFields && heardInFields(chord) : !(focus === 'control' && controlKeys.has(chord))))
    for (const so of new Set([waiting ? `${waiting} ${chord}` : chord, chord, digit ?? chord])) {
      const hit = allowed.find((c) => keysOf(c, this.#bindings()).includes(so))
      if (hit) {
        if (press.repeat && !hit.repeats) return { kind: 'ignored' }
        const bounced = !hit.repeats && !press.repeat && chord === this.#lastChord && at - this.#lastAt < this.#bounce()
        this.#lastChord = chord
        this.#lastAt = at
        return bounced ? { kind: 'ignored' } : { kind: 'run', id: hit.id as CommandId }
      }
      if (allowed.some((c) => keysOf(c, this.#bindings()).some((k) => k.startsWith(`${so} `)))) {
        this.#sequence = so
        this.#sequenceAt = at
        return { kind: 'wait', so }
      }
    }
    return { kind: 'none' }
  }
}
