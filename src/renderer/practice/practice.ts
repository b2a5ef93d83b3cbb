/** One person’s practice: a workstation of its own on made-up items, the lesson, then a timed round. Nothing of it is kept. */
import type { Actions } from '../app/actions'
import { say } from '../app/announce'
import { Desk } from '../app/desk'
import { nav, wish, type Nav } from '../app/nav'
import { createStore } from '../app/store'
import { Workstation } from '../app/workstation'
import type { CommandId } from '../keyboard/registry'
import type { LinkedBridge } from '../transport/connection'
import { PracticeBridge, type Practised } from './bridge'
import { lessonItems, roundItems, type PracticeItem } from './items'
import { lesson } from './lesson'
import { afterDeed, beginRound, reportOf, type Report, type Round } from './round'

export type Phase = 'lesson' | 'ready' | 'round' | 'report'

/** A new object for each phase, so that every screen stands on the phase’s own workstation. */
export class Practice {
  readonly phase: Phase
  readonly station: Workstation
  readonly desk: Desk
  readonly bridge: PracticeBridge
  readonly step = createStore(0)
  readonly round: ReturnType<typeof createStore<Round>>
  readonly report: Report | null
  readonly #real: Desk
  readonly #items: readonly PracticeItem[]
  readonly #now: () => number
  #stops: (() => void)[] = []

  constructor(real: Desk, phase: Phase, report: Report | null = null, now: () => number = () => Date.now()) {
    this.phase = phase
    this.report = report
    this.#real = real
    this.#now = now
    this.#items = phase === 'lesson' ? lessonItems : roundItems
    this.bridge = new PracticeBridge(real.bridge, this.#items, now)
    this.desk = new Desk(this.bridge as LinkedBridge, real.view)
    this.desk.onClosed = () => real.onClosed()
    this.station = new Workstation(this.bridge)
    this.round = createStore(beginRound(now()))
  }

  /** Whether queue and item are on screen; else a page about the practice itself. */
  get triaging(): boolean {
    return this.phase === 'lesson' || this.phase === 'round'
  }

  get items(): readonly PracticeItem[] {
    return this.#items
  }

  start(): void {
    nav.patch({ screen: 'queue', reading: false, uncovered: null, overlay: null })
    if (this.triaging) this.#stops.push(this.station.start())
    this.#stops.push(this.bridge.did.subscribe(() => this.#deed(this.bridge.did.get())))
    if (this.phase === 'round') this.#countPresses()
    wish(this.triaging ? 'list' : 'screen')
  }

  stop(): void {
    this.#stops.forEach((stop) => stop())
    this.#stops = []
  }

  /** The actions of the practice’s own workstation, with an ear on what is run. */
  watched(actions: Actions): Actions {
    return {
      can: (id) => actions.can(id),
      run: (id) => {
        const locking = id === 'lock' && this.phase === 'lesson' && lesson[this.step.get()]?.command === 'lock'
        if (!locking) actions.run(id)
        this.#ran(id)
      },
    }
  }

  skip(): void {
    this.#forward()
  }

  to(phase: Phase): void {
    const report = phase === 'report' ? reportOf(this.round.get(), this.#now()) : null
    this.stop()
    const next = new Practice(this.#real, phase, report, this.#now)
    practiceStore.set(next)
    next.start()
  }

  #ran(id: CommandId): void {
    if (this.phase === 'lesson' && lesson[this.step.get()]?.met({ ran: id })) this.#forward()
  }

  #deed(did: Practised | null): void {
    if (did === null) return
    if (this.phase === 'lesson' && lesson[this.step.get()]?.met({ did })) return this.#forward()
    if (this.phase !== 'round') return
    this.round.set(afterDeed(this.round.get(), did, this.#items, this.#now()))
    // After this frame, so that the last decision is seen to be made.
    if (this.round.get().taken.length === this.#items.length) queueMicrotask(() => this.to('report'))
  }

  #forward(): void {
    const step = this.step.get() + 1
    if (step < lesson.length) {
      this.step.set(step)
      say(`Step ${step + 1} of ${lesson.length}: ${lesson[step]?.title}.`, { quiet: true })
    } else queueMicrotask(() => this.to('ready'))
  }

  #countPresses(): void {
    const stopped = new AbortController()
    const bare = new Set(['Shift', 'Control', 'Alt', 'Meta'])
    const key = (event: KeyboardEvent) => {
      if (!event.repeat && !bare.has(event.key)) this.round.patch({ keys: this.round.get().keys + 1 })
    }
    const pointer = () => this.round.patch({ pointer: this.round.get().pointer + 1 })
    window.addEventListener('keydown', key, { capture: true, signal: stopped.signal })
    window.addEventListener('pointerdown', pointer, { capture: true, signal: stopped.signal })
    this.#stops.push(() => stopped.abort())
  }
}

export const practiceStore = createStore<Practice | null>(null)

let before: Pick<Nav, 'reading' | 'uncovered'> | null = null

export function enterPractice(desk: Desk): void {
  before = { reading: nav.get().reading, uncovered: nav.get().uncovered }
  const practice = new Practice(desk, 'lesson')
  practiceStore.set(practice)
  practice.start()
  say(`Practice. The posts are made up and nothing leaves this desk. Step 1 of ${lesson.length}: ${lesson[0]?.title}.`, { quiet: true })
}

/** Back to the real queue, as it was left. */
export function leavePractice(): void {
  const practice = practiceStore.get()
  if (!practice) return
  practice.stop()
  practiceStore.set(null)
  nav.patch({ ...before, overlay: null })
  before = null
}
