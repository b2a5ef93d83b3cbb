/** What is being written, and the drafts behind it. One composer at a time; drafts are kept per item and per action. */
import type { Bridge, ItemView } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import type { Verdict } from '#contract/review'
import { missingWords } from '#contract/policy'
import { createStore } from '../app/store'
import { build, emptyDraft, isWritten, type Draft } from './draft'
import { packDrafts, unpackDrafts, type ItemDrafts } from './drafts'
import { firstDue } from './promise'
import { firstReason, formOf } from './verdicts'

export type Composing = {
  item: ItemId
  /** Revision of the post that its author was reading when they began. */
  revision: number
  draft: Draft
  /** The field that stopped it from being sent, with the sentence beside it. */
  missing: { field: keyof Draft; message: string } | null
  /** Asked once whether a template may go out word for word. */
  askedAsWritten: boolean
  sending: boolean
  saved: 'nothing' | 'saving' | 'saved' | 'too-long'
}

const letters = (verdict: Verdict) => formOf(verdict).needs === 'body' || formOf(verdict).needs === 'services'

export class Composer {
  readonly state = createStore<Composing | null>(null)
  readonly #drafts = new Map<ItemId, ItemDrafts>()
  readonly #bridge: Bridge
  readonly #saveAfterMs: number
  readonly #now: () => Date
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(bridge: Bridge, saveAfterMs = 400, now: () => Date = () => new Date()) {
    this.#bridge = bridge
    this.#saveAfterMs = saveAfterMs
    this.#now = now
  }

  /**
   * Opens on an item with what was written before for this action. A first letter begins with the words of the last one on
   * this item, so that a reply can become a message; what belongs to one action only stays with it.
   */
  open(view: ItemView, verdict: Verdict, begin: Partial<Draft> = {}): void {
    void this.keep()
    const drafts = this.#of(view)
    const own = drafts?.by[verdict]
    const last = drafts?.by[drafts.last]
    const carried = !own && last && letters(last.verdict) && letters(verdict) ? { body: last.body, template: last.template } : {}
    const fresh: Draft = { ...emptyDraft(verdict, firstReason(verdict, view.score)), promiseDue: firstDue(this.#now()), ...carried }
    const draft = { ...(own ?? fresh), ...begin }
    const saved = own || carried.body ? 'saved' : 'nothing'
    this.state.set({ item: view.item.id, revision: view.item.post.revision, draft, missing: null, askedAsWritten: false, sending: false, saved })
    if (Object.keys(begin).length > 0) this.change({})
  }

  /** The drafts of an item, of this sitting or as the core kept them. */
  #of(view: Pick<ItemView, 'draft'> & { item: { id: ItemId } }): ItemDrafts | null {
    const known = this.#drafts.get(view.item.id) ?? unpackDrafts(view.draft)
    if (known) this.#drafts.set(view.item.id, known)
    return known
  }

  /** Services of a signpost: those chosen before on this item, then these, at most ten. */
  chosen(item: ItemId, kept: string, more: readonly string[]): string[] {
    const before = this.#of({ item: { id: item }, draft: kept })?.by.signpost?.services ?? []
    return [...new Set([...before, ...more])].slice(0, 10)
  }

  hasDraft(item: ItemId, kept: string): boolean {
    const drafts = this.#drafts.get(item) ?? unpackDrafts(kept)
    return drafts !== null && packDrafts(drafts) !== ''
  }

  change(part: Partial<Draft>): void {
    const now = this.state.get()
    if (!now) return
    const draft = { ...now.draft, ...part }
    this.#drafts.set(now.item, { last: draft.verdict, by: { ...this.#drafts.get(now.item)?.by, [draft.verdict]: draft } })
    this.state.set({ ...now, draft, missing: null, saved: 'saving' })
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.keep(), this.#saveAfterMs)
  }

  /** Leaves; the draft stays. */
  close(): void {
    void this.keep()
    this.state.set(null)
  }

  /**
   * Builds the decision, or says what is missing and returns null. A post that its author changed meanwhile is shown first:
   * the next send is about the new words. A template word for word is asked about once (peers §3).
   */
  ready(view: ItemView) {
    const now = this.state.get()
    if (!now || now.sending) return null
    const stop = (part: Partial<Composing>) => {
      this.state.set({ ...now, ...part })
      return null
    }
    if (view.item.post.revision !== now.revision) {
      const message = 'The post changed while you were writing. Read it again, then send.'
      return stop({ revision: view.item.post.revision, missing: { field: 'verdict', message } })
    }
    const { draft } = now
    const needs = missingWords({ verdict: draft.verdict, note: '' }, view.item.intake.level)
    const built = build(draft, needs, this.#now())
    if (!built.ok) return stop({ missing: { field: built.field, message: built.message } })
    if (letters(draft.verdict) && draft.template !== null && draft.template.trim() === draft.body.trim() && !now.askedAsWritten) {
      const message = 'These are the template’s words, unchanged. Add a word of your own, or send once more to send it as written.'
      return stop({ askedAsWritten: true, missing: { field: 'body', message } })
    }
    return { ...now, made: built }
  }

  /** Takes everything off the screen once the decision is durable; the words stay for an undo until `forget`. */
  sent(): void {
    void this.keep()
    this.state.set(null)
  }

  forget(item: ItemId): void {
    this.#drafts.delete(item)
  }

  /** Writes what is not yet written to the core; resolves when it is there. Before a lock, everything is. */
  async keep(): Promise<void> {
    if (!this.#timer) return
    clearTimeout(this.#timer)
    this.#timer = null
    const now = this.state.get()
    const drafts = now && this.#drafts.get(now.item)
    if (!now || !drafts) return
    const text = packDrafts(drafts)
    if (text === null) return this.state.set({ ...now, saved: 'too-long' })
    const answer = await this.#bridge.call('item.saveDraft', { item: now.item, draft: text })
    const later = this.state.get()
    if (later && later.item === now.item && later.draft === now.draft) this.state.set({ ...later, saved: answer.ok && isWritten(now.draft) ? 'saved' : 'nothing' })
  }
}
