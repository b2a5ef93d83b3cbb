/**
 * The directory of services that a Guide may point a member to, in the shape of Open Referral HSDS 3.0 (only the fields that
 * we use, by their names), and the pure questions asked of it: which fit, which are open, which are due for checking.
 */
import { z } from 'zod'
import type { Category } from './risk'

/** What people look for. Kept as a taxonomy term of the service (`attributes`). */
export const needs = [
  'crisis',
  'suicide',
  'self-harm',
  'abuse',
  'bereavement',
  'low-mood',
  'eating',
  'substance',
  'loneliness',
  'young-people',
  'older-people',
  'carers',
  'housing-money',
  'lgbt',
] as const
export const Need = z.enum(needs)
export type Need = z.infer<typeof Need>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 09:30')

export const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Day = (typeof days)[number]

/** A weekly opening, as the parts of an RRULE. Closing at or before the hour of opening means on the next day. */
export const Schedule = z.object({
  freq: z.literal('WEEKLY'),
  byday: z.string().regex(/^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/),
  opens_at: time,
  closes_at: time,
  valid_from: z.iso.date().optional(),
  valid_to: z.iso.date().optional(),
})
export type Schedule = z.infer<typeof Schedule>

export const Phone = z.object({
  /** As people read it. */
  number: z.string().min(2).max(40),
  /** As a telephone dials it. */
  tel: z.string().regex(/^\+?\d{3,15}$/),
  type: z.enum(['voice', 'text']),
})
export type Phone = z.infer<typeof Phone>

export const Service = z.object({
  id: z.string().regex(/^[a-z0-9-]{3,80}$/),
  name: z.string().min(1).max(120),
  description: z.string().min(1).max(400),
  organization: z.object({ name: z.string().min(1).max(120) }),
  status: z.literal('active'),
  url: z.url().optional(),
  phones: z.array(Phone).max(6),
  /** ISO 639 codes. */
  languages: z.array(z.object({ code: z.string().min(2).max(5) })).min(1),
  /** `extent`: an ISO 3166-1 country or 3166-2 region, such as GB or CA-QC. */
  service_areas: z.array(z.object({ name: z.string().min(1), extent: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/) })).min(1),
  minimum_age: z.int().min(0).optional(),
  maximum_age: z.int().max(130).optional(),
  eligibility_description: z.string().max(200).optional(),
  /** Empty: the hours are not known, which is not the same as closed. */
  schedules: z.array(Schedule),
  /** Our own field: IANA zone of the schedules. HSDS has only an offset, which daylight saving makes wrong for half the year. */
  time_zone: z.string().min(3),
  attributes: z.array(z.object({ taxonomy_term: Need })).min(1),
  /** When somebody last made sure that it is right. */
  assured_date: z.iso.date(),
})
export type Service = z.infer<typeof Service>

export const Directory = z.object({
  version: z.string().min(1),
  licence: z.string().min(1),
  services: z.array(Service),
})
export type Directory = z.infer<typeof Directory>

/** What a member is shown of a service, kept with the message as it was when it was sent. */
export const SignpostedService = z.object({
  id: z.string(),
  name: z.string(),
  does: z.string(),
  phones: z.array(Phone),
  url: z.string().optional(),
  /** In words, in the service's own time; empty when not known. */
  hours: z.string(),
})
export type SignpostedService = z.infer<typeof SignpostedService>

export const needsOf = (service: Service): Need[] => service.attributes.map((a) => a.taxonomy_term)

// ── opening hours ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** `until` and `from` are times of day in the service's zone; `day` is the day on which it opens next. */
export type Opening = { state: 'open'; until: string | null } | { state: 'closed'; from: { day: Day; time: string } | null } | { state: 'unknown' }

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const formats = new Map<string, Intl.DateTimeFormat>()

/** Wall-clock time in a zone. Intl carries the rules of daylight saving. */
function wallClock(at: Date, zone: string): { date: string; day: number; minute: number; time: string } {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
    formats.set(zone, format)
  }
  const part = Object.fromEntries(format.formatToParts(at).map((p) => [p.type, p.value]))
  const date = `${part['year']}-${part['month']}-${part['day']}`
  const time = `${part['hour']}:${part['minute']}`
  return { date, day: (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7, minute: minutes(time), time }
}

const dayBefore = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
const inForce = (s: Schedule, date: string) => (s.valid_from === undefined || s.valid_from <= date) && (s.valid_to === undefined || date <= s.valid_to)
const on = (s: Schedule, day: number) => s.byday.split(',').includes(days[(day + 7) % 7] as Day)
const overnight = (s: Schedule) => minutes(s.closes_at) <= minutes(s.opens_at)
const allDay = (s: Schedule) => s.opens_at === s.closes_at

/** Open at every minute of every day. */
export const alwaysOpen = (service: Pick<Service, 'schedules'>): boolean =>
  service.schedules.some((s) => allDay(s) && s.valid_from === undefined && s.valid_to === undefined && new Set(s.byday.split(',')).size === 7)

/** Whether a service is open at a moment, by its own clock on the wall. Without hours it is unknown, never closed. */
export function openNow(service: Pick<Service, 'schedules' | 'time_zone'>, at: Date): Opening {
  const { schedules } = service
  if (schedules.length === 0) return { state: 'unknown' }
  if (alwaysOpen(service)) return { state: 'open', until: null }
  const now = wallClock(at, service.time_zone)
  const yesterday = dayBefore(now.date)
  const running = schedules.filter((s) => {
    const today = inForce(s, now.date) && on(s, now.day) && now.minute >= minutes(s.opens_at) && (overnight(s) || now.minute < minutes(s.closes_at))
    const sinceYesterday = overnight(s) && inForce(s, yesterday) && on(s, now.day - 1) && now.minute < minutes(s.closes_at)
    return today || sinceYesterday
  })
  const last = running.toSorted((a, b) => left(a, now.minute) - left(b, now.minute)).at(-1)
  if (last) return { state: 'open', until: last.closes_at }
  return { state: 'closed', from: nextOpening(schedules, now) }
}

const left = (s: Schedule, minute: number) => (minutes(s.closes_at) - minute + 1440) % 1440 || 1440

function nextOpening(schedules: readonly Schedule[], now: { date: string; day: number; minute: number }): { day: Day; time: string } | null {
  for (let ahead = 0; ahead <= 7; ahead++) {
    const date = new Date(Date.parse(`${now.date}T00:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10)
    const opening = schedules
      .filter((s) => inForce(s, date) && on(s, now.day + ahead - 7) && (ahead > 0 || minutes(s.opens_at) > now.minute))
      .map((s) => s.opens_at)
      .sort()[0]
    if (opening !== undefined) return { day: days[(now.day + ahead) % 7] as Day, time: opening }
  }
  return null
}

// ── age of an entry ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Days after which an entry is due for checking (domain §9). */
export const staleAfterDays = { crisis: 30, other: 180 } as const

export const isStale = (service: Pick<Service, 'assured_date' | 'attributes'>, at: Date): boolean => {
  const limit = service.attributes.some((a) => a.taxonomy_term === 'crisis') ? staleAfterDays.crisis : staleAfterDays.other
  return at.getTime() - Date.parse(`${service.assured_date}T00:00:00Z`) > limit * 86_400_000
}

// ── finding ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export const DirectoryQuery = z.object({
  /** Words of the name, what it does, the organisation or the area; all have to be found. */
  text: z.string().max(120).default(''),
  needs: z.array(Need).max(needs.length).default([]),
  /** Country or region; a service of the whole country serves its regions, too. */
  area: z.string().max(6).nullable().default(null),
  age: z.int().min(0).max(130).nullable().default(null),
  language: z.string().max(5).nullable().default(null),
  /** Leaves out what is known to be closed; hours that are not known stay, marked so. */
  openNow: z.boolean().default(false),
  limit: z.int().min(1).max(50).default(20),
})
export type DirectoryQuery = z.infer<typeof DirectoryQuery>

export type DirectoryHit = { service: Service; opening: Opening; stale: boolean }

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const openFirst = { open: 0, unknown: 1, closed: 2 } as const

/**
 * Services that fit, best first: more of the needs, then open before unknown before closed, then fresh before stale, then by
 * name. Stale ones are never left out: an old number is better than none, and it is shown as old.
 */
export function findServices(services: readonly Service[], query: Partial<DirectoryQuery>, at: Date): DirectoryHit[] {
  const { text, needs: wanted, area, age, language, openNow: onlyOpen, limit } = DirectoryQuery.parse(query)
  const words = folded(text).split(/\s+/).filter(Boolean)
  const met = (service: Service) => needsOf(service).filter((n) => wanted.includes(n)).length
  return services
    .filter((s) => {
      if (wanted.length > 0 && met(s) === 0) return false
      if (area !== null && !s.service_areas.some(({ extent }) => extent === area || area.startsWith(`${extent}-`) || extent.startsWith(`${area}-`))) return false
      if (age !== null && (age < (s.minimum_age ?? 0) || age > (s.maximum_age ?? 130))) return false
      if (language !== null && !s.languages.some(({ code }) => code === language)) return false
      const all = folded([s.name, s.description, s.organization.name, ...s.service_areas.map((a) => a.name)].join(' '))
      return words.every((w) => all.includes(w))
    })
    .map((service) => ({ service, opening: openNow(service, at), stale: isStale(service, at) }))
    .filter(({ opening }) => !onlyOpen || opening.state !== 'closed')
    .sort(
      (a, b) =>
        met(b.service) - met(a.service) ||
        openFirst[a.opening.state] - openFirst[b.opening.state] ||
        Number(a.stale) - Number(b.stale) ||
        a.service.name.localeCompare(b.service.name),
    )
    .slice(0, limit)
}

/** What a theme of the scorer asks a directory for, most fitting first. */
export const needsOfTheme: Partial<Record<Category, readonly Need[]>> = {
  suicide: ['crisis', 'suicide'],
  'self-harm': ['self-harm', 'crisis'],
  overdose: ['crisis', 'suicide'],
  'safeguarding-child': ['young-people', 'abuse'],
  'safeguarding-adult': ['abuse', 'carers'],
  'domestic-abuse': ['abuse'],
  'eating-disorder': ['eating'],
  substance: ['substance'],
  psychosis: ['crisis', 'low-mood'],
  distress: ['low-mood', 'loneliness'],
  contagion: ['suicide', 'bereavement'],
}

/** Between ages that are not known, a service for everybody comes before one for some. */
const forSome = ({ minimum_age, maximum_age }: Service) => Number((minimum_age ?? 0) > 18 || maximum_age !== undefined)

/**
 * Some services that fit a member's country and an item's themes; without a theme, those for low mood and loneliness. Where a
 * theme asks for crisis help, crisis lines come first, and none that is known to be closed before one that may answer.
 */
export function servicesNear(services: readonly Service[], country: string | null, themes: readonly Category[], at: Date, count = 3): DirectoryHit[] {
  if (country === null) return []
  const found = new Set(themes.flatMap((t) => needsOfTheme[t] ?? []))
  const wanted = found.size > 0 ? [...found] : (['low-mood', 'loneliness'] as const satisfies readonly Need[])
  const urgent = found.has('crisis')
  const notCrisis = (hit: DirectoryHit) => Number(urgent && !needsOf(hit.service).includes('crisis'))
  const closed = (hit: DirectoryHit) => Number(hit.opening.state === 'closed')
  // Among equals the directory's own order stands: it is somebody's judgement.
  return findServices(services, { area: country, needs: [...wanted], limit: 50 }, at)
    .map((hit) => ({ hit, place: services.indexOf(hit.service), met: needsOf(hit.service).filter((n) => found.has(n)).length }))
    .sort(
      (a, b) =>
        notCrisis(a.hit) - notCrisis(b.hit) ||
        closed(a.hit) - closed(b.hit) ||
        forSome(a.hit.service) - forSome(b.hit.service) ||
        Number(a.hit.stale) - Number(b.hit.stale) ||
        b.met - a.met ||
        a.place - b.place,
    )
    .slice(0, count)
    .map(({ hit }) => hit)
}
