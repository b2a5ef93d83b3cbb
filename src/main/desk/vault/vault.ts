/** The vault of one profile: `vault.json` holds the data key, only ever wrapped. Losing every wrap is losing the cache: that is the wipe. */
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { vaultError } from '../errors'
import type { Files } from './files'
import { DataKey } from './key'
import { Tries } from './tries'
import { PassphraseWrap, scryptCost, unwrapWithPassphrase, wrapWithPassphrase, type ScryptParams } from './wrap'

export const vaultVersion = 1

/** Wraps of a kind that this version does not know (an operating system's key store, say) are kept and passed over. */
const Wrap = PassphraseWrap.or(z.looseObject({ kind: z.string() }))

const VaultFile = z.object({
  v: z.int(),
  cipher: z.literal('sqlcipher'),
  dekId: z.string(),
  check: z.string(),
  wraps: z.array(Wrap),
})
type VaultFile = z.infer<typeof VaultFile>

export class Vault {
  readonly #files: Files
  readonly #path: string
  readonly #tries: Tries
  readonly #cost: ScryptParams

  constructor(files: Files, folder: string, cost: ScryptParams = scryptCost) {
    this.#files = files
    this.#path = join(folder, 'vault.json')
    this.#tries = new Tries(files, join(folder, 'tries.json'))
    this.#cost = cost
  }

  exists(): boolean {
    return this.#files.read(this.#path) !== null
  }

  #load(): VaultFile {
    const text = this.#files.read(this.#path)
    if (text === null) throw vaultError('undecryptable')
    let json: unknown
    try {
      json = JSON.parse(text.toString())
    } catch {
      throw vaultError('undecryptable')
    }
    const version = z.object({ v: z.int() }).safeParse(json)
    if (version.success && version.data.v > vaultVersion) throw vaultError('from-the-future')
    const parsed = VaultFile.safeParse(json)
    if (!parsed.success) throw vaultError('undecryptable')
    return parsed.data
  }

  async create(passphrase: string): Promise<DataKey> {
    const key = DataKey.make()
    const dekId = uuidv7()
    const wrap = await wrapWithPassphrase(key, dekId, passphrase, this.#cost)
    // Believe it only after having opened it: a wrap that cannot be undone would cost the desk its cache.
    const again = await unwrapWithPassphrase(wrap, dekId, passphrase)
    const sound = again?.matches(key.check()) === true
    again?.zero()
    if (!sound) {
      key.zero()
      throw vaultError('undecryptable')
    }
    const file: VaultFile = { v: vaultVersion, cipher: 'sqlcipher', dekId, check: key.check(), wraps: [wrap] }
    try {
      this.#files.replace(this.#path, JSON.stringify(file, null, 2))
    } catch (error) {
      key.zero()
      throw error
    }
    return key
  }

  /** Errors: wrong-passphrase, too-many-tries (with the wait), undecryptable, from-the-future. */
  async open(passphrase: string, now: number): Promise<DataKey> {
    const file = this.#load()
    const wait = this.#tries.wait(now)
    if (wait > 0) throw vaultError('too-many-tries', wait)
    const wraps = file.wraps.flatMap((wrap) => PassphraseWrap.safeParse(wrap).data ?? [])
    if (wraps.length === 0) throw vaultError('undecryptable')
    this.#tries.count(now)
    for (const wrap of wraps) {
      const key = await unwrapWithPassphrase(wrap, file.dekId, passphrase)
      if (!key) continue
      this.#tries.clear()
      if (key.matches(file.check)) return key
      key.zero()
      throw vaultError('undecryptable')
    }
    const next = this.#tries.wait(now)
    throw vaultError('wrong-passphrase', next > 0 ? next : undefined)
  }

  /** Wraps the same key anew: no data is rewritten. Wraps of other kinds stay. */
  async changePassphrase(from: string, to: string, now: number): Promise<void> {
    const key = await this.open(from, now)
    try {
      const file = this.#load()
      const wrap = await wrapWithPassphrase(key, file.dekId, to, this.#cost)
      const others = file.wraps.filter((other) => other.kind !== 'passphrase')
      this.#files.replace(this.#path, JSON.stringify({ ...file, wraps: [...others, wrap] }, null, 2))
    } finally {
      key.zero()
    }
  }

  /** Crypto-shred: without its wraps the cache is noise, whatever copies of the file exist. */
  destroy() {
    const text = this.#files.read(this.#path)
    if (text !== null) this.#files.replace(this.#path, Buffer.alloc(text.length))
    this.#files.remove(this.#path)
  }
}
