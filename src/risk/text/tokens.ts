/**
 * One pass over a text: folded tokens in typed arrays, each with its place in the original string.
 * The arrays are reused from one text to the next: read what you need before tokenising again.
 */
import { C, charClass, charFold, charUpper, emojiWords } from './chars'
import { SEED, step } from './vocabulary'

export const flag = { capital: 1, shout: 2, digits: 4, mixed: 8, emoji: 16, foreign: 32, quoted: 64, repaired: 128, single: 256, stretched: 512, apostrophe: 1024 } as const
/** What stands before a token: nothing, a comma or dash, or the end of a sentence. */
export const gap = { none: 0, comma: 1, stop: 2 } as const

export const MAX_UNITS = 20_000
const MAX_TOKENS = MAX_UNITS

export interface Tokens {
  count: number
  start: Int32Array
  end: Int32Array
  from: Int32Array
  to: Int32Array
  hash: Int32Array
  flags: Uint16Array
  gap: Uint8Array
  question: Uint8Array
  bytes: Uint8Array
  letters: number
  foreign: number
  emoji: number
}

export function newTokens(): Tokens {
  const i32 = () => new Int32Array(MAX_TOKENS + 8)
  return {
    count: 0, start: i32(), end: i32(), from: i32(), to: i32(), hash: i32(), flags: new Uint16Array(MAX_TOKENS + 8), gap: new Uint8Array(MAX_TOKENS + 8),
    question: new Uint8Array(MAX_TOKENS + 8), bytes: new Uint8Array(MAX_UNITS * 3), letters: 0, foreign: 0, emoji: 0,
  }
}

const emojiByCode = new Map<number, string>()
for (const [e, w] of Object.entries(emojiWords)) {
  const cp = e.codePointAt(0)!
  if (!emojiByCode.has(cp)) emojiByCode.set(cp, w)
}

/** Mathematical, enclosed and other styled letters outside the basic plane; 0 when it is none. */
function styledLetter(cp: number): number {
  if (cp >= 0x1d400 && cp <= 0x1d7ff) {
    const k = String.fromCodePoint(cp).normalize('NFKD').toLowerCase().charCodeAt(0)
    return (k >= 97 && k <= 122) || (k >= 48 && k <= 57) ? k : 0
  }
  if (cp >= 0x1f130 && cp <= 0x1f149) return cp - 0x1f130 + 97
  if (cp >= 0x1f150 && cp <= 0x1f169) return cp - 0x1f150 + 97
  if (cp >= 0x1f170 && cp <= 0x1f189) return cp - 0x1f170 + 97
  if (cp >= 0x1f1e6 && cp <= 0x1f1ff) return cp - 0x1f1e6 + 97
  return 0
}

function pushEmoji(t: Tokens, at: number, units: number, word: string, boundary: number, out: number): number {
  const n = t.count++
  t.start[n] = at
  t.end[n] = at + units
  t.from[n] = out
  let h = SEED
  for (let k = 0; k < word.length; k++) {
    const b = word.charCodeAt(k)
    t.bytes[out++] = b
    h = step(h, b)
  }
  t.to[n] = out
  t.hash[n] = h
  t.flags[n] = flag.emoji
  t.gap[n] = boundary
  t.question[n] = 0
  t.emoji++
  return out
}

const isLetterLike = (cls: number) => cls === C.letter || cls === C.digit

export function tokenize(text: string, t: Tokens): Tokens {
  const n = Math.min(text.length, MAX_UNITS)
  const { start, end, from, to, hash, flags, bytes } = t
  t.count = 0
  t.letters = 0
  t.foreign = 0
  t.emoji = 0
  let boundary: number = gap.stop
  let quoted = 0
  let quoteFrom = 0
  let out = 0
  let i = 0
  while (i < n && out < bytes.length - 64) {
    const u = text.charCodeAt(i)
    let cls = charClass[u]!
    let styled = 0
    if (cls === C.surrogate) {
      const cp = text.codePointAt(i)!
      if (cp > 0xffff) {
        styled = styledLetter(cp)
        if (styled === 0) {
          if (cp >= 0x20000 && cp < 0x30000) {
            t.foreign++
            t.letters++
          } else if (cp >= 0x1f000) {
            if (cp < 0x1f3fb || cp > 0x1f3ff) out = pushEmoji(t, i, 2, emojiByCode.get(cp) ?? 'emoji', boundary, out)
            boundary = gap.none
          }
          i += 2
          continue
        }
        cls = styled <= 57 ? C.digit : C.letter
      } else {
        i++
        continue
      }
    }
    const wordStart = cls === C.letter || cls === C.digit || (cls === C.leet && i + 1 < n && u !== 0x2b && u !== 0x23 && u !== 0x25 && u !== 0x26
      && charClass[text.charCodeAt(i + 1)] === C.letter)
    if (!wordStart) {
      switch (cls) {
        case C.stop:
        case C.newline:
          // Trailing dots are a pause, not the end of a sentence.
          if (u === 0x2026 || (u === 0x2e && (text.charCodeAt(i + 1) === 0x2e || (i > 0 && text.charCodeAt(i - 1) === 0x2e)))) {
            if (boundary < gap.comma) boundary = gap.comma
          } else boundary = gap.stop
          if (u === 0x3f && t.count > 0) t.question[t.count - 1] = 1
          break
        case C.comma:
          if (boundary < gap.comma) boundary = gap.comma
          break
        case C.quote:
          if (!quoted) quoteFrom = t.count
          quoted = u === 0x201c || u === 0xab ? flag.quoted : u === 0x201d || u === 0xbb ? 0 : quoted ^ flag.quoted
          break
        case C.joiner:
          if (u !== 0x5f && boundary < gap.comma && i > 0 && charClass[text.charCodeAt(i - 1)] === C.space) boundary = gap.comma
          break
        case C.foreign:
          t.foreign++
          t.letters++
          break
        case C.emoji:
          out = pushEmoji(t, i, 1, emojiByCode.get(u) ?? 'emoji', boundary, out)
          boundary = gap.none
          break
      }
      i++
      continue
    }
    const k = t.count++
    start[k] = i
    from[k] = out
    t.question[k] = 0
    let h = SEED
    let f = quoted
    let letters = 0
    let uppers = 0
    let digits = 0
    let signs = 0
    let run = 0
    let prev = 0
    if (charUpper[u] === 1) f |= flag.capital
    let last = i
    while (i < n) {
      const v = text.charCodeAt(i)
      let vc = styled ? (styled <= 57 ? C.digit : C.letter) : charClass[v]!
      let width = styled ? 2 : 1
      let b = styled || charFold[v]!
      styled = 0
      if (vc === C.surrogate) {
        const cp = text.codePointAt(i)!
        const s = cp > 0xffff ? styledLetter(cp) : 0
        if (s === 0) break
        b = s
        width = 2
        vc = s <= 57 ? C.digit : C.letter
      }
      if (vc === C.letter) {
        letters++
        uppers += charUpper[v]!
      } else if (vc === C.digit) {
        if (b === 0) break
        digits++
      } else if (vc === C.apostrophe) {
        // Apostrophes inside a word are dropped: "don't" and "dont" are one word.
        const next = i + 1 < n ? charClass[text.charCodeAt(i + 1)]! : 0
        if (next !== C.letter || i === start[k]) break
        f |= flag.apostrophe
        i++
        continue
      } else if (vc === C.skip) {
        i++
        continue
      } else if (vc === C.leet || v === 0x21 || v === 0x7c) {
        // Signs inside a word ("k*ll", "su!c!de") stand for letters; at its end they are punctuation.
        const next = i + 1 < n ? charClass[text.charCodeAt(i + 1)]! : 0
        const nextNext = i + 2 < n ? charClass[text.charCodeAt(i + 2)]! : 0
        const starred = v === 0x2a && letters > 0 && (text.charCodeAt(i + 1) === 0x2a || prev === 0x2a) && signs < 4
        const inside = starred || isLetterLike(next) || (next === C.leet && nextNext === C.letter)
        if (!inside || v === 0x26 || v === 0x23 || v === 0x25 || (v === 0x40 && digits + signs === 0 && letters > 3)) break
        signs++
        b = v
      } else break
      if (b === prev) {
        if (++run >= 2) f |= flag.stretched
      } else run = 0
      prev = b
      bytes[out++] = b
      h = step(h, b)
      i += width
      last = i
      if (out - from[k]! > 120) break
    }
    end[k] = last
    to[k] = out
    hash[k] = h
    t.letters += letters
    if (letters > 1 && uppers === letters) f |= flag.shout
    if (digits > 0 && letters === 0 && signs === 0) f |= flag.digits
    else if (digits + signs > 0) f |= flag.mixed
    if (out - from[k]! === 1) f |= flag.single
    flags[k] = f
    t.gap[k] = boundary
    boundary = gap.none
    if (last === start[k]) {
      // A sign that started no word after all: step over it.
      t.count--
      out = from[k]!
      i = start[k]! + 1
    }
  }
  // A quote that never closes is no quotation.
  if (quoted) for (let k = quoteFrom; k < t.count; k++) flags[k] = flags[k]! & ~flag.quoted
  return t
}
