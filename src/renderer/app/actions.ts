/** What each command does, and when it can be done. Keys, palette, buttons and menu all come here. */
import type { Verdict } from '#contract/review'
import type { CommandId } from '../keyboard/registry'
import { enterPractice, leavePractice, practiceStore } from '../practice/practice'
import type { Desk } from './desk'
import { beginNear } from '../decide/near'
import { openFilter } from '../queue/filters'
import { giveNext } from '../queue/nextOne'
import { canEpisode, episodeRuns, type EpisodeCommandId } from '../episodes/keys'
import { asksOwnLevel } from '../second-review/asks'
import { nav, wish, type Screen } from './nav'
import { prefer, preferences } from './preferences'
import { privacy } from './privacy'
import { say } from './announce'
import type { Workstation } from './workstation'

export type Actions = { run(id: CommandId): void; can(id: CommandId): boolean }

const colourWords = { auto: 'like the system', light: 'light', dark: 'dark' } as const
const nextColours = { auto: 'light', light: 'dark', dark: 'auto' } as const

export function makeActions(station: Workstation, desk: Desk): Actions {
  const go = (screen: Screen) => () => {
    leavePractice()
    if (station.composer.state.get()) station.composer.close()
    nav.patch({ screen })
    if (screen === 'answers') void station.loadOutcomes()
    if (screen === 'outbox') void station.loadOutbox()
    if (screen === 'scorer') void station.scorer.load()
    if (screen === 'agreement') void station.agreement.load()
    if (screen === 'episodes') void station.episodes.load()
    wish(screen === 'queue' ? (nav.get().reading ? 'heading' : 'list') : 'screen')
  }
  const decide = (verdict: Verdict) => () => station.begin(verdict)
  const moveIn = (store: typeof station.outcomes | typeof station.outbox, by: number) => () => {
    const { list, cursor } = store.get()
    if (list?.length) store.patch({ cursor: Math.max(0, Math.min(list.length - 1, cursor + by)) })
  }
  const selected = () => {
    const { list, cursor } = station.outcomes.get()
    return list?.[cursor] ?? null
  }
  const focusOrOpen = (to: 'evidence' | 'member' | 'similar') => () => {
    prefer({ contextPane: true })
    wish(to)
  }

  const runs: Record<CommandId, () => void> = {
    next: () => station.move(1),
    previous: () => station.move(-1),
    first: () => station.goTo(0),
    last: () => station.goTo(station.queue.state.get().total - 1),
    open: () => station.open(),
    peek: () => station.peek(),
    'take-in': () => void station.takeIn(),
    search: () => {
      prefer({ queuePane: true })
      wish('search')
    },
    filter: () => {
      prefer({ queuePane: true })
      document.querySelector<HTMLElement>('[data-queue-filter]')?.click()
    },
    filters: () => {
      const open = nav.get().overlay !== 'filters'
      nav.patch({ overlay: open ? 'filters' : null })
      wish(open ? 'none' : 'list')
    },
    'all-open': () => void station.filter(openFilter),
    outside: () => {
      const { crisis, red } = station.queue.state.get().outside
      if (crisis + red === 0) return say('No crisis or red item is outside this filter.')
      void station.filter({ show: 'open', level: crisis > 0 ? 'crisis' : 'red' })
    },
    select: () => station.batch.toggle(),
    'select-none': () => station.batch.clear(),
    'close-item': () => station.closeItem(),
    no_action: decide('no_action'),
    support_reply: decide('support_reply'),
    message: decide('message'),
    signpost: decide('signpost'),
    content_note: decide('content_note'),
    redact: decide('redact'),
    hide: decide('hide'),
    watch: decide('watch'),
    ask_lead: decide('ask_lead'),
    escalate: decide('escalate'),
    hand_on: decide('hand_on'),
    propose_removal: decide('propose_removal'),
    propose_restriction: decide('propose_restriction'),
    remove: decide('remove'),
    reopen: decide('reopen'),
    hand_to: () => station.write('hand_on'),
    hold: () => {
      if (station.shownView?.item.status === 'open') nav.patch({ overlay: 'hold' })
      else say('Only an open item can be held.')
    },
    'accept-escalation': () => void station.people.answer('accept'),
    'decline-escalation': () => void station.people.answer('decline'),
    undo: () => void station.undo(),
    release: () => void station.release(),
    evidence: focusOrOpen('evidence'),
    thread: () => {
      const open = !nav.get().thread
      nav.patch({ thread: open })
      if (open) wish('thread')
    },
    member: focusOrOpen('member'),
    similar: () => {
      const open = !nav.get().similar || nav.get().focus.to !== 'similar'
      nav.patch({ similar: open })
      if (open) focusOrOpen('similar')()
      else wish('heading')
    },
    'page-down': () => scrollText(1),
    'page-up': () => scrollText(-1),
    'pane-queue': () => prefer({ queuePane: !preferences.get().queuePane }),
    'pane-context': () => prefer({ contextPane: !preferences.get().contextPane }),
    send: () => void station.send(),
    templates: () => nav.patch({ overlay: nav.get().overlay === 'templates' ? null : 'templates' }),
    preview: () => nav.patch({ overlay: nav.get().overlay === 'preview' ? null : 'preview' }),
    near: () => void beginNear(station),
    'leave-composer': () => {
      station.composer.close()
      wish('heading')
    },
    'answers-next': moveIn(station.outcomes, 1),
    'answers-previous': moveIn(station.outcomes, -1),
    'answers-seen': () => {
      const outcome = selected()
      if (outcome) void station.acknowledge(outcome)
    },
    'answers-open': () => {
      const outcome = selected()
      if (outcome?.item) station.visit(outcome.decision.item)
      else if (outcome) say('This item is no longer on this desk.')
    },
    'answers-all': () => void station.loadOutcomes(!station.outcomes.get().all),
    'outbox-next': moveIn(station.outbox, 1),
    'outbox-previous': moveIn(station.outbox, -1),
    'go-queue': go('queue'),
    'next-one': () => {
      go('queue')()
      void giveNext(station)
    },
    'go-answers': go('answers'),
    'go-outbox': go('outbox'),
    ...episodeRuns(station),
    'go-episodes': () => (runsEpisodes(desk) ? go('episodes')() : say('Episodes are run by Leads and Senior clinicians. Press 0 on an item to escalate.')),
    'go-scorer': go('scorer'),
    'go-agreement': () => (runsEpisodes(desk) ? go('agreement')() : say('Agreement is read by Leads and Senior clinicians.')),
    'agreement-tables': () => station.agreement.toggleTables(),
    'own-crisis': () => void station.chooseLevel('crisis'),
    'own-red': () => void station.chooseLevel('red'),
    'own-amber': () => void station.chooseLevel('amber'),
    'own-green': () => void station.chooseLevel('green'),
    'scorer-next': () => station.scorer.move(1),
    'scorer-previous': () => station.scorer.move(-1),
    'scorer-open': () => {
      const item = station.scorer.chosen?.item
      if (item) station.visit(item)
    },
    'scorer-tables': () => station.scorer.toggleTables(),
    'scorer-export': () => nav.patch({ overlay: 'export' }),
    'go-shift': () => {
      station.shift.state.patch({ show: 'glance' })
      go('shift')()
    },
    'shift-became': () => void station.shift.toggleBecame(),
    'shift-tables': () => station.shift.toggleTables(),
    'shift-next': () => station.shift.move(1),
    'shift-previous': () => station.shift.move(-1),
    'shift-open': () => {
      const chosen = station.shift.chosen
      if (chosen?.post) station.visit(chosen.item)
      else if (chosen) say('This item is no longer on this desk.')
    },
    gentler: () => void station.gentler(),
    break: () => void station.care.toggleBreak(),
    pause: () => {
      void station.care.togglePause().then(() => {
        if (station.care.pausing && nav.get().screen === 'queue' && station.composer.state.get() === null) void station.gentler()
      })
    },
    sync: () => {
      void desk.bridge.call('sync.now', {}).then((answer) => (answer.ok ? (station.undoable.set([]), desk.view.patch({ sync: answer.value })) : say(answer.error.message, { tone: 'attention' })))
    },
    // What was typed a moment ago is kept first.
    lock: () => void Promise.all([station.composer.keep(), station.episodes.keep()]).finally(() => desk.change('vault.lock', {})),
    theme: () => {
      prefer({ colours: nextColours[preferences.get().colours] })
      say(`Colours: ${colourWords[preferences.get().colours]}.`)
    },
    density: () => prefer({ density: preferences.get().density === 'compact' ? 'comfortable' : 'compact' }),
    cover: () => {
      prefer({ cover: !preferences.get().cover })
      say(preferences.get().cover ? 'Crisis and red texts stay covered until you open each.' : 'Texts open as you move.')
    },
    settings: go('settings'),
    practice: () => {
      if (station.composer.state.get()) station.composer.close()
      if (practiceStore.get() === null) enterPractice(desk)
    },
    privacy: () => privacy.set(true),
    palette: () => nav.patch({ overlay: nav.get().overlay === 'palette' ? null : 'palette' }),
    help: () => nav.patch({ overlay: nav.get().overlay === 'help' ? null : 'help' }),
  }

  const verdicts = new Set<string>(['no_action', 'support_reply', 'message', 'signpost', 'content_note', 'redact', 'hide', 'watch', 'ask_lead', 'escalate', 'hand_on', 'propose_removal', 'propose_restriction', 'remove', 'reopen'])
  return {
    run: (id) => runs[id](),
    can(id) {
      if (verdicts.has(id)) return nav.get().screen === 'queue' && station.canDecide(id as Verdict)
      if (id === 'near') return nav.get().screen === 'queue' && station.canDecide('signpost')
      if (id === 'templates' || id === 'preview') return nav.get().screen === 'queue' && station.composer.state.get() !== null
      if (id === 'undo') return station.undoable.get().some((u) => Date.parse(u.undoUntil) > Date.now())
      if (id === 'hand_to') return nav.get().screen === 'queue' && station.canDecide('hand_on')
      if (id === 'hold') return nav.get().screen === 'queue' && station.shownView?.item.status === 'open' && station.shownView.lease?.who !== 'other'
      if (id === 'accept-escalation' || id === 'decline-escalation') return nav.get().screen === 'queue' && mayAnswer(station)
      if (id === 'release') return nav.get().screen === 'queue' && station.shownView?.lease?.who === 'mine'
      if (id === 'go-episodes' || id === 'go-agreement') return runsEpisodes(desk)
      if (id === 'agreement-tables') return nav.get().screen === 'agreement'
      if (id.startsWith('own-')) return nav.get().screen === 'queue' && !!station.shownView && asksOwnLevel(station.shownView)
      if (id.startsWith('episode')) return canEpisode(station, id as EpisodeCommandId)
      if (id.startsWith('scorer-')) return nav.get().screen === 'scorer' && (id !== 'scorer-export' || (station.scorer.state.get().report?.misses.length ?? 0) > 0)
      if (id.startsWith('shift-')) return nav.get().screen === 'shift'
      if (id === 'pause') return station.care.status !== null && station.care.status.pause.state !== 'none'
      if (id.startsWith('answers-')) return nav.get().screen === 'answers' && !!selected()
      if (['take-in', 'search', 'filter', 'filters', 'all-open', 'outside', 'select', 'select-none', 'peek', 'evidence', 'thread', 'member', 'similar', 'pane-queue', 'pane-context'].includes(id)) return nav.get().screen === 'queue'
      return true
    },
  }
}

/** A Lead or a Senior clinician. */
const runsEpisodes = (desk: Desk): boolean => ['lead', 'senior'].includes(desk.view.get().state?.staff?.role ?? '')

/** An open escalation that nobody has accepted. */
const mayAnswer = (station: Workstation): boolean => {
  const item = station.shownView?.item
  return item?.kind === 'escalation' && item.status === 'open' && item.acceptedAt === null
}

function scrollText(by: 1 | -1): void {
  // Where the window is small, the text scrolls with the page around it.
  let pane = document.getElementById('item-scroll')
  while (pane && pane.scrollHeight <= pane.clientHeight + 1 && pane.parentElement) pane = pane.parentElement
  pane?.scrollBy({ top: by * (pane.clientHeight - 60) })
}
