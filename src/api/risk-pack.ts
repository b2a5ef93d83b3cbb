/** The risk pack that this community scores with and hands to its desks: the one that ships, or the one of WALLGUIDE_RISK_PACK. */
import { verify as verifyBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PackSignature, type SignedPack } from '#contract/risk-pack'
import { createScorer, openTrusted, type Scorer, type Verify } from '#risk'
import { packageRoot } from './package-root'

export type CommunityPack = { version: string; signed: SignedPack; scorer: Scorer }

const verify: Verify = (bytes, signature, key) => verifyBytes(null, bytes, key, Buffer.from(signature, 'base64'))
const shipped = () => join(packageRoot(), 'resources', 'risk', 'pack.json')

/** The signature lies beside the pack, as `….sig.json`. Errors: a sentence for the person at the terminal. */
export async function readRiskPack(file: string | null, trusted?: Readonly<Record<string, string>>): Promise<CommunityPack> {
  const place = file ?? shipped()
  const refuse = (why: string): never => {
    throw new Error(`${file === null ? 'The risk pack that ships with this program' : 'The risk pack of WALLGUIDE_RISK_PACK'} is not used: ${why} Nothing was changed. ${file === null ? 'Install the program again.' : 'Name a signed pack, or leave the variable out to use the one that ships.'}`)
  }
  const read = (path: string) => readFile(path, 'utf8').catch(() => refuse(`${path} cannot be read.`))
  const text = await read(place)
  const beside = await read(place.replace(/\.json$/, '') + '.sig.json')
  let signature: PackSignature
  try {
    signature = PackSignature.parse(JSON.parse(beside))
  } catch {
    return refuse('its signature cannot be read.')
  }
  const opened = openTrusted({ text, signature }, verify, trusted)
  if (!opened.ok) return refuse(opened.reason.replace(/ The pack in use stays in use\.$/, ''))
  return { version: opened.file.version, signed: { text, signature }, scorer: createScorer(opened.file) }
}
