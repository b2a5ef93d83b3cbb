/** The templates of every language, checked once, and what is known to fill them with. */
import crisisFile from '#resources/crisis-lines.json'
import enGB from '#resources/templates/en-GB.json'
import enUS from '#resources/templates/en-US.json'
import frCA from '#resources/templates/fr-CA.json'
import type { ItemView } from '#contract/bridge'
import type { Verdict } from '#contract/review'
import { TemplateFile, type Template, type TemplateLanguage, type TemplateVariable } from '#contract/templates'

const files: Record<TemplateLanguage, TemplateFile> = {
  'en-GB': TemplateFile.parse(enGB),
  'en-US': TemplateFile.parse(enUS),
  'fr-CA': TemplateFile.parse(frCA),
}

export const languageWords: Record<TemplateLanguage, string> = { 'en-GB': 'English', 'en-US': 'English (US)', 'fr-CA': 'Français' }

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Templates of a language that go with an action, narrowed by every word typed. */
export function templatesFor(language: TemplateLanguage, verdict: Verdict, search: string): Template[] {
  const words = folded(search).split(/\s+/).filter(Boolean)
  return files[language].templates.filter((t) => {
    const all = folded(`${t.title} ${t.id} ${t.text}`)
    return t.for.includes(verdict) && words.every((w) => all.includes(w))
  })
}

/** The first line of the member's country, from the one dated file: "Shout, 85258". Undefined when the country is not known. */
export function crisisLineOf(country: string | null): string | undefined {
  const line = crisisFile.countries.find((c) => c.code === country)?.lines[0]
  const reach = line && (('call' in line ? line.call : undefined) ?? ('text' in line ? line.text : undefined))
  if (!line || !reach) return undefined
  // Some lines are called by their number.
  return line.name.includes(reach.tel) || line.name.includes(reach.number) ? line.name : `${line.name} (${reach.number})`
}

/** What can be filled in without asking. `services`: names of those chosen. */
export function knownFor(view: ItemView, guide: string, services: readonly string[]): Partial<Record<TemplateVariable, string>> {
  const line = crisisLineOf(view.item.author.country)
  return {
    pseudonym: view.item.author.pseudonym,
    topic: view.item.post.topic.name,
    guide,
    ...(line !== undefined && { crisis_line: line }),
    ...(services.length > 0 && { service: joined(services) }),
  }
}

/** Names one after the other, without a word of any language between them. */
const joined = (names: readonly string[]) => names.join(', ')
