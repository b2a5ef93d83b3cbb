import { Checkbox, UnstyledButton } from '@mantine/core'
import type { ItemView } from '#contract/bridge'
import type { RedactionSpan } from '#contract/review'
import { quote } from '../item/spans'
import type { Draft } from './draft'
import { Field, type Change } from './Field'
import { suggestions } from './redaction'
import { WordPicker } from './WordPicker'
import { coversCry } from './words'
import styles from './Composer.module.css'

const kindNames = { identity: 'identity', method: 'method', other: 'other' } as const
const cryWords = {
  most: 'This covers most of the post. The cry for help stays: cover only the method or the identity, or hide the post.',
  feeling: 'This covers words that say how they feel. The cry for help stays, unless the words name a method or a person.',
} as const

const same = (a: RedactionSpan, b: RedactionSpan) => a.start === b.start && a.end === b.end

/** What to cover: the scorer's finds as toggles, and any other words in the text itself. */
export function RedactField({ draft, view, change, missing }: { draft: Draft; view: ItemView; change: Change; missing?: string }) {
  const text = view.item.post.text
  const offered = suggestions(view.score, text)
  const own = draft.spans.filter((s) => !offered.some((o) => same(o.span, s)))
  const toggle = (span: RedactionSpan) => change({ spans: draft.spans.some((s) => same(s, span)) ? draft.spans.filter((s) => !same(s, span)) : [...draft.spans, span] })
  const cry = coversCry(text, draft.spans, view.score)
  const box = (span: RedactionSpan, why: string, first: boolean) => (
    <Checkbox
      key={`${span.start}-${span.end}-${span.kind}`}
      data-first={first || undefined}
      size="xs"
      checked={draft.spans.some((s) => same(s, span))}
      onChange={() => toggle(span)}
      label={
        <>
          <span className={styles.find} dir="auto">
            {quote(text, span, 44)}
          </span>{' '}
          <span className={styles.hint}>{why}</span>
        </>
      }
    />
  )
  return (
    <>
      <Field label="Cover" missing={missing}>
        <div className={styles.finds} role="group" aria-label="To be covered">
          {offered.map(({ span, why }, i) => box(span, why, i === 0))}
          {own.map((span) => box(span, `marked by you, ${kindNames[span.kind]}`, false))}
          {offered.length === 0 && own.length === 0 && <p className={styles.hint}>The scorer found nothing to cover. Choose the words below.</p>}
          {draft.spans.length > 1 && (
            <UnstyledButton className={styles.addNote} onClick={() => change({ spans: [] })}>
              Show all again
            </UnstyledButton>
          )}
        </div>
      </Field>
      <Field label="In the text">
        <WordPicker key={view.item.id} text={text} spans={draft.spans} change={(spans) => change({ spans })} first={offered.length === 0} />
        {cry && (
          <p className={styles.caution} role="status">
            {cryWords[cry]}
          </p>
        )}
      </Field>
    </>
  )
}
