/** Times as people say them. Pure; all differences in milliseconds. */

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long something has waited: `now`, `3 min`, `2 h`, `4 d`. Never negative: a clock running ahead reads as `now`. */
export function age(since: string, now: number): string {
  const ms = now - Date.parse(since)
  if (!Number.isFinite(ms) || ms < minute) return 'now'
  if (ms < hour) return `${Math.floor(ms / minute)} min`
  if (ms < day) return `${Math.floor(ms / hour)} h`
  return `${Math.floor(ms / day)} d`
}

/** `just now`, `3 min ago`, `2 h ago`. */
export function ago(since: string, now: number): string {
  const words = age(since, now)
  return words === 'now' ? 'just now' : `${words} ago`
}

/** For the sync line: seconds matter there, in steps of 15 so that it does not flicker. */
export function syncedAgo(since: string, now: number): string {
  const ms = now - Date.parse(since)
  if (ms < 15_000) return 'just now'
  if (ms < minute) return `${Math.floor(ms / 15_000) * 15} s ago`
  return ago(since, now)
}

export type ClockState = { kind: 'running' | 'soon' | 'over'; text: string }

/** Where an item stands against its level's clock. `soon`: the last quarter of it. */
export function clockState(queuedAt: string, dueAt: string, now: number): ClockState {
  const due = Date.parse(dueAt)
  const whole = Math.max(1, due - Date.parse(queuedAt))
  const left = due - now
  if (left < 0) return { kind: 'over', text: `past its clock by ${span(-left)}` }
  if (left < whole / 4) return { kind: 'soon', text: `${span(left)} left on its clock` }
  return { kind: 'running', text: `${span(left)} left on its clock` }
}

/** A length of time in its two largest units at most: `45 s`, `12 min`, `2 h 5 min`, `3 d`. */
export function span(ms: number): string {
  if (ms < minute) return `${Math.max(0, Math.round(ms / 1000))} s`
  if (ms < hour) return `${Math.floor(ms / minute)} min`
  if (ms < day) {
    const minutes = Math.floor((ms % hour) / minute)
    return `${Math.floor(ms / hour)} h${minutes ? ` ${minutes} min` : ''}`
  }
  return `${Math.floor(ms / day)} d`
}

/** What is left until an instant, for leases and undo: `7 s`, `4:05`, from an hour on without seconds. */
export function countdown(until: string, now: number): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000))
  if (seconds < 60) return `${seconds} s`
  if (seconds >= 3600) return span(seconds * 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const longFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' })

/** `14:05` today, `21 Nov, 14:05` otherwise; local time of the desk. */
export function clockTime(at: string, now: number): string {
  const date = new Date(at)
  const same = date.toDateString() === new Date(now).toDateString()
  return same ? clockFormat.format(date) : `${dayFormat.format(date)}, ${clockFormat.format(date)}`
}

export const fullTime = (at: string) => longFormat.format(new Date(at))
export const monthOf = (at: string) => monthFormat.format(new Date(at))
