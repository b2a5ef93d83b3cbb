import { describe, expect, it } from 'vitest'
import type { NextOne } from '#contract/bridge'
import { itemId } from './support/fakeBridge'
import { chipsOf, filterName, isPlain, nameRefusal, readyFilters, sameFilter, withSaved, without } from '../../../src/renderer/queue/filters'
import { nextWords } from '../../../src/renderer/queue/nextOne'

describe('filters in words', () => {
  it('a ready-made filter is told by its name, without chips', () => {
    expect(filterName({ show: 'open', kind: 'report' }, [])).toBe('Members’ reports')
    expect(chipsOf({ show: 'open', kind: 'report' }, [])).toEqual([])
  })

  it('any other filter is told by what it shows, with a chip for each part, which can be taken out', () => {
    const filter = { show: 'open', kind: 'report', level: 'amber', country: 'GB' } as const
    expect(filterName(filter, [])).toBe('All open')
    expect(chipsOf(filter, []).map((chip) => chip.words)).toEqual(['Amber', 'Members’ reports', 'GB'])
    expect(chipsOf(without(filter, 'kind'), []).map((chip) => chip.words)).toEqual(['Amber', 'GB'])
  })

  it('a saved filter has its own name while words are searched in it, too', () => {
    const saved = withSaved([], ' My nights ', { show: 'open', topic: 'Sleep', text: 'awake' })
    expect(saved).toEqual([{ name: 'My nights', filter: { show: 'open', topic: 'Sleep' } }])
    expect(filterName({ show: 'open', topic: 'Sleep', text: 'again' }, saved)).toBe('My nights')
  })

  it('the same name replaces what it stood for; a ready-made name is refused', () => {
    const saved = withSaved(withSaved([], 'Nights', { show: 'open', topic: 'Sleep' }), 'Nights', { show: 'open', topic: 'Work' })
    expect(saved).toEqual([{ name: 'Nights', filter: { show: 'open', topic: 'Work' } }])
    expect(nameRefusal('all open', saved)).toContain('ready-made')
    expect(nameRefusal('  ', saved)).toBe('Give it a name.')
    expect(nameRefusal('Days', saved)).toBeNull()
    const full = Array.from({ length: 20 }, (_, n) => ({ name: `Filter ${n}`, filter: { show: 'open' as const } }))
    expect(nameRefusal('One more', full)).toContain('Twenty')
    expect(nameRefusal('Filter 3', full)).toBeNull()
  })

  it('every ready-made filter is a different one, and only the first leaves nothing out', () => {
    for (const [i, one] of readyFilters.entries()) for (const other of readyFilters.slice(i + 1)) expect(sameFilter(one.filter, other.filter)).toBe(false)
    expect(readyFilters.filter((one) => isPlain(one.filter)).map((one) => one.name)).toEqual(['All open'])
  })
})

describe('why it is this one', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')
  const next: NextOne = { item: itemId(1), level: 'red', kind: 'content', queuedAt: '2026-11-23T11:56:00Z' as never, late: false, mine: false, watched: false, passed: { held: 0, leftOut: 0, notAllowed: 0 } }

  it('level, time and that nobody is on it', () => expect(nextWords(next, now)).toBe('Next: red, 4 min, nobody on it.'))

  it('what is late, watched, of another kind, or one’s own already is told, and what was passed over', () => {
    const words = nextWords({ ...next, level: 'amber', kind: 'ask', late: true, watched: true, mine: true, passed: { held: 2, leftOut: 1, notAllowed: 0 } }, now)
    expect(words).toBe('Next: amber, asks a guide, 4 min, past its clock, a watched member, yours already. Passed over: 2 that colleagues have, 1 that you leave to colleagues.')
  })
})
