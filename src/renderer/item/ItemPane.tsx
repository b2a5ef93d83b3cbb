import { Button } from '@mantine/core'
import { memo, useEffect, useRef } from 'react'
import type { ItemView } from '#contract/bridge'
import { useActions } from '../app/actionsContext'
import { useNow, useSecond } from '../app/clock'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { preferences } from '../app/preferences'
import { useStore } from '../app/store'
import { Delayed } from '../components/Delayed'
import { Empty } from '../components/Empty'
import { KeyHint } from '../components/Keys'
import { LevelMark } from '../components/LevelMark'
import { age, clockState, clockTime, countdown, fullTime } from '../components/time'
import { intentWords, kindWords, reasonWords, shortName, stateWords, themeWord, verdictDone } from '../components/words'
import { ClinicalShown } from '../decide/ClinicalShown'
import { ComposerPane } from '../decide/ComposerPane'
import { AboutNote, ReportedText } from './AboutNote'
import { EpisodeOfItem } from '../episodes/EpisodeOfItem'
import { asksOwnLevel } from '../second-review/asks'
import { OwnLevel } from '../second-review/OwnLevel'
import { AlsoHere, PeopleNotes } from '../people/PeopleNotes'
import { MemberText } from './MemberText'
import { Thread } from './Thread'
import { useLeftOut } from '../care/useLeftOut'
import { useItemView, useShownItem } from './useItemView'
import styles from './Item.module.css'

/** One item: what it is, the member's words, the thread, and the composer when something is being written. */
export function ItemPane() {
  const station = useWorkstation()
  const item = useShownItem()
  const held = useItemView(item)
  const viewOpen = useStore(station.queue.state, (s) => s.view !== null)
  const queueEmpty = useStore(station.queue.state, (s) => s.view !== null && s.total === 0)
  if (!item) {
    if (queueEmpty) return <Empty title="Time to breathe.">New posts come in by themselves.</Empty>
    return viewOpen ? null : <Delayed><Skeleton /></Delayed>
  }
  if (!held?.view) {
    if (held?.error) {
      return (
        <Empty title="This item could not be opened">
          <p>{held.error.message}</p>
        </Empty>
      )
    }
    return (
      <Delayed key={item}>
        <Skeleton />
      </Delayed>
    )
  }
  return <Loaded view={held.view} />
}

function Loaded({ view }: { view: ItemView }) {
  const station = useWorkstation()
  const reading = useStore(nav, (n) => n.reading)
  const uncovered = useStore(nav, (n) => n.uncovered)
  const cover = useStore(preferences, (p) => p.cover)
  const composing = useStore(station.composer.state, (c) => c?.item === view.item.id)
  const left = useLeftOut(view)
  const open = reading && (uncovered === view.item.id || (!left && (!cover || (view.score.level !== 'crisis' && view.score.level !== 'red'))))
  const scroll = useRef<HTMLDivElement>(null)
  // Asking where an item stands makes the browser lay out the page: only one that was scrolled is brought back to its top.
  const scrolled = useRef(false)
  useEffect(() => {
    if (scrolled.current) scroll.current?.scrollTo({ top: 0 })
    scrolled.current = false
  }, [view.item.id])
  return (
    <>
      <Head view={view} />
      <div className={styles.scroll} ref={scroll} id="item-scroll" onScroll={() => (scrolled.current = true)} data-open={open} tabIndex={-1} data-quiet-focus>
        {open ? <Body view={view} /> : <Cover view={view} />}
      </div>
      {composing && <ComposerPane view={view} />}
    </>
  )
}

function Head({ view }: { view: ItemView }) {
  const { item, score } = view
  const heading = useRef<HTMLHeadingElement>(null)
  const focus = useStore(nav, (n) => n.focus)
  const now = useNow()
  useEffect(() => {
    if (focus.to === 'heading') heading.current?.focus({ preventScroll: true })
  }, [focus, item.id])
  const clock = clockState(item.queuedAt, view.dueAt, now)
  const what = { post: 'Talkabout in ', comment: 'Comment in ', message: '' }[item.post.kind]
  const kind = kindWords[item.kind]
  return (
    <header className={styles.head}>
      <div className={styles.titleRow}>
        {!asksOwnLevel(view) && <LevelMark level={score.level} named />}
        <h2 ref={heading} tabIndex={-1} data-quiet-focus className={styles.title}>
          {what}
          {item.post.topic.name}
        </h2>
        <span className={styles.author} dir="auto">
          {item.author.pseudonym}
        </span>
        <span className={styles.gap} />
        <LeaseMark view={view} />
      </div>
      <div className={styles.facts}>
        <span title={fullTime(item.post.at)}>{age(item.post.at, now) === 'now' ? 'just now' : `${age(item.post.at, now)} ago`}</span>
        {view.pending === null && item.status === 'open' && <span data-clock={clock.kind}>{clock.text}</span>}
        {item.post.kind === 'message' ? <span>Only Guides see it</span> : <span title={stateWords[item.post.state].long}>{stateWords[item.post.state].short}</span>}
        {item.post.intent && <span>{intentWords[item.post.intent]}</span>}
        {item.watched && <span>Watched member</span>}
        <AlsoHere item={item} />
      </div>
      <AboutNote item={item} />
      {kind.long && item.origin && item.kind !== 'promise' && (
        <p className={styles.note}>
          <strong>{kind.long}.</strong> {shortName(item.origin.name)}, {clockTime(item.origin.at, now)}: {item.origin.detail || reasonWords[item.origin.reason]}
          {item.origin.note && ` “${item.origin.note}”`}
        </p>
      )}
      {kind.long && item.origin?.clinical && <ClinicalShown note={item.origin.clinical} />}
      {score.abstained && (
        <p className={styles.note}>
          <strong>Cannot judge: please read.</strong> {score.abstainReason}
        </p>
      )}
      <Settled view={view} />
      <OwnLevel view={view} />
      <PeopleNotes view={view} />
      <EpisodeOfItem view={view} />
    </header>
  )
}

/** Whose it is: a countdown when it is mine, a name when it is not. */
function LeaseMark({ view }: { view: ItemView }) {
  const station = useWorkstation()
  const claim = useStore(station.claims)
  if (view.pending || view.item.status !== 'open') return null
  if (view.lease?.who === 'other') return <span className={styles.lease}>{shortName(view.lease.name)} has it <Left until={view.lease.until} /></span>
  const mine = view.lease?.who === 'mine' ? view.lease.until : claim?.item === view.item.id && claim.kind === 'granted' ? claim.until : null
  if (mine) {
    return (
      <span className={styles.lease} data-mine="true">
        Yours <Left until={mine} renew />
      </span>
    )
  }
  if (claim?.item === view.item.id && claim.kind === 'offline') return <span className={styles.lease}>Claimed here, offline</span>
  return null
}

function Left({ until, renew = false }: { until: string; renew?: boolean }) {
  const station = useWorkstation()
  const now = useSecond()
  useEffect(() => {
    if (renew) station.renewIfNeeded(now)
  }, [renew, station, now])
  return <span className="wg-num">{Date.parse(until) > now ? `for ${countdown(until, now)}` : 'no longer'}</span>
}

/** What was done with it, when that is already so. */
function Settled({ view }: { view: ItemView }) {
  const now = useNow()
  const { pending, item } = view
  if (pending) {
    return (
      <p className={styles.note} data-tone="calm">
        <strong>{verdictDone[pending.verdict]}.</strong> Saved on this desk; it goes out {pending.undoUntil && Date.parse(pending.undoUntil) > now ? 'in a moment' : 'as soon as there is a network'}. <KeyHint id="undo" /> takes it back while it is here.
      </p>
    )
  }
  if (item.decision) {
    return (
      <>
        <p className={styles.note} data-tone="calm">
          <strong>{verdictDone[item.decision.verdict]}</strong> by {item.decision.name}, {clockTime(item.decision.at, now)}. {reasonWords[item.decision.reason]}.
          {item.decision.note && ` “${item.decision.note}”`}
        </p>
        {item.decision.clinical && <ClinicalShown note={item.decision.clinical} />}
      </>
    )
  }
  if (item.status === 'withdrawn') {
    return (
      <p className={styles.note} data-tone="calm">
        <strong>Withdrawn.</strong> Its author took the post back. There is nothing left to decide.
      </p>
    )
  }
  return null
}

/** The forewarning before the text: what kind of reading it will be, and the two ways in. */
function Cover({ view }: { view: ItemView }) {
  const actions = useActions()
  const { score, item } = view
  const left = useLeftOut(view)
  const themes = score.categories.map(themeWord)
  return (
    <div className={styles.cover}>
      <p className={styles.coverThemes}>{score.abstained ? 'Cannot judge: please read' : asksOwnLevel(view) ? 'A second reading, without forewarning' : themes.length ? themes.join(', ') : 'No theme found'}</p>
      <p className={styles.coverFacts}>
        {item.post.text.length.toLocaleString('en-GB')} characters
        {score.pii.length > 0 && ', with identifying details'}
        {view.thread.length > 1 && `, in a thread of ${view.thread.length}`}
      </p>
      {left && <p className={styles.coverFacts}>You leave this to colleagues. Opening it is up to you.</p>}
      <div className={styles.coverActions}>
        <Button onClick={() => actions.run('open')} rightSection={<KeyHint id="open" />}>
          Open and claim
        </Button>
        <Button variant="default" onClick={() => actions.run('peek')} rightSection={<KeyHint id="peek" />}>
          Read only
        </Button>
      </div>
    </div>
  )
}

const Body = memo(function Body({ view }: { view: ItemView }) {
  const { item } = view
  return (
    <article className={styles.article} aria-label="The member’s words">
      {item.post.title && (
        <h3 className={styles.postTitle} dir="auto">
          {item.post.title}
        </h3>
      )}
      <MemberText view={view} />
      <ReportedText item={item} />
      <Thread view={view} />
    </article>
  )
})

function Skeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      <i style={{ width: '46%', height: 14 }} />
      <i style={{ width: '30%' }} />
      <span />
      {[96, 92, 98, 71].map((width) => (
        <i key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
