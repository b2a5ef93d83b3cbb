/**
 * The wording of the assessment's questions. Ours is built in. A deployer who may use the protocol's own brings it in a file with an
 * attestation of who says so and on what ground; a file that lacks either is not used, and the start says why.
 */
import { readFile } from 'node:fs/promises'
import { wordingOf, type CssrsWording } from '#contract/episode'

/** Errors: a sentence for the person at the terminal. */
export async function readWording(file: string | null): Promise<CssrsWording> {
  if (file === null) return wordingOf(null)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`The file of WALLGUIDE_CSSRS_WORDING cannot be read. Nothing was changed. Check its path, or leave the variable out to use the built-in words.`)
  })
  const wording = wordingOf(parsed(text))
  if (wording.attestation !== null) return wording
  throw new Error(
    'The file of WALLGUIDE_CSSRS_WORDING needs “words” for all seven fields and an “attestation” with “by”, “licence” and “at” (a date). Nothing was changed. Complete it, or leave the variable out to use the built-in words.',
  )
}

const parsed = (text: string): { words?: unknown; attestation?: unknown } | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}
