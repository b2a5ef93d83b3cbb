/** Numbers of the demo community. */
import { createHash } from 'node:crypto'

/** The same for the same words: version 7 in form, so that it sorts by `at` like every other id. */
export function demoId(words: string, at: Date): string {
  const hash = createHash('sha256').update(`wallguide demo ${words}`).digest('hex')
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`
}
