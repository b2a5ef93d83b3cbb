import { enGB, type Words } from './en-GB'

export type { Words }

/** The catalogue for a language tag; British English where there is none yet. */
export function wordsFor(_lang?: string): Words {
  return enGB
}
