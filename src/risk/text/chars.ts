/**
 * What one UTF-16 code unit means to the scorer: its class and the plain letter it stands for.
 * Tables are filled once, so that reading a text is one look-up per unit.
 */
export const C = {
  other: 0,
  space: 1,
  letter: 2,
  digit: 3,
  apostrophe: 4,
  stop: 5,
  comma: 6,
  newline: 7,
  skip: 8,
  quote: 9,
  surrogate: 10,
  leet: 11,
  foreign: 12,
  joiner: 13,
  emoji: 14,
} as const

export const charClass = new Uint8Array(65536)
/** Plain lower-case letter (ASCII code) a unit stands for, or 0. */
export const charFold = new Uint8Array(65536)
export const charUpper = new Uint8Array(65536)

const code = (s: string) => s.charCodeAt(0)

function put(units: string, cls: number, fold?: string) {
  for (let i = 0; i < units.length; i++) {
    charClass[units.charCodeAt(i)] = cls
    if (fold) charFold[units.charCodeAt(i)] = code(fold)
  }
}

/** Letters of other scripts that are drawn like Latin ones; only read as Latin inside a mostly Latin text. */
const confusables: Record<string, string> = {
  a: 'аɑαᴀ', b: 'ЬƄʙ', c: 'сϲᴄ', d: 'ԁɗᴅ', e: 'еєҽᴇεɘ', f: 'ƒꜰ', g: 'ɡɢ', h: 'һʜ', i: 'іιıɪ', j: 'јᴊ', k: 'кκᴋ', l: 'ӏʟⅼ', m: 'мᴍ',
  n: 'пɴηո', o: 'оοσᴏ', p: 'рρᴘ', q: 'ԛ', r: 'гʀ', s: 'ѕꜱ', t: 'тτᴛ', u: 'υцᴜ', v: 'νѵᴠ', w: 'ԝшᴡωѡ', x: 'хχ', y: 'уүʏ', z: 'ᴢ',
}
const confusableUpper: Record<string, string> = {
  a: 'АΑ', b: 'ВΒ', c: 'С', e: 'ЕΕ', h: 'НΗ', i: 'ІΙ', j: 'Ј', k: 'КΚ', m: 'МΜ', n: 'Ν', o: 'ОΟ', p: 'РΡ', s: 'Ѕ', t: 'ТΤ', x: 'ХΧ', y: 'УΥ', z: 'Ζ',
}

function foldLetters() {
  for (let u = 0; u < 65536; u++) {
    if (u >= 0xd800 && u <= 0xdfff) {
      charClass[u] = C.surrogate
      continue
    }
    if (u < 0x80) continue
    if (u >= 0x2e80 && u < 0xf900) {
      charClass[u] = C.foreign
      continue
    }
    const ch = String.fromCharCode(u)
    if (/\p{M}/u.test(ch) || u === 0xfe0f || (u >= 0x200b && u <= 0x200f) || u === 0xfeff || u === 0xad || (u >= 0x2060 && u <= 0x2064)) {
      charClass[u] = C.skip
    } else if (/\p{L}/u.test(ch)) {
      charClass[u] = C.foreign
    } else if (/\p{Nd}/u.test(ch)) {
      charClass[u] = C.digit
    } else if (/\s/u.test(ch)) {
      charClass[u] = C.space
    } else if (/\p{Emoji_Presentation}|\p{Extended_Pictographic}/u.test(ch)) {
      charClass[u] = C.emoji
    }
    const plain = ch.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    const p = plain.charCodeAt(0)
    if (plain.length === 1 && p >= 97 && p <= 122) {
      charClass[u] = C.letter
      charFold[u] = p
    } else if (plain.length === 1 && p >= 48 && p <= 57) {
      charClass[u] = C.digit
      charFold[u] = p
    }
  }
}

function fill() {
  foldLetters()
  for (let u = 97; u <= 122; u++) {
    charClass[u] = C.letter
    charFold[u] = u
    charClass[u - 32] = C.letter
    charFold[u - 32] = u
    charUpper[u - 32] = 1
  }
  for (let u = 48; u <= 57; u++) {
    charClass[u] = C.digit
    charFold[u] = u
  }
  for (const [plain, drawn] of Object.entries(confusables)) put(drawn, C.letter, plain)
  for (const [plain, drawn] of Object.entries(confusableUpper)) put(drawn, C.letter, plain)
  put('øØ', C.letter, 'o')
  put('łŁ', C.letter, 'l')
  put('đĐðÐ', C.letter, 'd')
  put('æÆ', C.letter, 'a')
  put('œŒ', C.letter, 'o')
  put('ß', C.letter, 's')
  put('þÞ', C.letter, 't')
  put(' \t\u00a0\u2009\u202f\u3000', C.space)
  put("'’‘ʼ`´＇", C.apostrophe)
  put('.!?…。！？', C.stop)
  put(',;:()[]{}—–，；：/\\<>=', C.comma)
  put('\n\r\u2028\u2029', C.newline)
  put('"“”«»„', C.quote)
  put('-_·•~^', C.joiner)
  put('@$*|+#%&', C.leet)
}
fill()

const leetPairs: Record<string, string> = {
  '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g', '@': 'a', '$': 's', '!': 'i', '|': 'l', '+': 't',
}
/** The letter a digit or sign replaces in leet writing (ASCII code), or 0. */
export const leetFold = new Uint8Array(128)
for (const [from, to] of Object.entries(leetPairs)) leetFold[code(from)] = code(to)

/** What an emoji says in words, as far as it matters for risk. */
export const emojiWords: Record<string, string> = {
  '🔪': 'knife', '✂': 'cut', '😵': 'dead', '🗡': 'knife', '🪒': 'razor', '💊': 'pills', '🔫': 'gun', '💉': 'needle', '🪢': 'rope', '🩸': 'blood', '💀': 'emojiskull', '☠': 'emojiskull', '⚰': 'coffin',
  '🪦': 'grave', '💔': 'emojisad', '😭': 'emojisad', '😢': 'emojisad', '😞': 'emojisad', '🥺': 'emojisad', '😔': 'emojisad', '😂': 'lol', '🤣': 'lol', '😅': 'lol', '😆': 'lol',
  '😜': 'lol', '🙃': 'emojiwry', '🌉': 'bridge', '🚂': 'train', '🧪': 'bleach', '🐒': 'emojiape', '🐵': 'emojiape', '🦍': 'emojiape', '🐷': 'emojipig', '🐖': 'emojipig', '🐀': 'emojirat',
  '🐍': 'emojisnake', '🤮': 'emojivomit', '🤢': 'emojivomit', '💩': 'emojipoo', '🖕': 'emojifinger', '💣': 'bomb', '🔥': 'emojifire', '⚔': 'knife', '🏹': 'weapon', '👊': 'punch',
  '🧨': 'bomb', '🗑': 'trash', '🚮': 'trash', '🪓': 'axe', '🚪': 'emojidoor', '🐕': 'emojidog', '🐶': 'emojidog', '🪳': 'emojiroach', '🐛': 'emojiroach', '🐌': 'emojiroach',
  '🏳️‍🌈': 'gay', '🏳': 'flag', '👩‍🦽': 'disabled', '♿': 'disabled', '🧕': 'muslim', '👳': 'muslim', '👨🏿': 'black', '👩🏿': 'black', '✡': 'jewish', '🕌': 'muslim', '🐮': 'emojicow',
  '🐄': 'emojicow', '🤡': 'emojiclown', '🧠': 'brain', '👎': 'bad', '👍': 'good', '❤': 'love', '💕': 'love', '😍': 'love', '🥰': 'love', '🤗': 'hugs', '😡': 'angry', '🤬': 'angry',
  '👏': 'emojiclap', '😊': 'emojismile', '🙂': 'emojismile',
}
