import { describe, expect, it } from 'vitest'
import { clinicalOffered, clinicalRequired, missingWords, noteRequired, rungs } from '#contract/policy'
import { verdicts, type Verdict } from '#contract/review'
import { levels, type Level } from '#contract/risk'

const all = verdicts.flatMap((verdict) => levels.map((level) => ({ verdict, level })))
const where = (holds: (verdict: Verdict, level: Level) => boolean) => all.filter(({ verdict, level }) => holds(verdict, level)).map(({ verdict, level }) => `${verdict} ${level}`)
const every = (verdict: Verdict) => levels.map((level) => `${verdict} ${level}`)

describe('what a decision has to say', () => {
  it('is the clinical shape to escalate, and to leave a crisis or red post alone', () => {
    expect(where(clinicalRequired)).toEqual(['no_action crisis', 'no_action red', ...every('escalate')])
  })

  it('is words of some shape to take away or propose it, and to hide a green or amber post (M3: a step of several rungs)', () => {
    expect(where((v, l) => noteRequired(v, l) && !clinicalRequired(v, l))).toEqual(['hide amber', 'hide green', ...every('propose_removal'), ...every('propose_restriction'), ...every('remove')])
  })

  it('is never asked of a hand-on, a watch or a question', () => {
    for (const verdict of ['hand_on', 'watch', 'ask_lead'] as const) expect(levels.some((level) => noteRequired(verdict, level))).toBe(false)
    expect([rungs.hand_on, rungs.watch, rungs.ask_lead, rungs.escalate]).toEqual([null, null, null, null])
  })

  it('is offered in clinical shape wherever it may be given so', () => {
    for (const { verdict, level } of all) if (clinicalRequired(verdict, level)) expect(clinicalOffered(verdict, level)).toBe(true)
    expect(clinicalOffered('propose_removal', 'green')).toBe(true)
    expect(clinicalOffered('support_reply', 'crisis')).toBe(false)
  })

  it('is complete with either shape where a note will do, and only with the clinical one where that is required', () => {
    const clinical = { concern: 'c' }
    expect(missingWords({ verdict: 'propose_removal', note: ' ' }, 'green')).toBe('note')
    expect(missingWords({ verdict: 'propose_removal', note: 'Names a school.' }, 'green')).toBeNull()
    expect(missingWords({ verdict: 'propose_removal', note: '', clinical }, 'green')).toBeNull()
    expect(missingWords({ verdict: 'escalate', note: 'Please look.' }, 'green')).toBe('clinical')
    expect(missingWords({ verdict: 'escalate', note: '', clinical }, 'green')).toBeNull()
    expect(missingWords({ verdict: 'support_reply', note: '' }, 'crisis')).toBeNull()
  })
})
