import { describe, expect, it } from 'vitest'
import crisisFile from '#resources/crisis-lines.json'
import demoFile from '#resources/directory/demo.json'
import { crisisServices, CrisisLines } from '#contract/crisis-lines'
import { Directory, findServices, isStale, needs, needsOf, openNow, Service, servicesNear, type Schedule } from '#contract/directory'
import { hoursInWords, needWords, openingInWords, toSignposted } from '#contract/directory-words'

const demo = Directory.parse(demoFile).services
const crisis = crisisServices(CrisisLines.parse(crisisFile))
const all = [...crisis, ...demo]
const weekly = (byday: string, opens_at: string, closes_at: string, more: Partial<Schedule> = {}): Schedule => ({ freq: 'WEEKLY', byday, opens_at, closes_at, ...more })
const open = (zone: string, schedules: Schedule[], at: string) => openNow({ time_zone: zone, schedules }, new Date(at))
const weekdays = 'MO,TU,WE,TH,FR'

describe('open now', () => {
  it('goes by the clock on the wall of the service, before and after daylight saving begins', () => {
    const nine = [weekly(weekdays, '09:00', '17:00')]
    // London: 29 March 2026, 01:00 UTC. Nine o'clock is 09:00 UTC on Friday the 27th and 08:00 UTC on Monday the 30th.
    expect(open('Europe/London', nine, '2026-03-27T08:30:00Z').state).toBe('closed')
    expect(open('Europe/London', nine, '2026-03-27T09:00:00Z')).toEqual({ state: 'open', until: '17:00' })
    expect(open('Europe/London', nine, '2026-03-30T08:00:00Z').state).toBe('open')
    expect(open('Europe/London', nine, '2026-03-30T16:00:00Z').state).toBe('closed')
  })

  it('goes by each zone’s own date of change: New York changes three weeks before London', () => {
    const nine = [weekly(weekdays, '09:00', '17:00')]
    expect(open('America/New_York', nine, '2026-03-13T13:00:00Z').state).toBe('open')
    expect(open('America/New_York', nine, '2026-03-06T13:30:00Z').state).toBe('closed')
    expect(open('America/New_York', nine, '2026-11-02T13:30:00Z').state).toBe('closed')
    expect(open('America/New_York', nine, '2026-11-02T14:00:00Z').state).toBe('open')
  })

  it('holds through the night in which the clock is put back, and the hour that comes twice is open twice', () => {
    const night = [weekly('SA', '20:00', '06:00')]
    for (const at of ['2026-10-24T23:30:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T05:59:00Z']) expect([at, open('Europe/London', night, at)]).toEqual([at, { state: 'open', until: '06:00' }])
    expect(open('Europe/London', night, '2026-10-25T06:00:00Z').state).toBe('closed')
  })

  it('belongs, after midnight, to the evening before', () => {
    const friday = [weekly('FR', '22:00', '02:00')]
    expect(open('Europe/London', friday, '2026-11-28T01:30:00Z').state).toBe('open')
    expect(open('Europe/London', friday, '2026-11-29T01:30:00Z').state).toBe('closed')
    expect(open('Europe/London', friday, '2026-11-27T01:30:00Z')).toEqual({ state: 'closed', from: { day: 'FR', time: '22:00' } })
  })

  it('knows day and night, and does not take unknown hours for closed ones', () => {
    expect(open('Europe/London', [weekly('MO,TU,WE,TH,FR,SA,SU', '00:00', '00:00')], '2026-11-23T03:00:00Z')).toEqual({ state: 'open', until: null })
    expect(open('Europe/London', [], '2026-11-23T03:00:00Z')).toEqual({ state: 'unknown' })
  })

  it('heeds the dates between which a schedule holds', () => {
    const advent = [weekly('SA', '10:00', '12:00', { valid_from: '2026-12-01', valid_to: '2026-12-24' })]
    expect(open('Europe/London', advent, '2026-11-20T11:00:00Z')).toEqual({ state: 'closed', from: null })
    expect(open('Europe/London', advent, '2026-12-05T11:00:00Z').state).toBe('open')
    expect(open('Europe/London', advent, '2026-12-26T11:00:00Z').state).toBe('closed')
  })

  it('says when it opens next, also next week', () => {
    const tuesday = [weekly('TU', '10:00', '16:00')]
    expect(open('Europe/London', tuesday, '2026-11-24T09:59:00Z')).toEqual({ state: 'closed', from: { day: 'TU', time: '10:00' } })
    expect(openingInWords(open('Europe/London', tuesday, '2026-11-24T16:00:00Z'))).toBe('Closed, opens Tuesday 10:00')
  })
})

describe('the directory that ships', () => {
  it('is made up but for the crisis lines: reserved numbers only, each marked as made up', () => {
    for (const service of demo) {
      expect([service.id, /\((made up|fictive)\)$/.test(service.name), new URL(service.url ?? '').hostname]).toEqual([service.id, true, 'example.org'])
      for (const { number, tel } of service.phones) expect([number, /^(01632 960\d{3}|07700 900\d{3}|\(\d{3}\) 555-01\d\d)$/.test(number), /^\+(441632960|447700900)\d{3}$|^\+1\d{3}55501\d\d$/.test(tel)]).toEqual([number, true, true])
    }
  })

  it('has an id for each service, a zone that exists, and a service for every need', () => {
    expect(new Set(all.map((s) => s.id)).size).toBe(all.length)
    for (const service of all) {
      expect(() => Service.parse(service)).not.toThrow()
      expect(() => openNow(service, new Date('2026-11-23T12:00:00Z'))).not.toThrow()
    }
    expect(needs.filter((need) => !all.some((s) => needsOf(s).includes(need)))).toEqual([])
    expect(Object.keys(needWords).sort()).toEqual([...needs].sort())
  })

  it('takes every crisis line from the one dated file, with its number and its date', () => {
    const shout = crisis.find((s) => s.id === 'crisis-gb-shout')
    const line = crisisFile.countries[0]?.lines.find((l) => l.name === 'Shout')
    expect(shout).toMatchObject({ phones: [{ number: line && 'text' in line ? line.text?.number : null, type: 'text' }], assured_date: crisisFile.verifiedAt })
    expect(crisis).toHaveLength(crisisFile.countries.reduce((sum, c) => sum + c.lines.length, 0))
  })
})

describe('finding services', () => {
  const monday = new Date('2026-11-23T12:00:00Z')
  const names = (query: Parameters<typeof findServices>[1], at = monday) => findServices(all, query, at).map((h) => h.service.id)

  it('finds by words, need, area, age and language together', () => {
    expect(names({ text: 'drinking', area: 'GB' })).toEqual(['demo-clear-water'])
    expect(names({ needs: ['abuse'], area: 'US' })).toEqual(['demo-safe-harbor'])
    expect(names({ needs: ['bereavement'], language: 'fr' })).toEqual(['demo-deuil-ensemble'])
    expect(names({ needs: ['older-people'], area: 'GB', age: 40 })).toEqual([])
    expect(names({ needs: ['older-people'], area: 'GB', age: 70 })).toEqual(['demo-garden-bench'])
    expect(names({ text: 'ecoute' })).toEqual(['demo-ligne-du-soir'])
  })

  it('offers a region the services of its country, and a country those of its regions', () => {
    expect(names({ needs: ['low-mood'], area: 'GB-SCT' })).toContain('demo-quiet-mind')
    expect(names({ needs: ['low-mood'], area: 'GB-SCT' })).not.toContain('demo-llais')
    expect(names({ needs: ['low-mood'], area: 'GB' })).toContain('demo-glen-talk')
  })

  it('puts what is open first, and with "open now" leaves out only what is known to be closed', () => {
    const night = new Date('2026-11-24T02:00:00Z')
    const hits = findServices(all, { needs: ['crisis'], area: 'GB' }, night)
    const order = hits.map((h) => h.opening.state)
    expect(order).toEqual([...order].sort((a, b) => ['open', 'unknown', 'closed'].indexOf(a) - ['open', 'unknown', 'closed'].indexOf(b)))
    expect(names({ area: 'GB', needs: ['low-mood', 'crisis'], openNow: true }, night)).toEqual(expect.arrayContaining(['demo-lantern-line', 'crisis-gb-samaritans']))
    expect(names({ area: 'GB', needs: ['low-mood', 'crisis'], openNow: true }, night)).not.toContain('demo-quiet-mind')
  })

  it('counts a crisis entry as stale after 30 days and any other after 180', () => {
    const at = (days: number) => new Date(Date.parse('2026-01-01T00:00:00Z') + days * 86_400_000)
    const entry = (taxonomy_term: 'crisis' | 'eating') => ({ assured_date: '2026-01-01', attributes: [{ taxonomy_term }] })
    expect([30, 30.5].map((d) => isStale(entry('crisis'), at(d)))).toEqual([false, true])
    expect([180, 180.5].map((d) => isStale(entry('eating'), at(d)))).toEqual([false, true])
  })

  it('shows three near the member that fit the item, none when the country is not known', () => {
    const near = servicesNear(all, 'GB', ['domestic-abuse'], monday)
    expect(near.map((h) => h.service.id)).toEqual(['demo-safe-door'])
    // By day the night line is closed; the country's own lines stand before it, in the order of their file.
    expect(servicesNear(all, 'GB', ['distress', 'suicide'], monday).map((h) => h.service.id)).toEqual(['crisis-gb-nhs-111-option-2', 'crisis-gb-samaritans', 'crisis-gb-shout'])
    expect(servicesNear(all, 'GB', ['distress', 'suicide'], new Date('2026-11-23T23:00:00Z')).map((h) => h.service.id)[0]).toBe('demo-lantern-line')
    expect(servicesNear(all, 'GB', [], monday).length).toBeGreaterThan(0)
    expect(servicesNear(all, null, ['suicide'], monday)).toEqual([])
  })
})

describe('what a member is shown', () => {
  it('has the hours in words, in the service’s own time', () => {
    const words = (schedules: Schedule[]) => hoursInWords({ schedules, time_zone: 'America/New_York' })
    expect(words([weekly(weekdays, '09:00', '17:00'), weekly('SA', '10:00', '13:00')])).toBe('Monday to Friday, 09:00 to 17:00; Saturday, 10:00 to 13:00 (New York time)')
    expect(words([weekly('MO,WE,FR', '12:00', '00:00')])).toBe('Monday, Wednesday and Friday, 12:00 to midnight (New York time)')
    expect(words([])).toBe('')
    expect(toSignposted(demo.find((s) => s.id === 'demo-safe-door')!)).toMatchObject({ hours: 'Open day and night', phones: [{ number: '01632 960110' }] })
  })
})
