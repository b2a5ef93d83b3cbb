import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ScorerReport } from '#contract/bridge'
import { levelsSaid, nearestSaid } from '#contract/level-said'
import { nav } from '../../../src/renderer/app/nav'
import { said } from '../../../src/renderer/app/announce'
import { ScorerModel } from '../../../src/renderer/scorer/model'
import { agreementWords, driftWords, packWords } from '../../../src/renderer/scorer/words'
import { FakeBridge, itemId } from './support/fakeBridge'

const miss = (n: number) => ({ item: itemId(n), at: '2026-11-23T10:00:00.000Z', topic: 'Low days', verdict: 'escalate', scored: 'green', decided: 'red', steps: 2 }) as ScorerReport['misses'][number]
const report: ScorerReport = {
  pack: { version: '1.0.0+abc', from: 'program', since: null, checkedAt: null, refused: null },
  judged: 12,
  missed: { sawMore: 2, sawLess: 1 },
  misses: [miss(1), miss(2), miss(3)],
  drift: null,
  mix: [],
  calibration: [],
}

beforeEach(() => nav.patch({ overlay: null }))

describe('what a decision says of the level', () => {
  it('is a range, so that only what lies outside of it is a disagreement', () => {
    expect(levelsSaid('no_action', 'routine')).toEqual(['amber', 'green'])
    expect(levelsSaid('escalate', 'needs-second-look')).toEqual(['crisis', 'red'])
    expect(levelsSaid('message', 'risk-to-self')).toEqual(['crisis', 'red'])
    expect(levelsSaid('support_reply', 'support')).toEqual(['red', 'amber', 'green'])
    for (const verdict of ['hide', 'redact', 'content_note', 'ask_lead', 'hand_on', 'remove'] as const) expect(levelsSaid(verdict, 'unkind'), verdict).toBeNull()
  })
  it('the level that a clinician gave counts above all', () => expect(levelsSaid('no_action', 'routine', 'red')).toEqual(['red']))
  it('the nearest of the range stands for it', () => {
    expect(nearestSaid(['amber', 'green'], 'crisis')).toBe('amber')
    expect(nearestSaid(['crisis', 'red'], 'green')).toBe('red')
    expect(nearestSaid(['amber', 'green'], 'green')).toBe('green')
  })
})

describe('the scorer’s screen', () => {
  it('says in words what scores, and what it found', () => {
    const now = Date.parse('2026-11-23T12:00:00Z')
    expect(packWords(report.pack, now)).toBe('came with this program. The community has not been asked for a later one since this desk was opened.')
    expect(packWords({ ...report.pack, from: 'community', since: '2026-11-23T10:00:00Z', checkedAt: '2026-11-23T11:58:00Z' }, now)).toBe(
      'came from the community 2 h ago; its signature was checked. The community was asked for a later one 2 min ago.',
    )
    expect(agreementWords(12, report.missed)).toBe('3 of 12 decisions: clinicians saw more in 2, less in 1.')
    expect(agreementWords(0, { sawMore: 0, sawLess: 0 })).toContain('Nothing was decided yet')
    expect(driftWords(null)).toContain('Too few items')
    expect(driftWords({ psi: 0.31, alarm: true, reasons: [], recent: 200, reference: 600 })).toContain('Difference index 0.31, of 200 items against 600')
  })

  it('moves among the disagreements and saves them as a file, saying what the file holds', async () => {
    const bridge = new FakeBridge({ count: 3 })
    bridge.answers['scorer.report'] = () => ({ ok: true, value: report })
    bridge.answers['scorer.export'] = ({ withText }) => ({ ok: true, value: { file: 'disagreements-2026-11-23.jsonl', text: withText ? 'with words\n' : 'bare\n', count: 3 } })
    const save = vi.fn()
    const scorer = new ScorerModel(bridge, save)
    await scorer.load()
    scorer.move(1)
    scorer.move(1)
    scorer.move(1)
    expect(scorer.chosen?.item).toBe(itemId(3))
    await scorer.export(false)
    expect(save).toHaveBeenLastCalledWith('disagreements-2026-11-23.jsonl', 'bare\n')
    expect(said.get().text).toContain('without texts or names')
    await scorer.export(true)
    expect(save).toHaveBeenLastCalledWith('disagreements-2026-11-23.jsonl', 'with words\n')
    expect(said.get().text).toContain('keep it as you keep their records')
  })

  it('a report that cannot be read is told', async () => {
    const bridge = new FakeBridge({ count: 3 })
    bridge.answers['scorer.report'] = () => ({ ok: false, error: { code: 'locked', message: 'The desk is locked.' } })
    const scorer = new ScorerModel(bridge, vi.fn())
    await scorer.load()
    expect(scorer.state.get().error?.message).toBe('The desk is locked.')
  })
})
