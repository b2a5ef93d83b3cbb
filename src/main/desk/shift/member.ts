/**
 * A member's course over time, as far as this desk holds it: how urgent each post reads, what was decided, watch and promises.
 * Scores are kept by post, revision and pack, so that only a new post is scored when a panel opens.
 */
import type { MemberRecord } from '#contract/bridge/care'
import type { ItemId } from '#contract/ids'
import type { RiskScore } from '#contract/risk'
import { assessTrajectory, type Scorer, type TrajectoryPoint } from '#risk'
import type { Held, ShadowReads } from '../cache/shadow'
import type { OutboxReads } from '../cache/outbox'
import { gone } from '../item/view'
import { scoreItem } from '../score/score'
import { isBlind } from '../second-review/second-review'

const most = 20
const keptScores = 2_000

type Reading = Pick<TrajectoryPoint, 'urgent' | 'protective' | 'farewell'>

const readingOf = ({ p, spans }: RiskScore): Reading => ({
  urgent: Math.min(1, Math.max(0, p.urgent)),
  protective: spans.filter((span) => span.category === 'protective').length,
  farewell: spans.some((span) => /farewell/i.test(span.reason)),
})

export class MemberRecords {
  readonly #shadow: ShadowReads
  readonly #outbox: OutboxReads
  readonly #scorer: Scorer
  readonly #pseudonym: () => string
  readonly #scores = new Map<string, Reading>()

  constructor(shadow: ShadowReads, outbox: OutboxReads, scorer: Scorer, pseudonym: () => string) {
    this.#shadow = shadow
    this.#outbox = outbox
    this.#scorer = scorer
    this.#pseudonym = pseudonym
  }

  /** Errors: not-found, when the item has left this desk. */
  of(id: ItemId): MemberRecord {
    const current = this.#shadow.find(id)
    if (current === null) throw gone()
    const all = this.#shadow.byAuthor(current.item.author.id)
    // A blind second look must not be told what the first one found, nor how the post scored: not here, and not beside another post either.
    const blind = new Set(all.filter(({ item }) => isBlind(item)).map(({ item }) => item.post.id))
    const held = all.filter(({ item }) => !blind.has(item.post.id))
    const posts = onePerPost(held, current)
      .sort((a, b) => compare(a.item.post.at, b.item.post.at))
      .slice(-most)
    const read = posts.map(({ item, level }) => ({ item, level, reading: this.#read(item) }))
    const { deteriorating, reasons } = assessTrajectory(read.map(({ item, reading }) => ({ at: item.post.at, ...reading })))
    const decisions = held
      .flatMap(({ item }) => (item.decision === null ? [] : [{ item: item.id, ...item.decision }]))
      .sort((a, b) => compare(b.at, a.at))
      .slice(0, most)
    const watch = current.item.watched ? decisions.find(({ verdict }) => verdict === 'watch') : undefined
    return {
      points: read.map(({ item, level, reading }) => ({
        item: item.id,
        at: item.post.at,
        urgent: reading.urgent,
        level,
        decision: item.decision === null ? null : { verdict: item.decision.verdict, at: item.decision.at, name: item.decision.name },
        current: item.post.id === current.item.post.id,
      })),
      deteriorating,
      reasons,
      decisions: decisions.map(({ id: decision, item, at, verdict, name, note }) => ({ id: decision, item, at, verdict, name, note })),
      watch: watch === undefined ? null : { name: watch.name, at: watch.at },
      promises: this.#promises(held),
    }
  }

  #read(item: Held['item']): Reading {
    const key = `${item.post.id} ${item.post.revision} ${this.#scorer.packVersion}`
    const known = this.#scores.get(key)
    if (known !== undefined) return known
    const reading = readingOf(scoreItem(this.#scorer, item))
    this.#scores.set(key, reading)
    const oldest = this.#scores.keys().next().value
    if (this.#scores.size > keptScores && oldest !== undefined) this.#scores.delete(oldest)
    return reading
  }

  /** Those that are due or to come, and those that wait on this desk to go out; the first due first. */
  #promises(held: readonly Held[]): MemberRecord['promises'] {
    const due = held.flatMap(({ item }) =>
      item.status === 'open' && item.about?.of === 'promise' && this.#outbox.forItem(item.id) === null ? [{ item: item.id, what: item.about.what, due: item.about.due, by: item.about.by }] : [],
    )
    const made = held.flatMap(({ item }) => {
      const promise = this.#outbox.forItem(item.id)?.decision.promise
      return promise === undefined ? [] : [{ item: null, what: promise.what, due: promise.due, by: this.#pseudonym() }]
    })
    return [...due, ...made].sort((a, b) => compare(a.due, b.due))
  }
}

/** Several items may be about one post: the one that is open here counts, else the decided one, which tells more. */
function onePerPost(items: readonly Held[], current: Held): Held[] {
  const posts = new Map<string, Held>()
  for (const held of items) {
    const known = posts.get(held.item.post.id)
    if (known === undefined || held.item.id === current.item.id || (known.item.id !== current.item.id && known.item.decision === null && held.item.decision !== null)) {
      posts.set(held.item.post.id, held)
    }
  }
  return [...posts.values()]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
