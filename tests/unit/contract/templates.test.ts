import { describe, expect, it } from 'vitest'
import enGB from '#resources/templates/en-GB.json'
import enUS from '#resources/templates/en-US.json'
import frCA from '#resources/templates/fr-CA.json'
import { fillTemplate, languagesFor, TemplateFile, templateLanguages, templateVariables, unfilled, type TemplateLanguage } from '#contract/templates'

const files: Record<TemplateLanguage, TemplateFile> = { 'en-GB': TemplateFile.parse(enGB), 'en-US': TemplateFile.parse(enUS), 'fr-CA': TemplateFile.parse(frCA) }
const outline = (file: TemplateFile) => file.templates.map((t) => ({ id: t.id, for: t.for, variables: unfilled(t.text).map((v) => v.name).sort(), cautioned: t.caution !== undefined }))

describe('the templates', () => {
  it('are the same in every language: ids, actions, variables and cautions', () => {
    for (const language of templateLanguages) {
      expect(files[language].language).toBe(language)
      expect([language, outline(files[language])]).toEqual([language, outline(files['en-GB'])])
    }
  })

  it('cover the situations a Guide meets', () => {
    const ids = files['en-GB'].templates.map((t) => t.id)
    expect(ids).toEqual(expect.arrayContaining(['welcome', 'listening', 'check-in', 'ask-suicide', 'crisis-line', 'content-changed', 'house-rule', 'grief', 'self-harm', 'domestic-abuse', 'to-private', 'thanks']))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('hold no number of a crisis line, no exclamation mark, and no braces but our variables', () => {
    for (const language of templateLanguages) {
      for (const { id, text, title, caution = '' } of files[language].templates) {
        const all = [title, text, caution].join('\n')
        expect([language, id, all.match(/\d|!/g)]).toEqual([language, id, null])
        expect([id, fillTemplate(all, Object.fromEntries(templateVariables.map((v) => [v, 'x']))).match(/[{}]/g)]).toEqual([id, null])
      }
    }
  })

  it('name the Guide, and warn where contacting may be unsafe', () => {
    for (const { id, text } of files['en-GB'].templates) expect([id, text.endsWith('{guide}')]).toEqual([id, true])
    expect(files['en-GB'].templates.find((t) => t.id === 'domestic-abuse')?.caution).toContain('may be seen')
  })
})

describe('filling', () => {
  it('fills what is known in one pass and leaves the rest, with its place', () => {
    const text = fillTemplate('Hello {pseudonym}, see {service}. {guide}', { pseudonym: '{guide}', guide: 'Robin' })
    expect(text).toBe('Hello {guide}, see {service}. Robin')
    expect(unfilled(text)).toEqual([
      { start: 6, end: 13, name: 'guide' },
      { start: 19, end: 28, name: 'service' },
    ])
    expect(unfilled('A smile :} and {something else}')).toEqual([])
  })

  it('goes by the member’s country; Canada is offered French', () => {
    expect(languagesFor('GB')).toEqual(['en-GB'])
    expect(languagesFor('US')).toEqual(['en-US'])
    expect(languagesFor('CA')).toContain('fr-CA')
    expect(languagesFor(null)).toEqual(['en-GB'])
  })
})
