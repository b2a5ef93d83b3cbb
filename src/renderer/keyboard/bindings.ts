import { createStore } from '../app/store'
import { commands, conflicts, keysOf, type Bindings, type Command, type CommandId } from './registry'
import { printKeys } from './chord'

const place = 'wallguide.keys'

/** Reads what was remapped on this desk; anything unreadable or fighting over a key falls back to the defaults. */
export function readBindings(text: string | null): Bindings {
  if (!text) return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return {}
    const known = new Set<string>(commands.map((c) => c.id))
    const entries = Object.entries(value).filter(
      (entry): entry is [CommandId, string[]] =>
        known.has(entry[0]) && Array.isArray(entry[1]) && entry[1].every((k) => typeof k === 'string' && k.length > 0),
    )
    const bindings: Bindings = Object.fromEntries(entries)
    return conflicts(commands, bindings).length === 0 ? bindings : {}
  } catch {
    return {}
  }
}

const stored = () => {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}

export const bindingsStore = createStore<Bindings>(typeof localStorage === 'undefined' ? {} : readBindings(stored()))

/** Gives a command another key. Answers with the command that already has it, or null when done. */
export function rebind(id: CommandId, keys: string): Command | null {
  const next: Bindings = { ...bindingsStore.get(), [id]: [keys] }
  const clash = conflicts(commands, next)[0]
  if (clash) {
    const other = clash.commands.find((c) => c !== id) ?? id
    return commands.find((c) => c.id === other) ?? null
  }
  bindingsStore.set(next)
  localStorage.setItem(place, JSON.stringify(next))
  return null
}

export function resetBindings(): void {
  bindingsStore.set({})
  localStorage.removeItem(place)
}

const mac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent)

/** The first key of a command as printed on hints; empty when it has none. */
export function hintFor(id: CommandId, bindings: Bindings): string {
  const command: Command | undefined = commands.find((c) => c.id === id)
  const first = command ? keysOf(command, bindings)[0] : undefined
  return first ? printKeys(first, mac) : ''
}

export const printed = (keys: string) => printKeys(keys, mac)
