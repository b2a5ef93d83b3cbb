/** Times as a person would say them ("this morning", "on Tuesday"). Pure: runs on the server and in the browser. */

export type WhenWords = {
  locale: string
  justNow: string
  fewMinutes: string
  halfAnHour: string
  anHour: string
  today: DayParts
  yesterday: DayParts
  /** `{day}` is a weekday or a date. */
  on: string
}
/** Parts of a day: before 5, before 12, before 17, before 21, later. */
export type DayParts = { night: string; morning: string; afternoon: string; evening: string; late: string }

const minute = 60_000
const dayLength = 24 * 60 * minute

/**
 * Says when `at` was, seen from `now`, in a time zone (IANA name; the machine's own when absent). Relative for the first
 * hour and a half, then by the part of the day, the weekday, the date. Never a count of minutes: nobody is being timed.
 */
export function when(at: string, now: Date, words: WhenWords, timeZone?: string): string {
  const then = new Date(at)
  const age = now.getTime() - then.getTime()
  if (age < 2 * minute) return words.justNow
  if (age < 12 * minute) return words.fewMinutes
  if (age < 45 * minute) return words.halfAnHour
  if (age < 90 * minute) return words.anHour
  const days = dayNumber(now, timeZone) - dayNumber(then, timeZone)
  if (days === 0) return partOf(then, words.today, timeZone)
  if (days === 1) return partOf(then, words.yesterday, timeZone)
  if (days < 7) return words.on.replace('{day}', format(then, words.locale, timeZone, { weekday: 'long' }))
  return words.on.replace('{day}', dateWords(then, now, words.locale, timeZone))
}

/** A calendar date: "3 November", with the year when it is another one. */
export function dateWords(at: Date, now: Date, locale: string, timeZone?: string): string {
  const sameYear = format(at, locale, timeZone, { year: 'numeric' }) === format(now, locale, timeZone, { year: 'numeric' })
  return format(at, locale, timeZone, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })
}

/** The end of something, to the hour: "Friday 27 November, 14:00". */
export function untilWords(at: string, locale: string, timeZone?: string): string {
  const then = new Date(at)
  const day = format(then, locale, timeZone, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')
  return `${day}, ${format(then, locale, timeZone, { hour: '2-digit', minute: '2-digit' })}`
}

/** The clock time and date in full, for the `title` of a time. */
export function exactly(at: string, locale: string, timeZone?: string): string {
  return format(new Date(at), locale, timeZone, { dateStyle: 'full', timeStyle: 'short' })
}

function format(at: Date, locale: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions): string {
  return formatter(locale, timeZone, options).format(at)
}

const formatters = new Map<string, Intl.DateTimeFormat>()
/** Making a formatter costs a thousand times more than using it. */
function formatter(locale: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone ?? ''}|${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, ...(timeZone ? { timeZone } : {}) })
  formatters.set(key, made)
  return made
}

function partOf(at: Date, parts: DayParts, timeZone: string | undefined): string {
  const hour = Number(formatter('en-GB', timeZone, { hour: 'numeric', hourCycle: 'h23' }).format(at))
  if (hour < 5) return parts.night
  if (hour < 12) return parts.morning
  if (hour < 17) return parts.afternoon
  return hour < 21 ? parts.evening : parts.late
}

/** Days since 1970 of the calendar date that it is in this zone. */
function dayNumber(at: Date, timeZone: string | undefined): number {
  const parts = formatter('en-GB', timeZone, { year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day')) / dayLength
}
