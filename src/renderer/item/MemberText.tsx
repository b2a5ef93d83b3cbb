import { memo, useMemo } from 'react'
import type { ItemView } from '#contract/bridge'
import { useWorkstation } from '../app/context'
import { createStore, useStore } from '../app/store'
import { categoryWords, piiWords } from '../components/words'
import { layer, numberEvidence, type Segment } from './spans'
import styles from './Item.module.css'

/** The evidence mark under the pointer or the focus, shared by the words and the list beside them. */
export const pointedAt = createStore<number | null>(null)

const noSpans: never[] = []

/** The member's own words, with evidence underlined and identifying details marked. `dir=auto`: any script reads its way. */
export const MemberText = memo(function MemberText({ view }: { view: ItemView }) {
  const station = useWorkstation()
  const text = view.item.post.text
  const redactions = useStore(station.composer.state, (c) => (c?.item === view.item.id && c.draft.verdict === 'redact' ? c.draft.spans : noSpans))
  const segments = useMemo(() => layer(text, numberEvidence(view.score, text), view.score.pii, redactions), [text, view.score, redactions])
  return (
    <div className={styles.text} dir="auto" lang="">
      {segments.map((segment) => (
        <Piece key={segment.start} segment={segment} />
      ))}
    </div>
  )
})

function titleOf(segment: Segment): string {
  const reasons = segment.evidence.map((e) => `${e.weight < 0 ? 'Against' : 'For'}: ${categoryWords[e.category]}. ${e.reason}`)
  if (segment.pii) reasons.push(`Identifying detail: ${piiWords[segment.pii.type]}`)
  return reasons.join('\n')
}

const Piece = memo(function Piece({ segment }: { segment: Segment }) {
  const marked = segment.evidence.length > 0 || segment.pii !== null || segment.redacted
  const first = segment.evidence[0]
  const lit = useStore(pointedAt, (mark) => mark !== null && segment.evidence.some((e) => e.mark === mark))
  if (!marked) return <>{segment.text}</>
  return (
    <span
      className={styles.piece}
      title={titleOf(segment)}
      data-for={segment.evidence.some((e) => e.weight >= 0) || undefined}
      data-against={segment.evidence.some((e) => e.weight < 0) || undefined}
      data-pii={segment.pii ? true : undefined}
      data-redacted={segment.redacted || undefined}
      data-lit={lit || undefined}
      onMouseEnter={first ? () => pointedAt.set(first.mark) : undefined}
      onMouseLeave={first ? () => pointedAt.set(null) : undefined}
    >
      {segment.text}
      {segment.ends.length > 0 && (
        <sup className={styles.sup} aria-hidden="true">
          {segment.ends.join(', ')}
        </sup>
      )}
    </span>
  )
})
