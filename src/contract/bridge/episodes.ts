/** Risk episodes at the desk: what is open, one of them, and what is done in it. All but the record's check works without network. */
import { z } from 'zod'
import { CssrsWording, Episode, EpisodeBrief, EpisodeCommandId, EpisodeId, EpisodeState, Person, What, works, transitions, type Deed, type Transition } from '../episode'
import { Instant, ItemId } from '../ids'
import { Level } from '../risk'
import { define, none, ok } from './call'

const deeds: Deed[] = [...(Object.keys(transitions) as Transition[]), ...works]
export const DeedName = z.enum(deeds)

export const EpisodeListRow = z.object({
  id: EpisodeId,
  member: z.string(),
  state: EpisodeState,
  level: Level,
  owner: Person.nullable(),
  since: Instant,
  dueAt: Instant.nullable(),
  tasks: z.object({ open: z.int(), nextDue: Instant.nullable() }),
  /** Proposed to be closed: it waits for a second person. */
  closing: z.boolean(),
  /** Of this desk and not yet at the server. */
  pending: z.int(),
})
export type EpisodeListRow = z.infer<typeof EpisodeListRow>

export const EpisodeView = z.object({
  /** As it stands with everything that was done at this desk. */
  episode: Episode,
  pending: z.array(z.object({ id: EpisodeCommandId, do: DeedName, at: Instant, lastAnswer: z.string().nullable() })),
  /** What this person may do in it now; what each still requires is told when it is tried. */
  may: z.array(DeedName),
  /** What has to be done before it can be closed. */
  left: z.array(z.string()),
})
export type EpisodeView = z.infer<typeof EpisodeView>

/** Something that was not carried out, with the sentence why and the words that it held: nothing written is lost. */
export const EpisodeAnswer = z.object({ id: EpisodeCommandId, episode: EpisodeId, member: z.string().nullable(), do: DeedName, words: z.string(), why: z.string(), at: Instant })
export type EpisodeAnswer = z.infer<typeof EpisodeAnswer>

export const ItemEpisode = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), mayOpen: z.boolean() }),
  z.object({ kind: z.literal('full'), episode: EpisodeId, state: EpisodeState, owner: Person.nullable(), /** This item is in its evidence. */ quoted: z.boolean() }),
  z.object({ kind: z.literal('brief'), brief: EpisodeBrief }),
])
export type ItemEpisode = z.infer<typeof ItemEpisode>

const done = z.object({ command: EpisodeCommandId, episode: EpisodeId })
const words = z.string().trim().min(1).max(3000)
const form = z.object({ episode: EpisodeId, form: z.string().max(40) })

export const episodeCalls = define({
  'episodes.list': { input: z.object({ show: z.enum(['open', 'closed']) }), output: z.object({ rows: z.array(EpisodeListRow), answers: z.array(EpisodeAnswer), /** When this desk last heard of episodes; null: never. */ asOf: Instant.nullable() }) },
  'episodes.open': { input: z.object({ episode: EpisodeId }), output: EpisodeView },
  'episodes.ofItem': { input: z.object({ item: ItemId }), output: ItemEpisode },
  /** Opens one from an item on this desk; kept here at once, sent when there is a network. */
  'episodes.begin': { input: z.object({ item: ItemId, level: Level, concern: words }), output: done },
  'episodes.quote': { input: z.object({ episode: EpisodeId, item: ItemId, words }), output: done },
  /** `step` is the one that the form was opened with. Opening and quoting have calls of their own. */
  'episodes.do': { input: z.object({ episode: EpisodeId, step: z.int().nonnegative(), what: What }), output: done },
  'episodes.seen': { input: z.object({ command: EpisodeCommandId }), output: ok },
  'episodes.draft': { input: form, output: z.object({ draft: z.string() }) },
  'episodes.saveDraft': { input: form.extend({ draft: z.string().max(100_000) }), output: ok },
  'episodes.wording': { input: none, output: CssrsWording },
  /** Needs the network: the whole record is on the server. */
  'episodes.record': { input: z.object({ episode: EpisodeId }), output: z.object({ entries: z.int(), intact: z.boolean() }) },
})
