import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clinicalRequired, noteRequired, reasonsFor } from '#contract/policy'
import { beside, Action, itemKinds, postStates, reasonCodes, verdicts } from '#contract/review'
import { levels } from '#contract/risk'
import { clinicalRoles } from '#contract/staff'
import { allowedVerdicts, checkDecision } from '../../../src/api/review/allowed'
import { effectsOf } from '../../../src/api/review/effects'
import { placeInQueue, rankOf } from '../../../src/api/review/rank'
import { mergeSpans, redacted } from '../../../src/api/review/redact'
import { canonical } from '../../../src/api/sync/canonical'

const spans = (length: number) =>
  fc.array(
    fc.tuple(fc.nat(Math.max(0, length - 1)), fc.integer({ min: 1, max: Math.max(1, length) }), fc.constantFrom('method' as const, 'identity' as const, 'other' as const)).map(([start, size, kind]) => ({
      start,
      end: Math.min(length, start + size),
      kind,
    })),
    { minLength: 1, maxLength: 8 },
  )
const textWithSpans = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).chain((text) => fc.tuple(fc.constant(text), spans(text.length)))

const action = fc.constantFrom(...verdicts).map(
  (verdict) =>
    Action.parse({ verdict, body: 'b', services: [], contentNote: 'n', spans: [{ start: 0, end: 1, kind: 'other' }], question: 'q', rule: 'kind', days: 3 }) satisfies Action,
)

describe('tables', () => {
  it('a decision that is accepted is allowed to the role, has a reason of the table, a note where one is required, and a level of one’s own on a second reading', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clinicalRoles),
        fc.constantFrom(...itemKinds),
        fc.constantFrom('open' as const, 'decided' as const, 'withdrawn' as const),
        fc.nat(2),
        fc.constantFrom(...levels),
        action,
        fc.constantFrom(...reasonCodes),
        fc.constantFrom('', ' ', 'A note.'),
        fc.constantFrom(undefined, { concern: 'c', risk: 'r', action: 'a', justification: 'j' }),
        fc.constantFrom(undefined, ...levels),
        (role, kind, status, audience, level, act, reason, note, clinical, ownLevel) => {
          const check = checkDecision({ id: 'me', role }, { kind, status, audience, level, origin: null, textLength: 5 }, { action: act, reason, note, clinical, ownLevel }, { rules: new Set(['kind']), services: new Set() })
          const expected =
            allowedVerdicts(role, kind, status, audience).includes(act.verdict) &&
            (kind !== 'second-review' || ownLevel !== undefined) &&
            reasonsFor[act.verdict].includes(reason) &&
            (clinical !== undefined || (!clinicalRequired(act.verdict, level) && (note.trim() !== '' || !noteRequired(act.verdict, level))))
          expect(check.ok).toBe(expected)
        },
      ),
    )
  })

  it('nobody is allowed anything above their queue or on a withdrawn item, only work beside a decided one, and a higher role sees all that a lower one sees', () => {
    fc.assert(
      fc.property(fc.constantFrom(...clinicalRoles), fc.constantFrom(...itemKinds), fc.nat(2), (role, kind, audience) => {
        expect(allowedVerdicts(role, kind, 'withdrawn', audience)).toEqual([])
        for (const verdict of allowedVerdicts(role, kind, 'decided', audience)) expect(beside.has(verdict)).toBe(true)
        if (rankOf[role] < audience) expect(allowedVerdicts(role, kind, 'open', audience)).toEqual([])
        else expect(allowedVerdicts(role, kind, 'open', audience).length).toBeGreaterThan(0)
      }),
    )
  })

  it('the words as written are never touched, and follow-up work never falls below the queue it came from', () => {
    fc.assert(
      fc.property(action, fc.constantFrom(...clinicalRoles), fc.constantFrom(...itemKinds), fc.constantFrom(...postStates), fc.nat(2), (act, role, kind, state, audience) => {
        const now = { state, text: 'as written', redactions: [], contentNote: null, why: { reason: null, words: null, rule: null } }
        const effects = effectsOf(act, 'routine', role, { kind, audience, origin: null }, now)
        expect(effects.post.text).toBe('as written')
        if (state === 'removed') expect(effects.post.state).toBe('removed')
        if (effects.followUp?.kind === 'escalation' || effects.followUp?.kind === 'handed-on') expect(effects.followUp.audience).toBeGreaterThanOrEqual(Math.min(2, audience))
      }),
    )
  })
})

describe('redaction', () => {
  it('leaves nothing of a covered stretch and everything else as it was', () => {
    fc.assert(
      fc.property(textWithSpans, ([text, given]) => {
        const merged = mergeSpans(text, given)
        for (let i = 1; i < merged.length; i++) expect(merged[i]?.start ?? 0).toBeGreaterThanOrEqual(merged[i - 1]?.end ?? 0)
        for (const span of given) expect(merged.some((m) => m.start <= span.start && m.end >= span.end)).toBe(true)
        const kept = text.length - merged.reduce((sum, m) => sum + m.end - m.start, 0)
        const marks = /\[(?:detail|name or contact|words) taken out by a Guide\]/g
        if (!text.includes('[')) expect(redacted(text, merged).replace(marks, '')).toHaveLength(kept)
      }),
    )
  })

  it('done twice is the same as done once', () => {
    fc.assert(
      fc.property(textWithSpans, ([text, given]) => {
        expect(mergeSpans(text, mergeSpans(text, given))).toEqual(mergeSpans(text, given))
      }),
    )
  })
})

describe('order and canonical form', () => {
  it('a more urgent level that came no later never stands behind in time: crisis before red, red before amber, amber before green', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }), fc.nat(1e9), (at, later) => {
        const key = (level: (typeof levels)[number], queued: Date) => {
          const { band, dueAt } = placeInQueue('content', level, queued)
          return [band, dueAt.getTime()] as const
        }
        for (let i = 1; i < levels.length; i++) {
          const [first, second] = [key(levels[i - 1] ?? 'crisis', at), key(levels[i] ?? 'green', new Date(at.getTime() + later))]
          expect(first[0] < second[0] || (first[0] === second[0] && first[1] <= second[1])).toBe(true)
        }
      }),
    )
  })

  it('is the same text for the same content, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
          inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).reverse()) : inner,
        ) as unknown
        expect(canonical(turned)).toBe(canonical(JSON.parse(JSON.stringify(value))))
      }),
    )
  })
})
