/**
 * Whether a pack may be used. The cryptography is given by the edge (`verify`), so that this part stays pure:
 * desks and API pass Node's Ed25519, tests pass their own.
 */
import type { PackSignature } from '#contract/risk-pack'

export type Verify = (bytes: Uint8Array, signature: string, publicKey: string) => boolean

/** `signed-only` is for products in use; `unsigned-dev` lets a freshly trained pack run on a developer's machine. */
export type SignaturePolicy = 'signed-only' | 'unsigned-dev'

export type PackTrust = { ok: true; signed: boolean } | { ok: false; reason: string }

export function judgePack(
  bytes: Uint8Array, signature: PackSignature | null, keys: Readonly<Record<string, string>>, policy: SignaturePolicy, verify: Verify,
): PackTrust {
  if (!signature) {
    if (policy === 'unsigned-dev') return { ok: true, signed: false }
    return { ok: false, reason: 'The risk pack is not signed. The pack in use stays in use.' }
  }
  const key = keys[signature.keyId]
  if (!key) return { ok: false, reason: 'The risk pack is signed with a key that is not known here. The pack in use stays in use.' }
  if (signature.algorithm !== 'ed25519' || !verify(bytes, signature.value, key)) {
    return { ok: false, reason: 'The signature of the risk pack does not fit its content. The pack in use stays in use.' }
  }
  return { ok: true, signed: true }
}
