/** What each deed asks for: fields in the order in which one answers them, and how the answers become a command. Pure. */
import {
  assessmentLacks,
  bandNames,
  contactWays,
  cssrsFields,
  riskBands,
  ruleBand,
  safeTSteps,
  safeTWords,
  safetyPlanParts,
  safetyPlanWords,
  What,
  openTasks,
  type CssrsAnswers,
  type CssrsWords,
  type Deed,
  type Episode,
} from '#contract/episode'
import { categories, levels } from '#contract/risk'
import { categoryWords, levelWords } from '../components/words'

export type Values = Readonly<Record<string, string>>
type Option = { value: string; label: string }
export type FormField = { name: string; label: string; hint?: string; optional?: true } & (
  | { kind: 'line' | 'long' | 'tick' }
  | { kind: 'pick' | 'many' | 'answer'; options: readonly Option[] }
)
export type Made = { ok: true; what: What } | { ok: false; missing: Readonly<Record<string, string>> }

const wayWords = { 'de-escalate': 'Work with the member and de-escalate', 'hand-over': 'Hand over to a service', rescue: 'Active rescue' } as const
const contactWords: Record<(typeof contactWays)[number], string> = { 'private-message': 'Private message', chat: 'Chat', thread: 'In the thread', other: 'Another way' }
const answerOptions: Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not known' },
]
const yesNo = (yes: string, no: string): Option[] => [{ value: 'yes', label: yes }, { value: 'no', label: no }]
const levelOptions: Option[] = levels.map((level) => ({ value: level, label: levelWords[level].name }))
const after = (hours: readonly number[]): Option[] => hours.map((n) => ({ value: String(n), label: n < 1 ? `In ${n * 60} minutes` : n === 1 ? 'In an hour' : `In ${n} hours` }))

const words = (label: string, hint?: string): FormField => ({ name: 'words', label, kind: 'long', ...(hint !== undefined && { hint }) })

/** The fields of a deed, for this episode. `wording`: of the assessment's questions. */
export function fieldsOf(deed: Deed, episode: Episode, wording: CssrsWords): readonly FormField[] {
  switch (deed) {
    case 'triage':
      return [
        { name: 'level', label: 'Level', kind: 'pick', options: levelOptions },
        { name: 'categories', label: 'What it is about', kind: 'many', options: categories.map((value) => ({ value, label: categoryWords[value] })) },
        words('What you see, and what comes first'),
      ]
    case 'contact':
      return [
        { name: 'how', label: 'How', kind: 'pick', options: contactWays.map((value) => ({ value, label: contactWords[value] })) },
        { name: 'reached', label: 'Did they answer?', kind: 'answer', options: yesNo('Reached', 'Not reached') },
        words('What was said, or tried'),
      ]
    case 'assess':
      return [
        ...cssrsFields.map((name): FormField => ({ name, label: wording[name], kind: 'answer', options: answerOptions })),
        { name: 'stressors', label: 'What makes it heavier', kind: 'long' },
        { name: 'protective', label: 'What holds', kind: 'long' },
        { name: 'others', label: 'Anybody else at risk', kind: 'long', optional: true, hint: 'A child, a relative, a partner' },
        { name: 'formulation', label: 'Your formulation', kind: 'long', hint: 'How you understand it; this counts above the answers' },
        { name: 'band', label: 'Your judgement', kind: 'answer', options: riskBands.map((value) => ({ value, label: value === 'none' ? 'None' : value[0]?.toUpperCase() + value.slice(1) })) },
        { name: 'lowerBecause', label: 'Why lower than the answers', kind: 'long', optional: true },
      ]
    case 'plan':
      return [{ name: 'way', label: 'Way', kind: 'pick', options: Object.entries(wayWords).map(([value, label]) => ({ value, label })) }, words('The plan')]
    case 'de-escalate':
      return [words('How it went'), ...(episode.safetyPlan === null ? [{ name: 'withoutPlan', label: 'Why there is no safety plan', kind: 'long', optional: true } as const] : [])]
    case 'hand-over':
      return [{ name: 'to', label: 'To which service or role', kind: 'line', hint: 'No names or numbers of people' }, words('What was handed over, and that it was taken')]
    case 'rescue':
      return [...(episode.state === 'planned' ? [] : [{ name: 'imminent', label: 'Life is in imminent danger; this cannot wait for assessment and plan', kind: 'tick' } as const]), words('What is known, and what is done now')]
    case 'follow-up':
      return [{ name: 'hours', label: 'When', kind: 'pick', options: after([24, 36, 48, 60, 72]) }, words('How, and by whom')]
    case 'followed-up':
      return [
        { name: 'reached', label: 'Did they answer?', kind: 'answer', options: yesNo('Reached', 'Not reached') },
        words('How they are'),
        { name: 'hours', label: 'Once more', kind: 'pick', options: [{ value: '', label: 'No further follow-up' }, ...after([12, 24, 48, 72])] },
      ]
    case 'resume':
      return [{ name: 'level', label: 'Level now', kind: 'pick', options: levelOptions }, words('What has changed')]
    case 'task':
      return [{ name: 'what', label: 'What has to be done', kind: 'line' }, { name: 'hours', label: 'By when', kind: 'pick', options: after([0.5, 1, 2, 4, 8, 24, 48, 72]) }]
    case 'finish':
      return [
        { name: 'task', label: 'Task', kind: 'pick', options: openTasks(episode).map((task) => ({ value: task.id, label: task.what })) },
        { name: 'how', label: 'How', kind: 'answer', options: [{ value: 'done', label: 'Done' }, { value: 'not-needed', label: 'No longer needed' }] },
        words('What came of it'),
      ]
    case 'safe-t':
      return [
        { name: 'step', label: 'Step', kind: 'pick', options: safeTSteps.map((value) => ({ value, label: safeTWords[value].name + (episode.safeT[value] ? ' (recorded)' : '') })) },
        words('What you found', 'Each step can be written again; the earlier words stay in the timeline'),
      ]
    case 'safety-plan':
      return [...safetyPlanParts.map((name): FormField => ({ name, label: safetyPlanWords[name], kind: 'long', optional: true })), { name: 'agreed', label: 'Written with the member, who agrees with it', kind: 'tick' }]
    case 'aftercare':
      return [
        { name: 'whom', label: 'Of whom', kind: 'answer', options: [{ value: 'member', label: 'The member' }, { value: 'thread', label: 'Others in the thread' }, { value: 'staff', label: 'Staff' }] },
        words('What was offered or done', 'Or why nothing was needed'),
      ]
    case 'note':
      return [words('Note')]
    case 'propose-close':
      return [words('How it stands', 'What was done, what is agreed, and why it can end')]
    case 'sign-off':
      return [words('What you looked at', 'You sign as the second person')]
    case 'send-back':
      return [words('What is still needed')]
    case 'open':
    case 'evidence':
    case 'take-on':
      return []
  }
}

const last = (episode: Episode): string => (episode.contacts.at(-1)?.reached === false ? 'no' : 'yes')

/** What the form begins with. */
export function startOf(deed: Deed, episode: Episode): Values {
  switch (deed) {
    case 'triage':
    case 'resume':
      return { level: episode.level }
    case 'contact':
      return { how: 'private-message', reached: 'yes' }
    case 'assess':
      return Object.fromEntries([...cssrsFields.map((field) => [field, episode.assessment?.cssrs[field] ?? 'unknown']), ['stressors', episode.assessment?.stressors ?? ''], ['protective', episode.assessment?.protective ?? ''], ['others', episode.assessment?.others ?? '']]) as Values
    case 'plan':
      return { way: 'de-escalate' }
    case 'follow-up':
      return { hours: '24' }
    case 'followed-up':
      return { reached: last(episode), hours: '' }
    case 'task':
      return { hours: '4' }
    case 'finish':
      return { task: openTasks(episode)[0]?.id ?? '', how: 'done' }
    case 'safe-t':
      return { step: safeTSteps.find((step) => episode.safeT[step] === undefined) ?? 'document' }
    case 'safety-plan':
      return episode.safetyPlan === null ? {} : { ...Object.fromEntries(safetyPlanParts.map((part) => [part, episode.safetyPlan?.[part] ?? ''])), agreed: episode.safetyPlan.agreed ? 'yes' : '' }
    case 'aftercare':
      return { whom: (['member', 'thread', 'staff'] as const).find((whom) => episode.aftercare[whom] === undefined) ?? 'member' }
    default:
      return {}
  }
}

export const answersOf = (values: Values): CssrsAnswers =>
  Object.fromEntries(cssrsFields.map((field) => [field, values[field] === 'yes' || values[field] === 'no' ? values[field] : 'unknown'])) as CssrsAnswers

/** What the answers point to, in a sentence. */
export const ruleWords = (values: Values): string => `The answers point to ${bandNames[ruleBand(answersOf(values))]}${Object.values(answersOf(values)).includes('unknown') ? ', reading what is not known as possible' : ''}.`

const inHours = (hours: string | undefined, now: number): string => new Date(now + Number(hours ?? 0) * 3_600_000).toISOString()

/** `id`: for what needs a number of its own, a task. */
export function makeWhat(deed: Deed, values: Values, now: number, id: () => string): Made {
  const { words: said = '', hours, ...rest } = values
  const raw = ((): object => {
    switch (deed) {
      case 'triage':
        return { level: values.level, categories: (values.categories ?? '').split(',').filter(Boolean), words: said }
      case 'contact':
        return { how: values.how, reached: values.reached === 'yes', words: said }
      case 'assess':
        return { assessment: { ...rest, cssrs: answersOf(values) } }
      case 'rescue':
        return { words: said, imminent: values.imminent === 'yes' }
      case 'follow-up':
        return { due: inHours(hours, now), words: said }
      case 'followed-up':
        return { reached: values.reached === 'yes', words: said, again: hours ? inHours(hours, now) : null }
      case 'task':
        return { task: id(), what: values.what ?? '', due: inHours(hours, now) }
      case 'safety-plan':
        return { plan: { ...rest, agreed: values.agreed === 'yes' } }
      default:
        return { ...rest, words: said }
    }
  })()
  const parsed = What.safeParse({ ...raw, do: deed })
  if (!parsed.success) return { ok: false, missing: Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path.at(-1) ?? 'words'), 'This is still needed.'])) }
  if (parsed.data.do === 'assess') {
    const lacks = assessmentLacks(parsed.data.assessment)
    if (lacks !== null) return { ok: false, missing: { lowerBecause: lacks } }
  }
  return { ok: true, what: parsed.data }
}

/** What a deed asks for in one line, for its button. */
export const requires: Partial<Record<Deed, string>> = {
  triage: 'Level, what it is about, what comes first',
  contact: 'How, whether they answered, what was said',
  assess: 'Seven answers, what weighs and what holds, your formulation and judgement',
  plan: 'One of three ways, and the plan',
  'de-escalate': 'How it went; a safety plan, or why there is none',
  'hand-over': 'To which service, and that they took it',
  rescue: 'What is known and done now; before a plan, only on imminent danger',
  'follow-up': 'A time 24 to 72 hours from now',
  resume: 'The level now, and what has changed',
  'propose-close': 'Nothing open, followed up, after-care noted',
  'sign-off': 'A Senior clinician who neither proposed it nor assessed',
}
