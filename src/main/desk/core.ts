/**
 * The desk core: whose desk it is, whether it is open, and every call of the bridge. Runs in a worker; knows nothing of hosts.
 * Its parts are given from outside (clock, network, files), so that tests can play with each.
 */
import { join } from 'node:path'
import { openCalls, type BridgeAnswer, type CallName, type CallOutput, type DeskState, type OpenCallName, type Profile } from '#contract/bridge'
import { clinicalRoles, StaffSignIn } from '#contract/staff'
import { createScorer, type Scorer } from '#risk'
import type { Cache, CacheOptions } from './cache/open'
import { instant, systemClock, type Clock } from './clock'
import type { DeskEvent, DeskOptions } from './desk'
import { createDispatch, type Handlers, type OpenHandlers } from './dispatch'
import { bridgeErrorOf, DeskError, failureOf, sentenceOf, vaultError } from './errors'
import { OpenedDesk } from './opened'
import { openOrMake, rebuildCache, setAside } from './rebuild'
import { storedSession, type Session } from './session'
import { createApiClient } from './sync/api-client'
import { httpTransport, type Transport } from './sync/transport'
import { troubleWords } from './sync/words'
import { diskFiles, makeFolder, type Files } from './vault/files'
import { Journal } from './vault/journal'
import type { DataKey } from './vault/key'
import type { KeyStore } from './vault/key-store'
import { Profiles } from './vault/profiles'
import { takeLock, type SingleLock } from './vault/single'
import { OfflineLimit } from './vault/offline'
import { Vault } from './vault/vault'
import type { ScryptParams } from './vault/wrap'

export type CoreOptions = Omit<DeskOptions, 'workerFile' | 'keyStore'> & {
  /** Whose desk was chosen before this core was started anew. */
  profile?: string | null
  emit: (event: DeskEvent) => void
  /** The desk was locked: the host may now end this worker, and with it every trace in its memory. */
  onLocked?: () => void
  clock?: Clock
  random?: () => number
  transport?: Transport
  files?: Files
  /** The operating system's, where the host has one. */
  keyStore?: KeyStore | null
  scorer?: Scorer
  /** Public keys of risk packs; for tests. */
  packKeys?: Readonly<Record<string, string>>
  scryptCost?: ScryptParams
  cacheOptions?: CacheOptions
}

export interface Core {
  call(name: string, input: unknown): Promise<BridgeAnswer<CallName>>
  close(): Promise<void>
}

const usualUndoMs = 8_000

export function createCore(options: CoreOptions): Core {
  const core = new DeskCore(options)
  const dispatch = createDispatch({ handlers: core.handlers, isOpen: () => core.opened !== null, onError: (error) => core.seen(error) })
  return { call: dispatch, close: () => core.close() }
}

type Failure = NonNullable<DeskState['failure']>

class DeskCore {
  readonly #options: CoreOptions
  readonly #clock: Clock
  readonly #files: Files
  readonly #profiles: Profiles
  readonly #transport: Transport
  readonly #scorer: Scorer
  readonly #keyStore: KeyStore | null
  /** The host has a key store, and it protects what it keeps. */
  #protects = false
  #chosen: Profile | null = null
  /** Signed in, not yet kept in a cache. */
  #session: Session | null = null
  #failure: Failure | null = null
  /** Kept while a damaged cache waits for the word to rebuild it. */
  #rescueKey: DataKey | null = null
  #lock: SingleLock | null = null
  #busy: Promise<unknown> = Promise.resolve()
  opened: OpenedDesk | null = null

  constructor(options: CoreOptions) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
    this.#files = options.files ?? diskFiles
    makeFolder(options.dataDir)
    this.#profiles = new Profiles(this.#files, options.dataDir)
    this.#transport = options.transport ?? httpTransport(options.apiUrl)
    this.#scorer = options.scorer ?? createScorer()
    this.#keyStore = options.keyStore ?? null
    this.#busy = this.#lookAtKeyStore()
    this.#chosen = options.profile === undefined || options.profile === null ? null : this.#profiles.find(options.profile)
  }

  async #lookAtKeyStore(): Promise<void> {
    this.#protects = ((await this.#keyStore?.backend().catch(() => null)) ?? null) !== null
    if (this.#protects) this.#tell()
  }

  // Whoever opens, locks or rebuilds waits for the one before.
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#busy.then(work)
    this.#busy = next.catch(() => {})
    return next
  }

  #open(): OpenedDesk {
    if (this.opened === null) throw new DeskError('locked', 'The desk is locked. Your work is kept; open it with your desk passphrase.')
    return this.opened
  }

  state(): DeskState {
    const phase = this.opened !== null ? 'open' : this.#chosen !== null ? 'locked' : this.#session !== null ? 'new-device' : 'signed-out'
    return {
      phase,
      profiles: this.#profiles.list(),
      profile: this.#chosen,
      staff: this.opened?.staff ?? this.#session?.staff ?? null,
      keychain: this.#keychain(),
      failure: this.#failure,
    }
  }

  #keychain(): DeskState['keychain'] {
    if (!this.#protects || this.#chosen === null) return 'none'
    try {
      return this.#vault(this.#chosen.id).keychain() === 'none' ? 'off' : 'on'
    } catch {
      // A damaged key file says so when the desk is opened.
      return 'none'
    }
  }

  #tell(): DeskState {
    const state = this.state()
    this.#options.emit({ name: 'desk.state', payload: state })
    return state
  }

  #vault(profile: string): Vault {
    return new Vault(this.#files, this.#profiles.folder(profile), this.#options.scryptCost)
  }

  readonly handlers: Handlers = {
    'app.info': () => ({
      version: this.#options.version,
      host: this.#options.host,
      apiUrl: this.#options.apiUrl,
      undoMs: this.#options.undoMs ?? usualUndoMs,
    }),
    'desk.state': () => this.state(),
    'desk.demoAccounts': () => this.#demoAccounts(),
    'desk.signIn': (input) => this.#inTurn(() => this.#signIn(input)),
    'desk.chooseProfile': ({ profile }) => this.#inTurn(() => this.#choose(profile)),
    'vault.create': ({ passphrase }) => this.#inTurn(() => this.#create(passphrase)),
    'vault.unlock': ({ passphrase }) => this.#inTurn(() => this.#unlock(passphrase)),
    'vault.unlockWithKeychain': () => this.#inTurn(() => this.#unlock(null)),
    'vault.useKeychain': (input) => this.#inTurn(() => this.#useKeychain(input)),
    'vault.lock': () => this.#inTurn(() => this.#lockDesk()),
    'vault.changePassphrase': ({ from, to }) => this.#inTurn(() => this.#changePassphrase(from, to)),
    'vault.rebuild': () => this.#inTurn(() => this.#rebuild()),
    ...this.#openHandlers(),
  }

  /** Looked up at each call: the desk may have been locked and opened since. */
  #openHandlers(): OpenHandlers {
    const names = Object.keys(openCalls) as OpenCallName[]
    return Object.fromEntries(names.map((name) => [name, (input: never) => (this.#open().handlers[name] as (input: never) => unknown)(input)])) as unknown as OpenHandlers
  }

  async #demoAccounts(): Promise<CallOutput<'desk.demoAccounts'>> {
    const answer = await this.#anonymous().call('demoAccounts', {})
    return { accounts: answer.ok ? answer.value.accounts : [] }
  }

  #anonymous() {
    return createApiClient(this.#transport, () => ({ token: null, device: this.#profiles.device().id }))
  }

  async #signIn(input: { username: string; password: string; code: string }): Promise<DeskState> {
    const body = StaffSignIn.safeParse({ ...input, code: input.code.replace(/\s/g, ''), device: this.#profiles.device() })
    if (!body.success) throw new DeskError('invalid', 'The code is the six digits that your authenticator shows. Nothing was changed; try again.')
    const answer = await this.#anonymous().call('signIn', { body: body.data })
    if (!answer.ok) throw signInError(answer.trouble)
    const { token, staff } = answer.value
    const session: Session = { token, staff }
    if (!(clinicalRoles as readonly string[]).includes(session.staff.role)) {
      throw new DeskError('not-clinical', 'This account is not one of a Wall Guide, a Lead or a Senior clinician, so it cannot open the workstation. Nothing was changed.')
    }
    const id = this.#profiles.idFor(this.#options.apiUrl, session.staff)
    if (this.opened !== null && this.#chosen?.id === id) {
      this.opened.renew(session)
      return this.#tell()
    }
    await this.#shut()
    this.#session = session
    this.#failure = null
    this.#chosen = this.#vault(id).exists() ? this.#profiles.find(id) : null
    return this.#tell()
  }

  async #choose(id: string | null): Promise<DeskState> {
    const profile = id === null ? null : this.#profiles.find(id)
    if (id !== null && profile === null) throw new DeskError('not-found', 'This computer has no such desk. Choose another one from the list, or sign in.')
    await this.#shut()
    this.#failure = null
    this.#chosen = profile
    if (this.#session !== null && (profile === null || this.#profiles.idFor(this.#options.apiUrl, this.#session.staff) !== profile.id)) this.#session = null
    return this.#tell()
  }

  async #create(passphrase: string): Promise<DeskState> {
    const session = this.#session
    if (this.opened !== null || this.#chosen !== null || session === null) {
      throw new DeskError('invalid', 'A new desk is made right after the first sign-in. Nothing was changed; sign in first.')
    }
    const id = this.#profiles.idFor(this.#options.apiUrl, session.staff)
    const folder = this.#profiles.folder(id)
    makeFolder(folder)
    const profile: Profile = {
      id,
      username: session.staff.username,
      pseudonym: session.staff.pseudonym,
      apiUrl: this.#options.apiUrl,
      lastUsed: instant(this.#clock.now()),
    }
    const lock = takeLock(folder)
    let key: DataKey | null = null
    try {
      if (this.#vault(id).exists()) throw new DeskError('invalid', 'This computer has a desk for you already. Nothing was changed; open it with its passphrase.')
      this.#profiles.save(profile, session.staff)
      // A cache without its vault is unreadable for ever: set aside, never deleted.
      setAside(folder, this.#clock.now())
      this.#files.remove(this.#journalFile(id))
      key = await this.#vault(id).create(passphrase)
      this.#begin(profile, key, lock)
      return this.#tell()
    } catch (error) {
      key?.zero()
      lock.release()
      throw error
    }
  }

  /** Null: by the operating system's key store. */
  async #unlock(passphrase: string | null): Promise<DeskState> {
    if (this.opened !== null) return this.state()
    const profile = this.#chosen
    if (profile === null) throw new DeskError('invalid', 'Choose whose desk to open first.')
    const folder = this.#profiles.folder(profile.id)
    this.#forgetRescue()
    let lock: SingleLock | null = null
    let key: DataKey | null = null
    try {
      lock = takeLock(folder)
      const vault = this.#vault(profile.id)
      key = passphrase === null ? await vault.openWithKeychain(this.#keyStore, this.#clock.now()) : await vault.open(passphrase, this.#clock.now())
      const cache = openOrMake(this.#opening(profile, key))
      await this.#mayStayOffline(cache)
      const used = { ...profile, lastUsed: instant(this.#clock.now()) }
      this.#begin(used, key, lock, cache)
      this.#profiles.save(used, null)
      return this.#tell()
    } catch (error) {
      lock?.release()
      this.#noteFailure(error, key)
      throw error
    }
  }

  /** Too long without the server, one answer of it opens the desk; a fresh sign-in is such an answer. */
  async #mayStayOffline(cache: Cache): Promise<void> {
    const limit = new OfflineLimit(cache, this.#clock)
    if (this.#session !== null) return limit.heard()
    if (!limit.over()) return
    const device = this.#profiles.device().id
    const token = storedSession(cache)?.token ?? null
    const answer = token === null || token === '' ? null : await createApiClient(this.#transport, () => ({ token, device })).call('me', {})
    if (answer?.ok) return limit.heard()
    cache.close()
    throw vaultError('offline-too-long')
  }

  #journalFile(profile: string): string {
    return join(this.#profiles.folder(profile), 'undelivered.journal')
  }

  #opening(profile: Profile, key: DataKey) {
    const journal = new Journal(this.#files, this.#journalFile(profile.id), key)
    return { folder: this.#profiles.folder(profile.id), key, journal, now: this.#clock.now(), cacheOptions: this.#options.cacheOptions }
  }

  #begin(profile: Profile, key: DataKey, lock: SingleLock, rebuilt?: Cache) {
    const opening = this.#opening(profile, key)
    const cache = rebuilt ?? openOrMake(opening)
    try {
      const session = this.#session ?? storedSession(cache) ?? this.#signedOut(profile)
      const opened = new OpenedDesk(
        {
          cache,
          key,
          journal: opening.journal,
          scorer: this.#scorer,
          packKeys: this.#options.packKeys,
          transport: this.#transport,
          clock: this.#clock,
          random: this.#options.random ?? Math.random,
          device: this.#profiles.device().id,
          dataFolder: this.#options.dataDir,
          undoMs: this.#options.undoMs ?? usualUndoMs,
          emit: this.#options.emit,
          wipe: () => void this.#inTurn(() => this.#wipe()),
          limit: new OfflineLimit(cache, this.#clock),
          expired: () => void this.#inTurn(() => this.#expire()),
          failed: (error) => void this.seen(error),
        },
        session,
      )
      this.opened = opened
      this.#chosen = profile
      this.#lock = lock
      this.#session = null
      this.#failure = null
      opened.start()
    } catch (error) {
      this.opened = null
      if (cache.isOpen()) cache.close()
      throw error
    }
  }

  /** Remembers why the chosen desk does not open; keeps the key when a rebuild may need it. */
  #noteFailure(error: unknown, key: DataKey | null) {
    const failure = failureOf(error)
    if (failure === null) {
      key?.zero()
      return
    }
    const told = bridgeErrorOf(error)
    this.#failure = { code: failure, message: sentenceOf(failure), ...(told.retryAfterMs === undefined ? {} : { retryAfterMs: told.retryAfterMs }) }
    if (key !== null && (failure === 'corrupt' || failure === 'not-a-database')) this.#rescueKey = key
    else key?.zero()
    this.#tell()
  }

  #forgetRescue() {
    this.#rescueKey?.zero()
    this.#rescueKey = null
  }

  /** Looks at an error of an open desk: a damaged cache closes it, keeping the key for a rebuild. Gives the error back. */
  seen(error: unknown): unknown {
    const failure = failureOf(error)
    if (this.opened !== null && (failure === 'corrupt' || failure === 'not-a-database')) {
      const key = this.opened.surrender()
      this.opened = null
      this.#lock?.release()
      this.#lock = null
      this.#noteFailure(error, key)
    } else if (failure === null && !(error instanceof DeskError)) {
      // Shapes and codes only; a message could hold what a member wrote.
      const name = error instanceof Error ? error.name : typeof error
      process.stderr.write(`desk core: ${name}${error instanceof Error && error.stack ? `\n${error.stack.split('\n').slice(1, 6).join('\n')}` : ''}\n`)
    }
    return error
  }

  async #shut(): Promise<void> {
    this.#forgetRescue()
    const opened = this.opened
    this.opened = null
    await opened?.close()
    this.#lock?.release()
    this.#lock = null
  }

  async #lockDesk(): Promise<DeskState> {
    const was = this.opened !== null
    await this.#shut()
    this.#failure = null
    const state = this.#tell()
    if (was) this.#options.onLocked?.()
    return state
  }

  async #useKeychain(input: { on: true; passphrase: string } | { on: false }): Promise<DeskState> {
    const profile = this.#chosen
    if (profile === null || this.opened === null) throw new DeskError('locked', 'The desk is locked. Open it first.')
    if (!input.on) this.#vault(profile.id).removeKeychain()
    else if (this.#keyStore === null) throw vaultError('unavailable')
    else await this.#vault(profile.id).addKeychain(input.passphrase, this.#keyStore, this.#clock.now())
    return this.#tell()
  }

  async #expire(): Promise<void> {
    await this.#shut()
    this.#failure = { code: 'offline-too-long', message: sentenceOf('offline-too-long') }
    this.#tell()
    this.#options.onLocked?.()
  }

  async #changePassphrase(from: string, to: string): Promise<{ ok: true }> {
    const profile = this.#chosen
    if (profile === null || this.opened === null) throw new DeskError('locked', 'The desk is locked. Open it first.')
    await this.#vault(profile.id).changePassphrase(from, to, this.#clock.now())
    return { ok: true }
  }

  async #rebuild(): Promise<CallOutput<'vault.rebuild'>> {
    const profile = this.#chosen
    const key = this.#rescueKey
    if (this.opened !== null || profile === null || key === null) {
      throw new DeskError('invalid', 'There is nothing to set aside: the cache was not found damaged. Open the desk with its passphrase.')
    }
    const lock = takeLock(this.#profiles.folder(profile.id))
    try {
      const opening = this.#opening(profile, key)
      const { cache, rescued, setAside: aside } = rebuildCache(opening)
      this.#begin(profile, key, lock, cache)
      this.#rescueKey = null
      return { state: this.#tell(), rescued, setAside: aside }
    } catch (error) {
      lock.release()
      throw error
    }
  }

  /** The session went with a damaged file: work goes on, and a sign-in is asked for. */
  #signedOut(profile: Profile): Session {
    const staff = this.#profiles.staff(profile.id)
    if (staff === null) throw vaultError('undecryptable')
    return { token: '', staff }
  }

  /** On the server's word. The wraps go first: that is the wipe; the rest is tidying. */
  async #wipe(): Promise<void> {
    const profile = this.#chosen
    if (profile === null) return
    const opened = this.opened
    this.opened = null
    this.#vault(profile.id).destroy()
    await opened?.close()
    this.#lock?.release()
    this.#lock = null
    this.#profiles.remove(profile.id)
    this.#chosen = null
    this.#session = null
    this.#failure = null
    this.#tell()
    this.#options.onLocked?.()
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#shut())
  }
}

function signInError(trouble: Parameters<typeof troubleWords>[0]): DeskError {
  switch (trouble.kind) {
    case 'unreachable':
      return new DeskError('offline', 'The community server cannot be reached, so nobody can sign in just now. A desk that exists on this computer can be opened with its passphrase.')
    case 'unauthorised':
      return new DeskError('sign-in-refused', trouble.message ?? 'The name, the passphrase or the code is not right. Nothing was changed; try again.')
    case 'busy':
      return new DeskError('too-many-tries', trouble.message ?? 'The server asks to wait a little before the next try. Nothing was changed.', trouble.retryAfterMs ?? undefined)
    case 'refused':
      if (trouble.status !== 404) return new DeskError('sign-in-refused', troubleWords(trouble))
      return new DeskError('older-api', troubleWords(trouble))
    default:
      return new DeskError('older-api', troubleWords(trouble))
  }
}
