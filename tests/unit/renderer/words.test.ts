import { describe, expect, it } from 'vitest'
import { vaultFailures } from '#contract/bridge'
import { reasonsFor } from '#contract/policy'
import { categories, levels } from '#contract/risk'
import { verdicts } from '#contract/review'
import { age, ago, clockState, countdown, span, syncedAgo } from '../../../src/renderer/components/time'
import { categoryWords, levelWords, shortName, themeWord, verdictDone } from '../../../src/renderer/components/words'
import { firstReason } from '../../../src/renderer/decide/verdicts'
import { failureWords, strengthOf } from '../../../src/renderer/vault/failures'
import { outcomeWords } from '../../../src/renderer/outcomes/words'
import { stateOf } from '../../../src/renderer/outbox/OutboxScreen'
import { forewarning } from '../../../src/renderer/queue/QueueRow'
import { dark, light, type Tokens } from '../../../src/renderer/theme'

const now = Date.parse('2026-11-23T12:00:00.000Z')
const before = (ms: number) => new Date(now - ms).toISOString()
const minute = 60_000

describe('times', () => {
  it('says how long something waited in the largest unit', () => {
    expect([30_000, 3 * minute, 119 * minute, 50 * 60 * minute].map((ms) => age(before(ms), now))).toEqual(['now', '3 min', '1 h', '2 d'])
    expect(age(before(-5000), now)).toBe('now')
    expect(ago(before(20_000), now)).toBe('just now')
  })

  it('tells a clock that runs, one that is nearly over, and one that is past', () => {
    const queued = before(20 * minute)
    const due = (ms: number) => new Date(now + ms).toISOString()
    expect(clockState(queued, due(40 * minute), now)).toEqual({ kind: 'running', text: '40 min left on its clock' })
    expect(clockState(queued, due(4 * minute), now)).toEqual({ kind: 'soon', text: '4 min left on its clock' })
    expect(clockState(queued, before(90 * minute), now)).toEqual({ kind: 'over', text: 'past its clock by 1 h 30 min' })
  })

  it('counts down leases and undo, and stops at nothing', () => {
    expect(countdown(new Date(now + 7200).toISOString(), now)).toBe('8 s')
    expect(countdown(new Date(now + 245_000).toISOString(), now)).toBe('4:05')
    expect(countdown(new Date(now + 4 * 3_600_000 - 1000).toISOString(), now)).toBe('3 h 59 min')
    expect(countdown(before(5000), now)).toBe('0 s')
  })

  it('keeps the sync line calm', () => {
    expect([4000, 16_000, 44_000, 61_000].map((ms) => syncedAgo(before(ms), now))).toEqual(['just now', '15 s ago', '30 s ago', '1 min ago'])
    expect(span(45_000)).toBe('45 s')
  })
})

describe('words', () => {
  it('has words for every level, category and verdict of the contract', () => {
    expect(levels.every((l) => levelWords[l].name)).toBe(true)
    expect(categories.every((c) => categoryWords[c])).toBe(true)
    expect(verdicts.every((v) => verdictDone[v])).toBe(true)
    expect(themeWord('self-harm')).toBe('Self-harm')
    expect(themeWord('a newer theme')).toBe('a newer theme')
  })

  it('forewarns: unknown is read, never shown as nothing', () => {
    expect(forewarning({ themes: [], abstained: true })).toBe('Cannot judge: please read')
    expect(forewarning({ themes: ['self-harm', 'distress'], abstained: false })).toBe('Self-harm, distress')
    expect(forewarning({ themes: [], abstained: false })).toBe('No theme found')
  })

  it('shortens a staff name to what colleagues call each other', () => {
    expect(shortName('Wall Guide Robin')).toBe('Robin')
    expect(shortName('Robin')).toBe('Robin')
  })

  it('uses no exclamation mark anywhere a clinician reads', () => {
    const all = JSON.stringify([failureWords, levelWords, categoryWords, verdictDone])
    expect(all).not.toContain('!')
  })
})

describe('vault failures', () => {
  it('says of every case what happened, what is safe and what to do', () => {
    for (const code of vaultFailures) {
      const words = failureWords[code]
      expect([code, words.title && words.happened && words.safe && words.todo].every(Boolean)).toBe(true)
    }
  })

  it('offers a rebuild only for a damaged cache', () => {
    expect(vaultFailures.filter((code) => failureWords[code].offers === 'rebuild')).toEqual(['not-a-database', 'corrupt'])
  })

  it('hints at the strength of a new passphrase', () => {
    expect(strengthOf('short').score).toBe(0)
    expect(strengthOf('aaaaaaaaaaaa').score).toBe(1)
    expect(strengthOf('passphrase12').score).toBe(1)
    expect(strengthOf('harbour71ink').score).toBe(2)
    expect(strengthOf('four calm grey herons').score).toBe(3)
  })
})

describe('reasons', () => {
  it('starts every verdict from a reason that the policy allows with it', () => {
    for (const verdict of verdicts) {
      for (const category of categories) expect(reasonsFor[verdict]).toContain(firstReason(verdict, { categories: [category], pii: [] }))
    }
    expect(firstReason('escalate', { categories: ['domestic-abuse'], pii: [] })).toBe('risk-from-other')
    expect(firstReason('redact', { categories: [], pii: [{ start: 0, end: 3, type: 'phone' }] })).toBe('identifying-detail')
  })
})

describe('outcomes and outbox', () => {
  const decision = { action: { verdict: 'escalate' as const } } as never
  it('names who decided first, and that mine is kept', () => {
    const words = outcomeWords({ decision, outcome: { kind: 'superseded', by: 'Wall Guide Sam', verdict: 'no_action', at: before(0) } })
    expect(words.title).toBe('Sam decided first')
    expect(words.text).toContain('second opinion')
    expect(words.text).toContain('a Lead is told')
  })

  it('names the holder of a lost lease, and asks for a new decision on changed words', () => {
    expect(outcomeWords({ decision, outcome: { kind: 'lease_lost', holder: 'Wall Guide Sam', until: before(0) } }).title).toContain('Sam')
    expect(outcomeWords({ decision, outcome: { kind: 'stale', version: 3 } }).todo).toContain('decide anew')
  })

  it('says where each decision is on its way', () => {
    const entry = { attempts: 0, undoUntil: null, nextAt: null }
    expect(stateOf({ ...entry, state: 'held', undoUntil: new Date(now + 5000).toISOString() }, true, now)).toBe('Can be undone for 5 s')
    expect(stateOf({ ...entry, state: 'ready' }, false, now)).toBe('Waits for the network')
    expect(stateOf({ ...entry, state: 'ready', nextAt: new Date(now + 30_000).toISOString() }, true, now)).toBe('Tries again in 30 s')
    expect(stateOf({ ...entry, state: 'needs-update' }, true, now)).toBe('Waits for a newer version of this desk')
  })
})

describe('contrast', () => {
  const channel = (v: number) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((i) => channel(Number.parseInt(hex.slice(i, i + 2), 16) / 255)) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ratio = (a: string, b: string) => {
    const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
    return (hi + 0.05) / (lo + 0.05)
  }
  const texts = ['ink', 'ink-2', 'ink-3', 'accent-ink', 'red', 'amber', 'green'] as const
  const grounds = ['ground', 'pane', 'page', 'raised', 'hover', 'select'] as const
  const pairs = (t: Tokens): [string, number][] => [
    ...texts.flatMap((text) => grounds.map((ground): [string, number] => [`${text} on ${ground}`, ratio(t[text], t[ground])])),
    ['on-crisis on crisis', ratio(t['on-crisis'], t.crisis)],
    ['on-accent on accent', ratio(t['on-accent'], t.accent)],
    ['accent-ink on accent-soft', ratio(t['accent-ink'], t['accent-soft'])],
    ['notice-ink on notice', ratio(t['notice-ink'], t.notice)],
    ['ink on for-soft', ratio(t.ink, t['for-soft'])],
    ['ink on pii-soft', ratio(t.ink, t['pii-soft'])],
  ]

  it.each([['light', light], ['dark', dark]] as const)('every text is readable on every ground it stands on (AA, 4.5:1), %s', (_, tokens) => {
    expect(pairs(tokens).filter(([, r]) => r < 4.5)).toEqual([])
  })
})
