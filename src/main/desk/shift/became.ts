/** What became of the hard things that this person handled, from what this desk holds. */
import type { Became } from '#contract/bridge/care'
import type { ItemId } from '#contract/ids'
import { levels } from '#contract/risk'
import type { Deciding } from '../care/events'
import { itemOf } from '../cache/item-row'
import type { ReadHandle } from '../cache/open'
import type { OutboxReads } from '../cache/outbox'
import type { OutcomeReads } from '../cache/outcomes'
import { instant } from '../clock'

export const listed = 30

export function becameReads({ db }: ReadHandle, outbox: OutboxReads, outcomes: OutcomeReads) {
  const itself = db.prepare<[string], string>('select payload from item where id = ?').pluck()
  const aboutPost = db
    .prepare<[string, string], string>(`select payload from item where thread = ? and decided_at is not null and payload ->> '$.post.id' = ? order by decided_at limit 50`)
    .pluck()
  const since = db.prepare<[string, number, string], { id: string; level: number; at: string; post: string }>(
    `select id, level, payload ->> '$.post.at' as at, payload ->> '$.post.id' as post from item
     where author = ? and queued_at > ? and payload ->> '$.post.id' <> ? order by queued_at desc limit 60`,
  )

  const fateOf = (decision: string): Became['fate'] => {
    if (outbox.find(decision) !== null) return 'waiting'
    const kind = outcomes.find(decision)?.outcome.kind
    return kind === undefined ? 'waiting' : kind === 'applied' || kind === 'superseded' ? kind : 'not-applied'
  }

  return (handled: readonly Deciding[]): Became[] =>
    handled.map(({ item: id, at, level, verdict, decision }) => {
      const entry = { item: id as ItemId, at: instant(at), level, verdict, fate: fateOf(decision) }
      const payload = itself.get(id)
      if (payload === undefined) return { ...entry, topic: '', author: '', post: null, later: [], wroteAgain: null }
      const { post, author } = itemOf(payload)
      const later = aboutPost
        .all(post.thread, post.id)
        .map(itemOf)
        .flatMap(({ decision: made, kind }) => (made === null || made.id === decision || Date.parse(made.at) < at ? [] : [{ at: made.at, verdict: made.verdict, name: made.name, kind }]))
      // A post that was written earlier and queued again is not a new word of the member.
      const wrote = since.all(author.id, at, post.id).filter((row) => Date.parse(row.at) > at)
      const latest = wrote[0]
      return {
        ...entry,
        topic: post.topic.name,
        author: author.pseudonym,
        post: post.state,
        later,
        wroteAgain:
          latest === undefined
            ? null
            : { times: new Set(wrote.map((row) => row.post)).size, at: latest.at, level: levels[latest.level] ?? 'amber', item: latest.id as ItemId },
      }
    })
}
