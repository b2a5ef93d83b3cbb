/** Street addresses by number and street word, by unit words, by cue; postcodes by country. */
const suffix = `street|str|st|road|rd|avenue|ave|av|lane|ln|drive|dr|close|crescent|cres|terrace|tce|ter|place|pl|court|ct|way|gardens|gdns|grove|hill|square|sq|row|mews|parade|pde|highway|hwy|boulevard|blvd|quay|walk|green|rise|vale|view|park|circle|cir|trail|trl|esplanade|circuit|cct|alley|path|heights|meadow|meadows|wharf|crossing|loop|pike|plaza|parkway|pkwy|expressway|bypass|strasse|straße|straat|laan|gade|vej|gata|gatan|vägen|veien|tie|katu|utca|ulica|u|tér|körút|sétány|rue|via|calle|rua|avenida`
const inner = "[\\p{L}\\p{M}'’.-]{1,24}"
const streets = new RegExp(
  `(?<![\\p{L}\\p{N}£$€])(?:(?:flat|apt\\.?|apartment|unit|suite|room|house|block)\\s+[\\dA-Za-z]{1,5},?\\s+)?(?:no\\.?\\s*)?\\d{1,5}[A-Ha-h]?,?\\s+(?:(?:${inner}|\\d{1,5}(?:st|nd|rd|th)?)\\s+){0,4}?(?:${suffix})\\b\\.?`, 'giu')
const units = /(?<![\p{L}\p{N}])(?:(?:apt|apartment|suite|ste|unit|flat|psc|room|lot)\.?\s?#?\s?\d{1,5}[a-z]?|(?:p\.?\s?o\.?\s?)?box\s+\d{2,6}|the corner of [^,.;\n]{4,60}? and [^,.;\n?!]{3,40})(?![\p{L}\p{N}])/giu
const cued = /(?:\b(?:i|we|he|she|they)(?:'?m| am| are|'?re)?\s(?:all\s)?(?:(?:now\s)?live[sd]?|living|stay(?:ing|s)?|based)\s(?:just\s|now\s|right\s)?(?:at|in|on)|\b(?:home|postal|mailing|billing|my|his|her|their|the|new|current|our|old|same)\s+(?:home\s+)?address(?:es)?(?:\s+(?:is|of|are|to|now)(?:\s+[\p{L}.&']+){0,5}?(?:\s+is)?)?|\baddress(?:es)?\s?(?:(?:of|for|with)\s[^\n:]{1,30}?\s)?(?:is|are|:)?|\b(?:located|meet(?:ing)?(?:\s+(?:me|you|us))?|office is|offices are|arrived|delivered|sent|send(?:\s+it)?|shipped|posted|return|taxi|come(?: over)?|cab|house is)\s+(?:at|to|in|round to|over to)|\bresid(?:e|es|ing) (?:at|in)|\b\p{L}+\s+(?:lives?|lived|stays?|living|staying)\s+(?:on|at)|\b(?:lives?|live|lived|house|flat|home|enter|meet|corner|side)\s+(?:is\s)?(?:on|at|of)|\baddress(?:es)?\b[^.\n]{0,24}?(?:it'?s|it is|they are|are|these)|\bsent to\?\s+\p{L}+)\s*:?\s*/giu
const placeBody = /^(?:[\p{Lu}\d][^\n,.;!?]{2,48}?\s\d{1,5}[a-z]?\b|\d{1,6}[A-Ha-h]?\s+[\p{L}][^\n,.;!?]{2,48}|(?:calle|rua|rue|via|avenida|ul\.)\s[^\n,.;!?]{2,40})/iu
const lineAddress = /(?:^|\n)[>?\s]*(?:\d{1,6}\s+(?:\d{1,4}\s+)?\p{L}[\p{L}\p{M}\s.'’-]{2,40}(?:\s\d{1,4}\.?)?|\p{Lu}[\p{L}\p{M}.'’-]+(?:\s[\p{L}\p{M}.'’-]+){0,3}\s\d{1,4}\.?)\s*(?=\n|$|,)/gu
const ukPostcode = /(?<![A-Za-z0-9])(?:[A-Za-z]{1,2}\d[A-Za-z\d]?\s?\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}|GIR ?0AA)(?![A-Za-z0-9])/g
const caPostcode = /(?<![A-Za-z0-9])[ABCEGHJ-NPRSTVXYabceghj-nprstvxy]\d[A-Za-z][ -]?\d[A-Za-z]\d(?![A-Za-z0-9])/g
const iePostcode = /(?<![A-Za-z0-9])(?:[AC-FHKNPRTV-Y]\d{2}|D6W)\s?[0-9AC-FHKNPRTV-Y]{4}(?![A-Za-z0-9])/g
const usState = 'A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|NSW|VIC|QLD|TAS|ACT|NT'
const usZip = new RegExp(`(?<![\\p{L}\\p{N}])(?:${usState}),?\\s+(\\d{5}(?:-\\d{4})?|\\d{4})(?!\\d)`, 'gu')
const cueZip = /\b(?:zip(?:\s?code)?|post\s?code|postal code|eircode)\s*(?:is|:|=)?\s*([A-Z0-9][A-Z0-9 -]{2,8}[A-Z0-9])(?![A-Za-z0-9])/gi
const cityZip = /(?:,|\n)[\s>?]*\p{Lu}[\p{L}\s.'’-]{1,28},?\s(\d{4,5}(?:-\d{4})?)(?=\s*(?:[.!?\n]|$))/gu
const realUk = /^(?:AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)\d/i
const timeWords = /^(?:\d+\s+)?(?:years?|days?|weeks?|months?|hours?|minutes?|mins?|people|times|kids|of|am|pm|things|more|pills|tablets|and|or|to|percent|miles|a|in|on|the|stone|pounds|mg|missed|different|other|hours)\b/i

/** A line that says something is no line of an address, though it ends in a number. */
const sentence = /\b(?:i|am|i['’]m|is|are|was|were|we|you|he|she|they|my|me|hi|hello|day|week|chapter|part|number|page)\b/iu

/** A capital or postcode word beside a digit: what every postcode has, and most prose with numbers has not. */
const postcodeHint = /[A-Za-z]\d|\d[A-Za-z]|[A-Z]{2},?\s+\d{4}|[\n,]\s*\p{Lu}[^\n]{0,30}\s\d{4,5}/u

export function findAddresses(text: string, where: boolean, address: (start: number, end: number) => void, postcode: (start: number, end: number) => void): void {
  let lines = 0
  const each = (re: RegExp, group: number, use: (s: number, e: number, m: RegExpExecArray) => void) => {
    re.lastIndex = 0
    for (let m = re.exec(text); m; m = re.exec(text)) {
      const g = m[group]
      if (g !== undefined) {
        const at = m.index + m[0].lastIndexOf(g)
        use(at, at + g.length, m)
      }
      if (m[0] === '') re.lastIndex++
    }
  }
  if (where) each(cued, 0, (_s, e) => {
    if (/^\s*\n/.test(text.slice(e, e + 2))) return
    const rest = text.slice(e, e + 90)
    const body = placeBody.exec(rest.replace(/^\s+/, ''))
    if (!body) return
    const lead = rest.length - rest.trimStart().length
    const words = body[0].trimEnd()
    if (!/\d/.test(words) && !/^(?:calle|rua|rue|via|avenida|ul)/i.test(words)) return
    if (timeWords.test(words.replace(/^\d+\s+/, '')) || /^(?:home|work|school|the|a|an|my|this|that)\b/i.test(words)) return
    if (/^\d{1,2}[:.]\d{2}\b/.test(words)) return
    if (/\b(?:am|pm|o'?clock|years|hours|days|weeks|times)\b/i.test(words)) return
    const cut = /\s(?:and|but|so|because|with|after|before|if|in case|last|when|please|tonight|every|on)\b/i.exec(words)
    const end = cut ? cut.index : words.length
    if (end > 3) address(e + lead, e + lead + end)
  })
  if (/\d/.test(text)) {
    each(streets, 0, (s, e) => {
      const words = text.slice(s, e)
      const tail = words.replace(/^(?:[a-z.]+\s+\w{1,5},?\s+)?(?:no\.?\s*)?\d+[a-h]?,?\s+/i, '')
      if (timeWords.test(tail)) return
      // "3 days in hospital way": lower-case words before a weak street word are prose, not a street.
      const weak = /\b(?:way|hill|green|park|view|close|drive|walk|row|rise|place|court|path|loop|crossing|square|circle|u|st|dr|tie|via|row|ter|pike|heights|av|pl|ct|vale|block)\.?$/i.test(tail)
      const first = tail.trimStart()[0] ?? ''
      const strong = tail.trim().split(/\s+/).length >= 2
      if (weak && !(first !== first.toLowerCase() && strong)) {
        if (!(strong && /\b(?:live|address|at|house)\b[^.]{0,20}$/i.test(text.slice(Math.max(0, s - 30), s)))) return
      }
      if (!strong) return
      address(s, e)
    })
    each(units, 0, (s, e) => {
      lines++
      address(s, e)
    })
    if (text.includes('\n')) each(lineAddress, 0, (s, e, m) => {
      lines++
      const lead = /^[\n>?\s]*/.exec(m[0])![0].length
      const body = m[0].slice(lead).trimEnd()
      if (sentence.test(body)) return
      if (!timeWords.test(body.replace(/^\d+\s+/, '')) && body.split(/\s+/).length <= 6) address(s + lead, s + lead + body.length)
    })
    if (!postcodeHint.test(text) && !/zip|post ?code|postal/i.test(text)) return
    each(ukPostcode, 0, (s, e) => {
      const w = text.slice(s, e)
      const shouted = w === w.toUpperCase()
      if (realUk.test(w) && (shouted || /\d[a-z]{2}$/.test(w) && (w.includes(' ') || /post ?code|address|live/i.test(text.slice(Math.max(0, s - 40), s))))) postcode(s, e)
    })
    each(caPostcode, 0, (s, e) => {
      const w = text.slice(s, e)
      if (w === w.toUpperCase() || /postal|live|address/i.test(text.slice(Math.max(0, s - 40), s))) postcode(s, e)
    })
    each(iePostcode, 0, (s, e) => {
      const w = text.slice(s, e)
      if (/\d.*[A-Z].*/.test(w) && /[A-Z]/.test(w.slice(-4)) && /\d/.test(w.slice(-4))) postcode(s, e)
    })
    each(usZip, 1, postcode)
    each(cueZip, 1, (s, e) => {
      if (/\d/.test(text.slice(s, e))) postcode(s, e)
    })
    // In a block of address lines a number after a place belongs to the address, whatever the country.
    each(cityZip, 1, (s, e, m) => {
      const block = m[0].startsWith('\n') || text.slice(Math.max(0, m.index - 40), m.index).includes('\n')
      const use = block && lines > 0 ? address : postcode
      use(s, e)
    })
  }
}
