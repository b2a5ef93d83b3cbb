/** Whatever is remapped, in whatever order: no two commands fight over a key, and the ways out stay a key away. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bindingsStore, rebind, resetAllKeys, resetKeys, takeKeys } from '../../../src/renderer/keyboard/bindings'
import { pressOf } from '../../../src/renderer/keyboard/chord'
import { commands, conflicts, KeyListener, keysOf, scopes, type Command, type CommandId, type Focus } from '../../../src/renderer/keyboard/registry'
import { keyFile, neverWithoutKey, readKeyFile } from '../../../src/renderer/keyboard/remap'

const list = commands as readonly Command[]
const usual = [...new Set(list.flatMap((c) => c.keys))]
const key = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789,./?[]'.split(''), 'Enter', 'Space', 'Esc', 'Up', 'Left', 'Home', 'F2', 'Shift+A', 'Shift+Space', 'Mod+k', 'Mod+z', 'Mod+l', 'Mod+j', 'Mod+Enter', 'Mod+Shift+l', 'Alt+x', 'Tab', 'Shift+?', 'nonsense')
const keys = fc.oneof(fc.constantFrom(...usual), key, fc.tuple(key, key).map((two) => two.join(' ')))
// The ways out more often than the others: what must hold of them is what is asked.
const id = fc.oneof(fc.constantFrom(...list.map((c) => c.id as CommandId)), fc.constantFrom(...neverWithoutKey))
const many = fc.array(keys, { maxLength: 3 })

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('rebind' as const), id, keys: many }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reset' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('import' as const), bindings: fc.dictionary(id, many, { maxKeys: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), bindings: fc.dictionary(id, many, { maxKeys: 4 }) }) },
)

/** Whether pressing one of a command's keys runs it, wherever it is heard and whatever has the focus. */
function reachable(wanted: CommandId, focus: Focus): boolean {
  const command = list.find((c) => c.id === wanted)
  const bindings = bindingsStore.get()
  return scopes
    .filter((scope) => scope !== 'anywhere')
    .every((scope) =>
      keysOf(command ?? ({ id: wanted, keys: [] } as unknown as Command), bindings).some((sequence) => {
        const listener = new KeyListener(list, () => bindings)
        const heard = sequence.split(' ').map((chord, i) => listener.press(pressOf(chord), scope, focus, 1000 + 200 * i))
        const last = heard.at(-1)
        return last?.kind === 'run' && last.id === wanted
      }),
    )
}

test('no sequence of remaps makes two commands fight or takes lock, undo, help or the privacy screen away', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      resetAllKeys()
      for (const one of steps) {
        const before = bindingsStore.get()
        if (one.do === 'rebind') {
          const refused = rebind(one.id, one.keys)
          if (refused) expect(bindingsStore.get()).toBe(before)
          else expect(bindingsStore.get()[one.id]).toEqual(one.keys)
        } else if (one.do === 'reset') resetKeys(one.id)
        else if (one.do === 'import') {
          const read = readKeyFile(keyFile(one.bindings))
          if (read.ok) bindingsStore.set(read.bindings)
        } else takeKeys({ bindings: one.bindings as Record<string, string[]>, bounceMs: 60 })
        expect(conflicts(list, bindingsStore.get())).toEqual([])
        expect(list.filter((c) => c.noPalette && keysOf(c, bindingsStore.get()).length === 0)).toEqual([])
        for (const wanted of ['lock', 'undo', 'help', 'privacy', 'palette', 'settings'] as const) {
          expect([wanted, reachable(wanted, 'page'), reachable(wanted, 'control')]).toEqual([wanted, true, true])
        }
        for (const wanted of ['lock', 'palette', 'privacy'] as const) expect([wanted, reachable(wanted, 'field')]).toEqual([wanted, true])
      }
    }),
    { numRuns: 300 },
  )
})

test('every key that is left after remapping still runs its command, in its own scope', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(id, many), { maxLength: 20 }), (steps) => {
      resetAllKeys()
      for (const [one, chosen] of steps) rebind(one, chosen)
      const bindings = bindingsStore.get()
      for (const command of list) {
        for (const sequence of keysOf(command, bindings)) {
          const listener = new KeyListener(list, () => bindings)
          const scope = command.scope === 'anywhere' ? 'queue' : command.scope
          const heard = sequence.split(' ').map((chord, i) => listener.press(pressOf(chord), scope, 'page', 1000 + 200 * i))
          expect([sequence, heard.at(-1)]).toEqual([sequence, { kind: 'run', id: command.id }])
        }
      }
    }),
    { numRuns: 300 },
  )
})
