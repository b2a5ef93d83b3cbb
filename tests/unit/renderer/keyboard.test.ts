import { describe, expect, it } from 'vitest'
import { chordOf, printKeys, type KeyPress } from '../../../src/renderer/keyboard/chord'
import { bounceMs, commands, conflicts, KeyListener, sequenceMs, type Command } from '../../../src/renderer/keyboard/registry'
import { ladder, offLadder } from '../../../src/renderer/decide/verdicts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...more })
const listen = () => new KeyListener(commands)

describe('the registry', () => {
  it('has no two commands that fight over a key', () => {
    expect(conflicts(commands)).toEqual([])
  })

  it('finds the same key in scopes that are heard together, and leaves separate scopes alone', () => {
    const command = (id: string, scope: Command['scope'], keys: string[]): Command => ({ id, title: id, group: '', scope, keys })
    expect(conflicts([command('a', 'queue', ['x']), command('b', 'anywhere', ['x'])])).toEqual([{ keys: 'x', commands: ['a', 'b'], why: 'same' }])
    expect(conflicts([command('a', 'queue', ['x']), command('b', 'answers', ['x'])])).toEqual([])
    expect(conflicts([command('a', 'anywhere', ['g']), command('b', 'anywhere', ['g q'])])).toEqual([{ keys: 'g', commands: ['a', 'b'], why: 'prefix' }])
  })

  it('refuses a plain key that would be swallowed from typing', () => {
    expect(conflicts([{ id: 'a', title: '', group: '', scope: 'compose', keys: ['s'], inFields: true }])).toEqual([{ keys: 's', commands: ['a', 'a'], why: 'field' }])
  })

  it('has one command for every verdict, numbered along the ladder', () => {
    const keysOfVerdict = (id: string) => commands.find((c) => c.id === id)?.keys
    expect(ladder.map((v) => keysOfVerdict(v)?.[0])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'h'])
    expect(offLadder.every((v) => keysOfVerdict(v) !== undefined)).toBe(true)
  })

  it('never repeats a command that decides while its key is held down', () => {
    const deciding = (commands as readonly Command[]).filter((c) => c.group === 'Decide' || c.id === 'send')
    expect(deciding.length).toBeGreaterThan(10)
    expect(deciding.some((c) => c.repeats)).toBe(false)
  })
})

describe('chords', () => {
  it('reads letters in either case the same, and Shift only where it was held', () => {
    expect(chordOf(press('J'))).toBe('j')
    expect(chordOf(press('P', { shiftKey: true }))).toBe('Shift+P')
    expect(chordOf(press('?', { shiftKey: true }))).toBe('?')
    expect(chordOf(press(' ', { shiftKey: true }))).toBe('Shift+Space')
  })

  it('takes Ctrl and Command alike, and no bare modifier', () => {
    expect(chordOf(press('k', { ctrlKey: true }))).toBe('Mod+k')
    expect(chordOf(press('K', { metaKey: true, shiftKey: true }))).toBe('Mod+Shift+k')
    expect(chordOf(press('Shift', { shiftKey: true }))).toBeNull()
  })

  it('prints keys as they stand on the keyboard', () => {
    expect(printKeys('Mod+k')).toBe('Ctrl K')
    expect(printKeys('Mod+Enter')).toBe('Ctrl ↵')
    expect(printKeys('Mod+l', true)).toBe('⌘ L')
    expect(printKeys('g q')).toBe('g q')
  })
})

describe('listening', () => {
  it('hears a key in its scope only', () => {
    expect(listen().press(press('2'), 'queue', 'page', 0)).toEqual({ kind: 'run', id: 'support_reply' })
    expect(listen().press(press('2'), 'compose', 'page', 0)).toEqual({ kind: 'none' })
    expect(listen().press(press('x'), 'answers', 'page', 0)).toEqual({ kind: 'run', id: 'answers-seen' })
  })

  it('hears nothing of plain typing in a text field, but Esc and Ctrl chords', () => {
    for (const key of ['j', '1', '0', 'u', '?', 'g', 'Enter']) expect(listen().press(press(key), 'compose', 'field', 0).kind).toBe('none')
    expect(listen().press(press('Escape'), 'compose', 'field', 0)).toEqual({ kind: 'run', id: 'leave-composer' })
    expect(listen().press(press('Enter', { ctrlKey: true }), 'compose', 'field', 0)).toEqual({ kind: 'run', id: 'send' })
    expect(listen().press(press('k', { ctrlKey: true }), 'compose', 'field', 0)).toEqual({ kind: 'run', id: 'palette' })
  })

  it('leaves undo of typing to the text field', () => {
    expect(listen().press(press('z', { ctrlKey: true }), 'compose', 'field', 0).kind).toBe('none')
    expect(listen().press(press('z', { ctrlKey: true }), 'queue', 'page', 0)).toEqual({ kind: 'run', id: 'undo' })
  })

  it('leaves Enter, Space and arrows to a focused control', () => {
    expect(listen().press(press('Enter'), 'queue', 'control', 0).kind).toBe('none')
    expect(listen().press(press('ArrowDown'), 'queue', 'control', 0).kind).toBe('none')
    expect(listen().press(press('j'), 'queue', 'control', 0)).toEqual({ kind: 'run', id: 'next' })
  })

  it('joins g and q within its time, and forgets g after it', () => {
    const soon = listen()
    expect(soon.press(press('g'), 'queue', 'page', 0)).toEqual({ kind: 'wait', so: 'g' })
    expect(soon.press(press('o'), 'queue', 'page', sequenceMs)).toEqual({ kind: 'run', id: 'go-outbox' })
    const late = listen()
    late.press(press('g'), 'queue', 'page', 0)
    expect(late.press(press('o'), 'queue', 'page', sequenceMs + 1)).toEqual({ kind: 'run', id: 'peek' })
  })

  it('ignores the second press of a bouncing key, for anything that decides', () => {
    const keys = listen()
    expect(keys.press(press('1'), 'queue', 'page', 1000)).toEqual({ kind: 'run', id: 'no_action' })
    expect(keys.press(press('1'), 'queue', 'page', 1000 + bounceMs - 1)).toEqual({ kind: 'ignored' })
    expect(keys.press(press('1'), 'queue', 'page', 1000 + 3 * bounceMs)).toEqual({ kind: 'run', id: 'no_action' })
  })

  it('keeps guarding while the key goes on bouncing', () => {
    const keys = listen()
    const heard = [0, 50, 100, 150].map((at) => keys.press(press('1'), 'queue', 'page', at).kind)
    expect(heard).toEqual(['run', 'ignored', 'ignored', 'ignored'])
  })

  it('repeats moving while the key is held, and decides once', () => {
    const keys = listen()
    expect([0, 30, 60].map((at) => keys.press(press('j', { repeat: at > 0 }), 'queue', 'page', at).kind)).toEqual(['run', 'run', 'run'])
    expect([500, 530, 560].map((at) => keys.press(press('1', { repeat: at > 500 }), 'queue', 'page', at).kind)).toEqual(['run', 'ignored', 'ignored'])
  })

  it('finds the digits by place where the layout hides them behind Shift', () => {
    expect(listen().press(press('&', { code: 'Digit1' }), 'queue', 'page', 0)).toEqual({ kind: 'run', id: 'no_action' })
  })

  it('follows a key that was changed on this desk', () => {
    const keys = new KeyListener(commands, () => ({ peek: ['p'] }))
    expect(keys.press(press('p'), 'queue', 'page', 0)).toEqual({ kind: 'run', id: 'peek' })
    expect(keys.press(press('o'), 'queue', 'page', 500)).toEqual({ kind: 'none' })
  })
})
