/** Names, schools and workplaces, by the words that introduce them. */
import type { PiiType } from '#contract/risk'

const word = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,24}"
const full = `(${word}(?:\\s(?:${word}|\\p{Lu}\\.|van|de|von|der|bin|al|O['’]\\p{Lu}\\p{Ll}+)){0,3})`
const cueName = new RegExp(
  `(?:\\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Rr]eal|[Ff]ull|[Ll]egal)\\s(?:(?:real|full|first|last|legal|actual|birth|middle|maiden|sur)\\s?)?name(?:'s|’s|s)?\\s(?:is|was|are|=|:)|\\bname\\s?:|\\b(?:I'm|I’m|I am|im|Im) called|\\b(?:called|named|known as)|\\bcall me|\\b(?:[Tt]his is|[Ii]t'?s)(?=\\s${word}(?:\\s${word}|\\s(?:here|speaking))))\\s*(?:really |actually |just )?${full}`, 'gu')
const kinName = new RegExp(`\\b(?:my|our|his|her|their)\\s(?:[a-z]+\\s)?(?:friend|boyfriend|girlfriend|husband|wife|partner|brother|sister|son|daughter|teacher|boss|manager|therapist|counsellor|counselor|doctor|neighbour|neighbor|cousin|uncle|aunt|ex|dad|mum|mom|stepdad|stepmum|mate|fiancé|fiance|fiancée|bf|gf|landlord|coach|colleague|classmate|roommate|flatmate)(?:,?\\s(?:is\\s)?(?:called|named)|,)?\\s(${word}(?:\\s${word})?)`, 'gu')
const titleName = new RegExp(`\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Rev|Fr|Sgt|PC)\\.?\\s(${word}(?:\\s${word})?)`, 'gu')
const signed = new RegExp(`(?:\\b(?:regards|cheers|thanks|love|yours|sincerely|from),?\\s*\\n\\s*)(${word}(?:\\s${word}){0,2})\\s*$`, 'giu')
const lowName = /\b(?:my (?:real |full |first )?name(?:'s|s| is)|i'?m called)\s+([a-z][a-z'-]{1,20}(?:\s[a-z][a-z'-]{2,20})?)\b/g
const school = new RegExp(`((?:${word}\\s|of\\s|St\\.?\\s|the\\s(?=\\p{Lu})){1,5}(?:High School|Primary School|Secondary School|Middle School|Elementary(?: School)?|Grammar School|Grammar|Academy|College|University|School|Comprehensive|Polytechnic|Sixth Form)|University of ${word}(?:\\s${word})?)`, 'gu')
const schoolCue = new RegExp(`\\b(?:go|goes|going|went|study|studies|studying|attend|attends|student|pupil|teach|teaches)\\s(?:to|at)?\\s?(?:school\\s(?:at|in)\\s)?(${word}(?:\\s${word}){0,3}\\s(?:High|Academy|College|School|University|Uni|Primary|Secondary|Grammar|Tech))`, 'gu')
const work = new RegExp(`\\b(?:I|he|she|they|[Ww]e)(?:'m|’m| am)?\\s(?:work|works|worked|working|employed)\\s(?:as\\s(?:an?\\s)?[a-z\\s]{2,24}\\s)?(?:at|for)\\s(?:the\\s)?(${word}(?:\\s(?:${word}|&|and(?=\\s\\p{Lu}))){0,4})`, 'gu')
const notNames = new Set(`I The A An And But So My His Her We They It This That God Jesus Lord Mum Mom Dad Please Not No Yes Just Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
  September October November December English American British Christian Muslim Jewish Hindu Catholic Gay Black White Asian African Irish Scottish Welsh Australian Samaritans Childline Christmas Easter Covid ADHD PTSD OCD BPD GP NHS UK US USA
  When What Why How Who Where If In On At To For With Because Then There Here He She You`.split(/\s+/))
const lowNotNames = /^(?:not|a|the|on|in|going|so|just|being|an|all|to|called|mud|written|always|never|one|too|also|really|only|something|nothing|worth|that|what|it|is|irrelevant|unimportant|private|secret|out|everywhere)\b/

export function findNames(text: string, found: (type: PiiType, start: number, end: number) => void): void {
  const each = (re: RegExp, type: PiiType, ok: (s: string) => boolean) => {
    re.lastIndex = 0
    for (let m = re.exec(text); m; m = re.exec(text)) {
      const g = m[1]
      if (!g || !ok(g)) continue
      const s = m.index + m[0].lastIndexOf(g)
      found(type, s, s + g.length)
    }
  }
  const name = (s: string) => !notNames.has(s.split(/\s/)[0]!)
  if (/name|called|call me|known as|this is|it'?s/i.test(text)) {
    each(cueName, 'name', name)
    each(lowName, 'name', (s) => !lowNotNames.test(s))
  }
  if (/\b(?:my|our|his|her|their)\s/i.test(text)) each(kinName, 'name', name)
  if (/\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Rev|Fr|Sgt|PC)/.test(text)) each(titleName, 'name', name)
  if (text.includes('\n')) each(signed, 'name', name)
  if (/school|academy|college|universit|element|grammar|polytech|sixth|uni\b/i.test(text)) {
    each(school, 'school', (s) => !/^(?:The|My|Our|This|A|High|Primary|Secondary|In|At|From|When|Medical|Law|Sunday|Summer|I|And)\s?(?:School|College|University|Academy|High School|Primary School|Secondary School|Middle School)?$/.test(s.trim()))
    each(schoolCue, 'school', name)
  }
  if (/work|employed/i.test(text)) each(work, 'workplace', name)
}
