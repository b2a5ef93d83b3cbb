/** Rules and personal data only, for the page where a member writes: small, no model, nothing leaves the browser. */
import type { Category, PiiSpan } from '#contract/risk'
import { parse } from './parse'
import { findPii } from './pii/find'

export interface WritingHint {
  /** True when the words suggest that the writer or somebody else may be in danger: offer the crisis lines. */
  danger: boolean
  categories: Category[]
  pii: PiiSpan[]
}

/** Never throws; looks at the first 20,000 characters. */
export function hintsFor(text: string): WritingHint {
  const parsed = parse(text)
  return { danger: parsed.verdict.level >= 2, categories: [...parsed.verdict.byCategory].filter(([, g]) => g >= 1).map(([c]) => c), pii: findPii(text, parsed.cues) }
}
