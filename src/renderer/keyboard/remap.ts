/** The rules of changing keys. Pure: what may be bound, what may not and why, in words. */
import { commands, conflicts, controlKeys, keysOf, type Bindings, type Command, type CommandId } from './registry'
import { canBePressed, printKeys } from './chord'

export type Refused = { why: string }

const list = commands as readonly Command[]
const byId = new Map(list.map((command) => [command.id, command]))
const titleOf = (id: string) => byId.get(id)?.title ?? id

/** Always a key away, whatever is remapped: the ways out, back, and to the list of keys. */
export const neverWithoutKey = ['lock', 'undo', 'help', 'palette', 'privacy', 'settings', 'send', 'leave-composer'] as const satisfies readonly CommandId[]

/** Taken by the browser or the system before a page hears them, or needed to walk from field to field. */
const notOurs = new Set(['Tab', 'Shift+Tab', 'Mod+w', 'Mod+t', 'Mod+n', 'Mod+Shift+n', 'Mod+Shift+t', 'Mod+Shift+w', 'Mod+q', 'Mod+r', 'F5', 'F11', 'F12', 'Alt+F4', 'Mod+Tab', 'Mod+c', 'Mod+v', 'Mod+x', 'Mod+a'])

/** One chord, or two in a row. */
const wellFormed = (keys: string) => keys.split(' ').length <= 2 && keys.split(' ').every(canBePressed)

/** Why one key cannot be this command's, whatever the others have; null when it can. */
function keyRefused(command: Command, keys: string): string | null {
  const shown = printKeys(keys)
  if (!wellFormed(keys)) return `“${keys}” is not a key that this desk can hear.`
  const chords = keys.split(' ')
  if (chords.some((part) => notOurs.has(part))) return `${shown} belongs to the browser or the system and would not reach this desk.`
  if (chords.includes('Esc') && !command.keys.includes(keys)) return 'Esc always leaves or goes back, so it cannot be given to another command.'
  return null
}

/** Why this command cannot have these keys beside all others; null when it can. Says what they clash with. */
export function rebindingRefused(bindings: Bindings, id: CommandId): Refused | null {
  const command = byId.get(id)
  if (!command) return { why: 'There is no such command.' }
  const keys = keysOf(command, bindings)
  for (const one of keys) {
    const why = keyRefused(command, one)
    if (why) return { why }
  }
  const unreachable = reachRefused(command, keys)
  if (unreachable) return { why: unreachable }
  const clash = conflicts(list, bindings).find((each) => each.commands.includes(id))
  return clash ? { why: clashWords(clash, id, bindings) } : null
}

function reachRefused(command: Command, keys: readonly string[]): string | null {
  if (command.noPalette && keys.length === 0) return `“${command.title}” keeps a key: the palette does not offer it.`
  const needed = (neverWithoutKey as readonly string[]).includes(command.id)
  if (!needed) return null
  if (keys.length === 0) return `“${command.title}” keeps a key: it must always be one away.`
  if (keys.every((one) => one.split(' ').some((part) => controlKeys.has(part)))) return `“${command.title}” needs a key that is heard everywhere. Buttons and lists keep Enter, Space and the arrows for themselves.`
  return null
}

function clashWords(clash: ReturnType<typeof conflicts>[number], id: string, bindings: Bindings): string {
  if (clash.why === 'field') return `“${titleOf(id)}” is needed while you write, so one of its keys must be Esc or begin with Ctrl.`
  const other = clash.commands.find((each) => each !== id) ?? id
  const own = byId.get(id)
  const theirs = byId.get(other)
  const mine = own && keysOf(own, bindings).find((keys) => theirs && keysOf(theirs, bindings).some((each) => each === keys || each.startsWith(`${keys} `) || keys.startsWith(`${each} `)))
  const shown = printKeys(mine ?? clash.keys)
  if (clash.why === 'same') return `${shown} belongs to “${titleOf(other)}”. Nothing was changed.`
  return `${shown} and a key of “${titleOf(other)}” begin alike, so one of the two would never be heard. Nothing was changed.`
}

/** What was kept, as far as all of it holds together; the usual keys when it does not. Unknown commands are passed over. */
export function soundBindings(kept: Record<string, readonly string[]>): Bindings {
  const bindings = knownOnly(kept)
  return allSound(bindings) === null ? bindings : {}
}

const knownOnly = (kept: Record<string, readonly string[]>): Bindings => Object.fromEntries(Object.entries(kept).filter(([id]) => byId.has(id)))

function allSound(bindings: Bindings): Refused | null {
  const touched = new Set<string>([...Object.keys(bindings), ...neverWithoutKey])
  for (const id of touched) {
    const refused = rebindingRefused(bindings, id as CommandId)
    if (refused) return refused
  }
  return conflicts(list, bindings).length === 0 ? null : { why: 'Two commands would share a key.' }
}

/** The changed keys as a file to take to another desk. */
export const keyFile = (bindings: Bindings): string => `${JSON.stringify({ wallguideKeys: 1, bindings }, null, 2)}\n`

/** Reads such a file. All of it or nothing. */
export function readKeyFile(text: string): { ok: true; bindings: Bindings } | { ok: false; why: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, why: 'This file is not a list of keys. Nothing was changed.' }
  }
  const read = bindingsOf(json)
  if (!read) return { ok: false, why: 'This file is not a list of keys. Nothing was changed.' }
  const bindings = knownOnly(read)
  const refused = allSound(bindings)
  return refused ? { ok: false, why: `The keys in this file do not go together: ${refused.why}` } : { ok: true, bindings }
}

function bindingsOf(json: unknown): Record<string, string[]> | null {
  if (typeof json !== 'object' || json === null || !('wallguideKeys' in json) || json.wallguideKeys !== 1 || !('bindings' in json)) return null
  const { bindings } = json
  if (typeof bindings !== 'object' || bindings === null) return null
  const sound = Object.values(bindings).every((keys) => Array.isArray(keys) && keys.length <= 4 && keys.every((key) => typeof key === 'string'))
  return sound ? (bindings as Record<string, string[]>) : null
}
