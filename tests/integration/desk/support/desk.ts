/** A desk for tests, with the answers unwrapped. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { BridgeAnswer, CallInput, CallName, CallOutput } from '../../../../src/contract/bridge'
import type { ScryptParams } from '../../../../src/main/desk/vault/wrap'
import type { TestApi } from '../../support/api'

/** Real scrypt, at a cost that tests can pay. */
export const cheapScrypt: ScryptParams = { N: 2 ** 12, r: 8, p: 1 }
export const passphrase = 'seven quiet herons'

export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'wallguide-desk-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export type Caller = { call(name: string, input: unknown): Promise<BridgeAnswer<CallName>> }

export async function ask<N extends CallName>(desk: Caller, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await desk.call(name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`)
  return answer.value as CallOutput<N>
}

export async function refusal<N extends CallName>(desk: Caller, name: N, input: CallInput<N>) {
  const answer = await desk.call(name, input)
  expect(answer.ok, `${name} should have been refused`).toBe(false)
  if (answer.ok) throw new Error('unreachable')
  return answer.error
}

/** Looks again until it holds; fails with the last reason after the deadline. */
export async function until<T>(look: () => Promise<T> | T, holds: (value: T) => boolean, what: string, deadlineMs = 15_000): Promise<T> {
  const end = Date.now() + deadlineMs
  for (;;) {
    const value = await look()
    if (holds(value)) return value
    if (Date.now() > end) throw new Error(`Not within ${deadlineMs} ms: ${what}. Last seen: ${JSON.stringify(value)?.slice(0, 600)}`)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}

/** Signs a demo account in and opens its vault, making it when this folder has none. */
export async function openVault(desk: Caller, api: TestApi, username: string) {
  const account = api.accounts().find((one) => one.user === username)
  if (!account) throw new Error(`No demo account ${username}`)
  const state = await ask(desk, 'desk.signIn', { username, password: account.password, code: account.code ?? '' })
  return state.phase === 'new-device' ? ask(desk, 'vault.create', { passphrase }) : ask(desk, 'vault.unlock', { passphrase })
}
