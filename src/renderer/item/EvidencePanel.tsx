import { memo, useEffect, useMemo, useRef } from 'react'
import type { ItemView } from '#contract/bridge'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { Press } from '../components/Press'
import { categoryWords, piiWords } from '../components/words'
import { asksOwnLevel } from '../second-review/asks'
import { pointedAt } from './MemberText'
import { listEvidence, numberEvidence, quote, type Evidence } from './spans'
import styles from './Context.module.css'

/** What speaks for the level and what against it, with the same numbers as in the text. */
export const EvidencePanel = memo(function EvidencePanel({ view, covered }: { view: ItemView; covered: boolean }) {
  const { score, item } = view
  const text = item.post.text
  const evidence = useMemo(() => numberEvidence(score, text), [score, text])
  const first = useRef<HTMLDivElement>(null)
  const focus = useStore(nav, (n) => n.focus)
  useEffect(() => {
    if (focus.to !== 'evidence') return
    first.current?.scrollIntoView({ block: 'nearest' })
    const target = first.current?.querySelector<HTMLElement>('button') ?? first.current
    target?.focus()
  }, [focus])
  if (asksOwnLevel(view)) {
    return (
      <section className={styles.section} aria-labelledby="evidence-title" ref={first} tabIndex={-1} data-quiet-focus>
        <h3 id="evidence-title">
          Evidence <KeyHint id="evidence" />
        </h3>
        <p className={styles.plain}>Shown when you have chosen your own level.</p>
      </section>
    )
  }
  const speaksFor = evidence.filter((e) => e.weight >= 0)
  const against = evidence.filter((e) => e.weight < 0)
  return (
    <section className={styles.section} aria-labelledby="evidence-title" ref={first} tabIndex={-1} data-quiet-focus>
      <h3 id="evidence-title">
        Evidence <KeyHint id="evidence" />
      </h3>
      {score.abstained && <p className={styles.plain}>The scorer cannot judge this text: {score.abstainReason || 'please read it.'}</p>}
      {covered ? (
        <p className={styles.plain}>{score.categories.length ? score.categories.map((c) => categoryWords[c]).join(', ') : 'No theme found'}. The words are shown with the text.</p>
      ) : (
        <>
          {evidence.length === 0 && score.pii.length === 0 && !score.abstained && <p className={styles.plain}>Nothing found for or against. The level is the scorer’s starting point; yours decides.</p>}
          <List title="For" kind="for" list={speaksFor} text={text} />
          <List title="Against" kind="against" list={against} text={text} />
          {score.pii.length > 0 && (
            <div className={styles.group}>
              <h4>Identifying details</h4>
              <ul>
                {score.pii.map((p) => (
                  <li key={`${p.start}-${p.type}`} className={styles.pii}>
                    <span dir="auto">{quote(text, p, 40)}</span> <em>{piiWords[p.type]}</em>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
      <p className={styles.foot}>Scored on this desk, pack {score.packVersion}</p>
    </section>
  )
})

function List({ title, kind, list, text }: { title: string; kind: 'for' | 'against'; list: readonly Evidence[]; text: string }) {
  const lit = useStore(pointedAt)
  if (list.length === 0) return null
  return (
    <div className={styles.group}>
      <h4>{title}</h4>
      <ol>
        {listEvidence(list).map(({ evidence: e, times }) => (
          <li key={e.mark}>
            <Press
              className={styles.evidence}
              data-kind={kind}
              data-lit={lit === e.mark || undefined}
              onMouseEnter={() => pointedAt.set(e.mark)}
              onMouseLeave={() => pointedAt.set(null)}
              onFocus={() => pointedAt.set(e.mark)}
              onBlur={() => pointedAt.set(null)}
              onKeyDown={(event) => {
                const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
                if (step === 0) return
                event.preventDefault()
                const all = [...document.querySelectorAll<HTMLElement>('[data-evidence]')]
                all[all.indexOf(event.currentTarget) + step]?.focus()
              }}
              data-evidence
            >
              <span className={styles.number}>{e.mark}</span>
              <span className={styles.words}>
                <span className={styles.quote} dir="auto">
                  {quote(text, e)}
                </span>
                {times > 1 && <span className={styles.times}> {times} times</span>}
                <span className={styles.reason}>
                  {e.category !== 'protective' && <b>{categoryWords[e.category]}. </b>}
                  {e.reason}
                </span>
              </span>
            </Press>
          </li>
        ))}
      </ol>
    </div>
  )
}
