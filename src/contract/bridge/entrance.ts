/** Whose desk it is, signing in, and the vault. */
import { z } from 'zod'
import { Instant } from '../ids'
import { DemoAccount, Staff } from '../staff'
import { define, none, ok } from './call'

/** Everything that can be wrong with the local vault or cache. Each has its own screen; none has a destructive default. */
export const vaultFailures = [
  'wrong-passphrase',
  'too-many-tries',
  'unavailable',
  'temporarily-unavailable',
  'backend-changed',
  'undecryptable',
  'not-a-database',
  'corrupt',
  'from-the-future',
  'read-only',
  'disk-full',
  'in-use',
  'offline-too-long',
] as const
export const VaultFailure = z.enum(vaultFailures)
export type VaultFailure = z.infer<typeof VaultFailure>

export const bridgeErrorCodes = [
  'locked',
  'invalid',
  'not-found',
  'offline',
  'sign-in-refused',
  'not-clinical',
  'older-api',
  'undo-too-late',
  'already-decided',
  'not-allowed',
  'disk-full',
  'internal',
  ...vaultFailures.filter((f): f is Exclude<VaultFailure, 'disk-full'> => f !== 'disk-full'),
] as const
/** `message` says what happened, that nothing was lost, and what to do: it is shown as it is. */
export const BridgeError = z.object({ code: z.enum(bridgeErrorCodes), message: z.string(), retryAfterMs: z.int().optional() })
export type BridgeError = z.infer<typeof BridgeError>

export const Profile = z.object({ id: z.string(), username: z.string(), pseudonym: z.string(), apiUrl: z.string(), lastUsed: Instant })
export type Profile = z.infer<typeof Profile>

/**
 * `signed-out`: nobody's vault is chosen. `new-device`: signed in, this device has no vault for them yet: choose a desk
 * passphrase. `locked`: a vault exists; passphrase needed. `open`: cache open.
 */
export const DeskState = z.object({
  phase: z.enum(['signed-out', 'new-device', 'locked', 'open']),
  profiles: z.array(Profile),
  profile: Profile.nullable(),
  staff: Staff.nullable(),
  /**
   * The operating system's key store for the chosen desk. `none`: there is none that protects, or none on this host. `off`: it
   * could be used. `on`: it opens this desk beside the passphrase.
   */
  keychain: z.enum(['none', 'off', 'on']),
  /** Set when the chosen vault or cache cannot be opened. */
  failure: z.object({ code: VaultFailure, message: z.string(), retryAfterMs: z.int().optional() }).nullable(),
})
export type DeskState = z.infer<typeof DeskState>

const passphrase = z.string().min(1).max(256)

export const entranceCalls = define({
  'app.info': {
    input: none,
    output: z.object({
      version: z.string(),
      host: z.enum(['loopback', 'electron']),
      apiUrl: z.string(),
      /** Milliseconds a decision is held for undo before it leaves. */
      undoMs: z.int(),
    }),
    whileLocked: true,
  },
  'desk.state': { input: none, output: DeskState, whileLocked: true },
  /** Demo accounts of the API, if it runs the demo community; empty otherwise or when offline. */
  'desk.demoAccounts': { input: none, output: z.object({ accounts: z.array(DemoAccount) }), whileLocked: true },
  /** Online sign-in. Leads to `new-device`, `locked`, or (when that person's vault is already open) stays `open`. */
  'desk.signIn': {
    input: z.object({ username: z.string().min(1).max(64), password: passphrase, code: z.string() }),
    output: DeskState,
    whileLocked: true,
  },
  /** Choose whose vault to open, without network; null goes back to the list. */
  'desk.chooseProfile': { input: z.object({ profile: z.string().nullable() }), output: DeskState, whileLocked: true },
  /** First use on this device: make the vault. At least 10 characters. */
  'vault.create': { input: z.object({ passphrase: z.string().min(10).max(256) }), output: DeskState, whileLocked: true },
  'vault.unlock': { input: z.object({ passphrase }), output: DeskState, whileLocked: true },
  /** Opens the chosen desk with the key store of the operating system, where its owner has allowed it. */
  'vault.unlockWithKeychain': { input: none, output: DeskState, whileLocked: true },
  'vault.lock': { input: none, output: DeskState, whileLocked: true },
  'vault.changePassphrase': { input: z.object({ from: passphrase, to: z.string().min(10).max(256) }), output: ok },
  /** Allows or forbids the key store of the operating system to open this desk. Allowing asks for the desk passphrase. */
  'vault.useKeychain': { input: z.discriminatedUnion('on', [z.object({ on: z.literal(true), passphrase }), z.object({ on: z.literal(false) })]), output: DeskState },
  /**
   * For `corrupt` and `not-a-database` only, on the clinician's word: sets the damaged cache aside (never deletes it), rescues
   * undelivered decisions, and starts a fresh cache that syncs again.
   */
  'vault.rebuild': { input: z.object({ confirm: z.literal('set-aside') }), output: z.object({ state: DeskState, rescued: z.int(), setAside: z.string() }), whileLocked: true },
})
