import { describe, expect, it } from 'vitest'
import { dateWords, untilWords, when } from '../../../src/web/shared/when'
import { whenEnGB } from '../../../src/web/shared/when-en-GB'

/** A Wednesday, two in the afternoon in London. */
const now = new Date('2026-11-25T14:00:00.000Z')
const said = (at: string, zone = 'Europe/London') => when(at, now, whenEnGB, zone)

describe('times as a person would say them', () => {
  it.each([
    ['2026-11-25T13:59:30.000Z', 'just now'],
    ['2026-11-25T14:00:20.000Z', 'just now'],
    ['2026-11-25T13:52:00.000Z', 'a few minutes ago'],
    ['2026-11-25T13:30:00.000Z', 'half an hour ago'],
    ['2026-11-25T13:00:00.000Z', 'an hour ago'],
    ['2026-11-25T12:10:00.000Z', 'this afternoon'],
    ['2026-11-25T09:00:00.000Z', 'this morning'],
    ['2026-11-25T03:00:00.000Z', 'in the night'],
    ['2026-11-24T22:30:00.000Z', 'last night'],
    ['2026-11-24T18:30:00.000Z', 'yesterday evening'],
    ['2026-11-22T10:00:00.000Z', 'on Sunday'],
    ['2026-11-03T10:00:00.000Z', 'on 3 November'],
    ['2025-11-03T10:00:00.000Z', 'on 3 November 2025'],
  ])('%s is "%s"', (at, words) => expect(said(at)).toBe(words))

  it('goes by the day where the reader is, not by the server’s', () => {
    expect(said('2026-11-24T23:30:00.000Z', 'Europe/London')).toBe('last night')
    expect(said('2026-11-25T02:30:00.000Z', 'America/Toronto')).toBe('last night')
    expect(said('2026-11-25T11:30:00.000Z', 'Pacific/Auckland')).toBe('in the night')
  })

  it('says the end of a restriction to the hour', () => {
    expect(untilWords('2026-11-27T14:00:00.000Z', 'en-GB', 'Europe/London')).toBe('Friday 27 November, 14:00')
    expect(dateWords(new Date('2026-11-23'), now, 'en-GB', 'UTC')).toBe('23 November')
  })
})
