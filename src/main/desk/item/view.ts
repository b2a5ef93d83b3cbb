/** An item as it opens: its thread, its author's earlier posts, the score with its reasons, the draft. Claims nothing. */
import type { ItemView, ThreadPost } from '#contract/bridge'
import type { ItemId, PostId } from '#contract/ids'
import type { Scorer } from '#risk'
import type { OutboxReads } from '../cache/outbox'
import type { Held, ShadowReads } from '../cache/shadow'
import type { DraftStore } from '../cache/small'
import { previewOf } from '../cache/item-row'
import { instant } from '../clock'
import { DeskError } from '../errors'
import { leaseOf, type RowContext } from '../queue/row'
import { dueAt } from '../rank/key'
import { scoreItem } from '../score/score'

export type ViewParts = { shadow: ShadowReads; outbox: OutboxReads; drafts: DraftStore; scorer: Scorer }

const earlier = 20

export const gone = () => new DeskError('not-found', 'This item is no longer in the queue. Nothing of yours was lost; choose another one.')

export function openItem(parts: ViewParts, id: ItemId, context: RowContext): ItemView {
  const held = parts.shadow.find(id)
  if (!held) throw gone()
  const { item } = held
  const waiting = parts.outbox.forItem(id)
  const { lease } = item
  return {
    item,
    score: scoreItem(parts.scorer, item),
    dueAt: instant(dueAt(item.kind, held.level, Date.parse(item.queuedAt))),
    lease: leaseOf(
      { id, leaseBy: lease?.by ?? null, leaseName: lease?.name ?? null, leaseUntil: lease === null ? null : Date.parse(lease.until) },
      context,
    ),
    pending:
      waiting === null
        ? null
        : {
            decision: waiting.decision.id,
            verdict: waiting.decision.action.verdict,
            undoUntil: waiting.state === 'held' ? instant(waiting.undoUntil) : null,
          },
    allowed: waiting !== null || item.status === 'withdrawn' ? [] : item.allowed,
    thread: threadOf(parts.shadow.inThread(item.post.thread), held),
    history: historyOf(parts.shadow.byAuthor(item.author.id), held),
    draft: parts.drafts.find(id),
  }
}

/** One entry for each post, oldest first. Several items may be about one post: the newest view of it counts. */
function threadOf(items: Held[], current: Held): ThreadPost[] {
  const posts = new Map<PostId, Held>()
  for (const held of [...items].sort((a, b) => a.seq - b.seq)) posts.set(held.item.post.id, held)
  posts.set(current.item.post.id, current)
  return [...posts.values()]
    .sort((a, b) => compare(a.item.post.at, b.item.post.at) || compare(a.item.post.id, b.item.post.id))
    .map(({ item, level }) => ({
      post: item.post.id,
      author: item.author.pseudonym,
      authorIsSubject: item.author.id === current.item.author.id,
      at: item.post.at,
      text: item.post.text,
      title: item.post.title,
      state: item.post.state,
      level,
      item: item.id,
      current: item.post.id === current.item.post.id,
    }))
}

function historyOf(items: Held[], current: Held): ItemView['history'] {
  const posts = new Map<PostId, Held>()
  for (const held of items) {
    if (held.item.post.id === current.item.post.id) continue
    const known = posts.get(held.item.post.id)
    // Of several items about one post, the decided one tells more.
    if (!known || (known.item.decision === null && held.item.decision !== null)) posts.set(held.item.post.id, held)
  }
  return [...posts.values()]
    .sort((a, b) => compare(b.item.post.at, a.item.post.at))
    .slice(0, earlier)
    .map(({ item, level }) => ({ item: item.id, at: item.post.at, topic: item.post.topic.name, preview: previewOf(item.post.text), level, decision: item.decision }))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
