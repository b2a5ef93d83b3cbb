import { generateKeyPairSync, sign, verify as nodeVerify, createHash, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { featureNames } from '../../../src/risk/model/features'
import { HeadScorer, heads } from '../../../src/risk/model/heads'
import { letterGrams, modelWords } from '../../../src/risk/model/words'
import { openPack, type PackFile } from '../../../src/risk/pack/format'
import type { PackSignature } from '../../../src/contract/risk-pack'
import { judgePack, type Verify } from '../../../src/risk/pack/signature'
import { isNewerPack, openTrusted } from '../../../src/risk/pack/trusted'
import { parse } from '../../../src/risk/parse'
import { createScorer } from '../../../src/risk/index'

const folder = join(import.meta.dirname, '../../../resources/risk')
const bytes = readFileSync(join(folder, 'pack.json'))
const file = JSON.parse(bytes.toString('utf8')) as PackFile
const verify: Verify = (data, signature, key) => nodeVerify(null, data, key, Buffer.from(signature, 'base64'))

describe('the pack that ships', () => {
  test('fits the rules of this program and names where it comes from', () => {
    expect(() => openPack(file, featureNames)).not.toThrow()
    expect(file.provenance.sources.map((s) => s.licence)).not.toContain('')
    expect(createScorer().packVersion).toBe(file.version)
  })
  test('is below three megabytes', () => expect(bytes.length).toBeLessThan(3_000_000))
  test('is signed with a key that is committed', () => {
    const signature = JSON.parse(readFileSync(join(folder, 'pack.sig.json'), 'utf8')) as PackSignature
    const pem = (JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as Record<string, string>)[signature.keyId] ?? ''
    expect(createHash('sha256').update(createPublicKey(pem).export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16)).toBe(signature.keyId)
    expect(judgePack(bytes, signature, { [signature.keyId]: pem }, 'signed-only', verify)).toEqual({ ok: true, signed: true })
  })
  test('refuses a pack made for other rules', () => expect(() => openPack({ ...file, features: ['x'] }, featureNames)).toThrow('other rules'))
})

describe('trust in a pack', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const signature: PackSignature = { algorithm: 'ed25519', keyId: 'k', value: sign(null, bytes, privateKey).toString('base64') }
  test('a good signature by a known key', () => expect(judgePack(bytes, signature, { k: pem }, 'signed-only', verify)).toEqual({ ok: true, signed: true }))
  test('one changed byte', () => {
    const other = Buffer.from(bytes)
    other[100] = other[100]! ^ 1
    expect(judgePack(other, signature, { k: pem }, 'signed-only', verify).ok).toBe(false)
  })
  test('an unknown key', () => expect(judgePack(bytes, signature, {}, 'unsigned-dev', verify).ok).toBe(false))
  test('a text that was signed opens; another text, another key and other rules do not', () => {
    const text = bytes.toString('utf8')
    expect(openTrusted({ text, signature }, verify, { k: pem })).toMatchObject({ ok: true, file: { version: file.version } })
    expect(openTrusted({ text: text.replace('1.0.0', '1.0.9'), signature }, verify, { k: pem }).ok).toBe(false)
    expect(openTrusted({ text, signature }, verify).ok).toBe(false)
    const other = JSON.stringify({ ...file, features: ['x'] })
    const its = { ...signature, value: sign(null, Buffer.from(other), privateKey).toString('base64') }
    expect(openTrusted({ text: other, signature: its }, verify, { k: pem })).toMatchObject({ ok: false, reason: expect.stringContaining('another version') as string })
  })
  test('only a later release takes its place', () => {
    expect(isNewerPack('1.0.1+a', '1.0.0+b')).toBe(true)
    expect(isNewerPack('1.10.0', '1.9.9')).toBe(true)
    for (const [version, than] of [['1.0.0+a', '1.0.0+b'], ['0.9.9', '1.0.0'], ['1.2.3', '1.10.0'], ['', '1.0.0'], ['x', '0.0.0']] as const) expect(isNewerPack(version, than)).toBe(false)
  })
  test('no signature: only in development', () => {
    expect(judgePack(bytes, null, {}, 'signed-only', verify).ok).toBe(false)
    expect(judgePack(bytes, null, {}, 'unsigned-dev', verify)).toEqual({ ok: true, signed: false })
  })
})

describe('the linear heads', () => {
  const text = 'I feel so tired today. I feel so tired, nobody knows how tired I feel.'
  test('add up to what the features say, word by word', () => {
    const pack = openPack(file, featureNames)
    const p = parse(text)
    const words = modelWords(p)
    const scorer = new HeadScorer(pack.heads)
    const got = Array.from(scorer.score(p))
    const { words: w, pairs, grams, idf, weights, bias } = pack.heads
    const sum = heads.map(() => 0)
    let square = 1
    const growth = (n: number) => 1 + Math.log(n)
    const count = (list: string[]) => list.reduce((m, x) => m.set(x, (m.get(x) ?? 0) + 1), new Map<string, number>())
    const put = (f: number, s: number) => heads.forEach((_, h) => (sum[h] = sum[h]! + s * idf[f]! * weights[f * heads.length + h]!))
    for (const [word, n] of count(words.filter(Boolean))) {
      let q = 0
      for (const f of [w.indexOf(word), ...letterGrams(word).map((g) => (grams.includes(g) ? w.length + pairs.length + grams.indexOf(g) : -1))]) {
        if (f < 0) continue
        put(f, growth(n))
        q += idf[f]! ** 2
      }
      square += growth(n) ** 2 * q
    }
    const seen = words.flatMap((b, i) => (i > 0 && b && words[i - 1] ? [`${words[i - 1]} ${b}`] : []))
    for (const [pair, n] of count(seen)) {
      const f = pairs.indexOf(pair)
      if (f < 0) continue
      put(w.length + f, growth(n))
      square += (growth(n) * idf[w.length + f]!) ** 2
    }
    heads.forEach((_, h) => expect(got[h]).toBeCloseTo(sum[h]! / Math.sqrt(square) + bias[h]!, 4))
  })
  test('share the sum out among the words exactly', () => {
    const pack = openPack(file, featureNames)
    const p = parse(text)
    const scorer = new HeadScorer(pack.heads)
    const total = scorer.score(p)[1]! - pack.heads.bias[1]!
    const shares = scorer.shares(p, 1, new Float64Array(p.tokens.count))
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(total, 6)
  })
})
