/** Care at the window: what is open before the clinician is told to the core, and what it answers is kept for the screens. */
import { optedOut, type Bridge, type CallInput, type CareStatus, type ItemView, type MemberRecord, type OptOuts, type QueueRow } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import { levels } from '#contract/risk'
import { say } from '../app/announce'
import { nav, wish } from '../app/nav'
import { createStore, type Store } from '../app/store'

type Watched = Pick<Store<unknown>, 'subscribe'>

/** What care must know of the sitting, and the one thing it may do to it. */
export type Sitting = {
  /** The item whose text is on screen and open; null when none is. */
  readNow(): ItemId | null
  writing(): boolean
  /** What was written is kept; a claim without a word written goes back. */
  rest(): void
  /** Stores whose change may change what is read. */
  watched: readonly Watched[]
}

/** A text that is only passed by on the way is not reported. */
const settleMs = 400
const refreshMs = 30_000
const putOffMs = 15 * 60_000

export type CareWindow = {
  /** Null until the core has answered, and where it does not know of care (practice). */
  status: CareStatus | null
  /** The banner that is shown; it comes between items, never in the middle of one. */
  banner: 'none' | 'break' | 'pause'
}

export class CareModel {
  readonly state = createStore<CareWindow>({ status: null, banner: 'none' })
  readonly #bridge: Bridge
  readonly #now: () => number
  #sitting: Sitting | null = null
  #told: ItemId | null = null
  #settle: ReturnType<typeof setTimeout> | null = null
  #putOffUntil = 0

  constructor(bridge: Bridge, now: () => number = Date.now) {
    this.#bridge = bridge
    this.#now = now
  }

  start(sitting: Sitting): () => void {
    this.#sitting = sitting
    const look = () => this.#look()
    const stops = sitting.watched.map((store) => store.subscribe(look))
    const seen = typeof document === 'undefined' ? null : document
    seen?.addEventListener('visibilitychange', look)
    const timer = setInterval(() => {
      void this.refresh()
      look()
    }, refreshMs)
    void this.refresh()
    return () => {
      stops.forEach((stop) => stop())
      seen?.removeEventListener('visibilitychange', look)
      clearInterval(timer)
      if (this.#settle) clearTimeout(this.#settle)
      this.#settle = null
      this.#sitting = null
      // Practice, or the end of the sitting: what was open is laid down.
      if (this.#told !== null) void this.#bridge.call('care.reading', { item: null })
      this.#told = null
    }
  }

  get status(): CareStatus | null {
    return this.state.get().status
  }

  get pausing(): boolean {
    const pause = this.status?.pause
    return pause?.state === 'on' && Date.parse(pause.until) > this.#now()
  }

  leftOut(row: Pick<QueueRow, 'level' | 'topic' | 'themes'>): boolean {
    return this.status !== null && optedOut(this.status.optOuts, row)
  }

  /** Whether a text stays covered until it is opened on purpose. */
  coversView(view: ItemView): boolean {
    return leftOutView(this.status?.optOuts ?? null, view)
  }

  /** Whether the next key goes past it. */
  passesOver(row: Pick<QueueRow, 'level' | 'topic' | 'themes'>): boolean {
    return this.leftOut(row) || (this.pausing && row.level !== 'green')
  }

  async refresh(): Promise<void> {
    await this.#ask('care.status', {})
  }

  /** Takes a break, or ends the one that goes on. */
  async toggleBreak(): Promise<void> {
    const on = this.status?.onBreak === null || this.status === null
    if (on) this.#sitting?.rest()
    await this.#ask('care.break', { on }, true)
    this.#told = null
    if (!on) {
      this.#look()
      wish('heading')
    }
  }

  /** One key: takes the pause that is offered, or ends the one that goes on. */
  async togglePause(): Promise<void> {
    const state = this.status?.pause.state ?? 'none'
    if (state === 'none') return say('A protected pause is offered after a rescue. There is none to take now.')
    await this.#ask('care.pause', { how: state === 'on' ? 'end' : 'take' }, true)
    say(state === 'on' ? 'The pause has ended.' : 'Fifteen protected minutes. Only green items come next.')
  }

  async declinePause(): Promise<void> {
    await this.#ask('care.pause', { how: 'decline' }, true)
  }

  putOff(): void {
    this.#putOffUntil = this.#now() + putOffMs
    this.state.patch({ banner: 'none' })
  }

  async setOptOuts(optOuts: OptOuts): Promise<void> {
    const before = this.status
    if (before) this.state.patch({ status: { ...before, optOuts } })
    await this.#ask('care.setOptOuts', optOuts, true)
    // Told again in any case: what is ticked must be what is kept.
    await this.refresh()
  }

  async gentle(not: ItemId | null): Promise<ItemId | null> {
    const answer = await this.#bridge.call('care.gentle', { not })
    if (answer.ok && answer.value.item !== null) return answer.value.item
    say(this.pausing ? 'No green item waits. The pause goes on; take your time.' : 'Nothing gentler waits just now.')
    return null
  }

  async record(item: ItemId): Promise<MemberRecord | null> {
    const answer = await this.#bridge.call('member.record', { item })
    return answer.ok ? answer.value : null
  }

  #readNow(): ItemId | null {
    const hidden = typeof document !== 'undefined' && document.visibilityState === 'hidden'
    return hidden || this.status?.onBreak ? null : (this.#sitting?.readNow() ?? null)
  }

  #look(): void {
    if (this.#sitting && this.state.get().banner === 'break' && this.#sitting.writing()) this.state.patch({ banner: 'none' })
    if (this.#readNow() === this.#told) return
    this.#settle ??= setTimeout(() => {
      this.#settle = null
      const item = this.#readNow()
      if (item === this.#told) return
      this.#told = item
      void this.#ask('care.reading', { item }).then(() => this.#between())
    }, settleMs)
  }

  /** Between two items is the time to say something. */
  #between(): void {
    const { status } = this.state.get()
    if (status === null || this.#sitting?.writing()) return
    const due = status.breakDueAt !== null && Date.parse(status.breakDueAt) <= this.#now() && this.#now() >= this.#putOffUntil
    this.state.patch({ banner: status.pause.state === 'offered' ? 'pause' : due ? 'break' : 'none' })
  }

  async #ask<N extends 'care.status' | 'care.reading' | 'care.break' | 'care.pause' | 'care.setOptOuts'>(name: N, input: CallInput<N>, aloud = false): Promise<void> {
    const answer = await this.#bridge.call(name, input)
    if (!answer.ok) {
      if (aloud) say(answer.error.message, { tone: 'attention' })
      return
    }
    const status = answer.value as CareStatus
    const before = this.state.get()
    this.state.set({ status, banner: this.#stillTrue(before.banner, status) })
    if (status.onBreak && nav.get().overlay !== 'break') nav.patch({ overlay: 'break' })
    if (!status.onBreak && nav.get().overlay === 'break') nav.patch({ overlay: null })
    // Nobody reads: nothing is interrupted.
    if (this.#told === null && !status.onBreak) this.#between()
    if (status.gentler && before.status !== null && !before.status.gentler) say(gentlerWords(status))
  }

  #stillTrue(banner: CareWindow['banner'], status: CareStatus): CareWindow['banner'] {
    if (status.onBreak) return 'none'
    if (banner === 'pause' && status.pause.state !== 'offered') return 'none'
    if (banner === 'break' && (status.breakDueAt === null || Date.parse(status.breakDueAt) > this.#now())) return 'none'
    return banner
  }
}

/** The scorer and the API may differ: the more urgent of both counts, so that no crisis is left out. */
export function leftOutView(optOuts: OptOuts | null, view: ItemView): boolean {
  if (optOuts === null) return false
  const level = levels.find((one) => one === view.score.level || one === view.item.intake.level) ?? 'amber'
  return optedOut(optOuts, { level, topic: view.item.post.topic.name, themes: view.score.categories })
}

export function gentlerWords({ hardInARow, crisisWaits }: Pick<CareStatus, 'hardInARow' | 'crisisWaits'>): string {
  const hard = `${hardInARow === 2 ? 'Two' : hardInARow} hard cases in a row.`
  return crisisWaits ? `${hard} A crisis waits that nobody holds, so it comes first.` : `${hard} Something gentler can come next.`
}

export const bandWords: Record<CareStatus['exposure']['band'], string> = { light: 'light', middling: 'middling', heavy: 'heavy' }
