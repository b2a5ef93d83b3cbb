import { afterEach, describe, expect, it } from 'vitest'
import { bindingsStore, bounceStore, hintFor, keySettings, rebind, resetAllKeys, resetKeys, takeKeys } from '../../../src/renderer/keyboard/bindings'
import { canBePressed, chordOf, pressOf } from '../../../src/renderer/keyboard/chord'
import { commands, conflicts, KeyListener, type Command } from '../../../src/renderer/keyboard/registry'
import { keyFile, neverWithoutKey, readKeyFile } from '../../../src/renderer/keyboard/remap'

afterEach(() => {
  resetAllKeys()
  bounceStore.set(60)
})

describe('chords as text', () => {
  it('can all be pressed, in the registry', () => {
    const unpressable = (commands as readonly Command[]).flatMap((c) => c.keys).flatMap((keys) => keys.split(' ')).filter((chord) => !canBePressed(chord))
    expect(unpressable).toEqual([])
  })

  it('go there and back', () => {
    for (const chord of ['j', 'Shift+P', '?', 'Mod+k', 'Mod+Shift+l', 'Esc', 'Enter', 'Shift+Space', 'Alt+Down', '+', 'Mod++', 'F2']) {
      expect(chordOf(pressOf(chord))).toBe(chord)
      expect(canBePressed(chord)).toBe(true)
    }
    for (const chord of ['Shift+p', 'Shift+?', 'J', 'Mod+K', 'Shift', '', 'two words']) expect(canBePressed(chord)).toBe(false)
  })
})

describe('changing a key', () => {
  it('is shown by every hint at once', () => {
    expect(rebind('peek', ['v'])).toBeNull()
    expect(hintFor('peek', bindingsStore.get())).toBe('v')
  })

  it('is refused in words that name what it clashes with, and changes nothing', () => {
    expect(rebind('peek', ['j'])?.why).toBe('j belongs to “Next item”. Nothing was changed.')
    expect(rebind('peek', ['g'])?.why).toMatch(/^g and a key of “.+” begin alike/)
    expect(rebind('lock', [])?.why).toContain('keeps a key')
    expect(rebind('lock', ['y'])?.why).toContain('must be Esc or begin with Ctrl')
    expect(rebind('help', ['Space'])?.why).toContain('needs a key that is heard everywhere')
    expect(rebind('peek', ['Mod+w'])?.why).toContain('belongs to the browser')
    expect(rebind('peek', ['Esc'])?.why).toContain('Esc always leaves')
    expect(rebind('peek', ['Shift+p'])?.why).toContain('not a key that this desk can hear')
    expect(bindingsStore.get()).toEqual({})
  })

  it('does not mind the same key on screens that are never heard together', () => {
    expect(rebind('answers-seen', ['f'])).toBeNull()
  })

  it('goes back one by one, unless another command has taken the usual key meanwhile', () => {
    rebind('peek', ['v'])
    expect(rebind('filter', ['o'])).toBeNull()
    expect(resetKeys('peek')?.why).toBe('o belongs to “Filter the queue”. Nothing was changed.')
    expect(resetKeys('filter')).toBeNull()
    expect(resetKeys('peek')).toBeNull()
    expect(bindingsStore.get()).toEqual({})
  })
})

describe('what is kept', () => {
  it('comes back as it was', () => {
    rebind('peek', ['v'])
    bounceStore.set(120)
    const kept = keySettings()
    resetAllKeys()
    takeKeys(kept)
    expect(keySettings()).toEqual({ bindings: { peek: ['v'] }, bounceMs: 120 })
  })

  it('falls back to the usual keys when they fight or would hide a way out; unknown commands are passed over', () => {
    const unsound: Record<string, string[]>[] = [{ peek: ['j'] }, { lock: [] }, { help: ['Enter'] }, { undo: ['j'] }]
    for (const bindings of unsound) {
      takeKeys({ bindings, bounceMs: 60 })
      expect(bindingsStore.get()).toEqual({})
    }
    takeKeys({ bindings: { peek: ['v'], 'of-a-later-version': ['q'] }, bounceMs: 60 })
    expect(bindingsStore.get()).toEqual({ peek: ['v'] })
  })
})

describe('a file of keys', () => {
  it('goes out and comes in', () => {
    const read = readKeyFile(keyFile({ peek: ['v'] }))
    expect(read).toEqual({ ok: true, bindings: { peek: ['v'] } })
  })

  it('is refused whole when it is not one, or when its keys fight', () => {
    for (const text of ['', 'not json', '{}', '{"wallguideKeys":1,"bindings":{"peek":"v"}}', '{"wallguideKeys":2,"bindings":{}}']) {
      expect(readKeyFile(text)).toEqual({ ok: false, why: 'This file is not a list of keys. Nothing was changed.' })
    }
    const clash = readKeyFile(keyFile({ peek: ['j'] }))
    expect(clash.ok ? '' : clash.why).toContain('j belongs to “Next item”')
  })
})

describe('the bounce guard', () => {
  it('takes its time from the settings; 0 turns it off', () => {
    const heardTwice = (ms: number) => {
      const keys = new KeyListener(commands, () => ({}), () => ms)
      return [0, 40].map((at) => keys.press(pressOf('1'), 'queue', 'page', at).kind)
    }
    expect(heardTwice(60)).toEqual(['run', 'ignored'])
    expect(heardTwice(30)).toEqual(['run', 'run'])
    expect(heardTwice(0)).toEqual(['run', 'run'])
  })
})

it('leaves every command reachable, by a key or by the palette', () => {
  expect((commands as readonly Command[]).filter((c) => c.noPalette && c.keys.length === 0)).toEqual([])
  expect(rebind('next', [])?.why).toBe('“Next item” keeps a key: the palette does not offer it.')
  expect(rebind('peek', [])).toBeNull()
})

it('keeps no command without key that must always have one', () => {
  for (const id of neverWithoutKey) expect((commands as readonly Command[]).find((c) => c.id === id)?.keys.length).toBeGreaterThan(0)
  expect(conflicts(commands, {})).toEqual([])
})
