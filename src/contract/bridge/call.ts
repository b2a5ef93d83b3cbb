/** How a call of the bridge is declared. */
import { z } from 'zod'

export type Call = { input: z.ZodType; output: z.ZodType; /** Answered while locked. */ whileLocked?: true }
export const define = <T extends Record<string, Call>>(calls: T): T => calls

export const none = z.object({})
export const ok = z.object({ ok: z.literal(true) })
