/** Key presses as text: `j`, `?`, `Shift+P`, `Mod+k`, `Esc`, `Enter`. `Mod` is Ctrl, or Command on a Mac. */

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>

const named: Record<string, string> = { Escape: 'Esc', ' ': 'Space', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right' }
const bare = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Dead', 'Process', 'Unidentified', 'AltGraph'])

/** The chord of a press, or null for a modifier alone. Caps Lock changes nothing. */
export function chordOf(press: KeyPress): string | null {
  if (bare.has(press.key)) return null
  const mod = press.ctrlKey || press.metaKey
  const letter = /^\p{L}$/u.test(press.key)
  const printable = [...press.key].length === 1 && press.key !== ' '
  const key = letter ? (press.shiftKey && !mod ? press.key.toUpperCase() : press.key.toLowerCase()) : (named[press.key] ?? press.key)
  // A printable sign already contains its Shift: `?` is `?`, wherever it sits on the keyboard.
  const shift = press.shiftKey && (letter || !printable)
  return `${mod ? 'Mod+' : ''}${press.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

/** The digit row by position, for layouts whose digits need Shift (French); null when it is not a plain digit key. */
export function digitOf(press: KeyPress): string | null {
  const digit = /^Digit(\d)$/.exec(press.code)?.[1]
  return digit && !press.ctrlKey && !press.metaKey && !press.altKey && !press.shiftKey ? digit : null
}

const keyNames = new Map(Object.entries(named).map(([key, name]) => [name, key]))

/** The press that makes a chord; the other way round of `chordOf`. */
export function pressOf(chord: string): KeyPress {
  const parts = chord === '+' || chord.endsWith('++') ? [...chord.slice(0, -1).split('+').filter(Boolean), '+'] : chord.split('+')
  const key = parts.at(-1) ?? ''
  const held = parts.slice(0, -1)
  return { key: keyNames.get(key) ?? key, code: '', ctrlKey: held.includes('Mod'), metaKey: false, altKey: held.includes('Alt'), shiftKey: held.includes('Shift'), repeat: false }
}

/** Whether some press makes this chord: `Shift+P` and `?` yes, `Shift+p` and `Shift+?` no. */
export const canBePressed = (chord: string): boolean => /^((Mod|Alt|Shift)\+)*(\S|[A-Z][A-Za-z]+\d*|F\d+)$/u.test(chord) && chordOf(pressOf(chord)) === chord

/** `Mod+k` → `Ctrl K`, `g q` → `g q`: as printed beside a command. */
export function printKeys(keys: string, mac = false): string {
  return keys
    .split(' ')
    .map((chord) =>
      chord
        .split('+')
        .map((part) => (part === 'Mod' ? (mac ? '⌘' : 'Ctrl') : part === 'Enter' ? '↵' : part))
        .map((part, i, all) => (all.length > 1 && i === all.length - 1 && part.length === 1 ? part.toUpperCase() : part))
        .join(' '),
    )
    .join(' ')
}
