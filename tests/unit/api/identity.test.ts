import { describe, expect, it } from 'vitest'
import { makePseudonym, pseudonymKey, pseudonymProblem, tidyPseudonym } from '../../../src/api/identity/pseudonym'
import { importedPseudonym } from '../../../src/api/import/import'

describe('a pseudonym', () => {
  it('may be made of words, letters of any language, and a few digits', () => {
    for (const name of ['quiet-river-12', 'Étoile filante', 'мягкий снег', 'luna', "o'clock7", 'ليل']) expect([name, pseudonymProblem(tidyPseudonym(name))]).toEqual([name, null])
  })

  it('does not lead to a person', () => {
    const cases = [
      ['me@example.org', 'contact'],
      ['see example.com', 'contact'],
      ['call 07700900123', 'digits'],
      ['born 12 03 1999', 'digits'],
      ['Maria Example', 'full_name'],
      ['Jean-Luc Beispiel', 'full_name'],
      ['admin', 'staff'],
      ['Guide Robin', 'staff'],
      ['ab', 'too_short'],
      ['x'.repeat(31), 'too_long'],
      ['<script>', 'characters'],
      ['1234', 'characters'],
    ]
    for (const [name, code] of cases) expect([name, pseudonymProblem(tidyPseudonym(name ?? ''))?.code]).toEqual([name, code])
  })

  it('counts as the same when only case, spaces or hyphens differ', () => {
    expect(pseudonymKey('Quiet River-12')).toBe(pseudonymKey('quiet_river 12'))
  })

  it('that is suggested keeps the rules', () => {
    for (let i = 0; i < 1; i += 0.01) expect(pseudonymProblem(makePseudonym(() => i))).toBeNull()
  })

  it('of an imported author is always the same and never a name that could be real', () => {
    expect(importedPseudonym('Maria Example')).toBe(importedPseudonym('Maria Example'))
    expect(importedPseudonym('Maria Example')).not.toMatch(/maria|example/i)
    expect(importedPseudonym('quiet-fox-3')).toMatch(/^quiet-fox-3/)
  })
})
