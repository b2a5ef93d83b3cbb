/** Commands of the episodes screen: which key does what, and when it can. */
import type { Deed } from '#contract/episode'
import { say } from '../app/announce'
import { nav } from '../app/nav'
import type { Workstation } from '../app/workstation'
import type { CommandId } from '../keyboard/registry'

export type EpisodeCommandId = Extract<CommandId, `episode${string}`>

/** The command of each deed; opening and quoting are done from an item. */
export const episodeCommandOf: Record<Deed, EpisodeCommandId | null> = {
  open: null,
  evidence: null,
  triage: 'episode-triage',
  contact: 'episode-contact',
  assess: 'episode-assess',
  plan: 'episode-plan',
  'de-escalate': 'episode-de-escalate',
  'hand-over': 'episode-hand-over',
  rescue: 'episode-rescue',
  'follow-up': 'episode-follow-up',
  resume: 'episode-resume',
  'sign-off': 'episode-sign-off',
  'take-on': 'episode-take-on',
  note: 'episode-note',
  task: 'episode-task',
  finish: 'episode-finish',
  'safe-t': 'episode-safe-t',
  'safety-plan': 'episode-safety-plan',
  'followed-up': 'episode-followed-up',
  aftercare: 'episode-aftercare',
  'propose-close': 'episode-propose-close',
  'send-back': 'episode-send-back',
}
const deedOf = new Map(Object.entries(episodeCommandOf).map(([deed, id]) => [id as string, deed as Deed]))

export function episodeRuns(station: Workstation): Record<EpisodeCommandId, () => void> {
  const { episodes } = station
  const does = (deed: Deed) => () => void episodes.begin(deed)
  return {
    'episodes-next': () => episodes.move(1),
    'episodes-previous': () => episodes.move(-1),
    'episodes-closed': () => void episodes.toggleClosed(),
    'episodes-item': () => {
      const item = episodes.state.get().view?.episode.evidence.at(-1)?.item
      if (item) station.visit(item)
    },
    'episodes-record': () => void episodes.check(),
    'episodes-seen': () => void episodes.seen(episodes.state.get().answers[0]),
    'episode-send': () => void episodes.send(),
    'episode-leave': () => episodes.leave(),
    'episode-of-item': () => ofItem(station),
    'episode-triage': does('triage'),
    'episode-contact': does('contact'),
    'episode-assess': does('assess'),
    'episode-plan': does('plan'),
    'episode-de-escalate': does('de-escalate'),
    'episode-hand-over': does('hand-over'),
    'episode-rescue': does('rescue'),
    'episode-follow-up': does('follow-up'),
    'episode-resume': does('resume'),
    'episode-sign-off': does('sign-off'),
    'episode-take-on': does('take-on'),
    'episode-note': does('note'),
    'episode-task': does('task'),
    'episode-finish': does('finish'),
    'episode-safe-t': does('safe-t'),
    'episode-safety-plan': does('safety-plan'),
    'episode-followed-up': does('followed-up'),
    'episode-aftercare': does('aftercare'),
    'episode-propose-close': does('propose-close'),
    'episode-send-back': does('send-back'),
  }
}

/** To the episode of the shown item's member, or to the words that open one. */
function ofItem(station: Workstation): void {
  const item = station.shown
  const link = station.episodes.linkOf(item)
  // Pressed at once, before it was looked up.
  if (link === null && item !== null) {
    void station.episodes.lookUp(item).then(() => station.shown === item && ofItem(station))
    return
  }
  if (link?.kind === 'full') {
    if (link.quoted) void station.episodes.goTo(link.episode)
    else nav.patch({ overlay: 'episode' })
  } else if (link?.kind === 'brief') say('A colleague looks after this member. Episodes are run by Leads and Senior clinicians.')
  else if (link?.mayOpen) nav.patch({ overlay: 'episode' })
  else say('Episodes are opened by Leads and Senior clinicians. Press 0 to escalate.')
}

export function canEpisode(station: Workstation, id: EpisodeCommandId): boolean {
  if (id === 'episode-of-item') return nav.get().screen === 'queue' && station.shown !== null
  if (nav.get().screen !== 'episodes') return false
  const { view, answers } = station.episodes.state.get()
  if (id === 'episodes-seen') return answers.length > 0
  if (id === 'episodes-item' || id === 'episodes-record') return view !== null
  if (id === 'episode-send' || id === 'episode-leave') return station.episodes.form.get() !== null
  const deed = deedOf.get(id)
  return deed === undefined || station.episodes.may(deed)
}
