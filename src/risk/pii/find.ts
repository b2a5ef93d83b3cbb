/** Personal data in a text: who can be found or called by it. Exact spans in the original string. */
import type { PiiSpan, PiiType } from '#contract/risk'
import { findAddresses } from './address'
import { findNames } from './names'
import { findPhones } from './phone'

const email = /[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}/g
const spokenEmail = /\b[A-Za-z0-9][A-Za-z0-9._+-]{1,40}(?: dot [A-Za-z0-9_-]{2,30})?\s?(?:\(at\)|\[at\]|\{at\}| at )\s?[A-Za-z0-9-]{2,40}\s?(?:\(dot\)|\[dot\]| dot |\.)\s?(?:com|co\.uk|org|net|edu|ie|ca|com\.au|co\.nz|uk|io|me)\b/gi
const url = /\b(?:https?:\/\/|www\.)[^\s<>"'”)\]]+[^\s<>"'”)\].,!?;:]|(?<![@\w.])(?:[A-Za-z0-9-]{2,40}\.)+(?:com|org|net|co\.uk|org\.uk|ac\.uk|gov\.uk|ie|ca|com\.au|co\.nz|io|gg|ly|link|info|xyz|app|dev|shop|online|site|tv|edu)(?:\/[^\s<>"'”)]*)?(?![\w@])/gi
const atHandle = /(?<![\w@./])@[A-Za-z0-9_](?:[A-Za-z0-9_.]{1,28}[A-Za-z0-9_])?(?![\w@])/g
const cueHandle = /\b(?:insta(?:gram)?|snap(?:chat)?|discord|kik|tiktok|telegram|twitter|whatsapp|wickr|signal|twitch|steam|xbox|psn|reddit|tumblr|facebook|fb|ig|sc|bluesky|threads|skype)\s*(?:(?:id|name|username|user|handle|tag|account|is|me|at|on|add|it'?s|my|:|=|-|–|—)\s*){0,4}([A-Za-z0-9_][A-Za-z0-9_.#-]{2,30})/gi
const redditHandle = /(?<![\w/])\/?u\/[A-Za-z0-9_-]{3,20}/g
const discordTag = /(?<![\w])[A-Za-z0-9_.]{2,32}#\d{4}(?!\d)/g
const iban = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}[ ]?[A-Za-z0-9]{4}(?:[ ]?[A-Za-z0-9]{2,4}){2,7}(?![A-Za-z0-9])/g
const card = /(?<![\d-])(?:\d[ -]?){11,18}\d(?![\d-])/g
const ssn = /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g
const ni = /(?<![A-Za-z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D](?![A-Za-z0-9])/gi
const cueId = /\b(?:nhs(?:\s+(?:number|no\.?))?|passport(?:\s+(?:number|no\.?))?|driv(?:er'?s|ing)\s+licen[cs]e(?:\s+(?:number|no\.?))?|licen[cs]e number|ssn|social(?: security)?(?: number)?|medicare(?:\s+(?:number|card))?|national insurance(?:\s+(?:number|no\.?))?|ni number|student (?:id|number)|(?:bank )?account (?:number|no\.?)|sort code|sin number|pps(?:n)?(?: number)?|nhi(?: number)?|tax file number|tfn|id number|registration)\s*(?:(?:is|:|=|#|it'?s|was)\s*)*([A-Z0-9][A-Z0-9 -]{4,18}[A-Z0-9])/gi
const ip = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g
const month = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const dateText = `(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d{2}|(?:19|20)\\d{2}[/.-]\\d{1,2}[/.-]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month},?(?: (?:19|20)\\d{2})?|${month} \\d{1,2}(?:st|nd|rd|th)?,?(?: (?:19|20)\\d{2})?)`
const birth = new RegExp(`\\b(?:born(?: on)?(?: the)?|d\\.?o\\.?b\\.?|date of birth|birth ?date|birth ?day|bday)\\s*(?:is|was|:|=|-|on|the|it'?s)*\\s*(?:on |the )?(${dateText})`, 'gi')

function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    let d = digits.charCodeAt(digits.length - 1 - i) - 48
    if (i & 1) d = d > 4 ? d * 2 - 9 : d * 2
    sum += d
  }
  return sum % 10 === 0
}

const order: Record<PiiType, number> = { email: 0, url: 1, 'id-number': 2, 'birth-date': 3, phone: 4, 'street-address': 5, postcode: 6, handle: 7, workplace: 8, school: 9, name: 10 }
const notHandle = /^(?:and|the|is|me|my|on|at|or|but|if|you|your|it|to|for|with|was|in|account|app|group|message|messages|story|stories|chat|page|posts?|dm|dms|name|because|too|friends?|live|they|he|she|called|all|so|that|this|i|we|just|have|has|can|not|please|instead|also|again|where|when|about|from|someone|people|photos?|videos?|reels|lol|add|id|handle|got|get|down|game|games|deck|server|off|up|user|username)$/i

/** Where it is worth looking; from the words of the parsed text. */
export interface PiiCues {
  handle: boolean
  name: boolean
  place: boolean
  /** Two words with capitals stand together inside a sentence or at its beginning. */
  full: boolean
  /** Words that tell where somebody is. */
  where: boolean
}
const EVERYWHERE: PiiCues = { handle: true, name: true, place: true, full: true, where: true }

/** All personal data in `text`, in order, without overlaps of the same place. */
export function findPii(text: string, cues: PiiCues = EVERYWHERE): PiiSpan[] {
  if (text.length > 20_000) text = text.slice(0, 20_000)
  let digits = 0
  let at = false
  let dot = false
  let bracket = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c >= 48 && c <= 57) digits++
    else if (c === 64) at = true
    else if (c === 46 || c === 58) {
      // A dot or colon inside a word may be an address of the net.
      const n = text.charCodeAt(i + 1)
      if ((n >= 97 && n <= 122) || (n >= 65 && n <= 90) || n === 47) dot = true
    } else if (c === 40 || c === 91) bracket = true
  }
  const found: PiiSpan[] = []
  const add = (type: PiiType) => (start: number, end: number) => {
    if (end > start) found.push({ start, end, type })
  }
  const each = (re: RegExp, type: PiiType, group = 0, ok: (s: string) => boolean = () => true) => {
    re.lastIndex = 0
    for (let m = re.exec(text); m; m = re.exec(text)) {
      const g = m[group]
      if (g && ok(g)) {
        const s = m.index + (group ? m[0].lastIndexOf(g) : 0)
        found.push({ start: s, end: s + g.length, type })
      }
      if (m[0] === '') re.lastIndex++
    }
  }
  if (at) {
    each(email, 'email')
    each(atHandle, 'handle')
  }
  if ((bracket && /[([{]at[)\]}]/i.test(text)) || text.includes(' dot ') || text.includes(' DOT ') || (dot && text.includes(' at '))) each(spokenEmail, 'email')
  if (dot) each(url, 'url')
  if (cues.handle) {
    each(cueHandle, 'handle', 1, (h) => !notHandle.test(h) && (/[\d_.#]/.test(h) || h.length >= 6) && !/^[a-z]{2,7}(?:ing|ed|ly)$/.test(h))
  }
  if (text.includes('u/')) each(redditHandle, 'handle')
  if (text.includes('#')) each(discordTag, 'handle')
  if (digits > 0) {
    if (digits >= 8) {
      each(iban, 'id-number', 0, (s) => (s.match(/\d/g)?.length ?? 0) >= 8)
      each(card, 'id-number', 0, (s) => {
        const d = s.replace(/\D/g, '')
        return d.length >= 12 && d.length <= 19 && luhn(d)
      })
      each(ssn, 'id-number')
      each(ni, 'id-number')
      each(ip, 'id-number')
    }
    if (digits >= 5) each(cueId, 'id-number', 1, (s) => (s.match(/\d/g)?.length ?? 0) >= 4)
    each(birth, 'birth-date', 1)
    if (digits >= 7) findPhones(text, add('phone'))
  }
  if (digits > 0) findAddresses(text, cues.where, add('street-address'), add('postcode'))
  if (cues.name || cues.place || cues.full) findNames(text, cues, (type, s, e) => found.push({ start: s, end: e, type }))
  if (found.length < 2) return found
  found.sort((a, b) => order[a.type] - order[b.type] || b.end - b.start - (a.end - a.start))
  const kept: PiiSpan[] = []
  for (const f of found) if (!kept.some((k) => f.start < k.end && k.start < f.end)) kept.push(f)
  return kept.sort((a, b) => a.start - b.start)
}
