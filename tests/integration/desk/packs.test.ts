/** Risk packs from the community to a desk: the real API, the real encrypted cache, real signatures. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { SignedPack } from '../../../src/contract/risk-pack'
import { readRiskPack, type CommunityPack } from '../../../src/api/risk-pack'
import { demoStaff } from '../../../src/api/demo/people'
import { insertStaff, prepareStaff } from '../../../src/api/identity/staff-accounts'
import { createCore } from '../../../src/main/desk/core'
import { createScorer, type PackFile } from '../../../src/risk'
import { startTestApi } from '../support/api'
import { aDecision, makeDesk, makeMember, makeTopic, write } from '../support/people'
import { ask, cheapScrypt, openVault, passphrase, temporaryFolder, until, type Caller } from './support/desk'

const shippedText = readFileSync(join(import.meta.dirname, '../../../resources/risk/pack.json'), 'utf8')
const shipped = JSON.parse(shippedText) as PackFile
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const keys = { test: publicKey.export({ type: 'spki', format: 'pem' }).toString() }

const signed = (file: object): SignedPack => {
  const text = JSON.stringify(file)
  return { text, signature: { algorithm: 'ed25519', keyId: 'test', value: sign(null, Buffer.from(text), privateKey).toString('base64') } }
}
const packOf = (version: string, more: Partial<PackFile> = {}): CommunityPack => {
  const file = { ...shipped, version, ...more }
  return { version, signed: signed(file), scorer: createScorer() }
}

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function community(pack: CommunityPack) {
  const api = await startTestApi({ pack })
  ends.push(() => api.close())
  await makeTopic(api)
  for (const staff of demoStaff.filter((one) => one.username === 'robin')) await insertStaff(api.database, await prepareStaff(api.secret, staff, new Date()))
  return api
}

type Api = Awaited<ReturnType<typeof community>>

function deskAt(api: Api, folder: string) {
  const core = createCore({ dataDir: folder, apiUrl: api.url, host: 'loopback', version: 'test', scryptCost: cheapScrypt, undoMs: 20, emit: () => undefined, packKeys: keys })
  ends.push(() => core.close())
  return core
}

async function opened(pack: CommunityPack) {
  const api = await community(pack)
  const folder = temporaryFolder()
  ends.push(folder.remove)
  const core = deskAt(api, folder.path)
  await openVault(core, api, 'robin')
  return { api, core, folder: folder.path }
}
const report = (core: Caller) => ask(core, 'scorer.report', {})
const checked = (core: Caller) => until(() => report(core), ({ pack }) => pack.checkedAt !== null, 'the pack was asked for')

describe('a risk pack of the community', () => {
  test('that is signed and later scores from then on, is kept, and is there without a network', async () => {
    const { api, core, folder } = await opened(packOf('1.0.1+later', { cuts: { ...shipped.cuts, amber: 0.000001 } }))
    const { item } = await write(api, await makeMember(api), 'The morning was slow and grey, and I walked to the market with my sister because we had run out of bread, and then the day went on as days do.')
    const { pack } = await until(() => report(core), ({ pack: now }) => now.version === '1.0.1+later', 'the later pack')
    expect(pack).toMatchObject({ from: 'community', refused: null })
    // What is held already is scored again: with these cuts nothing is green.
    await until(() => ask(core, 'item.open', { item: item.id }).catch(() => null), (view) => view?.score.packVersion === '1.0.1+later', 'scored with it')
    await until(() => ask(core, 'queue.open', { filter: {} }), ({ counts, total }) => total > 0 && counts.green === 0, 'ranked with it')
    await core.close()
    await api.close()
    const again = deskAt(api, folder)
    await ask(again, 'desk.chooseProfile', { profile: (await ask(again, 'desk.state', {})).profiles[0]?.id ?? null })
    await ask(again, 'vault.unlock', { passphrase })
    expect((await report(again)).pack).toMatchObject({ version: '1.0.1+later', from: 'community', checkedAt: null })
  })

  test.each([
    ['is older', packOf('0.9.0'), /not later/],
    ['has the same number', packOf('1.0.0+other'), /not later/],
    ['was made for other rules', packOf('1.0.2', { features: ['x'] }), /another version/],
    ['was changed after it was signed', { ...packOf('1.0.3'), signed: { ...packOf('1.0.3').signed, text: packOf('1.0.3').signed.text.replace('1.0.3', '1.0.4') } }, /signature/],
    ['is signed by somebody else', { ...packOf('1.0.3'), signed: { ...packOf('1.0.3').signed, signature: { ...packOf('1.0.3').signed.signature, keyId: 'else' } } }, /not known/],
  ])('that %s is refused in words, and the one in use goes on', async (_, pack, why) => {
    const { core } = await opened(pack)
    const now = (await checked(core)).pack
    expect(now).toMatchObject({ version: shipped.version, from: 'program', since: null })
    expect(now.refused).toMatch(why)
  })

  test('that this desk has already is not sent again', async () => {
    const { api, core } = await opened({ ...packOf(shipped.version), version: shipped.version })
    expect((await checked(core)).pack).toMatchObject({ version: shipped.version, refused: null })
    const guide = await makeDesk(api)
    expect((await guide.get(`/v1/risk/pack?have=${encodeURIComponent(shipped.version)}`)).body).toEqual({ version: shipped.version, pack: null })
    expect((await guide.get('/v1/risk/pack')).body).toMatchObject({ version: shipped.version, pack: { signature: { keyId: 'test' } } })
  })

  test('from a file: the one that ships opens; one without its signature is a sentence', async () => {
    expect((await readRiskPack(null)).version).toBe(shipped.version)
    const folder = mkdtempSync(join(tmpdir(), 'wallguide-pack-'))
    ends.push(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'mine.json')
    const { text, signature } = packOf('1.2.0').signed
    writeFileSync(file, text)
    await expect(readRiskPack(file, keys)).rejects.toThrow(/WALLGUIDE_RISK_PACK is not used.*cannot be read.*Nothing was changed/)
    writeFileSync(join(folder, 'mine.sig.json'), JSON.stringify(signature))
    expect((await readRiskPack(file, keys)).version).toBe('1.2.0')
    await expect(readRiskPack(file)).rejects.toThrow(/not known here\. Nothing was changed/)
    writeFileSync(join(folder, 'mine.sig.json'), '{}')
    await expect(readRiskPack(file, keys)).rejects.toThrow(/signature cannot be read/)
  })
})

describe('how the scorer does on this desk', () => {
  test('a decision that goes against it is listed and can be exported, without text or names unless asked', async () => {
    const { api, core } = await opened(packOf(shipped.version))
    const calm = await write(api, await makeMember(api), 'Soup tonight, and a book.')
    const loud = await write(api, await makeMember(api), 'I want to kill myself tonight, I have everything ready')
    const senior = await makeDesk(api, { role: 'lead' })
    const clinical = { concern: 'More than it says.', risk: 'Not clear yet.', action: 'Passed up.', justification: 'Known from before.' }
    expect(await senior.decide(aDecision(calm.item as never, { verdict: 'escalate' }, 'risk-to-self', '', { clinical }))).toMatchObject({ kind: 'applied' })
    expect(await senior.decide(aDecision(loud.item as never, { verdict: 'no_action' }, 'routine', '', { clinical }))).toMatchObject({ kind: 'applied' })
    const found = await until(() => report(core), ({ misses }) => misses.length === 2, 'both disagreements')
    expect(found).toMatchObject({ judged: 2, missed: { sawMore: 1, sawLess: 1 }, drift: null })
    expect(found.misses[0]).toMatchObject({ item: calm.item.id, verdict: 'escalate', scored: 'green', decided: 'red', steps: 2 })
    const bare = await ask(core, 'scorer.export', { withText: false })
    expect(bare).toMatchObject({ count: 2, file: expect.stringMatching(/^disagreements-\d{4}-\d\d-\d\d\.jsonl$/) as string })
    expect(bare.text).not.toMatch(/Soup|kill|guide-|Passed/)
    const whole = await ask(core, 'scorer.export', { withText: true })
    expect(whole.text).toContain('Soup tonight')
    expect(whole.text).not.toMatch(/guide-|Passed/)
    for (const line of whole.text.trim().split('\n')) expect(Object.keys(JSON.parse(line) as object).sort()).toEqual(['decided', 'decidedAt', 'itemId', 'p', 'packVersion', 'scored', 'steps', 'text'])
  })
})
