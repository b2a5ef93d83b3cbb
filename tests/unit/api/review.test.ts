import { describe, expect, it } from 'vitest'
import { reasonsFor } from '#contract/policy'
import { reasonCodes, verdicts, type Action } from '#contract/review'
import { categories, levels, type Category, type Level, type PiiType, type RiskScore } from '#contract/risk'
import { clinicalRoles } from '#contract/staff'
import { allowedVerdicts, checkDecision, type CheckedItem } from '../../../src/api/review/allowed'
import { effectsOf, type PostNow } from '../../../src/api/review/effects'
import { intakeOf } from '../../../src/api/review/intake'
import { moreProtective } from '../../../src/api/review/protect'
import { placeInQueue } from '../../../src/api/review/rank'
import { mergeSpans, redacted } from '../../../src/api/review/redact'

const score = (level: Level, found: Category[] = [], pii: PiiType[] = []): RiskScore => ({
  level,
  p: { flag: 0, urgent: 0, crisis: 0 },
  categories: found,
  spans: [],
  pii: pii.map((type) => ({ start: 0, end: 1, type })),
  abstained: false,
  abstainReason: '',
  packVersion: 't',
})

describe('what others see before a Guide has read a post', () => {
  it('is everything when nothing was found', () => expect(intakeOf(score('green'))).toEqual({ state: 'live', reason: null }))

  it('is the post itself when its author may be at risk, at every level', () => {
    for (const level of ['amber', 'red', 'crisis'] as const) expect(intakeOf(score(level, ['suicide', 'self-harm', 'distress']))).toEqual({ state: 'reading', reason: null })
  })

  it('is nothing while it could hurt others', () => {
    expect(intakeOf(score('amber', ['hate']))).toEqual({ state: 'held', reason: 'unkind' })
    expect(intakeOf(score('amber', ['encouraging-harm', 'hate']))).toEqual({ state: 'held', reason: 'risk-to-other' })
    expect(intakeOf(score('green', ['contact-fishing']))).toEqual({ state: 'held', reason: 'identifying-detail' })
    expect(intakeOf(score('green', [], ['phone']))).toEqual({ state: 'held', reason: 'identifying-detail' })
    expect(intakeOf(score('red', ['suicide', 'triggering-detail']))).toEqual({ state: 'held', reason: 'method-detail' })
  })

  it('is the post when the detail is mild: a first name, an age, or method words without urgency', () => {
    expect(intakeOf(score('green', ['pii'], ['birth-date'])).state).toBe('live')
    expect(intakeOf(score('green', [], ['name'])).state).toBe('live')
    expect(intakeOf(score('amber', ['triggering-detail'])).state).toBe('reading')
  })
})

describe('who may decide what', () => {
  it('gives nobody anything above their queue, and nothing that would overtake a decision', () => {
    expect(allowedVerdicts('guide', 'content', 'decided', 0)).toEqual(['escalate', 'reopen'])
    expect(allowedVerdicts('guide', 'content', 'decided', 1)).toEqual([])
    expect(allowedVerdicts('guide', 'question', 'open', 1)).toEqual([])
    expect(allowedVerdicts('lead', 'escalation', 'open', 2)).toEqual([])
  })

  it('lets a Guide propose a removal but not remove, and a Lead the other way round', () => {
    expect(allowedVerdicts('guide', 'content', 'open', 0)).toContain('propose_removal')
    expect(allowedVerdicts('guide', 'content', 'open', 0)).not.toContain('remove')
    expect(allowedVerdicts('lead', 'content', 'open', 0)).toContain('remove')
    expect(allowedVerdicts('lead', 'content', 'open', 0)).not.toContain('propose_removal')
  })

  it('ends at the top: a Senior escalates to nobody', () => expect(allowedVerdicts('senior', 'escalation', 'open', 2)).not.toContain('escalate'))

  it('always leaves "no action" and "hand this on" to whoever may open the item', () => {
    for (const role of clinicalRoles) expect(allowedVerdicts(role, 'content', 'open', 0)).toEqual(expect.arrayContaining(['no_action', 'hand_on']))
  })
})

const actions: Record<(typeof verdicts)[number], Action> = {
  no_action: { verdict: 'no_action' },
  support_reply: { verdict: 'support_reply', body: 'b' },
  message: { verdict: 'message', body: 'b' },
  signpost: { verdict: 'signpost', body: 'b', services: [] },
  content_note: { verdict: 'content_note', contentNote: 'n' },
  redact: { verdict: 'redact', spans: [{ start: 0, end: 1, kind: 'other' }] },
  hide: { verdict: 'hide' },
  watch: { verdict: 'watch' },
  ask_lead: { verdict: 'ask_lead', question: 'q' },
  propose_removal: { verdict: 'propose_removal', rule: 'kind' },
  propose_restriction: { verdict: 'propose_restriction', rule: 'kind', days: 3 },
  escalate: { verdict: 'escalate' },
  hand_on: { verdict: 'hand_on' },
  remove: { verdict: 'remove', rule: 'kind' },
  reopen: { verdict: 'reopen' },
}

describe('a decision', () => {
  const item: CheckedItem = { kind: 'content', status: 'open', audience: 0, level: 'green', origin: null, textLength: 10 }
  const rules = { rules: new Set(['kind']), services: new Set(['demo-quiet-mind']) }
  const clinical = { concern: 'c', risk: 'r', action: 'a', justification: 'j' }

  it('passes with every reason of the table and with no other', () => {
    for (const verdict of verdicts) {
      const role = verdict === 'remove' ? 'lead' : 'guide'
      for (const reason of reasonCodes) {
        const at = verdict === 'reopen' ? { ...item, status: 'decided' as const } : item
        const check = checkDecision({ id: 's', role }, at, { action: actions[verdict], reason, note: 'A note.', clinical }, rules)
        expect([verdict, reason, check.ok]).toEqual([verdict, reason, reasonsFor[verdict].includes(reason)])
      }
    }
  })

  it('needs words to leave a crisis or red post alone, and none for amber or green', () => {
    for (const level of levels) {
      const check = checkDecision({ id: 's', role: 'guide' }, { ...item, level }, { action: actions.no_action, reason: 'routine', note: ' ' }, rules)
      expect([level, check.ok]).toEqual([level, level === 'amber' || level === 'green'])
    }
  })

  it('needs the clinical shape to escalate and to leave a crisis or red post alone: a free note is not enough', () => {
    const decide = (verdict: 'escalate' | 'no_action', level: (typeof levels)[number], more: object) =>
      checkDecision({ id: 's', role: 'guide' }, { ...item, level }, { action: actions[verdict], reason: 'risk-to-self', note: 'Read twice.', ...more }, rules)
    for (const level of levels) expect([level, decide('escalate', level, {}).ok, decide('escalate', level, { note: '', clinical }).ok]).toEqual([level, false, true])
    expect(decide('no_action', 'red', {})).toMatchObject({ ok: false, code: 'invalid' })
    expect(decide('no_action', 'red', { clinical }).ok).toBe(true)
  })

  it('asks why nothing lighter would do when a green or amber post is hidden (M3), and nothing on a red one', () => {
    const hide = (level: (typeof levels)[number], note: string) =>
      checkDecision({ id: 's', role: 'guide' }, { ...item, level }, { action: actions.hide, reason: 'unkind', note }, rules).ok
    expect(levels.map((level) => hide(level, ''))).toEqual([true, true, false, false])
    expect(levels.every((level) => hide(level, 'Names a neighbour throughout.'))).toBe(true)
  })

  it('does not leave with a variable of a template that nobody filled in, whatever the client let through', () => {
    const say = (action: Action) => checkDecision({ id: 's', role: 'guide' }, item, { action, reason: 'support', note: '' }, rules)
    for (const name of ['pseudonym', 'guide', 'crisis_line', 'service', 'topic']) {
      expect(say({ verdict: 'support_reply', body: `Hello {${name}}.` })).toMatchObject({ ok: false, code: 'invalid', why: expect.stringContaining(`{${name}}`) })
    }
    expect(say({ verdict: 'message', body: 'Hello {crisis_line}' }).ok).toBe(false)
    expect(say({ verdict: 'signpost', body: 'Hello {service}', services: [] }).ok).toBe(false)
    expect(say({ verdict: 'content_note', contentNote: 'About {topic}' }).ok).toBe(false)
    expect(say({ verdict: 'support_reply', body: 'A smile :} and a {brace} of another kind.' }).ok).toBe(true)
  })

  it('points only to services of the directory', () => {
    const to = (...services: string[]) => checkDecision({ id: 's', role: 'guide' }, item, { action: { verdict: 'signpost', body: 'Here.', services }, reason: 'support', note: '' }, rules)
    expect(to('demo-quiet-mind').ok).toBe(true)
    expect(to('demo-quiet-mind', 'nobody')).toMatchObject({ ok: false, code: 'invalid' })
  })

  it('never asks why something is handed on', () => {
    for (const level of levels) expect(checkDecision({ id: 's', role: 'guide' }, { ...item, level }, { action: actions.hand_on, reason: 'handing-on', note: '' }, rules).ok).toBe(true)
  })

  it('that carries out a proposal comes from a second person', () => {
    const proposal: CheckedItem = { ...item, kind: 'proposal', audience: 1, origin: { verdict: 'propose_removal', by: 'anna' as never } }
    const remove = { action: actions.remove, reason: 'unkind' as const, note: 'Agreed.' }
    expect(checkDecision({ id: 'anna', role: 'lead' }, proposal, remove, rules)).toMatchObject({ ok: false, code: 'not_allowed' })
    expect(checkDecision({ id: 'bert', role: 'lead' }, proposal, remove, rules).ok).toBe(true)
  })
})

describe('what a verdict does', () => {
  const now: PostNow = { state: 'reading', text: 'Words as written', redactions: [], contentNote: null, why: { reason: null, words: null, rule: null } }
  const item = { kind: 'content', audience: 0, origin: null } as const
  const after = (verdict: keyof typeof actions, state: PostNow['state'] = 'reading') => effectsOf(actions[verdict], 'routine', 'guide', item, { ...now, state })

  it('shows the post after no action, a watch or a reply, also one that was held', () => {
    for (const verdict of ['no_action', 'watch', 'support_reply'] as const) expect([verdict, after(verdict, 'held').post.state]).toEqual([verdict, 'live'])
  })

  it('does not show a held post to others because its author got a word', () => {
    for (const verdict of ['message', 'signpost'] as const) {
      expect(after(verdict, 'held').post.state).toBe('held')
      expect(after(verdict, 'reading').post.state).toBe('live')
    }
  })

  it('never brings back what was removed', () => {
    for (const verdict of verdicts) expect([verdict, after(verdict, 'removed').post.state]).toEqual([verdict, 'removed'])
  })

  it('keeps a changed post marked as changed when follow-up work ends', () => {
    expect(effectsOf(actions.no_action, 'routine', 'lead', item, { ...now, state: 'changed', contentNote: 'About loss' }).post.state).toBe('changed')
  })

  it('passes work on with the right audience, and says meanwhile that the post is being read', () => {
    expect(after('ask_lead', 'live')).toMatchObject({ post: { state: 'reading' }, followUp: { kind: 'question', audience: 1, detail: 'q' } })
    expect(after('escalate').followUp).toMatchObject({ kind: 'escalation', audience: 1 })
    expect(effectsOf(actions.escalate, 'risk-to-self', 'lead', { ...item, kind: 'escalation', audience: 1 }, now).followUp?.audience).toBe(2)
    expect(effectsOf(actions.hand_on, 'handing-on', 'lead', { ...item, audience: 1 }, now).followUp).toMatchObject({ kind: 'handed-on', audience: 1 })
  })

  it('restricts only when a proposal is confirmed', () => {
    expect(after('propose_restriction')).toMatchObject({ restrict: null, followUp: { kind: 'proposal' } })
    const proposal = { kind: 'proposal', audience: 1, origin: { verdict: 'propose_restriction' } } as const
    expect(effectsOf(actions.propose_restriction, 'unkind', 'lead', proposal, now)).toMatchObject({ restrict: { days: 3, rule: 'kind' }, followUp: null })
  })
})

describe('redaction', () => {
  it('covers stretches that overlap once and never cuts a character in two', () => {
    const text = 'ab👩cd'
    const spans = mergeSpans(text, [
      { start: 3, end: 4, kind: 'method' },
      { start: 1, end: 4, kind: 'method' },
    ])
    expect(spans).toEqual([{ start: 1, end: 4, kind: 'method' }])
    expect(redacted(text, spans)).toBe('a[detail taken out by a Guide]cd')
  })
})

describe('a late second opinion', () => {
  it('goes to a Lead only when it would have protected more', () => {
    expect(moreProtective('escalate', 'no_action')).toBe(true)
    expect(moreProtective('hide', 'support_reply')).toBe(true)
    expect(moreProtective('no_action', 'hide')).toBe(false)
    expect(moreProtective('support_reply', 'no_action')).toBe(false)
    expect(moreProtective('hide', 'escalate')).toBe(false)
  })
})

it('every category has a place in the intake table that does not throw', () => {
  for (const category of categories) for (const level of levels) expect(['live', 'reading', 'held']).toContain(intakeOf(score(level, [category])).state)
})

it('a level’s clock runs from when the item entered the queue', () => {
  expect(placeInQueue('content', 'crisis', new Date(0))).toEqual({ band: 0, dueAt: new Date(5 * 60_000) })
})
