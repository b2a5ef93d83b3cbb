/** Why an item of its kind is in the queue, as the desk says it. */
import { expect, test } from 'vitest'
import { itemKinds, reportReasons, type About, type ReviewItem } from '#contract/review'
import { aboutLines, reportedText, reportReasonWords } from '../../../src/renderer/item/about'

const at = '2026-11-23T12:00:00.000Z'
const now = Date.parse(at) + 60_000
const report = (over: Partial<Extract<About, { of: 'report' }>> = {}): Extract<About, { of: 'report' }> => ({
  of: 'report',
  reason: 'unkind',
  words: '',
  at,
  snapshot: 'Title\nWords',
  count: 1,
  more: [],
  ...over,
})

test('a report says how many, why, and each voice once', () => {
  expect(aboutLines({ kind: 'report', about: report() }, now)).toEqual(['A member reported this. Unkind, or pushes somebody.'])
  const three = report({ words: 'It stung.', count: 3, more: [{ reason: 'unkind', words: 'It stung.', at }, { reason: 'worried', words: '', at }] })
  expect(aboutLines({ kind: 'report', about: three }, now)).toEqual([
    '3 members reported this.',
    'Unkind, or pushes somebody: “It stung.”',
    'Worried about the person who wrote it.',
  ])
  for (const reason of reportReasons) expect(reportReasonWords[reason]).toMatch(/^[a-z]/)
})

test('every kind that is not a plain post says why it is here, or has an origin that does', () => {
  const abouts: Partial<Record<ReviewItem['kind'], About>> = {
    report: report(),
    newcomer: { of: 'newcomer', joinedAt: at },
    assessment: { of: 'assessment', instrument: 'PHQ-9', question: 'Question 9', answer: 'Several days', total: null, at },
    promise: { of: 'promise', what: 'Look in', due: at, by: 'Wall Guide Robin' },
    'second-review': { of: 'second-review', first: '01900000-0000-7000-8000-000000000001' as ReviewItem['id'] },
  }
  const byOrigin = ['content', 'question', 'proposal', 'escalation', 'handed-on', 'reopened']
  for (const kind of itemKinds) expect([kind, aboutLines({ kind, about: abouts[kind] ?? null }, now).length > 0]).toEqual([kind, !byOrigin.includes(kind)])
  expect(aboutLines({ kind: 'assessment', about: abouts.assessment ?? null }, now)).toEqual(['Question 9: “Several days”.', 'PHQ-9 is not finished, so it has no total.'])
  expect(aboutLines({ kind: 'promise', about: abouts.promise ?? null }, now)[0]).toMatch(/^Robin promised: “Look in”, due /)
})

test('what was reported is shown where the text reads differently now', () => {
  const item = (text: string, about: About | null) => ({ post: { title: 'Title', text }, about }) as ReviewItem
  expect(reportedText(item('Words', report()))).toBeNull()
  expect(reportedText(item('Other words', report()))).toBe('Title\nWords')
  expect(reportedText(item('Other words', null))).toBeNull()
})
