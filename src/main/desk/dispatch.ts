/**
 * The one way in. Input and output are checked against the contract, a locked desk answers `locked`, and every error becomes a
 * value: the caller always gets an answer.
 */
import { bridgeCalls, type BridgeAnswer, type BridgeError, type CallName, type CallOutput, type OpenCallName } from '#contract/bridge'
import type { z } from 'zod'
import { bridgeErrorOf } from './errors'

export type Handlers = { [N in CallName]: (input: z.output<(typeof bridgeCalls)[N]['input']>) => CallOutput<N> | Promise<CallOutput<N>> }

/** What an open desk answers. Each capability gives its own part of it. */
export type OpenHandlers = Pick<Handlers, OpenCallName>

export type DispatchDeps = {
  handlers: Handlers
  isOpen: () => boolean
  /** Told of every error that a call ran into; gives the error that the caller sees. */
  onError?: (error: unknown) => unknown
}

/** More at once than a person can cause: something is wrong with the caller. */
const mostAtOnce = 256

const refusal = (code: BridgeError['code'], message: string): { ok: false; error: BridgeError } => ({ ok: false, error: { code, message } })

const isCall = (name: string): name is CallName => Object.hasOwn(bridgeCalls, name)

export function createDispatch({ handlers, isOpen, onError }: DispatchDeps): (name: string, input: unknown) => Promise<BridgeAnswer<CallName>> {
  let running = 0
  const locked = () => refusal('locked', 'The desk is locked. Your work is kept; open it with your desk passphrase.')
  return async (name, input) => {
    if (!isCall(name)) return refusal('invalid', 'The desk does not know this request. Nothing was changed.')
    const { input: wanted, output, whileLocked } = bridgeCalls[name] as { input: z.ZodType; output: z.ZodType; whileLocked?: true }
    if (!whileLocked && !isOpen()) return locked()
    const parsed = wanted.safeParse(input)
    if (!parsed.success) return refusal('invalid', `Something in the request is not right (${where(parsed.error)}). Nothing was changed.`)
    if (running >= mostAtOnce) return refusal('internal', 'The desk has too much to do at once. Nothing was lost; try again in a moment.')
    running++
    try {
      const value = await (handlers[name] as (input: unknown) => unknown)(parsed.data)
      const checked = output.safeParse(value)
      if (checked.success) return { ok: true, value: checked.data as CallOutput<CallName> }
      throw new Error(`The answer to ${name} does not fit the contract: ${where(checked.error)}`)
    } catch (error) {
      // The desk was locked while the call was under way: its handles are gone, and that is all there is to say.
      if (!whileLocked && !isOpen()) return locked()
      return { ok: false, error: bridgeErrorOf(onError ? onError(error) : error) }
    } finally {
      running--
    }
  }
}

/** Names of fields only: what was typed into them is nobody else's business. */
const where = (error: z.ZodError): string => [...new Set(error.issues.map((issue) => issue.path.join('.') || 'all of it'))].slice(0, 5).join(', ')
