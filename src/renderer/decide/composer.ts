/** What is being written, and the draft behind it. One composer at a time; drafts are kept per item. */
import type { Bridge, ItemView } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import type { Verdict } from '#contract/review'
import { noteRequired } from '#contract/policy'
import { createStore } from '../app/store'
import { packDraft, unpackDraft } from './drafts'
import { build, emptyDraft, firstReason, type Draft } from './verdicts'

export type Composing = {
  item: ItemId
  /** Revision of the post that its author was reading when they began. */
  revision: number
  draft: Draft
  /** The field that stopped it from being sent, with the sentence beside it. */
  missing: { field: keyof Draft; message: string } | null
  sending: boolean
  saved: 'nothing' | 'saving' | 'saved' | 'too-long'
}

export class Composer {
  readonly state = createStore<Composing | null>(null)
  readonly #drafts = new Map<ItemId, Draft>()
  readonly #bridge: Bridge
  readonly #saveAfterMs: number
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(bridge: Bridge, saveAfterMs = 400) {
    this.#bridge = bridge
    this.#saveAfterMs = saveAfterMs
  }

  /** Opens on an item with what was written before, whatever verdict it was written for. */
  open(view: ItemView, verdict: Verdict): void {
    this.#flush()
    const known = this.#drafts.get(view.item.id) ?? unpackDraft(view.draft)
    const reason = firstReason(verdict, view.score)
    const draft = known ? { ...known, verdict, reason: known.verdict === verdict ? known.reason : reason } : emptyDraft(verdict, reason)
    this.state.set({ item: view.item.id, revision: view.item.post.revision, draft, missing: null, sending: false, saved: known ? 'saved' : 'nothing' })
  }

  hasDraft(item: ItemId, kept: string): boolean {
    const draft = this.#drafts.get(item) ?? unpackDraft(kept)
    return draft !== null && packDraft(draft) !== ''
  }

  change(part: Partial<Draft>): void {
    const now = this.state.get()
    if (!now) return
    const draft = { ...now.draft, ...part }
    this.#drafts.set(now.item, draft)
    this.state.set({ ...now, draft, missing: null, saved: 'saving' })
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#flush(), this.#saveAfterMs)
  }

  /** Leaves; the draft stays. */
  close(): void {
    this.#flush()
    this.state.set(null)
  }

  /**
   * Builds the action, or says what is missing and returns null. A post that its author changed meanwhile is shown first:
   * the next send is about the new words.
   */
  ready(view: ItemView) {
    const now = this.state.get()
    if (!now || now.sending) return null
    if (view.item.post.revision !== now.revision) {
      const message = 'The post changed while you were writing. Read it again, then send.'
      this.state.set({ ...now, revision: view.item.post.revision, missing: { field: 'verdict', message } })
      return null
    }
    const built = build(now.draft, noteRequired(now.draft.verdict, view.item.intake.level))
    if (!built.ok) {
      this.state.set({ ...now, missing: { field: built.field, message: built.message } })
      return null
    }
    return { ...now, action: built.action }
  }

  /** Takes everything off the screen once the decision is durable; the words stay for an undo until `forget`. */
  sent(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.state.set(null)
  }

  forget(item: ItemId): void {
    this.#drafts.delete(item)
  }

  #flush(): void {
    if (!this.#timer) return
    clearTimeout(this.#timer)
    this.#timer = null
    const now = this.state.get()
    if (!now) return
    const text = packDraft(now.draft)
    if (text === null) return this.state.set({ ...now, saved: 'too-long' })
    void this.#bridge.call('item.saveDraft', { item: now.item, draft: text }).then((answer) => {
      const later = this.state.get()
      if (later && later.item === now.item && later.draft === now.draft) this.state.set({ ...later, saved: answer.ok ? 'saved' : 'nothing' })
    })
  }
}
