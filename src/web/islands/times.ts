/** Says times again in the reader's own time zone, and again as they pass. */
import { when } from '../shared/when'
import { whenEnGB } from '../shared/when-en-GB'

export function sayTimes(within: ParentNode): void {
  const now = new Date()
  for (const time of within.querySelectorAll('time')) {
    const words = when(time.dateTime, now, whenEnGB)
    if (time.textContent !== words) time.textContent = words
  }
}
