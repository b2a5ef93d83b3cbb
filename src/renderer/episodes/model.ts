/** Risk episodes at this window: the list, the one that is open, the form that is being filled in, and what an item has to do with one. */
import { uuidv7 } from 'uuidv7'
import type { BridgeError, CallOutput, EpisodeAnswer, EpisodeListRow, EpisodeView, ItemEpisode } from '#contract/bridge'
import { deedDone, deedNames, wordingOf, type CssrsWording, type Deed, type EpisodeId } from '#contract/episode'
import type { ItemId } from '#contract/ids'
import type { Level } from '#contract/risk'
import { say } from '../app/announce'
import { nav, wish } from '../app/nav'
import { createStore } from '../app/store'
import type { LinkedBridge } from '../transport/connection'
import { makeWhat, startOf, type Values } from './forms'

export type EpisodesState = {
  show: 'open' | 'closed'
  /** In groups by state, those first whose clock ends first. */
  rows: readonly EpisodeListRow[] | null
  answers: readonly EpisodeAnswer[]
  asOf: string | null
  chosen: EpisodeId | null
  view: EpisodeView | null
  error: BridgeError | null
}

/** `step`: as the episode stood when the form was opened. */
export type EpisodeForm = { episode: EpisodeId; deed: Deed; step: number; values: Values; missing: Readonly<Record<string, string>>; refused: string | null; sending: boolean }

const draftMs = 400

export class EpisodesModel {
  readonly state = createStore<EpisodesState>({ show: 'open', rows: null, answers: [], asOf: null, chosen: null, view: null, error: null })
  readonly form = createStore<EpisodeForm | null>(null)
  readonly wording = createStore<CssrsWording>(wordingOf(null))
  /** What the shown item has to do with an episode. */
  readonly link = createStore<{ item: ItemId; link: ItemEpisode } | null>(null)
  /** The server's check of an episode's record. */
  readonly record = createStore<{ episode: EpisodeId; result: CallOutput<'episodes.record'> } | null>(null)
  readonly #bridge: LinkedBridge
  readonly #now: () => number
  #draftTimer: ReturnType<typeof setTimeout> | null = null

  constructor(bridge: LinkedBridge, now: () => number = () => Date.now()) {
    this.#bridge = bridge
    this.#now = now
  }

  start(): () => void {
    const stop = this.#bridge.on('episodes.changed', () => void this.#changed())
    void this.#bridge.call('episodes.wording', {}).then((answer) => answer.ok && this.wording.set(answer.value))
    void this.load()
    return () => {
      stop()
      if (this.#draftTimer) clearTimeout(this.#draftTimer)
    }
  }

  async #changed(): Promise<void> {
    const item = this.link.get()?.item
    await Promise.all([this.load(), item === undefined ? undefined : this.lookUp(item)])
  }

  async load(show = this.state.get().show): Promise<void> {
    const answer = await this.#bridge.call('episodes.list', { show })
    if (!answer.ok) return this.state.patch({ error: answer.error })
    const { answers, asOf } = answer.value
    const rows = inGroups(answer.value.rows)
    const { chosen } = this.state.get()
    const keep = chosen !== null && (rows.some((row) => row.id === chosen) || this.form.get()?.episode === chosen) ? chosen : (rows[0]?.id ?? null)
    this.state.patch({ show, rows, answers, asOf, error: null })
    await this.choose(keep)
  }

  async choose(episode: EpisodeId | null): Promise<void> {
    if (episode === null) return this.state.patch({ chosen: null, view: null })
    if (this.state.get().chosen !== episode) this.state.patch({ chosen: episode, view: null })
    const answer = await this.#bridge.call('episodes.open', { episode })
    if (this.state.get().chosen !== episode) return
    this.state.patch(answer.ok ? { view: answer.value, error: null } : { view: null, error: answer.error })
  }

  move(by: 1 | -1): void {
    const { rows, chosen } = this.state.get()
    if (!rows?.length) return
    const at = rows.findIndex((row) => row.id === chosen)
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))]
    if (next && next.id !== chosen) void this.choose(next.id)
  }

  async toggleClosed(): Promise<void> {
    this.state.patch({ chosen: null, view: null })
    await this.load(this.state.get().show === 'open' ? 'closed' : 'open')
  }

  // ── doing something ─────────────────────────────────────────────────────────────────────────────────────────────────
  may(deed: Deed): boolean {
    return this.form.get() === null && (this.state.get().view?.may.includes(deed) ?? false)
  }

  /** Opens the form of a deed, with what was written in it before; what asks for nothing is done at once. */
  async begin(deed: Deed): Promise<void> {
    const { view } = this.state.get()
    if (!view) return
    if (!view.may.includes(deed)) return say(`“${deedNames[deed]}” is not possible for you in this episode now.`)
    const { id, step } = view.episode
    if (deed === 'take-on') return this.#do(id, step, 'take-on', {})
    this.form.set({ episode: id, deed, step, values: startOf(deed, view.episode), missing: {}, refused: null, sending: false })
    wish('composer')
    const kept = await this.#bridge.call('episodes.draft', { episode: id, form: deed })
    const form = this.form.get()
    if (kept.ok && kept.value.draft !== '' && form?.deed === deed && form.episode === id) this.form.set({ ...form, values: { ...form.values, ...(JSON.parse(kept.value.draft) as Values) } })
  }

  change(part: Values): void {
    const form = this.form.get()
    if (!form) return
    const missing = Object.fromEntries(Object.entries(form.missing).filter(([name]) => !(name in part)))
    this.form.set({ ...form, values: { ...form.values, ...part }, missing })
    if (this.#draftTimer) clearTimeout(this.#draftTimer)
    this.#draftTimer = setTimeout(() => void this.keep(), draftMs)
  }

  /** What was typed a moment ago is kept on the desk. */
  async keep(): Promise<void> {
    if (this.#draftTimer) clearTimeout(this.#draftTimer)
    this.#draftTimer = null
    const form = this.form.get()
    if (form && !form.sending) await this.#bridge.call('episodes.saveDraft', { episode: form.episode, form: form.deed, draft: JSON.stringify(form.values) })
  }

  leave(): void {
    void this.keep()
    this.form.set(null)
    wish('heading')
  }

  async send(): Promise<void> {
    const form = this.form.get()
    if (!form || form.sending) return
    await this.#do(form.episode, form.step, form.deed, form.values)
  }

  async #do(episode: EpisodeId, step: number, deed: Deed, values: Values): Promise<void> {
    const made = makeWhat(deed, values, this.#now(), uuidv7)
    const form = this.form.get()
    if (!made.ok) {
      if (form) this.form.set({ ...form, missing: made.missing, refused: null })
      say('Something is still needed before this can be done.', { tone: 'attention' })
      return wish('composer')
    }
    if (this.#draftTimer) clearTimeout(this.#draftTimer)
    if (form) this.form.set({ ...form, sending: true })
    const answer = await this.#bridge.call('episodes.do', { episode, step, what: made.what })
    if (!answer.ok) {
      say(answer.error.message, { tone: 'attention' })
      await this.choose(episode)
      const now = this.form.get()
      // The form stays as it was; sending it again is a decision on the episode as it is now.
      if (now) this.form.set({ ...now, sending: false, refused: answer.error.message, step: this.state.get().view?.episode.step ?? now.step })
      return
    }
    this.form.set(null)
    say(`${deedDone[deed]}. Saved on this desk.`, { quiet: true })
    wish('heading')
    await this.load()
  }

  async seen(answer: EpisodeAnswer | undefined): Promise<void> {
    if (!answer) return
    await this.#bridge.call('episodes.seen', { command: answer.id })
    await this.load()
    say('Marked as seen.', { quiet: true })
  }

  async check(): Promise<void> {
    const { chosen } = this.state.get()
    if (!chosen) return
    const answer = await this.#bridge.call('episodes.record', { episode: chosen })
    if (!answer.ok) return say(answer.error.message, { tone: 'attention' })
    this.record.set({ episode: chosen, result: answer.value })
  }

  // ── from an item ────────────────────────────────────────────────────────────────────────────────────────────────────
  async lookUp(item: ItemId): Promise<void> {
    const answer = await this.#bridge.call('episodes.ofItem', { item })
    this.link.set({ item, link: answer.ok ? answer.value : { kind: 'none', mayOpen: false } })
  }

  linkOf(item: ItemId | null): ItemEpisode | null {
    const known = this.link.get()
    return known !== null && known.item === item ? known.link : null
  }

  async goTo(episode: EpisodeId): Promise<void> {
    this.state.patch({ chosen: episode, view: null, show: 'open' })
    nav.patch({ screen: 'episodes', overlay: null })
    await this.load('open')
    wish('heading')
  }

  /** Opens an episode from an item; gives whether it was opened. */
  async open(item: ItemId, level: Level, concern: string): Promise<boolean> {
    const answer = await this.#bridge.call('episodes.begin', { item, level, concern })
    if (!answer.ok) {
      say(answer.error.message, { tone: 'attention' })
      return false
    }
    await this.goTo(answer.value.episode)
    say('The episode is open. Saved on this desk.', { quiet: true })
    return true
  }

  async quote(episode: EpisodeId, item: ItemId, words: string): Promise<boolean> {
    const answer = await this.#bridge.call('episodes.quote', { episode, item, words })
    say(answer.ok ? 'Added to the episode as evidence.' : answer.error.message, answer.ok ? {} : { tone: 'attention' })
    if (answer.ok) await this.lookUp(item)
    return answer.ok
  }
}

/** Rows that stand in the same state stand together; the group whose clock ends first comes first. */
export function inGroups(rows: readonly EpisodeListRow[]): EpisodeListRow[] {
  const groups = new Map<string, EpisodeListRow[]>()
  for (const row of rows) groups.set(row.state, [...(groups.get(row.state) ?? []), row])
  return [...groups.values()].flat()
}
