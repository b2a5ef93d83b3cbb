/** What an open desk answers for risk episodes. Whatever is done is kept here at once and is refused here by the server's own rules. */
import { uuidv7 } from 'uuidv7'
import type { EpisodeAnswer, EpisodeListRow, EpisodeView } from '#contract/bridge'
import { applyCommand, leftBeforeClosing, openTasks, rolesFor, timelineWords, transitions, type Actor, type Deed, type Episode, type EpisodeCommand, type EpisodeId, type Snapshot, type Transition, type What } from '#contract/episode'
import type { ItemId } from '#contract/ids'
import type { ReviewItem } from '#contract/review'
import { levels } from '#contract/risk'
import { clinicalRoles, type Staff } from '#contract/staff'
import type { Cache } from '../cache/open'
import { draftStore } from '../cache/small'
import { instant, type Clock } from '../clock'
import type { OpenHandlers } from '../dispatch'
import { DeskError } from '../errors'
import type { ApiClient } from '../sync/api-client'
import { shown, snapshotOf, type Shown } from './overlay'
import { episodeStore, type Unmet } from './store'
import { EpisodeSync } from './sync'

type EpisodeHandlers = Pick<
  OpenHandlers,
  'episodes.list' | 'episodes.open' | 'episodes.ofItem' | 'episodes.begin' | 'episodes.quote' | 'episodes.do' | 'episodes.seen' | 'episodes.draft' | 'episodes.saveDraft' | 'episodes.wording' | 'episodes.record'
>

export type EpisodesDeps = {
  cache: Cache
  clock: Clock
  random: () => number
  device: string
  api: () => ApiClient
  staff: () => Staff
  online: () => boolean
  /** Milliseconds since 1970 by the server's clock. */
  serverNow: () => number
  item: (id: string) => ReviewItem | null
  changed: (episodes: EpisodeId[]) => void
  failed: (error: unknown) => void
}

export class Episodes {
  readonly #deps: EpisodesDeps
  readonly #store: ReturnType<typeof episodeStore>
  readonly #drafts: ReturnType<typeof draftStore>
  readonly #sync: EpisodeSync

  constructor(deps: EpisodesDeps) {
    const { cache, clock, random, device, api, online, changed, failed } = deps
    this.#deps = deps
    this.#store = episodeStore(cache)
    this.#drafts = draftStore(cache.write)
    this.#sync = new EpisodeSync({
      store: this.#store,
      api,
      clock,
      random,
      device,
      isOpen: () => cache.isOpen(),
      online,
      runs: () => this.#actor.role !== 'guide',
      memberOf: ({ episode }) => shown(this.#store, episode, this.#actor)?.episode.member.pseudonym ?? null,
      changed,
      failed,
    })
  }

  readonly handlers: EpisodeHandlers = {
    'episodes.list': ({ show }) => ({ rows: this.#list(show === 'open'), answers: this.#store.unmet().map(answerOf), asOf: this.#sync.asOf }),
    'episodes.open': ({ episode }) => this.#view(this.#known(episode)),
    'episodes.ofItem': ({ item }) => this.#ofItem(item),
    'episodes.begin': ({ item, level, concern }) => {
      const snapshot = this.#quoted(item)
      const other = this.#openFor(snapshot.member.id)
      if (other !== null) throw new DeskError('not-allowed', 'There is an episode for this member already. Nothing was opened; add this there as evidence.')
      return this.#do(uuidv7() as EpisodeId, 0, { do: 'open', item, level, concern, seen: seenOf(snapshot) }, snapshot)
    },
    'episodes.quote': ({ episode, item, words }) => {
      const snapshot = this.#quoted(item)
      return this.#do(episode, 0, { do: 'evidence', item, words, seen: seenOf(snapshot) }, snapshot)
    },
    'episodes.do': ({ episode, step, what }) => {
      if (what.do === 'open' || what.do === 'evidence') throw new DeskError('invalid', 'This is done from the item. Nothing was changed.')
      const made = this.#do(episode, step, what, null)
      this.#drafts.save(`${episode}/${what.do}`, '', this.#deps.clock.now())
      return made
    },
    'episodes.seen': ({ command }) => {
      this.#store.seen(command, this.#deps.clock.now())
      return { ok: true }
    },
    'episodes.draft': ({ episode, form }) => ({ draft: this.#drafts.find(`${episode}/${form}`) }),
    'episodes.saveDraft': ({ episode, form, draft }) => {
      this.#drafts.save(`${episode}/${form}`, draft, this.#deps.clock.now())
      return { ok: true }
    },
    'episodes.wording': () => this.#sync.wording,
    'episodes.record': async ({ episode }) => {
      const answer = await this.#deps.api().call('episodeRecord', { params: { id: episode } })
      if (answer.ok) return answer.value
      throw new DeskError('offline', 'The record is kept on the server, which cannot be asked just now. Nothing was changed; what you see here is this desk’s copy. Try again when the network is back.')
    },
  }

  /** How many commands wait to leave this desk. */
  get pending(): number {
    return this.#store.pendingCount()
  }

  /** Told when the network is there, or something may have changed. */
  wake(hurry = false) {
    this.#sync.wake(hurry)
  }

  stop() {
    this.#sync.stop()
  }

  get #actor(): Actor {
    const { id, pseudonym, role } = this.#deps.staff()
    return { id, name: pseudonym, role: clinicalRoles.find((one) => one === role) ?? 'guide' }
  }

  #known(id: string): Shown {
    const found = shown(this.#store, id, this.#actor)
    if (found === null) throw new DeskError('not-found', 'This episode is not on this desk. Nothing was lost; it is fetched when the network is back.')
    return found
  }

  #quoted(item: string): Snapshot {
    const found = this.#deps.item(item)
    if (found === null) throw new DeskError('not-found', 'This item is no longer on this desk. Nothing was changed.')
    return snapshotOf(found)
  }

  #do(episode: EpisodeId, step: number, what: What, snapshot: Snapshot | null) {
    const { serverNow, changed } = this.#deps
    const at = instant(serverNow())
    const command: EpisodeCommand = { id: uuidv7() as EpisodeCommand['id'], episode, step, at, what }
    const before = what.do === 'open' ? null : this.#known(episode).episode
    const applied = applyCommand(before, command, { by: this.#actor, received: at, snapshot })
    if (!applied.ok) throw new DeskError('not-allowed', 'why' in applied.outcome ? applied.outcome.why : 'This episode is not on this desk. Nothing was changed.')
    this.#store.enqueue(command, snapshot)
    changed([episode])
    this.#sync.wake()
    return { command: command.id, episode }
  }

  #all(open: boolean): Shown[] {
    const ids = [...this.#store.list(open).map((one) => one.id), ...(open ? this.#store.begun() : [])]
    // One that was closed here a moment ago is still open at the server.
    const closedHere = open ? [] : this.#store.list(true).filter((one) => this.#store.pendingOf(one.id).length > 0).map((one) => one.id)
    return [...ids, ...closedHere].flatMap((id) => shown(this.#store, id, this.#actor) ?? []).filter(({ episode }) => (episode.state !== 'closed') === open)
  }

  #list(open: boolean): EpisodeListRow[] {
    const rows = this.#all(open).map(({ episode, pending }) => rowOf(episode, pending.length))
    return open ? rows.sort(byUrgency) : rows.sort((a, b) => b.since.localeCompare(a.since))
  }

  #openFor(member: string): Episode | null {
    const id = this.#store.openOf(member)
    const known = id === null ? null : (shown(this.#store, id, this.#actor)?.episode ?? null)
    if (known !== null && known.state !== 'closed') return known
    return this.#store.begun().flatMap((begun) => shown(this.#store, begun, this.#actor) ?? []).find(({ episode }) => episode.member.id === member)?.episode ?? null
  }

  #ofItem(item: ItemId): ReturnType<EpisodeHandlers['episodes.ofItem']> {
    const author = this.#deps.item(item)?.author.id
    if (author === undefined) return { kind: 'none', mayOpen: false }
    const brief = this.#store.briefOf(author)
    if (brief !== null) return { kind: 'brief', brief }
    const episode = this.#openFor(author)
    if (episode === null) return { kind: 'none', mayOpen: rolesFor.open.includes(this.#actor.role) }
    return { kind: 'full', episode: episode.id, state: episode.state, owner: episode.owner, quoted: episode.evidence.some((one) => one.item === item) }
  }

  #view({ episode, pending }: Shown): EpisodeView {
    return {
      episode,
      pending: pending.map(({ command, lastAnswer }) => ({ id: command.id, do: command.what.do, at: command.at, lastAnswer })),
      may: mayDo(episode, this.#actor),
      left: leftBeforeClosing(episode),
    }
  }
}

const works: readonly Deed[] = ['note', 'task', 'safe-t', 'safety-plan', 'aftercare']

/** What role and state allow now. */
export function mayDo(episode: Episode, by: Actor): Deed[] {
  if (episode.state === 'closed') return []
  const { state } = episode
  const steps = (Object.keys(transitions) as Transition[]).filter((step) => (transitions[step].from as readonly string[]).includes(state))
  const deeds: Deed[] = [
    ...steps.filter((step) => step !== 'sign-off' || episode.closing !== null),
    ...works,
    ...(openTasks(episode).length > 0 ? (['finish'] as const) : []),
    ...(state === 'follow-up' ? (['followed-up'] as const) : []),
    ...(state === 'follow-up' && episode.closing === null ? (['propose-close'] as const) : []),
    ...(episode.closing !== null ? (['send-back'] as const) : []),
    ...(episode.owner?.id !== by.id ? (['take-on'] as const) : []),
  ]
  return deeds.filter((deed) => rolesFor[deed].includes(by.role))
}

function rowOf(episode: Episode, pending: number): EpisodeListRow {
  const tasks = openTasks(episode)
  return {
    id: episode.id,
    member: episode.member.pseudonym,
    state: episode.state,
    level: episode.level,
    owner: episode.owner,
    since: episode.since,
    dueAt: episode.dueAt,
    tasks: { open: tasks.length, nextDue: tasks.map((task) => task.due).sort()[0] ?? null },
    closing: episode.closing !== null,
    pending,
  }
}

/** The clock that ends first comes first: of the state or of a task. A follow-up of tomorrow does not hide today's rescue. */
const nextDue = (row: EpisodeListRow) => [row.dueAt, row.tasks.nextDue].filter((at) => at !== null).sort()[0] ?? '9'
const byUrgency = (a: EpisodeListRow, b: EpisodeListRow) => nextDue(a).localeCompare(nextDue(b)) || levels.indexOf(a.level) - levels.indexOf(b.level) || a.id.localeCompare(b.id)

const seenOf = ({ title, text, revision }: Snapshot) => ({ title, text, revision })

const answerOf = ({ command, outcome, at, member }: Unmet): EpisodeAnswer => ({
  id: command.id,
  episode: command.episode,
  member,
  do: command.what.do,
  words: timelineWords(command.what),
  why: 'why' in outcome ? outcome.why : 'The episode was not opened at the server, so this was not added. Your words are kept here.',
  at: instant(at),
})
