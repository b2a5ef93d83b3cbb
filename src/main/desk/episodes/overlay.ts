/** An episode as this desk shows it: the server's word with everything that was done here laid over it, by the server's own rules. */
import { applyCommand, type Actor, type Episode, type Snapshot } from '#contract/episode'
import type { ReviewItem } from '#contract/review'
import type { EpisodeStore, PendingCommand } from './store'

export type Shown = { episode: Episode; pending: PendingCommand[] }

/** Null when neither the server nor this desk knows it. What no longer fits is left out here; the server will say so in words. */
export function shown(store: EpisodeStore, id: string, by: Actor): Shown | null {
  const known = store.find(id)
  let episode = known
  const pending = store.pendingOf(id).filter((one) => one.version === null || one.version > (known?.version ?? 0))
  for (const { command, snapshot } of pending) {
    const applied = applyCommand(episode, command, { by, received: command.at, snapshot })
    if (applied.ok) episode = applied.episode
  }
  return episode === null ? null : { episode, pending: pending.filter((one) => one.version === null) }
}

/** What the evidence of an item is made of on this desk. */
export const snapshotOf = ({ id, post, author, intake }: ReviewItem): Snapshot => ({
  item: id,
  post: post.id,
  text: post.text,
  title: post.title,
  revision: post.revision,
  postState: post.state,
  writtenAt: post.at,
  topic: post.topic.name,
  intakeLevel: intake.level,
  member: { id: author.id, pseudonym: author.pseudonym, country: author.country, partner: author.partner },
})
