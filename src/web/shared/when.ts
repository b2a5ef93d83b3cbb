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
  const seen = local(then, timeZone)
  const days = local(now, timeZone).day - seen.day
  if (days === 0) return partOf(seen.hour, words.today)
  if (days === 1) return partOf(seen.hour, words.yesterday)
  if (days < 7) return words.on.replace('{day}', format(then, words.locale, timeZone, formats.weekday))
  return words.on.replace('{day}', dateWords(then, now, words.locale, timeZone))
}

/** A calendar date: "3 November", with the year when it is another one. */
export function dateWords(at: Date, now: Date, locale: string, timeZone?: string): string {
  const sameYear = format(at, locale, timeZone, formats.year) === format(now, locale, timeZone, formats.year)
  return format(at, locale, timeZone, sameYear ? formats.date : formats.dateAndYear)
}

/** The end of something, to the hour: "Friday 27 November, 14:00". */
export function untilWords(at: string, locale: string, timeZone?: string): string {
  const then = new Date(at)
  return `${format(then, locale, timeZone, formats.day).replace(',', '')}, ${format(then, locale, timeZone, formats.time)}`
}

/** The clock time and date in full, for the `title` of a time. */
export function exactly(at: string, locale: string, timeZone?: string): string {
  return format(new Date(at), locale, timeZone, formats.full)
}

const formats = {
  weekday: { weekday: 'long' },
  year: { year: 'numeric' },
  date: { day: 'numeric', month: 'long' },
  dateAndYear: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit' },
  full: { dateStyle: 'full', timeStyle: 'short' },
  local: { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

function format(at: Date, locale: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions): string {
  return formatter(locale, timeZone, options).format(at)
}

const formatters = new Map<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>()
/** Making a formatter costs a thousand times more than using it. */
function formatter(locale: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const where = timeZone ? `${locale} ${timeZone}` : locale
  const made = formatters.get(options)?.get(where)
  if (made) return made
  const fresh = new Intl.DateTimeFormat(locale, { ...options, ...(timeZone ? { timeZone } : {}) })
  formatters.set(options, (formatters.get(options) ?? new Map<string, Intl.DateTimeFormat>()).set(where, fresh))
  return fresh
}

function partOf(hour: number, parts: DayParts): string {
  if (hour < 5) return parts.night
  if (hour < 12) return parts.morning
  if (hour < 17) return parts.afternoon
  return hour < 21 ? parts.evening : parts.late
}

/** The hour, and the days since 1970 of the calendar date, that it is in this zone. */
function local(at: Date, timeZone: string | undefined): { day: number; hour: number } {
  const parts = formatter('en-GB', timeZone, formats.local).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return { day: Date.UTC(of('year'), of('month') - 1, of('day')) / dayLength, hour: of('hour') }
}
