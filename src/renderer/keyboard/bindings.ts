/** The keys as this person has them: shown by hints, help and palette, heard by the key handler. Kept by settings/kept. */
import type { KeySettings } from '#contract/bridge'
import { createStore } from '../app/store'
import { printKeys } from './chord'
import { commands, keysOf, bounceMs, type Bindings, type Command, type CommandId } from './registry'
import { rebindingRefused, soundBindings, type Refused } from './remap'

export const bindingsStore = createStore<Bindings>({})
/** Time of the bounce guard in ms, 0 for none. */
export const bounceStore = createStore<number>(bounceMs)

/** Takes over what was kept. Keys that fight, or would hide a way out, fall back to the usual ones. */
export function takeKeys(kept: KeySettings): void {
  bindingsStore.set(soundBindings(kept.bindings))
  bounceStore.set(kept.bounceMs)
}

export const keySettings = (): KeySettings => ({ bindings: { ...(bindingsStore.get() as Record<string, string[]>) }, bounceMs: bounceStore.get() })

/** Gives a command other keys, all of them. Null when done, else why not, in words; nothing is then changed. */
export function rebind(id: CommandId, keys: readonly string[]): Refused | null {
  const next = { ...bindingsStore.get(), [id]: [...keys] }
  const refused = rebindingRefused(next, id)
  if (!refused) bindingsStore.set(next)
  return refused
}

/** Gives a command its usual keys back, where nothing else has taken them. */
export function resetKeys(id: CommandId): Refused | null {
  const next = Object.fromEntries(Object.entries(bindingsStore.get()).filter(([other]) => other !== id)) as Bindings
  const refused = rebindingRefused(next, id)
  if (!refused) bindingsStore.set(next)
  return refused
}

export const resetAllKeys = (): void => bindingsStore.set({})

const mac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent)

/** The first key of a command as printed on hints; empty when it has none. */
export function hintFor(id: CommandId, bindings: Bindings): string {
  const command: Command | undefined = commands.find((c) => c.id === id)
  const first = command ? keysOf(command, bindings)[0] : undefined
  return first ? printKeys(first, mac) : ''
}

export const printed = (keys: string) => printKeys(keys, mac)
