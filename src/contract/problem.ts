/** The error body of every API answer that is not a success. */
import { z } from 'zod'

export const problemCodes = [
  'invalid',
  'unauthorised',
  'forbidden',
  'not_found',
  'too_large',
  'too_many_requests',
  'conflict',
  'unavailable',
  'storage_full',
  'internal',
] as const

/** `message` says what happened, that nothing was lost, and what to do; it never holds member text or identity. */
export const Problem = z.object({
  code: z.enum(problemCodes),
  message: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  requestId: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
