import { describe, expect, it } from 'vitest'
import { readRows, table } from '../../../src/program/bench/rows'

const row = { name: 'Risk score', value: 21_500, unit: '/s', target: '≥ 20,000', pass: true }

describe('rows of a bench', () => {
  it('are taken as they are when they say everything', () => {
    expect(readRows([row, { ...row, raw: 40_000 }])).toEqual({ ok: true, rows: [row, { ...row, raw: 40_000 }] })
  })

  it.each([[null], [[{ ...row, value: Number.NaN }]], [[{ ...row, pass: 'yes' }]], [[{ ...row, raw: 'x' }]], [[{ ...row, name: undefined }]]])('%j is refused', (given) => {
    expect(readRows(given)).toMatchObject({ ok: false })
  })

  it('are shown with what was missed', () => {
    expect(table([{ ...row, pass: false, raw: 40_000 }]).at(-1)).toMatch(/^MISSED +Risk score +21,500 \/s +≥ 20,000 +40,000$/)
  })
})
