/** The directory in British English: needs, hours, and what a member is shown of a service. */
import { alwaysOpen, days, type Day, type Need, type Opening, type Service, type SignpostedService } from './directory'

export const needWords: Record<Need, string> = {
  crisis: 'Crisis',
  suicide: 'Thoughts of suicide',
  'self-harm': 'Self-harm',
  abuse: 'Abuse at home',
  bereavement: 'Grief',
  'low-mood': 'Low mood and worry',
  eating: 'Eating',
  substance: 'Alcohol and drugs',
  loneliness: 'Loneliness',
  'young-people': 'Young people',
  'older-people': 'Older people',
  carers: 'Carers',
  'housing-money': 'Housing and money',
  lgbt: 'LGBT+',
}

export const dayWords: Record<Day, string> = { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' }

/** "Monday to Friday", "Saturday and Sunday", "every day". */
function daysOf(byday: string): string {
  const set = byday.split(',')
  const at = days.flatMap((d, i) => (set.includes(d) ? [i] : []))
  const names = at.map((i) => dayWords[days[i] as Day])
  if (at.length === 7) return 'every day'
  const [first, last] = [names[0] ?? '', names.at(-1) ?? '']
  if (at.length > 2 && at.every((day, i) => day === (at[0] ?? 0) + i)) return `${first} to ${last}`
  return at.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : first
}

const clock = (time: string) => (time === '00:00' ? 'midnight' : time)

/** "Monday to Friday, 09:00 to 17:00; Saturday, 10:00 to 14:00 (London time)". Empty when not known. */
export function hoursInWords(service: Pick<Service, 'schedules' | 'time_zone'>): string {
  if (service.schedules.length === 0) return ''
  if (alwaysOpen(service)) return 'Open day and night'
  const parts = service.schedules.map((s) => `${daysOf(s.byday)}, ${s.opens_at === s.closes_at ? 'day and night' : `${clock(s.opens_at)} to ${clock(s.closes_at)}`}`)
  const city = (service.time_zone.split('/').at(-1) ?? '').replace(/_/g, ' ')
  const text = `${parts.join('; ')} (${city} time)`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function openingInWords(opening: Opening): string {
  if (opening.state === 'unknown') return 'Hours not listed'
  if (opening.state === 'open') return opening.until === null ? 'Open day and night' : `Open until ${clock(opening.until)}`
  return opening.from === null ? 'Closed' : `Closed, opens ${dayWords[opening.from.day]} ${clock(opening.from.time)}`
}

/** What the member is shown of a service. */
export const toSignposted = (service: Service): SignpostedService => ({
  id: service.id,
  name: service.name,
  does: service.description,
  phones: service.phones,
  ...(service.url !== undefined && { url: service.url }),
  hours: hoursInWords(service),
})
