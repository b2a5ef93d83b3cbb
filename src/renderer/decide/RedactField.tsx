import { Button, Checkbox, SegmentedControl, UnstyledButton } from '@mantine/core'
import { useRef, useState } from 'react'
import type { ItemView } from '#contract/bridge'
import type { RedactionSpan } from '#contract/review'
import { quote } from '../item/spans'
import { suggestions } from './redaction'
import type { Draft } from './verdicts'
import styles from './Composer.module.css'

const kinds: { value: RedactionSpan['kind']; label: string }[] = [
  { value: 'identity', label: 'Identity' },
  { value: 'method', label: 'Method' },
  { value: 'other', label: 'Other' },
]
const kindNames = { identity: 'identity', method: 'method', other: 'other' } as const

const same = (a: RedactionSpan, b: RedactionSpan) => a.start === b.start && a.end === b.end

/** What to cover: the scorer's finds as toggles, and any other part by selecting it with the keyboard or the mouse. */
export function RedactField({ draft, view, change, missing }: { draft: Draft; view: ItemView; change: (part: Partial<Draft>) => void; missing?: string }) {
  const text = view.item.post.text
  const offered = suggestions(view.score, text)
  const own = draft.spans.filter((s) => !offered.some((o) => same(o.span, s)))
  const [kind, setKind] = useState<RedactionSpan['kind']>('identity')
  const [selected, setSelected] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const toggle = (span: RedactionSpan) => change({ spans: draft.spans.some((s) => same(s, span)) ? draft.spans.filter((s) => !same(s, span)) : [...draft.spans, span] })
  const add = () => {
    const at = field.current
    if (!at || at.selectionStart === at.selectionEnd) return
    const span = { start: at.selectionStart, end: at.selectionEnd, kind }
    if (!draft.spans.some((s) => same(s, span))) change({ spans: [...draft.spans, span] })
    at.setSelectionRange(span.end, span.end)
    setSelected(0)
  }
  return (
    <>
      <div className={styles.field} data-missing={missing ? true : undefined}>
        <span className={styles.label}>Cover</span>
        <div className={styles.control}>
          <div className={styles.finds} role="group" aria-label="Found by the scorer">
            {offered.map(({ span, why }, i) => (
              <Checkbox
                key={`${span.start}-${span.end}`}
                data-first={i === 0 || undefined}
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
            ))}
            {own.map((span) => (
              <Checkbox
                key={`own-${span.start}-${span.end}`}
                size="xs"
                checked
                onChange={() => toggle(span)}
                label={
                  <>
                    <span className={styles.find} dir="auto">
                      {quote(text, span, 44)}
                    </span>{' '}
                    <span className={styles.hint}>marked by you, {kindNames[span.kind]}</span>
                  </>
                }
              />
            ))}
            {offered.length === 0 && own.length === 0 && <p className={styles.hint}>The scorer found nothing to cover. Select the words below.</p>}
          </div>
          {missing && (
            <p className={styles.missing} role="alert">
              {missing}
            </p>
          )}
        </div>
      </div>
      <div className={styles.field}>
        <span className={styles.label}>Other words</span>
        <div className={styles.control}>
          <textarea
            ref={field}
            className={styles.pick}
            aria-label="The text: select words with Shift and the arrow keys, then press Enter"
            readOnly
            dir="auto"
            rows={3}
            value={text}
            data-first={offered.length === 0 || undefined}
            onSelect={(e) => setSelected(Math.abs(e.currentTarget.selectionEnd - e.currentTarget.selectionStart))}
            onKeyDown={(e) => {
              if (e.key !== 'Enter' || e.ctrlKey || e.metaKey) return
              e.preventDefault()
              add()
            }}
          />
          <div className={styles.pickRow}>
            <SegmentedControl size="xs" data={kinds} value={kind} onChange={setKind} aria-label="What it is" />
            <Button size="compact-xs" variant="default" disabled={selected === 0} onClick={add}>
              Mark the selection
            </Button>
            {draft.spans.length > 0 && (
              <UnstyledButton className={styles.addNote} onClick={() => change({ spans: [] })}>
                Clear all
              </UnstyledButton>
            )}
          </div>
        </div>
      </div>
    </>
  )
}

