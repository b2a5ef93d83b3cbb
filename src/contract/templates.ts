/**
 * Templates of what a Guide writes. A template is a beginning: it is never sent by itself, and never with a variable that
 * nobody filled in (M11). Desk and server use the same test.
 */
import { z } from 'zod'
import { Verdict } from './review'

export const templateLanguages = ['en-GB', 'en-US', 'fr-CA'] as const
export const TemplateLanguage = z.enum(templateLanguages)
export type TemplateLanguage = z.infer<typeof TemplateLanguage>

export const templateVariables = ['pseudonym', 'guide', 'crisis_line', 'service', 'topic'] as const
export type TemplateVariable = (typeof templateVariables)[number]

export const Template = z.object({
  /** The same in every language. */
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  title: z.string().min(1).max(80),
  /** Actions in whose composer it is offered. */
  for: z.array(Verdict).min(1),
  text: z.string().min(1).max(2000),
  /** Read by the Guide before it is used; never sent. */
  caution: z.string().min(1).max(300).optional(),
})
export type Template = z.infer<typeof Template>

export const TemplateFile = z.object({
  language: TemplateLanguage,
  version: z.string(),
  licence: z.string(),
  templates: z.array(Template).min(1),
})
export type TemplateFile = z.infer<typeof TemplateFile>

const variable = new RegExp(`\\{(${templateVariables.join('|')})\\}`, 'g')

/** Fills what is known in one pass; what is not stays as it stands, to be filled by hand. */
export function fillTemplate(text: string, known: Partial<Record<TemplateVariable, string>>): string {
  return text.replace(variable, (whole, name: TemplateVariable) => known[name] ?? whole)
}

/** Stretches of variables that nobody filled in, in reading order (UTF-16 offsets). */
export function unfilled(text: string): { start: number; end: number; name: TemplateVariable }[] {
  return [...text.matchAll(variable)].map((m) => ({ start: m.index, end: m.index + m[0].length, name: m[1] as TemplateVariable }))
}

/** The languages of a member's country, usual one first; British English where there is none of their own. Canadian English is spelt so, too. */
export function languagesFor(country: string | null): TemplateLanguage[] {
  if (country === 'CA') return ['en-GB', 'fr-CA']
  return country === 'US' ? ['en-US'] : ['en-GB']
}
