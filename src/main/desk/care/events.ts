/**
 * What this person read, decided and when they rested: the only writer of `care_event`. Private to them, in the encrypted cache
 * alone, forgotten after a month. Nothing of it is ever part of a request.
 */
import type { DecisionId } from '#contract/ids'
import type { Verdict } from '#contract/review'
import { levels, type Level } from '#contract/risk'
import type { Cache } from '../cache/open'
import type { Rest } from './rhythm'

export const keptMs = 30 * 86_400_000

export type Reading = { at: number; until: number; item: string; level: Level; load: number }
export type Deciding = { at: number; item: string; decision: DecisionId; level: Level; verdict: Verdict; queuedAt: number; load: number }

type Columns = { at: number; until: number | null; itemId: string; decisionId: string; level: number; verdict: string; queuedAt: number; load: number }

export function careEvents({ write: { db } }: Cache) {
  const insert = db.prepare(
    `insert into care_event (kind, at, until, item_id, decision_id, level, verdict, queued_at, load)
     values (@kind, @at, @until, @item, @decision, @level, @verdict, @queuedAt, @load)`,
  )
  const none = { until: null, item: null, decision: null, level: null, verdict: null, queuedAt: null, load: 0 }
  const columns = `at, until, item_id as itemId, decision_id as decisionId, level, verdict, queued_at as queuedAt, load`
  const since = db.prepare<[string, number], Columns>(`select ${columns} from care_event where kind = ? and at >= ? order by at, id`)
  const times = db.prepare<[number], number>('select at from care_event where at >= ? order by at').pluck()
  const finish = db.prepare<[number, string]>('update care_event set until = ? where kind = ? and until is null')
  const dropOpen = db.prepare<[string]>('delete from care_event where kind = ? and until is null')
  const end = db.prepare<[number, string, number]>('update care_event set until = ? where kind = ? and until > ?')
  const undo = db.prepare<[string]>(`delete from care_event where kind = 'decided' and decision_id = ?`)
  const forget = db.prepare<[number]>('delete from care_event where at < ?')
  const handledHard = db.prepare<[number, number], Columns>(
    `select ${columns}, max(at) from care_event
     where kind = 'decided' and at >= ? and (level <= ${levels.indexOf('red')} or verdict in ('escalate', 'message'))
     group by item_id order by at desc limit ?`,
  )
  const levelOf = (level: number): Level => levels[level] ?? 'amber'
  const rests = (kind: 'break' | 'pause', from: number): Rest[] => since.all(kind, from).map(({ at, until }) => ({ from: at, until }))
  const deciding = (row: Columns): Deciding => ({
    at: row.at,
    item: row.itemId,
    decision: row.decisionId as DecisionId,
    level: levelOf(row.level),
    verdict: row.verdict as Verdict,
    queuedAt: row.queuedAt,
    load: row.load,
  })
  return {
    read: ({ level, ...reading }: Reading) => insert.run({ ...none, ...reading, kind: 'read', level: levels.indexOf(level) }),
    decided: ({ level, ...deciding }: Deciding) => insert.run({ ...none, ...deciding, kind: 'decided', level: levels.indexOf(level) }),
    undone: (decision: string) => undo.run(decision),
    breakFrom: (at: number) => insert.run({ ...none, kind: 'break', at }),
    breakUntil: (until: number) => finish.run(until, 'break'),
    /** A break that ended the shift was not one of its breaks. */
    forgetOpenBreak: () => dropOpen.run('break'),
    pause: (at: number, until: number) => insert.run({ ...none, kind: 'pause', at, until }),
    endPause: (now: number) => end.run(now, 'pause', now),
    readings: (from: number): Reading[] =>
      since.all('read', from).map((row) => ({ at: row.at, until: row.until ?? row.at, item: row.itemId, level: levelOf(row.level), load: row.load })),
    decisions: (from: number): Deciding[] => since.all('decided', from).map(deciding),
    breaks: (from: number): Rest[] => rests('break', from),
    pauses: (from: number): Rest[] => rests('pause', from),
    /** When anything was done, oldest first. */
    times: (from: number): number[] => times.all(from),
    /** Crisis, red, escalated and messaged: the last decision about each item, newest first. */
    handledHard: (from: number, most: number): Deciding[] => handledHard.all(from, most).map(deciding),
    forgetOld: (now: number) => forget.run(now - keptMs),
  }
}
export type CareEvents = ReturnType<typeof careEvents>
