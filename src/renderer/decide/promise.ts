/** When something promised to a member is due: four choices that cover a shift, on the Guide's own clock. */

/** `today`, `tomorrow` and `three-days` are at 20:00; a date (2026-11-30) is at noon. */
export type DueChoice = 'today' | 'tomorrow' | 'three-days' | `${number}-${number}-${number}`

export const dueWords = { 'today': 'Today, 20:00', 'tomorrow': 'Tomorrow', 'three-days': 'In 3 days' } as const

const evening = 20
const noon = 12
const isDate = (text: string): text is DueChoice => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Reads a kept choice; anything else is today. */
export const readDue = (value: unknown): DueChoice =>
  value === 'today' || value === 'tomorrow' || value === 'three-days' || (typeof value === 'string' && isDate(value)) ? (value as DueChoice) : 'today'

/** In local time. Days are counted on the calendar, so that a day of 23 or 25 hours is one day. */
export function dueOf(choice: DueChoice, now: Date): Date {
  const ahead = { 'today': 0, 'tomorrow': 1, 'three-days': 3 } as const
  if (choice in ahead) return new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead[choice as keyof typeof ahead], evening)
  const [year = 0, month = 1, day = 1] = choice.split('-').map(Number)
  return new Date(year, month - 1, day, noon)
}

/** The first choice that is still to come: after 20:00 a promise is for tomorrow. */
export const firstDue = (now: Date): DueChoice => (dueOf('today', now).getTime() > now.getTime() ? 'today' : 'tomorrow')
