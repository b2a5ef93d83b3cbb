/** The vault of one profile: `vault.json` holds the data key, only ever wrapped. Losing every wrap is losing the cache: that is the wipe. */
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { instant } from '../clock'
import { vaultError } from '../errors'
import type { Files } from './files'
import { DataKey } from './key'
import type { KeyStore } from './key-store'
import { Tries } from './tries'
import { PassphraseWrap, scryptCost, unwrapWithPassphrase, wrapWithPassphrase, type ScryptParams } from './wrap'

export const vaultVersion = 1

const KeychainWrap = z.object({
  kind: z.literal('os'),
  /** Whose store wrapped it: another store, or another desktop session's, cannot open it. */
  backend: z.string(),
  blob: z.string(),
  /** When another start of the program opened it for the first time; null until then: only that proves that it can be opened again. */
  verifiedAt: z.string().nullable(),
})
type KeychainWrap = z.infer<typeof KeychainWrap>

/** Wraps of a kind that this version does not know are kept and passed over. */
const Wrap = PassphraseWrap.or(KeychainWrap).or(z.looseObject({ kind: z.string() }))

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

  /** Whether the operating system's key store may open this vault, and whether it has done so since. */
  keychain(): 'none' | 'unproven' | 'proven' {
    if (!this.exists()) return 'none'
    const wrap = keychainWrap(this.#load())
    return wrap === null ? 'none' : wrap.verifiedAt === null ? 'unproven' : 'proven'
  }

  /**
   * Lets the operating system's key store open this vault too. The passphrase is asked for, because whoever sits at an open desk
   * may not be its owner. Believed only after having opened what it wrapped. Errors: those of `open`, and `unavailable`.
   */
  async addKeychain(passphrase: string, store: KeyStore, now: number): Promise<void> {
    const key = await this.open(passphrase, now)
    try {
      const backend = await store.backend()
      if (backend === null) throw vaultError('unavailable')
      const blob = await wrapped(key, store)
      const again = await opened(blob, store)
      const sound = again.key.matches(key.check())
      again.key.zero()
      if (!sound) throw vaultError('unavailable')
      this.#replaceKeychain({ kind: 'os', backend, blob, verifiedAt: null })
    } finally {
      key.zero()
    }
  }

  removeKeychain() {
    this.#replaceKeychain(null)
  }

  #replaceKeychain(wrap: KeychainWrap | null) {
    const file = this.#load()
    const others = file.wraps.filter((other) => other.kind !== 'os')
    this.#files.replace(this.#path, JSON.stringify({ ...file, wraps: wrap === null ? others : [...others, wrap] }, null, 2))
  }

  /** Errors: unavailable, temporarily-unavailable, backend-changed, undecryptable, from-the-future. The passphrase still opens it. */
  async openWithKeychain(store: KeyStore | null, now: number): Promise<DataKey> {
    const file = this.#load()
    const wrap = keychainWrap(file)
    const backend = wrap === null ? null : ((await store?.backend()) ?? null)
    if (wrap === null || store === null || backend === null) throw vaultError('unavailable')
    if (backend !== wrap.backend) throw vaultError('backend-changed')
    const { key, again } = await opened(wrap.blob, store)
    if (!key.matches(file.check)) {
      key.zero()
      throw vaultError('undecryptable')
    }
    if (again || wrap.verifiedAt === null) {
      this.#replaceKeychain({ ...wrap, blob: again ? await wrapped(key, store) : wrap.blob, verifiedAt: wrap.verifiedAt ?? instant(now) })
    }
    return key
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

const keychainWrap = (file: VaultFile): KeychainWrap | null => file.wraps.flatMap((wrap) => KeychainWrap.safeParse(wrap).data ?? [])[0] ?? null

const wrapped = (key: DataKey, store: KeyStore): Promise<string> => key.wrap((bytes) => store.encrypt(bytes.toString('hex')))

/** A store that does not answer may be locked just now; what it opened may be of another key. */
async function opened(blob: string, store: KeyStore): Promise<{ key: DataKey; again: boolean }> {
  let text: string
  let again: boolean
  try {
    ;({ text, again } = await store.decrypt(blob))
  } catch {
    throw vaultError('temporarily-unavailable')
  }
  if (!/^[0-9a-f]{64}$/.test(text)) throw vaultError('undecryptable')
  return { key: new DataKey(Buffer.from(text, 'hex')), again }
}
