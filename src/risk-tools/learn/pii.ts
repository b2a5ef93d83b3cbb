/** Personal data on the synthetic sentences: precision and recall by type, a find counts when it overlaps the true span. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { PiiType } from '../../contract/risk'
import { findPii } from '../../risk/pii/find'
import { parse } from '../../risk/parse'

export interface PiiFigure {
  type: string
  truth: number
  found: number
  precision: number
  recall: number
  exact: number
}

interface Sample {
  full_text: string
  template_id: number
  spans: Array<{ entity_type: string; start_position: number; end_position: number }>
}

const types: Array<[PiiType, string[]]> = [
  ['email', ['EMAIL_ADDRESS']],
  ['phone', ['PHONE_NUMBER']],
  ['street-address', ['STREET_ADDRESS']],
  ['postcode', ['ZIP_CODE']],
  ['name', ['PERSON']],
  ['url', ['DOMAIN_NAME']],
  ['id-number', ['CREDIT_CARD', 'US_SSN', 'US_DRIVER_LICENSE', 'IBAN_CODE', 'IP_ADDRESS']],
]

/** `half`: 0 is the half that may be looked at, 1 the half that is only measured; halves are whole templates. */
export function measurePii(dir: string, half?: 0 | 1, show?: (type: string, kind: 'missed' | 'false', text: string) => void): PiiFigure[] {
  const samples = (JSON.parse(readFileSync(path.join(dir, 'presidio-research/synth_dataset_v2.json'), 'utf8')) as Sample[]).filter((s) => half === undefined || (s.template_id & 1) === half)
  return types.map(([type, names]) => {
    let truth = 0
    let found = 0
    let right = 0
    let hit = 0
    let exact = 0
    for (const s of samples) {
      const real = s.spans.filter((x) => names.includes(x.entity_type))
      const got = findPii(s.full_text, parse(s.full_text).cues).filter((x) => x.type === type)
      truth += real.length
      found += got.length
      for (const r of real) {
        const over = got.filter((g) => g.start < r.end_position && r.start_position < g.end)
        if (over.length) hit++
        else show?.(type, 'missed', `${s.full_text.slice(Math.max(0, r.start_position - 40), r.start_position)}[[${s.full_text.slice(r.start_position, r.end_position)}]]`)
        if (over.some((g) => g.start === r.start_position && g.end === r.end_position)) exact++
      }
      for (const g of got) {
        if (real.some((r) => g.start < r.end_position && r.start_position < g.end)) right++
        else show?.(type, 'false', `${s.full_text.slice(Math.max(0, g.start - 40), g.start)}[[${s.full_text.slice(g.start, g.end)}]]`)
      }
    }
    return { type, truth, found, precision: found ? right / found : 1, recall: truth ? hit / truth : 1, exact: truth ? exact / truth : 1 }
  })
}
