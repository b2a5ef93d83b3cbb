/** Role × kind × verdict, and what the end of each kind of work does to the post. */
import { describe, expect, it } from 'vitest'
import { itemKinds, postStates, verdicts, type About, type Action, type ItemKind, type ReviewItem, type Verdict } from '#contract/review'
import { levels } from '#contract/risk'
import { clinicalRoles, type ClinicalRole } from '#contract/staff'
import { allowedVerdicts, checkDecision, type CheckedItem } from '../../../src/api/review/allowed'
import { effectsOf, type PostNow } from '../../../src/api/review/effects'
import { promiseItem } from '../../../src/api/review/promises'
import { placeInQueue } from '../../../src/api/review/rank'

const toThePerson: Verdict[] = ['no_action', 'message', 'signpost', 'watch', 'hand_on']
const upwards: Record<ClinicalRole, Verdict[]> = { guide: ['ask_lead', 'escalate'], lead: ['escalate'], senior: [] }
const takesAway: Record<ClinicalRole, Verdict> = { guide: 'propose_removal', lead: 'remove', senior: 'remove' }
const onThePost: Verdict[] = ['support_reply', 'content_note', 'redact', 'hide']

/** The whole table, written down a second time. */
function expected(role: ClinicalRole, kind: ItemKind, post: ReviewItem['post']['kind']): Verdict[] {
  const may = new Set<Verdict>([...toThePerson, ...upwards[role]])
  if (kind === 'question') may.delete('ask_lead')
  const personal = kind === 'newcomer' || kind === 'promise' || kind === 'assessment'
  if (!personal) may.add('propose_restriction')
  if (post !== 'message') {
    may.add('support_reply')
    if (!personal) for (const verdict of [...onThePost, takesAway[role]]) may.add(verdict)
  }
  // What would be lost or would end a second reading without a reader is not offered on one.
  if (kind === 'second-review') for (const verdict of ['watch', 'ask_lead', 'hand_on', 'propose_removal', 'propose_restriction', 'remove'] as const) may.delete(verdict)
  return verdicts.filter((verdict) => may.has(verdict))
}

const actions: Record<Verdict, Action> = {
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

describe('what may be done with each kind of work', () => {
  for (const kind of itemKinds) {
    it(kind, () => {
      for (const role of clinicalRoles) {
        for (const post of ['post', 'comment', 'message'] as const) {
          const allowed = allowedVerdicts(role, kind, 'open', 0, post)
          expect([role, post, ...allowed]).toEqual([role, post, ...expected(role, kind, post)])
          const item: CheckedItem = { kind, status: 'open', audience: 0, level: 'amber', origin: null, textLength: 10, post_kind: post }
          for (const verdict of verdicts) {
            const check = checkDecision({ id: 's', role }, item, { action: actions[verdict], reason: 'routine', note: 'A note.' }, { rules: new Set(['kind']), services: new Set() })
            if (!allowed.includes(verdict)) expect([verdict, check]).toMatchObject([verdict, { ok: false, code: 'not_allowed' }])
            else expect([verdict, check.ok || check.code]).not.toEqual([verdict, 'not_allowed'])
          }
        }
      }
    })
  }

  it('is nothing once it is withdrawn, or for a role below it; beside a decided one, escalating and opening it again', () => {
    for (const kind of itemKinds) {
      for (const role of clinicalRoles) {
        expect(allowedVerdicts(role, kind, 'withdrawn', 0)).toEqual([])
        const beside = kind === 'second-review' ? [] : role === 'senior' ? ['reopen'] : ['escalate', 'reopen']
        expect(allowedVerdicts(role, kind, 'decided', 0)).toEqual(beside)
      }
      expect(allowedVerdicts('guide', kind, 'open', 1)).toEqual([])
    }
  })
})

describe('work beside the post’s own review', () => {
  const report: About = { of: 'report', reason: 'unkind', words: '', at: '2026-11-23T12:00:00.000Z', snapshot: 's', count: 1, more: [] }
  const now = (state: PostNow['state']): PostNow => ({ state, text: 'Words', redactions: [], contentNote: null, why: { reason: null, words: null, rule: null } })
  const after = (verdict: Verdict, state: PostNow['state'], kind: ItemKind, about: About | null = null) =>
    effectsOf(actions[verdict], 'routine', 'guide', { kind, audience: 0, origin: null, about }, now(state)).post.state

  it('leaves the post as it stands, unless the decision is about the post', () => {
    for (const kind of ['report', 'newcomer', 'promise'] as const) {
      for (const state of postStates) {
        for (const verdict of ['no_action', 'watch', 'support_reply', 'message', 'signpost', 'ask_lead', 'hand_on', 'escalate'] as const) {
          expect([kind, state, verdict, after(verdict, state, kind)]).toEqual([kind, state, verdict, state])
        }
      }
    }
    expect(after('hide', 'live', 'report')).toBe('held')
    expect(after('redact', 'live', 'report')).toBe('changed')
  })

  it('keeps to that when it was passed on', () => {
    expect(after('no_action', 'held', 'question', report)).toBe('held')
    expect(after('no_action', 'held', 'question')).toBe('live')
  })
})

describe('a promise', () => {
  const summary = { id: 'd', verdict: 'message', reason: 'support', by: 's', name: 'Wall Guide Robin', at: '2026-11-23T12:00:00.000Z', note: '' } as never

  it('waits for the hour that was named, and then for one more', () => {
    const item = promiseItem({ id: 'i', post_id: 'p', author_id: 'm', pack_version: 'v', audience: 1 }, { what: 'Look in', due: '2026-11-24T09:00:00.000Z' }, summary)
    expect(item).toMatchObject({
      kind: 'promise',
      audience: 1,
      level: 'green',
      queuedAt: new Date('2026-11-24T09:00:00.000Z'),
      dueAt: new Date('2026-11-24T10:00:00.000Z'),
      assignee: { id: 's', name: 'Wall Guide Robin' },
    })
  })

  it('has a clock that no level makes longer', () => {
    for (const level of levels) expect(placeInQueue('promise', level, new Date(0)).dueAt.getTime()).toBeLessThanOrEqual(3_600_000)
  })
})
