/** The field's words for codes of the contract. One place, so that a screen never invents its own. */
import type { ReasonCode, Verdict, PostIntent, PostState, ReviewItem } from '#contract/review'
import type { Category, Level, PiiType } from '#contract/risk'

export const levelWords: Record<Level, { letter: string; name: string }> = {
  crisis: { letter: 'C', name: 'Crisis' },
  red: { letter: 'R', name: 'Red' },
  amber: { letter: 'A', name: 'Amber' },
  green: { letter: 'G', name: 'Green' },
}

export const categoryWords: Record<Category | 'protective', string> = {
  suicide: 'Suicide',
  'self-harm': 'Self-harm',
  overdose: 'Overdose',
  'safeguarding-child': 'Child safeguarding',
  'safeguarding-adult': 'Adult safeguarding',
  'domestic-abuse': 'Domestic abuse',
  'harm-to-others': 'Harm to others',
  'eating-disorder': 'Eating',
  substance: 'Substance use',
  psychosis: 'Psychosis',
  distress: 'Distress',
  'abuse-trolling': 'Unkindness',
  hate: 'Hate',
  'encouraging-harm': 'Encouraging harm',
  pii: 'Identifying detail',
  'contact-fishing': 'Seeks contact',
  'triggering-detail': 'Triggering detail',
  contagion: 'Contagion',
  spam: 'Spam',
  protective: 'Protective',
}

/** A theme as the core sends it: a category code, else the text as it is. */
export const themeWord = (theme: string): string => (theme in categoryWords ? categoryWords[theme as Category] : theme)

export const piiWords: Record<PiiType, string> = {
  name: 'name',
  phone: 'phone number',
  email: 'e-mail address',
  handle: 'social media name',
  url: 'link',
  'street-address': 'street address',
  postcode: 'postcode',
  workplace: 'workplace',
  school: 'school',
  'birth-date': 'birth date',
  'id-number': 'ID number',
}

export const stateWords: Record<PostState, { short: string; long: string }> = {
  live: { short: 'Live', long: 'Everyone can see it.' },
  reading: { short: 'Live, being read', long: 'Everyone can see it; its author knows that a Guide is reading it.' },
  held: { short: 'Held', long: 'Only its author sees it.' },
  changed: { short: 'Changed', long: 'Everyone sees it with a change by a Guide.' },
  removed: { short: 'Removed', long: 'Nobody but its author knows of it.' },
}

export const intentWords: Record<PostIntent, string> = {
  listen: 'Please just listen',
  ideas: 'Ideas welcome',
  similar: 'Looking for similar stories',
  'small-win': 'A small win',
  hello: 'Saying hello',
}

export const kindWords: Record<ReviewItem['kind'], { short: string; long: string }> = {
  content: { short: '', long: '' },
  question: { short: 'Question', long: 'A Guide asks for your view' },
  proposal: { short: 'Proposal', long: 'A Guide proposes this and needs a second check' },
  escalation: { short: 'Escalation', long: 'Escalated to you' },
  'handed-on': { short: 'Handed on', long: 'Handed on by a colleague' },
  reopened: { short: 'Again', long: 'Opened again after a decision' },
  report: { short: 'Report', long: 'Reported by a member' },
  ask: { short: 'Asks a Guide', long: 'A member asks a Wall Guide' },
  newcomer: { short: 'Newcomer', long: 'A newcomer whom nobody has answered' },
  assessment: { short: 'Questionnaire', long: 'A risk question of a questionnaire' },
  promise: { short: 'Promise', long: 'A promise to this member is due' },
  'second-review': { short: 'Second look', long: 'A sampled item: judge it afresh' },
}

export const reasonWords: Record<ReasonCode, string> = {
  routine: 'Routine, nothing to do',
  support: 'Needs support',
  'risk-to-self': 'Risk to self',
  'risk-to-other': 'Risk to someone else',
  'risk-from-other': 'Risk from someone else',
  safeguarding: 'Safeguarding',
  'identifying-detail': 'Identifying detail',
  'method-detail': 'Method detail',
  unkind: 'Unkind',
  'off-topic-or-spam': 'Off topic or spam',
  'needs-second-look': 'Needs a second look',
  'handing-on': 'Handing on',
}

/** What was done, in the past tense: for history, outcomes and the outbox. */
export const verdictDone: Record<Verdict, string> = {
  no_action: 'No action',
  support_reply: 'Replied',
  message: 'Messaged',
  signpost: 'Signposted',
  content_note: 'Content note added',
  redact: 'Redacted',
  hide: 'Hidden',
  watch: 'Watching',
  ask_lead: 'Asked a Lead',
  propose_removal: 'Removal proposed',
  propose_restriction: 'Restriction proposed',
  escalate: 'Escalated',
  reopen: 'Opened again',
  hand_on: 'Handed on',
  remove: 'Removed',
}

/** "Wall Guide Robin" → "Robin": inside the desk the role is already known. */
export const shortName = (name: string): string => name.replace(/^(Wall Guide|Lead Guide|Lead Wall Guide|Senior clinician|Senior)\s+/i, '') || name

export const plural = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
