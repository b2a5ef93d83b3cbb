/**
 * Telephone numbers by country grammar. A run of digits alone proves nothing: it must fit a national plan,
 * be written internationally, or stand by a word that announces a number.
 */
const candidate = /(?<![\w.@#£$€%/-])(?:\+\s?|\(\+?)?\d[\d\s().\-\u2010-\u2013/·]{4,24}\d(?:\s?(?:x|ext\.?|extension)\s?\d{1,6})?(?![\w%])(?!\.\d)/gi
const cue = /\b(?:phone|registered|answering|number|mobile|cell|tel|telephone|call|calls|ring|text|txt|whatsapp|whats ?app|viber|signal|fax|contact|reach|dial|sms|landline|hmu|digits|bell|num|no\.)\b[^.!?]{0,40}$|\b(?:phone|mobile|tel|fax|cell)\b[^.!?]{0,10}:\s*$/i
/** "The office is at 1703" announces a house, "office: 1703 220" a number. */
const cueAfter = /^[\s,.\-–)\\]{0,4}(?:office|fax|mobile|cell|home|work|tel|phone|\(m\)|\(h\)|if you|text me|call me|ring me)\b/i
const notPhone = /\b(?:card|visa|mastercard|amex|account|acct|acc|iban|sort code|nhs|ssn|social security|passport|order|invoice|ref|reference|case|ticket|isbn|serial|version|zip|postcode|calories|kcal|steps|bmi|score|licen[cs]e|ip|member|policy|pounds|dollars|mg|box|id|population|population of|between|from|route|bus)\b[^.!?\d]{0,24}$/i
const crisisLines = new Set(['116123', '08001111', '0800111', '18002738255', '18007997233', '131114', '1800551800', '08005859', '08000684141', '0800068', '1737', '0508828865', '0800543354', '85258', '741741', '686868', '08082000247', '03003045555', '18334564566'])

const dateLike = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}\s?[-–/]\s?\d{4})$/
const isYear = (s: string) => /^(?:19|20)\d\d$/.test(s)

export type PhoneWord = 'crisis-line' | 'phone' | 'no'

/** Judges one written number; `before` and `after` are the text around it. */
export function judgeNumber(written: string, before: string, after: string): PhoneWord {
  const ext = written.search(/\s?(?:x|ext)/i)
  const main = ext > 0 ? written.slice(0, ext) : written
  const digits = main.replace(/\D/g, '')
  const n = digits.length
  const plus = main.trimStart().startsWith('+') || main.startsWith('(+') || /^00[1-9]/.test(digits)
  if (n < 7 || n > 15) return 'no'
  if (crisisLines.has(digits)) return 'crisis-line'
  const groups = main.replace(/^\+/, '').split(/[^\d]+/).filter(Boolean).map((g) => g.length)
  const shape = groups.join('-')
  const trimmed = main.trim()
  if (dateLike.test(trimmed) || (isYear(digits.slice(0, 4)) && shape === '4-2-2')) return 'no'
  if (/^\d{1,4}[./]\d{1,4}$/.test(trimmed)) return 'no'
  if (shape === '3-2-4' && /^\d{3}-\d{2}-\d{4}$/.test(trimmed)) return 'no'
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(trimmed)) return 'no'
  const announced = cue.test(before) || cueAfter.test(after)
  if (notPhone.test(before) && !announced) return 'no'
  if (/^(?:\d{4}[ -]){3}\d{1,7}$/.test(trimmed)) return 'no'
  if (/(.)\1{6}/.test(digits)) return 'no'
  if (plus) return n >= 8 && n <= 15 ? 'phone' : 'no'
  // North America: three, three, four.
  if (/^1?[2-9]\d{9}$/.test(digits) && /^(?:1-)?3-3-4$/.test(shape)) return 'phone'
  if (ext > 0 && n >= 10) return 'phone'
  // United Kingdom and Ireland, Australia, New Zealand and Europe: a leading nought.
  if (digits[0] === '0' && n >= 9 && n <= 12 && (groups.length > 1 || /^0[1-9]\d{8,9}$/.test(digits))) return groups.length > 1 || announced || /^0(?:7\d{9}|[12]\d{8,9}|4\d{8}|800\d{6,7})$/.test(digits) ? 'phone' : 'no'
  if (/^1[38]00\d{6}$/.test(digits)) return 'phone'
  if (trimmed.startsWith('(') && groups.length >= 2 && n >= 7 && n <= 11) return 'phone'
  const uniform = /^(?:\d+[ ]\d+(?:[ ]\d+){0,4}|\d+-\d+(?:-\d+){0,4}|\d+\.\d+(?:\.\d+){1,4})$/.test(trimmed)
  if (announced && n >= 7 && n <= 12) return 'phone'
  if (uniform && groups.length >= 3 && n >= 8 && n <= 11 && /^(?:2-2-2-2|2-2-2-2-2|3-3-3|3-3-4|4-3-3|3-4-4|2-3-3|2-4-4|2-3-4-4|3-4-3|3-3-2-2|3-2-2-2|2-3-2-2|2-3-3-4|2-3-3-3)$/.test(shape)) return 'phone'
  return 'no'
}

/** Spans of telephone numbers; numbers of public crisis lines are no one's personal data and are left out. */
export function findPhones(text: string, found: (start: number, end: number) => void): void {
  candidate.lastIndex = 0
  for (let m = candidate.exec(text); m; m = candidate.exec(text)) {
    let written = m[0]
    let start = m.index
    // Numbers on separate lines are separate numbers.
    const line = written.search(/[\r\n]/)
    if (line > 0) {
      candidate.lastIndex = start + line + 1
      written = written.slice(0, line).trimEnd()
    }
    const lead = /^\D*?(?=[+(\d])/.exec(written)![0].length
    start += lead
    written = written.slice(lead)
    const open = written.startsWith('(') && !written.includes(')')
    if (open) {
      start++
      written = written.slice(1)
    }
    const end = start + written.length
    const before = text.slice(Math.max(0, start - 60), start)
    const after = text.slice(end, end + 24)
    if (judgeNumber(written, before, after) === 'phone') found(start, end)
  }
}
