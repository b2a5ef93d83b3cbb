/**
 * A data key locked with a passphrase: scrypt, then AES-256-GCM. scrypt rather than argon2id because it exists in Node's and
 * in Electron's crypto alike; its cost is stored, so that it can be raised later.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { DataKey } from './key'

export const ScryptParams = z.object({
  N: z.int().min(2 ** 10).max(2 ** 20),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
})
export type ScryptParams = z.infer<typeof ScryptParams>

/** About 0.4 s and 128 MB for each try on a present-day laptop core. */
export const scryptCost: ScryptParams = { N: 2 ** 17, r: 8, p: 1 }

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

export const PassphraseWrap = z.object({
  kind: z.literal('passphrase'),
  kdf: z.literal('scrypt'),
  params: ScryptParams,
  salt: hex(32),
  nonce: hex(12),
  tag: hex(16),
  blob: hex(32),
})
export type PassphraseWrap = z.infer<typeof PassphraseWrap>

function stretch(passphrase: string, salt: Buffer, { N, r, p }: ScryptParams): Promise<Buffer> {
  // NFKC: the same passphrase typed on another keyboard or system gives the same bytes.
  const words = Buffer.from(passphrase.normalize('NFKC'))
  return new Promise((resolve, reject) => {
    scrypt(words, salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      words.fill(0)
      if (error) reject(error)
      else resolve(key)
    })
  })
}

// Bound to the key's id and the cost: neither can be swapped without the tag failing.
const bound = (dekId: string, { N, r, p }: ScryptParams) => Buffer.from(`wallguide ${dekId} scrypt ${N} ${r} ${p}`)

export async function wrapWithPassphrase(key: DataKey, dekId: string, passphrase: string, params: ScryptParams): Promise<PassphraseWrap> {
  const salt = randomBytes(32)
  const nonce = randomBytes(12)
  const wrapping = await stretch(passphrase, salt, params)
  try {
    const cipher = createCipheriv('aes-256-gcm', wrapping, nonce)
    cipher.setAAD(bound(dekId, params))
    const blob = key.wrap((bytes) => Buffer.concat([cipher.update(bytes), cipher.final()]))
    return {
      kind: 'passphrase',
      kdf: 'scrypt',
      params,
      salt: salt.toString('hex'),
      nonce: nonce.toString('hex'),
      tag: cipher.getAuthTag().toString('hex'),
      blob: blob.toString('hex'),
    }
  } finally {
    wrapping.fill(0)
  }
}

/** Null for a wrong passphrase (the tag does not fit). */
export async function unwrapWithPassphrase(wrap: PassphraseWrap, dekId: string, passphrase: string): Promise<DataKey | null> {
  const wrapping = await stretch(passphrase, Buffer.from(wrap.salt, 'hex'), wrap.params)
  try {
    const cipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(wrap.nonce, 'hex'))
    cipher.setAAD(bound(dekId, wrap.params))
    cipher.setAuthTag(Buffer.from(wrap.tag, 'hex'))
    const bytes = Buffer.concat([cipher.update(Buffer.from(wrap.blob, 'hex')), cipher.final()])
    return new DataKey(bytes)
  } catch {
    return null
  } finally {
    wrapping.fill(0)
  }
}
