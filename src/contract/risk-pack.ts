/** A risk pack as it travels: the exact text that was signed, and the signature over its bytes. */
import { z } from 'zod'

export const PackSignature = z.object({
  algorithm: z.literal('ed25519'),
  keyId: z.string(),
  /** Base64. */
  value: z.string(),
})
export type PackSignature = z.infer<typeof PackSignature>

export const SignedPack = z.object({ text: z.string(), signature: PackSignature })
export type SignedPack = z.infer<typeof SignedPack>

/** `pack` is null when the asker has this version already. */
export const PackAnswer = z.object({ version: z.string(), pack: SignedPack.nullable() })
export type PackAnswer = z.infer<typeof PackAnswer>
