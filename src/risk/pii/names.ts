/** Names, schools and workplaces, by the words that introduce them. */
import type { PiiType } from '#contract/risk'
import type { PiiCues } from './find'

const word = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,24}"
const full = `(${word}(?:\\s(?:${word}|\\p{Lu}\\.|van|de|von|der|bin|al|O['’]\\p{Lu}\\p{Ll}+)){0,3})`
const cueName = new RegExp(
  `(?:\\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Rr]eal|[Ff]ull|[Ll]egal)\\s(?:(?:real|full|first|last|legal|actual|birth|middle|maiden|sur)\\s?)?name(?:'s|’s|s)?\\s(?:is|was|are|=|:)|\\bname\\s?:|\\b(?:I'm|I’m|I am|im|Im) called|\\b(?:called|named|known as)|\\bcall me|\\b(?:[Tt]his is|[Ii]t'?s)(?=\\s${word}(?:\\s${word}|\\s(?:here|speaking))))\\s*(?:really |actually |just )?${full}`, 'gu')
const kinName = new RegExp(`\\b(?:my|our|his|her|their)\\s(?:[a-z]+\\s)?(?:friend|boyfriend|girlfriend|husband|wife|partner|brother|sister|son|daughter|teacher|boss|manager|therapist|counsellor|counselor|doctor|neighbour|neighbor|cousin|uncle|aunt|ex|dad|mum|mom|stepdad|stepmum|mate|fiancé|fiance|fiancée|bf|gf|landlord|coach|colleague|classmate|roommate|flatmate)(?:,?\\s(?:is\\s)?(?:called|named)|,)?\\s(${word}(?:\\s${word})?)`, 'gu')
const titleName = new RegExp(`\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Rev|Fr|Sgt|PC)\\.?\\s(${word}(?:\\s${word})?)`, 'gu')
const signed = new RegExp(`(?:\\b(?:regards|cheers|thanks|love|yours|sincerely|from),?\\s*\\n\\s*)(${word}(?:\\s${word}){0,2})\\s*$`, 'giu')
const lowName = /\b(?:my (?:real |full |first )?name(?:'s|s| is)|i'?m called)\s+([a-z][a-z'-]{1,20}(?:\s(?!and|but|or|i|im|so|from|in|on|at|the|my|was|is|who|because|please|here|by|to|for|with|if|then|not|just)[a-z][a-z'-]{2,20})?)\b/g
const school = new RegExp(`((?:${word}\\s|of\\s|St\\.?\\s|the\\s(?=\\p{Lu})){1,5}(?:High School|Primary School|Secondary School|Middle School|Elementary(?: School)?|Grammar School|Grammar|Academy|College|University|School|Comprehensive|Polytechnic|Sixth Form)|University of ${word}(?:\\s${word})?)`, 'gu')
const schoolCue = new RegExp(`\\b(?:go|goes|going|went|study|studies|studying|attend|attends|student|pupil|teach|teaches)\\s(?:to|at)?\\s?(?:school\\s(?:at|in)\\s)?(${word}(?:\\s${word}){0,3}\\s(?:High|Academy|College|School|University|Uni|Primary|Secondary|Grammar|Tech))`, 'gu')
const work = new RegExp(`\\b(?:I|he|she|they|[Ww]e)(?:'m|’m| am)?\\s(?:work|works|worked|working|employed)\\s(?:as\\s(?:an?\\s)?[a-z\\s]{2,24}\\s)?(?:at|for)\\s(?:the\\s)?(${word}(?:\\s(?:${word}|&|and(?=\\s\\p{Lu}))){0,4})`, 'gu')
const notNames = new Set(`I The A An And But So My His Her We They It This That God Jesus Lord Mum Mom Dad Please Not No Yes Just Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
  September October November December English American British Christian Muslim Jewish Hindu Catholic Gay Black White Asian African Irish Scottish Welsh Australian Samaritans Childline Christmas Easter Covid ADHD PTSD OCD BPD GP NHS UK US USA
  When What Why How Who Where If In On At To For With Because Then There Here He She You`.split(/\s+/))
const lowNotNames = /^(?:not|a|the|on|in|going|so|just|being|an|all|to|called|mud|written|always|never|one|too|also|really|only|something|nothing|worth|that|what|it|is|irrelevant|unimportant|private|secret|out|everywhere)\b/

/** Common given names of the countries the community comes from; only together with a surname do they name a person. */
const given = `Aaron Abdul Abigail Adam Adrian Aidan Aisha Alan Alasdair Alejandro Alex Alexander Alexandra Alice Alicia Alison Amanda Amber Amelia Amir Amy Ana Andrea Andrew Angela Angus Anita Ann Anna Anne Anthony Aoife Arthur Ashley Barbara
  Ben Benjamin Beth Bethany Brandon Brenda Brian Bridget Callum Cameron Carl Carla Carlos Carmen Carol Caroline Catherine Charles Charlie Charlotte Chloe Chris Christina Christine Christopher Ciara Claire Clara Colin Connor Craig Daisy Daniel
  Daniela Danielle David Dawn Deborah Declan Denise Dennis Derek Diana Diego Dominic Donald Donna Dorothy Duncan Dylan Edward Eileen Elaine Eleanor Elena Elizabeth Ella Ellen Ellie Emily Emma Eric Erin Ethan Eva Evan Evelyn Ewan Fatima Fiona Florence
  Frances Francis Frank Gareth Gary Gavin Gemma Geoffrey George Georgia Gerald Gloria Grace Graham Greg Gregory Hannah Harold Harriet Harry Hassan Heather Helen Henry Holly Hugh Hussein Ian Ibrahim Imran Irene Isaac Isabel Isabella Isla Jack Jackie
  Jacob Jade James Jamie Jan Jane Janet Jasmine Jason Jean Jeffrey Jennifer Jeremy Jessica Jill Joan Joanna Joanne Joe John Jonathan Jordan Jorge Jose Joseph Joshua Joyce Juan Judith Julia Julian Julie Justin Karen Kate Katherine Kathleen Katie Kayla
  Keith Kelly Ken Kenneth Kerry Kevin Khalid Kieran Kim Kimberly Kirsty Kyle Laura Lauren Leah Leanne Leo Leon Lewis Liam Linda Lisa Logan Louis Louise Lucas Lucy Luis Luke Lydia Lynn Madison Margaret Maria Marie Marion Mark Martha Martin Mary Mason
  Matthew Maureen Max Megan Melanie Melissa Mia Michael Michelle Miguel Mohamed Mohammed Molly Monica Morgan Muhammad Nadia Naomi Natalie Natasha Nathan Neil Nia Niamh Nicholas Nicola Nicole Nigel Noah Nora Oisin Oliver Olivia Omar Oscar Owen Pamela
  Patricia Patrick Paul Paula Pauline Pedro Peter Philip Phoebe Priya Rachel Raj Ralph Raymond Rebecca Rhys Richard Robert Robin Roger Ronald Rosa Rose Rosie Ross Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Shannon
  Sharon Sheila Shirley Siobhan Simon Sofia Sophia Sophie Stacey Stephanie Stephen Steven Stuart Susan Suzanne Sylvia Tara Teresa Theresa Thomas Tiffany Tim Timothy Tina Toby Tom Tony Tracey Tracy Tyler Valerie Vanessa Veronica Victoria Vincent
  Walter Wayne Wendy William Yasmin Yusuf Yvonne Zachary Zainab Zoe`
  .trim()
  .split(/\s+/)
const fullName = new RegExp(`(?<![\\p{L}\\p{N}])((?:${given.join('|')})\\s(?:\\p{Lu}\\.?\\s)?\\p{Lu}[\\p{L}\\p{M}'’-]{1,24})(?![\\p{L}\\p{N}])`, 'gu')
const notSurname = /\s(?:I|And|But|So|Is|Was|The|In|At|On|Please|Thanks|Has|Had|Will|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)$/

const announces = ['name', 'called', 'call me', 'known as', 'his is ', "t's ", 't’s ', 'Its ', 'its ']

export function findNames(text: string, cues: PiiCues, found: (type: PiiType, start: number, end: number) => void): void {
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
  if (cues.name || cues.place) each(lowName, 'name', (s) => !lowNotNames.test(s))
  if (cues.full) each(fullName, 'name', (s) => !notSurname.test(s))
  if (cues.name) {
    // The words that announce a name, without which the long pattern need not be tried.
    if (announces.some((w) => text.includes(w))) each(cueName, 'name', name)
    each(kinName, 'name', name)
    each(titleName, 'name', name)
    if (text.includes('\n')) each(signed, 'name', name)
  }
  if (cues.place) {
    each(school, 'school', (s) => !/^(?:The|My|Our|This|A|High|Primary|Secondary|In|At|From|When|Medical|Law|Sunday|Summer|I|And)\s?(?:School|College|University|Academy|High School|Primary School|Secondary School|Middle School)?$/.test(s.trim()))
    each(schoolCue, 'school', name)
    each(work, 'workplace', name)
  }
}
