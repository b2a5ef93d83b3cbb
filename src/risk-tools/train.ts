/** `npm run risk:train`: builds the risk pack from the licensed data and our vignettes. Same data, same pack, byte for byte. */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { featureNames } from '../risk/model/features'
import { PACK_FORMAT, writeHeads, type Cuts, type PackFile } from '../risk/pack/format'
import { rules } from '../risk/rules/engine'
import { chooseCuts } from './learn/cuts'
import { has } from './learn/data'
import { background, calmComments, labelled, sha256, userRows, vignetteRows, vignettes } from './learn/licensed'
import { defaults, predict, rowOf, train } from './learn/train'
import { dataDir, packPath, say, signaturePath, vignetteDir } from './paths'

const needed = ['cssrs-500/500_Reddit_users_posts_labels.csv', 'goemotions/train.tsv']

function main(): number {
  const missing = needed.filter((f) => !has(dataDir, f))
  if (missing.length) {
    say(`The training data is not here (${missing.join(', ')}). Set WALLGUIDE_RISK_DATA to the folder that holds it. The pack in use was not changed.`)
    return 0
  }
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`
  const users = labelled(userRows(dataDir, 0.3))
  const ours = vignetteRows(vignettes(vignetteDir, 'train'), 0.5)
  const calm = background(dataDir)
  say(`Read ${users.length} posts of users, ${ours.length} vignettes, ${calm.length} everyday comments (${seconds()}).`)
  const model = train([...users, ...ours, ...calm], defaults)
  say(`Trained (${seconds()}).`)

  const tune = vignettes(vignetteDir, 'tune')
  const cuts: Cuts = chooseCuts(
    [...predict(model, vignetteRows(tune, 1)).map((p, i) => ({ p, level: tune[i]!.level })),
      ...predict(model, calmComments(dataDir, 16, 5).map((t) => rowOf(t, [0, 0, 0, 0], 1, '', false))).map((p) => ({ p, level: 'green' }))],
  )
  const round = (v: number) => Number(v.toPrecision(7))
  const content: Omit<PackFile, 'version'> = {
    format: PACK_FORMAT,
    provenance: {
      sources: [
        { name: 'Reddit C-SSRS Suicide Dataset, 500 users (Gaur et al., Zenodo 10.5281/zenodo.2667859)', licence: 'CC BY 4.0', rows: users.length, sha256: sha256(path.join(dataDir, needed[0]!)) },
        { name: 'GoEmotions (Demszky et al.), calm comments as background', licence: 'Apache-2.0', rows: calm.length, sha256: sha256(path.join(dataDir, needed[1]!)) },
        { name: 'Wallguide vignettes, training themes', licence: 'Apache-2.0', rows: ours.length, sha256: createHash('sha256').update(JSON.stringify(vignettes(vignetteDir, 'train'))).digest('hex') },
      ],
      seed: 0,
      rules: rules.length,
      trainedWith: 'npm run risk:train',
    },
    features: featureNames,
    heads: writeHeads(model.heads),
    stack: model.stack.map((s) => ({ weights: Array.from(s.weights, round), bias: round(s.bias) })),
    platt: model.platt.map((p) => ({ a: round(p.a), b: round(p.b) })),
    cuts,
  }
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 10)
  const file: PackFile = { version: `1.0.0+${digest}`, ...content }
  const bytes = Buffer.from(`${JSON.stringify(file)}\n`)
  mkdirSync(path.dirname(packPath), { recursive: true })
  const same = existsSync(packPath) && readFileSync(packPath).equals(bytes)
  writeFileSync(packPath, bytes)
  signPack(bytes, same)
  say(`Pack ${file.version}: ${(bytes.length / 1e6).toFixed(2)} MB, cuts ${JSON.stringify(cuts)} (${seconds()}).`)
  return 0
}

/** Signs with the key given by WALLGUIDE_RISK_KEY (PEM) or WALLGUIDE_RISK_KEY_FILE; without one, an outdated signature is taken away. */
function signPack(bytes: Buffer, same: boolean): void {
  const keyFile = process.env.WALLGUIDE_RISK_KEY_FILE
  const pem = process.env.WALLGUIDE_RISK_KEY ?? (keyFile ? readFileSync(keyFile, 'utf8') : '')
  if (!pem) {
    if (same) return
    rmSync(signaturePath, { force: true })
    say('No signing key was given: this pack is not signed and only runs where unsigned packs are allowed (development).')
    return
  }
  const key = createPrivateKey(pem)
  const raw = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const keyId = createHash('sha256').update(raw).digest('hex').slice(0, 16)
  writeFileSync(signaturePath, `${JSON.stringify({ algorithm: 'ed25519', keyId, value: sign(null, bytes, key).toString('base64') }, null, 2)}\n`)
  say(`Signed with key ${keyId}.`)
}

process.exitCode = main()
