/** Several items of one kind of answer: chosen row by row, looked over in one list, decided and taken back together. */
import type { BridgeError, QueueRow } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import { batchMost, batchRefusal, batchVerdicts, noteRequired, reasonsFor } from '#contract/policy'
import type { ReasonCode, Verdict } from '#contract/review'
import { levels, type Level } from '#contract/risk'
import { say } from '../app/announce'
import { nav, wish } from '../app/nav'
import { createStore } from '../app/store'
import type { Workstation } from '../app/workstation'
import { plural, verdictDone } from '../components/words'

export type BatchVerdict = (typeof batchVerdicts)[number]
export type BatchItem = { item: ItemId; version: number; level: Level; topic: string; author: string; words: string }
export type BatchForm = { verdict: BatchVerdict; items: readonly BatchItem[]; reason: ReasonCode; note: string; missing: boolean; sending: boolean; refused: BridgeError | null }

export const isBatchVerdict = (verdict: Verdict): verdict is BatchVerdict => (batchVerdicts as readonly Verdict[]).includes(verdict)

/** Reasons that may be given for several at once: what the policy refuses is not offered. */
export const batchReasons = (verdict: BatchVerdict): readonly ReasonCode[] =>
  reasonsFor[verdict].filter((reason) => batchRefusal(verdict, reason, { kind: 'content', level: 'green' }) === null)

/** Why a row cannot be chosen; null when it can. */
export function rowRefusal(row: QueueRow): string | null {
  if (row.status !== 'open' || row.pending !== null) return 'This item is decided already.'
  if (row.lease?.who === 'other') return 'A colleague has this item.'
  return batchRefusal('no_action', 'routine', row)
}

export class Batch {
  readonly selection = createStore<ReadonlySet<ItemId>>(new Set())
  readonly form = createStore<BatchForm | null>(null)
  readonly #station: Workstation

  constructor(station: Workstation) {
    this.#station = station
  }

  /** Whether this action, pressed now, is meant for what is chosen. */
  takes(verdict: Verdict): boolean {
    return this.selection.get().size > 0 && isBatchVerdict(verdict)
  }

  toggle(): void {
    const { queue } = this.#station
    const row = this.#station.visiting.get() === null ? queue.current : undefined
    if (!row) return say('Choose items in the list.')
    const chosen = new Set(this.selection.get())
    const why = chosen.has(row.id) ? null : chosen.size >= batchMost ? `At most ${batchMost} items are decided at once.` : rowRefusal(row)
    if (why !== null) return say(why)
    if (!chosen.delete(row.id)) chosen.add(row.id)
    this.selection.set(chosen)
    say(chosen.size === 0 ? 'Nothing is chosen.' : `${plural(chosen.size, 'item')} chosen.`, { quiet: true })
    const next = queue.step(queue.state.get().cursor, 1)
    if (next !== null) this.#station.goTo(next)
  }

  clear(): void {
    if (this.selection.get().size === 0) return
    this.selection.set(new Set())
    say('Nothing is chosen.', { quiet: true })
  }

  /** Opens the list of what is chosen, as it stands now. What cannot be decided any more drops out, and is told. */
  async begin(verdict: Verdict): Promise<void> {
    if (!isBatchVerdict(verdict)) return
    const chosen = [...this.selection.get()]
    const answers = await Promise.all(chosen.map((item) => this.#station.bridge.call('item.open', { item })))
    const items: BatchItem[] = []
    for (const [place, answer] of answers.entries()) {
      const item = chosen[place]
      if (!answer.ok || item === undefined) continue
      const { item: whole, score, pending, lease } = answer.value
      if (whole.status !== 'open' || pending !== null || lease?.who === 'other') continue
      const level = levels.find((one) => one === score.level || one === whole.intake.level) ?? 'amber'
      items.push({ item, version: whole.version, level, topic: whole.post.topic.name, author: whole.author.pseudonym, words: [whole.post.title, whole.post.text].filter(Boolean).join('. ') })
    }
    const gone = chosen.length - items.length
    if (gone > 0) {
      this.selection.set(new Set(items.map(({ item }) => item)))
      say(`${plural(gone, 'item')} left the selection: decided or taken by a colleague meanwhile.`, { tone: 'attention' })
    }
    if (items.length === 0) return
    const reason = batchReasons(verdict)[0]
    if (reason === undefined) return
    this.form.set({ verdict, items, reason, note: '', missing: false, sending: false, refused: null })
    nav.patch({ overlay: 'batch' })
    wish('none')
  }

  /** Takes one out of the list, and out of the selection. */
  leaveOut(item: ItemId): void {
    const form = this.form.get()
    if (!form) return
    const items = form.items.filter((one) => one.item !== item)
    this.selection.set(new Set(items.map((one) => one.item)))
    if (items.length === 0) this.close()
    else this.form.set({ ...form, items, refused: null })
  }

  close(): void {
    this.form.set(null)
    nav.patch({ overlay: null })
    wish('list')
  }

  async send(): Promise<void> {
    const form = this.form.get()
    if (!form || form.sending) return
    const { verdict, items, reason, note } = form
    if (note.trim() === '' && items.some(({ level }) => noteRequired(verdict, level))) return this.form.set({ ...form, missing: true })
    this.form.set({ ...form, sending: true, refused: null })
    const answer = await this.#station.bridge.call('decision.makeBatch', { items: items.map(({ item, version }) => ({ item, itemVersion: version })), action: { verdict }, reason, note })
    if (!answer.ok) return this.form.set({ ...form, sending: false, refused: answer.error })
    const { decisions, undoUntil } = answer.value
    this.#station.decided(decisions.map(({ item, decision }) => ({ item, decision, verdict, undoUntil })))
    this.selection.set(new Set())
    this.close()
    say(`${verdictDone[verdict]}: ${plural(decisions.length, 'item')}. Saved on this desk. Press u to undo all of them.`)
  }
}
