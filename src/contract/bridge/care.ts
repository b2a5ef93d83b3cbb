/**
 * Care of the Guide: how heavy this sitting has been, breaks, what they would rather not read, and their own shift. All of it
 * is computed on this desk for the person who sits at it, kept in the encrypted cache and never sent anywhere.
 */
import { z } from 'zod'
import { DecisionId, Instant, ItemId } from '../ids'
import { ItemKind, PostState, Verdict } from '../review'
import { Category, Level, type Level as LevelName } from '../risk'
import { define, none } from './call'

/** Topics and themes that this person would rather leave to a colleague. */
export const OptOuts = z.object({ topics: z.array(z.string().max(200)).max(200), categories: z.array(Category) })
export type OptOuts = z.infer<typeof OptOuts>

/** Whether an item is left to a colleague. A crisis never is. */
export const optedOut = (optOuts: OptOuts, item: { level: LevelName; topic: string; themes: readonly string[] }): boolean =>
  item.level !== 'crisis' && (optOuts.topics.includes(item.topic) || optOuts.categories.some((category) => item.themes.includes(category)))

export const Break = z.object({ from: Instant, /** Null while it goes on. */ until: Instant.nullable() })
export type Break = z.infer<typeof Break>

export const CareStatus = z.object({
  exposure: z.object({
    /** What was read and decided, weighted by severity, as it stands now: it fades over hours. */
    load: z.number().nonnegative(),
    /** 0 to 1 of what this desk draws as a full meter. */
    share: z.number().min(0).max(1),
    band: z.enum(['light', 'middling', 'heavy']),
  }),
  /** When a break is due; null while nothing has been done yet. */
  breakDueAt: Instant.nullable(),
  onBreak: z.object({ since: Instant }).nullable(),
  /** The protected pause that goes on, or that is offered after a rescue. */
  pause: z.discriminatedUnion('state', [
    z.object({ state: z.literal('none') }),
    z.object({ state: z.literal('offered'), until: Instant }),
    z.object({ state: z.literal('on'), until: Instant }),
  ]),
  /** Crisis and red cases one after the other without a gentler stretch. */
  hardInARow: z.int().nonnegative(),
  /** Something gentler should come next, unless a crisis waits that nobody holds. */
  gentler: z.boolean(),
  crisisWaits: z.boolean(),
  optOuts: OptOuts,
})
export type CareStatus = z.infer<typeof CareStatus>

const perLevel = <T extends z.ZodType>(value: T) => z.object({ crisis: value, red: value, amber: value, green: value })

const ms = z.number().nonnegative()

export const ShiftGlance = z.object({
  /** The shift so far: from the first thing done after four hours without any. Null when nothing has been done. */
  from: Instant.nullable(),
  to: Instant,
  /** Decisions by kind in steps of equal length. */
  steps: z.array(z.object({ from: Instant, counts: z.partialRecord(Verdict, z.int()) })),
  stepMs: ms,
  decisions: z.partialRecord(Verdict, z.int()),
  /** From entering the queue to this person's decision. */
  times: perLevel(z.object({ decided: z.int(), medianMs: ms.nullable(), p90Ms: ms.nullable(), clockMs: ms, inTime: z.int() })),
  /** What waits on this desk now. */
  queue: perLevel(z.object({ open: z.int(), oldestMs: ms.nullable(), medianMs: ms.nullable(), clockMs: ms, late: z.int() })),
  exposure: z.array(z.object({ at: Instant, load: z.number() })),
  breaks: z.array(Break),
  /** Protected pauses after a rescue. */
  pauses: z.array(Break),
})
export type ShiftGlance = z.infer<typeof ShiftGlance>

/** What became of something that this person handled. No word of the member is in it; the item opens on intent. */
export const Became = z.object({
  item: ItemId,
  at: Instant,
  level: Level,
  verdict: Verdict,
  topic: z.string(),
  author: z.string(),
  /** Null when this desk no longer holds the item. */
  post: PostState.nullable(),
  /** What came of the decision itself. */
  fate: z.enum(['waiting', 'applied', 'superseded', 'not-applied']),
  /** Later decisions about the same post, oldest first. */
  later: z.array(z.object({ at: Instant, verdict: Verdict, name: z.string(), kind: ItemKind })),
  wroteAgain: z.object({ times: z.int().positive(), at: Instant, level: Level, item: ItemId }).nullable(),
})
export type Became = z.infer<typeof Became>

export const MemberRecord = z.object({
  /** This member's posts on this desk, oldest first, at most 20. */
  points: z.array(
    z.object({
      item: ItemId,
      at: Instant,
      /** Calibrated probability that the post is urgent. */
      urgent: z.number().min(0).max(1),
      level: Level,
      decision: z.object({ verdict: Verdict, at: Instant, name: z.string() }).nullable(),
      current: z.boolean(),
    }),
  ),
  deteriorating: z.boolean(),
  /** Plain reasons, strongest first. */
  reasons: z.array(z.string()),
  /** Decisions about this member that this desk holds, newest first, at most 20. */
  decisions: z.array(z.object({ id: DecisionId, item: ItemId, at: Instant, verdict: Verdict, name: z.string(), note: z.string() })),
  /** Who put them on the watch list, when this desk knows. */
  watch: z.object({ name: z.string(), at: Instant }).nullable(),
  promises: z.array(z.object({ item: ItemId.nullable(), what: z.string(), due: Instant, by: z.string() })),
})
export type MemberRecord = z.infer<typeof MemberRecord>

export const careCalls = define({
  'care.status': { input: none, output: CareStatus },
  /** Which text is open before this person now; null when none is. */
  'care.reading': { input: z.object({ item: ItemId.nullable() }), output: CareStatus },
  'care.break': { input: z.object({ on: z.boolean() }), output: CareStatus },
  /** Takes the protected pause that is offered, declines it, or ends the one that goes on. */
  'care.pause': { input: z.object({ how: z.enum(['take', 'decline', 'end']) }), output: CareStatus },
  'care.setOptOuts': { input: OptOuts, output: CareStatus },
  /** The most urgent open item that is gentle enough for now: green in a protected pause, else amber or green; not opted out. */
  'care.gentle': { input: z.object({ not: ItemId.nullable() }), output: z.object({ item: ItemId.nullable() }) },
  'shift.glance': { input: none, output: ShiftGlance },
  'shift.became': { input: none, output: z.object({ list: z.array(Became) }) },
  'member.record': { input: z.object({ item: ItemId }), output: MemberRecord },
})
