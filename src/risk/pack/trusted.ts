/** A pack that came from outside: opened only when a trusted key has signed exactly this text and it was made for these rules. */
import type { SignedPack } from '#contract/risk-pack'
import keys from '#resources/risk/keys.json'
import { featureNames } from '../model/features'
import { openPack, type PackFile } from './format'
import { judgePack, type Verify } from './signature'

export type TrustedPack = { ok: true; file: PackFile } | { ok: false; reason: string }

/** `trusted`: public keys by their id; those that ship with the program, unless a test brings its own. */
export function openTrusted({ text, signature }: SignedPack, verify: Verify, trusted: Readonly<Record<string, string>> = keys): TrustedPack {
  const trust = judgePack(new TextEncoder().encode(text), signature, trusted, 'signed-only', verify)
  if (!trust.ok) return trust
  try {
    const file = JSON.parse(text) as PackFile
    openPack(file, featureNames)
    return { ok: true, file }
  } catch {
    return { ok: false, reason: 'The risk pack was made for another version of this program. The pack in use stays in use.' }
  }
}

const numbers = (version: string): number[] => (/^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? ['', '0', '0', '0']).slice(1).map(Number)

/** Whether a pack may take another's place: only a later release number may. What stands behind `+` names the content, not its age. */
export function isNewerPack(version: string, than: string): boolean {
  const [a, b] = [numbers(version), numbers(than)]
  const at = a.findIndex((n, i) => n !== b[i])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}
