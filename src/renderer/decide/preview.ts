/** What the member will see of a decision, worked out as the server works it out and said in the words of their pages. */
import type { ItemView } from '#contract/bridge'
import { memberWords, stateSentence } from '#contract/member-words'
import { mergeSpans, redacted } from '#contract/redaction'
import type { PostState } from '#contract/review'
import type { Draft } from './draft'

export type PostPreview = {
  state: PostState
  /** "Changed by a Guide." and the sentence after it. */
  name: string
  sentence: string
  reason: string | null
  contentNote: string | null
  title: string | null
  text: string
}

export type Preview =
  /** Everyone in the thread reads it. */
  | { kind: 'reply'; body: string }
  /** Only the member, on their page of messages. */
  | { kind: 'message'; body: string; services: readonly string[] }
  | {
      kind: 'post'
      author: PostPreview
      /** Null: others do not see the post. */
      others: { text: string; title: string | null; contentNote: string | null } | null
    }
  | { kind: 'nothing'; why: string }

export function previewOf(view: ItemView, draft: Draft): Preview {
  const { post } = view.item
  const changed = (state: PostState, text: string, contentNote: string | null): Preview => {
    const why = draft.reason
    const author: PostPreview = {
      state,
      name: memberWords.states[state].name,
      sentence: stateSentence(memberWords, { state, contentNote, why }),
      reason: memberWords.reasons[why],
      contentNote,
      title: post.title,
      text,
    }
    const seen = state === 'changed'
    return { kind: 'post', author, others: seen ? { text, title: post.title, contentNote } : null }
  }
  const stays = post.state === 'removed'
  switch (draft.verdict) {
    case 'support_reply':
      return { kind: 'reply', body: draft.body }
    case 'message':
      return { kind: 'message', body: draft.body, services: [] }
    case 'signpost':
      return { kind: 'message', body: draft.body, services: draft.services }
    case 'content_note':
      return changed(stays ? 'removed' : 'changed', post.text, draft.contentNote.trim() || '…')
    case 'redact':
      return changed(stays ? 'removed' : 'changed', redacted(post.text, mergeSpans(post.text, draft.spans)), null)
    case 'hide':
      return changed(stays ? 'removed' : 'held', post.text, null)
    case 'remove':
      return changed('removed', post.text, null)
    case 'no_action':
    case 'watch':
      return { kind: 'nothing', why: 'They see that their post stands. Nothing is said to them.' }
    case 'reopen':
      return { kind: 'nothing', why: 'What they see stays as it is until it is decided again.' }
    case 'hand_on':
    case 'ask_lead':
    case 'escalate':
    case 'propose_removal':
    case 'propose_restriction':
      return { kind: 'nothing', why: 'Nothing is said to them yet. They see that a Guide is reading their post.' }
  }
}
